package station_test

import (
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// takes takes the next row that may leave.
func (r *rig) takes() station.Sending {
	r.Helper()
	sending, found, err := r.station.NextSending(r.ctx)
	r.must(err)
	if !found {
		r.Fatal("nothing leaves")
	}
	return sending
}

func TestAMessageThatCannotLeaveWaitsOrGoesToAPerson(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	why := fault.New(fault.Unavailable, "errors_marketplace.unreachable", nil)
	sending := r.takes()

	r.must(r.station.Postpone(r.ctx, sending, r.Now().Add(time.Hour), why, 503))
	next, err := r.station.NextSendingAt(r.ctx)
	r.must(err)
	if !next.Equal(r.Now().Add(time.Hour)) {
		t.Errorf("it leaves at %v", next)
	}
	if _, found, err := r.station.NextSending(r.ctx); found || err != nil {
		t.Fatalf("it left before its time: %v", err)
	}
	r.must(r.station.Hasten(r.ctx, feed.Account))
	r.Advance(2 * time.Hour)
	sending = r.takes()

	r.must(r.station.Doubt(r.ctx, sending, r.Now(), why, 0))
	r.refused(r.station.Retry(r.ctx, r.order(), id, sending.ID), fault.Conflict, "errors_station.retry_state")
	doubtful, err := r.station.SendingsIn(r.ctx, store.ActionUnknown)
	r.must(err)
	if len(doubtful) != 1 || doubtful[0].Dispatch.Folder != "F1" || len(doubtful[0].Dispatch.Seen) != 1 {
		t.Fatalf("in doubt: %+v", doubtful)
	}
	r.must(r.station.Stop(r.ctx, sending, why, 400))
	order := r.order()
	r.must(r.station.Retry(r.ctx, order, id, sending.ID))
	r.must(r.station.Retry(r.ctx, order, id, sending.ID))
	sending = r.takes()
	r.must(r.station.HandOver(r.ctx, sending, why))
	r.must(r.station.FinishByHand(r.ctx, r.order(), id, sending.ID, true, ""))
	if c := r.shows(id); len(c.PendingActions()) != 0 || c.Actions[sending.ID].Result != returns.ActionByHand {
		t.Errorf("actions %+v", c.Actions)
	}
	r.staysWhole(id)
}

func TestWhatWasTakenBackIsNotToldWhateverBecameOfItsRow(t *testing.T) {
	why := fault.New(fault.Unavailable, "errors_marketplace.unreachable", nil)
	for name, c := range map[string]struct {
		before, after func(*rig, station.Sending)
	}{
		"it waited for a person": {before: func(r *rig, sending station.Sending) { r.must(r.station.Stop(r.ctx, sending, why, 400)) }},
		"a worker held it, and puts it back": {
			before: func(*rig, station.Sending) {},
			after:  func(r *rig, sending station.Sending) { r.must(r.station.Postpone(r.ctx, sending, r.Now(), why, 429)) },
		},
		"nobody knows whether it arrived, and it did not": {
			before: func(r *rig, sending station.Sending) { r.must(r.station.Doubt(r.ctx, sending, r.Now(), why, 0)) },
			after:  func(r *rig, sending station.Sending) { r.must(r.station.Postpone(r.ctx, sending, time.Time{}, nil, 0)) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.pulls("1001", "F1")
			r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
			sending := r.takes()
			c.before(r, sending)
			r.did(r.station.Cancel(r.ctx, r.order(), id, "The customer keeps it."))
			if c.after != nil {
				c.after(r, sending)
			}
			if next, found, err := r.station.NextSending(r.ctx); found || err != nil {
				t.Errorf("%s leaves all the same, %v", next.Kind, err)
			}
			dropped, err := r.station.SendingsIn(r.ctx, store.ActionDropped)
			if len(dropped) != 1 || err != nil {
				t.Errorf("dropped: %+v, %v", dropped, err)
			}
			r.refused(r.station.Retry(r.ctx, r.order(), id, sending.ID), fault.Conflict, "errors_station.retry_state")
		})
	}
}

func TestARefundIsNeverRetriedByHand(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	refund := r.refunds(id, 40400)
	var row returns.ActionID
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		actions, err := tx.ActionsOf(id)
		for _, action := range actions {
			if action.Kind == station.RefundKind {
				row = action.ID
			}
		}
		return err
	}))
	r.progress(id, refund, returns.SubmitRefund{Refund: refund})
	r.refused(r.station.Retry(r.ctx, r.order(), id, row), fault.Conflict, "errors_station.retry_money")
	r.progress(id, refund, returns.DoubtRefund{Refund: refund, Cause: "timeout"})
	r.refused(r.station.Retry(r.ctx, r.order(), id, row), fault.Conflict, "errors_station.retry_money")
	if err := r.station.ReportRefund(r.ctx, r.order(), refundRow(id, refund), returns.SubmitRefund{Refund: refund}, station.Answer{}); !fault.Is(err, fault.Conflict) {
		t.Errorf("a doubtful refund is submitted again: %v", err)
	}
}

func TestARefundThatIsQueuedAgainWaitsForItsTime(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	refund := r.refunds(id, 40400)
	r.sendsAll() // The messages arrive, the refund is put off.
	r.Advance(2 * time.Hour)
	sending := r.takes()
	got, full, err := r.station.RefundOf(r.ctx, sending)
	r.must(err)
	if got.ID != refund || !full || sending.Dispatch.Amount != euros(40400) {
		t.Errorf("the row is about %+v (full %t), %+v", got, full, sending.Dispatch)
	}
	until := r.Now().Add(10 * time.Minute)
	r.must(r.station.ReportRefund(r.ctx, r.order(), sending, returns.SubmitRefund{Refund: refund}, station.Answer{}))
	r.must(r.station.ReportRefund(r.ctx, r.order(), sending, returns.RequeueRefund{Refund: refund, Cause: "throttled"}, station.Answer{Until: until, Status: 429}))
	if _, found, err := r.station.NextSending(r.ctx); found || err != nil {
		t.Fatalf("it is taken before its time: %v", err)
	}
	r.Advance(time.Hour)
	if again := r.takes(); again.ID != sending.ID || again.LastHTTP != 429 {
		t.Errorf("taken %+v", again.Action)
	}
}

func TestALaneThatIsPausedLetsNothingLeave(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.must(r.station.PauseLane(r.ctx, feed.Account, returns.MessageLane, "errors_marketplace.token"))
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	if _, found, err := r.station.NextSending(r.ctx); found || err != nil {
		t.Fatalf("it left: %v", err)
	}
	r.must(r.station.ResumeLanes(r.ctx, feed.Account, "another reason"))
	if _, found, err := r.station.NextSending(r.ctx); found || err != nil {
		t.Fatalf("it left: %v", err)
	}
	r.must(r.station.ResumeLanes(r.ctx, feed.Account, "errors_marketplace.token"))
	r.takes()
}

// The marketplace may have no call for a refund, or refuse to be read. The row then
// waits for a person, who must be able to end it.
func TestARefundThatTheSyncerGaveUpIsAPersons(t *testing.T) {
	for name, end := range map[string]struct {
		gives func(r *rig, sending station.Sending) error
		ends  func(r *rig, sending station.Sending, refund returns.RefundID) error
		state store.ActionState
	}{
		"handed over, made in the back office": {
			func(r *rig, sending station.Sending) error { return r.station.HandOver(r.ctx, sending, nil) },
			func(r *rig, sending station.Sending, refund returns.RefundID) error {
				_, err := r.station.SettleRefund(r.ctx, r.manager(), sending.CaseID, refund, true, "Back office")
				return err
			}, store.ActionDone,
		},
		"stopped, sent again": {
			func(r *rig, sending station.Sending) error { return r.station.Stop(r.ctx, sending, nil, 400) },
			func(r *rig, sending station.Sending, _ returns.RefundID) error {
				return r.station.Retry(r.ctx, r.order(), sending.CaseID, sending.ID)
			}, store.ActionQueued,
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.pulls("1001", "F1")
			r.receives(id)
			r.inspects(id)
			refund := r.refunds(id, 40400)
			_, err := r.station.SettleRefund(r.ctx, r.manager(), id, refund, true, "Too early")
			r.refused(err, fault.Conflict, "errors_returns.refund.will_be_sent")
			r.sendsAll()
			r.Advance(2 * time.Hour)
			sending := r.takes()
			r.must(end.gives(r, sending))
			r.must(end.ends(r, sending, refund))
			r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
				row, err := tx.Action(id, sending.ID)
				if row.State != end.state {
					t.Errorf("the row is %s, want %s", row.State, end.state)
				}
				return err
			}))
			r.staysWhole(id)
		})
	}
}
