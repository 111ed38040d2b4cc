package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"revient/app/fault"
)

// lock is this process's hold on a data folder. The operating system drops it
// when the process dies, however it dies.
type lock struct {
	file   *flock.Flock
	holder string // Path of the text that says who holds it.
}

// holder is what the process that holds the folder wrote beside the lock. It is a
// file of its own because Windows lets nobody read a locked one.
type holder struct {
	PID     int       `json:"pid"`
	Program string    `json:"program"`
	Since   time.Time `json:"since"`
}

// acquire takes the folder, or says which process has it.
func acquire(dir string, now time.Time) (*lock, error) {
	held := &lock{file: flock.New(filepath.Join(dir, "lock"), flock.SetPermissions(0o600)), holder: filepath.Join(dir, "holder.json")}
	taken, err := held.file.TryLock()
	if err != nil {
		return nil, unwritable(dir, fmt.Errorf("lock data folder: %w", err))
	}
	if !taken {
		return nil, errors.Join(inUse(dir, held.holder), held.file.Close())
	}
	program, err := os.Executable()
	if err != nil {
		program = os.Args[0]
	}
	text, err := json.Marshal(holder{PID: os.Getpid(), Program: filepath.Base(program), Since: now.UTC().Truncate(time.Second)})
	if err == nil {
		err = os.WriteFile(held.holder, text, 0o600)
	}
	if err != nil {
		return nil, errors.Join(explain(fmt.Errorf("write who holds the data: %w", err)), held.release())
	}
	return held, nil
}

func inUse(dir, path string) error {
	busy := fault.New(fault.Conflict, "errors_store.in_use_unknown", fault.Args{"folder": dir})
	text, err := os.ReadFile(path) //nolint:gosec // A file of ours.
	if err != nil {
		busy.Err = err
		return busy
	}
	var by holder
	if err := json.Unmarshal(text, &by); err != nil {
		busy.Err = err
		return busy
	}
	return fault.New(fault.Conflict, "errors_store.in_use", fault.Args{
		"folder": dir, "program": by.Program, "pid": by.PID, "since": by.Since.Local().Format("2006-01-02 15:04"),
	})
}

func (l *lock) release() error {
	if l == nil {
		return nil
	}
	return errors.Join(removeIfThere(l.holder), l.file.Close())
}
