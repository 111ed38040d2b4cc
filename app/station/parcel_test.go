package station_test

import (
	"testing"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// finds opens an unknown parcel with a photo of its outside.
func (r *rig) finds(code string) (parcel returns.CaseID, photo returns.PhotoID) {
	r.Helper()
	parcel = r.did(r.station.ReceiveUnknown(r.ctx, r.order(), station.Arrival{Code: code}))
	photo = r.photographs()
	r.did(r.station.AddEvidence(r.ctx, r.order(), parcel, returns.AddEvidence{Photos: []returns.PhotoID{photo}, View: "parcel_label", Source: "camera"}))
	return parcel, photo
}

func TestAnUnknownParcelTurnsOutToBeTheOneACaseWaitsFor(t *testing.T) {
	r := newWorkshop(t)
	waiting := r.pulls("1001", "F1")
	r.did(r.station.Authorise(r.ctx, r.order(), waiting, false, "", ""))
	parcel, photo := r.finds("1Z999")
	arrived := r.shows(parcel).Reception.Arrived

	order := r.order()
	if on := r.did(r.station.Identify(r.ctx, order, parcel, waiting)); on != waiting {
		t.Errorf("the work goes on in %s", on)
	}
	if again := r.did(r.station.Identify(r.ctx, order, parcel, waiting)); again != waiting {
		t.Errorf("repeated, the work goes on in %s", again)
	}
	if c := r.at(parcel, returns.Closed); c.AbsorbedInto != waiting {
		t.Errorf("the parcel points to %q", c.AbsorbedInto)
	}
	c := r.at(waiting, returns.Received)
	if !c.Reception.Arrived.At.Equal(arrived.At) || c.Return.Tracking != "1Z999" {
		t.Errorf("received %+v by %q, the parcel came at %v", c.Reception, c.Return.Tracking, arrived)
	}
	if len(c.Evidence) != 1 || c.Evidence[0].Photo != photo || c.Evidence[0].View != "parcel_label" {
		t.Errorf("evidence %+v", c.Evidence)
	}
	r.paper(waiting, returns.DeviceLabel)
	r.restarts(parcel, waiting)
	r.staysWhole(waiting)
}

func TestAnUnknownParcelIsNotTiedToACaseThatHasItsOwn(t *testing.T) {
	r := newWorkshop(t)
	taken := r.pulls("1001", "F1")
	r.receives(taken)
	parcel, _ := r.finds("1Z999")
	if _, err := r.station.Identify(r.ctx, r.order(), parcel, taken); err == nil {
		t.Fatal("one case took two parcels")
	}
	r.at(parcel, returns.Unidentified) // All of it, or nothing.
	_, err := r.station.Identify(r.ctx, r.order(), parcel, parcel)
	r.refused(err, "invalid", "errors_returns.identify.no_case")
}

func TestAnUnknownParcelOfASaleNobodyAskedToReturn(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder("1001")}, "o1"))
	parcel, _ := r.finds("1Z999")
	var sold []store.Sold
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		sold, err = tx.FindSold("1001")
		return err
	}))
	if len(sold) != 1 {
		t.Fatalf("%d sales", len(sold))
	}
	r.did(r.station.OpenFromSale(r.ctx, r.order(), parcel, sold[0].Sale, sold[0].Customer))
	c := r.at(parcel, returns.Received)
	if c.Sale == nil || c.Sale.OrderRef != "1001" || c.Customer.ID == "" {
		t.Errorf("the case is of %+v", c.Sale)
	}
	r.inspects(parcel)

	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F1", "1001")}, "f1"))
	if linked := r.caseOfFolder("F1"); linked != parcel {
		t.Errorf("the request that came later is linked to %q", linked)
	}
	if c := r.at(parcel, returns.Deciding); c.Folder != "" {
		t.Errorf("the pull wrote %q into the case", c.Folder)
	}
	r.staysWhole(parcel)
}

func TestAnUnknownParcelThatIsNotOursLeaves(t *testing.T) {
	r := newWorkshop(t)
	parcel, _ := r.finds("1Z999")
	_, err := r.station.NotOurs(r.ctx, r.order(), parcel, "")
	r.refused(err, "invalid", "errors_returns.reason_needed")
	r.did(r.station.NotOurs(r.ctx, r.order(), parcel, "For the shop next door."))
	r.at(parcel, returns.Closed)
	r.staysWhole(parcel)
}

func TestAnEmptyParcelIsSaidAtOnceWithoutReadingAnything(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	_, err := r.station.StopInspection(r.ctx, r.order(), id, "empty")
	r.refused(err, fault.Invalid, "errors_returns.stop.photos")
	r.at(id, returns.Received)
	for _, view := range []string{"parcel_label", "parcel_open"} {
		r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{r.photographs()}, View: view, Source: "file"}))
	}
	r.did(r.station.StopInspection(r.ctx, r.order(), id, "empty"))
	if c := r.at(id, returns.Deciding); c.Custody.Place != returns.NoDevice || c.Inspection.Blocking != "PKG-02" {
		t.Errorf("custody %+v, inspection %+v", c.Custody, c.Inspection)
	}
}
