package station_test

import (
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/station"
	"revient/app/store"
)

// confirms has a refund sent and read back.
func (r *rig) confirms(id returns.CaseID, refund returns.RefundID) {
	r.Helper()
	r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.AcceptRefund{Refund: refund}, returns.RecordReadBack{Refund: refund, Finding: returns.FoundRefunded})
}

// doubts has a refund sent and not answered, until a person must look.
func (r *rig) doubts(id returns.CaseID, refund returns.RefundID) {
	r.Helper()
	r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.DoubtRefund{Refund: refund, Cause: "timeout"}, returns.RecordReadBack{Refund: refund, Finding: returns.FoundNotRefunded})
	r.Advance(returns.Patience)
	r.progress(id, refund, returns.RecordReadBack{Refund: refund, Finding: returns.FoundNotRefunded})
}

func TestADayIsClosedOnAPageThatSaysWhatItDid(t *testing.T) {
	r := newWorkshop(t)
	made := r.inspected("1001", "F1")
	r.confirms(made, r.refunds(made, 40400))
	unsure := r.inspected("1002", "F2")
	r.doubts(unsure, r.refunds(unsure, 40400))

	today, err := r.station.Today(r.ctx)
	r.must(err)
	if today.Number != "" || today.Previous != "" || today.Nothing || len(today.Unsure) != 1 || today.Unsure[0].CaseID != unsure {
		t.Errorf("before the closing there is %+v", today)
	}
	pages := r.watches()
	order := r.order()
	r.must(r.station.CloseDay(r.ctx, order))
	r.must(r.station.CloseDay(r.ctx, order)) // One press, one closing.
	closing := page[paper.DailyClosing](r, pages)
	if closing.Number != "Z-2026-P01A-000001" || closing.Previous != "" || closing.Station != "P01" || closing.Epoch != "A" || len(closing.Head) != 64 {
		t.Errorf("the page is %+v", closing)
	}
	if want := (paper.Amounts{Item: euros(39900), Shipping: euros(500)}); closing.Refunds.Count != 1 || closing.Refunds.Amounts[0] != want || closing.Perpetual.Amounts[0] != want {
		t.Errorf("it gives back %+v, in all %+v", closing.Refunds, closing.Perpetual)
	}
	if len(closing.Outcomes) != 1 || closing.Outcomes[0].Count != 2 || closing.Outcomes[0].Outcome != "Remboursement total" || closing.Outcomes[0].Amounts[0].Item != euros(79800) {
		t.Errorf("the outcomes are %+v", closing.Outcomes)
	}
	if len(closing.Series) != 2 || closing.Series[0].First != "R-2026-P01A-000001" || closing.Series[1].Last != "A-2026-P01A-000002" || closing.Series[1].Count != 2 {
		t.Errorf("the numbers are %+v", closing.Series)
	}
	if len(closing.Unknown) != 1 || closing.Unknown[0].Amount != euros(40400) || closing.Unknown[0].Since.IsZero() {
		t.Errorf("unknown are %+v", closing.Unknown)
	}

	r.refused(r.station.CloseDay(r.ctx, r.order()), fault.Conflict, "errors_closing.nothing")
	r.Advance(24 * time.Hour)
	r.must(r.station.CloseDay(r.ctx, r.order())) // A day on which nothing happened is a day all the same.
	taken, err := r.station.Closings(r.ctx, 0, 10)
	r.must(err)
	if len(taken) != 2 || taken[0].Number != "Z-2026-P01A-000002" {
		t.Fatalf("the closings are %+v", taken)
	}
	pdf, err := r.station.ClosingPDF(r.ctx, taken[1].Number)
	r.must(err)
	if !strings.HasPrefix(string(pdf), "%PDF") {
		t.Error("the closing has no page")
	}
	r.staysWhole(made)
}

func TestAClosingWhosePageCannotBeSetTakesNoNumber(t *testing.T) {
	r := newWorkshop(t)
	r.station.Rendering(func(paper.Document) ([]byte, error) {
		return nil, fault.New(fault.Internal, "errors_paper.render", nil)
	})
	if err := r.station.CloseDay(r.ctx, r.order()); err == nil {
		t.Fatal("it was closed without a page")
	}
	r.station.Rendering(nil)
	r.must(r.station.CloseDay(r.ctx, r.order()))
	taken, err := r.station.Closings(r.ctx, 0, 10)
	r.must(err)
	if len(taken) != 1 || taken[0].Number != "Z-2026-P01A-000001" {
		t.Errorf("the closings are %+v", taken)
	}
}

func TestTheAccountantGetsARowForEachRefundOfTheMonth(t *testing.T) {
	r := newWorkshop(t)
	r.billed("1001", "F-2026-0042", time.Date(2026, 10, 21, 0, 0, 0, 0, time.UTC))
	id := r.inspected("1001", "F1")
	r.confirms(id, r.refunds(id, 40400))
	receipt := r.paper(id, returns.RefundReceipt)
	r.did(r.station.CorrectDocument(r.ctx, r.order(), id, receipt.ID, "=HYPERLINK(1)", "Le nom."))
	refunds, notices, err := r.station.AccountsOf(r.ctx, 2026, time.November)
	r.must(err)
	if len(refunds.Rows) != 2 || len(notices.Rows) != 1 {
		t.Fatalf("%d refunds and %d notices", len(refunds.Rows), len(notices.Rows))
	}
	row := refunds.Rows[0]
	for column, want := range map[int]sheet.Value{
		1: sheet.Label(receipt.Number), 4: sheet.Label("1001"), 6: sheet.Label("F-2026-0042"), 9: sheet.Sum(euros(39900)), 10: sheet.Sum(euros(500)),
		11: sheet.Sum(euros(40400)), 12: sheet.Label("EUR"), 14: sheet.Label("Remboursement total"), 16: sheet.Label("non"),
	} {
		if row[column] != want {
			t.Errorf("column %s is %v, want %v", refunds.Header[column], row[column], want)
		}
	}
	if corrected := refunds.Rows[1]; corrected[18] != sheet.Label(receipt.Number) || corrected[11] != (sheet.Blank{}) {
		t.Errorf("the correction is %v", corrected)
	}
	empty, _, err := r.station.AccountsOf(r.ctx, 2026, time.October)
	r.must(err)
	if len(empty.Rows) != 0 || len(empty.Header) != len(row) {
		t.Errorf("the month before has %d rows", len(empty.Rows))
	}
}

func TestAPayoutProvesWhatNoReadingCould(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.Store().Update(r.ctx, func(tx *store.Tx) error {
		return tx.SaveAccount(store.Account{ID: feed.Account, Channel: "backmarket"})
	}))
	agrees, proven, differs, reading := r.inspected("1001", "F1"), r.inspected("1002", "F2"), r.inspected("1003", "F3"), r.inspected("1004", "F4")
	r.confirms(agrees, r.refunds(agrees, 40400))
	r.doubts(proven, r.refunds(proven, 40400))
	r.confirms(differs, r.refunds(differs, 40400))
	refund := r.refunds(reading, 40400)
	r.progress(reading, refund, returns.SubmitRefund{Refund: refund}, returns.DoubtRefund{Refund: refund, Cause: "timeout"})
	file := []byte(strings.Join([]string{
		"Order ID,Amount,Currency,Type,Date", "1001,-404.00,EUR,Refund,2026-11-30", "1002,-404.00,EUR,Refund,2026-11-30", "1003,-400.00,EUR,Refund,2026-11-30",
		"1004,404.00,EUR,refund,2026-11-30", "777,-10.00,EUR,Refund,2026-11-30", "1001,404.00,EUR,Sale,2026-10-30", ",-12.00,EUR,Commission,2026-10-30",
	}, "\n"))
	read, err := r.station.ReadPayout(r.ctx, feed.Account, "november.csv", file)
	r.must(err)
	want := []station.Standing{station.PayoutAgrees, station.PayoutProves, station.PayoutDiffers, station.PayoutReads, station.PayoutUnknown}
	for i, match := range read.Matches {
		if match.Standing != want[i] {
			t.Errorf("line %d %s, want %s", match.Line, match.Standing, want[i])
		}
	}
	if len(read.Matches) != len(want) || read.Others != 2 {
		t.Fatalf("%d refunds and %d other lines", len(read.Matches), read.Others)
	}
	order := r.order()
	id, err := r.station.TakePayout(r.ctx, order, feed.Account, "november.csv", file)
	r.must(err)
	again, err := r.station.TakePayout(r.ctx, order, feed.Account, "november.csv", file)
	r.must(err)
	if again != id {
		t.Error("one press took the file twice")
	}
	_, err = r.station.TakePayout(r.ctx, r.order(), feed.Account, "again.csv", file)
	r.refused(err, fault.Conflict, "errors_store.payout_known")
	if c := r.shows(proven); c.Refunds[0].State != returns.RefundIsUnknown {
		t.Fatalf("taking the file made the refund %s", c.Refunds[0].State)
	}
	settled, err := r.station.SettleProven(r.ctx, r.manager(), id)
	r.must(err)
	if c := r.shows(proven); settled != 1 || c.Refunds[0].State != returns.RefundIsConfirmed || c.Refunds[0].Means != "person" {
		t.Errorf("%d settled; the refund is %s by %s", settled, c.Refunds[0].State, c.Refunds[0].Means)
	}
	r.paper(proven, returns.RefundReceipt)
	if c := r.shows(reading); c.Refunds[0].State != returns.RefundIsUnknown {
		t.Errorf("a refund that is still read back became %s", c.Refunds[0].State)
	}
	settled, err = r.station.SettleProven(r.ctx, r.manager(), id)
	r.must(err)
	if settled != 0 {
		t.Errorf("%d refunds were settled twice", settled)
	}
	r.staysWhole(proven)
}

func TestARefundThatNoPayoutNamesIsMissingOnceItShouldHaveBeenThere(t *testing.T) {
	r := newWorkshop(t)
	id := r.inspected("1001", "F1")
	r.confirms(id, r.refunds(id, 40400))
	for name, c := range map[string]struct {
		until string
		want  int
	}{"a payout before the refund": {"2026-11-01", 0}, "a payout after it": {"2026-11-30", 1}} {
		t.Run(name, func(t *testing.T) {
			read, err := r.station.ReadPayout(r.ctx, feed.Account, "p.csv", []byte("commande;montant;type;date\n777;-1,00;Remboursement;"+c.until))
			r.must(err)
			if len(read.Missing) != c.want {
				t.Errorf("missing are %+v", read.Missing)
			}
		})
	}
}
