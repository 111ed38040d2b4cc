// Package desktop shows the station in a window of its own. It is the only
// package that imports Wails: the services, the photos and the events are those
// that the loopback shell has, and the screens are the same files.
//
// It must hold no rule of the station, and must never let the window leave the
// page it was opened with. In kiosk mode only the end of the context closes the
// window: that is what the manager's PIN brings about.
//
// Without the build tag "desktop" everything here compiles, for the tools, and
// Available is false.
package desktop

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"revient/app/api"
)

// Options say what the window shows. Services, Assets, Media, Events and
// FormatError are required.
type Options struct {
	Services    []any              // Bound under their names.
	Assets      fs.FS              // The built frontend, with index.html at its root.
	Media       http.Handler       // Answers below /media/.
	Events      Source             // Tells the screens what changed.
	FormatError func(error) string // Writes an error as the JSON text that the screens read.
	Kiosk       bool               // Fullscreen, without a way to close the window.
	DataDir     string             // Two windows on one data folder are one: the second start raises the first.
	StateFile   string             // Keeps the window's size between two starts; "" keeps nothing.
	Logger      *slog.Logger
}

// Source is where the events come from.
type Source interface {
	Subscribe() (events <-chan api.Event, cancel func())
}

// ErrNoWindow says that this binary was built without the window.
var ErrNoWindow = errors.New("this binary was built without the desktop window")

// Show opens the window and returns when it is closed. When ctx ends it closes
// by itself. It must be called from the main goroutine, once per process.
//
// Everything behind the services must be ready before: the page loads while
// Wails still starts.
func Show(ctx context.Context, options Options) error {
	if !Available {
		return ErrNoWindow
	}
	w, err := newWindow(ctx, options)
	if err != nil {
		return fmt.Errorf("prepare window: %w", err)
	}
	prepareGraphics()
	if err := wails.Run(w.appearance()); err != nil {
		return fmt.Errorf("show window: %w", err)
	}
	return nil
}

// appearance is the window as Wails takes it.
func (w *window) appearance() *options.App {
	app := &options.App{
		Title:     "Revient",
		Width:     w.state.Width,
		Height:    w.state.Height,
		MinWidth:  minWidth,
		MinHeight: minHeight,
		// What is seen before the first paint: the paper of the light scheme.
		BackgroundColour: options.NewRGB(0xf6, 0xf4, 0xef),
		AssetServer:      &assetserver.Options{Assets: w.Assets, Middleware: w.middleware},
		Bind:             w.Services,
		ErrorFormatter:   func(err error) any { return w.FormatError(err) },
		OnStartup:        w.startup,
		OnDomReady:       w.resync,
		OnBeforeClose:    w.beforeClose,
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               instance(w.DataDir),
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { w.raise() },
		},
		Logger:             wailsLog{w.Logger},
		LogLevel:           logger.ERROR,
		LogLevelProduction: logger.ERROR,
		Windows: &windows.Options{
			IsZoomControlEnabled: false,
			DisablePinchZoom:     true,
		},
		Linux: &linux.Options{
			ProgramName: "revient",
			// The default of a set option would be "always", which shows an empty
			// window on machines whose driver and WebKitGTK disagree.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
		},
	}
	switch {
	case w.Kiosk:
		// Fullscreen: true is read on Windows only.
		app.WindowStartState = options.Fullscreen
	case w.state.Maximised:
		app.WindowStartState = options.Maximised
	}
	return app
}
