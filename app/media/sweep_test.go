package media

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// age makes every file of a library two days old.
func age(t *testing.T, l *Library) {
	t.Helper()
	old := time.Now().Add(-48 * time.Hour)
	for _, name := range filesIn(t, l) {
		if err := os.Chtimes(filepath.Join(l.dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
}

func only(referenced ...string) func(string) (bool, error) {
	return func(sha string) (bool, error) {
		for _, name := range referenced {
			if name == sha {
				return true, nil
			}
		}
		return false, nil
	}
}

func TestASweepRemovesOldFilesThatNobodyNames(t *testing.T) {
	l := newLibrary(t)
	named := mustPut(t, l, jpegOf(t, quarters(40, 40))).SHA256
	orphan := mustPut(t, l, jpegOf(t, quarters(60, 60))).SHA256
	storedAgain := jpegOf(t, quarters(80, 80))
	again := mustPut(t, l, storedAgain).SHA256
	for _, sha := range []string{named, orphan} {
		file, err := l.Thumbnail(t.Context(), sha)
		readAll(t, file, err)
		exported(t, l, sha, ExportBytes)
	}
	half := filepath.Join(l.incoming(), "photo-123")
	foreign := filepath.Join(l.dir, "README.txt")
	for _, path := range []string{half, foreign} {
		if err := os.WriteFile(path, []byte("half of a photo"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	age(t, l)
	mustPut(t, l, storedAgain) // Its commit is under way.
	arriving := filepath.Join(l.incoming(), "photo-456")
	fresh := mustPut(t, l, jpegOf(t, quarters(90, 90))).SHA256
	if err := os.WriteFile(arriving, []byte("half of a photo"), 0o600); err != nil {
		t.Fatal(err)
	}

	removed, err := l.Sweep(t.Context(), only(named), time.Now().Add(-24*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if removed != 4 { // The orphan, its two renditions, the half photo.
		t.Errorf("removed %d files", removed)
	}
	for _, sha := range []string{named, again, fresh} {
		if err := l.Verify(t.Context(), sha); err != nil {
			t.Error(err)
		}
	}
	for path, want := range map[string]bool{half: false, arriving: true, foreign: true} {
		if _, err := os.Stat(path); (err == nil) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	if files := filesIn(t, l); len(files) != 7 {
		t.Errorf("files %v", files)
	}
}

func TestASweepThatCannotAskRemovesNothing(t *testing.T) {
	l := newLibrary(t)
	mustPut(t, l, jpegOf(t, quarters(40, 40)))
	age(t, l)
	busy := errors.New("the database is busy")
	removed, err := l.Sweep(t.Context(), func(string) (bool, error) { return false, busy }, time.Now())
	if removed != 0 || !errors.Is(err, busy) {
		t.Errorf("removed %d, error %v", removed, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if removed, err := l.Sweep(ctx, only(), time.Now()); removed != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("removed %d, error %v", removed, err)
	}
	if files := filesIn(t, l); len(files) != 1 {
		t.Errorf("files %v", files)
	}
}
