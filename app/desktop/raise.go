package desktop

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// instance names the window of a data folder among the programs of a session.
func instance(dataDir string) string {
	sum := sha256.Sum256([]byte(dataDir))
	return "revient_" + hex.EncodeToString(sum[:8])
}

// Raise asks the window that shows a data folder, in another process, to come to
// the front. Where there is one, Wails ends this process; where there is none, or
// no way to reach it, Raise returns.
//
// What keeps two stations from one folder is the lock of the folder itself: this
// is a courtesy to whoever clicked the icon twice.
func Raise(dataDir string) error {
	if !Available {
		return ErrNoWindow
	}
	err := wails.Run(&options.App{
		StartHidden:        true,
		AssetServer:        &assetserver.Options{Handler: http.NotFoundHandler()},
		OnStartup:          func(ctx context.Context) { runtime.Quit(ctx) },
		SingleInstanceLock: &options.SingleInstanceLock{UniqueId: instance(dataDir)},
	})
	if err != nil {
		return fmt.Errorf("raise the open window: %w", err)
	}
	return nil
}
