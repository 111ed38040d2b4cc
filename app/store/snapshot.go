package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"revient/app/fault"
)

// Contents is what a copy of the database was found to hold.
type Contents struct {
	Station Station          `json:"station"`
	Version int              `json:"version"`
	Rows    map[string]int64 `json:"rows"` // By table.
	Head    string           `json:"head"` // Hash of the last row of the journal, in hexadecimal; empty when there is none.
	Bytes   int64            `json:"bytes"`
}

// snapshot copies a live database into a file that does not exist yet, or
// replaces one: copied, opened again and checked under another name, synced, and
// only then given its name.
func snapshot(ctx context.Context, from, to string) (found Contents, err error) {
	partial := to + ".partial"
	if err := removeIfThere(partial); err != nil {
		return found, err
	}
	if err := makePrivate(partial); err != nil {
		return found, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(partial))
		}
	}()
	if err := vacuumInto(ctx, from, partial); err != nil {
		return found, err
	}
	if found, err = inspect(ctx, partial); err != nil {
		return found, err
	}
	if err := syncFile(partial); err != nil {
		return found, err
	}
	if err := os.Rename(partial, to); err != nil {
		return found, fmt.Errorf("name the copy: %w", err)
	}
	return found, syncFolder(filepath.Dir(to))
}

func vacuumInto(ctx context.Context, from, to string) (err error) {
	pool, err := openPool(dsn(from, "mode=ro", "_busy_timeout=5000"), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	if _, err := pool.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		return explain(fmt.Errorf("copy database: %w", err))
	}
	return nil
}

// inspect opens a copy, which nobody else has open, and refuses it unless SQLite
// finds nothing wrong and the journal's chain holds.
func inspect(ctx context.Context, path string) (found Contents, err error) {
	if err := identify(ctx, path); err != nil {
		return found, err
	}
	pool, err := openPool(dsn(path, "mode=ro", "_query_only=1", "_error_rc=1"), 1)
	if err != nil {
		return found, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	db := newDB(Options{Dir: filepath.Dir(path)})
	tx, err := db.begin(ctx, pool)
	if err != nil {
		return found, err
	}
	defer tx.rollback()
	report := Verification{}
	for _, check := range []func(*ReadTx, *Verification) error{verifyFile, verifyChain} {
		if err := check(tx, &report); err != nil {
			return found, explain(err)
		}
	}
	if len(report.Findings) > 0 {
		first := report.Findings[0]
		return found, fault.Wrap(fmt.Errorf("%s: %s", first.Where, first.Key), fault.Internal, "errors_store.copy_damaged", fault.Args{"file": path})
	}
	if found, err = contentsOf(tx); err != nil {
		return found, err
	}
	stat, err := os.Stat(path)
	if err != nil {
		return found, fmt.Errorf("measure copy: %w", err)
	}
	found.Bytes = stat.Size()
	return found, nil
}

func contentsOf(tx *ReadTx) (found Contents, err error) {
	found.Rows = map[string]int64{}
	if err := tx.row("PRAGMA user_version").Scan(&found.Version); err != nil {
		return found, fmt.Errorf("read version: %w", err)
	}
	tables, err := list(tx, "list tables", func(row scanner) (name string, err error) { return name, row.Scan(&name) },
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name")
	if err != nil {
		return found, err
	}
	for _, table := range tables {
		var count int64
		if err := tx.row(`SELECT count(*) FROM "` + strings.ReplaceAll(table, `"`, `""`) + `"`).Scan(&count); err != nil {
			return found, fmt.Errorf("count %s: %w", table, err)
		}
		found.Rows[table] = count
	}
	var head []byte
	err = tx.row("SELECT hash FROM journal ORDER BY row DESC LIMIT 1").Scan(&head)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return found, fmt.Errorf("read the journal's head: %w", err)
	}
	found.Head = hex.EncodeToString(head)
	found.Station, err = tx.Station()
	return found, err
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0o600) //nolint:gosec // A copy of ours, which SQLite does not have open.
	if err != nil {
		return fmt.Errorf("open copy to sync: %w", err)
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("sync copy: %w", err)
	}
	return nil
}
