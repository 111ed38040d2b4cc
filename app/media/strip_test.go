package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"slices"
	"strings"
	"testing"
)

const (
	profile = "ICC_PROFILE\x00\x01\x01a colour profile"
	adobe   = "Adobe\x00\x64\x00\x00\x00\x00\x01"
	picture = "a small picture"
)

// chatty is a phone's photo with everything that a strip must leave behind, and
// the profile, which it must keep.
func chatty(t *testing.T, photo []byte) []byte {
	t.Helper()
	content := withSegments(photo,
		segment(markerAPP0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x02\x03"+picture),
		segment(markerAPP0, "JFXX\x00"+picture),
		segment(markerAPP1, "Exif\x00\x00"+string(exifBlock(binary.BigEndian, 6))),
		segment(markerAPP1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+placeTaken+"</x:xmpmeta>"),
		segment(markerAPP2, profile),
		segment(markerAPP2, "MPF\x00"+placeTaken),
		segment(markerAPP0+13, "Photoshop 3.0\x00"+placeTaken),
		[]byte{0xff, 0xff, 0xff}, // Fill bytes before a marker.
		segment(markerCOM, placeTaken),
	)
	return append(content, "\x00\x00\x00\x18ftypmp42 the film of a motion photo at "+placeTaken...)
}

func TestAnExportHoldsThePixelsAndNothingThatThePhoneKnew(t *testing.T) {
	noisy := noisyJPEG(t, 120, 80)
	for name, photo := range map[string][]byte{
		"a baseline JPEG":    noisy,
		"a progressive JPEG": fixture(t, "progressive.jpg"),
		"a CMYK JPEG":        withSegments(fixture(t, "cmyk.jpg"), segment(markerAPP14, adobe)),
	} {
		t.Run(name, func(t *testing.T) {
			l := newLibrary(t)
			content := chatty(t, photo)
			stored := mustPut(t, l, content)
			got := exported(t, l, stored.SHA256, ExportBytes)
			for _, forbidden := range []string{placeTaken, "2026:11:06", "xmpmeta", "ftyp", picture, "JFXX", "MPF"} {
				if bytes.Contains(got, []byte(forbidden)) {
					t.Errorf("the export holds %q", forbidden)
				}
			}
			if !bytes.Contains(got, []byte(profile)) || !bytes.HasSuffix(got, []byte{0xff, markerEOI}) {
				t.Error("the profile or the end is missing")
			}
			if noted, err := formats[0].notes(bytes.NewReader(got)); err != nil || noted.orientation != 6 || !noted.takenAt.IsZero() {
				t.Errorf("the notes are %+v (%v)", noted, err)
			}
			if !samePixels(decoded(t, content), decoded(t, got)) {
				t.Error("the pixels differ")
			}
			if original, err := l.Original(stored.SHA256); !bytes.Equal(readAll(t, original, err), content) {
				t.Error("the original was changed")
			}
		})
	}
}

func samePixels(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func TestACopyThatIsEncodedAnewKeepsTheColourProfileAndNothingElse(t *testing.T) {
	l := newLibrary(t)
	stored := mustPut(t, l, chatty(t, noisyJPEG(t, 400, 300)))
	got := exported(t, l, stored.SHA256, 60_000)
	if !bytes.HasPrefix(got, slices.Concat(startOfImage, segment(markerAPP2, profile))) {
		t.Errorf("it starts with %q", got[:40])
	}
	if bytes.Contains(got, []byte(placeTaken)) || bytes.Contains(got, []byte("Exif")) {
		t.Error("the export holds the notes")
	}
	if b := decoded(t, got).Bounds(); b.Dx() != 300*b.Dy()/400 {
		t.Errorf("it is not upright: %v", b)
	}

	large := segment(markerAPP2, "ICC_PROFILE\x00\x01\x01"+strings.Repeat("x", maxProfile))
	stored = mustPut(t, l, withSegments(noisyJPEG(t, 400, 300), large))
	if got := exported(t, l, stored.SHA256, 60_000); bytes.Contains(got, []byte("ICC_PROFILE")) {
		t.Error("a profile of any size is taken over")
	}
}

func TestOtherFormatsLoseTheirNotesToo(t *testing.T) {
	l := newLibrary(t)
	for name, content := range map[string][]byte{
		"PNG":  pngWithExif(pngOf(t, quarters(30, 20)), 3),
		"WebP": webpWithExif(fixture(t, "lossy.webp"), 3),
	} {
		if !bytes.Contains(content, []byte(placeTaken)) {
			t.Fatalf("%s: the place is not in the original", name)
		}
		got := exported(t, l, mustPut(t, l, content).SHA256, ExportBytes)
		if bytes.Contains(got, []byte(placeTaken)) || bytes.Contains(got, []byte("Exif")) {
			t.Errorf("%s: the export holds the notes", name)
		}
	}
}

func TestAnUprightPhotoGetsNoExifAtAll(t *testing.T) {
	var out bytes.Buffer
	if err := strip(&out, bytes.NewReader(jpegOf(t, quarters(20, 20))), upright); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(out.Bytes(), []byte("Exif")) {
		t.Error("it has an Exif segment")
	}
}

func TestScansWithRestartMarkersAndFillBytesAreCopiedWhole(t *testing.T) {
	head := slices.Concat([]byte{0xff, markerSOI}, segment(markerSOS, "\x01\x01\x00\x00\x3f\x00"))
	scan := "abc\xff\x00def\xff\xd0ghi\xff\xd7" + strings.Repeat("long", 40_000)
	var out bytes.Buffer
	in := slices.Concat(head, []byte(scan), []byte{0xff, 0xff, 0xff, markerEOI})
	if err := strip(&out, bytes.NewReader(in), upright); err != nil {
		t.Fatal(err)
	}
	if want := slices.Concat(head, []byte(scan), []byte{0xff, markerEOI}); !bytes.Equal(out.Bytes(), want) {
		t.Errorf("%d bytes became %d", len(want), out.Len())
	}
}

func TestWhatTheFilterCannotFollowIsEncodedAnew(t *testing.T) {
	// Decoders forgive bytes between two segments; the filter does not guess.
	photo := jpegOf(t, quarters(40, 40))
	content := slices.Concat(photo[:2], segment(markerCOM, placeTaken), []byte("junk"), photo[2:])
	if err := strip(&bytes.Buffer{}, bytes.NewReader(content), upright); err == nil {
		t.Fatal("the filter followed it")
	}
	l := newLibrary(t)
	got := exported(t, l, mustPut(t, l, content).SHA256, ExportBytes)
	if bytes.Contains(got, []byte(placeTaken)) {
		t.Error("the export holds the comment")
	}
	wantCorners(t, decoded(t, got))
}

func FuzzAStripNeverLetsNotesThrough(f *testing.F) {
	f.Add([]byte{0xff, markerSOI, 0xff, markerEOI}, 6)
	f.Add(slices.Concat([]byte{0xff, markerSOI}, segment(markerAPP1, "Exif\x00\x00x"), []byte{0xff, markerEOI}), 1)
	f.Fuzz(func(t *testing.T, content []byte, orientation int) {
		var out bytes.Buffer
		if err := strip(&out, bytes.NewReader(content), orientation&7); err != nil {
			return
		}
		if !bytes.HasPrefix(out.Bytes(), []byte{0xff, markerSOI}) || !bytes.HasSuffix(out.Bytes(), []byte{0xff, markerEOI}) {
			t.Errorf("% x", out.Bytes())
		}
	})
}
