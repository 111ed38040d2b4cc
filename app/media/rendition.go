package media

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"os"
	"path/filepath"
	"time"

	"revient/app/fault"
)

const (
	jpegMIME         = "image/jpeg"
	thumbnailSide    = 480 // Pixels of the longer side.
	thumbnailQuality = 80
)

// Thumbnail opens the small JPEG that lists show: at most 480 pixels, the right
// way up.
func (l *Library) Thumbnail(ctx context.Context, sha string) (*File, error) {
	return l.rendition(ctx, sha, ".thumb.jpg", func(original *os.File, kind *format) ([]byte, error) {
		img, noted, err := kind.open(original)
		if err != nil {
			return nil, err
		}
		return encode(turn(scale(img, thumbnailSide), noted.orientation), thumbnailQuality)
	})
}

// rendition opens a copy that was made before, or makes it. A disk that is full
// keeps nobody from looking at a photo: the copy is then not kept.
func (l *Library) rendition(ctx context.Context, sha, suffix string, render func(*os.File, *format) ([]byte, error)) (*File, error) {
	source, kind, err := l.find(sha)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(l.folder(sha), sha+suffix)
	if _, err := os.Stat(path); err == nil {
		return openFile(path, jpegMIME)
	}
	copied, err := l.render(ctx, source, kind, render)
	if err != nil {
		return nil, fmt.Errorf("render photo: %w", err)
	}
	if err := l.keep(path, copied); err != nil && !fault.Is(err, fault.Unavailable) {
		return nil, fmt.Errorf("keep rendition: %w", err)
	}
	return &File{ReadSeekCloser: memory{bytes.NewReader(copied)}, MIME: jpegMIME, Size: int64(len(copied)), Modified: time.Now()}, nil
}

func (l *Library) render(ctx context.Context, path string, kind *format, render func(*os.File, *format) ([]byte, error)) ([]byte, error) {
	release, err := l.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	original, err := os.Open(path)
	if err != nil {
		return nil, storageFault(err)
	}
	defer func() { _ = original.Close() }() // It was only read.
	return render(original, kind)
}

// keep writes a rendition under its name. Its bytes are flushed before, so that a
// power cut leaves no empty file under a good name; its folder is not, because a
// rendition that is lost is made again.
func (l *Library) keep(path string, content []byte) error {
	temp, err := l.disk.CreateTemp(l.incoming())
	if err != nil {
		return storageFault(err)
	}
	_, err = temp.Write(content)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err == nil {
		err = l.disk.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(storageFault(err), l.discard(temp))
	}
	return nil
}

// open decodes an original with what its camera noted.
func (k *format) open(original *os.File) (image.Image, notes, error) {
	if _, err := k.config(original); err != nil {
		return nil, notes{}, err
	}
	img, err := k.pixels(original)
	if err != nil {
		return nil, notes{}, err
	}
	noted, err := k.notes(original)
	return img, noted, err
}

func encode(img image.Image, quality int) ([]byte, error) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("encode JPEG: %w", err)
	}
	return out.Bytes(), nil
}

// memory is a rendition that could not be kept.
type memory struct{ *bytes.Reader }

var _ io.ReadSeekCloser = memory{}

func (memory) Close() error { return nil }
