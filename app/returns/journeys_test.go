package returns_test

import (
	"testing"

	"revient/app/returns"
)

// toldAll ends every message that waits.
func (p past) toldAll() past {
	for _, id := range p.folded().PendingActions() {
		p = p.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	return p
}

// paid sends the refund, reads it back and issues its papers.
func (p past) paid() past {
	return p.and(notice(), submit, accept, reading(returns.FoundRefunded), receipt()).toldAll()
}

// stocked erases and grades the device and puts it to stock.
func (p past) stocked() past {
	return p.and(erased(), returns.RecordGrade{Grade: "good"}, returns.Move{Place: returns.Stock, Bin: "A1"})
}

// sent packs what is scanned and hands it over.
func (p past) sent(code string) past {
	return p.and(returns.Pack{Code: code}, handOver()).toldAll()
}

func TestEveryOutcomeComesToItsEnd(t *testing.T) {
	healthy := inspectedAs("ok", "ok")
	partial := partial(490, 30390, deduct("screen", 3000))
	for name, c := range map[string]struct {
		past  past
		place returns.Place
		paid  int64
	}{
		"full refund":                   {healthy.and(fullRefund()).paid().stocked(), returns.Stock, 33390},
		"full refund by a second yes":   {healthy.given(upTo(1), fullRefund()).second(approve()).paid().stocked(), returns.Stock, 33390},
		"partial refund":                {healthy.and(partial).paid().stocked(), returns.Stock, 30390},
		"exchange":                      {healthy.and(reserve("unit-1"), exchange()).sent(unitIMEI).stocked(), returns.Stock, 0},
		"exchange without a unit":       {healthy.and(reserve("unit-1"), exchange(), returns.NoReplacementLeft{Reason: text("r")}, fullRefund()).paid().stocked(), returns.Stock, 33390},
		"repair":                        {repaired().sent(soldIMEI), returns.WithCustomer, 0},
		"repair given up":               {onTheBench().and(returns.GiveUpRepair{Reason: text("r")}, fullRefund()).paid().stocked(), returns.Stock, 33390},
		"refusal":                       {refusedToo().and(letter("letter")).sent(soldIMEI), returns.WithCustomer, 0},
		"refusal, left here":            {refusedToo().and(letter("letter"), returns.Dispose{Reason: text("r")}).toldAll().and(erased(), scrapped()), returns.Scrap, 0},
		"empty box":                     {inspecting().and(stopped(), refuse()).second(returns.ApproveDecision{}).and(letter("letter")).toldAll(), returns.NoDevice, 0},
		"kept, never sent":              {awaiting().and(keep(5000)).paid(), returns.WithCustomer, 5000},
		"kept, sent back":               {healthy.and(keep(5000)).paid().sent(soldIMEI), returns.WithCustomer, 5000},
		"lost":                          {lost().and(lostRefund()).paid(), returns.LostInTransit, 33390},
		"refunded by the marketplace":   {healthy.and(noted()).toldAll().stocked(), returns.Stock, 33390},
		"lost, refunded by it":          {lost().and(tellNothing(), noted()), returns.LostInTransit, 33390},
		"taken back, decided otherwise": {healthy.and(repair(), returns.Reverse{Reason: text("r")}, fullRefund()).paid().stocked(), returns.Stock, 33390},
		"unknown parcel":                {unidentified().and(found(), inspect(), returns.StopInspection{Defect: "DEAD-01"}, fullRefund()).paid().and(erased(), scrapped()), returns.Scrap, 33390},
	} {
		got := c.past.folded()
		if got.Stage != returns.Closed || got.Custody.Place != c.place || got.ClosedBecause != "" {
			t.Errorf("%s: %s in %s because of %q: %v", name, got.Stage, got.Custody.Place, got.ClosedBecause, names(c.past.events))
		}
		total := int64(0)
		for _, refund := range got.Refunds {
			if refund.State.Paid() {
				total += refund.Total().Minor
			}
		}
		if total != c.paid {
			t.Errorf("%s: paid %d, want %d", name, total, c.paid)
		}
	}
}

func TestACaseThatIsReopenedAfterItsParcelLeftIsDecidedAnew(t *testing.T) {
	reopen := returns.Reopen{Reason: text("contested")}
	refusedAndSent := refusedToo().and(letter("letter")).sent(soldIMEI).and(reopen)
	neverSent := awaiting().and(keep(5000)).paid().and(reopen)
	check(t,
		it("a device that is with the customer is not repaired here", refusedAndSent, repair(), refused("move.not_here", "")),
		it("nor inspected", refusedAndSent, returns.Reinspect(inspect()), refused("move.not_here", "")),
		it("nor is its reception undone", refusedAndSent, returns.UndoReception{Reason: text("r")}, refused("reception.too_late", "")),
		it("its price can be given back", refusedAndSent, fullRefund(), follows("full_refund_decided", "refund_approved", "action_queued", "action_queued")),
		it("it is not erased then", refusedAndSent.and(fullRefund()), erased(), refused("move.not_here", "")),
		it("one that was kept may still be sent", neverSent, returns.Receive{Tracking: "T1"}, follows("parcel_received")),
	)
}
