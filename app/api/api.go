package api

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/google/uuid"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Syncer is what the screens need of the one who talks to the marketplace.
type Syncer interface {
	// Status says how the connection is.
	Status() SyncerStatus
	// SyncNow pulls and pushes without waiting for the next round.
	SyncNow()
	// Pause stops sending, or lets it go on.
	Pause(paused bool)
}

// SyncerStatus is how the connection to the marketplace is.
type SyncerStatus struct {
	Account   bool // An account is set up.
	Online    bool
	Paused    bool
	LastError *fault.Error
}

// Options are what the services stand on.
type Options struct {
	Station *station.Station
	Syncer  Syncer // nil where nothing is ever sent.
	Shell   string // kiosk, desktop.
	Kiosk   bool   // Fullscreen; the manager's PIN opens the way out.
	Version string
	Logger  *slog.Logger

	// Clock is the clock that a training station lets people set; nil elsewhere.
	Clock Clock
	// Seated is who works at the screen from the start and has given their PIN, for
	// the demonstration; empty asks, where there is a choice.
	Seated returns.OperatorID
	// Quit leaves the kiosk; nil where the shell has no way out to open.
	Quit func()
	// Account sets up the marketplace account that the form describes, and Check
	// asks whether it would work.
	Account AccountKeeper
}

// Clock is a clock that can be set. Only training has one.
type Clock interface {
	// Set moves the clock; the zero time brings it back to the machine's.
	Set(at time.Time) error
}

// AccountKeeper sets up marketplace accounts: it is the shell's, because an
// account starts a connection.
type AccountKeeper interface {
	// Validate says what is wrong with the form, without asking anybody.
	Validate(form AccountForm) error
	// Check asks the marketplace whether the account works.
	Check(ctx context.Context, form AccountForm) (AccountView, error)
	// Save keeps the account and connects with it.
	Save(ctx context.Context, form AccountForm) (AccountView, error)
	// View describes the account in use.
	View() AccountView
}

// API holds the services.
type API struct {
	station  *station.Station
	options  Options
	log      *slog.Logger
	services []any
	seat     seat
	bells    bells
	tables   tables
}

// New makes the services.
func New(options Options) *API {
	a := &API{station: options.Station, options: options, log: options.Logger}
	if a.log == nil {
		a.log = slog.New(slog.DiscardHandler)
	}
	if options.Seated != "" {
		a.sits(options.Seated)
		a.shows(options.Seated, "")
	}
	a.services = []any{&Station{a}, &Cases{a}, &Sending{a}, &Settings{a}, &Setup{a}, &People{a}, &Approvals{a}, &Shift{a}, &Privacy{a}, &Rules{a}, &Stock{a}, &Books{a}, &Devices{a}}
	return a
}

// Bound lists the services that a shell binds.
func (a *API) Bound() []any { return a.services }

// Services lists the services without anything behind them, for the generator of
// the bindings, which looks at their methods only.
func Services() []any {
	return []any{&Station{}, &Cases{}, &Sending{}, &Settings{}, &Setup{}, &People{}, &Approvals{}, &Shift{}, &Privacy{}, &Rules{}, &Stock{}, &Books{}, &Devices{}}
}

// Event tells the screens that something changed. Data are the listener's
// arguments: for "changed", one Changed.
type Event struct {
	Name string
	Data []any
}

// Changed says what changed, by identity only: a screen reads again what it shows.
type Changed struct {
	Cases    []string `json:"cases"`
	Sending  bool     `json:"sending"`
	Papers   bool     `json:"papers"`
	Settings bool     `json:"settings"`
	Stock    bool     `json:"stock"` // Replacement units and bins.
}

// Subscribe gives a screen its events until cancel is called.
func (a *API) Subscribe() (events <-chan Event, cancel func()) {
	changes, stop := a.station.Changes()
	rung, silence := a.bells.hear()
	told := make(chan Event)
	done := make(chan struct{})
	go func() {
		defer close(told)
		for {
			var event Event
			select {
			case change, open := <-changes:
				if !open {
					return
				}
				event = changedEvent(change)
			case <-rung:
				event = Event{Name: "resync"}
			case <-done:
				return
			}
			select {
			case told <- event:
			case <-done:
				return
			}
		}
	}()
	return told, sync.OnceFunc(func() { close(done); silence(); stop() })
}

func changedEvent(change store.Change) Event {
	changed := Changed{Cases: []string{}, Sending: change.Outbox, Papers: change.Documents, Settings: change.Settings, Stock: change.Stock}
	for _, id := range change.Cases {
		changed.Cases = append(changed.Cases, string(id))
	}
	return Event{Name: "changed", Data: []any{changed}}
}

// guard runs a service's method: a panic becomes an internal error with its stack
// in the log, and an error is logged with its cause.
func guard[T any](a *API, name string, body func(ctx context.Context) (T, error)) (result T, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			a.log.Error("panic in a service", "method", name, "panic", fmt.Sprint(broken), "stack", string(debug.Stack()))
			err = fault.New(fault.Internal, "errors.internal", nil)
		}
	}()
	result, err = body(context.Background())
	if err != nil {
		level := slog.LevelInfo
		if fault.Is(err, fault.Internal) {
			level = slog.LevelError
		}
		a.log.Log(context.Background(), level, "service refused", "method", name, "error", err)
	}
	return result, err
}

// FormatError writes an error as the screens read it: a JSON string, because a
// shell's error can carry nothing but text.
func FormatError(err error) string {
	encoded, marshalErr := json.Marshal(faultView(fault.Of(err)))
	if marshalErr != nil { // Arguments that JSON cannot hold: the code is what matters.
		return `{"code":"internal","key":"errors.internal","args":{},"field":""}`
	}
	return string(encoded)
}

func faultView(e *fault.Error) *Fault {
	if e == nil {
		return nil
	}
	view := &Fault{Code: string(e.Code), Key: e.Key, Args: map[string]any{}, Field: e.Field}
	for name, value := range e.Args {
		view.Args[name] = value
	}
	return view
}

// order is a command as it comes from the screen, given by whoever works there or by
// whoever types their PIN with it.
func (a *API) order(command, pin string) (station.Order, error) {
	id, err := commandID(command)
	if err != nil {
		return station.Order{}, err
	}
	given, err := a.giver(context.Background(), id, pin)
	if err != nil {
		return station.Order{}, err
	}
	return a.station.OrderOf(id, a.options.Shell, given), nil
}

// commandID takes only a UUID from a screen: the station's own commands are named
// otherwise, and no screen may answer for one of them.
func commandID(command string) (returns.CommandID, error) {
	id, err := uuid.Parse(command)
	if err != nil {
		return "", fault.Wrap(err, fault.Invalid, "errors_station.command_id", nil)
	}
	return returns.CommandID(id.String()), nil
}

// read reads one state of the data.
func read[T any](ctx context.Context, a *API, body func(tx *store.ReadTx) (T, error)) (result T, err error) {
	err = a.station.View(ctx, func(tx *store.ReadTx) error {
		result, err = body(tx)
		return err
	})
	return result, err
}
