package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"revient/app/fault"
)

// checkEvery is how long a database that is always shut down cleanly goes
// unchecked. A check takes about 24 ms for a megabyte.
const checkEvery = 24 * time.Hour

// checkAfterCrash runs SQLite's quick check when the last shutdown was not clean,
// or the last check is a day old.
func (db *DB) checkAfterCrash(ctx context.Context) error {
	version, err := userVersion(ctx, db.writer)
	if err != nil || version == 0 {
		return err
	}
	var running bool
	var checked int64
	if err := db.writer.QueryRowContext(ctx, "SELECT running, checked_at FROM station").Scan(&running, &checked); err != nil {
		return fmt.Errorf("read last shutdown: %w", err)
	}
	if !running && db.now().Sub(time.UnixMilli(checked)) < checkEvery {
		return nil
	}
	var found string
	if err := db.writer.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&found); err != nil {
		return fmt.Errorf("quick check: %w", err)
	}
	if found != "ok" {
		return fault.Wrap(fmt.Errorf("quick check: %s", strings.TrimSpace(found)), fault.Internal, "errors_store.damaged", nil)
	}
	if _, err := db.writer.ExecContext(ctx, "UPDATE station SET checked_at = ?", db.now().UnixMilli()); err != nil {
		return fmt.Errorf("note quick check: %w", err)
	}
	return nil
}

func (db *DB) markRunning(ctx context.Context) error {
	if _, err := db.writer.ExecContext(ctx, "UPDATE station SET running = 1, checked_at = max(checked_at, iif(checked_at = 0, ?, 0))",
		db.now().UnixMilli()); err != nil {
		return fmt.Errorf("note start: %w", err)
	}
	return nil
}

// markStopped has no caller's context: the store is shut down whoever waits.
func (db *DB) markStopped() error {
	if _, err := db.writer.ExecContext(context.Background(), "UPDATE station SET running = 0"); err != nil {
		return fmt.Errorf("note clean shutdown: %w", err)
	}
	return nil
}
