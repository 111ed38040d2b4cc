package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"revient/app/store"
)

// smallDisk is a real file system of eight megabytes, filled by a file. It takes
// the right to mount one: ok is false where there is none, and then the injected
// failures of the other tests stand alone.
func smallDisk(t *testing.T) (dir string, disk fullDisk, ok bool) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=8m,mode=0700"); err != nil {
		if os.Geteuid() == 0 {
			t.Fatalf("mount a small file system: %v", err)
		}
		t.Logf("no small file system here: %v", err)
		return "", disk, false
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Errorf("unmount the small file system: %v", err)
		}
	})
	ballast := filepath.Join(dir, "ballast")
	return dir, fullDisk{
		fill: func(left int64) error { return fillWith(ballast, left) },
		free: func() error { return os.Remove(ballast) },
	}, true
}

// fillWith writes a file until nothing more fits, and gives so many bytes back.
func fillWith(path string, left int64) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	size := int64(0)
	for page := make([]byte, os.Getpagesize()); ; {
		n, err := file.Write(page)
		size += int64(n)
		if errors.Is(err, syscall.ENOSPC) {
			return file.Truncate(max(0, size-left))
		}
		if err != nil {
			return err
		}
	}
}

func TestAFullDiskRefusesAndLosesNothing(t *testing.T) {
	dir, disk, ok := smallDisk(t)
	if !ok {
		return
	}
	dir = filepath.Join(dir, "data")
	db := mustOpen(t, dir)
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	untilFull(t, db, dir, disk)
}

func TestAStationThatCannotStartForWantOfRoomSaysSo(t *testing.T) {
	dir, disk, ok := smallDisk(t)
	if !ok {
		return
	}
	if err := disk.fill(0); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(context.Background(), optionsFor(filepath.Join(dir, "data")))
	mustReadAsFull(t, err)
	if err := disk.free(); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, filepath.Join(dir, "data"))
}

func TestABackupToAFullDiskSaysSoAndLeavesNoBackup(t *testing.T) {
	dir, disk, ok := smallDisk(t)
	if !ok {
		return
	}
	db, _ := mustStation(t)
	mustCase(t, db, 1)
	if err := disk.fill(200_000); err != nil {
		t.Fatal(err)
	}
	dest := filepath.Join(dir, "backup")
	_, err := db.Backup(context.Background(), dest)
	mustReadAsFull(t, err)
	if left, err := filepath.Glob(dest + "*"); err != nil || len(left) > 0 {
		t.Errorf("a backup that failed left %q (%v)", left, err)
	}
	if err := disk.free(); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Backup(context.Background(), dest); err != nil {
		t.Errorf("once there is room: %v", err)
	}
}
