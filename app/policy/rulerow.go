package policy

import (
	"fmt"
	"time"

	"revient/app/fault"
)

// Alternative is a value that a setting may take.
type Alternative struct {
	Value string `json:"value"`
	Title string `json:"title"` // Key of a sentence.
}

// RuleRow is one line of the settings screen: a rule or a figure in words, where
// it comes from, its value and the others that it could have, and what it means
// for something that happens now.
type RuleRow struct {
	Reading string `json:"reading,omitempty"` // "R1" to "R8".
	Field   string `json:"field,omitempty"`   // To change it with; empty for what is fixed.
	Kind    Kind   `json:"kind"`
	Value   string `json:"value"`
	// Title, Source and Why are keys of sentences, filled from Args.
	Title        string        `json:"title"`
	Source       string        `json:"source"`
	Why          string        `json:"why"`
	Args         fault.Args    `json:"args,omitempty"`
	Alternatives []Alternative `json:"alternatives,omitempty"` // The present value among them.
	Campaigns    []Campaign    `json:"campaigns,omitempty"`
	Example      *Deadline     `json:"example,omitempty"` // Of something that happens now.
}

// Rows writes a policy for the settings screen, with examples that begin now at a
// place.
func Rows(p Policy, now time.Time, place Place) ([]RuleRow, error) {
	var rows []RuleRow
	for _, s := range settings() {
		row, err := s.row(p, now, place)
		if err != nil {
			return nil, fmt.Errorf("write row of %s %s: %w", s.kind, s.field, err)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (s setting) row(p Policy, now time.Time, place Place) (RuleRow, error) {
	row := RuleRow{Reading: s.reading, Field: s.field, Kind: s.kind, Value: s.get(p)}
	stem := "policy.setting." + s.field
	row.Title, row.Source, row.Why = stem+".title", stem+".source", stem+".why"
	for _, value := range s.among {
		row.Alternatives = append(row.Alternatives, Alternative{value, s.titleOf(value)})
	}
	shown := Rule("")
	switch s.kind {
	case KindRule:
		shown = Rule(row.Value)
		row.Source, row.Why = shown.SourceKey(), shown.WhyKey()
	case KindFixed:
		shown = Rule(row.Value)
		row.Title, row.Source, row.Why = shown.TitleKey(), shown.SourceKey(), shown.WhyKey()
	case KindCalendar:
		example, err := p.CreditShown(At(now), place)
		row.Example = &example
		return row, err
	case KindAmount:
		row.Args = fault.Args{"amount": p.SecondPersonAbove}
	case KindCampaigns:
		row.Campaigns = p.Campaigns
	case KindMethod, KindOutcome, KindNumber, KindRate: // The value says it all.
	}
	if shown != "" {
		example, err := p.Deadline(shown, Inputs{Event: At(now), Purchased: At(now), Place: place})
		if err != nil {
			return RuleRow{}, err
		}
		row.Example = &example
	}
	return row, nil
}

// titleOf names the sentence of a value.
func (s setting) titleOf(value string) string {
	switch {
	case s.kind == KindRule:
		return Rule(value).TitleKey()
	case s.kind == KindOutcome:
		return "policy.value." + s.field + "." + value
	case s.kind == KindCalendar && value == "":
		return "policy.value.calendar.place"
	default:
		return "policy.value." + string(s.kind) + "." + value
	}
}
