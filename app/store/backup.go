package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"revient/app/fault"
	"revient/app/media"
)

// MediaFolder is the name of the photo library in its data folder.
const MediaFolder = "media"

// manifestFile says, in a backup, what it holds.
const manifestFile = "backup.json"

// BackupReport says what a backup holds. It is also kept in it.
type BackupReport struct {
	Path     string    `json:"-"`
	At       time.Time `json:"at"`
	Contents Contents  `json:"contents"`
	Photos   int       `json:"photos"`
}

// Backup copies the database and every photo that it names into a new folder,
// while the station works. Both are read again and checked before the folder
// gets its name: a folder of that name is a backup that was whole.
func (db *DB) Backup(ctx context.Context, dest string) (report BackupReport, err error) {
	partial := dest + ".partial"
	if _, err := os.Stat(dest); !errors.Is(err, fs.ErrNotExist) {
		return report, fault.Wrap(err, fault.Conflict, "errors_store.backup_exists", fault.Args{"folder": dest})
	}
	// What an interrupted backup left behind is of no use to anybody.
	if err := os.RemoveAll(partial); err != nil {
		return report, unwritable(dest, fmt.Errorf("clear backup folder: %w", err))
	}
	if err := os.MkdirAll(partial, 0o700); err != nil {
		return report, unwritable(dest, fmt.Errorf("make backup folder: %w", err))
	}
	defer func() {
		if err != nil { // What is no backup must not take the room of one.
			err = errors.Join(err, os.RemoveAll(partial))
		}
	}()
	report = BackupReport{Path: dest, At: db.now().UTC().Truncate(time.Second)}
	copied := filepath.Join(partial, FileName)
	if report.Contents, err = snapshot(ctx, filepath.Join(db.dir, FileName), copied); err != nil {
		return report, explain(err)
	}
	named, err := mediaNamedIn(ctx, copied)
	if err != nil {
		return report, explain(err)
	}
	if report.Photos, err = copyPhotos(ctx, named, filepath.Join(db.dir, MediaFolder), filepath.Join(partial, MediaFolder)); err != nil {
		return report, explain(err)
	}
	manifest, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return report, fmt.Errorf("encode backup's manifest: %w", err)
	}
	if err := writeDurably(filepath.Join(partial, manifestFile), manifest); err != nil {
		return report, explain(err)
	}
	if err := os.Rename(partial, dest); err != nil {
		return report, explain(fmt.Errorf("name the backup: %w", err))
	}
	return report, syncFolder(filepath.Dir(dest))
}

// mediaNamedIn lists the photos that a copy of the database names: those must be
// in the backup, whatever the station adds meanwhile.
func mediaNamedIn(ctx context.Context, path string) (named []MediaFile, err error) {
	pool, err := openPool(dsn(path, "mode=ro", "_query_only=1"), 1)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	tx, err := newDB(Options{}).begin(ctx, pool)
	if err != nil {
		return nil, err
	}
	defer tx.rollback()
	return tx.AllMedia()
}

// copyPhotos copies originals from one library to another, each checked against
// its name on the way.
func copyPhotos(ctx context.Context, named []MediaFile, from, to string) (int, error) {
	if len(named) == 0 {
		return 0, nil
	}
	source, err := media.Open(from)
	if err != nil {
		return 0, fmt.Errorf("open photos: %w", err)
	}
	target, err := media.Open(to)
	if err != nil {
		return 0, fmt.Errorf("open photos of backup: %w", err)
	}
	for _, photo := range named {
		if err := copyPhoto(ctx, source, target, string(photo.SHA256)); err != nil {
			return 0, fmt.Errorf("copy photo %s: %w", photo.SHA256, err)
		}
	}
	return len(named), nil
}

func copyPhoto(ctx context.Context, from, to *media.Library, sha string) (err error) {
	original, err := from.Original(sha)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, original.Close()) }()
	copied, err := to.Put(ctx, original)
	if err != nil {
		return fmt.Errorf("write: %w", err)
	}
	if copied.SHA256 != sha {
		return fault.New(fault.Internal, "errors_store.photo_damaged", fault.Args{"photo": sha})
	}
	return nil
}
