package media

import (
	"io"
	"os"
	"time"
)

// disk is the part of the file system that is written to. A test puts one in its
// place that is full, or that loses what was not flushed.
type disk interface {
	// CreateTemp creates a file of a new name, for its owner alone (0600).
	CreateTemp(dir string) (tempFile, error)
	Mkdir(dir string) error
	Rename(from, to string) error
	Remove(path string) error
	// Touch makes a file as young as one written now.
	Touch(path string) error
	// SyncFolder returns when the names in a folder are on the disk.
	SyncFolder(dir string) error
}

// tempFile is a file that is being written.
type tempFile interface {
	io.ReadWriteSeeker
	io.Closer
	Name() string
	Sync() error
}

type osDisk struct{}

func (osDisk) CreateTemp(dir string) (tempFile, error) { return os.CreateTemp(dir, "photo-*") }
func (osDisk) Mkdir(dir string) error                  { return os.Mkdir(dir, 0o700) }
func (osDisk) Rename(from, to string) error            { return rename(from, to) }
func (osDisk) Remove(path string) error                { return os.Remove(path) }
func (osDisk) SyncFolder(dir string) error             { return syncFolder(dir) }

func (osDisk) Touch(path string) error {
	now := time.Now()
	return os.Chtimes(path, now, now)
}
