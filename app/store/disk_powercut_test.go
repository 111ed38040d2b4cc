//go:build powercut && linux

package store_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// ioctlShutdown is EXT4_IOC_SHUTDOWN. With shutdownNoLogFlush the file system
// goes down at once: what was not flushed to the disk by then is lost, the
// file system's own journal included, as when the power is cut.
const (
	ioctlShutdown      = 0x8004587d
	shutdownNoLogFlush = 2
)

// imageSize holds what twenty rounds of writing leave, several times over.
const imageSize = 256 << 20

// disk is an ext4 file system in a file, of which the power can be cut.
type disk struct {
	image, dir string
	mounted    bool
}

func newDisk(t *testing.T) *disk {
	t.Helper()
	d := &disk{image: filepath.Join(t.TempDir(), "disk.img"), dir: t.TempDir()}
	if err := os.WriteFile(d.image, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(d.image, imageSize); err != nil {
		t.Fatal(err)
	}
	run(t, "mkfs.ext4", "-q", "-F", d.image)
	t.Cleanup(func() {
		if d.mounted {
			d.unmount(t)
		}
	})
	return d
}

// mount replays the file system's journal, as a machine does when it starts.
func (d *disk) mount(t *testing.T) {
	t.Helper()
	run(t, "mount", "-t", "ext4", "-o", "loop", d.image, d.dir)
	d.mounted = true
}

func (d *disk) unmount(t *testing.T) {
	t.Helper()
	run(t, "umount", d.dir)
	d.mounted = false
}

func (d *disk) cut(t *testing.T) {
	t.Helper()
	root, err := os.Open(d.dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(root.Fd()), ioctlShutdown, shutdownNoLogFlush); err != nil {
		t.Errorf("cut the power: %v", err)
	}
	if err := root.Close(); err != nil {
		t.Error(err)
	}
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if said, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, said)
	}
}

// noise is a photo of nothing that no other photo equals, too big for one block.
func noise(chance *rand.Rand) io.Reader {
	img := image.NewGray(image.Rect(0, 0, 96, 96))
	for i := range img.Pix {
		img.Pix[i] = byte(chance.Uint32())
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		panic(err) // A buffer takes everything.
	}
	return &out
}
