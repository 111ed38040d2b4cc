package cli

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"revient/app/api"
	"revient/app/fault"
	"revient/app/station"
	"revient/app/store"
	"revient/app/syncer"
)

// connection keeps the station in step with its account, whichever that is at the
// moment. It is what the screens' services ask about sending and about the
// account.
type connection struct {
	accounts
	log    *slog.Logger
	ending context.Context // The station stops when it ends.

	changing sync.Mutex // One change of account at a time.

	mu      sync.Mutex
	account store.Account
	current *exchange // nil while there is no account.
	checked time.Time
	problem error
}

// exchange is a running syncer.
type exchange struct {
	syncer *syncer.Syncer
	stop   context.CancelFunc
	ended  chan struct{}
}

// newConnection connects with the account in use, if there is one.
func newConnection(ctx context.Context, accounts accounts, log *slog.Logger) (*connection, error) {
	c := &connection{accounts: accounts, log: log, ending: ctx}
	account, found, err := c.accounts.current(ctx)
	if err != nil || !found {
		return c, err
	}
	token, err := c.tokens.read(account.ID)
	if err != nil {
		// The station works without its marketplace; the account's page says why.
		c.log.Warn("token not read", "account", account.ID, "error", err)
		c.account, c.problem = account, err
		return c, nil
	}
	return c, c.connect(account, token)
}

// connect ends the exchange with one account and begins that with another.
func (c *connection) connect(account store.Account, token string) error {
	channel, err := c.channel(account, token)
	if err != nil {
		return err
	}
	c.close()
	ctx, stop := context.WithCancel(c.ending)
	next := &exchange{stop: stop, ended: make(chan struct{}), syncer: syncer.New(syncer.Options{
		Station: c.station, Logger: c.log, Now: c.station.Now,
		Accounts: []syncer.Account{{Feed: station.Feed{Account: account.ID, Environment: account.Environment}, Channel: channel}},
	})}
	go func() {
		defer close(next.ended)
		next.syncer.Run(ctx)
	}()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.account, c.current = account, next
	return nil
}

// close ends the exchange and waits for what is in flight.
func (c *connection) close() {
	c.mu.Lock()
	last := c.current
	c.current = nil
	c.mu.Unlock()
	if last != nil {
		last.stop()
		<-last.ended
	}
}

func (c *connection) running() *exchange {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.current
}

// Status implements api.Syncer.
func (c *connection) Status() api.SyncerStatus {
	running := c.running()
	if running == nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		status := api.SyncerStatus{Account: c.account.ID != ""}
		if c.problem != nil {
			status.LastError = fault.Of(c.problem)
		}
		return status
	}
	status, err := running.syncer.Status(c.ending)
	if err != nil {
		return api.SyncerStatus{Account: true, LastError: fault.Of(err)}
	}
	return api.SyncerStatus{Account: true, Online: status.Online, Paused: status.Paused, LastError: status.Fault}
}

// SyncNow implements api.Syncer.
func (c *connection) SyncNow() {
	if running := c.running(); running != nil {
		running.syncer.SyncNow(c.ending)
	}
}

// Pause implements api.Syncer.
func (c *connection) Pause(paused bool) {
	if running := c.running(); running != nil {
		running.syncer.Pause(paused)
	}
}

// Check implements api.AccountKeeper.
func (c *connection) Check(ctx context.Context, form api.AccountForm) (api.AccountView, error) {
	account, token, err := c.prepare(form)
	if err != nil {
		return api.AccountView{}, err
	}
	at, problem := c.try(ctx, account, token)
	return c.view(account, at, problem), problem
}

// Validate implements api.AccountKeeper.
func (c *connection) Validate(form api.AccountForm) error {
	_, _, err := c.prepare(form)
	return err
}

// try asks the marketplace for the least that shows that an account works.
func (c *connection) try(ctx context.Context, account store.Account, token string) (time.Time, error) {
	channel, err := c.channel(account, token)
	if err != nil {
		return time.Time{}, err
	}
	access, err := channel.Check(ctx)
	if err != nil {
		return time.Time{}, fmt.Errorf("check account: %w", err)
	}
	if access.Orders != nil {
		return time.Time{}, fmt.Errorf("check account: %w", access.Orders)
	}
	return access.At, access.Care
}

// Save implements api.AccountKeeper. An account is kept without having been
// checked: a workshop may be set up where there is no network.
func (c *connection) Save(ctx context.Context, form api.AccountForm) (api.AccountView, error) {
	c.changing.Lock()
	defer c.changing.Unlock()
	account, token, err := c.prepare(form)
	if err != nil {
		return api.AccountView{}, err
	}
	if err := c.keep(ctx, account, token); err != nil {
		return api.AccountView{}, err
	}
	if err := c.connect(account, token); err != nil {
		return api.AccountView{}, err
	}
	return c.View(), nil
}

// View implements api.AccountKeeper.
func (c *connection) View() api.AccountView {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.account.ID == "" {
		return api.AccountView{Environment: "none"}
	}
	return c.view(c.account, c.checked, c.problem)
}
