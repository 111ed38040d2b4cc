package syncer_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/marketplace/sandbox"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/syncer"
)

func TestAnUnknownRefundIsReadAgainWhenReadingFails(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ready()
	w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
	w.fail("drop_after_apply", refunds, 1)
	w.stop()
	w.between = func(channel marketplace.Channel) marketplace.Channel {
		return altered{Channel: channel, after: func(action marketplace.Action) {
			if action.Kind() != marketplace.KindIssueRefund {
				return
			}
			// From the request on, nobody can read.
			if err := w.remote.SetFault(sandbox.Fault{Mode: "500", Path: "/ws/", Method: "GET"}); err != nil {
				t.Error(err)
			}
		}}
	}
	w.connect()
	a.decided()
	a.settled(returns.RefundIsUnknown)
	a.until("the reading has failed", func() bool { return w.status().Fault != nil })
	if a.refund().NotFoundAt.Known() {
		t.Error("a reading that failed counts as one that found nothing")
	}
	w.heal()
	a.whenAdvancing("the refund is confirmed", func() bool { return a.refund().State == returns.RefundIsConfirmed })
	if paid := a.paid(); len(paid) != 1 || a.refund().Attempts != 1 {
		t.Errorf("paid %d times after %d attempts, want once after one", len(paid), a.refund().Attempts)
	}
}

func TestARefundWhoseLineCannotBeReadIsNotBegun(t *testing.T) {
	for name, mode := range map[string]string{"the server fails": "500", "the token is refused": "401", "it asks to wait": "429_retry_after"} {
		t.Run(name, func(t *testing.T) {
			w := openWorkshop(t)
			w.connect()
			a := w.ready()
			w.until("everything before has left", func() bool { return w.status().Waiting == 0 })
			w.must(w.remote.SetFault(sandbox.Fault{Mode: mode, Path: "/ws/orders/", Method: "GET"}))
			a.decided()
			a.until("the refund is put off", func() bool {
				row := a.action("refund")
				return row.State == store.ActionQueued && row.ErrorKey != ""
			})
			if refund := a.refund(); refund.State != returns.RefundIsApproved || refund.Attempts != 0 {
				t.Errorf("the refund is %s after %d submissions, want it never begun", refund.State, refund.Attempts)
			}
			w.heal()
			w.whenAdvancing("the refund is confirmed", func() bool {
				if a.refund().State == returns.RefundIsConfirmed {
					return true
				}
				w.syncer.SyncNow(w.ctx)
				return false
			})
			if paid := a.paid(); len(paid) != 1 {
				t.Errorf("paid %d times, want once", len(paid))
			}
		})
	}
}

func TestTheCircuitDefersAndDropsNothing(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	cases := []asked{w.ask(), w.ask(), w.ask()}
	w.must(w.remote.Pause())
	for _, a := range cases {
		a.authorised()
	}
	w.whenAdvancing("the circuit has opened", func() bool {
		attempts := 0
		for _, a := range cases {
			attempts += a.action(string(returns.TellAuthorised)).Attempts
		}
		return !w.status().Online && attempts > 0 // Failed pulls count too: the circuit may open before every message was tried.
	})
	for range 120 { // Two hours without a line.
		w.clock.Advance(time.Minute)
	}
	w.must(w.remote.Resume())
	for _, a := range cases {
		a.whenAdvancing("the message is sent", func() bool { return a.action(string(returns.TellAuthorised)).State == store.ActionDone })
		if posted := a.posted(); len(posted) != 1 {
			t.Errorf("%d messages arrived, want one", len(posted))
		}
	}
	w.until("the station is online", func() bool { return w.status().Online })
}

func TestScreensAreToldAndWhatCannotBeReadIsCountedOnce(t *testing.T) {
	w := openWorkshop(t)
	w.between = func(channel marketplace.Channel) marketplace.Channel { return unreadable{channel} }
	w.connect()
	told, stop := w.syncer.Changed()
	defer stop()
	w.syncer.SyncNow(w.ctx)
	w.until("the object is counted", func() bool {
		select {
		case <-told:
		default:
			return false
		}
		return w.status().Skipped == 1
	})
	w.syncer.SyncNow(w.ctx)
	<-told
	if skipped := w.status().Skipped; skipped != 1 {
		t.Errorf("%d objects counted, want the same one once", skipped)
	}
}

// unreadable is the real channel with an order that nobody can read.
type unreadable struct{ marketplace.Channel }

func (u unreadable) PullOrders(ctx context.Context, from marketplace.Cursor) (marketplace.Page[marketplace.Order], marketplace.Cursor, error) {
	page, next, err := u.Channel.PullOrders(ctx, from)
	page.Skipped = append(page.Skipped, marketplace.Skipped{Ref: "17", Err: errors.New("no price")})
	return page, next, err
}

func TestARequestThatBecomesNoCaseIsSaid(t *testing.T) {
	w := openWorkshop(t)
	channel := &orderless{}
	w.between = func(inner marketplace.Channel) marketplace.Channel { channel.Channel = inner; return channel }
	w.connect()
	w.syncer.SyncNow(w.ctx)
	w.until("the request is named", func() bool {
		status := w.status()
		return status.Skipped == 1 && status.Fault != nil && status.Fault.Key == "errors_syncer.left_out" && status.Fault.Args["names"] == "folder 404"
	})
	channel.closed.Store(true)
	w.syncer.SyncNow(w.ctx)
	w.until("and no more once it is over", func() bool { return w.status().Skipped == 0 })
}

// orderless is the real channel with a folder whose order nobody knows.
type orderless struct {
	marketplace.Channel
	closed atomic.Bool
}

func (o *orderless) PullFolders(ctx context.Context, from marketplace.Cursor) (marketplace.Page[marketplace.Folder], marketplace.Cursor, error) {
	page, next, err := o.Channel.PullFolders(ctx, from)
	page.Items = append(page.Items, marketplace.Folder{Ref: "404", OrderRef: "404404", LineRef: "1", Open: !o.closed.Load(), Raw: []byte("{}")})
	return page, next, err
}

func TestARowOfAnAccountThatIsNotConnectedWaits(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()
	w.stop()
	other := syncer.Account{Feed: feed, Channel: w.channel}
	other.Feed.Account = "bm-2"
	ctx, cancel := context.WithCancel(w.ctx)
	w.syncer = syncer.New(syncer.Options{Station: w.station, Accounts: []syncer.Account{other}, Now: w.clock.Now, Alarm: w.clock.Alarm})
	ended := make(chan struct{})
	go func() { w.syncer.Run(ctx); close(ended) }()
	w.stop = func() { cancel(); <-ended }
	a.authorised()
	a.until("the row says why it waits", func() bool {
		return a.action(string(returns.TellAuthorised)).ErrorKey == "errors_syncer.not_connected"
	})
	if row := a.action(string(returns.TellAuthorised)); row.State != store.ActionQueued {
		t.Errorf("the row is %s, want queued", row.State)
	}
	if w.status().Fault != nil && w.status().Fault.Code != fault.Unavailable {
		t.Errorf("status %+v", w.status())
	}
}
