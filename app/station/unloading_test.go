package station_test

import (
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// A DPD routing code holds the number of the parcel between a postcode
// and a service.
const (
	dpdTracking = "09981150105113"
	dpdRouting  = "%0069003" + dpdTracking + "337250"
)

func (r *rig) unloads(code string, with returns.CaseID) station.Parcel {
	r.Helper()
	parcel, err := r.station.Unload(r.ctx, r.order(), station.Unloading{Arrival: station.Arrival{Code: code}, With: with})
	r.must(err)
	return parcel
}

func TestAVanIsUnloadedScanByScan(t *testing.T) {
	r := newWorkshop(t)
	waiting := r.pulls("1001", "F1")
	r.did2(r.station.AddUnit(r.ctx, r.order(), spare()))
	for _, step := range []struct {
		name, code string
		want       station.Unloaded
	}{
		{"a parcel that a case waits for", "1001", station.UnloadedCase},
		{"the same once more", "1001", station.UnloadedAgain},
		{"and by its device", soldIMEI, station.UnloadedAgain},
		{"a parcel of nobody", "6A18420007341", station.UnloadedAside},
		{"the same parcel of nobody", "6A18420007341", station.UnloadedAgain},
		{"a badge", "OP-SAMIRA", station.UnloadedNothing},
		{"a bin", "BIN-Q-04", station.UnloadedNothing},
		{"a unit of the stock", spareIMEI, station.UnloadedNothing},
	} {
		if got := r.unloads(step.code, ""); got.What != step.want {
			t.Errorf("%s: %+v, want %s", step.name, got, step.want)
		}
	}
	r.at(waiting, returns.Received)
	r.paper(waiting, returns.DeviceLabel)
}

func TestASecondDeviceInAParcelSharesItsNumber(t *testing.T) {
	r := newWorkshop(t)
	first := r.unloads("6A18420007341", "").Cases[0]
	waiting := r.pulls("1001", "F1")
	if got := r.unloads("1001", first); got.What != station.UnloadedCase || got.Cases[0] != waiting {
		t.Fatalf("unloaded as %+v", got)
	}
	if c := r.at(waiting, returns.Received); c.Reception.Tracking != "6A18420007341" {
		t.Errorf("received by %q", c.Reception.Tracking)
	}
	aside := r.unloads(otherIMEI, first)
	if c := r.at(aside.Cases[0], returns.Unidentified); c.Reception.Tracking != "6A18420007341" {
		t.Errorf("set aside by %q", c.Reception.Tracking)
	}
	r.did(r.station.NotOurs(r.ctx, r.order(), first, "Scanné par erreur"))
	if again := r.unloads("6A18420007341", ""); again.What != station.UnloadedAgain || len(again.Cases) != 2 {
		t.Errorf("scanned again: %+v", again)
	}
}

func TestARepeatedScanOfAVanIsAnsweredAsTheFirstTime(t *testing.T) {
	r := newWorkshop(t)
	waiting := r.pulls("1001", "F1")
	for code, want := range map[string]station.Unloaded{"1001": station.UnloadedCase, "6A18420007341": station.UnloadedAside} {
		order := r.order()
		for range 2 {
			got, err := r.station.Unload(r.ctx, order, station.Unloading{Arrival: station.Arrival{Code: code}})
			if err != nil || got.What != want || len(got.Cases) != 1 {
				t.Errorf("%s: %+v, %v", code, got, err)
			}
		}
	}
	r.at(waiting, returns.Received)
}

func TestAVanThatCameEarlierSaysWhy(t *testing.T) {
	r := newWorkshop(t)
	waiting := r.pulls("1001", "F1")
	r.Advance(6 * time.Hour)
	came := returns.At(r.Now().Add(-5*time.Hour), "Europe/Paris", returns.FromOperator)
	u := station.Unloading{Arrival: station.Arrival{Code: "1001", At: came}}
	_, err := r.station.Unload(r.ctx, r.order(), u)
	r.refused(err, fault.Invalid, "errors_returns.arrival.reason")
	u.Reason = "Camion déchargé ce matin"
	_, err = r.station.Unload(r.ctx, r.order(), u)
	r.must(err)
	if c := r.at(waiting, returns.Received); !c.Reception.Arrived.At.Equal(came.At) || !c.Reception.Reason.Given() {
		t.Errorf("received %+v", c.Reception)
	}
}

func TestARoutingCodeFindsTheParcelInsideIt(t *testing.T) {
	r := newWorkshop(t)
	waiting := r.pulls("1001", "F1")
	r.did(r.station.AnnounceLabel(r.ctx, waiting, []string{dpdRouting}))
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		found, err := r.station.Find(tx, dpdRouting)
		if len(found.Cases) != 1 || found.Cases[0].ID != waiting || found.Tracking != dpdTracking {
			t.Errorf("found %+v", found)
		}
		return err
	}))
	r.unloads(dpdRouting, "")
	if c := r.at(waiting, returns.Received); c.Reception.Tracking != dpdTracking {
		t.Errorf("received by %q", c.Reception.Tracking)
	}
}

func TestALabelTellsTheParcelOnlyWhereThereIsNoDoubt(t *testing.T) {
	r := newWorkshop(t)
	waiting := r.pulls("1001", "F1")
	for _, codes := range [][]string{nil, {"1001"}, {soldIMEI}, {"12345678"}, {"Atelier Exemple"}} {
		r.did(r.station.AnnounceLabel(r.ctx, waiting, codes))
		if c := r.shows(waiting); c.Return.Tracking != "" {
			t.Fatalf("%v tell the parcel %q", codes, c.Return.Tracking)
		}
	}
	r.did(r.station.AnnounceLabel(r.ctx, waiting, []string{"https://example.com", "XX123456785JB", dpdRouting}))
	told := r.shows(waiting).Return.Tracking
	r.did(r.station.AnnounceLabel(r.ctx, waiting, []string{"6A18420007341"}))
	if again := r.shows(waiting).Return.Tracking; told == "" || again != told {
		t.Errorf("told %q, then %q", told, again)
	}
}

func TestTheLabelsOfAVanAreOnePrint(t *testing.T) {
	r := newWorkshop(t)
	ids := []returns.CaseID{}
	for _, code := range []string{"6A18420007341", "6A18420007342"} {
		ids = append(ids, r.unloads(code, "").Cases...)
	}
	_, err := r.station.DeviceLabelsPDF(r.ctx, ids)
	r.must(err)
	_, err = r.station.DeviceLabelsPDF(r.ctx, nil)
	r.refused(err, fault.Invalid, "errors_stock.labels")
	_, err = r.station.BinLabelsPDF(r.ctx, nil)
	r.refused(err, fault.Invalid, "errors_stock.labels")
	_, err = r.station.SaveBin(r.ctx, r.order(), store.Bin{Code: "A01", Place: returns.Stock})
	r.must(err)
	_, err = r.station.BinLabelsPDF(r.ctx, nil)
	r.must(err)
}

func TestAParcelOfADeviceThatWasToStayWithItsOwnerIsNoParcelReceivedAlready(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.DecideKeep(r.ctx, r.manager(), id, euros(5000), "Agreed on the telephone."))
	parcel, err := r.station.Unload(r.ctx, r.order(), station.Unloading{Arrival: station.Arrival{Code: "1001"}})
	r.must(err)
	if parcel.What != station.UnloadedAside || len(parcel.Cases) != 1 || parcel.Cases[0] == id {
		t.Errorf("the parcel is %+v", parcel)
	}
}
