package returns_test

import (
	"time"

	"pgregory.net/rapid"

	"revient/app/returns"
)

// anything draws a command that somebody might give to a case: half of the time one that
// fits what the case is in, so that long stories happen, and half of the time any
// command at all, well filled or not.
func anything(t *rapid.T, c returns.Case, f returns.Facts) returns.Command {
	if next := fitting(t, c, f); len(next) > 0 && rapid.IntRange(0, 3).Draw(t, "fits") > 0 {
		return rapid.SampledFrom(next).Draw(t, "next")
	}
	return rapid.SampledFrom(possible(t, c)).Draw(t, "any")
}

// fitting lists commands that lead on from where the case is.
func fitting(t *rapid.T, c returns.Case, f returns.Facts) []returns.Command {
	reason := text("reason")
	photo := returns.PhotoID(rapid.StringMatching(`p[0-9]`).Draw(t, "photo"))
	answer := rapid.SampledFrom([]string{"ok", "ko"})
	switch c.Stage {
	case returns.New:
		opening := request()
		opening.Folder = rapid.SampledFrom([]string{"", "folder-7"}).Draw(t, "folder")
		return []returns.Command{opening, returns.ReceiveUnknown{Code: "T9"}}
	case returns.Requested:
		return append(beforeItComes(t, c, f), returns.Authorise{Label: true}, returns.Authorise{Label: true}, returns.Receive{})
	case returns.Awaiting:
		return append(beforeItComes(t, c, f), returns.Receive{Tracking: "T1"}, returns.Receive{Tracking: "T2"}, returns.MarkLost{Reason: reason})
	case returns.Lost:
		return append(moneyFor(t, c, f), returns.Receive{Tracking: "T1"}, returns.Resume{Reason: reason})
	case returns.Unidentified:
		return []returns.Command{found(), returns.AddEvidence{Photos: []returns.PhotoID{photo}, View: "outer"}}
	case returns.Received:
		return []returns.Command{inspect(), inspect(), reserveIn(anyUnit(t)), returns.Unidentify{Reason: reason}, choice(), returns.RecordAnswer{Answer: "repair"}}
	case returns.Inspecting:
		return []returns.Command{
			returns.ReadIdentity{IMEI: rapid.SampledFrom([]string{soldIMEI, soldIMEI, otherIMEI}).Draw(t, "imei")},
			answers("SCR", answer.Draw(t, "screen"), "LCK", answer.Draw(t, "lock")),
			returns.AddEvidence{Photos: []returns.PhotoID{photo}, Check: "SCR"}, returns.CompleteInspection{},
			returns.StopInspection{Defect: "PKG-EMPTY", Absent: rapid.Bool().Draw(t, "absent")}, returns.Resume{Reason: reason},
		}
	case returns.Deciding:
		return append(decisions(t, c, f), returns.Resume{Reason: reason}, returns.Resume{Reason: reason})
	case returns.Executing:
		next := append(executingOn(t, c), outward(t, c)...)
		return append(next, returns.RecordWipe{State: returns.WipeDone, Method: "clear"}, returns.RecordGrade{Grade: "good"}, returns.Resume{Reason: reason})
	case returns.Closed:
		return []returns.Command{
			returns.Reopen{Reason: reason}, returns.Redate{Which: returns.DateOfDelivery, Moment: said(-time.Hour), Reason: reason},
			document(returns.DocumentID("late-"+photo), returns.DeviceLabel), returns.AddEvidence{Photos: []returns.PhotoID{photo}}, onHold("doubt"),
			returns.Unexchange{Code: anyUnit(t).IMEI, Reason: reason}, returns.ErasePerson{Because: "asked"}, returns.Unidentify{Reason: reason},
		}
	default:
		return nil
	}
}

// executingOn lists what may follow a decision: money, papers, messages, a place.
func executingOn(t *rapid.T, c returns.Case) []returns.Command {
	place := rapid.SampledFrom([]returns.Place{returns.Stock, returns.Parts, returns.Scrap})
	next := []returns.Command{returns.Move{Place: place.Draw(t, "place")}}
	for _, id := range c.PendingActions() {
		next = append(next, returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	letter := returns.DocumentID(rapid.StringMatching(`letter-[0-9]`).Draw(t, "letter"))
	next = append(next, document(letter, returns.RefusalLetter))
	if len(c.Refunds) == 0 {
		return next
	}
	refund := c.Refunds[len(c.Refunds)-1]
	for _, kind := range []returns.DocumentKind{returns.RefundNotice, returns.RefundReceipt, returns.RefundCancellation} {
		next = append(next, returns.IssueDocument{Document: returns.IssuedDocument{
			ID: returns.DocumentID(string(kind) + string(refund.ID)), Kind: kind, Number: "R-1", SHA256: "hash", Refund: refund.ID,
		}})
	}
	finding := rapid.SampledFrom([]returns.Finding{returns.FoundRefunded, returns.FoundNotRefunded, returns.CannotTell})
	return append(next, onRefund(t, refund.ID, finding.Draw(t, "finding"))...)
}

// onRefund lists every command on one refund, whatever its state.
func onRefund(t *rapid.T, id returns.RefundID, finding returns.Finding) []returns.Command {
	return []returns.Command{
		returns.SubmitRefund{Refund: id}, returns.RequeueRefund{Refund: id, Cause: "dial"}, returns.AcceptRefund{Refund: id}, returns.DoubtRefund{Refund: id, Cause: "reset"},
		returns.RecordReadBack{Refund: id, Finding: finding}, returns.FindAlreadyRefunded{Refund: id}, returns.RejectRefund{Refund: id, Code: "no"},
		returns.SettleRefund{Refund: id, Refunded: rapid.Bool().Draw(t, "refunded"), Seen: text("seen")},
	}
}

// possible lists every command, each filled with something that may be right or not.
func possible(t *rapid.T, c returns.Case) []returns.Command {
	reason := rapid.SampledFrom([]returns.TextRef{{}, text("reason")}).Draw(t, "reason")
	moment := rapid.SampledFrom([]returns.Moment{{}, said(-72 * time.Hour), said(0), said(9000 * time.Hour)}).Draw(t, "moment")
	amount := rapid.Int64Range(-100, 40000).Draw(t, "amount")
	word := rapid.SampledFrom([]string{"", "late", "customer", "identity", "other", "clear", "destroy", "good", "stock", "scrap", "bench", "arrival", "SCR", "done", "impossible", "case-2"}).Draw(t, "word")
	refund := returns.RefundID(rapid.SampledFrom([]string{"", "case-1-r00", "case-2-r01", "refund-1"}).Draw(t, "refund"))
	if len(c.Refunds) > 0 && rapid.Bool().Draw(t, "own refund") {
		refund = c.Refunds[rapid.IntRange(0, len(c.Refunds)-1).Draw(t, "which")].ID
	}
	sold := sale()
	sold.Paid.Minor = amount
	kind := rapid.SampledFrom([]returns.DocumentKind{returns.ReturnSlip, returns.RefundNotice, returns.RefundReceipt}).Draw(t, "kind")

	label := document(returns.DocumentID("label-"+word), returns.DeviceLabel)

	commands := []returns.Command{
		returns.Request{Origin: returns.FromHand, Sale: sold}, returns.ReceiveUnknown{Arrived: moment, Reason: reason},
		returns.Authorise{}, returns.Decline{Code: word, Text: reason}, returns.Cancel{Reason: reason},
		returns.Receive{Arrived: moment, Reason: reason, Tracking: word}, returns.UndoReception{Reason: reason},
		returns.Redate{Which: returns.Dated(word), Moment: moment, Reason: reason}, returns.Redate{Which: returns.DateOfArrival, Moment: said(-time.Hour), Reason: reason},
		returns.Identify{As: returns.CaseID(word)}, returns.OpenFromSale{Sale: sold}, returns.NotOurs{Reason: reason},
		returns.StartInspection{Profile: word, Version: word, Checks: checks()}, returns.Reinspect(inspect()),
		returns.ReadIdentity{Serial: word}, returns.ReadIdentity{Unreadable: true}, answers(word, "ok"), answers("SCR", "not_tested"),
		returns.AddEvidence{Photos: []returns.PhotoID{returns.PhotoID(word)}, Check: word}, returns.StopInspection{Defect: word, Views: []string{"outer"}},
		returns.CompleteInspection{}, returns.DecideFullRefund{Refund: refund, Expected: euros(amount), Override: reason},
		returns.RecordWipe{State: returns.WipeState(word), Method: word}, returns.RecordGrade{Grade: word}, returns.Move{Place: returns.Place(word)},
		returns.PutOnHold{Code: word, Text: reason, ReviewAt: moment}, returns.Resume{Reason: reason}, returns.SettleAction{ID: returns.ActionID(word), Result: returns.ActionDropped, Reason: reason},
		returns.IssueDocument{Document: returns.IssuedDocument{ID: returns.DocumentID(word), Kind: kind, SHA256: "hash", Number: word, Refund: refund}},
		label, returns.Close{Because: word, Reason: reason}, returns.Reopen{Reason: reason},
	}
	commands = append(commands, onRefund(t, refund, returns.Finding(word))...)
	return append(commands, possibleOutcomes(t, refund, reason, moment, euros(amount), word)...)
}
