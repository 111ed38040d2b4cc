package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"revient/app/fault"
)

// verifyClosings follows the chain of closings, computes the totals of each again
// from the journal, and compares its head and its PDF with their hashes.
func verifyClosings(tx *ReadTx, report *Verification) error {
	type kept struct {
		Closing
		totals string
		pdf    []byte
	}
	closings, err := list(tx, "check closings", func(row scanner) (k kept, err error) {
		var at sql.NullInt64
		err = row.Scan(&k.N, &k.Epoch, &k.Number, &k.Year, &k.FromRow, &k.ToRow, &k.Head, &k.totals, &k.SHA256, &at, &k.Actor, &k.hash, &k.pdf)
		k.At = fromMillis(at)
		return k, err
	}, "SELECT n, epoch, number, year, from_row, to_row, lower(hex(head_hash)), totals, sha256, at, actor, hash, pdf FROM closings ORDER BY n")
	if err != nil {
		return err
	}
	before := Closing{hash: make([]byte, sha256.Size)}
	for _, c := range closings {
		where := "closing " + c.Number
		if err := json.Unmarshal([]byte(c.totals), &c.Totals); err != nil {
			report.found(where, "closing_chain", nil)
			continue
		}
		if c.N != before.N+1 || c.FromRow != before.ToRow+1 || !bytes.Equal(c.sum(before.hash, c.totals), c.hash) {
			report.found(where, "closing_chain", nil)
		}
		if sumOf(c.pdf) != c.SHA256 {
			report.found(where, "bytes", nil)
		}
		if err := tx.compareClosing(before, c.Closing, report); err != nil {
			return err
		}
		before = c.Closing
	}
	counted := int64(0)
	if err := tx.row("SELECT coalesce(sum(n), 0) FROM series WHERE name = ?", closingSeries).Scan(&counted); err != nil {
		return fmt.Errorf("count closings: %w", err)
	}
	if counted != int64(len(closings)) {
		report.found("series "+closingSeries, "series", fault.Args{"count": len(closings), "last": counted})
	}
	return nil
}

// compareClosing compares a closing with the journal and with the one before it.
func (tx *ReadTx) compareClosing(before, c Closing, report *Verification) error {
	where := "closing " + c.Number
	head := make([]byte, sha256.Size)
	err := tx.row("SELECT hash FROM journal WHERE row = ?", c.ToRow).Scan(&head)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("read the journal's head: %w", err)
	}
	if hex.EncodeToString(head) != c.Head {
		report.found(where, "closing_head", nil)
	}
	wanted := ClosingTotals{}
	if wanted.Period, err = tx.RefundTotals(c.FromRow, c.ToRow); err != nil {
		return err
	}
	wanted.Year, wanted.Perpetual = wanted.Period, before.Totals.Perpetual.plus(wanted.Period)
	if before.Year == c.Year {
		wanted.Year = before.Totals.Year.plus(wanted.Period)
	}
	if !reflect.DeepEqual(wanted.normal(), c.Totals.normal()) {
		report.found(where, "closing_totals", nil)
	}
	return nil
}

// normal has no list that is absent in the place of an empty one.
func (t ClosingTotals) normal() ClosingTotals {
	return ClosingTotals{Period: Totals{}.plus(t.Period), Year: Totals{}.plus(t.Year), Perpetual: Totals{}.plus(t.Perpetual)}
}
