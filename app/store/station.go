package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// epochFile stands beside the database and holds the highest epoch that this
// folder ever used. A database that was put back from an old copy shows by it.
const epochFile = "epoch"

// Station is who writes in this journal.
type Station struct {
	Prefix string // Such as P03; empty until the first-run assistant gave it.
	Epoch  int    // Rises after every restore.
}

// Station tells who this station is.
func (tx *ReadTx) Station() (Station, error) {
	return one(tx, "read station", func(row scanner) (s Station, err error) {
		return s, row.Scan(&s.Prefix, &s.Epoch)
	}, "SELECT prefix, epoch FROM station")
}

// NameStation gives the station its prefix, which every number carries. It can
// be changed until the first event is written, and never after.
func (tx *Tx) NameStation(prefix string) error {
	if !returns.ValidStationPrefix(prefix) {
		return fault.New(fault.Invalid, "errors_store.station_prefix", nil).At("prefix")
	}
	tx.changed.Settings = true
	err := tx.execOne("name station", `UPDATE station SET prefix = ? WHERE prefix = ? OR NOT EXISTS (SELECT 1 FROM journal)`, prefix, prefix)
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.Conflict, "errors_store.station_named", nil).At("prefix")
	}
	return err
}

// named is Station for what needs a prefix.
func (tx *ReadTx) named() (Station, error) {
	station, err := tx.Station()
	if err == nil && station.Prefix == "" {
		err = fault.New(fault.Conflict, "errors_store.station_unnamed", nil)
	}
	return station, err
}

// Latest is the last moment that the journal knows of; the zero time while it is
// empty. It lies in the future where the clock was set back: the journal goes on
// from it, in its order.
func (tx *ReadTx) Latest() (time.Time, error) {
	const counter = 16 // The lowest bits count events of the same millisecond.
	return one(tx, "read latest moment", func(row scanner) (at time.Time, err error) {
		var hlc int64
		if err = row.Scan(&hlc); err != nil || hlc == 0 {
			return at, err
		}
		return time.UnixMilli(hlc >> counter).UTC(), nil
	}, "SELECT coalesce(max(hlc), 0) FROM station")
}

// tick advances the hybrid logical clock and returns it: it never goes back,
// even where the machine's clock does.
func (tx *Tx) tick() (hlc int64, err error) {
	err = tx.row("UPDATE station SET hlc = max(hlc + 1, ?) RETURNING hlc", tx.now.UnixMilli()<<16).Scan(&hlc)
	if err != nil {
		return 0, fmt.Errorf("advance the clock: %w", err)
	}
	return hlc, nil
}

// settleEpoch takes a new epoch when the database is older than its folder: it
// was put back by hand, and the numbers after its last one are taken.
func (db *DB) settleEpoch(ctx context.Context) error {
	kept, err := readEpoch(db.dir)
	if err != nil {
		return err
	}
	epoch := 0
	if err := db.writer.QueryRowContext(ctx, "SELECT epoch FROM station").Scan(&epoch); err != nil {
		return fmt.Errorf("read epoch: %w", err)
	}
	if kept > epoch {
		db.log.Warn("the database is older than its folder: a new epoch begins", "was", epoch, "epoch", kept+1)
		epoch = kept + 1
		if err := takeEpoch(ctx, db.writer, epoch, db.now()); err != nil {
			return err
		}
	}
	if kept == epoch {
		return nil
	}
	return writeEpoch(db.dir, epoch)
}

// takeEpoch begins an epoch in a database that was put back from an old copy, and
// holds its refunds back.
func takeEpoch(ctx context.Context, pool *sql.DB, epoch int, now time.Time) (err error) {
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("take epoch: %w", err)
	}
	defer func() {
		if rollback := tx.Rollback(); !errors.Is(rollback, sql.ErrTxDone) {
			err = errors.Join(err, rollback)
		}
	}()
	if _, err := tx.ExecContext(ctx, "UPDATE station SET epoch = ?", epoch); err != nil {
		return fmt.Errorf("take epoch: %w", err)
	}
	if _, err := tx.ExecContext(ctx, holdMoney, now.UnixMilli()); err != nil {
		return fmt.Errorf("hold refunds back: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("take epoch: %w", err)
	}
	return nil
}

func readEpoch(dir string) (int, error) {
	text, err := os.ReadFile(filepath.Join(dir, epochFile)) //nolint:gosec // A file of ours.
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read epoch file: %w", err)
	}
	epoch, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("read epoch file: %w", err)
	}
	return epoch, nil
}

func writeEpoch(dir string, epoch int) error {
	return writeDurably(filepath.Join(dir, epochFile), []byte(strconv.Itoa(epoch)+"\n"))
}

// lastRow is the journal row that the next one of a station is chained to.
type lastRow struct {
	seq  int64
	hash []byte
}

// lastOf finds the last row of a station's epoch. The first row of an epoch is
// chained to the last one of the epoch before, the first of all to zeros.
func (tx *ReadTx) lastOf(station Station) (last lastRow, err error) {
	epoch := 0
	err = tx.row(`SELECT epoch, seq, hash FROM journal WHERE station = ? AND epoch <= ? ORDER BY epoch DESC, seq DESC LIMIT 1`,
		station.Prefix, station.Epoch).Scan(&epoch, &last.seq, &last.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return lastRow{hash: make([]byte, 32)}, nil
	}
	if err != nil {
		return last, fmt.Errorf("read the journal's head: %w", err)
	}
	if epoch != station.Epoch {
		last.seq = 0
	}
	return last, nil
}
