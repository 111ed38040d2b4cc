package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"

	"revient/app/fault"
)

// The four corners of the test picture, as they are seen when it is upright.
var corners = [4]color.RGBA{
	{R: 220, A: 255},                // Upper left: red.
	{G: 180, A: 255},                // Upper right: green.
	{B: 220, A: 255},                // Lower left: blue.
	{R: 230, G: 230, B: 20, A: 255}, // Lower right: yellow.
}

// quarters draws a picture whose quarters have the colours of corners.
func quarters(width, height int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetRGBA(x, y, corners[2*(2*y/height)+2*x/width])
		}
	}
	return img
}

func jpegOf(tb testing.TB, img image.Image) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 92}); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func pngOf(tb testing.TB, img image.Image) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// placeTaken stands for the latitude that a phone writes into its photos.
const placeTaken = "N48.8566E2.3522"

// exifBlock is a TIFF block as a phone writes it: the orientation, the date with
// its offset, and a place.
func exifBlock(order binary.AppendByteOrder, orientation int) []byte {
	b := []byte("MM\x00*")
	if order.String() == "LittleEndian" {
		b = []byte("II*\x00")
	}
	entry := func(b []byte, tag, kind uint16, count, value uint32) []byte {
		return order.AppendUint32(order.AppendUint32(order.AppendUint16(order.AppendUint16(b, tag), kind), count), value)
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 3) // Main folder, from 8 to 50.
	short := order.AppendUint16(nil, uint16(orientation))
	b = order.AppendUint32(order.AppendUint16(order.AppendUint16(b, tagOrientation), 3), 1)
	b = append(append(b, short...), 0, 0)
	b = entry(b, tagExifFolder, 4, 1, 50)
	b = entry(b, 0x9c9b, 2, uint32(len(placeTaken)+1), 107) // A text tag that is not read.
	b = order.AppendUint32(b, 0)
	b = order.AppendUint16(b, 2) // Exif folder, from 50 to 80.
	b = entry(b, tagDateTimeOriginal, 2, 20, 80)
	b = entry(b, tagOffsetOriginal, 2, 7, 100)
	b = order.AppendUint32(b, 0)
	b = append(b, "2026:11:06 14:05:09\x00"...)
	b = append(b, "+01:00\x00"...)
	return append(append(b, placeTaken...), 0)
}

func segment(marker byte, payload string) []byte {
	return append([]byte{0xff, marker, byte((len(payload) + 2) >> 8), byte(len(payload) + 2)}, payload...)
}

// withSegments puts segments right after the start of a JPEG.
func withSegments(photo []byte, segments ...[]byte) []byte {
	return append(append([]byte{0xff, markerSOI}, bytes.Join(segments, nil)...), photo[2:]...)
}

// phonePhoto is a JPEG as a phone stores it for a picture that is seen upright.
func phonePhoto(tb testing.TB, seen *image.RGBA, orientation int) []byte {
	tb.Helper()
	exif := segment(markerAPP1, "Exif\x00\x00"+string(exifBlock(binary.BigEndian, orientation)))
	return withSegments(jpegOf(tb, storedFor(seen, orientation)), exif)
}

// storedFor turns a picture into what a camera held in that way stores.
func storedFor(seen *image.RGBA, orientation int) *image.RGBA {
	width, height := seen.Rect.Dx(), seen.Rect.Dy()
	if orientation >= 5 {
		width, height = height, width
	}
	stored := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range seen.Rect.Dy() {
		for x := range seen.Rect.Dx() {
			toX, toY := x, y
			switch orientation { // What Exif 2.32 says of the 0th row and the 0th column.
			case 2: // Row is the top, column the right side.
				toX = width - 1 - x
			case 3: // Row is the bottom, column the right side.
				toX, toY = width-1-x, height-1-y
			case 4: // Row is the bottom, column the left side.
				toY = height - 1 - y
			case 5: // Row is the left side, column the top.
				toX, toY = y, x
			case 6: // Row is the right side, column the top.
				toX, toY = y, height-1-x
			case 7: // Row is the right side, column the bottom.
				toX, toY = width-1-y, height-1-x
			case 8: // Row is the left side, column the bottom.
				toX, toY = width-1-y, x
			}
			stored.SetRGBA(toX, toY, seen.RGBAAt(x, y))
		}
	}
	return stored
}

// pngWithExif puts an eXIf chunk after the header of a PNG.
func pngWithExif(photo []byte, orientation int) []byte {
	return append(bytes.Clone(photo[:33]), append(pngChunk("eXIf", exifBlock(binary.LittleEndian, orientation)), photo[33:]...)...)
}

func pngChunk(kind string, content []byte) []byte {
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	chunk = append(append(chunk, kind...), content...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}

// hugePNG is a file of some bytes whose header asks for that many pixels.
func hugePNG(width, height uint32) []byte {
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", append(header, 8, 2, 0, 0, 0))...)
}

// webpWithExif adds an EXIF chunk at the end of a WebP.
func webpWithExif(photo []byte, orientation int) []byte {
	block := append([]byte("Exif\x00\x00"), exifBlock(binary.LittleEndian, orientation)...)
	b := binary.LittleEndian.AppendUint32(append(bytes.Clone(photo), "EXIF"...), uint32(len(block)))
	b = append(b, block...)
	if len(block)%2 == 1 {
		b = append(b, 0)
	}
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	return b
}

func fixture(tb testing.TB, name string) []byte {
	tb.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return content
}

func newLibrary(tb testing.TB) *Library {
	tb.Helper()
	l, err := Open(filepath.Join(tb.TempDir(), "media"))
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func mustPut(tb testing.TB, l *Library, content []byte) Photo {
	tb.Helper()
	photo, err := l.Put(tb.Context(), bytes.NewReader(content))
	if err != nil {
		tb.Fatal(err)
	}
	return photo
}

// readAll reads and closes a file of the library.
func readAll(tb testing.TB, f *File, err error) []byte {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
	content, err := io.ReadAll(f)
	err = errors.Join(err, f.Close())
	if err != nil {
		tb.Fatal(err)
	}
	if int64(len(content)) != f.Size {
		tb.Fatalf("the file has %d bytes and says %d", len(content), f.Size)
	}
	return content
}

// filesIn lists the files of a library, relative to it.
func filesIn(tb testing.TB, l *Library) []string {
	tb.Helper()
	var names []string
	err := filepath.WalkDir(l.dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			name, relErr := filepath.Rel(l.dir, path)
			names = append(names, name)
			return relErr
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return names
}

func wantFault(tb testing.TB, err error, code fault.Code, key string) {
	tb.Helper()
	if err == nil {
		tb.Fatalf("no error, want %s", key)
	}
	if f := fault.Of(err); f.Code != code || f.Key != key {
		tb.Fatalf("error %v, want %s (%s)", err, key, code)
	}
}

// wantCorners checks that a picture shows the quarters upright.
func wantCorners(tb testing.TB, img image.Image) {
	tb.Helper()
	b := img.Bounds()
	for i, want := range corners {
		x := b.Min.X + b.Dx()*(1+2*(i%2))/4
		y := b.Min.Y + b.Dy()*(1+2*(i/2))/4
		if !near(img.At(x, y), want) {
			tb.Errorf("corner %d is %v, want %v", i, img.At(x, y), want)
		}
	}
}

func near(got color.Color, want color.RGBA) bool {
	r, g, b, _ := got.RGBA()
	far := func(a uint32, b uint8) bool { return int(a>>8)-int(b) > 24 || int(b)-int(a>>8) > 24 }
	return !far(r, want.R) && !far(g, want.G) && !far(b, want.B)
}
