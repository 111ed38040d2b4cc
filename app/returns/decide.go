package returns

import (
	"slices"
	"time"

	"revient/app/fault"
)

// Command is something that a person or the station asks of a case. Its set is
// closed: every command is in this package.
type Command interface {
	// Name is the command's stable name, for the journal and the ledgers.
	Name() string
	// decide answers with what follows. It may rely on the stage being one of from().
	decide(c Case, f Facts) ([]Event, error)
	// from lists the stages in which the command makes sense.
	from() []Stage
}

// Facts are what Decide must know and the case does not hold. They are read in
// the same transaction that will commit the events.
type Facts struct {
	Now   time.Time // UTC.
	Zone  string    // IANA zone of the workshop.
	Actor Actor

	CaseID     CaseID // For a command that opens a case.
	CaseNumber string // For a command that opens a case: the number that it will have.

	OpenCaseOfLine CaseID   // Another case of the same order line that has not ended, if any.
	OtherRefunds   []Refund // Refunds of the same order line in other cases.

	Policy string // For a command that opens a case: the version of the rules that it will be judged by.
	Alone  bool   // The workshop has one person: it switched second persons off.

	Second      bool  // The rules want a second person for what they propose.
	SecondAbove Money // The rules want one for a refund above it, whoever grants it; zero asks for nobody.
}

// Actor is who gives a command and what they may do.
type Actor struct {
	ID       OperatorID
	Override bool   // May go against a rule, with a reason.
	Approve  bool   // May approve what another person decided.
	Limit    *Money // The most that they may grant in one refund without a second person; nil where there is no limit.
}

// grantsAlone reports whether a refund stands without a second person: neither the
// actor's own limit nor the rules ask for one.
func (f Facts) grantsAlone(amount Money) bool {
	above := f.SecondAbove.Minor > 0 && (amount.Currency != f.SecondAbove.Currency || amount.Minor > f.SecondAbove.Minor)
	return f.Actor.mayGrant(amount) && !f.Second && !above
}

// mayGrant reports whether an amount is within the actor's own limit.
func (a Actor) mayGrant(amount Money) bool {
	return a.Limit == nil || amount.Currency == a.Limit.Currency && amount.Minor <= a.Limit.Minor
}

// Decide answers what follows from a command: the events to commit, in order, or
// the reason why the command cannot be. The events are never empty when the
// error is nil, unless what was asked for already is so.
//
// When the events bring a case to both of its ends (customer settled, device put
// away), Decide adds the closing itself.
func Decide(c Case, cmd Command, f Facts) ([]Event, error) {
	if err := admitted(c, cmd); err != nil {
		return nil, err
	}
	events, err := cmd.decide(c, f)
	if err != nil {
		return nil, err
	}
	after := Fold(c, events...)
	if after.Stage == Executing && after.Hold == nil && after.CustomerSettled() && after.DevicePutAway() {
		events = append(events, CaseClosed{})
	}
	return events, nil
}

// admitted checks the stage. The sentence names what the case is in, so that the
// operator sees why.
func admitted(c Case, cmd Command) error {
	if c.AbsorbedInto != "" && !staysPossible(cmd) {
		return fault.New(fault.Conflict, "errors_returns.absorbed", fault.Args{"command": cmd.Name()})
	}
	if slices.Contains(cmd.from(), c.Stage) {
		return nil
	}
	return fault.New(fault.Conflict, "errors_returns.stage", fault.Args{"command": cmd.Name(), "stage": string(c.Stage)})
}

// staysPossible lists what may be asked of a case that goes on as another: to take
// that back, to hear how a message ended that was on its way, and to erase its
// customer.
func staysPossible(cmd Command) bool {
	switch cmd.(type) {
	case Unidentify, ErasePerson, SettleAction:
		return true
	default:
		return false
	}
}

// Apply folds one event into a case and returns the case as it is then. It cannot
// fail: an event is a fact. The case that was passed in is left as it was.
func Apply(c Case, e Event) Case {
	next := c.clone()
	e.apply(&next)
	next.Seq++
	return next
}

// Fold applies events in order.
func Fold(c Case, events ...Event) Case {
	for _, e := range events {
		c = Apply(c, e)
	}
	return c
}
