package store_test

import (
	"reflect"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestASaleIsFoundByItsOrderItsDeviceOrItsParcel(t *testing.T) {
	db, _ := mustStation(t)
	sold := store.Sold{Sale: sale(5), Customer: amelie, Returnable: true}
	for n := range 9 {
		update(t, db, func(tx *store.Tx) error {
			return tx.SaveSale(store.Sold{Sale: sale(n), Customer: store.Person{LastName: "Old"}})
		})
	}
	update(t, db, func(tx *store.Tx) error { return tx.SaveSale(sold) }) // What was known before is replaced.
	view(t, db, func(tx *store.ReadTx) error {
		for _, code := range []string{sold.Sale.OrderRef, "35 693803 0000005", "fvx-0000005q", "xy 000000005 FR"} {
			if found, err := tx.FindSold(code); err != nil || !reflect.DeepEqual(found, []store.Sold{sold}) {
				t.Errorf("FindSold(%s) = %+v, %v", code, found, err)
			}
		}
		for _, code := range []string{"", " ", "70000099"} {
			if found, err := tx.FindSold(code); err != nil || len(found) != 0 {
				t.Errorf("FindSold(%q) = %+v, %v", code, found, err)
			}
		}
		if got, err := tx.Sold("bm-fr", sold.Sale.OrderRef, sold.Sale.LineRef); err != nil || !reflect.DeepEqual(got, sold) {
			t.Errorf("Sold = %+v, %v", got, err)
		}
		if _, err := tx.Sold("bm-es", sold.Sale.OrderRef, sold.Sale.LineRef); keyOf(err) != "errors_store.not_found" {
			t.Errorf("the line of another account: %v", err)
		}
		return nil
	})
}

// A case that was entered by hand knows the order, but neither account nor line.
func TestACaseEnteredByHandCountsForEveryLineOfItsOrder(t *testing.T) {
	db, _ := mustStation(t)
	line := sale(1)
	otherLine, otherOrder, otherAccount := line, sale(2), line
	otherLine.LineRef, otherAccount.Account = "other", "bm-es"
	byHand := returns.Sale{OrderRef: line.OrderRef, Title: "iPhone", Paid: line.Paid, Shipping: line.Shipping}
	open := func(id returns.CaseID, sold returns.Sale, origin returns.Origin, refund int64) {
		update(t, db, func(tx *store.Tx) error {
			number, err := tx.NextCaseNumber()
			if err != nil {
				return err
			}
			held, err := tx.Append(stamp, id, 0, returns.CaseRequested{Case: id, Number: number, Origin: origin, Sale: sold, RequestedAt: moment(tx.Now())})
			if err != nil || refund == 0 {
				return err
			}
			_, err = tx.Append(stamp, id, held.Seq, returns.RefundApproved{Refund: returns.Refund{
				ID: "refund-of-" + returns.RefundID(id), State: returns.RefundIsApproved, Item: returns.Money{Minor: refund, Currency: "EUR"}, Shipping: returns.Money{Currency: "EUR"},
			}})
			return err
		})
	}
	type answer struct {
		open    returns.CaseID
		refunds []int64
	}
	ask := func(sold returns.Sale) (got answer) {
		view(t, db, func(tx *store.ReadTx) (err error) {
			if got.open, err = tx.OpenCaseOfLine(sold.Account, sold.OrderRef, sold.LineRef); err != nil {
				return err
			}
			refunds, err := tx.LineRefunds(sold.Account, sold.OrderRef, sold.LineRef)
			for _, r := range refunds {
				got.refunds = append(got.refunds, r.Refund.Item.Minor)
			}
			return err
		})
		return got
	}
	expect := func(when string, sold returns.Sale, want answer) {
		t.Helper()
		if got := ask(sold); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", when, got, want)
		}
	}
	expect("before anything", line, answer{})
	open("pulled", line, returns.FromPull, 100)
	expect("its own line", line, answer{"pulled", []int64{100}})
	expect("another line of the order", otherLine, answer{})
	expect("the same order number of another account", otherAccount, answer{})
	expect("the order without account and line", byHand, answer{"pulled", []int64{100}})
	open("hand", byHand, returns.FromHand, 20)
	expect("the line and what was entered by hand", line, answer{"pulled", []int64{100, 20}})
	expect("another line and what was entered by hand", otherLine, answer{"hand", []int64{20}})
	expect("another account and what was entered by hand", otherAccount, answer{"hand", []int64{20}})
	expect("another order", otherOrder, answer{})
	update(t, db, func(tx *store.Tx) error {
		held, err := tx.Case("hand")
		if err != nil {
			return err
		}
		_, err = tx.Append(stamp, "hand", held.Seq, returns.CaseClosed{})
		return err
	})
	expect("once it is closed its money still counts", otherLine, answer{"", []int64{20}})
}

func TestAPartThatAnEarlierCaseKeptSomethingBackForIsKnownToTheNext(t *testing.T) {
	db, _ := mustStation(t)
	line := sale(1)
	kept := []returns.Deduction{{Part: "screen", Finding: "DSP-02", Amount: returns.Money{Minor: 4000, Currency: "EUR"}}}
	update(t, db, func(tx *store.Tx) error {
		number, err := tx.NextCaseNumber()
		if err != nil {
			return err
		}
		held, err := tx.Append(stamp, "first", 0, returns.CaseRequested{Case: "first", Number: number, Origin: returns.FromPull, Sale: line, RequestedAt: moment(tx.Now())})
		if err != nil {
			return err
		}
		_, err = tx.Append(stamp, "first", held.Seq, returns.RefundApproved{Refund: returns.Refund{
			ID: "partial", State: returns.RefundIsApproved, Item: returns.Money{Minor: 100, Currency: "EUR"}, Shipping: returns.Money{Currency: "EUR"}, Deductions: kept,
		}})
		return err
	})
	view(t, db, func(tx *store.ReadTx) error {
		refunds, err := tx.LineRefunds(line.Account, line.OrderRef, line.LineRef)
		if err != nil || len(refunds) != 1 || !reflect.DeepEqual(refunds[0].Refund.Deductions, kept) {
			t.Errorf("LineRefunds = %+v, %v", refunds, err)
		}
		return nil
	})
}
