package api

import (
	"context"
	"slices"
	"strconv"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Rules is the service of the rules: what each says, why, and every version of them.
type Rules struct{ api *API }

// RulesForm is an edit of the rules: settings by their field, and the table of
// campaigns as a whole.
type RulesForm struct {
	Values    map[string]string `json:"values"`
	Campaigns []CampaignView    `json:"campaigns"` // null leaves them as they are.
}

// RulesView is the rules in force and all that were before.
type RulesView struct {
	Version  string            `json:"version"`
	Rows     []RuleRowView     `json:"rows"`
	Versions []RuleVersionView `json:"versions"` // The newest first.
}

// RuleRowView is one rule or figure in words. Title, Source and Why are keys of
// sentences, filled from Args.
type RuleRowView struct {
	Reading      string            `json:"reading"`
	Field        string            `json:"field"` // "" for what cannot be changed.
	Kind         string            `json:"kind"`  // rule, fixed, calendar, method, outcome, number, amount, rate, campaigns.
	Value        string            `json:"value"`
	Currency     string            `json:"currency"` // Of an amount.
	Title        string            `json:"title"`
	Source       string            `json:"source"`
	Why          string            `json:"why"`
	Args         map[string]any    `json:"args"`
	Alternatives []AlternativeView `json:"alternatives"` // The present value among them.
	Campaigns    []CampaignView    `json:"campaigns"`
	Example      *ComputedView     `json:"example"` // Of something that happens now.
}

// AlternativeView is a value that a setting may take, with the key of its words.
type AlternativeView struct {
	Value string `json:"value"`
	Title string `json:"title"`
}

// CampaignView is a longer withdrawal window; days are YYYY-MM-DD.
type CampaignView struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Until string `json:"until"`
}

// RuleVersionView is one version of the rules, and what it changed of the one before.
type RuleVersionView struct {
	Version string           `json:"version"`
	Since   string           `json:"since"` // "" for the rules that the program came with.
	Author  string           `json:"author"`
	Cases   int              `json:"cases"` // Open cases that are judged by it.
	Changes []RuleChangeView `json:"changes"`
}

// RuleChangeView is one value before and after.
type RuleChangeView struct {
	Title     string `json:"title"` // Key of the setting's name.
	Kind      string `json:"kind"`
	Currency  string `json:"currency"`
	From      string `json:"from"`
	To        string `json:"to"`
	FromTitle string `json:"fromTitle"` // Keys of the values' words, where they have any.
	ToTitle   string `json:"toTitle"`
}

// View returns the rules in force, and every version.
func (s *Rules) View() (RulesView, error) { return guard(s.api, "Rules.View", s.api.rulesView) }

// Version returns the rules as one version says them, for a case that is judged by it.
func (s *Rules) Version(version string) (RulesView, error) {
	return guard(s.api, "Rules.Version", func(ctx context.Context) (RulesView, error) {
		named, err := s.api.station.PolicyNamed(version)
		if err != nil {
			return RulesView{}, err
		}
		view, err := s.api.rulesView(ctx)
		if err != nil {
			return RulesView{}, err
		}
		view.Version = named.Version
		view.Rows, err = s.api.ruleRows(named)
		return view, err
	})
}

// Preview returns the rules as an edit would make them, with their examples; nothing
// is changed.
func (s *Rules) Preview(form RulesForm) ([]RuleRowView, error) {
	return guard(s.api, "Rules.Preview", func(context.Context) ([]RuleRowView, error) {
		edit, err := ruleEdit(form)
		if err != nil {
			return nil, err
		}
		next, err := s.api.station.EditPolicy(edit)
		if err != nil {
			return nil, err
		}
		return s.api.ruleRows(next)
	})
}

// Save makes an edit a new version of the rules, signed by a manager.
func (s *Rules) Save(command string, form RulesForm, pin string) (RulesView, error) {
	return guard(s.api, "Rules.Save", func(ctx context.Context) (RulesView, error) {
		edit, err := ruleEdit(form)
		if err != nil {
			return RulesView{}, err
		}
		order, err := s.api.order(command, pin)
		if err != nil {
			return RulesView{}, err
		}
		if err := s.api.station.May(order, station.ChangeSettings); err != nil {
			return RulesView{}, err
		}
		if _, err := s.api.station.ChangePolicy(ctx, order, edit); err != nil {
			return RulesView{}, err
		}
		return s.api.rulesView(ctx)
	})
}

func ruleEdit(form RulesForm) (station.RuleEdit, error) {
	edit := station.RuleEdit{Values: form.Values}
	if form.Campaigns == nil {
		return edit, nil
	}
	edit.Campaigns = []policy.Campaign{}
	for i, row := range form.Campaigns {
		campaign := policy.Campaign{}
		for _, day := range []struct {
			name, written string
			into          *policy.Day
		}{{"from", row.From, &campaign.From}, {"to", row.To, &campaign.To}, {"until", row.Until, &campaign.Until}} {
			parsed, err := policy.ParseDay(day.written)
			if err != nil {
				return edit, fault.Of(err).At("campaigns." + strconv.Itoa(i) + "." + day.name)
			}
			*day.into = parsed
		}
		edit.Campaigns = append(edit.Campaigns, campaign)
	}
	return edit, nil
}

func (a *API) rulesView(ctx context.Context) (RulesView, error) {
	versions, err := a.station.PolicyVersions(ctx)
	if err != nil {
		return RulesView{}, err
	}
	view := RulesView{Version: a.station.Policy().Version, Versions: []RuleVersionView{}}
	if view.Rows, err = a.ruleRows(a.station.Policy()); err != nil {
		return RulesView{}, err
	}
	return read(ctx, a, func(tx *store.ReadTx) (RulesView, error) {
		names, err := namesOf(tx)
		if err != nil {
			return view, err
		}
		judged, err := tx.CountByPolicy()
		if err != nil {
			return view, err
		}
		for i, version := range versions {
			written := RuleVersionView{
				Version: version.Version, Since: instant(version.Since), Author: names[returns.OperatorID(version.Author)],
				Cases: judged[version.Version], Changes: []RuleChangeView{},
			}
			if version.Author == "" {
				written.Cases += judged[""] // Opened before versions were kept.
			}
			if i+1 < len(versions) {
				if written.Changes, err = a.ruleChanges(versions[i+1], version); err != nil {
					return view, err
				}
			}
			view.Versions = append(view.Versions, written)
		}
		return view, nil
	})
}

func (a *API) ruleRows(version policy.Policy) ([]RuleRowView, error) {
	rows, err := a.station.RuleRows(version)
	if err != nil {
		return nil, err
	}
	lang := a.station.Settings().Desk.Language
	views := []RuleRowView{}
	for _, row := range rows {
		view := RuleRowView{
			Reading: row.Reading, Field: row.Field, Kind: string(row.Kind), Value: row.Value, Title: row.Title, Source: row.Source, Why: row.Why,
			Args: anyArgs(policy.Written(lang, row.Args)), Alternatives: []AlternativeView{}, Campaigns: []CampaignView{},
		}
		if row.Kind == policy.KindAmount {
			view.Currency = version.SecondPersonAbove.Currency
		}
		for _, alternative := range row.Alternatives {
			view.Alternatives = append(view.Alternatives, AlternativeView(alternative))
		}
		for _, campaign := range row.Campaigns {
			view.Campaigns = append(view.Campaigns, CampaignView{From: campaign.From.String(), To: campaign.To.String(), Until: campaign.Until.String()})
		}
		if row.Example != nil {
			view.Example = computedView(*row.Example)
		}
		views = append(views, view)
	}
	return views, nil
}

// ruleChanges lists what one version changed of the one before it.
func (a *API) ruleChanges(before, after policy.Policy) ([]RuleChangeView, error) {
	earlier, err := a.ruleRows(before)
	if err != nil {
		return nil, err
	}
	later, err := a.ruleRows(after)
	if err != nil {
		return nil, err
	}
	changes := []RuleChangeView{}
	for i, row := range later {
		was := earlier[i]
		if row.Field == "" || row.Value == was.Value && slices.Equal(row.Campaigns, was.Campaigns) {
			continue
		}
		changes = append(changes, RuleChangeView{
			Title: row.Title, Kind: row.Kind, Currency: row.Currency, From: was.Value, To: row.Value, FromTitle: titleIn(was), ToTitle: titleIn(row),
		})
	}
	return changes, nil
}

// titleIn is the key of the words of a row's own value.
func titleIn(row RuleRowView) string {
	for _, alternative := range row.Alternatives {
		if alternative.Value == row.Value {
			return alternative.Title
		}
	}
	return ""
}
