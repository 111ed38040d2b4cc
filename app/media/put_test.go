package media

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"revient/app/fault"
)

func TestAStoredPhotoSaysWhatItIsAndReadsBackAsItCame(t *testing.T) {
	taken := time.Date(2026, 11, 6, 14, 5, 9, 0, time.FixedZone("", 3600))
	for name, c := range map[string]struct {
		content []byte
		want    Photo
		ext     string
	}{
		"a JPEG without notes":        {jpegOf(t, quarters(60, 40)), Photo{MIME: "image/jpeg", Width: 60, Height: 40, Orientation: 1}, ".jpg"},
		"a photo from a phone":        {phonePhoto(t, quarters(60, 40), 6), Photo{MIME: "image/jpeg", Width: 40, Height: 60, Orientation: 6, TakenAt: taken}, ".jpg"},
		"a progressive JPEG":          {fixture(t, "progressive.jpg"), Photo{MIME: "image/jpeg", Width: 64, Height: 48, Orientation: 1}, ".jpg"},
		"a CMYK JPEG":                 {fixture(t, "cmyk.jpg"), Photo{MIME: "image/jpeg", Width: 40, Height: 24, Orientation: 1}, ".jpg"},
		"a PNG":                       {pngOf(t, quarters(30, 20)), Photo{MIME: "image/png", Width: 30, Height: 20, Orientation: 1}, ".png"},
		"a PNG with notes":            {pngWithExif(pngOf(t, quarters(30, 20)), 3), Photo{MIME: "image/png", Width: 30, Height: 20, Orientation: 3, TakenAt: taken}, ".png"},
		"a WebP":                      {fixture(t, "lossy.webp"), Photo{MIME: "image/webp", Width: 48, Height: 32, Orientation: 1}, ".webp"},
		"a lossless transparent WebP": {fixture(t, "lossless-alpha.webp"), Photo{MIME: "image/webp", Width: 24, Height: 16, Orientation: 1}, ".webp"},
		"a WebP with notes":           {webpWithExif(fixture(t, "lossy.webp"), 8), Photo{MIME: "image/webp", Width: 48, Height: 32, Orientation: 8, TakenAt: taken}, ".webp"},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLibrary(t)
			got := mustPut(t, l, c.content)
			if !got.TakenAt.Equal(c.want.TakenAt) {
				t.Errorf("taken at %v, want %v", got.TakenAt, c.want.TakenAt)
			}
			sha := got.SHA256
			c.want.SHA256, c.want.Size, c.want.TakenAt = sha, int64(len(c.content)), got.TakenAt
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			original, err := l.Original(sha)
			if !bytes.Equal(readAll(t, original, err), c.content) || original.MIME != c.want.MIME {
				t.Error("the original differs from what was stored")
			}
			if files := filesIn(t, l); len(files) != 1 || files[0] != filepath.Join(sha[:2], sha[2:4], sha+c.ext) {
				t.Errorf("files %v", files)
			}
			if err := l.Verify(t.Context(), sha); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAFileThatIsNoPhotoIsRefusedWithAReasonAndLeavesNothing(t *testing.T) {
	photo := jpegOf(t, quarters(200, 150))
	broken := errors.New("the line broke")
	for name, c := range map[string]struct {
		content io.Reader
		code    fault.Code
		key     string
	}{
		"no bytes at all":                   {strings.NewReader(""), fault.Invalid, "errors_media.empty"},
		"a text file named .jpg":            {strings.NewReader("IMEI 356938035643809, screen cracked\n"), fault.Invalid, "errors_media.not_a_photo"},
		"a photo of an iPhone's storage":    {strings.NewReader("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), fault.Invalid, "errors_media.heic"},
		"a film":                            {strings.NewReader("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"), fault.Invalid, "errors_media.not_a_photo"},
		"a JPEG that ends early":            {bytes.NewReader(photo[:len(photo)/2]), fault.Invalid, "errors_media.unreadable"},
		"a JPEG that ends in its header":    {bytes.NewReader(photo[:30]), fault.Invalid, "errors_media.unreadable"},
		"a WebP that ends early":            {bytes.NewReader(fixture(t, "lossy.webp")[:40]), fault.Invalid, "errors_media.unreadable"},
		"a PNG that asks for 200 megapixel": {bytes.NewReader(hugePNG(20_000, 10_000)), fault.Invalid, "errors_media.too_many_pixels"},
		"a PNG of the largest size":         {bytes.NewReader(hugePNG(1<<31-1, 1<<31-1)), fault.Invalid, "errors_media.unreadable"},
		"a file above the limit":            {io.MultiReader(bytes.NewReader(photo), io.LimitReader(zeros{}, MaxBytes)), fault.Invalid, "errors_media.too_large"},
		"a sender that breaks off at once":  {iotest.ErrReader(broken), fault.Unavailable, "errors_media.interrupted"},
		"a sender that breaks off later":    {io.MultiReader(bytes.NewReader(photo[:2000]), iotest.ErrReader(broken)), fault.Unavailable, "errors_media.interrupted"},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLibrary(t)
			_, err := l.Put(t.Context(), c.content)
			wantFault(t, err, c.code, c.key)
			if files := filesIn(t, l); len(files) != 0 {
				t.Errorf("it left %v", files)
			}
		})
	}
}

// zeros never ends.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestTheSizeLimitItselfIsAllowed(t *testing.T) {
	photo := jpegOf(t, quarters(20, 20))
	padded := io.MultiReader(bytes.NewReader(photo), io.LimitReader(zeros{}, int64(MaxBytes-len(photo))))
	got, err := newLibrary(t).Put(t.Context(), padded)
	if err != nil || got.Size != MaxBytes {
		t.Fatalf("size %d, error %v", got.Size, err)
	}
}

func TestACanceledPutIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	l := newLibrary(t)
	_, err := l.Put(ctx, bytes.NewReader(jpegOf(t, quarters(20, 20))))
	wantFault(t, err, fault.Unavailable, "errors_media.interrupted")
	if files := filesIn(t, l); len(files) != 0 {
		t.Errorf("it left %v", files)
	}
}

func TestAPutWaitsForAPlaceToDecode(t *testing.T) {
	l := newLibrary(t)
	for range decoders {
		l.decode <- struct{}{}
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopping := readerFunc(func([]byte) (int, error) { cancel(); return 0, io.EOF })
	_, err := l.Put(ctx, io.MultiReader(bytes.NewReader(jpegOf(t, quarters(20, 20))), stopping))
	wantFault(t, err, fault.Unavailable, "errors_media.interrupted")
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestTheSameBytesStoredAtTheSameTimeAreOnePhoto(t *testing.T) {
	l := newLibrary(t)
	content := phonePhoto(t, quarters(300, 200), 8)
	var group sync.WaitGroup
	photos := make([]Photo, 16)
	for i := range photos {
		group.Go(func() {
			photo, err := l.Put(t.Context(), bytes.NewReader(content))
			if err != nil {
				t.Error(err)
			}
			photo.TakenAt = time.Time{} // Equal, in zones of different addresses.
			photos[i] = photo
		})
	}
	group.Wait()
	for _, photo := range photos {
		if photo != photos[0] {
			t.Errorf("got %+v and %+v", photo, photos[0])
		}
	}
	if files := filesIn(t, l); len(files) != 1 {
		t.Errorf("files %v", files)
	}
}

func TestStoringAPhotoAgainRepairsADamagedFile(t *testing.T) {
	l := newLibrary(t)
	content := jpegOf(t, quarters(50, 50))
	photo := mustPut(t, l, content)
	damage(t, l, photo.SHA256)
	wantFault(t, l.Verify(t.Context(), photo.SHA256), fault.Internal, "errors_media.damaged")
	mustPut(t, l, content)
	if err := l.Verify(t.Context(), photo.SHA256); err != nil {
		t.Fatal(err)
	}
}

// damage changes one byte of an original.
func damage(t *testing.T, l *Library, sha string) {
	t.Helper()
	path, _, err := l.find(sha)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 1
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestFoldersAndFilesAreForTheirOwnerAlone(t *testing.T) {
	l := newLibrary(t)
	photo := mustPut(t, l, jpegOf(t, quarters(50, 50)))
	thumbnail, err := l.Thumbnail(t.Context(), photo.SHA256)
	readAll(t, thumbnail, err)
	err = filepath.WalkDir(l.dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		stat, err := entry.Info()
		if err != nil {
			return err
		}
		want := os.FileMode(0o600)
		if entry.IsDir() {
			want = 0o700
		}
		if stat.Mode().Perm() != want {
			t.Errorf("%s is %v, want %v", path, stat.Mode().Perm(), want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestVerifyNamesTheDamagedFileAndTheMissingPhoto(t *testing.T) {
	l := newLibrary(t)
	photo := mustPut(t, l, jpegOf(t, quarters(50, 50)))
	damage(t, l, photo.SHA256)
	err := l.Verify(t.Context(), photo.SHA256)
	want := photo.SHA256[:2] + "/" + photo.SHA256[2:4] + "/" + photo.SHA256 + ".jpg"
	if f := fault.Of(err); f.Args["file"] != want {
		t.Errorf("it blames %v, want %s", f.Args["file"], want)
	}
	for _, sha := range []string{strings.Repeat("0", 64), "../../etc/passwd", "", strings.ToUpper(photo.SHA256)} {
		wantFault(t, l.Verify(t.Context(), sha), fault.NotFound, "errors_media.missing")
		_, err := l.Original(sha)
		wantFault(t, err, fault.NotFound, "errors_media.missing")
		_, err = l.Thumbnail(t.Context(), sha)
		wantFault(t, err, fault.NotFound, "errors_media.missing")
	}
}

func TestBrokenNotesLeaveAPhotoUprightAndOfNoDate(t *testing.T) {
	whole := exifBlock(binary.BigEndian, 6)
	for name, block := range map[string][]byte{
		"nothing":                 {},
		"no byte order":           bytes.Repeat([]byte{7}, 40),
		"a folder that is far":    []byte("MM\x00*\xff\xff\xff\xff"),
		"a folder that is cut":    whole[:12],
		"an orientation of nine":  exifBlock(binary.BigEndian, 9),
		"an orientation of zero":  exifBlock(binary.LittleEndian, 0),
		"a date that is cut away": whole[:70],
	} {
		got := parseExif(block)
		if name == "a date that is cut away" {
			if got.orientation != 6 || !got.takenAt.IsZero() {
				t.Errorf("%s: %+v", name, got)
			}
			continue
		}
		if got.orientation != upright {
			t.Errorf("%s: %+v", name, got)
		}
	}
	broken := withSegments(jpegOf(t, image.NewGray(image.Rect(0, 0, 9, 9))), segment(markerAPP1, "Exif\x00\x00MM"))
	if photo := mustPut(t, newLibrary(t), broken); photo.Orientation != upright || !photo.TakenAt.IsZero() {
		t.Errorf("got %+v", photo)
	}
}

func TestADateWithoutAnOffsetIsKeptAsTheCameraWroteIt(t *testing.T) {
	for stamp, want := range map[string]time.Time{
		"2026:11:06 14:05:09\x00": time.Date(2026, 11, 6, 14, 5, 9, 0, time.UTC),
		"0000:00:00 00:00:00\x00": {},
		"    :  :     :  :  \x00": {},
		"":                        {},
	} {
		if got := parseTime([]byte(stamp), nil); !got.Equal(want) {
			t.Errorf("%q is %v, want %v", stamp, got, want)
		}
	}
}

func FuzzNotesNeverBreak(f *testing.F) {
	f.Add(exifBlock(binary.BigEndian, 6))
	f.Add(exifBlock(binary.LittleEndian, 3))
	f.Fuzz(func(t *testing.T, block []byte) {
		if got := parseExif(block); got.orientation < 1 || got.orientation > 8 {
			t.Errorf("orientation %d", got.orientation)
		}
	})
}
