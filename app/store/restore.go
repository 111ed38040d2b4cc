package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"revient/app/fault"
)

// holdMoney stops the money lane of every account until a person lets it go on:
// an older state of the database does not know what has been paid since.
const holdMoney = `INSERT INTO lane_pauses (account, lane, reason, since)
	SELECT account, 'money', 'errors_store.money_held', ? FROM (SELECT id AS account FROM accounts UNION SELECT account FROM outbox) WHERE true
	ON CONFLICT (account, lane) DO UPDATE SET reason = excluded.reason, until = NULL`

// Restore makes a data folder from a backup. The folder must be absent, or hold
// no station. The restored station begins a new epoch, higher than any that the
// backup or the folder knows, so that no number is given twice, and holds its
// refunds back until a person has looked.
func Restore(ctx context.Context, backup, dir string) (report BackupReport, err error) {
	copied := filepath.Join(backup, FileName)
	if _, err := os.Stat(copied); err != nil {
		return report, fault.Wrap(err, fault.Invalid, "errors_store.no_backup", fault.Args{"folder": backup})
	}
	found, err := inspect(ctx, copied)
	if err != nil {
		return report, explain(err)
	}
	if err := prepareFolder(dir); err != nil {
		return report, err
	}
	if err := refuseOccupied(dir); err != nil {
		return report, err
	}
	held, err := acquire(dir, time.Now())
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, held.release()) }()
	report = BackupReport{Path: dir, At: time.Now().UTC().Truncate(time.Second), Contents: found}
	named, err := mediaNamedIn(ctx, copied)
	if err != nil {
		return report, explain(err)
	}
	if report.Photos, err = copyPhotos(ctx, named, filepath.Join(backup, MediaFolder), filepath.Join(dir, MediaFolder)); err != nil {
		return report, explain(err)
	}
	report.Contents.Station.Epoch, err = restoreDatabase(ctx, copied, dir, found.Station.Epoch)
	return report, explain(err)
}

// restoreDatabase gives the database its name last of all: until then the folder
// holds no station, and Restore can be tried again.
func restoreDatabase(ctx context.Context, from, dir string, known int) (epoch int, err error) {
	partial := filepath.Join(dir, FileName+".partial")
	if err := copyFile(from, partial); err != nil {
		return 0, err
	}
	kept, err := readEpoch(dir)
	if err != nil {
		return 0, err
	}
	epoch = max(known, kept) + 1
	if err := beginEpoch(ctx, partial, epoch); err != nil {
		return 0, err
	}
	if _, err := inspect(ctx, partial); err != nil {
		return 0, err
	}
	if err := errors.Join(syncFile(partial), writeEpoch(dir, epoch)); err != nil {
		return 0, err
	}
	if err := os.Rename(partial, filepath.Join(dir, FileName)); err != nil {
		return 0, fmt.Errorf("name the restored database: %w", err)
	}
	return epoch, syncFolder(dir)
}

// beginEpoch writes a new epoch into a copy of the database.
func beginEpoch(ctx context.Context, path string, epoch int) (err error) {
	pool, err := openPool(dsn(path, "_txlock=immediate", "_synchronous=FULL", "_foreign_keys=1"), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	return takeEpoch(ctx, pool, epoch, time.Now())
}

// refuseOccupied lets a folder pass that holds nothing but what outlives a lost
// database, or what an interrupted restore left.
func refuseOccupied(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("list data folder: %w", err)
	}
	for _, entry := range entries {
		if !slices.Contains([]string{epochFile, "lock", "holder.json", MediaFolder, FileName + ".partial", "logs", "tokens", "sample", "training", "sandbox", "browser"}, entry.Name()) {
			return fault.New(fault.Conflict, "errors_store.restore_occupied", fault.Args{"folder": dir, "file": entry.Name()})
		}
	}
	return nil
}

func copyFile(from, to string) (err error) {
	if err := removeIfThere(to); err != nil {
		return err
	}
	source, err := os.Open(from) //nolint:gosec // A backup, which SQLite does not have open.
	if err != nil {
		return fmt.Errorf("open backup: %w", err)
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // The path is ours.
	if err != nil {
		return fmt.Errorf("make restored database: %w", err)
	}
	_, err = io.Copy(target, source)
	if err := errors.Join(err, target.Sync(), target.Close()); err != nil {
		return fmt.Errorf("copy backup: %w", err)
	}
	return nil
}
