package media

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"revient/app/fault"
)

// devFull is a disk whose files are /dev/full: each write is refused by the
// kernel for want of room.
type devFull struct{ osDisk }

func (devFull) CreateTemp(dir string) (tempFile, error) {
	f, err := os.OpenFile("/dev/full", os.O_RDWR, 0)
	return namedFile{f, filepath.Join(dir, "photo-full")}, err
}

type namedFile struct {
	*os.File
	name string
}

func (f namedFile) Name() string { return f.name }

func TestTheKernelsRefusalForWantOfRoomIsAFullDisk(t *testing.T) {
	l, err := open(filepath.Join(t.TempDir(), "media"), devFull{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Put(t.Context(), bytes.NewReader(noisyJPEG(t, 400, 300)))
	wantFault(t, err, fault.Unavailable, "errors_media.disk_full")
}

// On a real file system of two megabytes photos are stored until it is full. It
// takes the right to mount one; where there is none, the test before this one
// and the injected failures stand alone.
func TestPhotosAreStoredUntilTheDiskIsFullAndNoneIsLost(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m,mode=0700"); err != nil {
		if os.Geteuid() == 0 {
			t.Fatalf("mount a small file system: %v", err)
		}
		dir = t.TempDir()
		testUntilFull(t, dir, devFull{})
		return
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Errorf("unmount the small file system: %v", err)
		}
	})
	testUntilFull(t, dir, osDisk{})
}

func testUntilFull(t *testing.T, dir string, d disk) {
	t.Helper()
	l, err := open(filepath.Join(dir, "media"), d)
	if err != nil {
		t.Fatal(err)
	}
	photo := noisyJPEG(t, 400, 300)
	var stored []string
	for i := range 1000 {
		numbered := withSegments(photo, segment(markerCOM, string(rune('A'+i))))
		saved, err := l.Put(t.Context(), bytes.NewReader(numbered))
		if err != nil {
			wantFault(t, err, fault.Unavailable, "errors_media.disk_full")
			break
		}
		stored = append(stored, saved.SHA256)
	}
	for _, sha := range stored {
		if err := l.Verify(t.Context(), sha); err != nil {
			t.Error(err)
		}
	}
	if files := filesIn(t, l); len(files) != len(stored) {
		t.Errorf("%d photos were acknowledged and there are %d files", len(stored), len(files))
	}
	t.Logf("%d photos fitted", len(stored))
}
