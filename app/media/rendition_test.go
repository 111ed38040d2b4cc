package media

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/draw"

	"revient/app/fault"
)

func decoded(tb testing.TB, content []byte) image.Image {
	tb.Helper()
	img, err := jpeg.Decode(bytes.NewReader(content))
	if err != nil {
		tb.Fatal(err)
	}
	return img
}

// noisyJPEG is a photo that compresses as badly as one of a carpet.
func noisyJPEG(tb testing.TB, width, height int) []byte {
	tb.Helper()
	noise := rand.NewChaCha8([32]byte{1})
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	if _, err := noise.Read(img.Pix); err != nil {
		tb.Fatal(err)
	}
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 255
	}
	return jpegOf(tb, img)
}

func TestThumbnailsAndExportsAreUprightHoweverTheCameraWasHeld(t *testing.T) {
	l := newLibrary(t)
	for orientation := 1; orientation <= 8; orientation++ {
		for _, size := range []image.Point{{X: 1000, Y: 750}, {X: 300, Y: 200}} {
			t.Run(fmt.Sprintf("orientation %d, %dx%d", orientation, size.X, size.Y), func(t *testing.T) {
				photo := mustPut(t, l, phonePhoto(t, quarters(size.X, size.Y), orientation))
				if photo.Orientation != orientation {
					t.Fatalf("orientation %d is read as %d", orientation, photo.Orientation)
				}
				file, err := l.Thumbnail(t.Context(), photo.SHA256)
				thumbnail := decoded(t, readAll(t, file, err))
				width, height := fit(size.X, size.Y, thumbnailSide)
				if thumbnail.Bounds() != image.Rect(0, 0, width, height) {
					t.Errorf("the thumbnail is %v, want %dx%d", thumbnail.Bounds(), width, height)
				}
				wantCorners(t, thumbnail)
				wantCorners(t, asSeen(t, exported(t, l, photo.SHA256, ExportBytes)))
				wantCorners(t, asSeen(t, exported(t, l, photo.SHA256, 9_000)))
			})
		}
	}
}

func exported(tb testing.TB, l *Library, sha string, maxBytes int) []byte {
	tb.Helper()
	file, err := l.Export(tb.Context(), sha, maxBytes)
	content := readAll(tb, file, err)
	if len(content) > maxBytes {
		tb.Fatalf("the export has %d bytes, above %d", len(content), maxBytes)
	}
	return content
}

// asSeen decodes a JPEG and turns it as a viewer does, which reads the Exif
// orientation.
func asSeen(tb testing.TB, content []byte) image.Image {
	tb.Helper()
	noted, err := formats[0].notes(bytes.NewReader(content))
	if err != nil {
		tb.Fatal(err)
	}
	if !noted.takenAt.IsZero() {
		tb.Errorf("the copy says when the photo was taken: %v", noted.takenAt)
	}
	stored := decoded(tb, content)
	img := image.NewRGBA(stored.Bounds())
	draw.Draw(img, img.Rect, stored, image.Point{}, draw.Src)
	return turn(img, noted.orientation)
}

func TestEveryFormatHasAThumbnail(t *testing.T) {
	for name, content := range map[string][]byte{
		"PNG":                  pngOf(t, quarters(1000, 700)),
		"PNG with orientation": pngWithExif(pngOf(t, storedFor(quarters(1000, 700), 6)), 6),
		"grey JPEG":            nil,
	} {
		t.Run(name, func(t *testing.T) {
			l := newLibrary(t)
			if content == nil {
				grey := image.NewGray(image.Rect(0, 0, 2000, 1500))
				for i := range grey.Pix {
					grey.Pix[i] = 90
				}
				photo := mustPut(t, l, jpegOf(t, grey))
				file, err := l.Thumbnail(t.Context(), photo.SHA256)
				if got := decoded(t, readAll(t, file, err)); !near(got.At(200, 200), color.RGBA{R: 90, G: 90, B: 90}) {
					t.Errorf("grey is %v", got.At(200, 200))
				}
				return
			}
			photo := mustPut(t, l, content)
			file, err := l.Thumbnail(t.Context(), photo.SHA256)
			wantCorners(t, decoded(t, readAll(t, file, err)))
		})
	}
	for _, name := range []string{"progressive.jpg", "cmyk.jpg", "lossy.webp"} {
		t.Run(name, func(t *testing.T) {
			l := newLibrary(t)
			photo := mustPut(t, l, fixture(t, name))
			file, err := l.Thumbnail(t.Context(), photo.SHA256)
			got := decoded(t, readAll(t, file, err))
			if got.Bounds() != image.Rect(0, 0, photo.Width, photo.Height) {
				t.Errorf("a small photo became %v", got.Bounds())
			}
			if name == "cmyk.jpg" && !near(got.At(20, 12), color.RGBA{R: 0x30, G: 0xa0, B: 0x60}) {
				t.Errorf("its green is %v", got.At(20, 12))
			}
		})
	}
}

func TestTransparencyIsShownOnWhite(t *testing.T) {
	l := newLibrary(t)
	img := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	draw.Draw(img, image.Rect(0, 0, 20, 20), image.NewUniform(color.NRGBA{R: 200, A: 255}), image.Point{}, draw.Src)
	for name, content := range map[string][]byte{"PNG": pngOf(t, img), "WebP": fixture(t, "lossless-alpha.webp")} {
		photo := mustPut(t, l, content)
		file, err := l.Thumbnail(t.Context(), photo.SHA256)
		for _, copied := range [][]byte{readAll(t, file, err), exported(t, l, photo.SHA256, ExportBytes)} {
			got := decoded(t, copied)
			if right := got.At(photo.Width*7/8, photo.Height/2); !near(right, color.RGBA{R: 255, G: 255, B: 255}) {
				t.Errorf("%s: what is transparent is %v", name, right)
			}
			if left := got.At(photo.Width/8, photo.Height/2); near(left, color.RGBA{R: 255, G: 255, B: 255}) {
				t.Errorf("%s: what is red is %v", name, left)
			}
		}
	}
}

func TestRenditionsAreKeptAndMadeAgainWhenLost(t *testing.T) {
	l := newLibrary(t)
	photo := mustPut(t, l, jpegOf(t, quarters(600, 400)))
	path := filepath.Join(l.folder(photo.SHA256), photo.SHA256+".thumb.jpg")
	first, err := l.Thumbnail(t.Context(), photo.SHA256)
	made := readAll(t, first, err)
	kept, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(kept, made) {
		t.Fatalf("the kept thumbnail differs: %v", err)
	}
	second, err := l.Thumbnail(t.Context(), photo.SHA256)
	if !bytes.Equal(readAll(t, second, err), made) {
		t.Error("the kept thumbnail is not the one shown")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	third, err := l.Thumbnail(t.Context(), photo.SHA256)
	if !bytes.Equal(readAll(t, third, err), made) {
		t.Error("the thumbnail made again differs")
	}
}

func TestALimitThatNoCopyMeetsIsSaid(t *testing.T) {
	l := newLibrary(t)
	photo := mustPut(t, l, jpegOf(t, quarters(600, 400)))
	_, err := l.Export(t.Context(), photo.SHA256, 100)
	wantFault(t, err, fault.Invalid, "errors_media.export_limit")
}

func TestALargePhotoIsMadeSmallerUntilItFits(t *testing.T) {
	l := newLibrary(t)
	content := noisyJPEG(t, 2400, 1600)
	photo := mustPut(t, l, content)
	if len(content) < ExportBytes {
		t.Fatalf("the photo has %d bytes only", len(content))
	}
	for _, limit := range []int{ExportBytes, 90_000} {
		got := decoded(t, exported(t, l, photo.SHA256, limit)).Bounds()
		if got.Dx()*2 < got.Dy()*3-3 || got.Dx()*2 > got.Dy()*3+3 {
			t.Errorf("%v has lost its proportions", got)
		}
	}
}

// A thumbnail of a photo of 12 megapixels, the usual size of a phone's.
func BenchmarkThumbnail(b *testing.B) {
	l := newLibrary(b)
	photo := mustPut(b, l, jpegOf(b, quarters(4032, 3024)))
	path, kind, err := l.find(photo.SHA256)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		_, err := l.render(b.Context(), path, kind, func(original *os.File, kind *format) ([]byte, error) {
			img, noted, err := kind.open(original)
			if err != nil {
				return nil, err
			}
			return encode(turn(scale(img, thumbnailSide), noted.orientation), thumbnailQuality)
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}
