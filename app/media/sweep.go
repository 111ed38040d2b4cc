package media

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Sweep removes what no committed row names: photos that were stored by a
// program that died before it committed, their renditions, and files that never
// finished arriving. Only what is older than olderThan goes, so that a photo
// whose commit is under way stays. It returns how many files it removed.
//
// Referenced is asked about each photo once per file; it must answer from
// committed rows.
func (l *Library) Sweep(ctx context.Context, referenced func(sha string) (bool, error), olderThan time.Time) (int, error) {
	removed := 0
	err := filepath.WalkDir(l.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if entry.IsDir() {
			return nil
		}
		gone, err := l.sweepFile(path, referenced, olderThan)
		if gone {
			removed++
		}
		return err
	})
	if err != nil {
		return removed, fmt.Errorf("sweep photos: %w", err)
	}
	return removed, nil
}

// sweepFile removes one file if it is old and nobody names it. No photo takes
// its name meanwhile.
func (l *Library) sweepFile(path string, referenced func(sha string) (bool, error), olderThan time.Time) (bool, error) {
	l.publishing.Lock()
	defer l.publishing.Unlock()
	stat, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil // It has been given its name since the folder was read.
	}
	if err != nil {
		return false, storageFault(err)
	}
	if !stat.ModTime().Before(olderThan) {
		return false, nil
	}
	if filepath.Dir(path) != l.incoming() {
		sha, _, _ := strings.Cut(filepath.Base(path), ".")
		if !isDigest(sha) || l.folder(sha) != filepath.Dir(path) {
			return false, nil // Not a file of ours: it is left to its owner.
		}
		owned, err := referenced(sha)
		if err != nil || owned {
			return false, err
		}
	}
	if err := l.disk.Remove(path); err != nil {
		return false, storageFault(err)
	}
	return true, nil
}
