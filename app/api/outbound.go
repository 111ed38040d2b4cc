package api

import (
	"context"
	"strings"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// PartForm is a part that was put in.
type PartForm struct {
	Part      string `json:"part"`
	Reference string `json:"reference"` // Serial or batch of the new part.
}

// ControlForm is quality control's word.
type ControlForm struct {
	Passed bool   `json:"passed"`
	Code   string `json:"code"`   // Defect code, where it failed.
	Reason string `json:"reason"` // What is wrong, where it failed.
	PIN    string `json:"pin"`
}

// CodeForm is a code as it was scanned.
type CodeForm struct {
	Code string `json:"code"`
}

// HandOverForm gives a parcel to the carrier, or to the customer at the counter.
type HandOverForm struct {
	Carrier  string `json:"carrier"`
	Tracking string `json:"tracking"`
	Counter  bool   `json:"counter"`
}

// StartRepair begins the repair; the operator of the screen is its technician.
func (s *Cases) StartRepair(command, id string) (CaseView, error) {
	return s.api.command("StartRepair", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.StartRepair(ctx, order, returns.CaseID(id))
	})
}

// UsePart records a part that was put in.
func (s *Cases) UsePart(command, id string, form PartForm) (CaseView, error) {
	return s.api.command("UsePart", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.UsePart(ctx, order, returns.CaseID(id), form.Part, strings.TrimSpace(form.Reference))
	})
}

// FinishRepair hands the work to quality control.
func (s *Cases) FinishRepair(command, id string) (CaseView, error) {
	return s.api.command("FinishRepair", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.FinishRepair(ctx, order, returns.CaseID(id))
	})
}

// ControlRepair is quality control, by another person than the technician.
func (s *Cases) ControlRepair(command, id string, form ControlForm) (CaseView, error) {
	return s.api.command("ControlRepair", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.ControlRepair(ctx, order, returns.CaseID(id), form.Passed, form.Code, form.Reason)
	})
}

// GiveUpRepair says that the device cannot be repaired.
func (s *Cases) GiveUpRepair(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("GiveUpRepair", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.GiveUpRepair(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// Pack puts what goes to the customer into its box.
func (s *Cases) Pack(command, id string, form CodeForm) (CaseView, error) {
	return s.api.command("Pack", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Pack(ctx, order, returns.CaseID(id), strings.TrimSpace(form.Code))
	})
}

// Unpack takes out of its box what has not left.
func (s *Cases) Unpack(command, id string) (CaseView, error) {
	return s.api.command("Unpack", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Unpack(ctx, order, returns.CaseID(id))
	})
}

// HandOver gives the parcel to the carrier, or to the customer at the counter.
func (s *Cases) HandOver(command, id string, form HandOverForm) (CaseView, error) {
	return s.api.command("HandOver", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.SendOff(ctx, order, returns.CaseID(id), returns.HandOver{
			Carrier: form.Carrier, Tracking: store.NormaliseCode(form.Tracking), Counter: form.Counter,
		})
	})
}

// ProtestToCarrier writes the letter to the carrier.
func (s *Cases) ProtestToCarrier(command, id string) (CaseView, error) {
	return s.api.command("ProtestToCarrier", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.ProtestToCarrier(ctx, order, returns.CaseID(id))
	})
}
