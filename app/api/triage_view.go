package api

import (
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// TriageView is what a request can be answered with.
type TriageView struct {
	Drafts  []DraftView `json:"drafts"`
	Choices []string    `json:"choices"` // That can be put to the customer: case.choice.<choice>.
	Decline string      `json:"decline"` // Code of the reason that the rules propose; "" where they propose none.
	Codes   []string    `json:"codes"`   // Reasons to decline: case.decline.code.<code>.
	Ways    []string    `json:"ways"`    // How the customer can be told: triage.way.<way>.
	Label   bool        `json:"label"`   // The return label is ours to give.
}

// DraftView is a message to the customer, ready and editable.
type DraftView struct {
	For  string `json:"for"` // ask_proof, decline.<code>, ask.<choice>.
	Text string `json:"text"`
}

// AuthorisedView is the yes to a return: when, how, by whom.
type AuthorisedView struct {
	At       Moment `json:"at"`
	By       string `json:"by"`
	Label    bool   `json:"label"`
	How      string `json:"how"`      // "" for the marketplace's conversation.
	Override string `json:"override"` // Why, against what the rules proposed.
	Proposed string `json:"proposed"` // What they did propose: policy.outcome.<outcome>.
}

// addTriage adds what a request can be answered with, and how it was answered.
func (a *API) addTriage(tx *store.ReadTx, c returns.Case, view *CaseView) (err error) {
	names, err := namesOf(tx)
	if err != nil {
		return err
	}
	if yes := c.Authorised; yes != nil {
		view.Authorised = &AuthorisedView{At: moment(yes.At), By: names[yes.By], Label: yes.Label, How: yes.How, Proposed: yes.Proposal.Outcome}
		if view.Authorised.Override, err = words(tx, yes.Override); err != nil {
			return err
		}
	}
	if view.DeclineText, err = words(tx, c.DeclineText); err != nil {
		return err
	}
	if view.Proof.Text, err = words(tx, c.Proof.Text); err != nil {
		return err
	}
	view.Proof.GivenAt = instant(c.Proof.GivenAt.At)
	if !proposable(c) {
		return nil
	}
	proposed, err := a.station.Propose(tx, c)
	if err != nil {
		return err
	}
	triage := TriageView{
		Drafts: []DraftView{}, Choices: returns.Choices(), Decline: station.DeclineCodeFor(proposed.Proposal), Codes: returns.DeclineCodes(),
		Ways: returns.Ways(), Label: c.Origin != returns.FromPull, // A marketplace gives the label itself.
	}
	for _, draft := range a.station.Drafts(c, proposed.Proposal) {
		triage.Drafts = append(triage.Drafts, DraftView(draft))
	}
	view.Triage = &triage
	return nil
}
