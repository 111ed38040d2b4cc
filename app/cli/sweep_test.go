package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestAPhotoWhoseCommandNeverCameIsSweptAtTheStart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	r, _ := demo(t, dir)
	r.stop()
	r.ends(t)
	content := []byte("of a command that never came")
	digest := sha256.Sum256(content)
	name := hex.EncodeToString(digest[:])
	folder := filepath.Join(dir, "media", name[:2], name[2:4])
	orphan := filepath.Join(folder, name+".jpg")
	long := time.Now().Add(-72 * time.Hour)
	if err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(orphan, content, 0o600), os.Chtimes(orphan, long, long)); err != nil {
		t.Fatal(err)
	}
	again, _ := demo(t, dir)
	look, deadline := time.NewTicker(10*time.Millisecond), time.After(20*time.Second)
	defer look.Stop()
	for gone := false; !gone; {
		select {
		case <-look.C:
			_, err := os.Stat(orphan)
			gone = errors.Is(err, fs.ErrNotExist)
		case <-deadline:
			t.Fatal("the orphan is still there")
		}
	}
	again.stop()
	again.ends(t)
}
