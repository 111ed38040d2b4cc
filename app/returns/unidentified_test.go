package returns_test

import (
	"testing"
	"time"

	"revient/app/returns"
)

func found() returns.OpenFromSale {
	return returns.OpenFromSale{Sale: sale(), Folder: "folder-7", Claim: returns.Claim{Kind: returns.OtherClaim}}
}

func TestAParcelThatMatchesNothing(t *testing.T) {
	nameless, priceless, unreadable := found(), found(), found()
	nameless.Sale.OrderRef, priceless.Sale.Paid.Minor, unreadable.Sale.IMEI = "", -5, "12"
	check(t,
		it("it opens a case of its own", nobody(), returns.ReceiveUnknown{Code: "T9"}, then(returns.UnknownParcelReceived{
			Case: "case-1", Number: "P03A-000001-Q", Reception: returns.Reception{Arrived: now(), LoggedAt: now(), By: "ana", Tracking: "T9"},
		})),
		it("it does not come tomorrow", nobody(), returns.ReceiveUnknown{Arrived: said(time.Hour)}, refused("arrival.future", "arrived")),
		it("it belongs to a case that waits", unidentified(), returns.Identify{As: "case-2"}, then(returns.ParcelIdentified{As: "case-2"})),
		it("it belongs to a case that is named", unidentified(), returns.Identify{}, refused("identify.no_case", "case")),
		it("it does not belong to itself", unidentified(), returns.Identify{As: "case-1"}, refused("identify.no_case", "case")),
		it("it holds something that was sold", unidentified(), found(), then(returns.SaleFound(found()))),
		it("the sale has an order", unidentified(), nameless, refused("request.no_order", "order")),
		it("the sale has a price", unidentified(), priceless, refused("request.negative_price", "paid")),
		it("the sale's IMEI is one", unidentified(), unreadable, refused("identity.not_an_imei", "imei")),
		it("the order line has no other open case", unidentified(), found(), refused("request.open_case", "order"), whileOpen("case-9")),
		it("it is not ours", unidentified(), returns.NotOurs{Reason: text("neighbour")}, then(returns.ParcelNotOurs{Reason: text("neighbour")})),
		it("it is not ours for a reason", unidentified(), returns.NotOurs{}, refused("reason_needed", "reason")),
		it("a case that goes on as another takes no command", absorbed(), returns.Reopen{Reason: text("r")}, refused("absorbed", "")),
		it("what was not ours cannot be decided on", unidentified().and(returns.NotOurs{Reason: text("n")}), returns.Reopen{Reason: text("r")}, refused("refund.no_sale", "")),
	)
}

func TestWhatBecomesOfAnUnknownParcel(t *testing.T) {
	for name, c := range map[string]struct {
		past  past
		stage returns.Stage
		place returns.Place
	}{
		"waits":     {unidentified(), returns.Unidentified, returns.Quarantine},
		"goes on":   {unidentified().and(found()), returns.Received, returns.Quarantine},
		"tied":      {unidentified().and(onHold("doubt"), returns.Identify{As: "case-2"}), returns.Closed, returns.NoDevice},
		"sent away": {unidentified().and(onHold("doubt"), returns.NotOurs{Reason: text("n")}), returns.Closed, returns.WithCarrier},
	} {
		got := c.past.folded()
		if got.Stage != c.stage || got.Custody.Place != c.place || got.Origin != returns.FromParcel || (got.Stage == returns.Closed && got.Hold != nil) {
			t.Errorf("%s: stage %s, custody %v, origin %s, hold %v", name, got.Stage, got.Custody, got.Origin, got.Hold)
		}
	}
	if absorbed().folded().AbsorbedInto != "case-2" {
		t.Error("the tied case does not say where it goes on")
	}
}
