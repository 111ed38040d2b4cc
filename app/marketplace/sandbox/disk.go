package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// disk keeps a sandbox through a kill: one snapshot, replaced whole, and one file
// per upload. Without a folder it keeps uploads in memory and the rest nowhere.
type disk struct {
	dir    string
	memory map[int64][]byte
	last   []byte // The snapshot as it was last written or read.
}

const snapshotName = "sandbox.json"

func (d *disk) load() (*world, error) {
	if d.dir == "" {
		return nil, nil
	}
	raw, err := os.ReadFile(filepath.Join(d.dir, snapshotName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read snapshot: %w", err)
	}
	d.last = raw
	return d.saved()
}

// saved is the world as the disk has it; nil when nothing was ever kept there.
func (d *disk) saved() (*world, error) {
	if d.last == nil {
		return nil, nil
	}
	var kept world
	if err := json.Unmarshal(d.last, &kept); err != nil {
		return nil, fmt.Errorf("decode snapshot: %w", err)
	}
	return &kept, nil
}

func (d *disk) save(w *world) error {
	if d.dir == "" {
		return nil
	}
	raw, err := json.Marshal(w)
	if err != nil {
		return fmt.Errorf("encode snapshot: %w", err)
	}
	if err := os.MkdirAll(d.dir, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	if err := replaceFile(filepath.Join(d.dir, snapshotName), raw); err != nil {
		return err
	}
	d.last = raw
	return nil
}

func (d *disk) keep(id int64, content []byte) error {
	if d.dir == "" {
		d.memory[id] = content
		return nil
	}
	folder := filepath.Join(d.dir, "files")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	return replaceFile(filepath.Join(folder, strconv.FormatInt(id, 10)), content)
}

func (d *disk) read(id int64) ([]byte, error) {
	if d.dir == "" {
		content, found := d.memory[id]
		if !found {
			return nil, fs.ErrNotExist
		}
		return content, nil
	}
	content, err := os.ReadFile(filepath.Join(d.dir, "files", strconv.FormatInt(id, 10)))
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	return content, nil
}

// replaceFile writes a file so that, whenever the power fails, either the old or
// the new one is there in full.
func replaceFile(path string, content []byte) error {
	temporary, err := writeBeside(path, content)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		if temporary != "" {
			err = errors.Join(err, os.Remove(temporary))
		}
		return fmt.Errorf("replace file: %w", err)
	}
	return syncFolder(filepath.Dir(path))
}

// writeBeside writes a file next to a path, down to the disk. It names the file
// also when it is incomplete.
func writeBeside(path string, content []byte) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return "", fmt.Errorf("create file: %w", err)
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return f.Name(), errors.Join(err, f.Close())
}
