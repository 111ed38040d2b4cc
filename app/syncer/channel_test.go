package syncer_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/store"
)

// altered is the real channel with another table of capabilities, or with
// something that happens just before it does an action.
type altered struct {
	marketplace.Channel
	before func(marketplace.Action)
	after  func(marketplace.Action)
	pulled func()
	unable marketplace.ActionKind
}

func (a altered) PullOrders(ctx context.Context, from marketplace.Cursor) (marketplace.Page[marketplace.Order], marketplace.Cursor, error) {
	if a.pulled != nil {
		a.pulled()
	}
	return a.Channel.PullOrders(ctx, from)
}

func (a altered) Execute(ctx context.Context, action marketplace.Action) marketplace.Outcome {
	if a.before != nil {
		a.before(action)
	}
	if a.after != nil {
		defer a.after(action)
	}
	return a.Channel.Execute(ctx, action)
}

func (a altered) Capabilities() marketplace.Capabilities {
	caps := a.Channel.Capabilities()
	if a.unable != "" {
		caps.Actions = map[marketplace.ActionKind]marketplace.Support{a.unable: marketplace.ByHand}
	}
	return caps
}

func TestARefundThatTheMarketplaceMakesWhileOursLeavesPaysOnce(t *testing.T) {
	w := openWorkshop(t)
	var a asked
	w.between = func(channel marketplace.Channel) marketplace.Channel {
		return altered{Channel: channel, before: func(action marketplace.Action) {
			if _, money := action.(marketplace.IssueRefund); money { // After the mark, before the request.
				if err := w.remote.RefundBehind(a.Order); err != nil {
					t.Error(err)
				}
			}
		}}
	}
	w.connect()
	a = w.ready()
	a.decided()
	a.settled(returns.RefundAlreadyRefunded)
	if len(a.paid()) != 0 || a.refund().Attempts != 1 {
		t.Errorf("paid %d times after %d attempts, want nothing of ours", len(a.paid()), a.refund().Attempts)
	}
}

func TestWhatAChannelCannotDoIsAStepForAPerson(t *testing.T) {
	w := openWorkshop(t)
	w.between = func(channel marketplace.Channel) marketplace.Channel {
		return altered{Channel: channel, unable: marketplace.KindPostMessage}
	}
	w.connect()
	a := w.ask().authorised()
	a.until("the step waits for a person", func() bool { return a.action(string(returns.TellAuthorised)).State == store.ActionManual })
	w.must(w.station.FinishByHand(w.ctx, w.order(), a.id, a.action(string(returns.TellAuthorised)).ID, true, ""))
	if row := a.action(string(returns.TellAuthorised)); row.State != store.ActionDone || len(a.posted()) != 0 {
		t.Errorf("the row is %s and %d messages left, want it done by hand", row.State, len(a.posted()))
	}
}

func TestARequestFindsItsSaleHoweverOldTheOrder(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.askFor("warranty") // Shipped before the span that a first pull of orders reads.
	if sale := a.state().Sale; sale == nil || sale.LineRef == "" {
		t.Errorf("the case has the sale %+v, want its order line", sale)
	}
}

func TestAWaitThatTheMarketplaceAsksForHoldsTheWholeAccount(t *testing.T) {
	w := openWorkshop(t)
	var pulls atomic.Int64
	w.between = func(channel marketplace.Channel) marketplace.Channel {
		return altered{Channel: channel, pulled: func() { pulls.Add(1) }}
	}
	w.connect()
	first, second := w.ready(), w.ask()
	w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
	w.fail("429_retry_after", refunds, 1) // Seven seconds.
	first.decided()
	first.until("the refund is put off", func() bool {
		return first.action("refund").State == store.ActionQueued && first.refund().Attempts == 1
	})
	told, pulled := len(second.posted()), pulls.Load()
	second.authorised()
	w.clock.Advance(6 * time.Second)
	w.syncer.SyncNow(w.ctx) // A person's impatience does not shorten it.
	if row := second.action(string(returns.TellAuthorised)); row.State == store.ActionDone || len(second.posted()) != told {
		t.Fatal("another row of the account left before the wait was over")
	}
	if pulls.Load() != pulled {
		t.Error("the account was pulled before the wait was over")
	}
	second.whenAdvancing("it leaves after", func() bool { return second.action(string(returns.TellAuthorised)).State == store.ActionDone })
	first.whenAdvancing("the refund is confirmed", func() bool { return first.refund().State == returns.RefundIsConfirmed })
	if paid := first.paid(); len(paid) != 1 {
		t.Errorf("paid %d times, want once", len(paid))
	}
}

func TestAMessageWhoseDocumentIsNotIssuedYetWaitsForIt(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask().authorised().inspected()
	w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
	w.quietly(func() {
		a.decide()
		w.must(w.station.Store().Update(w.ctx, func(tx *store.Tx) error { // Words for a document that nobody has issued.
			told := a.action(string(returns.TellDecision))
			return tx.Enqueue(store.Action{
				CaseID: a.id, ID: "test-receipt", Account: told.Account, Lane: returns.PhotoLane, Kind: "tell_test",
				Payload: []byte(`{"folder":"1","documents":[{"kind":"refund_receipt","refund":"none"}]}`),
			})
		}))
	})
	a.until("the row waits", func() bool { return a.action("tell_test").ErrorKey == "errors_station.document_not_ready" })
	if row := a.action("tell_test"); row.State != store.ActionQueued || row.NotBefore.IsZero() {
		t.Errorf("the row is %s until %v, want it queued for a little later", row.State, row.NotBefore)
	}
	a.settled(returns.RefundIsConfirmed) // It holds no other lane up.
}
