package store

import (
	"context"
	"fmt"
	"path/filepath"

	"revient/app/fault"
)

// Purge takes what was erased out of the files of the folder: freed pages are
// overwritten as they are freed, the file is written anew without them, the
// write-ahead log is emptied, and the copies in the folder that still hold it are
// deleted, such as those that were made before migrations; their names are
// returned. Backups elsewhere are out of its reach: they know the person until
// they are replaced.
func (db *DB) Purge(ctx context.Context) (deleted []string, err error) {
	giveBack, err := db.takeTurn(ctx)
	if err != nil {
		return nil, err
	}
	defer giveBack()
	// Once the wait for one's turn is over, nothing may stop half way.
	ctx = context.WithoutCancel(ctx)
	for _, index := range []string{"search_words", "search_codes"} {
		if _, err := db.writer.ExecContext(ctx, "INSERT INTO "+index+" ("+index+") VALUES ('optimize')"); err != nil {
			return nil, explain(fmt.Errorf("merge %s: %w", index, err))
		}
	}
	if _, err := db.writer.ExecContext(ctx, "VACUUM"); err != nil {
		return nil, explain(fmt.Errorf("write database anew: %w", err))
	}
	var busy, pages, moved int
	if err := db.writer.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved); err != nil {
		return nil, explain(fmt.Errorf("empty write-ahead log: %w", err))
	}
	if busy != 0 {
		return nil, fault.New(fault.Unavailable, "errors_store.busy", nil)
	}
	deleted = []string{}
	copies := []string{}
	for _, pattern := range []string{"before-version-*.db*", FileName + ".partial*"} {
		found, err := filepath.Glob(filepath.Join(db.dir, pattern))
		if err != nil {
			return nil, fmt.Errorf("list old copies: %w", err)
		}
		copies = append(copies, found...)
	}
	for _, path := range copies {
		if err := removeIfThere(path); err != nil {
			return deleted, explain(err)
		}
		deleted = append(deleted, filepath.Base(path))
	}
	return deleted, syncFolder(db.dir)
}
