package store

import (
	"context"
	"errors"
	"fmt"

	"revient/app/returns"
)

// Rebuild throws the projections away and folds them from the journal again. The
// ledgers are not touched. It is one transaction: until it is done, readers see
// the tables as they were. The guards of the cap rest meanwhile: a journal that
// broke them is still shown, and Verify says so.
func (db *DB) Rebuild(ctx context.Context) error {
	return db.Update(ctx, func(tx *Tx) error {
		if err := tx.unguarded(tx.foldAnew, "refunds", "search"); err != nil {
			return err
		}
		// The search indexes are made in one go: a damaged one could not be emptied row
		// by row, and a whole one would take hours to.
		for _, index := range []string{"search_words", "search_codes"} {
			if err := tx.exec("make "+index+" anew", "INSERT INTO "+index+" ("+index+") VALUES ('rebuild')"); err != nil {
				return err
			}
		}
		if !db.knowsDue {
			return nil
		}
		return tx.exec("note shape of projections", "UPDATE station SET shape = ?", projectionShape())
	})
}

// foldAnew empties the projections and folds them from the journal.
func (tx *Tx) foldAnew() error {
	for _, table := range []string{"search", "refunds", "case_codes", "cases"} {
		if err := tx.exec("empty "+table, "DELETE FROM "+table); err != nil {
			return err
		}
	}
	return tx.replay(func(at spot, c returns.Case) error {
		tx.changed.Cases = append(tx.changed.Cases, c.ID) // Each comes once.
		return tx.project(at, returns.Case{}, c)
	})
}

// unguarded does something while the triggers of tables are away, and puts them
// back as they were, all in this transaction.
func (tx *Tx) unguarded(do func() error, tables ...string) error {
	type trigger struct{ name, sql string }
	guards, err := list(tx.ReadTx, "list triggers", func(row scanner) (t trigger, err error) { return t, row.Scan(&t.name, &t.sql) },
		"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ("+placesFor(len(tables))+")", anyOf(tables)...)
	if err != nil {
		return err
	}
	for _, guard := range guards {
		if err := tx.exec("take guard away", "DROP TRIGGER "+guard.name); err != nil {
			return err
		}
	}
	if err := do(); err != nil {
		return err
	}
	for _, guard := range guards {
		if err := tx.exec("put guard back", guard.sql); err != nil {
			return err
		}
	}
	return nil
}

// replay folds every case of the journal and hands each over with its spot.
func (tx *ReadTx) replay(each func(at spot, c returns.Case) error) (err error) {
	rows, err := tx.sql.QueryContext(tx.ctx, "SELECT "+entryColumns+" FROM journal ORDER BY case_id, case_seq, row")
	if err != nil {
		return fmt.Errorf("read journal: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var at spot
	var folded returns.Case
	for rows.Next() {
		entry, err := scanEntry(rows)
		if err != nil {
			return fmt.Errorf("read journal: %w", err)
		}
		if id := returns.CaseID(entry.CaseID); id != folded.ID {
			if at.row != 0 {
				if err := each(at, folded); err != nil {
					return err
				}
			}
			at.row, folded = entry.Row, returns.Case{ID: id}
		}
		event, err := entry.Event()
		if err != nil {
			return err
		}
		at.updated, folded = entry.At, fold(folded, entry, event)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read journal: %w", err)
	}
	if at.row == 0 {
		return nil
	}
	return each(at, folded)
}
