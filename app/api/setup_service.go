package api

import (
	"context"

	"revient/app/fault"
	"revient/app/station"
	"revient/app/text"
)

// Setup is the service of the first-run assistant.
type Setup struct{ api *API }

// CheckAccount asks the marketplace whether an account would work.
func (s *Setup) CheckAccount(form AccountForm) (AccountView, error) {
	return guard(s.api, "Setup.CheckAccount", func(ctx context.Context) (AccountView, error) {
		if s.api.options.Account == nil {
			return AccountView{}, fault.New(fault.Conflict, "errors_api.no_account_keeper", nil)
		}
		return s.api.options.Account.Check(ctx, form)
	})
}

// Finish makes the station ready.
func (s *Setup) Finish(command string, form SetupForm) (Bootstrap, error) {
	return guard(s.api, "Setup.Finish", func(ctx context.Context) (Bootstrap, error) {
		id, err := commandID(command)
		if err != nil {
			return Bootstrap{}, err
		}
		order := station.Order{ID: id, Screen: s.api.options.Shell}
		language := text.Language(form.Station.Language)
		if !text.Has(language, "errors.internal") {
			language = text.French
		}
		account := s.api.options.Account != nil && form.Account.Environment != "" && form.Account.Environment != "none"
		if account { // Before anything is committed: the form stays on screen until all of it can be kept.
			if err := s.api.options.Account.Validate(form.Account); err != nil {
				return Bootstrap{}, err
			}
		}
		err = s.api.station.FinishSetup(ctx, order, station.Setup{
			Workshop: workshopOf(form.Workshop), Prefix: form.Station.Prefix, Manager: form.Manager, PIN: form.PIN,
			Desk: station.Desk{Name: form.Station.Name, Language: language, Scheme: "auto"},
		})
		if err != nil {
			return Bootstrap{}, err
		}
		manager := s.api.station.Settings().Manager
		s.api.sits(manager.ID) // Whoever answered the assistant has just chosen their PIN.
		s.api.shows(manager.ID, "")
		if account {
			if _, err := s.api.options.Account.Save(ctx, form.Account); err != nil {
				return Bootstrap{}, err
			}
		}
		return s.api.bootstrap(ctx)
	})
}
