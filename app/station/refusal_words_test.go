package station_test

import (
	"strings"
	"testing"
	"time"

	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// lateWithdrawal is a change of mind that was declared after day 30, on the bench.
func lateWithdrawal(r *rig) returns.CaseID {
	r.Helper()
	folder := folderOf("F1", "1001")
	folder.Kind = marketplace.ChangeOfMind
	folder.Claims[0].Kind, folder.Claims[0].Issues = marketplace.ChangeOfMind, []marketplace.Issue{{Code: "CHANGED_MIND"}}
	order := soldOrder("1001")
	order.CreatedAt, order.ShippedAt = time.Date(2026, 8, 28, 8, 0, 0, 0, time.UTC), time.Date(2026, 8, 29, 8, 0, 0, 0, time.UTC)
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{order}, "o1"))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folder}, "f1"))
	id := r.caseOfFolder("F1")
	delivered := returns.At(time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC), "Europe/Paris", returns.FromOperator)
	r.did(r.station.Redate(r.ctx, r.order(), id, returns.DateOfDelivery, delivered, "The carrier says so."))
	return id
}

func TestALateChangeOfMindIsNotToldThatItNamedADefect(t *testing.T) {
	r := newWorkshop(t)
	proposal, err := r.proposes(r.shows(lateWithdrawal(r)))
	r.must(err)
	if proposal.Row != "D3" || proposal.Tell != "policy.tell.late" {
		t.Errorf("proposed %q %q", proposal.Row, proposal.Tell)
	}
}

func TestARefusalForALateRequestHasItsReasonAndTheDateReady(t *testing.T) {
	r := newWorkshop(t)
	id := lateWithdrawal(r)
	r.receives(id)
	r.reads(id, r.shows(id).Sale.IMEI)
	r.checks(id)
	c := r.shows(id)
	var reasons []station.RefusalReason
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		proposal, err := r.station.Propose(tx, c)
		reasons = r.station.RefusalReasons(tx, c, proposal.Proposal)
		return err
	}))
	if first := reasons[0]; first.Code != "late" || !first.Fits || !strings.Contains(first.Words, "oct.") {
		t.Errorf("the first reason is %+v", first)
	}
}
