package media

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// incoming is the folder of photos that are still arriving. It is in the same
// tree so that a rename moves a photo to its name in one step.
func (l *Library) incoming() string { return filepath.Join(l.dir, "incoming") }

// folder is where a photo and its renditions stand. Two levels of 256 keep a
// folder small at a million photos.
func (l *Library) folder(sha string) string { return filepath.Join(l.dir, sha[:2], sha[2:4]) }

// isDigest reports whether a string is a SHA-256 as this package writes it. Only
// such a string ever becomes part of a path.
func isDigest(sha string) bool {
	return len(sha) == 64 && strings.Trim(sha, "0123456789abcdef") == ""
}

// makeFolders creates a folder and those above it, and sees to it that each new
// name is on the disk.
func (l *Library) makeFolders(dir string) error {
	if stat, err := os.Stat(dir); err == nil && stat.IsDir() {
		return nil
	}
	parent := filepath.Dir(dir)
	if parent != dir {
		if err := l.makeFolders(parent); err != nil {
			return err
		}
	}
	if err := l.disk.Mkdir(dir); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return l.disk.SyncFolder(parent)
}

// syncFolders flushes the folders that lead from the library to a photo. All of
// them, each time: one that another Put created a moment ago may not be flushed
// yet, and flushing a clean folder costs next to nothing.
func (l *Library) syncFolders(sha string) error {
	leaf := l.folder(sha)
	for _, dir := range []string{leaf, filepath.Dir(leaf), l.dir} {
		if err := l.disk.SyncFolder(dir); err != nil {
			return err
		}
	}
	return nil
}
