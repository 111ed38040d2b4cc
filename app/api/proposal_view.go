package api

import (
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
	"revient/app/text"
)

// ProposalView is what the rules propose, why, and what it means for the customer.
type ProposalView struct {
	Outcome      string           `json:"outcome"`  // policy.outcome.<outcome>.
	Row          string           `json:"row"`      // Of the decision table; "" where no row fits.
	Version      string           `json:"version"`  // Of the rules.
	Eligible     string           `json:"eligible"` // eligible, ineligible, needs_person.
	Standing     string           `json:"standing"` // Of the claim to its window: in_time, after_time, to_check.
	Reasons      []ReasonView     `json:"reasons"`
	Alternatives []string         `json:"alternatives"` // The other outcomes that are open, the likeliest first.
	SecondPerson bool             `json:"secondPerson"` // A second person signs the outcome.
	Alone        bool             `json:"alone"`        // One person works here: there is no second one.
	Tell         string           `json:"tell"`         // What the customer is told, written; "" where there is nothing to tell yet.
	Protest      bool             `json:"protest"`      // The carrier must be told.
	ProtestLast  string           `json:"protestLast"`  // Last civil day to do it, YYYY-MM-DD; "" while the arrival is unknown.
	Item         Money            `json:"item"`         // What is left of the price.
	Shipping     Money            `json:"shipping"`     // What is left of the outward shipping.
	Total        Money            `json:"total"`
	Method       string           `json:"method"`       // Way of a full refund.
	PartialBy    string           `json:"partialBy"`    // Way of a partial one.
	CreditBy     string           `json:"creditBy"`     // Last civil day by which the customer sees the money, YYYY-MM-DD.
	Deductions   []SuggestionView `json:"deductions"`   // What was found first.
	Refusals     []RefusalView    `json:"refusals"`     // The one that fits first.
	AgainstViews []string         `json:"againstViews"` // Views that must be photographed before a refusal: catalog.view.<view>.
	Units        []MatchView      `json:"units"`        // Free units that can replace what was sold, the closest grade first.
}

// ReasonView is one reason of a proposal.
type ReasonView struct {
	Key      string         `json:"key"`
	Args     map[string]any `json:"args"`
	Tone     string         `json:"tone"` // ok, warn, late.
	Rule     string         `json:"rule"`
	Source   string         `json:"source"`   // Message key of where it comes from.
	Computed *ComputedView  `json:"computed"` // The date that it rests on; null where it rests on none.
}

// ComputedView is a date of the rules with what it was computed from.
type ComputedView struct {
	Rule     string `json:"rule"` // policy.rule.<rule>.title, .source, .why.
	Version  string `json:"version"`
	At       string `json:"at"`   // First instant that is too late.
	Last     string `json:"last"` // Last civil day in time, YYYY-MM-DD.
	Event    Moment `json:"event"`
	Calendar string `json:"calendar"` // Code of the public holidays, such as FR-A.
}

// SuggestionView is a deduction of the catalogue, with its amount for this price.
type SuggestionView struct {
	Part    string `json:"part"`    // catalog.part.<part>.
	Finding string `json:"finding"` // catalog.defect.<finding>.
	Amount  Money  `json:"amount"`
	Found   bool   `json:"found"` // The inspection found it.
}

// RefusalView is a reason to refuse: catalog.refusal.<code>.label.
type RefusalView struct {
	Code  string `json:"code"`
	Words string `json:"words"` // For the customer, ready and editable.
	Fits  bool   `json:"fits"`  // It answers what was found.
}

// MatchView is a free unit of the stock.
type MatchView struct {
	ID     string `json:"id"`
	SKU    string `json:"sku"`
	Title  string `json:"title"`
	Grade  string `json:"grade"`
	IMEI   string `json:"imei"`
	Serial string `json:"serial"`
	Bin    string `json:"bin"`
}

// proposable are the stages in which the rules have something to propose.
func proposable(c returns.Case) bool {
	switch c.Stage {
	case returns.Requested, returns.Awaiting, returns.Lost, returns.Deciding:
		return c.Sale != nil
	default:
		return false
	}
}

// addProposal adds what the rules propose, while the case is to be answered or
// decided.
func (a *API) addProposal(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	if !proposable(c) {
		return nil
	}
	proposed, err := a.station.Propose(tx, c)
	if err != nil {
		return err
	}
	total, err := proposed.Item.Plus(proposed.Shipping)
	if err != nil {
		return err
	}
	lang := a.station.Settings().Desk.Language
	proposal := ProposalView{
		Outcome: string(proposed.Outcome), Row: proposed.Row, Version: proposed.Policy, Eligible: string(proposed.Eligible),
		Standing: string(proposed.Window.Standing), Reasons: reasonViews(lang, proposed.Proposal), Alternatives: []string{},
		SecondPerson: proposed.SecondPerson, Alone: a.station.Settings().Rights.Alone, Protest: proposed.Protest,
		Item: money(proposed.Item), Shipping: money(proposed.Shipping), Total: money(total),
		Method: string(returns.ToPaymentMeans), PartialBy: string(c.PartialMethod()),
	}
	for _, outcome := range proposed.Alternatives {
		proposal.Alternatives = append(proposal.Alternatives, string(outcome))
	}
	if proposed.Tell != "" {
		proposal.Tell = text.T(lang, proposed.Tell, policy.Written(lang, proposed.TellArgs))
	}
	if proposed.ProtestBefore.Rule != "" {
		proposal.ProtestLast = proposed.ProtestBefore.Last().String()
	}
	credit, err := a.station.CreditBy(c, returns.At(a.station.Now(), a.station.Zone().String(), returns.FromClock))
	if err != nil {
		return err
	}
	proposal.CreditBy = credit.Last().String()
	view.Proposal = &proposal
	return a.addOffers(tx, c, proposed.Proposal, &proposal)
}

// addOffers adds what each outcome can be made of: deductions, words, units.
func (a *API) addOffers(tx *store.ReadTx, c returns.Case, proposed policy.Proposal, proposal *ProposalView) error {
	proposal.Deductions, proposal.Refusals, proposal.Units = []SuggestionView{}, []RefusalView{}, []MatchView{}
	proposal.AgainstViews = station.ViewsAgainst(c)
	for _, suggestion := range a.station.Suggestions(c) {
		proposal.Deductions = append(proposal.Deductions, SuggestionView{
			Part: suggestion.Part, Finding: suggestion.Finding, Amount: money(suggestion.Amount), Found: suggestion.Found,
		})
	}
	for _, reason := range a.station.RefusalReasons(tx, c, proposed) {
		proposal.Refusals = append(proposal.Refusals, RefusalView(reason))
	}
	units, err := a.station.Matches(tx, *c.Sale)
	for _, unit := range units {
		proposal.Units = append(proposal.Units, MatchView{
			ID: string(unit.ID), SKU: unit.SKU, Title: unit.Title, Grade: unit.Grade, IMEI: unit.IMEI, Serial: unit.Serial, Bin: unit.Bin,
		})
	}
	return err
}

// reasonViews writes the reasons as the screen's language reads them, each with the
// date that it rests on.
func reasonViews(lang text.Language, proposed policy.Proposal) []ReasonView {
	views := []ReasonView{}
	for _, reason := range proposed.Reasons {
		view := ReasonView{
			Key: reason.Key, Args: anyArgs(policy.Written(lang, reason.Args)), Tone: string(reason.Tone), Rule: string(reason.Rule), Source: reason.Source,
		}
		for _, date := range proposed.Computed {
			if date.Rule == reason.Rule {
				view.Computed = computedView(date)
			}
		}
		views = append(views, view)
	}
	return views
}

func computedView(d policy.Deadline) *ComputedView {
	event := Moment{Zone: d.Inputs.Place.Zone, Precision: string(d.Inputs.Event.Precision()), Source: d.Inputs.Event.Source}
	event.At = instant(d.Inputs.Event.At)
	if d.Inputs.Event.At.IsZero() && d.Inputs.Event.Known() {
		event.At = d.Inputs.Event.Day.String()
	}
	return &ComputedView{
		Rule: string(d.Rule), Version: d.Policy, At: instant(d.At), Last: d.Last().String(), Event: event, Calendar: string(d.Inputs.Place.Calendar),
	}
}
