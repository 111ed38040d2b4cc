package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"revient/app/fault"
	"revient/app/store"
)

// trainingMark is the file that says that a data folder is for training, and how its
// clock stands. Such a folder stays one: what was practised never meets what is real.
const trainingMark = "training"

// trainingClock is the clock of a training station: the machine's, moved by as much
// as somebody set it. It goes on from there after a restart.
type trainingClock struct {
	file string

	mu   sync.Mutex
	kept clockState
}

// clockState is what the file holds.
type clockState struct {
	Ahead time.Duration `json:"ahead"` // Nanoseconds; negative when the clock is behind the machine's.
}

// openTraining settles whether a data folder is for training and opens its clock;
// nil for a folder that is not. A new one starts at start, where that is given.
func openTraining(dir string, wanted bool, start time.Time) (*trainingClock, error) {
	clock := &trainingClock{file: filepath.Join(dir, trainingMark)}
	content, err := os.ReadFile(clock.file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !wanted:
		return nil, nil //nolint:nilnil // An ordinary folder has no such clock.
	case errors.Is(err, fs.ErrNotExist) && exists(filepath.Join(dir, store.FileName)):
		return nil, fault.New(fault.Conflict, "errors_cli.not_training", fault.Args{"folder": dir})
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fault.Wrap(err, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": dir})
		}
		if start.IsZero() {
			start = time.Now()
		}
		return clock, clock.Set(start)
	case err != nil:
		return nil, fmt.Errorf("read training clock: %w", err)
	}
	if err := json.Unmarshal(content, &clock.kept); err != nil {
		return nil, fmt.Errorf("read training clock: %w", err)
	}
	if !start.IsZero() {
		return clock, clock.Set(start)
	}
	return clock, nil
}

// Now is the time of the training.
func (c *trainingClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.kept.Ahead).Round(0)
}

// Set moves the clock, and keeps it moved. The zero time brings it back to the
// machine's.
func (c *trainingClock) Set(at time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	moved := clockState{}
	if !at.IsZero() {
		moved.Ahead = time.Until(at)
	}
	content, err := json.Marshal(moved)
	if err != nil {
		return fmt.Errorf("keep training clock: %w", err)
	}
	next := c.file + ".next"
	if err := errors.Join(os.WriteFile(next, content, 0o600), os.Rename(next, c.file)); err != nil {
		return fault.Wrap(err, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": filepath.Dir(c.file)})
	}
	c.kept = moved
	return nil
}
