package store_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// grant approves a refund of a case.
func grant(tx *store.Tx, c returns.Case, id returns.RefundID, item, shipping int64) (returns.Case, error) {
	if err := tx.Enqueue(store.Action{CaseID: c.ID, ID: returns.ActionID(id), Account: "bm-fr", Lane: returns.MoneyLane, Kind: "refund"}); err != nil {
		return c, err
	}
	return tx.Append(stamp, c.ID, c.Seq, returns.RefundApproved{Refund: returns.Refund{
		ID: id, State: returns.RefundIsApproved, Item: returns.Money{Minor: item, Currency: "EUR"},
		Shipping: returns.Money{Minor: shipping, Currency: "EUR"}, Method: returns.ToPaymentMeans,
	}})
}

// mustLine opens two cases of one order line, of which 329 and 4.90 were paid,
// and grants 200 and 4.90 in the first.
func mustLine(tb testing.TB) (db *store.DB, dir string, first, second returns.Case) {
	tb.Helper()
	db, dir = mustStation(tb)
	first, second = mustCase(tb, db, 1), mustCase(tb, db, 1)
	update(tb, db, func(tx *store.Tx) (err error) {
		first, err = grant(tx, first, "grant-1", 20000, 490)
		return err
	})
	return db, dir, first, second
}

// attempt runs one statement on a connection of its own and returns its error.
func attempt(tb testing.TB, dir, statement string) error {
	tb.Helper()
	pool, err := sql.Open("sqlite", filepath.Join(dir, store.FileName))
	if err != nil {
		tb.Fatal(err)
	}
	_, err = pool.ExecContext(context.Background(), statement)
	if closed := pool.Close(); closed != nil {
		tb.Fatal(closed)
	}
	return err
}

const intoJournal = `INSERT INTO journal (station, epoch, seq, id, case_id, case_seq, seen, type, schema, command_id, at, zone, hlc, actor, screen, payload, prev_hash, hash)
	SELECT station, epoch, 99, 'forged', case_id, 99, seen, `

func TestTheDatabaseItselfRefusesWhatWouldPayTwice(t *testing.T) {
	const capped, once, granted = "a line is not refunded beyond what was paid for it", "only an approved refund is submitted", "a refund is granted once"
	const row = `INSERT INTO refunds SELECT c.row, 'forged', r.account, r.order_ref, r.line_ref, `
	for name, c := range map[string]struct{ statement, want string }{
		"more of the item in the other case":       {row + `'approved', 12901, 0, 'EUR', 32900, 490 FROM refunds r, cases c WHERE c.row <> r.row`, capped},
		"more of the shipping in the other case":   {row + `'approved', 0, 1, 'EUR', 32900, 490 FROM refunds r, cases c WHERE c.row <> r.row`, capped},
		"more in the same case":                    {row + `'confirmed', 12901, 0, 'EUR', 32900, 490 FROM refunds r, cases c WHERE c.row = r.row`, capped},
		"a refund below nothing":                   {row + `'approved', -1, 0, 'EUR', 32900, 490 FROM refunds r, cases c WHERE c.row <> r.row`, capped},
		"a grant that grows":                       {`UPDATE refunds SET item = 32901`, capped},
		"what is left":                             {row + `'approved', 12900, 0, 'EUR', 32900, 490 FROM refunds r, cases c WHERE c.row <> r.row`, ""},
		"a draft of more":                          {row + `'drafted', 99999, 0, 'EUR', 32900, 490 FROM refunds r, cases c WHERE c.row <> r.row`, ""},
		"a grant of another line":                  {`INSERT INTO refunds SELECT row, 'forged', account, order_ref, 'other', 'approved', 32900, 490, 'EUR', 32900, 490 FROM refunds`, capped}, // Of the same case.
		"a submission of a refund that nobody has": {intoJournal + `'refund_submitting', 1, 'x', at, zone, hlc, actor, screen, CAST('{"refund":"nobody"}' AS BLOB), prev_hash, hash FROM journal WHERE type = 'refund_approved'`, once},
		"a submission of another case's refund":    {intoJournal + `'refund_submitting', 1, 'x', at, zone, hlc, actor, screen, CAST('{"refund":"grant-1"}' AS BLOB), prev_hash, hash FROM journal WHERE row = (SELECT max(row) FROM journal WHERE type = 'parcel_received')`, once},
		"a submission of an approved refund":       {intoJournal + `'refund_submitting', 1, 'x', at, zone, hlc, actor, screen, CAST('{"refund":"grant-1"}' AS BLOB), prev_hash, hash FROM journal WHERE type = 'refund_approved'`, ""},
		"the same grant again":                     {intoJournal + `type, 1, 'x', at, zone, hlc, actor, screen, payload, prev_hash, hash FROM journal WHERE type = 'refund_approved'`, granted},
		"the same grant in another case":           {strings.Replace(intoJournal, "case_id, 99", "'another', 99", 1) + `type, 1, 'x', at, zone, hlc, actor, screen, payload, prev_hash, hash FROM journal WHERE type = 'refund_approved'`, granted},
	} {
		t.Run(name, func(t *testing.T) {
			db, dir, _, _ := mustLine(t)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			err := attempt(t, dir, c.statement)
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("it says %v, want %q", err, c.want)
			}
		})
	}
}

func TestARefundInAnyOtherStateIsNotSubmitted(t *testing.T) {
	submitting := returns.RefundSubmitting{Refund: "grant-1"}
	for name, past := range map[string][]returns.Event{
		"submitting":       {submitting},
		"accepted":         {submitting, returns.RefundAccepted{Refund: "grant-1"}},
		"unknown":          {submitting, returns.RefundDoubted{Refund: "grant-1"}},
		"confirmed":        {submitting, returns.RefundConfirmed{Refund: "grant-1"}},
		"rejected":         {submitting, returns.RefundRejected{Refund: "grant-1"}},
		"done by hand":     {returns.RefundByHand{Refund: "grant-1"}},
		"already refunded": {returns.RefundFoundDone{Refund: "grant-1"}},
	} {
		t.Run(name, func(t *testing.T) {
			db, _, first, _ := mustLine(t)
			update(t, db, func(tx *store.Tx) (err error) {
				first, err = tx.Append(stamp, first.ID, first.Seq, past...)
				return err
			})
			err := db.Update(context.Background(), func(tx *store.Tx) error {
				return outcome(tx.Append(stamp, first.ID, first.Seq, submitting))
			})
			if said := fault.Of(err); said == nil || said.Key != "errors_store.guarded" || said.Code != fault.Conflict || !strings.Contains(err.Error(), "only an approved refund is submitted") {
				t.Errorf("Append = %v", err)
			}
			mustVerify(t, db)
		})
	}
	t.Run("submitted twice in one go", func(t *testing.T) {
		db, _, first, _ := mustLine(t)
		if err := db.Update(context.Background(), func(tx *store.Tx) error {
			return outcome(tx.Append(stamp, first.ID, first.Seq, submitting, submitting))
		}); keyOf(err) != "errors_store.guarded" {
			t.Errorf("Append = %v", err)
		}
		update(t, db, func(tx *store.Tx) error {
			return outcome(tx.Append(stamp, first.ID, first.Seq, submitting, returns.RefundRequeued{Refund: "grant-1"}, submitting))
		})
		mustVerify(t, db)
	})
}

func TestTheCapHoldsOverEveryCaseOfALine(t *testing.T) {
	db, _, first, second := mustLine(t)
	if err := db.Update(context.Background(), func(tx *store.Tx) error { return outcome(grant(tx, second, "grant-2", 12901, 0)) }); keyOf(err) != "errors_store.guarded" {
		t.Errorf("more than is left was granted: %v", err)
	}
	update(t, db, func(tx *store.Tx) (err error) { second, err = grant(tx, second, "grant-2", 12900, 0); return err })
	mustVerify(t, db)
	// What is rejected counts no more, and what happens to the others is not hindered.
	update(t, db, func(tx *store.Tx) (err error) {
		if first, err = tx.Append(stamp, first.ID, first.Seq, returns.RefundSubmitting{Refund: "grant-1"}, returns.RefundRejected{Refund: "grant-1"}); err != nil {
			return err
		}
		if second, err = grant(tx, second, "grant-3", 20000, 490); err != nil {
			return err
		}
		second, err = tx.Append(stamp, second.ID, second.Seq, returns.RefundSubmitting{Refund: "grant-3"})
		return err
	})
	if err := db.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	mustVerify(t, db)
	if err := db.Update(context.Background(), func(tx *store.Tx) error { return outcome(grant(tx, first, "grant-4", 1, 0)) }); keyOf(err) != "errors_store.guarded" {
		t.Errorf("the guards did not come back after the rebuild: %v", err)
	}
}

// A journal that broke the guards is shown as it is, and said to be wrong.
func TestAJournalThatPaidTwiceIsRebuiltAndReported(t *testing.T) {
	db, dir, _, second := mustLine(t)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, store.FileName)
	edit(t, path, "DROP TRIGGER refunds_begin_within_the_cap", "DROP TRIGGER journal_submits_once")
	db, err := store.Open(context.Background(), optionsFor(dir))
	if err != nil {
		t.Fatal(err)
	}
	update(t, db, func(tx *store.Tx) error {
		if second, err = grant(tx, second, "grant-2", 32900, 0); err != nil {
			return err
		}
		return outcome(tx.Append(stamp, second.ID, second.Seq, returns.RefundSubmitting{Refund: "grant-2"}, returns.RefundSubmitting{Refund: "grant-2"}))
	})
	if err := errors.Join(db.Rebuild(context.Background()), db.Close()); err != nil {
		t.Fatal(err)
	}
	report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"cap", "submitted_twice"} {
		if !slices.ContainsFunc(report.Findings, func(f store.Finding) bool { return f.Key == "errors_store.verify_"+want }) {
			t.Errorf("findings = %+v, want %s", report.Findings, want)
		}
	}
}

func TestAGapInANumberedSeriesIsFound(t *testing.T) {
	for name, statement := range map[string]string{
		"a number left out":        "UPDATE documents SET n = 7 WHERE n = 2",
		"a document taken out":     "DELETE FROM documents WHERE n = 2",
		"a series of nobody":       "UPDATE documents SET series = 'X' WHERE n = 3",
		"a number before the one":  "UPDATE documents SET n = 0 WHERE n = 1",
		"a counter that went back": "UPDATE series SET n = 2 WHERE name = 'R'",
	} {
		t.Run(name, func(t *testing.T) {
			db, dir, held := mustWorkshop(t)
			issue(t, db, &held, "R", "Another.")
			issue(t, db, &held, "R", "A third.")
			mustVerify(t, db)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			edit(t, filepath.Join(dir, store.FileName), "PRAGMA foreign_keys = OFF", statement)
			report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
			if err != nil || !slices.ContainsFunc(report.Findings, func(f store.Finding) bool { return f.Key == "errors_store.verify_series" }) {
				t.Errorf("findings = %+v, %v", report.Findings, err)
			}
		})
	}
}

// outcome is the error of what also returns a case.
func outcome(_ returns.Case, err error) error { return err }
