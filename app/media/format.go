package media

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"

	"revient/app/fault"
)

// sniffed is how many leading bytes tell a format.
const sniffed = 16

// format is a kind of photo that the station takes.
type format struct {
	mime    string
	ext     string
	matches func(head []byte) bool
	header  func(io.Reader) (image.Config, error)
	decode  func(io.Reader) (image.Image, error)
	exif    func(io.ReadSeeker) ([]byte, error)
}

var formats = []format{
	{"image/jpeg", ".jpg", startsWith("\xff\xd8\xff"), jpeg.DecodeConfig, jpeg.Decode, exifOfJPEG},
	{"image/png", ".png", startsWith("\x89PNG\r\n\x1a\n"), png.DecodeConfig, png.Decode, exifOfPNG},
	{"image/webp", ".webp", isWebP, webp.DecodeConfig, webp.Decode, exifOfWebP},
}

func startsWith(magic string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(magic)) }
}

func isWebP(head []byte) bool {
	return len(head) >= 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP"
}

// isHEIC recognises the format that an iPhone's storage holds. People do send
// it, so that it has a message of its own that says what to do.
func isHEIC(head []byte) bool {
	if len(head) < 12 || string(head[4:8]) != "ftyp" {
		return false
	}
	switch string(head[8:12]) {
	case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1":
		return true
	default:
		return false
	}
}

// sniff tells the format from the first bytes of a file. The name under which a
// file came plays no part.
func sniff(head []byte) (*format, error) {
	for i := range formats {
		if formats[i].matches(head) {
			return &formats[i], nil
		}
	}
	switch {
	case len(head) == 0:
		return nil, fault.New(fault.Invalid, "errors_media.empty", nil)
	case isHEIC(head):
		return nil, fault.New(fault.Invalid, "errors_media.heic", nil)
	default:
		return nil, fault.New(fault.Invalid, "errors_media.not_a_photo", nil)
	}
}

// inspect proves that a photo can be read: its header first, which is refused
// when it asks for too many pixels, then all of it.
func (k *format) inspect(r io.ReadSeeker) (image.Config, error) {
	config, err := k.config(r)
	if err != nil {
		return image.Config{}, err
	}
	if _, err := k.pixels(r); err != nil {
		return image.Config{}, err
	}
	return config, nil
}

func (k *format) config(r io.ReadSeeker) (image.Config, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return image.Config{}, storageFault(err)
	}
	config, err := k.header(r)
	if err != nil {
		return image.Config{}, unreadable(err)
	}
	if pixels := int64(config.Width) * int64(config.Height); pixels > MaxPixels {
		return image.Config{}, fault.New(fault.Invalid, "errors_media.too_many_pixels",
			fault.Args{"megapixels": pixels / 1_000_000, "limit": MaxPixels / 1_000_000})
	}
	return config, nil
}

func (k *format) pixels(r io.ReadSeeker) (image.Image, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, storageFault(err)
	}
	img, err := k.decode(r)
	if err != nil {
		return nil, unreadable(err)
	}
	if img.Bounds().Empty() {
		return nil, unreadable(nil)
	}
	return img, nil
}

func unreadable(cause error) error {
	return fault.Wrap(cause, fault.Invalid, "errors_media.unreadable", nil)
}
