package returns_test

import (
	"fmt"
	"slices"

	"revient/app/returns"
)

// past is what has happened to a case. It is built by real commands, so that no
// row starts from a state that the domain could not reach.
type past struct{ events []returns.Event }

func (p past) folded() returns.Case { return returns.Fold(returns.Case{}, p.events...) }

// and goes on with commands given by a manager, one after the other.
func (p past) and(commands ...returns.Command) past { return p.given(byAManager, commands...) }

// second goes on with commands given by another person, who may approve.
func (p past) second(commands ...returns.Command) past { return p.given(byASecondPerson, commands...) }

func (p past) given(who circumstance, commands ...returns.Command) past {
	p.events = slices.Clone(p.events)
	for _, cmd := range commands {
		events, err := returns.Decide(p.folded(), cmd, facts(who))
		if err != nil {
			panic(fmt.Sprintf("the past of a row is impossible: %s from %s: %v", cmd.Name(), p.folded().Stage, err))
		}
		p.events = append(p.events, events...)
	}
	return p
}

const (
	soldIMEI  = "490154203237518"
	otherIMEI = "352099001761481"
)

func sale() returns.Sale {
	return returns.Sale{
		Account: "bm-fr", OrderRef: "4012345", LineRef: "4012345-1", Title: "iPhone 12 64 Go Noir", Category: "smartphone",
		IMEI: soldIMEI, Paid: euros(32900), Shipping: euros(490), Locale: "fr-fr", Country: "FR", Quantity: 1,
	}
}

func request() returns.Request {
	return returns.Request{
		Origin: returns.FromPull, Sale: sale(), Folder: "folder-7",
		Claim:    returns.Claim{Kind: returns.Defect, Wish: returns.WantsRefund, Issues: []string{"BATTERY_NOT_CHARGING"}},
		Customer: returns.PersonRef{ID: "person-1", Hash: "keyed"}, RequestedAt: now(),
	}
}

// withoutFolder is the request of a customer whom the marketplace's messages do
// not reach.
func withoutFolder() returns.Request {
	r := request()
	r.Folder, r.Origin, r.Sale.Account = "", returns.FromHand, ""
	return r
}

func checks() []returns.CheckSpec {
	return []returns.CheckSpec{
		{Code: "SCR", Step: "tests", Mandatory: true, Photo: returns.PhotoIfKO, FailDefect: "SCR-01"},
		{Code: "LCK", Step: "identity", Mandatory: true, Photo: returns.PhotoNever, FailDefect: "LCK-01"},
		{Code: "SAF", Step: "safety", Photo: returns.PhotoNever, FailDefect: "SAF-01"},
		{Code: "BOX", Step: "tests", Photo: returns.PhotoAlways},
	}
}

func answers(given ...string) returns.RecordChecks {
	results := map[string]returns.CheckResult{}
	for i := 0; i < len(given); i += 2 {
		results[given[i]] = returns.CheckResult{Answer: returns.Answer(given[i+1])}
	}
	return returns.RecordChecks{Results: results}
}

func inspect() returns.StartInspection {
	return returns.StartInspection{Profile: "defect", Version: "1", Checks: checks()}
}

func fullRefund() returns.DecideFullRefund {
	return returns.DecideFullRefund{Refund: "refund-1", Expected: euros(33390), Proposal: returns.Proposal{Outcome: "full_refund", Row: "D5"}}
}

func document(id returns.DocumentID, kind returns.DocumentKind) returns.IssueDocument {
	issued := returns.IssuedDocument{ID: id, Kind: kind, SHA256: "hash-of-" + string(id)}
	if kind.Numbered() {
		issued.Number, issued.Refund = "R-2026-P03A-000001", "refund-1"
	}
	return returns.IssueDocument{Document: issued}
}

func notice() returns.Command  { return document("doc-notice", returns.RefundNotice) }
func receipt() returns.Command { return document("doc-receipt", returns.RefundReceipt) }

func onHold(code string) returns.Command { return returns.PutOnHold{Code: code, Text: text("why")} }

// The pasts, one for each stage. The later ones stand on the earlier.

func nobody() past       { return past{} }
func requested() past    { return past{}.and(request()) }
func awaiting() past     { return requested().and(returns.Authorise{}) }
func unidentified() past { return past{}.and(returns.ReceiveUnknown{Code: "TRACK-9"}) }
func received() past     { return awaiting().and(returns.Receive{Tracking: "TRACK-1"}) }
func inspecting() past   { return received().and(inspect()) }

// inspectedAs leads to the decision with one answer to each mandatory check.
func inspectedAs(screen, lock string) past {
	return inspecting().and(returns.ReadIdentity{IMEI: soldIMEI}, returns.AddEvidence{Photos: []returns.PhotoID{"photo-scr"}, Check: "SCR"},
		answers("SCR", screen, "LCK", lock), returns.CompleteInspection{})
}

func deciding() past  { return inspectedAs("ko", "ok") }
func executing() past { return deciding().and(fullRefund(), notice()) }

// decidingUnreached is the case of a customer whom no message can reach.
func decidingUnreached() past {
	return past{}.and(withoutFolder(), returns.Receive{}, inspect(), returns.ReadIdentity{IMEI: soldIMEI},
		answers("SCR", "ok", "LCK", "ok"), returns.CompleteInspection{})
}

// unreachable is a refund for which no message can be sent.
func unreachable() past { return decidingUnreached().and(fullRefund(), notice()) }

func submitting() past { return executing().and(returns.SubmitRefund{Refund: "refund-1"}) }
func accepted() past   { return submitting().and(returns.AcceptRefund{Refund: "refund-1"}) }
func doubted() past {
	return submitting().and(returns.DoubtRefund{Refund: "refund-1", Cause: "timeout"})
}
func confirmed() past {
	return accepted().and(returns.RecordReadBack{Refund: "refund-1", Finding: returns.FoundRefunded})
}
func told() past {
	p := confirmed().and(receipt())
	for _, id := range p.folded().PendingActions() {
		p = p.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	return p
}

func erased() returns.Command { return returns.RecordWipe{State: returns.WipeDone, Method: "clear"} }
func scrapped() returns.Command {
	return returns.Move{Place: returns.Scrap, Bin: "S1"}
}

func closed() past   { return told().and(erased(), scrapped()) }
func canceled() past { return awaiting().and(returns.Cancel{Reason: text("kept")}) }
func declined() past { return requested().and(returns.Decline{Code: "late", Text: text("late")}) }
func lost() past     { return awaiting().and(returns.MarkLost{Reason: text("carrier")}) }
func absorbed() past { return unidentified().and(returns.Identify{As: "case-2"}) }
