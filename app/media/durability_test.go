package media

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"revient/app/fault"
)

// watchedDisk writes to the real disk, notes what is asked of it, and fails where
// it is told to.
type watchedDisk struct {
	osDisk
	mu    sync.Mutex
	root  string
	steps []string
	fail  string // The step that fails, such as "write" or "sync file".
	with  error
}

// step notes what is done, with the path relative to the folder of the test.
func (d *watchedDisk) step(what, path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	name, err := filepath.Rel(d.root, path)
	if err != nil {
		return err
	}
	name = filepath.ToSlash(name)
	if strings.HasPrefix(name, "media/incoming/") {
		name = "temp"
	}
	d.steps = append(d.steps, what+" "+name)
	if what == d.fail {
		return d.with
	}
	return nil
}

func (d *watchedDisk) CreateTemp(dir string) (tempFile, error) {
	if err := d.step("create", filepath.Join(dir, "temp")); err != nil {
		return nil, err
	}
	f, err := d.osDisk.CreateTemp(dir)
	return &watchedFile{tempFile: f, disk: d}, err
}

func (d *watchedDisk) Mkdir(dir string) error {
	return errors.Join(d.step("mkdir", dir), d.osDisk.Mkdir(dir))
}

func (d *watchedDisk) Rename(from, to string) error {
	if err := d.step("rename", to); err != nil {
		return err
	}
	return d.osDisk.Rename(from, to)
}

func (d *watchedDisk) Touch(path string) error {
	return errors.Join(d.step("touch", path), d.osDisk.Touch(path))
}

func (d *watchedDisk) Remove(path string) error {
	return errors.Join(d.step("remove", path), d.osDisk.Remove(path))
}

func (d *watchedDisk) SyncFolder(dir string) error {
	return errors.Join(d.step("sync folder", dir), d.osDisk.SyncFolder(dir))
}

type watchedFile struct {
	tempFile
	disk *watchedDisk
}

func (f *watchedFile) Write(p []byte) (int, error) {
	if f.disk.fail == "write" {
		return 0, f.disk.with
	}
	return f.tempFile.Write(p)
}

func (f *watchedFile) Sync() error {
	return errors.Join(f.disk.step("sync file", f.Name()), f.tempFile.Sync())
}

func (f *watchedFile) Close() error {
	return errors.Join(f.disk.step("close", f.Name()), f.tempFile.Close())
}

func watchedLibrary(t *testing.T) (*Library, *watchedDisk) {
	t.Helper()
	d := &watchedDisk{root: t.TempDir()}
	l, err := open(filepath.Join(d.root, "media"), d)
	if err != nil {
		t.Fatal(err)
	}
	return l, d
}

func TestAPhotoAndEveryFolderAboveItAreFlushedBeforePutReturns(t *testing.T) {
	l, d := watchedLibrary(t)
	if want := []string{"mkdir media", "sync folder .", "mkdir media/incoming", "sync folder media"}; !slices.Equal(d.steps, want) {
		t.Errorf("opening does %v, want %v", d.steps, want)
	}
	d.steps = nil
	content := jpegOf(t, quarters(20, 20))
	sha := mustPut(t, l, content).SHA256
	one, two := "media/"+sha[:2], "media/"+sha[:2]+"/"+sha[2:4]
	path := two + "/" + sha + ".jpg"
	flushed := []string{"sync folder " + two, "sync folder " + one, "sync folder media"}
	want := append([]string{
		"create temp", "sync file temp", "close temp",
		"mkdir " + one, "sync folder media", "mkdir " + two, "sync folder " + one,
		"rename " + path,
	}, flushed...)
	if !slices.Equal(d.steps, want) {
		t.Errorf("storing does\n%v, want\n%v", d.steps, want)
	}

	d.steps = nil
	mustPut(t, l, content)
	want = append([]string{"create temp", "sync file temp", "close temp", "touch " + path, "remove temp"}, flushed...)
	if !slices.Equal(d.steps, want) {
		t.Errorf("storing again does\n%v, want\n%v", d.steps, want)
	}
}

func TestADiskThatFailsIsSaidAndNothingIsLeftUnderAPhotosName(t *testing.T) {
	full := fmt.Errorf("write photo-1: %w", syscall.ENOSPC)
	broken := syscall.EIO
	for name, c := range map[string]struct {
		fail string
		with error
		code fault.Code
		key  string
	}{
		"full when the file is created":      {"create", full, fault.Unavailable, "errors_media.disk_full"},
		"full while it is written":           {"write", full, fault.Unavailable, "errors_media.disk_full"},
		"full when it is flushed":            {"sync file", full, fault.Unavailable, "errors_media.disk_full"},
		"full when its folder is made":       {"mkdir", full, fault.Unavailable, "errors_media.disk_full"},
		"over quota when it is named":        {"rename", syscall.EDQUOT, fault.Unavailable, "errors_media.disk_full"},
		"failing when it is flushed":         {"sync file", broken, fault.Internal, "errors_media.storage"},
		"failing when its folder is flushed": {"sync folder", broken, fault.Internal, "errors_media.storage"},
		"read-only":                          {"create", syscall.EROFS, fault.Internal, "errors_media.storage"},
	} {
		t.Run(name, func(t *testing.T) {
			l, d := watchedLibrary(t)
			d.fail, d.with = c.fail, c.with
			content := jpegOf(t, quarters(20, 20))
			_, err := l.Put(t.Context(), bytes.NewReader(content))
			wantFault(t, err, c.code, c.key)
			if files := filesIn(t, l); len(files) != 0 {
				t.Errorf("it left %v", files)
			}
			d.fail = ""
			photo := mustPut(t, l, content)
			if err := l.Verify(t.Context(), photo.SHA256); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAFullDiskKeepsNobodyFromLookingAtAPhoto(t *testing.T) {
	l, d := watchedLibrary(t)
	photo := mustPut(t, l, jpegOf(t, quarters(800, 600)))
	d.fail, d.with = "write", syscall.ENOSPC
	thumbnail, err := l.Thumbnail(t.Context(), photo.SHA256)
	wantCorners(t, decoded(t, readAll(t, thumbnail, err)))
	if files := filesIn(t, l); len(files) != 1 {
		t.Errorf("files %v", files)
	}
	d.with = syscall.EIO
	_, err = l.Thumbnail(t.Context(), photo.SHA256)
	wantFault(t, err, fault.Internal, "errors_media.storage")
}

func TestAFolderThatCannotBeMadeIsSaidWhenTheLibraryOpens(t *testing.T) {
	_, err := open(filepath.Join(t.TempDir(), "media"), &watchedDisk{root: "/", fail: "mkdir", with: syscall.EACCES})
	wantFault(t, err, fault.Internal, "errors_media.storage")
}
