package returns_test

import (
	"slices"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

const theRefund = returns.RefundID("refund-1")

var (
	submit  = returns.SubmitRefund{Refund: theRefund}
	requeue = returns.RequeueRefund{Refund: theRefund, Cause: "dial"}
	accept  = returns.AcceptRefund{Refund: theRefund}
	doubt   = returns.DoubtRefund{Refund: theRefund, Cause: "timeout"}
	reject  = returns.RejectRefund{Refund: theRefund, Code: "refused"}
	foreign = returns.FindAlreadyRefunded{Refund: theRefund}
)

func reading(found returns.Finding) returns.Command {
	return returns.RecordReadBack{Refund: theRefund, Finding: found}
}

func word(refunded bool) returns.Command {
	return returns.SettleRefund{Refund: theRefund, Refunded: refunded, Seen: text("back office")}
}

func asked() past { return doubted().and(reading(returns.CannotTell)) }

func TestSendingARefund(t *testing.T) {
	check(t,
		it("it is marked before its first byte", executing(), submit, then(returns.RefundSubmitting{Refund: theRefund})),
		it("it is not marked twice", submitting(), submit, refused("refund.state", "")),
		it("a held case sends nothing", executing().and(onHold("doubt")), submit, refused("held", "")),
		it("nobody sends what was not granted", executing(), returns.SubmitRefund{Refund: "other"}, refused("refund.unknown", "")),
		it("when no byte left, it may be sent again", submitting(), requeue, then(returns.RefundRequeued{Refund: theRefund, Cause: "dial"})),
		it("and is", submitting().and(requeue), submit, follows("refund_submitting")),
		it("what was not sent is not queued again", executing(), requeue, refused("refund.state", "")),
		it("after a yes it is never sent again", accepted(), requeue, refused("refund.state", "")),
		it("nor after a doubt", doubted(), requeue, refused("refund.state", "")),
		it("nor after a doubt, directly", doubted(), submit, refused("refund.state", "")),
		it("nor once confirmed", confirmed(), submit, refused("refund.state", "")),
	)
}

func TestTheMarketplacesAnswer(t *testing.T) {
	check(t,
		it("a yes is noted", submitting(), accept, then(returns.RefundAccepted{Refund: theRefund})),
		it("a yes said twice is noted once", accepted(), accept, nothing()),
		it("a yes to nothing is none", executing(), accept, refused("refund.state", "")),
		it("no clear answer is a doubt", submitting(), doubt, then(returns.RefundDoubted{Refund: theRefund, Cause: "timeout"})),
		it("a yes may still be doubted", accepted(), doubt, follows("refund_doubted")),
		it("what was not sent is not doubted", executing(), doubt, refused("refund.state", "")),
		it("a no opens the decision again and takes back what was not told yet", submitting(), reject, follows("refund_rejected", "action_settled", "action_settled")),
		it("a no after a yes is not believed", accepted(), reject, refused("refund.state", "")),
		it("a no to nothing is none", executing(), reject, refused("refund.state", "")),
		it("read before sending, it was refunded already", executing(), foreign, then(returns.RefundFoundDone{Refund: theRefund, At: now()})),
		it("found refunded after sending is not the marketplace's own", submitting(), foreign, refused("refund.state", "")),
	)
	if c := submitting().and(reject).folded(); c.Stage != returns.Deciding || c.Decision != nil || c.Refunds[0].State != returns.RefundIsRejected {
		t.Errorf("stage %s, decision %v, refund %+v", c.Stage, c.Decision, c.Refunds[0])
	}
}

func TestReadingARefundBack(t *testing.T) {
	once := doubted().and(reading(returns.FoundNotRefunded))
	missed := func(at time.Duration, ask bool) outcome {
		return then(returns.RefundNotFound{Refund: theRefund, At: returns.At(morning.Add(at), workshop, returns.FromClock), AskPerson: ask})
	}
	check(t,
		it("refunded confirms it", accepted(), reading(returns.FoundRefunded), then(returns.RefundConfirmed{Refund: theRefund, At: now(), Means: "read_back"})),
		it("also after a doubt", doubted(), reading(returns.FoundRefunded), follows("refund_confirmed")),
		it("also when a person was asked", asked(), reading(returns.FoundRefunded), follows("refund_confirmed")),
		it("not refunded is noted", doubted(), reading(returns.FoundNotRefunded), missed(0, false)),
		it("not refunded after a yes is noted too", accepted(), reading(returns.FoundNotRefunded), missed(0, false)),
		it("again within fifteen minutes says nothing new", once, reading(returns.FoundNotRefunded), nothing(), later(returns.Patience-time.Second)),
		it("again after fifteen minutes goes to a person", once, reading(returns.FoundNotRefunded), missed(returns.Patience, true), later(returns.Patience)),
		it("a person is asked once", asked(), reading(returns.FoundNotRefunded), nothing(), later(time.Hour)),
		it("a clock set back asks nobody, and the patience begins anew", once, reading(returns.FoundNotRefunded), missed(-time.Hour, false), later(-time.Hour)),
		it("an answer that cannot tell goes to a person", doubted(), reading(returns.CannotTell), missed(0, true)),
		it("also once only", asked(), reading(returns.CannotTell), nothing()),
		it("a finding is one of three", doubted(), reading("perhaps"), refused("refund.finding", "")),
		it("while its answer is still to come, reading says nothing", submitting(), reading(returns.FoundNotRefunded), refused("refund.state", "")),
		it("what was not sent is not read back", executing(), reading(returns.FoundRefunded), refused("refund.state", "")),
		it("what is confirmed is not read again", confirmed(), reading(returns.FoundRefunded), refused("refund.state", "")),
	)
	twice := once
	events, err := returns.Decide(once.folded(), reading(returns.FoundNotRefunded), facts(later(returns.Patience)))
	if err != nil {
		t.Fatal(err)
	}
	twice.events = append(twice.events, events...)
	if refund, _ := twice.folded().Refund(theRefund); refund.NotFoundAt != now() || !refund.AskPerson {
		t.Errorf("first missed at %v, a person asked %t", refund.NotFoundAt, refund.AskPerson)
	}
	setBack := once
	if events, err = returns.Decide(once.folded(), reading(returns.FoundNotRefunded), facts(later(-time.Hour))); err != nil {
		t.Fatal(err)
	}
	setBack.events = append(slices.Clone(once.events), events...)
	check(t, it("a clock set back is waited for no longer than the patience", setBack, reading(returns.FoundNotRefunded),
		missed(returns.Patience-time.Hour, true), later(returns.Patience-time.Hour)))
	if c := confirmed().folded(); c.Refunds[0].Means != "read_back" || !c.Refunds[0].ConfirmedAt.Known() || c.Refunds[0].Attempts != 1 {
		t.Errorf("refund %+v", c.Refunds[0])
	}
}

func TestAPersonsWordOnARefund(t *testing.T) {
	noted := withoutFolder()
	noted.Folder = "folder-7"
	accountless := nobody().and(noted, returns.Receive{}, inspect(), returns.StopInspection{Defect: "PKG-EMPTY"}, fullRefund())
	silent := returns.SettleRefund{Refund: theRefund, Refunded: true}
	check(t,
		it("they saw it, where nobody could tell", asked(), word(true), then(returns.RefundConfirmed{Refund: theRefund, At: now(), Means: "person", Seen: text("back office")})),
		it("they saw that it was not", asked(), word(false), follows("refund_rejected", "action_settled", "action_settled")),
		it("they are not asked while the station reads", doubted(), word(true), refused("refund.still_reading", "")),
		it("they are not asked of what the station will send", executing(), word(true), refused("refund.will_be_sent", "")),
		it("what the station gave up sending is theirs to make", executing(),
			returns.SettleRefund{Refund: theRefund, Refunded: true, Seen: text("back office"), HandedOver: true}, follows("refund_by_hand")),
		it("they made it by hand, where no message goes", unreachable(), word(true), then(returns.RefundByHand{Refund: theRefund, At: now(), Seen: text("back office")})),
		it("also where a folder has no account to open it with", accountless, word(true), follows("refund_by_hand")),
		it("they could not make it", unreachable(), word(false), follows("refund_rejected")),
		it("they say where they saw it", asked(), silent, refused("refund.seen_where", "seen")),
		it("nobody needs their word on what is confirmed", confirmed(), word(true), refused("refund.state", "")),
	)
}

func TestEveryStateOfARefundThatIsNotFinalCanBeLeft(t *testing.T) {
	if got := returns.RefundState(""); got.Counts() || returns.RefundDrafted.Counts() || !returns.RefundIsUnknown.Counts() {
		t.Error("what may have moved money counts, and nothing else")
	}
	everything := []returns.Command{submit, requeue, accept, doubt, reject, foreign, word(true), word(false),
		reading(returns.FoundRefunded), reading(returns.FoundNotRefunded), reading(returns.CannotTell)}
	for state, p := range map[string]past{
		"approved": executing(), "by hand": unreachable(), "submitting": submitting(), "accepted": accepted(), "unknown": doubted(), "asked": asked(),
		"confirmed": confirmed(), "rejected": submitting().and(reject), "found": executing().and(foreign), "done": unreachable().and(word(true)),
	} {
		before, _ := p.folded().Refund(theRefund)
		left := false
		for _, cmd := range everything {
			events, err := returns.Decide(p.folded(), cmd, facts())
			if err != nil && fault.CodeOf(err) == fault.Internal {
				t.Fatal(err)
			}
			after, _ := returns.Fold(p.folded(), events...).Refund(theRefund)
			left = left || after.State != before.State
		}
		if left == before.State.Final() {
			t.Errorf("%s: final %t, can be left %t", state, before.State.Final(), left)
		}
	}
}
