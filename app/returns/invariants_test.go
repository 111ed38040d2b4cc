package returns_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"revient/app/returns"
)

// kept is a case with its journal, as a station keeps them.
type kept struct {
	held    returns.Case
	journal []returns.Event
	given   []returns.Command
}

// line is several cases of one order line, in the order they were opened, and the
// stock that they share.
type line struct {
	cases []*kept
	stock stock
}

// people are who works: an operator who may grant little, one who may grant all, and a
// lead who approves.
func people() []returns.Actor {
	little := euros(10000)
	return []returns.Actor{{ID: "ana", Limit: &little}, {ID: "eva"}, {ID: "bob", Approve: true, Override: true}, {ID: "ana", Override: true, Limit: &little}}
}

func (l *line) refundsBeside(one *kept) []returns.Refund {
	refunds := []returns.Refund{}
	for _, other := range l.cases {
		if other != one {
			refunds = append(refunds, other.held.Refunds...)
		}
	}
	return refunds
}

// Whatever is asked of the cases of one order line, in whatever order, by whomever:
// the invariants hold. They are not rules, so nobody can override them.
func TestNoSequenceOfCommandsBreaksAnInvariant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := &line{cases: []*kept{{}, {}}, stock: stock{}}
		clock := morning
		alone := rapid.IntRange(0, 9).Draw(t, "alone") == 0
		for range rapid.IntRange(20, 90).Draw(t, "steps") {
			clock = clock.Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "minutes")) * time.Minute)
			i := min(rapid.IntRange(0, 4).Draw(t, "case"), 1)
			one := l.cases[i]
			f := returns.Facts{
				Now: clock, Zone: workshop, CaseID: []returns.CaseID{"case-1", "case-2"}[i], CaseNumber: "P03A-000001-Q",
				Actor: rapid.SampledFrom(people()).Draw(t, "who"), Alone: alone, OtherRefunds: l.refundsBeside(one),
			}
			cmd := anything(t, one.held, f)
			if len(one.given) > 0 && rapid.IntRange(0, 9).Draw(t, "crash") == 0 {
				cmd = rapid.SampledFrom(one.given).Draw(t, "given again") // Nobody knew that it was done.
			}
			if !l.stock.has(cmd, one.held) {
				continue
			}
			one.given = append(one.given, cmd)
			decideTwice(t, l, one, cmd, f)
			capHolds(t, l)
			l.stock.agrees(t, l.cases)
		}
		for _, one := range l.cases {
			journalHolds(t, one)
		}
		for _, one := range l.cases {
			comesToAnEnd(t, l, one, clock)
		}
	})
}

// decideTwice gives a command to a case and commits what follows, after checking
// that the decision rests on nothing but its inputs and leaves them alone.
func decideTwice(t *rapid.T, l *line, one *kept, cmd returns.Command, f returns.Facts) {
	returns.Decide(one.held, cmd, returns.Facts{}) //nolint:errcheck // Whatever it answers, it must not panic.
	inputs := func() [3]string {
		return [3]string{written(t, one.held), written(t, cmd), written(t, f)}
	}
	before := inputs()
	events, err := returns.Decide(one.held, cmd, f)
	again, errAgain := returns.Decide(one.held, cmd, f)
	if !reflect.DeepEqual(events, again) || (err == nil) != (errAgain == nil) {
		t.Fatalf("%s decides %v, then %v", cmd.Name(), events, again)
	}
	if before != inputs() {
		t.Fatalf("%s changed what it was given", cmd.Name())
	}
	if err != nil && len(events) > 0 {
		t.Fatalf("%s is refused and has events %v", cmd.Name(), names(events))
	}
	for _, event := range events {
		mayFollow(t, one, event)
		one.held, one.journal = returns.Apply(one.held, event), append(one.journal, event)
		l.stock.follow(t, one.held, event)
	}
	if c := one.held; c.Stage == returns.Executing && c.Hold == nil && c.CustomerSettled() && c.DevicePutAway() {
		t.Fatalf("after %s the case has reached both of its ends and is open", cmd.Name())
	}
}

// mayFollow checks an event against the case just before it.
func mayFollow(t *rapid.T, one *kept, event returns.Event) {
	c := one.held
	if c.Stage == returns.Closed {
		switch e := event.(type) {
		case returns.CaseReopened, returns.MomentCorrected, returns.DeviceMoved, returns.NoteAdded, returns.PromiseKept, returns.DocumentCorrected,
			returns.PersonErased, returns.ExchangeUndone, returns.ParcelUnidentified, returns.ReplacementReleased:
		case returns.DocumentIssued:
			if e.Document.Kind != returns.RefundCancellation && e.Document.Kind != returns.RefundCorrection {
				t.Fatalf("%s in a closed case", e.Document.Kind)
			}
		case returns.ActionSettled:
			if c.AbsorbedInto == "" {
				t.Fatal("a case is closed with something to be told")
			}
		default:
			t.Fatalf("%s in a closed case", returns.TypeOf(event))
		}
	}
	switch e := event.(type) {
	case returns.CaseClosed:
		if e.Because == "" && (!c.CustomerSettled() || !c.DevicePutAway()) || c.Hold != nil || len(c.PendingActions()) > 0 {
			t.Fatalf("closes because of %q: settled %t, put away %t, hold %v", e.Because, c.CustomerSettled(), c.DevicePutAway(), c.Hold)
		}
		for _, refund := range c.Refunds {
			ours := refund.State == returns.RefundIsConfirmed || refund.State == returns.RefundDoneByHand
			if !refund.State.Final() || e.Because == "" && refund.State.Paid() && !refund.Noted && !issued(c, returns.RefundNotice, refund.ID) || ours && !issued(c, returns.RefundReceipt, refund.ID) {
				t.Fatalf("closes with the refund %+v and the documents %+v", refund, c.Documents)
			}
		}
	case returns.RefundApproved:
		if e.Refund.Item.Minor < 0 || e.Refund.Shipping.Minor < 0 || e.Refund.Total().Minor <= 0 || c.Hold != nil {
			t.Fatalf("grants %+v, hold %v", e.Refund, c.Hold)
		}
	case returns.RefundSubmitting:
		if c.Hold != nil {
			t.Fatal("sends money in a held case")
		}
	}
	nothingWhilePending(t, c, event)
	theCustomersStaysTheirs(t, c, event)
}

// nothingWhilePending checks that nothing of a decision is carried out before the second
// person's yes.
func nothingWhilePending(t *rapid.T, c returns.Case, event returns.Event) {
	if c.Decision == nil || !c.Decision.Pending {
		return
	}
	switch e := event.(type) {
	case returns.RefundApproved, returns.RefundSubmitting, returns.WipeRecorded, returns.OutboundPacked, returns.OutboundLeft, returns.RepairStarted, returns.DeviceGivenUp, returns.CaseClosed:
		t.Fatalf("%s while the decision is pending", returns.TypeOf(event))
	case returns.ActionQueued:
		if e.Action.Kind != returns.TellVoid {
			t.Fatalf("%s while the decision is pending", e.Action.Kind)
		}
	case returns.DocumentIssued:
		if e.Document.Kind == returns.RefusalLetter || e.Document.Kind == returns.RefundNotice && e.Document.Refund == c.Decision.Refund {
			t.Fatalf("%s while the decision is pending", e.Document.Kind)
		}
	case returns.DeviceMoved:
		if slices.Contains(endPlaces, e.Custody.Place) {
			t.Fatalf("to %s while the decision is pending", e.Custody.Place)
		}
	}
}

// endPlaces are where a device goes that is the workshop's for good.
var endPlaces = []returns.Place{returns.Stock, returns.Parts, returns.Scrap}

// theCustomersStaysTheirs checks that a device that goes back to its owner is neither
// erased nor put away, and that what leaves is what was decided.
func theCustomersStaysTheirs(t *rapid.T, c returns.Case, event returns.Event) {
	after := returns.Apply(c, event)
	theirs := after.Decision != nil && after.Decision.Outcome.GivesBack() && !after.GivenUp
	if theirs && (after.Wipe.State == returns.WipeDone || slices.Contains(endPlaces, after.Custody.Place)) {
		t.Fatalf("after %s the customer's device is erased %q and in %s", returns.TypeOf(event), after.Wipe.State, after.Custody.Place)
	}
	if after.Stage.Ended() && after.Replacement != nil && after.Outbound.State != returns.HandedOver {
		switch event.(type) { // The release follows in the same transaction.
		case returns.CaseClosed, returns.RequestDeclined, returns.ReturnCanceled, returns.CaseMerged:
		default:
			t.Fatalf("after %s a case that is over keeps unit %s", returns.TypeOf(event), after.Replacement.Unit)
		}
	}
	if _, left := event.(returns.OutboundLeft); !left {
		return
	}
	switch {
	case c.Hold != nil || c.Decision == nil || c.Stage != returns.Executing:
		t.Fatalf("something leaves a case that is %s, held %v", c.Stage, c.Hold)
	case c.Outbound.What == returns.OutReplacement && (c.Decision.Outcome != returns.Exchange || c.Replacement == nil):
		t.Fatalf("a replacement leaves after %s", c.Decision.Outcome)
	case c.Outbound.What == returns.OutDevice && !theirs:
		t.Fatalf("the device leaves after %s", c.Decision.Outcome)
	}
}

func issued(c returns.Case, kind returns.DocumentKind, refund returns.RefundID) bool {
	return slices.ContainsFunc(c.Documents, func(d returns.IssuedDocument) bool { return d.Kind == kind && d.Refund == refund })
}

// capHolds checks that the cases of a line together grant no more than was paid.
func capHolds(t *rapid.T, l *line) {
	var item, shipping int64
	paid := returns.Sale{}
	for _, one := range l.cases {
		if sale := one.held.Sale; sale != nil {
			paid.Paid.Minor, paid.Shipping.Minor = max(paid.Paid.Minor, sale.Paid.Minor), max(paid.Shipping.Minor, sale.Shipping.Minor)
		}
		for _, refund := range one.held.Refunds {
			if refund.State.Counts() {
				item, shipping = item+refund.Item.Minor, shipping+refund.Shipping.Minor
			}
		}
	}
	if item > paid.Paid.Minor || shipping > paid.Shipping.Minor {
		t.Fatalf("granted %d and %d of %d and %d", item, shipping, paid.Paid.Minor, paid.Shipping.Minor)
	}
}

// journalHolds checks a journal as a whole.
func journalHolds(t *rapid.T, one *kept) {
	if one.held.Seq != len(one.journal) {
		t.Fatalf("sequence %d after %d events", one.held.Seq, len(one.journal))
	}
	replayed := returns.Case{}
	saidYes := map[returns.RefundID]bool{}
	mayBeSent := map[returns.RefundID]bool{} // A refund is sent once, and once more each time that nothing left.
	for _, event := range one.journal {
		name, schema, payload, err := returns.Encode(event)
		if err != nil {
			t.Fatal(err)
		}
		back, err := returns.Decode(name, schema, payload)
		if err != nil {
			t.Fatal(err)
		}
		replayed = returns.Apply(replayed, back)
		switch e := event.(type) {
		case returns.RefundApproved:
			if _, twice := mayBeSent[e.Refund.ID]; twice {
				t.Fatalf("refund %s is granted twice", e.Refund.ID)
			}
			mayBeSent[e.Refund.ID] = true
		case returns.RefundSubmitting:
			if !mayBeSent[e.Refund] {
				t.Fatalf("refund %s is sent a second time: %v", e.Refund, names(one.journal))
			}
			mayBeSent[e.Refund] = false
		case returns.RefundRequeued:
			if saidYes[e.Refund] {
				t.Fatalf("refund %s is queued again after the marketplace's yes", e.Refund)
			}
			mayBeSent[e.Refund] = true
		case returns.RefundAccepted:
			saidYes[e.Refund] = true
		}
	}
	if written(t, replayed) != written(t, one.held) {
		t.Fatalf("the journal replays to\n%s\nand the case held is\n%s", written(t, replayed), written(t, one.held))
	}
}
