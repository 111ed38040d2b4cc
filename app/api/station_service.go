package api

import (
	"context"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Station is the service of the start screen and of what every screen shows.
type Station struct{ api *API }

// Bootstrap says what a screen must know before it shows anything.
func (s *Station) Bootstrap() (Bootstrap, error) {
	return guard(s.api, "Station.Bootstrap", s.api.bootstrap)
}

func (a *API) bootstrap(ctx context.Context) (Bootstrap, error) {
	status, err := a.status(ctx)
	if err != nil {
		return Bootstrap{}, err
	}
	set := a.station.Settings()
	present, _ := a.present()
	return Bootstrap{
		Ready: set.Ready, Sample: a.station.Sample(), Training: a.station.Training(), Shell: a.options.Shell, Kiosk: a.options.Kiosk, Version: a.options.Version,
		StationName: set.Desk.Name, Prefix: set.Prefix, Workshop: set.Workshop.Name, Zone: a.station.Zone().String(),
		Language: string(set.Desk.Language), Scheme: set.Desk.Scheme, Operator: operatorView(present), People: operatorViews(set.Team), Alone: set.Rights.Alone,
		LockMinutes: set.Rights.LockMinutes, Now: instant(a.station.Now()),
		Scanner: ScannerForm(set.Scanner), Status: status,
	}, nil
}

func operatorView(operator store.Operator) OperatorView {
	return OperatorView{ID: string(operator.ID), Name: operator.Name, Role: operator.Role}
}

func operatorViews(team []store.Operator) []OperatorView {
	views := []OperatorView{}
	for _, operator := range team {
		views = append(views, operatorView(operator))
	}
	return views
}

// Status says how sending is.
func (s *Station) Status() (Status, error) { return guard(s.api, "Station.Status", s.api.status) }

func (a *API) status(ctx context.Context) (Status, error) {
	counts, err := read(ctx, a, func(tx *store.ReadTx) (store.OutboxCounts, error) { return tx.CountOutbox() })
	status := Status{Waiting: counts.Waiting, Oldest: instant(counts.Oldest), LastSuccess: instant(counts.LastSuccess), ToFix: counts.ToFix}
	if err == nil {
		status.Latest, err = a.latest(ctx)
	}
	if a.options.Syncer != nil {
		sync := a.options.Syncer.Status()
		status.Account, status.Online, status.LastError = sync.Account, sync.Online, faultView(sync.LastError)
	}
	return status, err
}

// Home is the start screen: what asks for attention, and what was scanned last.
func (s *Station) Home() (Home, error) {
	return guard(s.api, "Station.Home", func(ctx context.Context) (Home, error) {
		return read(ctx, s.api, s.api.home)
	})
}

// tiles are the lists that the start screen counts.
func tiles() []string {
	return []string{listLate, listRefundToday, listToAnswer, listToInspect, listToPutAway, listExpected}
}

func (a *API) home(tx *store.ReadTx) (Home, error) {
	home := Home{Tiles: []Tile{}, Scans: []ScanView{}}
	for _, code := range tiles() {
		tile, err := a.tile(tx, code)
		if err != nil {
			return home, err
		}
		home.Tiles = append(home.Tiles, tile)
	}
	approvals, err := a.tile(tx, listApprovals)
	if err != nil {
		return home, err
	}
	if approvals.Count > 0 { // Whoever works alone never sees it.
		home.Tiles = append(home.Tiles, approvals)
	}
	const shown = 8
	scans, err := tx.RecentScans(shown)
	if err != nil {
		return home, err
	}
	for _, scan := range scans {
		view := ScanView{Code: scan.Code, At: instant(scan.At), Result: scan.Kind}
		if scan.CaseID != "" {
			row, err := a.rowOf(tx, scan.CaseID)
			if err != nil {
				return home, err
			}
			view.Row = &row
		}
		home.Scans = append(home.Scans, view)
	}
	return home, nil
}

func (a *API) tile(tx *store.ReadTx, code string) (Tile, error) {
	filter := a.filterOf(code)
	count, err := tx.CountCases(filter)
	if err != nil {
		return Tile{}, err
	}
	tile := Tile{Code: code, Count: count, Tone: "plain"}
	if code == listToAnswer {
		if tile.Waits, err = tx.CountCases(a.filterOf(listCustomer)); err != nil {
			return Tile{}, err
		}
	}
	if count == 0 {
		return tile, nil
	}
	filter.Limit = 1
	first, err := tx.Worklist(filter)
	if err != nil {
		return Tile{}, err
	}
	if len(first) > 0 {
		tile.Oldest = a.due(first[0])
	}
	if code == listRefundToday {
		if tile.Amount, err = a.toRefund(tx, filter); err != nil {
			return Tile{}, err
		}
	}
	switch {
	case code == listLate:
		tile.Tone = "late"
	case code == listRefundToday, tile.Oldest != nil && tile.Oldest.Tone == "late" && code == listToAnswer:
		tile.Tone = "warn"
	}
	return tile, nil
}

// toRefund is what may still be granted in the cases of a list, together; nil
// where one sum would say nothing: there are too many of them to add up while
// somebody waits, or they were paid in several currencies.
func (a *API) toRefund(tx *store.ReadTx, filter store.WorklistFilter) (*Money, error) {
	const most = 200
	filter.Limit = most + 1
	found, err := tx.Worklist(filter)
	if err != nil || len(found) > most {
		return nil, err
	}
	var sum returns.Money
	for _, summary := range found {
		c, err := tx.Case(summary.ID)
		if err != nil {
			return nil, err
		}
		item, shipping := c.Remaining(nil)
		for _, part := range []returns.Money{item, shipping} {
			if part.Minor == 0 {
				continue
			}
			if sum.Minor > 0 && part.Currency != sum.Currency {
				return nil, nil //nolint:nilnil // No sum, and nothing went wrong.
			}
			sum = returns.Money{Minor: sum.Minor + part.Minor, Currency: part.Currency}
		}
	}
	if sum.Minor == 0 {
		return nil, nil //nolint:nilnil // Sales of which nothing was paid, or parcels of no sale.
	}
	total := money(sum)
	return &total, nil
}

// longestCode is longer than any code on a parcel or a device.
const longestCode = 128

// Scan says what the station knows of a code, and remembers that it was scanned.
func (s *Station) Scan(code string) (ScanResult, error) {
	return guard(s.api, "Station.Scan", func(ctx context.Context) (ScanResult, error) { return s.api.scan(ctx, code) })
}

func (a *API) scan(ctx context.Context, code string) (ScanResult, error) {
	code = strings.TrimSpace(code)
	if code == "" || len(code) > longestCode {
		return ScanResult{}, fault.New(fault.Invalid, "errors_api.scan", nil).At("code")
	}
	result := ScanResult{Code: code, Kind: "unknown", Cases: []Row{}, Orders: []SaleView{}}
	err := a.station.View(ctx, func(tx *store.ReadTx) error {
		found, err := a.station.Find(tx, code)
		if err != nil {
			return err
		}
		return a.addFound(tx, found, &result)
	})
	if err != nil {
		return ScanResult{}, err
	}
	var id returns.CaseID
	if len(result.Cases) > 0 {
		id = returns.CaseID(result.Cases[0].ID)
	}
	present, _ := a.present()
	if err := a.station.NoteScan(ctx, store.Scan{Code: code, Kind: result.Kind, CaseID: id, Actor: present.ID}); err != nil {
		a.log.Warn("remember scan", "error", err) // What was found is shown even where the disk is full.
	}
	return result, nil
}

// addFound says what a code is before anything else: a bin, a device of a case, one of
// the stock, a sale.
func (a *API) addFound(tx *store.ReadTx, found station.Found, result *ScanResult) (err error) {
	result.Tracking = found.Tracking
	open := false
	for _, summary := range found.Cases {
		result.Cases, open = append(result.Cases, a.row(summary)), open || !summary.Stage.Ended()
	}
	for _, sold := range found.Sold {
		result.Orders = append(result.Orders, saleView(sold.Sale))
	}
	if found.Unit != nil {
		unit, err := unitView(tx, *found.Unit)
		if err != nil {
			return err
		}
		result.Unit = &unit
	}
	switch {
	case found.Bin != nil:
		result.Kind = "bin"
		content, err := a.content(tx, found.Bin.Code)
		result.Bin = &content
		return err
	case found.Unit != nil && !open:
		result.Kind = "unit"
	case len(found.Cases) > 0:
		result.Kind = "case"
	case len(found.Sold) > 0:
		result.Kind = "order"
	}
	return nil
}

// Unlock says whose PIN it is.
func (s *Station) Unlock(pin string) (OperatorView, error) {
	return guard(s.api, "Station.Unlock", func(ctx context.Context) (OperatorView, error) {
		present, _ := s.api.present()
		owner, err := s.api.station.Unlock(ctx, pin, present.ID)
		return operatorView(owner), err
	})
}

// Quit opens the way out of the kiosk to the manager.
func (s *Station) Quit(pin string) error {
	_, err := guard(s.api, "Station.Quit", func(ctx context.Context) (struct{}, error) {
		if s.api.station.Settings().Ready { // Before the assistant is done there is no manager to ask.
			if err := s.api.unlocks(ctx, pin, station.LeaveKiosk); err != nil {
				return struct{}{}, err
			}
		}
		if s.api.options.Quit == nil {
			return struct{}{}, fault.New(fault.Conflict, "errors_api.no_way_out", nil)
		}
		s.api.options.Quit()
		return struct{}{}, nil
	})
	return err
}

// longestScreen is how much of a screen's name goes to the log.
const longestScreen = 80

// Connected notes in the log that a screen has come up and its bindings answer.
func (s *Station) Connected(screen string) error {
	_, err := guard(s.api, "Station.Connected", func(context.Context) (struct{}, error) {
		s.api.log.Info("screen connected", "shell", s.api.options.Shell, "screen", strings.ToValidUTF8(screen[:min(len(screen), longestScreen)], "?"))
		return struct{}{}, nil
	})
	return err
}
