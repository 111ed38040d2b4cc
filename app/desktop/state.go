package desktop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// The window in pixels: the smallest that the screens are drawn for, and the
// first.
const (
	minWidth, minHeight     = 1024, 700
	firstWidth, firstHeight = 1280, 800
)

// state is what a window is like the next time. Its place is left to the window
// system, which alone knows which screens there are.
type state struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
}

// readState returns the state kept in a file, or the first one, which an
// unreadable file gives too.
func readState(path string) (state, error) {
	first := state{Width: firstWidth, Height: firstHeight}
	if path == "" {
		return first, nil
	}
	raw, err := os.ReadFile(filepath.Clean(path))
	if errors.Is(err, fs.ErrNotExist) {
		return first, nil
	}
	if err != nil {
		return first, fmt.Errorf("read window's size: %w", err)
	}
	var kept state
	if err := json.Unmarshal(raw, &kept); err != nil {
		return first, fmt.Errorf("read window's size: %w", err)
	}
	kept.Width, kept.Height = max(kept.Width, minWidth), max(kept.Height, minHeight)
	return kept, nil
}

// write keeps the state. It is no loss when a power cut takes it.
func (s state) write(path string) error {
	raw, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("keep window's size: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("keep window's size: %w", err)
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		return fmt.Errorf("keep window's size: %w", err)
	}
	return nil
}

// fit makes a window smaller that was kept from a larger screen.
func (s state) fit(ctx context.Context) {
	screens, err := runtime.ScreenGetAll(ctx)
	if err != nil || s.Maximised {
		return
	}
	for _, screen := range screens {
		if screen.IsCurrent && (s.Width > screen.Size.Width || s.Height > screen.Size.Height) {
			runtime.WindowSetSize(ctx, min(s.Width, screen.Size.Width), min(s.Height, screen.Size.Height))
			runtime.WindowCenter(ctx)
		}
	}
}
