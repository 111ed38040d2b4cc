package store

import (
	"context"
	"errors"
	"fmt"

	"revient/app/returns"
)

// Rebuild throws the projections away and folds them from the journal again. The
// ledgers are not touched. It is one transaction: until it is done, readers see
// the tables as they were.
func (db *DB) Rebuild(ctx context.Context) error {
	return db.Update(ctx, func(tx *Tx) error {
		// A damaged search index could not be emptied row by row.
		for _, index := range []string{"search_words", "search_codes"} {
			if err := tx.exec("make "+index+" anew", "INSERT INTO "+index+" ("+index+") VALUES ('rebuild')"); err != nil {
				return err
			}
		}
		for _, table := range []string{"search", "refunds", "case_codes", "cases"} {
			if err := tx.exec("empty "+table, "DELETE FROM "+table); err != nil {
				return err
			}
		}
		return tx.replay(func(at spot, c returns.Case) error {
			tx.touch(c.ID)
			return tx.project(at, returns.Case{}, c)
		})
	})
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
