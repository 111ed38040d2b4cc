package returns_test

import (
	"testing"
	"time"

	"revient/app/returns"
)

func TestReceivingAParcel(t *testing.T) {
	at := func(arrived returns.Moment, reason returns.TextRef) returns.Event {
		return returns.ParcelReceived{Reception: returns.Reception{Arrived: arrived, LoggedAt: now(), By: "ana", Tracking: "T1", Reason: reason}}
	}
	scan := returns.Receive{Tracking: "T1"}
	check(t,
		it("a scan receives the parcel that was awaited", awaiting(), scan, then(at(now(), returns.TextRef{}))),
		it("or the one nobody had authorised yet", requested(), scan, then(at(now(), returns.TextRef{}))),
		it("it may have come earlier, with a reason", awaiting(), returns.Receive{Arrived: said(-48 * time.Hour), Reason: text("closed"), Tracking: "T1"}, then(at(said(-48*time.Hour), text("closed")))),
		it("it has not come earlier without a reason", awaiting(), returns.Receive{Arrived: said(-time.Hour)}, refused("arrival.reason", "reason")),
		it("it does not come tomorrow", awaiting(), returns.Receive{Arrived: said(time.Hour), Reason: text("x")}, refused("arrival.future", "arrived")),
		it("saying now needs no reason", awaiting(), returns.Receive{Arrived: said(0), Tracking: "T1"}, then(at(said(0), returns.TextRef{}))),
		it("a parcel is received once", received(), scan, refused("stage", "")),
		it("a case that is held receives its parcel all the same", awaiting().and(onHold("doubt")), scan, follows("parcel_received")),
	)
	c := received().folded()
	if c.Stage != returns.Received || c.Custody.Place != returns.Quarantine || c.Return.Tracking != "TRACK-1" {
		t.Errorf("stage %s, custody %v, return %v", c.Stage, c.Custody, c.Return)
	}
}

func TestUndoingAReception(t *testing.T) {
	undo := returns.UndoReception{Reason: text("wrong case")}
	undone := then(returns.ReceptionUndone{Reason: text("wrong case")})
	reject := returns.RejectRefund{Refund: "refund-1", Code: "refused"}
	check(t,
		it("a reception is undone", received(), undo, undone),
		it("also during the inspection", inspecting(), undo, undone),
		it("also before the decision", deciding(), undo, undone),
		it("also after a refund that was rejected", submitting().and(reject), undo, undone),
		it("it wants a reason", received(), returns.UndoReception{}, refused("reason_needed", "reason")),
		it("not when the case was born of the parcel", unidentified().and(found()), undo, refused("reception.was_unknown_parcel", "")),
		it("not when money has moved", closed().and(returns.Reopen{Reason: text("r")}), undo, refused("reception.too_late", "")),
		it("not when the data were erased", executing().and(erased(), returns.SubmitRefund{Refund: "refund-1"}, reject), undo, refused("reception.too_late", "")),
		it("not when the device went to scrap", executing().and(returns.RecordWipe{State: returns.WipeImpossible}, scrapped(), returns.SubmitRefund{Refund: "refund-1"}, reject),
			undo, refused("reception.too_late", "")),
		it("not while a refund is under way", executing(), undo, refused("stage", "")),
	)
}

func TestAnUndoneReceptionLeavesNothingThatCounts(t *testing.T) {
	undo := returns.UndoReception{Reason: text("wrong case")}
	before := requested().and(returns.AddEvidence{Photos: []returns.PhotoID{"from-customer"}, Check: "SCR", Source: "customer"}, returns.Authorise{})
	seen := before.and(returns.Receive{Tracking: "WRONG"}, inspect(), returns.ReadIdentity{IMEI: otherIMEI},
		returns.AddEvidence{Photos: []returns.PhotoID{"wrong-device"}, Check: "SCR"}, answers("SCR", "ko"), undo)
	c := seen.folded()
	if c.Stage != returns.Awaiting || c.Reception != nil || c.Hold != nil || c.Identity.State != returns.IdentityUnchecked || c.Custody.Place != returns.InTransit {
		t.Errorf("stage %s, reception %v, hold %v, identity %v, custody %v", c.Stage, c.Reception, c.Hold, c.Identity, c.Custody)
	}
	if c.Return.Tracking != "" {
		t.Errorf("the wrong parcel's tracking number %q stays with the case", c.Return.Tracking)
	}
	if len(c.Revisions) != 1 || len(c.Evidence) != 2 || c.Evidence[0].Shelved || !c.Evidence[1].Shelved {
		t.Errorf("%d revisions, evidence %+v", len(c.Revisions), c.Evidence)
	}
	if got := requested().and(returns.Receive{}, undo).folded().Stage; got != returns.Requested {
		t.Errorf("a case that was never authorised goes back to %s", got)
	}
	if got := received().and(onHold("doubt"), undo).folded().Hold; got == nil {
		t.Error("a hold that was not about the device in hand was lost")
	}

	graded := executing().and(returns.RecordGrade{Grade: "good"}, returns.RecordWipe{State: returns.WipeImpossible}, submit, reject, undo).folded()
	if graded.Grade != "" || graded.Wipe.State != returns.WipeOpen {
		t.Errorf("the next device is taken for graded %q and erased %q", graded.Grade, graded.Wipe.State)
	}

	announced := changed(func(r *returns.Request) { r.Return.Tracking = "ANNOUNCED" })
	if got := nobody().and(announced, returns.Receive{Tracking: "WRONG"}, undo).folded().Return.Tracking; got != "ANNOUNCED" {
		t.Errorf("tracking %q, want the announced one", got)
	}

	again := nobody().and(withoutFolder(), returns.Receive{}, inspect(), returns.AddEvidence{Photos: []returns.PhotoID{"wrong-device"}, Check: "SCR"},
		undo, returns.Receive{}, inspect(), returns.ReadIdentity{IMEI: soldIMEI}, answers("SCR", "ko", "LCK", "ok"))
	check(t,
		it("a photo of the wrong device proves nothing of the right one", again, returns.CompleteInspection{}, refused("inspection.photos", "SCR")),
		it("and may be added again where it belongs", again, returns.AddEvidence{Photos: []returns.PhotoID{"wrong-device"}, Check: "SCR"}, follows("evidence_added")),
	)
}

func TestADeliveryIsNotBeforeItsSale(t *testing.T) {
	sold := changed(func(r *returns.Request) { r.Sale.SoldAt = said(-24 * time.Hour) })
	byTheDay := changed(func(r *returns.Request) {
		r.Sale.SoldAt = said(-24 * time.Hour)
		r.Sale.SoldAt.Precision = returns.ToTheDay
	})
	delivered := func(d time.Duration) returns.Command {
		return returns.Redate{Which: returns.DateOfDelivery, Moment: said(d), Reason: text("proof")}
	}
	check(t,
		it("after it is", nobody().and(sold), delivered(-23*time.Hour), follows("moment_corrected")),
		it("before it is not", nobody().and(sold), delivered(-25*time.Hour), refused("redate.before_sale", "moment")),
		it("known to the day only, the same day may be", nobody().and(byTheDay), delivered(-40*time.Hour), follows("moment_corrected")),
		it("and the day before is not", nobody().and(byTheDay), delivered(-72*time.Hour), refused("redate.before_sale", "moment")),
	)
}

func TestRedating(t *testing.T) {
	redate := func(which returns.Dated, d time.Duration) returns.Redate {
		return returns.Redate{Which: which, Moment: said(d), Reason: text("proof")}
	}
	corrected := func(r returns.Redate) outcome { return then(returns.MomentCorrected(r)) }
	arrival := redate(returns.DateOfArrival, -24*time.Hour)
	delivery := redate(returns.DateOfDelivery, -240*time.Hour)
	declaration := redate(returns.DateOfDeclaration, -72*time.Hour)
	check(t,
		it("the arrival is corrected", received(), arrival, corrected(arrival)),
		it("the delivery is corrected", requested(), delivery, corrected(delivery)),
		it("the declaration is corrected", requested(), declaration, corrected(declaration)),
		it("a closed case is corrected too", closed(), arrival, corrected(arrival)),
		it("no other date is", received(), redate("birthday", 0), refused("redate.which", "which")),
		it("a date is given", received(), returns.Redate{Which: returns.DateOfArrival, Reason: text("r")}, refused("redate.unknown", "moment")),
		it("a date has passed", received(), redate(returns.DateOfDelivery, time.Hour), refused("arrival.future", "moment")),
		it("a reason is given", received(), returns.Redate{Which: returns.DateOfDelivery, Moment: said(0)}, refused("reason_needed", "reason")),
		it("what has not come has no arrival", awaiting(), arrival, refused("redate.not_arrived", "moment")),
		it("nothing arrives after its scan", received(), redate(returns.DateOfArrival, time.Hour), refused("redate.after_scan", "moment"), later(2*time.Hour)),
		it("a case that goes on as another is not corrected", absorbed(), arrival, refused("absorbed", "")),
	)
	c := received().and(arrival, delivery, declaration).folded()
	if c.Reception.Arrived != arrival.Moment || c.Reception.Reason != text("proof") || c.DeliveredAt != delivery.Moment || c.DeclaredAt != declaration.Moment {
		t.Errorf("reception %+v, delivered %v, declared %v", c.Reception, c.DeliveredAt, c.DeclaredAt)
	}
}
