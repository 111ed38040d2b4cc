package returns_test

import (
	"slices"
	"time"

	"pgregory.net/rapid"

	"revient/app/returns"
)

// comesToAnEnd drives a case from wherever it is to its end, by a lead and a second
// person who do the next sensible thing: no state may be a dead end. A manager's
// exception is given only where nothing was paid that could be refunded.
func comesToAnEnd(t *rapid.T, l *line, one *kept, clock time.Time) {
	if one.held.Stage == returns.New {
		return
	}
	for range 60 {
		c := one.held
		if c.Stage.Ended() {
			return
		}
		clock = clock.Add(time.Hour)
		f := returns.Facts{
			Now: clock, Zone: workshop, Actor: returns.Actor{ID: "lea", Override: true, Approve: true}, OtherRefunds: l.refundsBeside(one),
		}
		before := len(one.journal)
		for _, cmd := range nextSensible(c, f) {
			if _, err := returns.Decide(c, cmd, f); err != nil {
				continue
			}
			decideTwice(t, l, one, cmd, f)
			if len(one.journal) > before {
				break
			}
		}
		if len(one.journal) == before {
			t.Fatalf("nothing leads on from %s: %s", c.Stage, written(t, c))
		}
	}
	t.Fatalf("no end is reached from %v: %s", names(one.journal), written(t, one.held))
}

// nextSensible lists what leads towards the end, the best first.
func nextSensible(c returns.Case, f returns.Facts) []returns.Command {
	reason := text("reason")
	if c.Hold != nil {
		return []returns.Command{returns.Resume{Reason: reason}}
	}
	item, shipping := c.Remaining(f.OtherRefunds)
	full := returns.DecideFullRefund{
		Refund: returns.RefundID(string(c.ID) + "-end-" + string(rune('a'+len(c.Refunds)))), Expected: euros(item.Minor + shipping.Minor),
		Proposal: proposing("full_refund"), Proof: reason,
	}
	full.Expected.Currency = item.Currency
	switch c.Stage {
	case returns.Requested, returns.Awaiting:
		return []returns.Command{returns.Cancel{Reason: reason}}
	case returns.Unidentified:
		return []returns.Command{returns.NotOurs{Reason: reason}}
	case returns.Received:
		return []returns.Command{inspect()}
	case returns.Inspecting:
		return []returns.Command{returns.StopInspection{Defect: "DEAD-01"}}
	case returns.Lost, returns.Deciding:
		next := []returns.Command{full, returns.NoteMarketplaceRefund{}}
		if c.Sale.Paid.Minor == 0 {
			next = append(next, returns.Close{Because: "nothing_paid", Reason: reason})
		}
		return next
	default:
		return slices.Concat(moneyEnds(c), deviceEnds(c))
	}
}

// moneyEnds lists what settles the customer.
func moneyEnds(c returns.Case) []returns.Command {
	next := []returns.Command{}
	if c.Decision.Pending {
		refund, _ := c.Refund(c.Decision.Refund)
		next = append(next, returns.ApproveDecision{Expected: refund.Total()}, returns.TurnDown{Reason: text("reason")})
	}
	for _, refund := range c.Refunds {
		switch refund.State {
		case returns.RefundIsApproved:
			next = append(next, returns.SubmitRefund{Refund: refund.ID})
		case returns.RefundIsSubmitting:
			next = append(next, returns.AcceptRefund{Refund: refund.ID})
		}
		next = append(next, returns.RecordReadBack{Refund: refund.ID, Finding: returns.FoundRefunded})
		for _, kind := range []returns.DocumentKind{returns.RefundNotice, returns.RefundReceipt} {
			next = append(next, returns.IssueDocument{Document: returns.IssuedDocument{
				ID: returns.DocumentID("end-" + string(kind) + string(refund.ID)), Kind: kind, Number: "R-9", SHA256: "hash", Refund: refund.ID,
			}})
		}
	}
	if c.Decision.Outcome == returns.Refusal && !slices.ContainsFunc(c.Documents, func(d returns.IssuedDocument) bool { return d.ID == endLetter(c) }) {
		next = append(next, document(endLetter(c), returns.RefusalLetter))
	}
	for _, id := range c.PendingActions() {
		next = append(next, returns.SettleAction{ID: id, Result: returns.ActionByHand})
	}
	return next
}

// endLetter names one letter for each decision.
func endLetter(c returns.Case) returns.DocumentID {
	return returns.DocumentID("end-letter-" + c.Decision.At.At.String())
}

// deviceEnds lists what brings the parcel to the customer and the device to its place.
func deviceEnds(c returns.Case) []returns.Command {
	next := []returns.Command{returns.StartRepair{}, returns.FinishRepair{}, returns.ControlRepair{Passed: true}, returns.GiveUpRepair{Reason: text("own work")}}
	if c.Replacement != nil && c.Outbound.State != returns.HandedOver {
		next = append(next, returns.Pack{Code: c.Replacement.IMEI})
	}
	next = append(next, returns.Pack{Code: c.Number}, returns.HandOver{Counter: true})
	if c.Wipe.State != returns.WipeDone {
		next = append(next, returns.RecordWipe{State: returns.WipeDone, Method: "clear"})
	}
	if c.Custody.Place != returns.Scrap {
		next = append(next, returns.Move{Place: returns.Scrap})
	}
	return next
}
