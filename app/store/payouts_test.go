package store_test

import (
	"context"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestAPayoutProvesARefundOnce(t *testing.T) {
	db, _, held := mustWorkshop(t) // refund-1 of it is submitting.
	kept := returns.Money{Minor: -33390, Currency: "EUR"}
	file := store.Payout{ID: "payout-2", Account: "bm-fr", Name: "novembre.csv", SHA256: "cd", Actor: "operator-1"}
	lines := []store.PayoutLine{
		{OrderRef: held.Sale.OrderRef, LineRef: held.Sale.LineRef, Amount: kept, Kind: "refund", At: newClock().now},
		{OrderRef: "elsewhere", Amount: returns.Money{Minor: 50000, Currency: "EUR"}, Kind: "sale"},
	}
	update(t, db, func(tx *store.Tx) error { return tx.SavePayout(file, lines) })
	again := file
	again.ID = "payout-3"
	if err := db.Update(context.Background(), func(tx *store.Tx) error { return tx.SavePayout(again, lines) }); keyOf(err) != "errors_store.payout_known" {
		t.Errorf("the same file is taken twice: %v", err)
	}
	view(t, db, func(tx *store.ReadTx) error {
		open, err := tx.RefundsWithoutPayout("bm-fr")
		if err != nil || len(open) != 1 || open[0].Refund != "refund-1" || open[0].CaseID != held.ID || open[0].Amount.Minor != 33390 || open[0].State != returns.RefundIsSubmitting {
			t.Errorf("RefundsWithoutPayout = %+v, %v", open, err)
		}
		return nil
	})
	match := func(payout string, line int) error {
		return db.Update(context.Background(), func(tx *store.Tx) error { return tx.MatchPayoutLine(payout, line, held.ID, "refund-1") })
	}
	for _, c := range []struct {
		name, payout string
		line         int
		want         string
	}{
		{"a line that there is not", "payout-2", 9, "errors_store.not_found"},
		{"its line", "payout-2", 1, ""},
		{"its line again", "payout-2", 1, ""},
		{"another line", "payout-1", 1, "errors_store.payout_matched"},
	} {
		if err := match(c.payout, c.line); keyOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	view(t, db, func(tx *store.ReadTx) error {
		if open, err := tx.RefundsWithoutPayout("bm-fr"); err != nil || len(open) != 0 {
			t.Errorf("RefundsWithoutPayout = %+v, %v", open, err)
		}
		payouts, err := tx.Payouts(0, 10)
		if err != nil || len(payouts) != 2 || payouts[0].ID != "payout-2" || payouts[0].Lines != 2 || payouts[0].Matched != 1 {
			t.Errorf("Payouts = %+v, %v", payouts, err)
		}
		if rest, err := tx.PayoutLines("payout-2", true); err != nil || len(rest) != 1 || rest[0].OrderRef != "elsewhere" || rest[0].Line != 2 {
			t.Errorf("PayoutLines = %+v, %v", rest, err)
		}
		of, err := tx.PayoutLinesOf("bm-fr", held.Sale.OrderRef)
		if err != nil || len(of) != 1 || of[0].Amount != kept || of[0].Refund != "refund-1" || !of[0].At.Equal(newClock().now) {
			t.Errorf("PayoutLinesOf = %+v, %v", of, err)
		}
		return nil
	})
	mustVerify(t, db)
}
