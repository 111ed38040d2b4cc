package store

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
)

// verifyChain recomputes the hash of every row of the journal and follows the
// chain. A changed byte names its row; a row that was taken out names the next.
func verifyChain(tx *ReadTx, report *Verification) error {
	type head struct {
		epoch int
		lastRow
	}
	heads := map[string]head{}
	return each(tx, "check chain", scanEntry, func(e Entry) error {
		report.Entries++
		before, known := heads[e.Station]
		if !known {
			before.hash = make([]byte, 32)
		}
		wanted := before.seq + 1
		if !known || before.epoch != e.Epoch {
			wanted = 1
		}
		where := "journal " + e.place()
		if e.Seq != wanted {
			report.found(where, "gap", fault.Args{"wanted": wanted})
		}
		if !bytes.Equal(e.PrevHash, before.hash) {
			report.found(where, "link", nil)
		}
		if !bytes.Equal(e.sum(), e.Hash) {
			report.found(where, "hash", nil)
		}
		heads[e.Station] = head{e.Epoch, lastRow{e.Seq, e.Hash}}
		return nil
	}, "SELECT "+entryColumns+" FROM journal ORDER BY station, epoch, seq")
}

// verifyCases folds the journal and compares every row of every projection.
// Those that another version wrote are left alone: they are rebuilt when this
// one opens the database.
func verifyCases(tx *ReadTx, report *Verification) error {
	shaped, err := tx.shaped()
	if err != nil {
		return err
	}
	err = tx.replay(func(at spot, c returns.Case) error {
		report.Cases++
		if !shaped {
			return nil
		}
		name, err := tx.personName(c.Customer.ID)
		if err != nil {
			return err
		}
		wanted, err := tx.db.projectionOf(at, c, name)
		if err != nil {
			return err
		}
		return tx.compare(wanted, at.row, c.Number, report)
	})
	if err != nil {
		if fault.CodeOf(err) != fault.Internal || codeOf(err) != 0 {
			return err
		}
		report.found("journal", "event", fault.Args{"message": err.Error()}) // An event that cannot be read.
		return nil
	}
	extra, err := list(tx, "find cases without a journal", func(row scanner) (number string, err error) { return number, row.Scan(&number) },
		"SELECT number FROM cases WHERE id NOT IN (SELECT case_id FROM journal)")
	for _, number := range extra {
		report.found("case "+number, "no_journal", nil)
	}
	return err
}

func (tx *ReadTx) compare(wanted projection, row int64, number string, report *Verification) error {
	for _, table := range []struct {
		name, columns, order string
		wanted               [][]any
	}{
		{"cases", caseColumns, "row", [][]any{wanted.cases}},
		{"case_codes", codeColumns, "code, kind", wanted.codes},
		{"refunds", refundColumns, "id", wanted.refunds},
		{"search", searchColumns, "row", [][]any{wanted.search}},
	} {
		columns := strings.Split(table.columns, ",")
		held, err := list(tx, "read "+table.name, func(r scanner) ([]any, error) {
			values, places := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				places[i] = &values[i]
			}
			return values, r.Scan(places...)
		}, "SELECT "+table.columns+" FROM "+table.name+" WHERE row = ? ORDER BY "+table.order, row)
		if err != nil {
			return err
		}
		if differing := firstDifference(columns, table.wanted, held, tx.db.knowsDue); differing != "" {
			report.found("case "+number, "projection", fault.Args{"table": table.name, "column": differing})
		}
	}
	return nil
}

// firstDifference names the first column that differs, "rows" when their number
// does, and is empty when nothing does.
func firstDifference(columns []string, wanted, held [][]any, due bool) string {
	if len(wanted) != len(held) {
		return "rows"
	}
	for i := range wanted {
		for j, column := range columns {
			column = strings.TrimSpace(column)
			if !due && (strings.HasPrefix(column, "due_") || strings.HasPrefix(column, "target_") || column == "sort_at") {
				continue // Whoever verifies does not know the rules.
			}
			if !reflect.DeepEqual(wanted[i][j], held[i][j]) {
				return column
			}
		}
	}
	return ""
}

// verifyReferences compares the keyed hashes in the journal with the persons and
// texts that they stand for. One that was erased is allowed to be empty; one
// that is missing or differs is not.
func verifyReferences(tx *ReadTx, report *Verification) error {
	type reference struct{ place, id, hash string }
	scan := func(row scanner) (r reference, err error) { return r, row.Scan(&r.place, &r.id, &r.hash) }
	err := each(tx, "check references", scan, func(r reference) error {
		var body, secret []byte
		var hash string
		var erased sql.NullInt64
		err := tx.row(`SELECT body, secret, hash, erased_at FROM persons WHERE id = ?1
			UNION ALL SELECT CAST(body AS BLOB), secret, hash, erased_at FROM texts WHERE id = ?1`, r.id).Scan(&body, &secret, &hash, &erased)
		if errors.Is(err, sql.ErrNoRows) {
			report.found("journal "+r.place, "reference_missing", fault.Args{"id": r.id})
			return nil
		}
		if err != nil {
			return fmt.Errorf("read reference: %w", err)
		}
		if hash != r.hash || (!erased.Valid && keyedHash(secret, body) != hash) {
			report.found("journal "+r.place, "reference_changed", fault.Args{"id": r.id})
		}
		return nil
	}, `SELECT DISTINCT j.station || '/' || j.epoch || '/' || j.seq, i.value, h.value
		FROM journal j, json_tree(CASE WHEN json_valid(CAST(j.payload AS TEXT)) THEN CAST(j.payload AS TEXT) ELSE 'null' END) i,
			json_tree(CASE WHEN json_valid(CAST(j.payload AS TEXT)) THEN CAST(j.payload AS TEXT) ELSE 'null' END) h
		WHERE i.key = 'id' AND h.key = 'hash' AND h.parent = i.parent AND i.value <> ''`)
	return err
}
