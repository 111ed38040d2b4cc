package media

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"revient/app/fault"
)

// Put stores a photo, and returns when it is safe on the disk. The same bytes
// are the same photo: storing them again changes nothing, except that a damaged
// file is replaced. A photo that is refused leaves nothing behind.
func (l *Library) Put(ctx context.Context, r io.Reader) (Photo, error) {
	photo, err := l.put(ctx, &source{ctx: ctx, r: r})
	if err != nil {
		return Photo{}, fmt.Errorf("store photo: %w", err)
	}
	return photo, nil
}

func (l *Library) put(ctx context.Context, r *source) (photo Photo, err error) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, err := buffered.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) {
		return Photo{}, interrupted(err)
	}
	kind, err := sniff(head)
	if err != nil {
		return Photo{}, err
	}

	temp, err := l.disk.CreateTemp(l.incoming())
	if err != nil {
		return Photo{}, storageFault(err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, l.discard(temp))
		}
	}()

	photo, err = l.receive(temp, buffered, r)
	if err != nil {
		return Photo{}, err
	}
	photo.MIME = kind.mime
	if err := l.examine(ctx, kind, temp, &photo); err != nil {
		return Photo{}, err
	}
	if err := errors.Join(temp.Sync(), temp.Close()); err != nil {
		return Photo{}, storageFault(err)
	}
	if err := l.publish(ctx, temp.Name(), photo.SHA256, kind); err != nil {
		return Photo{}, err
	}
	return photo, nil
}

// receive writes what arrives to a temporary file, up to the limit, and names it.
func (l *Library) receive(temp tempFile, r io.Reader, from *source) (Photo, error) {
	digest := sha256.New()
	size, err := io.Copy(io.MultiWriter(temp, digest), io.LimitReader(r, MaxBytes+1))
	switch {
	case from.err != nil:
		return Photo{}, interrupted(from.err)
	case err != nil:
		return Photo{}, storageFault(err)
	case size > MaxBytes:
		return Photo{}, fault.New(fault.Invalid, "errors_media.too_large", fault.Args{"limit": MaxBytes >> 20})
	}
	return Photo{SHA256: hex.EncodeToString(digest.Sum(nil)), Size: size}, nil
}

// examine reads the photo in one of the few places for it, and notes what it is.
func (l *Library) examine(ctx context.Context, kind *format, temp io.ReadSeeker, photo *Photo) error {
	release, err := l.acquire(ctx)
	if err != nil {
		return err
	}
	defer release()
	config, err := kind.inspect(temp)
	if err != nil {
		return err
	}
	photo.Width, photo.Height = config.Width, config.Height
	noted, err := kind.notes(temp)
	if err != nil {
		return err
	}
	photo.Orientation, photo.TakenAt = noted.orientation, noted.takenAt
	return nil
}

// publish gives a flushed temporary file its name, and returns when the name is
// on the disk too. The temporary file is used up, unless there is an error.
func (l *Library) publish(ctx context.Context, temp, sha string, kind *format) error {
	l.publishing.RLock()
	defer l.publishing.RUnlock()
	path := filepath.Join(l.folder(sha), sha+kind.ext)
	if verifyFile(ctx, path, sha) == nil {
		// The same bytes are there. They may be an orphan that is about to be
		// swept: a fresh date keeps it.
		if err := errors.Join(l.disk.Touch(path), l.disk.Remove(temp)); err != nil {
			return storageFault(err)
		}
	} else {
		if err := l.makeFolders(filepath.Dir(path)); err != nil {
			return storageFault(err)
		}
		if err := l.disk.Rename(temp, path); err != nil {
			return storageFault(err)
		}
	}
	if err := l.syncFolders(sha); err != nil {
		return storageFault(err)
	}
	return nil
}

// discard removes a temporary file that was not used.
func (l *Library) discard(temp tempFile) error {
	if err := temp.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return storageFault(err)
	}
	if err := l.disk.Remove(temp.Name()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return storageFault(err)
	}
	return nil
}

// source is the sender of a photo. It remembers its own failure, so that a line
// that broke is not taken for a disk that failed.
type source struct {
	ctx context.Context
	r   io.Reader
	err error
}

func (s *source) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		s.err = err
		return 0, err
	}
	n, err := s.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

func interrupted(cause error) error {
	return fault.Wrap(cause, fault.Unavailable, "errors_media.interrupted", nil)
}

// storageFault tells a full disk, which a person can do something about, from
// one that fails or forbids.
func storageFault(cause error) error {
	if isDiskFull(cause) {
		return fault.Wrap(cause, fault.Unavailable, "errors_media.disk_full", nil)
	}
	return fault.Wrap(cause, fault.Internal, "errors_media.storage", nil)
}
