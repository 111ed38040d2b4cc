package station_test

import (
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

func (r *rig) refundRows(id returns.CaseID) (states []store.ActionState) {
	r.Helper()
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		actions, err := tx.ActionsOf(id)
		for _, action := range actions {
			if action.Kind == station.RefundKind {
				states = append(states, action.State)
			}
		}
		return err
	}))
	return states
}

func TestARefundThatIsTakenBackNeverLeaves(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	r.refunds(id, 40400)
	r.did(r.station.Reverse(r.ctx, r.order(), id, "Wrong case."))
	if got := r.refundRows(id); len(got) != 1 || got[0] != store.ActionDropped {
		t.Errorf("the refund's row is %v", got)
	}
	r.Advance(time.Hour)
	for _, kind := range r.sendsAll() {
		if kind == station.RefundKind {
			t.Error("the refund left")
		}
	}
	if c := r.shows(id); c.Stage != returns.Deciding || c.Decision != nil {
		t.Errorf("the case is %s with %+v", c.Stage, c.Decision)
	}
}

// The syncer has taken the row and not marked it yet: the mark is refused, and the
// row ends instead of waiting for somebody for ever.
func TestARefundThatIsTakenBackUnderTheSyncersHandsIsDropped(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	refund := r.refunds(id, 40400)
	r.sendsAll()
	r.Advance(2 * time.Hour)
	sending := r.takes()
	r.did(r.station.Reverse(r.ctx, r.order(), id, "Wrong case."))
	err := r.station.ReportRefund(r.ctx, r.order(), sending, returns.SubmitRefund{Refund: refund}, station.Answer{})
	if !fault.Is(err, fault.Conflict) {
		t.Fatalf("it is marked all the same: %v", err)
	}
	r.must(r.station.Stop(r.ctx, sending, fault.Of(err), 0))
	if got := r.refundRows(id); len(got) != 1 || got[0] != store.ActionDropped {
		t.Errorf("the refund's row is %v", got)
	}
}
