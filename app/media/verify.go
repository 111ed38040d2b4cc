package media

import (
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

// Verify reads a photo's original again and compares it with its name. The error
// names the file, relative to the library.
func (l *Library) Verify(ctx context.Context, sha string) error {
	path, _, err := l.find(sha)
	if err != nil {
		return fmt.Errorf("verify photo: %w", err)
	}
	err = verifyFile(ctx, path, sha)
	if errors.Is(err, errDamaged) {
		name, relErr := filepath.Rel(l.dir, path)
		if relErr != nil {
			name = path
		}
		return fmt.Errorf("verify photo: %w", damaged(err, filepath.ToSlash(name)))
	}
	if err != nil {
		return fmt.Errorf("verify photo: %w", err)
	}
	return nil
}

var errDamaged = errors.New("the bytes are not those that were stored")

func damaged(cause error, file string) error {
	return fault.Wrap(cause, fault.Internal, "errors_media.damaged", fault.Args{"file": file})
}

func verifyFile(ctx context.Context, path, sha string) error {
	f, err := os.Open(path)
	if err != nil {
		return storageFault(err)
	}
	defer func() { _ = f.Close() }() // It was only read.
	digest := sha256.New()
	from := &source{ctx: ctx, r: f}
	if _, err := io.Copy(digest, from); err != nil {
		if ctx.Err() != nil {
			return interrupted(ctx.Err())
		}
		return storageFault(err)
	}
	if hex.EncodeToString(digest.Sum(nil)) != sha {
		return errDamaged
	}
	return nil
}
