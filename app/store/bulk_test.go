package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

// writtenCases are written the ordinary way; the others are copies of them.
const writtenCases = 1000

// bulk is the store of the benchmarks, which outlives each of them.
var bulk bulkStore

type bulkStore struct {
	once sync.Once
	dir  string
	db   *store.DB
}

func (b *bulkStore) remove() error {
	if b.dir == "" {
		return nil
	}
	var closed error
	if b.db != nil {
		closed = b.db.Close()
	}
	return errors.Join(closed, os.RemoveAll(b.dir))
}

// mustBulk opens a store with 100,000 cases, nine of ten of them closed. It is
// made once for all benchmarks.
func mustBulk(b *testing.B) *store.DB {
	b.Helper()
	bulk.once.Do(func() {
		var err error
		if bulk.dir, err = os.MkdirTemp("", "revient-store-*"); err != nil { //nolint:usetesting // It outlives this benchmark.
			b.Fatal(err)
		}
		dir := filepath.Join(bulk.dir, "data")
		db, err := store.Open(context.Background(), optionsFor(dir))
		if err != nil {
			b.Fatal(err)
		}
		update(b, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
		update(b, db, func(tx *store.Tx) error { return fill(tx, 0, writtenCases) })
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
		edit(b, filepath.Join(dir, store.FileName), multiply...)
		if bulk.db, err = store.Open(context.Background(), optionsFor(dir)); err != nil {
			b.Fatal(err)
		}
	})
	return bulk.db
}

// multiply copies the written cases 99 times, with ids, numbers and codes of
// their own. The copies' hashes are made up: the benchmarks verify nothing.
var multiply = []string{
	"CREATE TABLE copies AS WITH RECURSIVE c (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < 99) SELECT k FROM c",
	"DROP TRIGGER search_added",
	`INSERT INTO journal SELECT row + k * 10000, station, epoch, seq + k * 10000, id || '-' || k,
		printf('case-%06d', CAST(substr(case_id, 6) AS INTEGER) + k * 1000), case_seq, seen, type, schema, command_id, at, zone, hlc, actor, screen,
		payload, prev_hash, hash FROM journal, copies ORDER BY k, row`,
	`INSERT INTO cases SELECT row + k * 10000, printf('case-%06d', CAST(substr(id, 6) AS INTEGER) + k * 1000), number || k, seq, stage, open, origin,
		account, order_ref || k, line_ref || k, folder || k, title, imei || k, serial || k, tracking || k, customer, claim, wish, identity, hold, asks, settled, away,
		requested_at, received_at, updated_at, due_at, due_rule, due_tone, iif(due_at IS NULL, sort_at, sort_at + k * 1000), state,
		place, bin, outcome, approval, proof, waits_customer, promise_at, money, policy, at_stake, target_at, target_rule FROM cases, copies ORDER BY k, row`,
	"INSERT INTO case_codes SELECT code || k, kind, row + k * 10000 FROM case_codes, copies",
	"INSERT INTO search SELECT row + k * 10000, words, replace(codes, ' ', k || ' ') || k FROM search, copies ORDER BY k, row",
	"INSERT INTO search_words (search_words) VALUES ('rebuild')",
	"INSERT INTO search_codes (search_codes) VALUES ('rebuild')",
	`CREATE TRIGGER search_added AFTER INSERT ON search BEGIN
		INSERT INTO search_words (rowid, words) VALUES (new.row, new.words);
		INSERT INTO search_codes (rowid, codes) VALUES (new.row, new.codes);
	END`,
	"DROP TABLE copies",
}

func fill(tx *store.Tx, from, to int) error {
	names := []string{"Amélie", "Bastien", "Chloé", "Dario", "Elsa", "Farid", "Gaëlle", "Hugo", "Inès", "Jules"}
	for n := from; n < to; n++ {
		id := returns.CaseID(fmt.Sprintf("case-%06d", n))
		held, err := request(tx, id, n, store.Person{FirstName: names[n%10], LastName: fmt.Sprintf("%s%s", names[n/10%10], names[n/100%10])})
		if err == nil && n%3 > 0 {
			held, err = receive(tx, held)
		}
		if err == nil && n%10 > 0 {
			_, err = tx.Append(stamp, id, held.Seq, returns.CaseClosed{})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// median runs an operation b.N times, and reports the middle of how long it took
// next to the mean that the benchmark prints.
func median(b *testing.B, operation func(n int) error) {
	b.Helper()
	took := make([]time.Duration, 0, b.N)
	for n := 0; b.Loop(); n++ {
		start := time.Now()
		if err := operation(n); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs/median")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs/p99")
}
