package api

import (
	"context"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/station"
	"revient/app/store"
)

// Devices is the service of what is known of devices: their pages, and the files that
// say what left.
type Devices struct{ api *API }

// The most that a preview of a table shows.
const (
	previewedRows   = 100
	previewedFaults = 200
)

// Page is everything that is known of a device, by its IMEI or serial number.
func (s *Devices) Page(code string) (DevicePage, error) {
	return guard(s.api, "Devices.Page", func(ctx context.Context) (DevicePage, error) {
		code = strings.TrimSpace(code)
		if code == "" || len(code) > longestCode {
			return DevicePage{}, fault.New(fault.Invalid, "errors_device.code", nil)
		}
		device, err := s.api.station.Device(ctx, code)
		if err != nil {
			return DevicePage{}, err
		}
		page := DevicePage{
			Code: code, IMEI: device.IMEI, Serial: device.Serial, Title: device.Title, Cases: []DeviceCaseView{}, Sold: soldRecords(device.Sold),
			Guarantee: guaranteeView(device.Guarantee), Flags: s.api.flags(device.Flags), Place: string(device.Place), Bin: device.Bin,
		}
		if device.Unit != nil {
			page.InStock = string(device.Unit.State)
		}
		for _, of := range device.Cases {
			page.Cases = append(page.Cases, DeviceCaseView{
				Row: s.api.row(of.CaseSummary), Sold: of.Sold, Found: of.DeviceCase.Found, Replacement: of.Replacement, Decided: string(of.Decided),
				CameBack: instant(of.CameBack.At), HandedOver: instant(of.HandedOver.At), Given: of.Given, GivenCode: of.GivenCode, Other: of.Found,
			})
		}
		return page, nil
	})
}

// OfCase is what the records say of the device of a case.
func (s *Devices) OfCase(id string) (CaseDeviceView, error) {
	return guard(s.api, "Devices.OfCase", func(ctx context.Context) (CaseDeviceView, error) {
		of, err := s.api.station.DeviceOf(ctx, returns.CaseID(id))
		if err != nil {
			return CaseDeviceView{}, err
		}
		view := CaseDeviceView{Code: of.Code, Flags: s.api.flags(of.Flags), Elsewhere: soldRecords(of.Elsewhere)}
		if of.Unit.Source != "" {
			unit := soldUnitView(of.Unit, 0)
			view.Unit = &unit
		}
		return view, nil
	})
}

// PreviewSold reads a table of sold units that was opened, and says what taking it in
// would do.
func (s *Devices) PreviewSold(file string) (SoldFileView, error) {
	return guard(s.api, "Devices.PreviewSold", func(ctx context.Context) (SoldFileView, error) {
		opened, err := s.api.tables.find(file)
		if err != nil {
			return SoldFileView{}, err
		}
		read, err := s.api.station.ReadSoldUnits(ctx, opened.raw)
		if err != nil {
			return SoldFileView{}, err
		}
		view := SoldFileView{
			ID: opened.id, Name: opened.name, Rows: read.Rows, Good: len(read.Good), Shown: []SoldUnitView{}, Bad: rowFaults(read.Bad),
			BadRows: badRows(read.Bad), Ignored: append([]string{}, read.Ignored...), Changes: read.Changes, Repeats: read.Repeats,
		}
		for i, unit := range read.Good[:min(len(read.Good), previewedRows)] {
			view.Shown = append(view.Shown, soldUnitView(unit, read.Lines[i]))
		}
		if read.Earlier != nil {
			names, err := s.api.names(ctx)
			if err != nil {
				return view, err
			}
			earlier := importView(*read.Earlier, names)
			view.Earlier = &earlier
		}
		return view, nil
	})
}

// ImportSold takes a table of sold units in, whole.
func (s *Devices) ImportSold(command, file string) (SoldFilesView, error) {
	return guard(s.api, "Devices.ImportSold", func(ctx context.Context) (SoldFilesView, error) {
		opened, err := s.api.tables.find(file)
		if err != nil {
			return SoldFilesView{}, err
		}
		order, err := s.api.order(command, "")
		if err != nil {
			return SoldFilesView{}, err
		}
		if err := s.api.station.ImportSoldUnits(ctx, order, opened.name, opened.raw); err != nil {
			return SoldFilesView{}, err
		}
		return s.api.soldFiles(ctx)
	})
}

// SoldFiles lists the files of sold units that were taken in, the newest first.
func (s *Devices) SoldFiles() (SoldFilesView, error) {
	return guard(s.api, "Devices.SoldFiles", s.api.soldFiles)
}

func (a *API) soldFiles(ctx context.Context) (SoldFilesView, error) {
	view := SoldFilesView{Files: []ImportView{}}
	names, err := a.names(ctx)
	if err != nil {
		return view, err
	}
	files, err := a.station.SoldUnitFiles(ctx)
	for _, file := range files {
		view.Files = append(view.Files, importView(file, names))
	}
	return view, err
}

func importView(file store.Import, names map[returns.OperatorID]string) ImportView {
	return ImportView{Name: file.Name, At: instant(file.At), By: names[file.Actor], Rows: file.Rows}
}

// flags are the facts of a recurrence, in the words of the screen's language.
func (a *API) flags(reasons []policy.Reason) []ReasonView {
	return reasonViews(a.station.Settings().Desk.Language, policy.Proposal{Reasons: reasons})
}

func soldRecords(records []station.SoldRecord) []SoldRecordView {
	views := []SoldRecordView{}
	for _, record := range records {
		views = append(views, SoldRecordView{
			OrderRef: record.OrderRef, LineRef: record.LineRef, Title: record.Title, At: instant(record.At.At),
			FromFile: record.Unit.Source != "", FromOrder: record.Customers, Unit: soldUnitView(record.Unit, 0),
		})
	}
	return views
}

func soldUnitView(unit store.SoldUnit, line int) SoldUnitView {
	view := SoldUnitView{
		Line: line, OrderRef: unit.OrderRef, LineRef: unit.LineRef, IMEI: unit.IMEI, Serial: unit.Serial, Weight: unit.WeightGrams,
		Grade: unit.Grade, Accessories: append([]string{}, unit.Accessories...), Supplier: unit.Supplier, Invoice: unit.Invoice,
	}
	if !unit.InvoiceAt.IsZero() {
		view.InvoiceDay = unit.InvoiceAt.UTC().Format(time.DateOnly)
	}
	return view
}

func guaranteeView(g policy.Guarantee) GuaranteeView {
	last := func(d policy.Deadline) string {
		if d.Rule == "" {
			return ""
		}
		return d.Last().String()
	}
	return GuaranteeView{
		Coverage: string(g.Coverage), Rule: string(g.Rule), Until: last(g.Until), Commercial: last(g.Commercial),
		Presumption: last(g.Presumption), Conformity: last(g.Conformity), Repairs: g.Repairs, Renewed: g.Renewed,
	}
}

func rowFaults(bad []sheet.RowFault) []RowFaultView {
	views := []RowFaultView{}
	for _, wrong := range bad[:min(len(bad), previewedFaults)] {
		views = append(views, RowFaultView{Line: wrong.Line, Column: wrong.Column, Key: wrong.Key, Args: anyArgs(wrong.Args), Raw: wrong.Raw})
	}
	return views
}

// badRows counts the rows that are at fault, each once.
func badRows(bad []sheet.RowFault) int {
	lines := map[int]bool{}
	for _, wrong := range bad {
		lines[wrong.Line] = true
	}
	return len(lines)
}
