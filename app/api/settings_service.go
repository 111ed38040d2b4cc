package api

import (
	"context"
	"slices"

	"revient/app/fault"
	"revient/app/station"
	"revient/app/text"
)

// Settings is the service of what can be changed after the assistant.
type Settings struct{ api *API }

// View returns the settings.
func (s *Settings) View() (SettingsView, error) {
	return guard(s.api, "Settings.View", s.api.settingsView)
}

func (a *API) settingsView(context.Context) (SettingsView, error) {
	set := a.station.Settings()
	view := SettingsView{
		Workshop: workshopForm(set.Workshop), Scanner: ScannerForm(set.Scanner), Operators: []OperatorView{operatorView(set.Manager)},
		Station: StationForm{Name: set.Desk.Name, Prefix: set.Prefix, Language: string(set.Desk.Language), Scheme: set.Desk.Scheme},
		DataDir: a.station.Store().Dir(), Rules: []RuleView{},
	}
	if a.options.Account != nil {
		view.Account = a.options.Account.View()
	}
	for _, rule := range a.station.Rules() {
		view.Rules = append(view.Rules, RuleView{Code: string(rule.Rule), Version: rule.Policy, Example: instant(rule.At), Last: rule.Last().String()})
	}
	return view, nil
}

func workshopForm(w station.Workshop) WorkshopForm {
	return WorkshopForm{
		Name: w.Name, Street: w.Street, PostCode: w.PostalCode, City: w.City, Country: w.Country, Email: w.Email, Phone: w.Phone,
		SIREN: w.SIREN, VAT: w.VAT, Margin: w.Margin,
	}
}

func workshopOf(form WorkshopForm) station.Workshop {
	return station.Workshop{
		Name: form.Name, Street: form.Street, PostalCode: form.PostCode, City: form.City, Country: form.Country, Email: form.Email,
		Phone: form.Phone, SIREN: form.SIREN, VAT: form.VAT, Margin: form.Margin,
	}
}

// save runs a change of settings for a manager who gives their PIN.
func (a *API) save(name, command, pin string, run func(ctx context.Context, order station.Order) error) (SettingsView, error) {
	return guard(a, "Settings."+name, func(ctx context.Context) (SettingsView, error) {
		order, err := a.order(command, pin)
		if err != nil {
			return SettingsView{}, err
		}
		if err := a.station.May(order, station.ChangeSettings); err != nil {
			return SettingsView{}, err
		}
		if err := run(ctx, order); err != nil {
			return SettingsView{}, err
		}
		return a.settingsView(ctx)
	})
}

// SaveWorkshop changes how documents name the workshop from now on.
func (s *Settings) SaveWorkshop(command string, form WorkshopForm, pin string) (SettingsView, error) {
	return s.api.save("SaveWorkshop", command, pin, func(ctx context.Context, order station.Order) error {
		return s.api.station.SaveWorkshop(ctx, order, workshopOf(form))
	})
}

// SaveStation changes the station's name.
func (s *Settings) SaveStation(command string, form StationForm, pin string) (SettingsView, error) {
	return s.api.save("SaveStation", command, pin, func(ctx context.Context, order station.Order) error {
		desk := s.api.station.Settings().Desk
		desk.Name = form.Name
		return s.api.station.SaveDesk(ctx, order, desk)
	})
}

// SaveAccount changes the marketplace account.
func (s *Settings) SaveAccount(command string, form AccountForm, pin string) (SettingsView, error) {
	return s.api.save("SaveAccount", command, pin, func(ctx context.Context, _ station.Order) error {
		if s.api.options.Account == nil {
			return fault.New(fault.Conflict, "errors_api.no_account_keeper", nil)
		}
		_, err := s.api.options.Account.Save(ctx, form)
		return err
	})
}

// SaveScanner changes how the gun is understood. It needs no PIN: whoever holds
// the gun must be able to make it work.
func (s *Settings) SaveScanner(command string, form ScannerForm) (SettingsView, error) {
	return guard(s.api, "Settings.SaveScanner", func(ctx context.Context) (SettingsView, error) {
		order, err := s.api.order(command, "")
		if err != nil {
			return SettingsView{}, err
		}
		if err := s.api.station.SaveScanner(ctx, order, station.Scanner(form)); err != nil {
			return SettingsView{}, err
		}
		return s.api.settingsView(ctx)
	})
}

// SaveAppearance changes the language and the colours of the screen.
func (s *Settings) SaveAppearance(command, language, scheme string) (Bootstrap, error) {
	return guard(s.api, "Settings.SaveAppearance", func(ctx context.Context) (Bootstrap, error) {
		if !slices.Contains(text.Languages(), text.Language(language)) || !slices.Contains([]string{"light", "dark", "auto"}, scheme) {
			return Bootstrap{}, fault.New(fault.Invalid, "errors_api.appearance", nil)
		}
		order, err := s.api.order(command, "")
		if err != nil {
			return Bootstrap{}, err
		}
		desk := s.api.station.Settings().Desk
		desk.Language, desk.Scheme = text.Language(language), scheme
		if err := s.api.station.SaveDesk(ctx, order, desk); err != nil {
			return Bootstrap{}, err
		}
		return s.api.bootstrap(ctx)
	})
}
