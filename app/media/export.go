package media

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"os"
	"slices"

	"revient/app/fault"
)

// ExportBytes is the size under which a marketplace takes a file.
const ExportBytes = 3_000_000

// exportSteps are the sizes and qualities tried, best first, when a copy must be
// made smaller: the first that fits is taken.
var exportSteps = []struct{ side, quality int }{
	{2560, 88}, {2560, 80}, {2048, 80}, {1600, 80}, {1280, 75}, {960, 70}, {640, 60}, {320, 50},
}

// Export opens the copy that may leave the station: a JPEG of at most maxBytes
// bytes that holds neither place, nor date, nor device. The pixels of a JPEG that
// is small enough are untouched; any other photo is encoded anew, the right way
// up.
func (l *Library) Export(ctx context.Context, sha string, maxBytes int) (*File, error) {
	suffix := fmt.Sprintf(".export-%d.jpg", maxBytes)
	return l.rendition(ctx, sha, suffix, func(original *os.File, kind *format) ([]byte, error) {
		if kind.mime == jpegMIME {
			if copied, ok := strippedUnder(original, kind, maxBytes); ok {
				return copied, nil
			}
		}
		img, noted, err := kind.open(original)
		if err != nil {
			return nil, err
		}
		profile, err := profileOf(original, kind, img)
		if err != nil {
			return nil, err
		}
		return encodeUnder(img, noted.orientation, profile, maxBytes)
	})
}

// strippedUnder strips a JPEG, unless the copy is too large or the order of its
// segments is one that only a decoder can follow.
func strippedUnder(original *os.File, kind *format, maxBytes int) ([]byte, bool) {
	noted, err := kind.notes(original)
	if err != nil {
		return nil, false
	}
	if _, err := original.Seek(0, io.SeekStart); err != nil {
		return nil, false
	}
	out := new(bytes.Buffer)
	if err := strip(out, original, noted.orientation); err != nil || out.Len() > maxBytes {
		return nil, false
	}
	return out.Bytes(), true
}

// encodeUnder makes the largest copy first and the smaller ones from it, so that
// the full photo is filtered once.
func encodeUnder(img image.Image, orientation int, profile []byte, maxBytes int) ([]byte, error) {
	largest := turn(scale(img, exportSteps[0].side), orientation)
	for _, step := range exportSteps {
		copied, err := encode(scale(largest, step.side), step.quality)
		if err != nil {
			return nil, err
		}
		if len(copied)+len(profile) <= maxBytes {
			return slices.Insert(copied, len(startOfImage), profile...), nil
		}
	}
	return nil, fault.New(fault.Invalid, "errors_media.export_limit", fault.Args{"limit": maxBytes})
}
