package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"revient/app/fault"
)

// Finding is one thing that is not as it should be.
type Finding struct {
	Where string     // What is wrong, such as "journal P03/1/12" or "photo ab12…".
	Key   string     // Message key of how it is wrong.
	Args  fault.Args // Values of the message.
}

// Verification is what Verify looked at and what it found.
type Verification struct {
	Findings  []Finding
	Entries   int // Rows of the journal.
	Cases     int
	Documents int
	Photos    int
}

// OK reports whether nothing is wrong.
func (v *Verification) OK() bool { return len(v.Findings) == 0 }

func (v *Verification) found(where, key string, args fault.Args) {
	v.Findings = append(v.Findings, Finding{Where: where, Key: "errors_store.verify_" + key, Args: args})
}

// checks are made in this order, on one unchanging state of the database.
var checks = []func(*ReadTx, *Verification) error{
	verifyFile, verifyChain, verifyCases, verifyReferences, verifyDocuments, verifySeries, verifyClosings, verifyMoney, verifyOutbox, verifyStock, verifyBytes, verifyPhotos,
}

// Verify reads everything and compares it: the file's structure, the hash chain,
// the projections with the journal, and the ledgers with their hashes. It has a
// connection of its own: one that has searched before keeps a picture of the
// search index, and SQLite's check then takes another's later change for damage.
func (db *DB) Verify(ctx context.Context) (report Verification, err error) {
	pool, err := openPool(readerDSN(filepath.Join(db.dir, FileName)), 1)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	tx, err := db.begin(ctx, pool)
	if err != nil {
		return report, explain(err)
	}
	defer tx.rollback()
	for _, check := range checks {
		if err := check(tx, &report); err != nil {
			return report, explain(err)
		}
	}
	return report, nil
}

// VerifyFolder is Verify for a data folder that no station has open. It writes
// nothing to the database. Of the options it needs Dir, and Due where deadlines
// are to be compared.
func VerifyFolder(ctx context.Context, options Options) (report Verification, err error) {
	db := newDB(options)
	path := filepath.Join(db.dir, FileName)
	held, err := acquire(db.dir, db.now())
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	if err := identify(ctx, path); err != nil {
		return report, explain(err)
	}
	if err := refuseOlder(ctx, path); err != nil {
		return report, explain(err)
	}
	return db.Verify(ctx)
}

// verifyFile asks SQLite for the structure of the file and for its references.
func verifyFile(tx *ReadTx, report *Verification) error {
	text := func(row scanner) (s string, err error) { return s, row.Scan(&s) }
	messages, err := list(tx, "check integrity", text, "SELECT integrity_check FROM pragma_integrity_check")
	if damaged := codeOf(err); damaged != 0 {
		report.found("database", "structure", fault.Args{"message": err.Error()})
		return nil
	}
	if err != nil {
		return err
	}
	for _, message := range messages {
		if message != "ok" {
			report.found("database", "structure", fault.Args{"message": message})
		}
	}
	broken, err := list(tx, "check foreign keys", text, `SELECT "table" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check`)
	for _, row := range broken {
		report.found("database "+row, "reference", nil)
	}
	return err
}

// verifyBytes compares what is kept byte for byte with the hash kept beside it.
func verifyBytes(tx *ReadTx, report *Verification) error {
	type hashed struct {
		where string
		bytes []byte
		sum   string
	}
	scan := func(row scanner) (h hashed, err error) { return h, row.Scan(&h.where, &h.bytes, &h.sum) }
	for _, query := range []string{
		"SELECT 'outbox ' || case_id || ' ' || action_id, payload, lower(hex(payload_sha256)) FROM outbox",
		"SELECT 'mirror ' || account || ' ' || kind || ' ' || external_id, raw, sha256 FROM remote_objects",
	} {
		err := each(tx, "check bytes", scan, func(h hashed) error {
			if sumOf(h.bytes) != h.sum {
				report.found(h.where, "bytes", nil)
			}
			return nil
		}, query)
		if err != nil {
			return err
		}
	}
	return nil
}

// each reads the rows of a query one by one, for tables that may be large.
func each[T any](tx *ReadTx, what string, scan func(scanner) (T, error), visit func(T) error, query string, args ...any) (err error) {
	rows, err := tx.sql.QueryContext(tx.ctx, query, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		if err := visit(item); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
