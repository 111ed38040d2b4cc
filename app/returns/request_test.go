package returns_test

import (
	"testing"

	"revient/app/returns"
)

func changed(change func(*returns.Request)) returns.Request {
	r := request()
	change(&r)
	return r
}

func TestARequestOpensACase(t *testing.T) {
	r := request()
	check(t,
		it("a request opens the case with everything that was said", nobody(), r, then(returns.CaseRequested{
			Case: "case-1", Number: "P03A-000001-Q", Origin: r.Origin, Sale: r.Sale, Folder: r.Folder, Claim: r.Claim,
			Customer: r.Customer, RequestedAt: r.RequestedAt,
		})),
		it("a request names its order", nobody(), changed(func(r *returns.Request) { r.Sale.OrderRef = "" }), refused("request.no_order", "order")),
		it("a request names the device", nobody(), changed(func(r *returns.Request) { r.Sale.Title = "" }), refused("request.no_title", "title")),
		it("a price is not negative", nobody(), changed(func(r *returns.Request) { r.Sale.Paid.Minor = -1 }), refused("request.negative_price", "paid")),
		it("nor is the shipping", nobody(), changed(func(r *returns.Request) { r.Sale.Shipping.Minor = -1 }), refused("request.negative_price", "paid")),
		it("item and shipping have one currency", nobody(), changed(func(r *returns.Request) { r.Sale.Shipping.Currency = "USD" }), faulted("errors.money.currency", "")),
		it("the price has a currency", nobody(), changed(func(r *returns.Request) { r.Sale.Paid = returns.Money{} }), refused("request.no_currency", "paid")),
		it("the total can be counted", nobody(), changed(func(r *returns.Request) { r.Sale.Paid.Minor = 1<<63 - 1 }), faulted("errors.money.overflow", "")),
		it("the sold IMEI is one", nobody(), changed(func(r *returns.Request) { r.Sale.IMEI = "490154203237581" }), refused("identity.not_an_imei", "imei")),
		it("a sale may know no IMEI", nobody(), changed(func(r *returns.Request) { r.Sale.IMEI = "" }), follows("case_requested")),
		it("a gift that cost nothing can be requested", nobody(), changed(func(r *returns.Request) { r.Sale.Paid, r.Sale.Shipping = returns.Money{}, returns.Money{} }), follows("case_requested")),
		it("an order line has one open case", nobody(), r, refused("request.open_case", "order"), whileOpen("case-9")),
		it("nothing is delivered before it is sold", nobody(), changed(func(r *returns.Request) {
			r.Sale.SoldAt, r.DeliveredAt = now(), returns.At(now().At.AddDate(0, 0, -3), "Europe/Paris", returns.FromOperator)
		}), refused("redate.before_sale", "delivered")),
		it("a case is requested once", requested(), r, refused("stage", "")),
	)
}

func TestAuthorisingAndDeclining(t *testing.T) {
	yes := func(label bool) returns.Event {
		return returns.ReturnAuthorised{Authorisation: returns.Authorisation{At: now(), By: "ana", Label: label}}
	}
	message := func(id returns.ActionID, kind returns.ActionKind) returns.Event {
		return returns.ActionQueued{ID: id, Action: returns.Action{Kind: kind, Lane: returns.MessageLane}}
	}
	no := returns.Decline{Code: "late", Text: text("t")}
	check(t,
		it("authorising waits for the parcel and tells the customer", requested(), returns.Authorise{Label: true}, then(yes(true), message("0003-tell_authorised", returns.TellAuthorised))),
		it("without a folder the paper is all there is", past{}.and(withoutFolder()), returns.Authorise{}, then(yes(false))),
		it("a held request is not authorised", requested().and(onHold("doubt")), returns.Authorise{}, refused("held", "")),
		it("declining ends the case and tells the customer", requested(), no, then(returns.RequestDeclined{Code: "late", Text: text("t")}, message("0003-tell_declined", returns.TellDeclined))),
		it("declining wants a known code", requested(), returns.Decline{Code: "mood", Text: text("t")}, refused("decline.code", "code")),
		it("declining wants words for the customer", requested(), returns.Decline{Code: "late"}, refused("decline.text", "text")),
		it("a held request is not declined", requested().and(onHold("doubt")), no, refused("held", "")),
		it("a return is canceled before it is authorised", requested(), returns.Cancel{Reason: text("kept")}, then(returns.ReturnCanceled{Reason: text("kept")})),
		it("and after, with the message that has not left yet", awaiting(), returns.Cancel{Reason: text("kept")}, follows("return_canceled", "action_settled")),
		it("canceling wants a reason", awaiting(), returns.Cancel{}, refused("reason_needed", "reason")),
	)
}

func TestAuthorisingAgainstWhatTheRulesPropose(t *testing.T) {
	with := func(outcome, how, why string) returns.Command {
		a := returns.Authorise{How: how, Proposal: proposing(outcome)}
		if why != "" {
			a.Override = text(why)
		}
		return a
	}
	told := follows("return_authorised", "action_queued")
	check(t,
		it("what they propose is anybody's to say", requested(), with("authorise", "", ""), told),
		it("so is what they leave to a person", requested(), with("needs_person", "phone", ""), told),
		it("against them it wants the right", requested(), with("decline", "", "goodwill"), refused("override.right", "")),
		it("and a reason", requested(), with("decline", "", ""), refused("override.reason", "reason"), byAManager),
		it("with both the return is taken", requested(), with("decline", "", "goodwill"), told, byAManager),
		it("by a way that there is", requested(), with("authorise", "pigeon", ""), refused("authorise.how", "how")),
	)
}

func TestAnAnswerMovesTheCase(t *testing.T) {
	for _, c := range []struct {
		past  past
		stage returns.Stage
		ended bool
	}{
		{requested(), returns.Requested, false},
		{awaiting(), returns.Awaiting, false},
		{declined(), returns.Declined, true},
		{canceled(), returns.Canceled, true},
		{closed(), returns.Closed, true},
	} {
		if got := c.past.folded(); got.Stage != c.stage || got.Stage.Ended() != c.ended || got.ID != "case-1" {
			t.Errorf("stage %s, ended %t, want %s, %t", got.Stage, got.Stage.Ended(), c.stage, c.ended)
		}
	}
	if got := declined().folded().DeclineCode; got != "late" {
		t.Errorf("decline code %q", got)
	}
}

func TestASaleKnowsItsLineItsTotalAndItsDevice(t *testing.T) {
	s := sale()
	if s.Key() != "bm-fr/4012345/4012345-1" {
		t.Errorf("key %s", s.Key())
	}
	if total, err := s.Total(); err != nil || total != euros(33390) {
		t.Errorf("total %v, %v", total, err)
	}
	serial := returns.Sale{Serial: "F2L"}
	if !s.Identifiable() || !serial.Identifiable() || (returns.Sale{}).Identifiable() {
		t.Error("a sale is identifiable by an IMEI or a serial number only")
	}
}

func TestWhatWasToldIsNotTakenBack(t *testing.T) {
	told := awaiting()
	for _, id := range told.folded().PendingActions() {
		told = told.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	check(t, it("a cancellation leaves what arrived", told, returns.Cancel{Reason: text("kept")}, follows("return_canceled")))
}
