package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// ReadTx reads one unchanging state of the database. It belongs to one goroutine
// and ends with the function that it was given to.
type ReadTx struct {
	ctx context.Context
	db  *DB
	sql *sql.Tx
	now time.Time
}

// Tx reads and writes. What it wrote is seen by its own reads at once, and by
// others when the function that it was given to has returned.
type Tx struct {
	*ReadTx
	changed  Change
	numbered []returns.DocumentID // Took a number in this transaction.
}

// Now is the time of the transaction: it does not move while it runs.
func (tx *ReadTx) Now() time.Time { return tx.now }

// Context is that of the caller.
func (tx *ReadTx) Context() context.Context { return tx.ctx }

// rollback undoes what was not committed. It says nothing of a transaction that
// already ended, which is the ordinary case.
func (tx *ReadTx) rollback() {
	if err := tx.sql.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		tx.db.log.Error("roll back", "error", err)
	}
}

func (tx *ReadTx) row(query string, args ...any) *sql.Row {
	return tx.sql.QueryRowContext(tx.ctx, query, args...)
}

// exec runs a statement and names what it was for when it fails.
func (tx *Tx) exec(what, query string, args ...any) error {
	if _, err := tx.sql.ExecContext(tx.ctx, query, args...); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// execOne is exec for a statement that must change exactly one row: none means
// that what it names does not exist.
func (tx *Tx) execOne(what, query string, args ...any) error {
	result, err := tx.sql.ExecContext(tx.ctx, query, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	changed, err := result.RowsAffected()
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if changed == 0 {
		return missing(what)
	}
	return nil
}

// scanner is a row that can be read: *sql.Row or *sql.Rows.
type scanner interface{ Scan(dest ...any) error }

// list reads every row of a query. The slice is never nil.
func list[T any](tx *ReadTx, what string, scan func(scanner) (T, error), query string, args ...any) (_ []T, err error) {
	rows, err := tx.sql.QueryContext(tx.ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	found := []T{}
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		found = append(found, item)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return found, nil
}

// one reads the only row of a query; its absence is a NotFound fault.
func one[T any](tx *ReadTx, what string, scan func(scanner) (T, error), query string, args ...any) (T, error) {
	item, err := scan(tx.row(query, args...))
	if errors.Is(err, sql.ErrNoRows) {
		return item, missing(what)
	}
	if err != nil {
		return item, fmt.Errorf("%s: %w", what, err)
	}
	return item, nil
}

func missing(what string) error {
	return fmt.Errorf("%s: %w", what, fault.New(fault.NotFound, "errors_store.not_found", nil))
}

// millis writes a time as the database keeps it: Unix milliseconds, UTC. The
// zero time is NULL.
func millis(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMilli()
}

// fromMillis reads what millis wrote.
func fromMillis(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}

// nullable writes an empty text as NULL, so that unique indexes pass over it.
func nullable[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}
