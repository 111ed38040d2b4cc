package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"path/filepath"

	"revient/app/fault"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps from an empty file to this version, in order. The
// number of a step is that of its file, and PRAGMA user_version is the number of
// the last one taken. A released step is never edited.
var migrations = []migration{
	{"journal", "0001_journal.sql"},
	{"cases", "0002_cases.sql"},
	{"commands and outbox", "0003_commands_outbox.sql"},
	{"paper and people", "0004_paper_people.sql"},
	{"workshop", "0005_workshop.sql"},
	{"sales", "0006_sales.sql"},
	{"money guards", "0007_money_guards.sql"},
	{"stock", "0008_stock.sql"},
	{"worklist", "0009_worklist.sql"},
	{"closings", "0010_closings.sql"},
	{"personal data", "0011_personal_data.sql"},
	{"payouts", "0012_payouts.sql"},
	{"worklist order", "0013_worklist_order.sql"},
}

type migration struct{ name, file string }

func (db *DB) migrate(ctx context.Context) error {
	return db.migrateThrough(ctx, migrations, migrationFiles.ReadFile)
}

// migrateThrough takes the steps that the database lacks. Each is one
// transaction; before the first step of a database that exists already, a verified
// backup is put beside it. What lies between two steps is of no version, and needs
// no copy.
func (db *DB) migrateThrough(ctx context.Context, steps []migration, read func(string) ([]byte, error)) error {
	start, err := userVersion(ctx, db.writer)
	if err != nil {
		return err
	}
	for version := start; version < len(steps); version++ {
		step := steps[version]
		if start > 0 && version == start {
			if err := db.backupBefore(ctx, version+1); err != nil {
				return fmt.Errorf("back up before migration %d: %w", version+1, err)
			}
		}
		script, err := read("migrations/" + step.file)
		if err != nil {
			return fmt.Errorf("read migration %d: %w", version+1, err)
		}
		if err := db.take(ctx, version+1, string(script)); err != nil {
			return fmt.Errorf("migrate to %d (%s): %w", version+1, step.name, err)
		}
		db.log.Info("migrated", "version", version+1, "step", step.name)
	}
	return nil
}

func (db *DB) take(ctx context.Context, version int, script string) (err error) {
	tx, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		if rollback := tx.Rollback(); !errors.Is(rollback, sql.ErrTxDone) {
			err = errors.Join(err, rollback)
		}
	}()
	// A pragma takes no bound value; both numbers are ours.
	script += fmt.Sprintf("\nPRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, version)
	if _, err := tx.ExecContext(ctx, script); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	broken := 0
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&broken); err != nil {
		return fmt.Errorf("check foreign keys: %w", err)
	}
	if broken > 0 {
		return fault.New(fault.Internal, "errors_store.migration_keys", fault.Args{"version": version, "rows": broken})
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// backupBefore keeps the database as it was before a step. A copy that an
// earlier, interrupted try left is replaced.
func (db *DB) backupBefore(ctx context.Context, version int) error {
	path := filepath.Join(db.dir, fmt.Sprintf("before-version-%d.db", version))
	_, err := snapshot(ctx, filepath.Join(db.dir, FileName), path)
	return err
}

func userVersion(ctx context.Context, pool *sql.DB) (int, error) {
	version := 0
	if err := pool.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, fmt.Errorf("read version: %w", err)
	}
	return version, nil
}
