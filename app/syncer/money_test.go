package syncer_test

import (
	"strconv"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
	"revient/app/syncer"
)

// ready is a case that waits for its decision.
func (w *workshop) ready() asked {
	w.Helper()
	return w.ask().authorised().inspected()
}

func TestARefundThatCertainlyDidNothingIsSentAgainAndPaysOnce(t *testing.T) {
	for name, mode := range map[string]string{
		"the edge asks to slow down":                   "429",
		"the edge asks to slow down and says how long": "429_retry_after",
		"a firewall's page comes":                      "html403",
		"a robot challenge comes":                      "challenge403",
	} {
		t.Run(name, func(t *testing.T) {
			w := openWorkshop(t)
			w.connect()
			a := w.ready()
			w.fail(mode, refunds, 1)
			a.decided()
			a.until("the refund is put off", func() bool { return a.action("refund").State == store.ActionQueued && a.refund().Attempts == 1 })
			if row := a.action("refund"); row.ErrorKey == "" || row.LastHTTP == 0 {
				t.Errorf("the row says %q after %d, want why it waits", row.ErrorKey, row.LastHTTP)
			}
			a.whenAdvancing("the refund is confirmed", func() bool { return a.refund().State == returns.RefundIsConfirmed })
			if paid := a.paid(); len(paid) != 1 || a.refund().Attempts != 2 {
				t.Errorf("paid %d times after %d attempts, want once after two", len(paid), a.refund().Attempts)
			}
		})
	}
}

func TestARefundWaitsForTheCable(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
	w.must(w.remote.Pause())
	a.decided()
	a.until("the refund is put off", func() bool { return a.action("refund").State == store.ActionQueued && a.action("refund").Attempts > 0 })
	if a.refund().State != returns.RefundIsApproved || a.refund().Attempts != 0 {
		t.Errorf("the refund is %s after %d attempts, want it approved and never begun", a.refund().State, a.refund().Attempts)
	}
	for range 20 { // The line stays away for a while.
		w.clock.Advance(time.Minute)
	}
	w.until("the station knows that it is alone", func() bool { return !w.status().Online })
	w.must(w.remote.Resume())
	w.syncer.SyncNow(w.ctx)
	a.whenAdvancing("the refund is confirmed", func() bool { return a.refund().State == returns.RefundIsConfirmed })
	if paid := a.paid(); len(paid) != 1 {
		t.Errorf("paid %d times, want once", len(paid))
	}
}

func TestARefundWhoseAnswerIsLostIsConfirmedByReading(t *testing.T) {
	for name, mode := range map[string]string{
		"the connection is cut":  "drop_after_apply",
		"the answer is torn":     "torn_after_apply",
		"the server fails after": "500_after_apply",
	} {
		t.Run(name, func(t *testing.T) {
			w := openWorkshop(t)
			w.connect()
			a := w.ready()
			w.fail(mode, refunds, 0)
			a.decided()
			a.settled(returns.RefundIsConfirmed)
			if paid := a.paid(); len(paid) != 1 || a.refund().Attempts != 1 || a.refund().Means != "read_back" {
				t.Errorf("paid %d times after %d attempts, by %q, want once, by reading back", len(paid), a.refund().Attempts, a.refund().Means)
			}
		})
	}
}

func TestAnUnclearAnswerIsNeverSentAgain(t *testing.T) {
	for name, mode := range map[string]string{"the server fails": "500", "a gateway's page comes": "html502", "the connection is cut": "drop"} {
		t.Run(name, func(t *testing.T) {
			w := openWorkshop(t)
			w.connect()
			a := w.ready()
			w.fail(mode, refunds, 0)
			a.decided()
			a.settled(returns.RefundIsUnknown)
			a.untilAPersonIsAsked()
			if len(a.paid()) != 0 || a.refund().Attempts != 1 {
				t.Errorf("paid %d times after %d attempts, want never after one", len(a.paid()), a.refund().Attempts)
			}
		})
	}
}

// untilAPersonIsAsked checks that a person is asked after two readings that lie a
// quarter of an hour apart, and not before.
func (a asked) untilAPersonIsAsked() {
	a.Helper()
	a.until("the first reading is noted", func() bool { return a.refund().NotFoundAt.Known() })
	if a.refund().AskPerson {
		a.Fatal("a person is asked after one reading")
	}
	a.clock.Advance(returns.Patience - time.Minute)
	a.syncer.SyncNow(a.ctx)
	a.must(a.syncer.VerifyNow(a.ctx, a.id))
	a.until("the row tells why it waits", func() bool { return a.action("refund").ErrorKey == "errors_syncer.not_refunded_yet" })
	if a.refund().AskPerson {
		a.Fatal("a person is asked before a quarter of an hour has passed")
	}
	a.whenAdvancing("a person is asked", func() bool { return a.refund().AskPerson })
	if state := a.refund().State; state != returns.RefundIsUnknown {
		a.Fatalf("the refund is %s, want unknown", state)
	}
}

func TestAKillBetweenTheMarkAndTheRequestIsNeverSentAgain(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
	w.stop() // From here on the test plays the syncer that dies.
	w.stop = func() {}
	a.decided()
	var refund station.Sending
	for refund.Kind != station.RefundKind || refund.Dispatch.Refund != a.refund().ID {
		sending, found, err := w.station.NextSending(w.ctx)
		w.must(err)
		if !found {
			t.Fatalf("the refund is not in the queue\n%s", w.describe())
		}
		refund = sending
	}
	w.must(w.station.ReportRefund(w.ctx, w.order(), refund, returns.SubmitRefund{Refund: a.refund().ID}, station.Answer{}))

	w.restart()
	a.workshop = w
	a.settled(returns.RefundIsUnknown)
	a.untilAPersonIsAsked()
	if len(a.paid()) != 0 || a.refund().Attempts != 1 {
		t.Errorf("paid %d times after %d attempts, want never", len(a.paid()), a.refund().Attempts)
	}
	w.until("the customer is told of the decision all the same", func() bool {
		return a.action(string(returns.TellDecision)).State == store.ActionDone
	})

	w.must(w.remote.RefundBehind(a.Order))  // The person refunds it in the back office …
	w.must(w.syncer.VerifyNow(w.ctx, a.id)) // … and presses "check again".
	a.settled(returns.RefundIsConfirmed)
}

func TestARefundThatWasTakenAndNotMarkedIsSentAfterARestart(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
	w.stop()
	w.stop = func() {}
	a.decided()
	for range 3 {
		if _, _, err := w.station.NextSending(w.ctx); err != nil {
			t.Fatal(err)
		}
	}
	w.restart()
	a.settled(returns.RefundIsConfirmed)
	if paid := a.paid(); len(paid) != 1 {
		t.Errorf("paid %d times, want once", len(paid))
	}
}

func TestARefundThatTheMarketplaceMadeItselfIsNotSent(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.must(w.remote.RefundBehind(a.Order))
	a.decided()
	a.settled(returns.RefundAlreadyRefunded)
	if len(a.paid()) != 0 || a.refund().Attempts != 0 {
		t.Errorf("paid %d times after %d attempts, want nothing sent", len(a.paid()), a.refund().Attempts)
	}
}

func TestARefundThatTheMarketplaceRefusesOpensTheDecisionAgain(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.fail("413", refunds, 1) // A clear no.
	a.decided()
	a.settled(returns.RefundIsRejected)
	if c := a.state(); c.Stage != returns.Deciding || len(a.paid()) != 0 {
		t.Errorf("the case is %s and was paid %d times, want it to be decided again", c.Stage, len(a.paid()))
	}
	if row := a.action("refund"); row.State != store.ActionRefused || row.ErrorKey == "" {
		t.Errorf("the row is %s with %q, want refused with the reason", row.State, row.ErrorKey)
	}
}

func TestARefusedTokenStopsTheLaneUntilThereIsAnother(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.fail("401", refunds, 0)
	a.decided()
	a.until("the lane waits for a token", func() bool { return w.status().NeedsToken })
	a.until("the refund is queued again", func() bool { return a.action("refund").State == store.ActionQueued })
	attempts := a.action("refund").Attempts
	w.clock.Advance(time.Hour)
	a.until("the other lanes go on", func() bool { return a.action(string(returns.TellDecision)).State == store.ActionDone })
	if now := a.action("refund"); now.Attempts != attempts || a.refund().State != returns.RefundIsApproved {
		t.Errorf("%d attempts and the refund %s, want the row to rest", now.Attempts, a.refund().State)
	}
	w.heal()
	w.restart() // With another token, as after the settings.
	a.settled(returns.RefundIsConfirmed)
	if w.status().NeedsToken || len(a.paid()) != 1 {
		t.Errorf("needs a token: %v, paid %d times, want neither asked nor paid twice", w.status().NeedsToken, len(a.paid()))
	}
}

func TestARefundOfACaseOnHoldWaits(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
	w.quietly(func() {
		a.decide()
		_, err := w.station.PutOnHold(w.ctx, w.order(), a.id, "other", "Appel du client.", returns.Moment{})
		w.must(err)
	})
	a.until("the row says that the case is on hold", func() bool { return a.action("refund").ErrorKey == "errors_returns.held" })
	if row := a.action("refund"); row.State != store.ActionQueued || a.refund().Attempts != 0 {
		t.Errorf("the row is %s after %d submissions, want it queued and never begun", row.State, a.refund().Attempts)
	}
	_, err := w.station.Resume(w.ctx, w.order(), a.id, "Le client est d’accord.")
	w.must(err)
	a.whenAdvancing("the refund is confirmed", func() bool { return a.refund().State == returns.RefundIsConfirmed })
}

func TestASyncerWithoutItsAccountDefersAndDropsNothing(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()
	w.stop()
	w.syncer = syncer.New(syncer.Options{Station: w.station, Now: w.clock.Now, Alarm: w.clock.Alarm})
	if status := w.status(); status.Online || status.Paused {
		t.Errorf("status %+v, want offline", status)
	}
	a.authorised()
	if row := a.action(string(returns.TellAuthorised)); row.State != store.ActionQueued {
		t.Errorf("the message to folder %s is %s, want queued", strconv.FormatInt(a.Folder, 10), row.State)
	}
}
