package desktop

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// window is the one window of the process.
type window struct {
	Options
	page  page
	state state
	ended context.Context // Done when the station stops, or when a manager opened the way out.

	mu    sync.Mutex
	wails context.Context // What Wails gave to OnStartup and wants back with each call; nil before.
}

func newWindow(ctx context.Context, options Options) (*window, error) {
	if options.Assets == nil || options.Media == nil || options.Events == nil || options.FormatError == nil {
		return nil, errors.New("assets, media, events or the format of errors is missing")
	}
	if options.Logger == nil {
		options.Logger = slog.New(slog.DiscardHandler)
	}
	page, err := readPage(options.Assets)
	if err != nil {
		return nil, err
	}
	w := &window{Options: options, page: page, ended: ctx}
	if w.state, err = readState(options.StateFile); err != nil {
		w.Logger.Warn("window's size not read", "error", err)
	}
	return w, nil
}

// startup runs beside the loading of the page.
func (w *window) startup(ctx context.Context) {
	w.mu.Lock()
	w.wails = ctx
	w.mu.Unlock()
	w.state.fit(ctx)
	go w.tell(ctx)
	<-w.ended.Done()
	runtime.Quit(ctx)
}

// resync makes the page read everything again. The page is ready anew after each
// reload, and events may have passed while it was not.
func (w *window) resync(ctx context.Context) { runtime.EventsEmit(ctx, "resync") }

// beforeClose reports whether the window must stay. In kiosk mode it stays until
// the station stops.
func (w *window) beforeClose(ctx context.Context) (prevent bool) {
	if w.Kiosk && w.ended.Err() == nil {
		return true
	}
	if w.Kiosk || w.StateFile == "" {
		return false
	}
	width, height := runtime.WindowGetSize(ctx)
	state := state{Width: width, Height: height, Maximised: runtime.WindowIsMaximised(ctx)}
	if state.Maximised { // The size to go back to is the one it had before.
		state.Width, state.Height = w.state.Width, w.state.Height
	}
	if err := state.write(w.StateFile); err != nil {
		w.Logger.Warn("window's size not kept", "error", err)
	}
	return false
}

// raise brings the window to the front, for somebody who started Revient again.
func (w *window) raise() {
	w.mu.Lock()
	ctx := w.wails
	w.mu.Unlock()
	if ctx == nil {
		return
	}
	runtime.WindowUnminimise(ctx)
	runtime.Show(ctx)
}

// tell passes the station's events on until the station stops. A source that
// gives up on a slow window closes its channel: the page then reads everything
// again.
func (w *window) tell(ctx context.Context) {
	for w.ended.Err() == nil {
		events, cancel := w.Events.Subscribe()
		open := true
		for open {
			select {
			case <-w.ended.Done():
				open = false
			case event, more := <-events:
				if open = more; more {
					runtime.EventsEmit(ctx, event.Name, event.Data...)
				} else {
					w.resync(ctx)
				}
			}
		}
		cancel()
	}
}
