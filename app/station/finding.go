package station

import (
	"slices"

	"revient/app/carrier"
	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// Found is what the station knows of a scanned code.
type Found struct {
	Code     string
	Bin      *store.Bin
	Cases    []store.CaseSummary // Open ones before ended ones, the newest first.
	Unit     *store.Unit         // Of the replacement stock, where it is here.
	Sold     []store.Sold        // Order lines; looked for only where there is no case.
	Tracking string              // The parcel's number inside a routing code that it was found by.
}

// Find looks a code up: as it is first, because an order number or an IMEI may have
// the form of a carrier's number, then as each parcel that it may be of.
func (s *Station) Find(tx *store.ReadTx, code string) (Found, error) {
	found, err := s.findAsIs(tx, code)
	if err != nil || found.known() {
		return found, err
	}
	for _, parcel := range carrier.Readings(code) {
		if store.NormaliseCode(parcel.Tracking) == store.NormaliseCode(code) {
			continue
		}
		inside, err := s.findParcel(tx, parcel.Tracking)
		if err != nil {
			return found, err
		}
		if inside.known() {
			inside.Code, inside.Tracking = code, parcel.Tracking
			return inside, nil
		}
	}
	return found, nil
}

func (f Found) known() bool {
	return f.Bin != nil || len(f.Cases) > 0 || f.Unit != nil || len(f.Sold) > 0
}

func (s *Station) findAsIs(tx *store.ReadTx, code string) (Found, error) {
	found := Found{Code: code, Cases: []store.CaseSummary{}, Sold: []store.Sold{}}
	bin, err := s.findBin(tx, code)
	if err != nil || bin != nil {
		found.Bin = bin
		return found, err
	}
	unit, err := tx.FindUnit(code)
	switch {
	case err == nil && (unit.State == store.UnitFree || unit.State == store.UnitReserved):
		found.Unit = &unit
	case err != nil && !fault.Is(err, fault.NotFound):
		return found, err
	}
	cases, err := s.findParcel(tx, code)
	found.Cases, found.Sold = cases.Cases, cases.Sold
	return found, err
}

// findParcel finds cases and sales alone: what a number inside another code may mean.
func (s *Station) findParcel(tx *store.ReadTx, code string) (Found, error) {
	found := Found{Code: code}
	cases, err := tx.FindByCode(code)
	if err != nil {
		return found, err
	}
	slices.SortStableFunc(cases, func(a, b store.CaseSummary) int { return flagOf(a.Stage.Ended()) - flagOf(b.Stage.Ended()) })
	found.Cases, found.Sold = cases, []store.Sold{}
	if len(cases) == 0 {
		found.Sold, err = tx.FindSold(code)
	}
	return found, err
}

func flagOf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// findBin finds a bin by its code; one that nobody registered is one where something
// lies in it.
func (s *Station) findBin(tx *store.ReadTx, code string) (*store.Bin, error) {
	bin, err := tx.Bin(code)
	if !fault.Is(err, fault.NotFound) {
		return &bin, err
	}
	cases, err := tx.CasesInBin(code, 0, 1)
	if err != nil {
		return nil, err
	}
	units, err := tx.CountUnits(store.UnitFilter{Bin: code, States: []store.UnitState{store.UnitFree, store.UnitReserved}})
	if err != nil || len(cases) == 0 && units == 0 {
		return nil, err
	}
	return &store.Bin{Code: code, Devices: len(cases), Units: units}, nil
}

// parcelNumber is what a case keeps of a code that was scanned on its parcel: nothing
// where the code is the case's own, the number that was announced where the code
// holds it, else the carrier's number where there can be no doubt of it.
func parcelNumber(c returns.Case, code string) string {
	if code == "" || ownCode(c, code) {
		return ""
	}
	for _, parcel := range carrier.Readings(code) {
		if c.Return.Tracking != "" && store.NormaliseCode(parcel.Tracking) == store.NormaliseCode(c.Return.Tracking) {
			return c.Return.Tracking
		}
	}
	if !returns.ValidIMEI(code) && carrier.Sure(code) {
		return carrier.Read(code).Tracking
	}
	return code
}
