package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"revient/app/api"
	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/marketplace/backmarket"
	"revient/app/station"
	"revient/app/store"
)

// channelName is the only marketplace there is so far.
const channelName = "backmarket"

// The environments of an account.
const (
	production  = "production"
	preprod     = "preprod"
	sandboxOnly = "sandbox"
)

// accountConfig is what an account keeps besides its token.
type accountConfig struct {
	Company string `json:"company"`
	Contact string `json:"contact"`
}

// remote is where a sandbox listens and what it takes as a token.
type remote struct{ URL, Token string }

// accounts knows how the workshop's marketplace account is kept and reached.
type accounts struct {
	station *station.Station
	tokens  tokens
	sandbox remote // Where the account of a sample leads.
}

// current returns the account in use, and whether there is one.
func (a *accounts) current(ctx context.Context) (account store.Account, found bool, err error) {
	err = a.station.View(ctx, func(tx *store.ReadTx) error {
		all, err := tx.Accounts()
		if err != nil {
			return err
		}
		// A sample speaks to its sandbox only, and a station never does.
		mine := slices.DeleteFunc(all, func(one store.Account) bool {
			return (one.Environment == sandboxOnly) != a.station.Sample()
		})
		if found = len(mine) > 0; found {
			account = mine[len(mine)-1]
		}
		return nil
	})
	return account, found, err
}

// prepare turns the form of a screen into an account and the token that goes with
// it, which is the kept one when the form names none.
func (a *accounts) prepare(form api.AccountForm) (store.Account, string, error) {
	switch {
	case !slices.Contains([]string{production, preprod, sandboxOnly}, form.Environment):
		return store.Account{}, "", fault.New(fault.Invalid, "errors_cli.environment", nil).At("environment")
	case form.Environment == sandboxOnly && !a.station.Sample():
		return store.Account{}, "", fault.New(fault.Conflict, "errors_cli.sandbox_needs_sample", nil).At("environment")
	case form.Environment != sandboxOnly && a.station.Sample():
		return store.Account{}, "", fault.New(fault.Conflict, "errors_cli.sample_needs_sandbox", nil).At("environment")
	}
	config, err := json.Marshal(accountConfig{Company: strings.TrimSpace(form.Company), Contact: strings.TrimSpace(form.Contact)})
	if err != nil {
		return store.Account{}, "", fmt.Errorf("encode account: %w", err)
	}
	account := store.Account{
		ID: channelName + "-" + form.Environment, Channel: channelName, Environment: form.Environment,
		Name: "Back Market", Config: config,
	}
	token := strings.TrimSpace(form.Token)
	if token == "" && form.Environment != sandboxOnly {
		if token, err = a.tokens.read(account.ID); err != nil {
			return store.Account{}, "", err
		}
		if token == "" {
			return store.Account{}, "", fault.New(fault.Invalid, "errors_cli.token_missing", nil).At("token")
		}
	}
	return account, token, nil
}

// keep writes an account and its token down: the token first, so that an account
// that is there can be used.
func (a *accounts) keep(ctx context.Context, account store.Account, token string) error {
	if account.Environment != sandboxOnly {
		if err := a.tokens.write(account.ID, token); err != nil {
			return err
		}
	}
	return a.station.Store().Update(ctx, func(tx *store.Tx) error { return tx.SaveAccount(account) })
}

// channel is the way to an account.
func (a *accounts) channel(account store.Account, token string) (marketplace.Channel, error) {
	var config accountConfig
	if err := json.Unmarshal(account.Config, &config); err != nil {
		return nil, fmt.Errorf("read account %s: %w", account.ID, err)
	}
	options := backmarket.Options{
		BaseURL: a.baseURL(account.Environment), Token: token, UserAgent: backmarket.UserAgent(config.Company, config.Contact), Locale: "fr-fr",
	}
	if account.Environment == sandboxOnly {
		options.Token, options.Sandbox = a.sandbox.Token, true
	}
	client, err := backmarket.New(options)
	if err != nil {
		return nil, fmt.Errorf("reach account %s: %w", account.ID, err)
	}
	return client, nil
}

func (a *accounts) baseURL(environment string) string {
	switch environment {
	case production:
		return backmarket.ProductionURL
	case preprod:
		return backmarket.PreprodURL
	default:
		return a.sandbox.URL
	}
}

// view describes an account without its secret.
func (a *accounts) view(account store.Account, checked time.Time, problem error) api.AccountView {
	view := api.AccountView{
		Name: account.Name, Channel: account.Channel, Environment: account.Environment,
		BaseURL: a.baseURL(account.Environment), HasToken: account.Environment == sandboxOnly || a.tokens.has(account.ID),
	}
	if !checked.IsZero() {
		view.Checked = checked.UTC().Format(time.RFC3339)
	}
	if problem != nil {
		broken := fault.Of(problem)
		view.Error = &api.Fault{Code: string(broken.Code), Key: broken.Key, Args: broken.Args, Field: broken.Field}
		if view.Error.Args == nil {
			view.Error.Args = map[string]any{}
		}
	}
	return view
}
