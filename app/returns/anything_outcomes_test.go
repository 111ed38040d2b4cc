package returns_test

import (
	"fmt"

	"pgregory.net/rapid"

	"revient/app/returns"
)

// stocked are the units of the small stock that the cases of a test share.
var stocked = []string{"352099001761481", "356938035643809"}

func anyUnit(t *rapid.T) returns.Replacement {
	return stockUnit(rapid.IntRange(0, len(stocked)-1).Draw(t, "unit"))
}

func stockUnit(i int) returns.Replacement {
	return returns.Replacement{Unit: returns.UnitID(fmt.Sprintf("unit-%d", i)), Title: "iPhone 12 64 Go Noir", Grade: "good", IMEI: stocked[i]}
}

func reserveIn(u returns.Replacement) returns.ReserveReplacement {
	return returns.ReserveReplacement{Unit: u}
}

// refundName names a refund of the case, most often a new one.
func refundName(t *rapid.T, c returns.Case) returns.RefundID {
	return returns.RefundID(string(c.ID) + rapid.StringMatching(`-r[0-9]{2}`).Draw(t, "refund"))
}

// moneyFor lists the decisions that grant all that is left, or find nothing left.
func moneyFor(t *rapid.T, c returns.Case, f returns.Facts) []returns.Command {
	item, shipping := c.Remaining(f.OtherRefunds)
	refund := refundName(t, c)
	return []returns.Command{
		returns.DecideFullRefund{
			Refund: refund, Expected: euros(item.Minor + shipping.Minor), Proposal: proposing("full_refund"), Proof: text("proof"),
		},
		returns.NoteMarketplaceRefund{Refund: refund, Item: euros(min(item.Minor, 5000)), Shipping: euros(0), Seen: text("seen")},
		returns.NoteMarketplaceRefund{},
	}
}

// partly lists the decisions that grant a part of what is left.
func partly(t *rapid.T, c returns.Case, f returns.Facts) []returns.Command {
	item, _ := c.Remaining(f.OtherRefunds)
	refund := refundName(t, c)
	kept := rapid.Int64Range(1, 20000).Draw(t, "kept back")
	part := rapid.SampledFrom([]string{"screen", "Screen", "battery"}).Draw(t, "part")
	return []returns.Command{
		returns.DecidePartialRefund{
			Refund: refund, Deductions: []returns.Deduction{{Part: part, Finding: "SCR-01", Amount: euros(kept)}}, Shipping: euros(0),
			Expected: euros(item.Minor - kept), Proposal: proposing("partial_refund"),
		},
		returns.DecideKeep{Refund: refund, Amount: euros(kept), Proposal: proposing("keep")},
	}
}

func beforeItComes(t *rapid.T, c returns.Case, f returns.Facts) []returns.Command {
	next := append(partly(t, c, f), moneyFor(t, c, f)[1:]...)
	return append(next, reserveIn(anyUnit(t)), returns.AskProof{Text: text("show")}, returns.NoteProof{State: returns.ProofPhotos}, choice())
}

// decisions lists every decision on a device that is here.
func decisions(t *rapid.T, c returns.Case, f returns.Facts) []returns.Command {
	next := append(moneyFor(t, c, f), partly(t, c, f)...)
	next = append(next, repair(), refuse(), reserveIn(anyUnit(t)), returns.ReleaseReplacement{}, returns.Reinspect(inspect()))
	if c.Replacement != nil {
		toUnit := exchange()
		toUnit.Unit = c.Replacement.Unit
		next = append(next, toUnit, toUnit)
	}
	return next
}

// outward lists what follows a decision besides its money: the second person, the
// repair, the parcel to the customer, and the ways back.
func outward(t *rapid.T, c returns.Case) []returns.Command {
	reason := text("reason")
	granted := euros(0)
	if c.Decision != nil {
		if refund, found := c.Refund(c.Decision.Refund); found {
			granted = refund.Total()
		} else {
			granted = returns.Money{}
		}
	}
	next := []returns.Command{
		returns.ApproveDecision{Expected: granted}, returns.TurnDown{Reason: reason}, returns.Reverse{Reason: reason},
		returns.NoReplacementLeft{Reason: reason}, reserveIn(anyUnit(t)), returns.Unexchange{Code: anyUnit(t).IMEI, Reason: reason},
		returns.StartRepair{}, returns.UsePart{Part: "screen"}, returns.FinishRepair{}, returns.ControlRepair{Passed: rapid.Bool().Draw(t, "passed"), Code: "SCR-01"},
		returns.GiveUpRepair{Reason: reason}, returns.Pack{Code: c.Number}, returns.Unpack{}, handOver(), returns.HandOver{Counter: true},
		returns.Dispose{Reason: reason}, returns.Move{Place: returns.OutboundShelf},
	}
	if c.Replacement != nil {
		next = append(next, returns.Pack{Code: c.Replacement.IMEI})
	}
	return next
}

// possibleOutcomes lists every command of the outcomes, filled with something that may be
// right or not.
func possibleOutcomes(t *rapid.T, refund returns.RefundID, reason returns.TextRef, moment returns.Moment, amount returns.Money, word string) []returns.Command {
	deductions := []returns.Deduction{{Part: word, Finding: word, Amount: amount}}
	photo := returns.PhotoID(rapid.StringMatching(`p[0-9]`).Draw(t, "moved photo"))
	return []returns.Command{
		returns.AnnounceParcel{Tracking: "8R32794555539"}, returns.MarkLost{Reason: reason}, returns.Merge{Into: returns.CaseID(word), Reason: reason},
		returns.Unidentify{Reason: reason}, returns.ProtestToCarrier{}, returns.MoveEvidence{Photo: photo, FromCheck: "SCR", ToCheck: word, Reason: reason},
		returns.AskProof{Text: reason}, returns.NoteProof{State: returns.ProofState(word)}, returns.AskCustomer{Choice: word, Text: reason}, returns.RecordAnswer{Answer: word},
		returns.AddNote{ID: returns.NoteID(word), Text: reason, Promise: true, Until: moment}, returns.KeepPromise{ID: returns.NoteID(word)},
		returns.ReserveReplacement{Unit: anyUnit(t), Mismatch: word, Override: reason}, returns.ReleaseReplacement{},
		returns.DecidePartialRefund{Refund: refund, Deductions: deductions, Shipping: amount, Expected: amount, Override: reason},
		returns.DecideKeep{Refund: refund, Amount: amount, Override: reason}, returns.DecideExchange{Unit: returns.UnitID(word), Override: reason},
		returns.DecideRepair{Override: reason}, returns.DecideRefuse{Code: word, Text: reason, Override: reason},
		returns.NoteMarketplaceRefund{Refund: refund, Item: amount, Shipping: euros(0), Seen: reason},
		returns.ApproveDecision{Expected: amount}, returns.TurnDown{Reason: reason}, returns.Reverse{Reason: reason},
		returns.NoReplacementLeft{Reason: reason}, returns.Unexchange{Code: word, Reason: reason},
		returns.StartRepair{}, returns.UsePart{Part: word}, returns.FinishRepair{}, returns.ControlRepair{Code: word}, returns.GiveUpRepair{Reason: reason},
		returns.Pack{Code: word}, returns.Unpack{}, returns.HandOver{Carrier: word, Tracking: word}, returns.Dispose{Reason: reason},
		returns.CorrectDocument{Document: returns.DocumentID(word), Wrong: reason, Right: reason}, returns.ErasePerson{Because: word},
	}
}
