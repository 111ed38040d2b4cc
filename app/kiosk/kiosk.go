// Package kiosk shows the station in a browser on the same machine: the screens,
// the services they call, the photos, and what changed, over HTTP on a loopback
// port.
//
// The screens are those of the desktop window, byte for byte. Their generated
// bindings call window.go.<package>.<Service>.<Method>; here a small script
// (bridge.js) answers that name and posts to /rpc/<Service>/<Method>, where a
// reflection handler calls the very services that the window binds.
//
// A loopback port is open to every program and every web page of the machine.
// This package must never answer one that has not shown the token of this
// launch, that speaks to it under another name than its own address, or that
// changes something from a page that it did not serve. It sends no CORS header,
// and knows nothing of what the services do.
package kiosk

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"revient/app/fault"
)

// Options say what the shell shows. Services, Assets, Token and FormatError are
// required.
type Options struct {
	// Services are pointers to the structs that the desktop window binds. Each
	// exported method is called by name; it takes JSON values and returns
	// nothing, an error, a value, or a value and an error.
	Services []any
	// Assets is the built frontend, with index.html at its root.
	Assets fs.FS
	// Media answers below /media/, for large bytes in both directions.
	Media http.Handler
	// Events tells what changed; without one the screens hear of nothing.
	Events Source
	// Token opens the station for this launch: see NewToken.
	Token string
	// FormatError writes an error as the JSON text that the screens read. It is
	// the one that the desktop window uses.
	FormatError func(error) string
	Logger      *slog.Logger
	// AllowRemote lets other machines in. Off, the shell answers on loopback
	// addresses only, whatever it listens on.
	AllowRemote bool
	// Heartbeat is the silence after which an open event stream shows a sign of
	// life; 15 seconds when zero.
	Heartbeat time.Duration
}

// Shell is the station in a browser.
type Shell struct {
	services    map[string]service
	assets      fs.FS
	media       http.Handler
	events      Source
	token       string
	formatError func(error) string
	log         *slog.Logger
	allowRemote bool
	heartbeat   time.Duration
	page        *page
	handler     http.Handler

	closing context.Context // Done once the shell shuts down: event streams end.
	close   context.CancelFunc
}

// tokenLength is the least that holds 256 bits, in base64.
const tokenLength = 43

// NewToken returns 260 fresh random bits, to be used for one launch.
func NewToken() string { return rand.Text() + rand.Text() }

// New checks the services and prepares the shell.
func New(options Options) (*Shell, error) {
	switch {
	case options.Assets == nil:
		return nil, errors.New("prepare kiosk: no assets")
	case options.FormatError == nil:
		return nil, errors.New("prepare kiosk: no format for errors")
	case len(options.Token) < tokenLength:
		return nil, fmt.Errorf("prepare kiosk: the token has %d characters, fewer than %d", len(options.Token), tokenLength)
	}
	s := &Shell{
		assets: options.Assets, media: options.Media, events: options.Events,
		token: options.Token, formatError: options.FormatError, log: options.Logger,
		allowRemote: options.AllowRemote, heartbeat: options.Heartbeat,
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.heartbeat <= 0 {
		s.heartbeat = 15 * time.Second
	}
	var err error
	if s.services, err = inspectServices(options.Services); err != nil {
		return nil, fmt.Errorf("prepare kiosk: %w", err)
	}
	if s.page, err = readPage(options.Assets); err != nil {
		return nil, fmt.Errorf("prepare kiosk: %w", err)
	}
	s.closing, s.close = context.WithCancel(context.Background())
	s.handler = s.guard(s.cutOnPanic(s.routes()))
	return s, nil
}

// Handler returns the whole shell, its guards included.
func (s *Shell) Handler() http.Handler { return s.handler }

// EntryURL returns the address that opens the station in a browser, with the
// token in it: it is for the person's screen, never for a log.
func (s *Shell) EntryURL(address net.Addr) string {
	return "http://" + address.String() + "/?t=" + s.token
}

func (s *Shell) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/rpc/{service}/{method}", s.serveRPC)
	mux.HandleFunc("GET /events", s.serveEvents)
	mux.HandleFunc("GET /bridge.js", s.serveBridge)
	if s.media != nil {
		mux.Handle("/media/", s.serveMedia())
	}
	mux.HandleFunc("/", s.serveFrontend)
	return mux
}

// The patience of the server. An event stream has none, and a photo has more.
const (
	headerPatience   = 10 * time.Second
	requestPatience  = 2 * time.Minute
	mediaPatience    = 10 * time.Minute
	idlePatience     = 2 * time.Minute
	shutdownPatience = 10 * time.Second
	maxHeaderBytes   = 32 << 10
)

// Check refuses an address that other machines can reach, unless they may.
func (s *Shell) Check(at net.Addr) error {
	if address, ok := at.(*net.TCPAddr); !s.allowRemote && (!ok || !address.IP.IsLoopback()) {
		return fault.New(fault.Invalid, "errors_kiosk.not_loopback", fault.Args{"address": at.String()})
	}
	return nil
}

// Serve answers on the listener until ctx ends, then lets what is under way
// finish. A listener that other machines can reach needs AllowRemote.
func (s *Shell) Serve(ctx context.Context, listener net.Listener) error {
	if err := s.Check(listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: headerPatience,
		ReadTimeout:       requestPatience,
		WriteTimeout:      requestPatience,
		IdleTimeout:       idlePatience,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err := <-served:
		s.close()
		return fmt.Errorf("serve kiosk: %w", err)
	case <-ctx.Done():
	}
	s.close()
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownPatience)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		return errors.Join(fmt.Errorf("shut kiosk down: %w", err), server.Close())
	}
	return nil
}
