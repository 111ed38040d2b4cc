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

// demoTeam works beside the manager, each under the identity by which a repeat finds
// them. Their PINs are no secret either.
func demoTeam() map[returns.OperatorID]station.Person {
	return map[returns.OperatorID]station.Person{
		"demo-lead":     {Name: "Nadia K.", Role: station.Lead, PIN: "7319", Badge: "OP-NADIA"},
		"demo-operator": {Name: "Tom L.", Role: station.Clerk, PIN: "4826", Badge: "OP-TOM"},
	}
}

// finishTeam adds whoever of the demonstration's team has never worked there, and
// gives the manager the badge that the README names.
func finishTeam(ctx context.Context, s *station.Station) error {
	order := func(what returns.OperatorID) station.Order {
		return station.Order{ID: returns.CommandID("demo-team-" + what), Actor: returns.Actor{ID: returns.System}, Screen: "cli"}
	}
	for id, person := range demoTeam() {
		if _, err := s.Member(id); err == nil {
			continue
		}
		if err := s.AddOperator(ctx, order(id), id, person); err != nil {
			return err
		}
	}
	return s.ChangeBadge(ctx, order("badge"), s.Settings().Manager.ID, "OP-SAMIRA")
}

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
	if err := finishTeam(ctx, s); err != nil {
		return fmt.Errorf("set the demonstration's team up: %w", err)
	}
	if accounts.View().Environment == sandboxOnly {
		return nil
	}
	if _, err := accounts.Save(ctx, api.AccountForm{Environment: sandboxOnly, Company: "Atelier Reprise", Contact: "retours@atelier-reprise.example"}); err != nil {
		return fmt.Errorf("connect the demonstration with its sandbox: %w", err)
	}
	return nil
}
