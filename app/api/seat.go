package api

import (
	"context"
	"sync"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// seat is who works at the screen, and how they showed it. It is the screen's: the
// station knows only who gave each order.
type seat struct {
	mu       sync.Mutex
	operator returns.OperatorID // Empty while nobody has said who they are.
	shown    time.Time          // When the operator gave their PIN; zero when they have not.
	vouched  voucher
}

// voucher is a PIN that was typed for one command of the screen, before the command
// itself is given again: by the one who works at it, or by somebody beside them.
type voucher struct {
	command  returns.CommandID
	operator returns.OperatorID
	at       time.Time
}

// voucherHolds is how long a screen may take to give a command again for which a PIN
// was typed.
const voucherHolds = 2 * time.Minute

// sits says who works at the screen from now on. Who they are is no proof: the PIN
// that was given before holds only for whoever gave it.
func (a *API) sits(operator returns.OperatorID) {
	a.seat.mu.Lock()
	defer a.seat.mu.Unlock()
	if a.seat.operator != operator {
		a.seat.operator, a.seat.shown, a.seat.vouched = operator, time.Time{}, voucher{}
	}
}

// rises leaves the screen to whoever says next who they are.
func (a *API) rises() { a.sits("") }

// shows notes that a PIN was typed: it holds for its owner if they work at the
// screen, and for the command for which it was typed in any case.
func (a *API) shows(operator returns.OperatorID, command returns.CommandID) {
	a.seat.mu.Lock()
	defer a.seat.mu.Unlock()
	now := a.station.Now()
	if a.seat.operator == operator {
		a.seat.shown = now
	}
	if command != "" {
		a.seat.vouched = voucher{command: command, operator: operator, at: now}
	}
}

// present is who works at the screen; nobody when nobody has said so. Where one
// person works alone it is them.
func (a *API) present() (store.Operator, bool) {
	a.seat.mu.Lock()
	sitting := a.seat.operator
	a.seat.mu.Unlock()
	team := a.station.Settings().Team
	if sitting == "" && len(team) == 1 {
		a.sits(team[0].ID)
		return team[0], true
	}
	operator, err := a.station.Member(sitting)
	return operator, err == nil // Whoever has left the team works at no screen.
}

// holds reports whether the PIN of whoever works at the screen still holds.
func (a *API) holds() (until time.Time, holds bool) {
	a.seat.mu.Lock()
	defer a.seat.mu.Unlock()
	now, shown := a.station.Now(), a.seat.shown
	if shown.IsZero() || now.Before(shown) { // A clock that was set back proves nothing.
		return time.Time{}, false
	}
	until = shown.Add(time.Duration(a.station.Settings().Rights.PINMinutes) * time.Minute)
	return until, now.Before(until)
}

// vouchedFor is who typed their PIN for a command.
func (a *API) vouchedFor(command returns.CommandID) (store.Operator, bool) {
	a.seat.mu.Lock()
	vouched := a.seat.vouched
	a.seat.mu.Unlock()
	if age := a.station.Now().Sub(vouched.at); vouched.command != command || command == "" || age < 0 || age > voucherHolds {
		return store.Operator{}, false
	}
	operator, err := a.station.Member(vouched.operator)
	return operator, err == nil
}

// giver is who gives a command: whoever types their PIN with it or typed it for it
// a moment ago, else whoever works at the screen.
func (a *API) giver(ctx context.Context, command returns.CommandID, pin string) (station.Given, error) {
	present, someone := a.present()
	if pin != "" {
		owner, err := a.station.Unlock(ctx, pin, present.ID)
		if err != nil {
			return station.Given{}, err
		}
		a.shows(owner.ID, "")
		return station.Given{Operator: owner, Shown: station.PINTyped}, nil
	}
	if owner, vouched := a.vouchedFor(command); vouched {
		return station.Given{Operator: owner, Shown: station.PINTyped}, nil
	}
	if !someone && len(a.station.Settings().Team) > 0 {
		return station.Given{}, fault.New(fault.Unauthorized, "errors_people.nobody", nil)
	}
	given := station.Given{Operator: present}
	if _, holds := a.holds(); holds {
		given.Shown = station.PINHolds
	}
	return given, nil
}

// unlocks checks a PIN that is typed for something that is no command.
func (a *API) unlocks(ctx context.Context, pin, what string) error {
	present, _ := a.present()
	given := station.Given{Operator: present}
	if pin != "" {
		owner, err := a.station.Unlock(ctx, pin, present.ID)
		if err != nil {
			return err
		}
		given = station.Given{Operator: owner, Shown: station.PINTyped}
	}
	return a.station.May(a.station.OrderOf("", a.options.Shell, given), what)
}
