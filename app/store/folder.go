package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"revient/app/fault"
)

// FileName is the name of the database in its data folder.
const FileName = "cases.db"

// prepareFolder makes the data folder, closes it to other users of the machine,
// and makes sure that it can be written. SQLite gives its own -wal and -shm the
// permissions of the database, so that no umask of the process is needed.
func prepareFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return unwritable(dir, fmt.Errorf("make data folder: %w", err))
	}
	if name, remote := remoteFileSystem(dir); remote {
		return fault.New(fault.Invalid, "errors_store.folder_remote", fault.Args{"folder": dir, "kind": name})
	}
	if err := os.Chmod(dir, 0o700); err != nil { //nolint:gosec // A folder needs its x bit.
		return unwritable(dir, fmt.Errorf("close data folder to others: %w", err))
	}
	probe, err := os.CreateTemp(dir, ".probe-*")
	if err != nil {
		return unwritable(dir, fmt.Errorf("try data folder: %w", err))
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return unwritable(dir, fmt.Errorf("try data folder: %w", err))
	}
	return nil
}

func unwritable(dir string, cause error) error {
	if isDiskFull(cause) {
		return explain(cause)
	}
	return fault.Wrap(cause, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": dir})
}

// makePrivate makes an absent file, for its owner only, and sets the mode of one
// that is there without opening it.
func makePrivate(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // The path is ours.
	if errors.Is(err, fs.ErrExist) {
		if err := os.Chmod(path, 0o600); err != nil {
			return fmt.Errorf("close %s to others: %w", filepath.Base(path), err)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("make %s: %w", filepath.Base(path), err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("make %s: %w", filepath.Base(path), err)
	}
	return syncFolder(filepath.Dir(path))
}

// writeDurably replaces a small file so that after a power cut either the old or
// the new content is there, whole.
func writeDurably(path string, content []byte) error {
	name := filepath.Base(path)
	temp, err := os.CreateTemp(filepath.Dir(path), "."+name+"-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", name, errors.Join(err, removeIfThere(temp.Name())))
	}
	return syncFolder(filepath.Dir(path))
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove %s: %w", filepath.Base(path), err)
	}
	return nil
}

// refuseLost refuses a folder that had a database and has none any more, or an
// empty one: beginning anew in it would hide the loss and give numbers twice.
func refuseLost(dir string) error {
	epoch, err := readEpoch(dir)
	if err != nil || epoch == 0 {
		return err
	}
	file, err := os.Stat(filepath.Join(dir, FileName))
	if err == nil && file.Size() > 0 {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("look for the database: %w", err)
	}
	return fault.New(fault.Conflict, "errors_store.database_lost", fault.Args{"folder": dir})
}
