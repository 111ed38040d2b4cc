package api

// TeamView is who works here and who may do what.
type TeamView struct {
	People  []MemberView `json:"people"`
	Rights  RightsView   `json:"rights"`
	Propose bool         `json:"propose"` // Several people work here, and nobody is asked twice.
	Log     []TeamEntry  `json:"log"`     // What was changed, the latest first.
}

// MemberView is one of the team.
type MemberView struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Role     string `json:"role"`
	HasPIN   bool   `json:"hasPin"`
	HasBadge bool   `json:"hasBadge"`
	Since    string `json:"since"`
}

// RightsView is who may do what beyond the ordinary.
type RightsView struct {
	Alone         bool   `json:"alone"`
	OperatorLimit *Money `json:"operatorLimit"` // nil where there is none.
	LeadLimit     *Money `json:"leadLimit"`
	Currency      string `json:"currency"`
	PINMinutes    int    `json:"pinMinutes"`
	LockMinutes   int    `json:"lockMinutes"`
}

// TeamEntry is one change. Its sentence is people.log.<what>.
type TeamEntry struct {
	At     string `json:"at"`
	By     string `json:"by"`
	What   string `json:"what"`
	Who    string `json:"who"`
	Role   string `json:"role"`
	Amount *Money `json:"amount"` // nil where there is no limit any more.
	Count  int    `json:"count"`
}

// PersonForm is what is said of somebody.
type PersonForm struct {
	Name   string `json:"name"`
	Role   string `json:"role"`
	NewPIN string `json:"newPin"` // Of a person who is added; empty for none.
}

// RightsForm is who may do what, as it was typed.
type RightsForm struct {
	Alone         bool   `json:"alone"`
	OperatorLimit string `json:"operatorLimit"` // With a comma or a point; empty for none.
	LeadLimit     string `json:"leadLimit"`
	PINMinutes    int    `json:"pinMinutes"`
	LockMinutes   int    `json:"lockMinutes"`
}

// PINView says whose PIN it was.
type PINView struct {
	Operator OperatorView `json:"operator"`
	Until    string       `json:"until"` // Until when it holds at this screen; empty when it holds for its command alone.
}
