package syncer_test

import (
	"testing"

	"revient/app/marketplace/sandbox"
	"revient/app/returns"
	"revient/app/store"
)

func TestARequestIsPulledAnsweredRefundedAndClosed(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()

	a.authorised()
	a.until("the slip is sent", func() bool { return len(a.posted()) == 1 })
	if files := a.posted()[0].Attachments; len(files) != 1 || files[0].MIME != "application/pdf" {
		t.Errorf("the message carries %+v, want the return slip", files)
	}
	a.inspected().decided()
	a.settled(returns.RefundIsConfirmed)
	a.until("the decision and the receipt are told", func() bool {
		return a.action(string(returns.TellReceipt)).State == store.ActionDone && a.action(string(returns.TellDecision)).State == store.ActionDone
	})

	if paid := a.paid(); len(paid) != 1 || paid[0].Cents != a.Cents {
		t.Errorf("the marketplace paid %+v, want %d cents once", paid, a.Cents)
	}
	if refund := a.refund(); refund.Means != "read_back" || refund.Attempts != 1 {
		t.Errorf("confirmed by %q after %d attempts, want by reading back after one", refund.Means, refund.Attempts)
	}
	if got := len(a.posted()); got < 3 {
		t.Errorf("%d messages, want the slip, the notice and the receipt", got)
	}
	a.putAway()
	a.until("the case is closed", func() bool { return a.state().Stage == returns.Closed })
	if status := w.status(); !status.Online || status.Waiting != 0 || status.ToFix != 0 || status.LastSuccess.IsZero() || status.Fault != nil {
		t.Errorf("status %+v, want online with nothing left", status)
	}
}

func TestPhotosOfARequestAreKeptHere(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	opened := w.ask()
	photos := 0
	w.until("every file of the conversation is here", func() bool {
		var conversation []store.Message
		w.must(w.station.View(w.ctx, func(tx *store.ReadTx) (err error) {
			conversation, err = tx.Conversation(opened.id)
			return err
		}))
		photos = 0
		for _, message := range conversation {
			for _, file := range message.Attachments {
				if file.SHA256 == "" {
					return false
				}
				photos++
				original, err := w.station.Photos().Original(file.SHA256)
				w.must(err)
				w.must(original.Close())
			}
		}
		return len(conversation) > 0
	})
	if photos == 0 {
		t.Error("the request came without photos, so that nothing was shown")
	}
}

func TestTwoCasesLeaveSideBySide(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	first, second := w.ready(), w.ready()
	w.must(w.remote.SetFault(sandbox.Fault{Mode: "slow", Path: refunds, Method: "POST", Count: 1, Delay: 2000}))
	first.decided()
	first.settled(returns.RefundIsSubmitting)
	second.decided()
	second.settled(returns.RefundIsConfirmed)
	if state := first.refund().State; state != returns.RefundIsSubmitting {
		t.Fatalf("the first refund is %s already, so that nothing was shown", state)
	}
	w.until("the first customer is told while the money is on its way", func() bool {
		return first.action(string(returns.TellDecision)).State == store.ActionDone
	})
	first.settled(returns.RefundIsUnknown)
	if len(first.paid()) != 0 || len(second.paid()) != 1 {
		t.Errorf("paid %d and %d times, want never and once", len(first.paid()), len(second.paid()))
	}
}

func TestAStopDoesNotWaitForEverAndLeavesNoDoubtUnsaid(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.fail("slow_after_apply", refunds, 0) // It is paid, and no answer ever comes.
	a.decided()
	a.until("the request has arrived", func() bool { return len(a.paid()) == 1 })
	stopped := make(chan struct{})
	go func() { w.stop(); close(stopped) }()
	w.whenAdvancing("the syncer has stopped", func() bool {
		select {
		case <-stopped:
			return true
		default:
			return false
		}
	})
	w.stop = func() {}
	if state := a.refund().State; state != returns.RefundIsUnknown && state != returns.RefundIsSubmitting {
		t.Fatalf("the refund is %s, want what a crash leaves", state)
	}
	w.restart()
	a.settled(returns.RefundIsConfirmed)
	if paid := a.paid(); len(paid) != 1 || a.refund().Attempts != 1 {
		t.Errorf("paid %d times after %d attempts, want once after one", len(paid), a.refund().Attempts)
	}
}
