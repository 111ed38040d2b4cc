package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/adrg/xdg"

	"revient/app/fault"
	"revient/app/store"
)

// The folders of a person's station and of the demonstration, which never share
// one.
func stationFolder() string { return filepath.Join(xdg.DataHome, "revient", "station") }
func demoFolder() string    { return filepath.Join(xdg.DataHome, "revient", "demo") }

// trainingFolder is where people practise.
func trainingFolder() string { return filepath.Join(xdg.DataHome, "revient", "training") }

// windowState is where the window's size is kept: it is the screen's, not the
// station's.
func windowState() string { return filepath.Join(xdg.StateHome, "revient", "window.json") }

// sampleMark is the file that says that a data folder holds a sandbox's data.
const sampleMark = "sample"

// markSample settles whether a data folder holds a sandbox's data, which must
// never be mixed with a workshop's. Once a folder was a sample it stays one.
func markSample(dir string, wanted bool) (sample bool, err error) {
	mark := filepath.Join(dir, sampleMark)
	if exists(mark) {
		return true, nil
	}
	if !wanted {
		return false, nil
	}
	if exists(filepath.Join(dir, store.FileName)) {
		return false, fault.New(fault.Conflict, "errors_cli.not_a_sample", fault.Args{"folder": dir})
	}
	if err := errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(mark, nil, 0o600)); err != nil {
		return false, fault.Wrap(err, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": dir})
	}
	return true, nil
}

// marks are the files that say what kind of data a folder holds; a workshop's has none.
var marks = []string{sampleMark, trainingMark}

// marksOf lists the marks of a folder.
func marksOf(dir string) (found []string) {
	for _, mark := range marks {
		if exists(filepath.Join(dir, mark)) {
			found = append(found, mark)
		}
	}
	return found
}

// carryMarks marks a copy as what it is a copy of.
func carryMarks(from, to string) error {
	for _, mark := range marksOf(from) {
		content, err := os.ReadFile(filepath.Join(from, mark)) //nolint:gosec // The folder that was asked for.
		if err == nil {
			err = os.WriteFile(filepath.Join(to, mark), content, 0o600)
		}
		if err != nil {
			return fault.Wrap(err, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": to})
		}
	}
	return nil
}

// markRestored marks a folder as a sample, or a training, before one is restored into
// it, so that no crash leaves one unmarked; undo takes fresh marks away. A folder that
// outlived its database goes on as what it was: a workshop's cases never meet a
// sandbox, nor a sandbox's cases a workshop's tokens.
func markRestored(backup, dir string) (undo func() error, err error) {
	undo = func() error { return nil }
	wanted, has := marksOf(backup), marksOf(dir)
	lived := exists(filepath.Join(dir, "epoch")) || exists(filepath.Join(dir, "tokens"))
	switch {
	case !exists(filepath.Join(backup, store.FileName)), slices.Equal(wanted, has):
		return undo, nil
	case len(has) > 0 || lived:
		return undo, fault.New(fault.Conflict, "errors_cli.restore_mixes", fault.Args{"folder": dir})
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return undo, fault.Wrap(err, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": dir})
	}
	return func() error {
		var failures []error
		for _, mark := range wanted {
			failures = append(failures, os.Remove(filepath.Join(dir, mark)))
		}
		return errors.Join(failures...)
	}, carryMarks(backup, dir)
}

// exists reports whether there is something at a path. What cannot be looked at
// is taken to be there: whoever opens it next says why it cannot be read.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// absolute is a folder as the log, the lock and the screens name it.
func absolute(dir string) (string, error) {
	path, err := filepath.Abs(dir)
	if err != nil {
		return "", fault.Wrap(err, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": dir})
	}
	return path, nil
}
