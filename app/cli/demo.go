package cli

import (
	"context"
	"fmt"

	"revient/app/api"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/text"
)

// The demonstration's workshop. Everything about it is made up; its PIN is no
// secret and stands in the README.
func demoSetup(lang text.Language) station.Setup {
	return station.Setup{
		Workshop: station.Workshop{
			Name: "Atelier Reprise", Street: "12 rue de la Filature", PostalCode: "69007", City: "Lyon", Country: "FR",
			Email: "retours@atelier-reprise.example", Phone: "+33 4 65 71 00 12",
			SIREN: "123456782", VAT: "FR32123456782", Margin: true,
		},
		Desk:    station.Desk{Name: text.T(lang, "cli.demo_station", nil), Language: lang, Scheme: "auto"},
		Prefix:  "P03",
		Manager: "Samira B.",
		PIN:     "2580",
	}
}

// trainingPrefix begins the numbers of a training station, so that nobody takes one
// for a real station's.
const trainingPrefix = "F01"

// finishDemo answers the first-run assistant for the demonstration, once. A
// repeat after a kill goes on where it was cut.
func finishDemo(ctx context.Context, s *station.Station, accounts api.AccountKeeper, lang text.Language) error {
	if !s.Settings().Ready {
		setup := demoSetup(lang)
		if s.Training() {
			setup.Prefix, setup.Desk.Name = trainingPrefix, text.T(lang, "cli.training_station", nil)
		}
		order := station.Order{ID: "demo-setup", Actor: returns.Actor{ID: returns.System}, Screen: "cli"}
		if err := s.FinishSetup(ctx, order, setup); err != nil {
			return fmt.Errorf("set the demonstration up: %w", err)
		}
	}
	if accounts.View().Environment == sandboxOnly {
		return nil
	}
	if _, err := accounts.Save(ctx, api.AccountForm{Environment: sandboxOnly, Company: "Atelier Reprise", Contact: "retours@atelier-reprise.example"}); err != nil {
		return fmt.Errorf("connect the demonstration with its sandbox: %w", err)
	}
	return nil
}
