package returns

import (
	"slices"

	"revient/app/fault"
)

// CorrectDocument says what is wrong on a numbered document. The document stays as
// it is; a new one, numbered in its own series, names it and puts it right.
type CorrectDocument struct {
	Document DocumentID
	Wrong    TextRef // What is wrong on it.
	Right    TextRef // What is right.
}

// Name implements Command.
func (CorrectDocument) Name() string { return "CorrectDocument" }

func (CorrectDocument) from() []Stage { return []Stage{Deciding, Executing, Closed} }

func (CorrectDocument) fits(c Case) bool {
	return slices.ContainsFunc(c.Documents, func(d IssuedDocument) bool { return d.Kind.correctable() })
}

// correctable reports whether documents of the kind are put right by another one.
func (k DocumentKind) correctable() bool { return k == RefundNotice || k == RefundReceipt }

func (x CorrectDocument) decide(c Case, f Facts) ([]Event, error) {
	i := slices.IndexFunc(c.Documents, func(d IssuedDocument) bool { return d.ID == x.Document })
	switch {
	case i < 0 || !c.Documents[i].Kind.correctable():
		return nil, fault.New(fault.NotFound, "errors_returns.correction.document", nil)
	case !x.Wrong.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.correction.text", nil).At("wrong")
	case !x.Right.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.correction.text", nil).At("right")
	}
	return []Event{DocumentCorrected{Document: x.Document, Refund: c.Documents[i].Refund, Wrong: x.Wrong, Right: x.Right, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}, nil
}

// DocumentCorrected says that a correction follows.
type DocumentCorrected struct {
	Document DocumentID `json:"document"`
	Refund   RefundID   `json:"refund,omitempty"`
	Wrong    TextRef    `json:"wrong"`
	Right    TextRef    `json:"right"`
	At       Moment     `json:"at"`
	By       OperatorID `json:"by"`
}

func (DocumentCorrected) apply(*Case) {}
