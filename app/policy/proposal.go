package policy

import "revient/app/fault"

// Outcome is what a proposal suggests.
type Outcome string

// The outcomes proposed so far.
const (
	FullRefund  Outcome = "full_refund"
	Hold        Outcome = "hold"         // No grant until a person has looked into it.
	Pause       Outcome = "pause"        // The customer must do something first, such as unlink the device.
	Quarantine  Outcome = "quarantine"   // A danger: set it apart, do not power it, do not ship it.
	NeedsPerson Outcome = "needs_person" // No row of the table fits.
)

// Identity says how the device compares with the one sold.
type Identity string

// The identities.
const (
	IdentityUnchecked   Identity = "unchecked"
	IdentityMatch       Identity = "match"
	IdentityMismatch    Identity = "mismatch"
	IdentityUnreadable  Identity = "unreadable"
	IdentitySaleUnknown Identity = "sale_unknown"
)

// Blocking is a finding that ended the inspection; the values are the codes of
// the catalogue's blocking findings.
type Blocking string

// The blocking findings.
const (
	NothingBlocks    Blocking = ""
	Empty            Blocking = "empty"
	WrongItem        Blocking = "wrong_item"
	Dead             Blocking = "dead"
	DangerousBattery Blocking = "dangerous_battery"
	Locked           Blocking = "locked"
)

// Reproduced says whether the declared defect was found.
type Reproduced string

// What a bench can say of a declared defect.
const (
	DefectUnchecked Reproduced = ""
	DefectConfirmed Reproduced = "confirmed" // Always or at times.
	DefectNotFound  Reproduced = "not_found"
)

// Stock says whether a replacement can be given.
type Stock string

// What is known of a replacement.
const (
	StockUnknown Stock = ""
	InStock      Stock = "in_stock"
	NoneInStock  Stock = "none"
)

// Findings are what the decision table reads. Every field holds what is known,
// and unknown is a value.
type Findings struct {
	Timeline       Timeline   `json:"timeline"`
	Identity       Identity   `json:"identity"`
	Blocking       Blocking   `json:"blocking,omitempty"`
	Defect         Reproduced `json:"defect,omitempty"`
	DefectCode     string     `json:"defectCode,omitempty"`     // Catalogue code of the confirmed defect.
	CustomerDamage bool       `json:"customerDamage,omitempty"` // Impact, oxidation, opened by a third party.
	Evidence       int        `json:"evidence,omitempty"`       // Photos and videos, the customer's and ours.
	Replacement    Stock      `json:"replacement,omitempty"`
}

// Reason is one line of why. Its source names where the fact comes from.
type Reason struct {
	Key    string     `json:"key"`
	Args   fault.Args `json:"args,omitempty"`
	Tone   Tone       `json:"tone"`
	Rule   Rule       `json:"rule,omitempty"`
	Source string     `json:"source"` // Key of a sentence.
}

// Proposal is what the table suggests and why. It is never a verdict: a person
// confirms it or decides otherwise, and the journal keeps both.
type Proposal struct {
	Row     string   `json:"row"` // Row of the decision table, such as "D5"; empty where none fits.
	Policy  string   `json:"policy"`
	Outcome Outcome  `json:"outcome"`
	Reasons []Reason `json:"reasons"`
	Window  Window   `json:"window"`
}

// A row of the decision table. The first row that applies proposes; reasons
// picks the lines that explain it.
type row struct {
	id      string
	outcome Outcome
	applies func(facts) bool
	reasons func(facts) []Reason
}

// facts are the findings with the window already judged.
type facts struct {
	Findings
	window Window
}

// sound is a device that is the one sold, complete and as it left.
func (f facts) sound() bool {
	return f.Identity == IdentityMatch && !f.CustomerDamage &&
		(f.Blocking == NothingBlocks || f.Blocking == Dead && f.Defect == DefectConfirmed)
}

// notLate is a declaration that is in time, or of which nobody can say that it is
// not.
func (f facts) notLate() bool { return f.window.Standing != AfterTime }

// The rows, in the order in which they are tried: what is dangerous, missing or
// not ours comes before what is due. Numbers are those of the decision table.
var rows = []row{
	{"D16", Quarantine, func(f facts) bool { return f.Blocking == DangerousBattery }, blocking},
	{"D11", Hold, func(f facts) bool { return f.Blocking == Empty }, blocking},
	{"D10", Hold, func(f facts) bool { return f.Identity == IdentityMismatch || f.Blocking == WrongItem }, mismatch},
	{"D12", Pause, func(f facts) bool { return f.Blocking == Locked }, blocking},
	{"D1", FullRefund, func(f facts) bool {
		return f.Timeline.Claim == Withdrawal && f.notLate() && f.sound()
	}, refundable},
	{"D5", FullRefund, func(f facts) bool {
		return f.Timeline.Claim == Defect && f.notLate() && f.sound() &&
			f.Defect == DefectConfirmed && f.Replacement == NoneInStock && f.Evidence > 0
	}, refundable},
}

// Propose reads the decision table.
func (p Policy) Propose(findings Findings) (Proposal, error) {
	window, err := p.Window(findings.Timeline)
	if err != nil {
		return Proposal{}, err
	}
	known := facts{findings, window}
	proposal := Proposal{Policy: p.Version, Window: window}
	for _, row := range rows {
		if row.applies(known) {
			proposal.Row, proposal.Outcome, proposal.Reasons = row.id, row.outcome, row.reasons(known)
			return proposal, nil
		}
	}
	proposal.Outcome, proposal.Reasons = NeedsPerson, refundable(known)
	return proposal, nil
}
