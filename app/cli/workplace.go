package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"time"

	"revient/app/api"
	"revient/app/desktop"
	"revient/app/fault"
	"revient/app/marketplace/sandbox"
	"revient/app/station"
)

// stationFlags say which data a station works on, whatever shows it.
type stationFlags struct {
	Data         string `type:"path" placeholder:"${help_placeholder_folder}" help:"${help_flag_data}"`
	Demo         bool   `help:"${help_flag_demo}"`
	Training     bool   `help:"${help_flag_training}"`
	Clock        string `placeholder:"${help_placeholder_moment}" help:"${help_flag_clock}"`
	Sandbox      string `placeholder:"URL" help:"${help_flag_sandbox}"`
	SandboxToken string `placeholder:"${help_placeholder_token}" env:"REVIENT_SANDBOX_TOKEN" help:"${help_flag_sandbox_token}"`
	Fullscreen   bool   `help:"${help_flag_fullscreen}"`
}

// folder is where the data are.
func (f stationFlags) folder() (string, error) {
	switch {
	case f.Data != "":
		return absolute(f.Data)
	case f.Training:
		return trainingFolder(), nil
	case f.Demo || f.Sandbox != "":
		return demoFolder(), nil
	default:
		return stationFolder(), nil
	}
}

// start is when the training's clock is set to; the zero time leaves it.
func (f stationFlags) start() (time.Time, error) {
	if f.Clock != "" && !f.Training {
		return time.Time{}, fault.New(fault.Invalid, "errors_cli.clock_without_training", nil)
	}
	return moment(f.Clock)
}

// moment reads an instant as people give it on the command line; zero where none is
// given.
func moment(clock string) (time.Time, error) {
	if clock == "" {
		return time.Time{}, nil
	}
	at, err := time.Parse(time.RFC3339, clock)
	if err != nil {
		return time.Time{}, fault.Wrap(err, fault.Invalid, "errors_cli.clock", fault.Args{"clock": clock})
	}
	return at, nil
}

// workplace is an open station with everything behind its screens.
type workplace struct {
	dir        string
	log        *slog.Logger
	now        func() time.Time // nil for the machine's clock.
	station    *station.Station
	connection *connection
	api        *api.API
	closers    []func() error // In the order of opening.
}

// open opens the data folder and everything that works on it, for one shell. The
// screens may end the run by calling leave.
func (p *program) open(ctx context.Context, flags stationFlags, shell string, leave func()) (w *workplace, err error) {
	w = &workplace{}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.close())
		}
	}()
	if w.dir, err = flags.folder(); err != nil {
		return w, err
	}
	start, err := flags.start()
	if err != nil {
		return w, err
	}
	training, err := openTraining(w.dir, flags.Training, start)
	if err != nil {
		return w, err
	}
	if training != nil {
		w.now = training.Now
	}
	flags.Demo = flags.Demo || training != nil
	sample, err := markSample(w.dir, flags.Demo || flags.Sandbox != "")
	if err != nil {
		return w, err
	}
	var file io.Closer
	w.log, file = openLog(w.dir, p.err)
	w.closers = append(w.closers, file.Close)
	if err := checkLog(w.log, w.dir); err != nil {
		return w, err
	}
	if w.station, err = station.Open(ctx, station.Options{Dir: w.dir, Sample: sample, Training: training != nil, Now: w.now, Logger: w.log}); err != nil {
		return w, err
	}
	w.closers = append(w.closers, w.station.Close)
	w.closers = append(w.closers, w.sweepPhotos())
	other := remote{URL: flags.Sandbox, Token: flags.SandboxToken}
	if sample && other.URL == "" {
		if other, err = w.startSandbox(); err != nil {
			return w, err
		}
	}
	accounts := accounts{station: w.station, tokens: tokens{dir: w.dir, machine: machineID}, sandbox: other}
	if w.connection, err = newConnection(ctx, accounts, w.log); err != nil {
		return w, err
	}
	w.closers = append(w.closers, func() error { w.connection.close(); return nil })
	if flags.Demo {
		if err := finishDemo(ctx, w.station, w.connection, p.lang); err != nil {
			return w, err
		}
	}
	options := api.Options{
		Station: w.station, Syncer: w.connection, Account: w.connection, Shell: shell, Kiosk: flags.Fullscreen,
		Version: version(), Logger: w.log, Quit: leave,
	}
	if training != nil {
		options.Clock = training
	}
	if flags.Demo {
		options.Seated = w.station.Settings().Manager.ID
	}
	w.api = api.New(options)
	return w, nil
}

// startSandbox serves the built-in sandbox to this process. What it was told it
// keeps, beside the data that it belongs to.
func (w *workplace) startSandbox() (remote, error) {
	server, err := sandbox.New(sandbox.Options{Dir: filepath.Join(w.dir, "sandbox"), Now: w.now})
	if err != nil {
		return remote{}, fmt.Errorf("open sandbox: %w", err)
	}
	if err := server.Listen("127.0.0.1:0"); err != nil {
		return remote{}, fmt.Errorf("open sandbox: %w", err)
	}
	w.closers = append(w.closers, server.Close)
	return remote{URL: server.URL(), Token: server.Token()}, nil
}

// close closes everything, the last opened first.
func (w *workplace) close() error {
	var failures []error
	for i := len(w.closers) - 1; i >= 0; i-- {
		failures = append(failures, w.closers[i]())
	}
	w.closers = nil
	return errors.Join(failures...)
}

// windowCommand shows the station in a window of its own.
type windowCommand struct {
	stationFlags
}

// Run implements the command. It returns when the window is closed.
func (c *windowCommand) Run(ctx context.Context, p *program) (err error) {
	switch {
	case !desktop.Available:
		return fault.New(fault.Unavailable, "errors_cli.no_window", nil)
	case !desktop.HasDisplay():
		return fault.New(fault.Unavailable, "errors_cli.no_display", nil)
	}
	ctx, leave := context.WithCancel(ctx)
	defer leave()
	w, err := p.open(ctx, c.stationFlags, "desktop", leave)
	if fault.Is(err, fault.Conflict) && exists(w.dir) {
		if raised := desktop.Raise(w.dir); raised != nil {
			err = errors.Join(err, raised)
		}
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.close()) }()
	return desktop.Show(ctx, desktop.Options{
		Services: w.api.Bound(), Assets: p.screens, Media: w.api.MediaHandler(), Events: w.api, FormatError: api.FormatError,
		Kiosk: c.Fullscreen, DataDir: w.dir, StateFile: windowState(), Logger: w.log,
	})
}
