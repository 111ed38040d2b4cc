// Package media keeps the photos of a case: the bytes as the camera wrote them,
// and the smaller or stripped copies that are made from them.
//
// A photo is evidence. Its original is stored once, under the SHA-256 of its
// bytes (ab/cd/<sha256>.<ext>), and is never changed. Renditions stand beside it
// and can be thrown away at any time: they are made again when asked for.
//
// The rule that this package must never break is law 1 of the station: when Put
// has returned, the file and every folder that leads to it are on the disk, so
// that a database commit may name the photo. A power cut between the two leaves
// an orphan file, which Sweep removes; it never leaves a row without its photo.
//
// An original holds what the phone wrote into it, the place where it was taken
// among other things. It is for the screens of the station only; whatever leaves
// the station is an Export, which holds none of it.
package media

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"revient/app/fault"
)

// The limits of what Put takes. They are checked before anything is decoded: a
// few kilobytes of PNG can ask for gigabytes of memory.
const (
	MaxBytes  = 40 << 20   // Bytes of one photo.
	MaxPixels = 50_000_000 // Width times height of one photo.
)

// decoders is how many photos are decoded at once. One of 50 megapixels takes
// some 300 MB while it is open.
const decoders = 2

// Photo says what a stored photo is.
type Photo struct {
	SHA256      string    // Lower-case hexadecimal digest of the original's bytes: the photo's name.
	MIME        string    // Found in the content, never taken from a file name.
	Size        int64     // Bytes of the original.
	Width       int       // Pixels as stored, before Orientation.
	Height      int       // Pixels as stored, before Orientation.
	Orientation int       // Exif orientation, 1 to 8; 1 (upright) when the photo names none.
	TakenAt     time.Time // By the camera's clock, zero when it wrote none; in UTC when it named no offset.
}

// Library is a folder of photos. Its methods may be called at the same time.
type Library struct {
	dir    string
	disk   disk
	decode chan struct{} // One token for each photo being decoded.

	// publishing is held shared while a photo takes its name, and alone while
	// Sweep decides that a file has no owner: a photo that is stored again just
	// then is either seen as fresh, or written again.
	publishing sync.RWMutex
}

// Open returns the library in a folder, which it creates for its owner alone
// (0700) when there is none.
func Open(dir string) (*Library, error) { return open(dir, osDisk{}) }

func open(dir string, d disk) (*Library, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("open media library: %w", err)
	}
	l := &Library{dir: absolute, disk: d, decode: make(chan struct{}, decoders)}
	if err := l.makeFolders(l.incoming()); err != nil {
		return nil, fmt.Errorf("open media library: %w", storageFault(err))
	}
	return l, nil
}

// File is an open photo or rendition; the reader closes it.
type File struct {
	io.ReadSeekCloser
	MIME     string
	Size     int64
	Modified time.Time
}

// Original opens the bytes as they came. They may hold the place where the photo
// was taken: they must not leave the station.
func (l *Library) Original(sha string) (*File, error) {
	path, kind, err := l.find(sha)
	if err != nil {
		return nil, err
	}
	return openFile(path, kind.mime)
}

// acquire waits for one of the few places in which a photo may be decoded. The
// caller calls release when it is done.
func (l *Library) acquire(ctx context.Context) (release func(), err error) {
	select {
	case l.decode <- struct{}{}:
		return func() { <-l.decode }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("wait to decode a photo: %w", interrupted(ctx.Err()))
	}
}

// find returns the path and the format of a photo's original.
func (l *Library) find(sha string) (string, *format, error) {
	if !isDigest(sha) {
		return "", nil, missing(sha)
	}
	for i := range formats {
		path := filepath.Join(l.folder(sha), sha+formats[i].ext)
		_, err := os.Stat(path)
		if err == nil {
			return path, &formats[i], nil
		}
		if !errors.Is(err, os.ErrNotExist) {
			return "", nil, fmt.Errorf("find photo: %w", storageFault(err))
		}
	}
	return "", nil, missing(sha)
}

func openFile(path, mime string) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open photo: %w", storageFault(err))
	}
	stat, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("open photo: %w", storageFault(errors.Join(err, f.Close())))
	}
	return &File{ReadSeekCloser: f, MIME: mime, Size: stat.Size(), Modified: stat.ModTime()}, nil
}

func missing(sha string) error {
	return fault.New(fault.NotFound, "errors_media.missing", fault.Args{"photo": sha})
}
