package returns

import "revient/app/fault"

// ErasePerson records that the customer of a case that is over was erased. The
// station erases them in the same transaction; the journal keeps keyed hashes only,
// which then say nothing.
type ErasePerson struct {
	Because string   // Code: asked, retention.
	Kept    []string // Numbers of the documents that the law obliges to keep.
}

// Name implements Command.
func (ErasePerson) Name() string { return "ErasePerson" }

func (ErasePerson) from() []Stage { return []Stage{Closed, Canceled, Declined} }

func (ErasePerson) fits(c Case) bool { return !c.Erased }

func (e ErasePerson) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case e.Because != "asked" && e.Because != "retention":
		return nil, fault.New(fault.Invalid, "errors_returns.erasure.because", nil).At("because")
	case c.Erased:
		return nil, nil
	case len(c.PendingActions()) > 0:
		return nil, fault.New(fault.Conflict, "errors_returns.close.pending", fault.Args{"count": len(c.PendingActions())})
	}
	return []Event{PersonErased{Because: e.Because, Kept: e.Kept, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}, nil
}

// PersonErased tells verify what may be missing from now on.
type PersonErased struct {
	Because string     `json:"because"`
	Kept    []string   `json:"kept"`
	At      Moment     `json:"at"`
	By      OperatorID `json:"by"`
}

func (e PersonErased) apply(c *Case) { c.Erased = true }
