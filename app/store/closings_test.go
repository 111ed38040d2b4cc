package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

// plainClosing stands in for the PDF of a closing.
func plainClosing(c store.Closing) ([]byte, error) {
	return fmt.Appendf(nil, "%s %s %+v", c.Number, c.Head, c.Totals), nil
}

// mustClosings grants, confirms and rejects over two years, and closes four times.
func mustClosings(tb testing.TB) (*store.DB, string, []store.Closing) {
	tb.Helper()
	now, dir := newClock(), tb.TempDir()
	db := mustOpenWith(tb, store.Options{Dir: dir, Now: now.Now, Zone: paris, Due: dueOf})
	update(tb, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	closings := []store.Closing{}
	take := func() {
		update(tb, db, func(tx *store.Tx) error {
			closing, err := tx.TakeClosing("operator-1", plainClosing)
			closings = append(closings, closing)
			return err
		})
	}
	work := func(held returns.Case, refund returns.RefundID, item int64, then ...returns.Event) returns.Case {
		update(tb, db, func(tx *store.Tx) (err error) {
			if item > 0 {
				decided := returns.PartialRefundDecided{Decision: returns.Decision{Outcome: returns.PartialRefund, Refund: refund}}
				if held, err = tx.Append(stamp, held.ID, held.Seq, decided); err != nil {
					return err
				}
				if held, err = grant(tx, held, refund, item, 0); err != nil {
					return err
				}
			}
			held, err = tx.Append(stamp, held.ID, held.Seq, then...)
			return err
		})
		return held
	}
	first, second := mustCase(tb, db, 1), mustCase(tb, db, 2)
	first = work(first, "r-1", 10000)
	take() // Granted, not confirmed.
	first = work(first, "r-1", 0, returns.RefundSubmitting{Refund: "r-1"}, returns.RefundConfirmed{Refund: "r-1"})
	second = work(second, "r-2", 5000, returns.RefundByHand{Refund: "r-2"})
	take()
	now.now = time.Date(2026, 12, 31, 23, 30, 0, 0, time.UTC) // Already the next year in Paris.
	work(first, "r-3", 300, returns.RefundRejected{Refund: "r-3"})
	work(second, "r-4", 700, returns.RefundFoundDone{Refund: "r-4"})
	take()
	take() // A day on which nothing happened.
	return db, dir, closings
}

func TestAClosingSumsWhatHappenedSinceTheLast(t *testing.T) {
	db, _, closings := mustClosings(t)
	total := func(state returns.RefundState, count, item int64) store.RefundTotal {
		return store.RefundTotal{State: state, Outcome: returns.PartialRefund, Currency: "EUR", Count: count, Item: item}
	}
	granted := func(count, item int64) store.RefundTotal { return total(returns.RefundIsApproved, count, item) }
	found, confirmed, byHand, rejected := total(returns.RefundAlreadyRefunded, 1, 700), total(returns.RefundIsConfirmed, 1, 10000),
		total(returns.RefundDoneByHand, 1, 5000), total(returns.RefundIsRejected, 1, 300)
	for i, want := range []struct {
		number                  string
		period, year, perpetual []store.RefundTotal
		decisions               int64
	}{
		{"Z-2026-P03A-000001", []store.RefundTotal{granted(1, 10000)}, []store.RefundTotal{granted(1, 10000)}, []store.RefundTotal{granted(1, 10000)}, 1},
		{"Z-2026-P03A-000002", []store.RefundTotal{granted(1, 5000), confirmed, byHand}, []store.RefundTotal{granted(2, 15000), confirmed, byHand},
			[]store.RefundTotal{granted(2, 15000), confirmed, byHand}, 2},
		{"Z-2027-P03A-000001", []store.RefundTotal{found, granted(2, 1000), rejected}, []store.RefundTotal{found, granted(2, 1000), rejected},
			[]store.RefundTotal{found, granted(4, 16000), confirmed, byHand, rejected}, 4},
		{"Z-2027-P03A-000002", []store.RefundTotal{}, []store.RefundTotal{found, granted(2, 1000), rejected},
			[]store.RefundTotal{found, granted(4, 16000), confirmed, byHand, rejected}, 4},
	} {
		got := closings[i]
		if got.Number != want.number || !slices.Equal(got.Totals.Period.Refunds, want.period) || !slices.Equal(got.Totals.Year.Refunds, want.year) ||
			!slices.Equal(got.Totals.Perpetual.Refunds, want.perpetual) || got.Totals.Perpetual.Decisions[0] != (store.OutcomeTotal{Outcome: returns.PartialRefund, Count: want.decisions}) {
			t.Errorf("closing %d is %+v,\nwant %+v", i+1, got, want)
		}
	}
	if last := closings[3]; last.FromRow != last.ToRow+1 || last.Head != closings[2].Head {
		t.Errorf("a closing of nothing is %+v", last)
	}
	view(t, db, func(tx *store.ReadTx) error {
		all, err := tx.RefundTotals(1, closings[3].ToRow)
		if err != nil || !reflect.DeepEqual(all, closings[3].Totals.Perpetual) {
			t.Errorf("the whole journal gives %+v, %v", all, err)
		}
		kept, err := tx.Closing("Z-2026-P03A-000002")
		if err != nil || kept.Head != closings[1].Head || kept.SHA256 != closings[1].SHA256 {
			t.Errorf("Closing = %+v, %v", kept, err)
		}
		if pdf, err := tx.ClosingBytes("Z-2026-P03A-000002"); err != nil || !strings.HasPrefix(string(pdf), "Z-2026-P03A-000002 "+kept.Head) {
			t.Errorf("ClosingBytes = %s, %v", pdf, err)
		}
		listed, err := tx.Closings(1, 2)
		if err != nil || len(listed) != 2 || listed[0].N != 3 {
			t.Errorf("Closings = %+v, %v", listed, err)
		}
		return nil
	})
	mustVerify(t, db)
	if err := db.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	mustVerify(t, db)
}

func TestAClosingThatCannotBeRenderedTakesNoNumber(t *testing.T) {
	db, _, _ := mustClosings(t)
	broken := errors.New("no paper")
	if err := db.Update(context.Background(), func(tx *store.Tx) error {
		_, err := tx.TakeClosing("operator-1", func(store.Closing) ([]byte, error) { return nil, broken })
		return err
	}); !errors.Is(err, broken) {
		t.Fatalf("TakeClosing = %v", err)
	}
	update(t, db, func(tx *store.Tx) error {
		closing, err := tx.TakeClosing("operator-1", plainClosing)
		if closing.Number != "Z-2027-P03A-000003" {
			t.Errorf("the next number is %s", closing.Number)
		}
		return err
	})
	mustVerify(t, db)
}

func TestAChangedClosingIsFound(t *testing.T) {
	const open = "DROP TRIGGER closings_keep_their_words"
	for name, c := range map[string]struct {
		statements []string
		key        string
	}{
		"a byte of its PDF":   {[]string{open, "UPDATE closings SET pdf = x'00' WHERE n = 2"}, "bytes"},
		"its totals":          {[]string{open, "UPDATE closings SET totals = replace(totals, '10000', '10001') WHERE n = 2"}, "closing_totals"},
		"who took it":         {[]string{open, "UPDATE closings SET actor = 'nobody' WHERE n = 1"}, "closing_chain"},
		"its rows":            {[]string{open, "UPDATE closings SET to_row = to_row + 1 WHERE n = 1"}, "closing_chain"},
		"its head":            {[]string{open, "UPDATE closings SET head_hash = zeroblob(32) WHERE n = 4"}, "closing_head"},
		"one that is gone":    {[]string{"DROP TRIGGER closings_keep_their_rows", "DELETE FROM closings WHERE n = 2"}, "closing_chain"},
		"the last that is":    {[]string{"DROP TRIGGER closings_keep_their_rows", "DELETE FROM closings WHERE n = 4"}, "series"},
		"the journal it sums": {[]string{"DROP TRIGGER journal_keeps_its_words", "UPDATE journal SET payload = CAST(replace(CAST(payload AS TEXT), '5000', '4000') AS BLOB) WHERE type = 'refund_approved'"}, "closing_totals"},
	} {
		t.Run(name, func(t *testing.T) {
			db, dir, _ := mustClosings(t)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			edit(t, filepath.Join(dir, store.FileName), c.statements...)
			report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
			if err != nil || !slices.ContainsFunc(report.Findings, func(f store.Finding) bool { return f.Key == "errors_store.verify_"+c.key }) {
				t.Errorf("findings = %+v, %v, want %s", report.Findings, err, c.key)
			}
		})
	}
	for statement, want := range map[string]string{
		"UPDATE closings SET actor = 'x'": "a closing stays as it is",
		"DELETE FROM closings":            "a closing stays",
		"INSERT INTO closings SELECT n + 9, epoch, 'x', year, from_row, to_row, head_hash, totals, pdf, sha256, at, actor, hash FROM closings LIMIT 1": "a closing follows the one before it",
	} {
		db, dir, _ := mustClosings(t)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if err := attempt(t, dir, statement); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", statement, err, want)
		}
	}
}

func TestWrongPINsAreRememberedOverARestart(t *testing.T) {
	db, dir := mustStation(t)
	until := newClock().now.Add(time.Minute)
	update(t, db, func(tx *store.Tx) error {
		if err := tx.SetPINAttempts("ana", store.PINAttempts{Wrong: 3, Until: until}); err != nil {
			return err
		}
		return tx.SetPINAttempts("bob", store.PINAttempts{Wrong: 1})
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	again := mustOpen(t, dir)
	update(t, again, func(tx *store.Tx) error {
		for operator, want := range map[returns.OperatorID]store.PINAttempts{"ana": {Wrong: 3, Until: until}, "bob": {Wrong: 1}, "zoe": {}} {
			if got, err := tx.PINAttempts(operator); err != nil || got != want {
				t.Errorf("PINAttempts(%s) = %+v, %v, want %+v", operator, got, err, want)
			}
		}
		return tx.SetPINAttempts("ana", store.PINAttempts{})
	})
	view(t, again, func(tx *store.ReadTx) error {
		got, err := tx.PINAttempts("ana")
		if got != (store.PINAttempts{}) {
			t.Errorf("PINAttempts = %+v", got)
		}
		return err
	})
	if err := again.Update(context.Background(), func(tx *store.Tx) error {
		return tx.SaveOperator(store.Operator{ID: "x", Name: "X", Role: "king"})
	}); keyOf(err) != "errors_store.role" {
		t.Errorf("a role that there is not: %v", err)
	}
}
