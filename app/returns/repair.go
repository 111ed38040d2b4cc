package returns

import (
	"slices"

	"revient/app/fault"
)

// RepairState is the repair track.
type RepairState string

// The states of the repair track.
const (
	RepairWaits  RepairState = "waiting" // Decided; nobody has begun.
	InRepair     RepairState = "in_repair"
	InControl    RepairState = "quality_control" // Another person checks the work.
	Repaired     RepairState = "repaired"
	Unrepairable RepairState = "unrepairable"
)

// RepairPart is a part that was put in.
type RepairPart struct {
	Part      string `json:"part"`                // Of the catalogue.
	Reference string `json:"reference,omitempty"` // Serial or batch of the new part.
}

// Repair is one repair under warranty.
type Repair struct {
	State      RepairState  `json:"state"`
	Technician OperatorID   `json:"technician,omitempty"`
	Parts      []RepairPart `json:"parts,omitempty"`
	StartedAt  Moment       `json:"startedAt,omitzero"`
	FinishedAt Moment       `json:"finishedAt,omitzero"`
	Controller OperatorID   `json:"controller,omitempty"`
	PassedAt   Moment       `json:"passedAt,omitzero"`
	Fails      int          `json:"fails,omitempty"` // How often quality control sent it back.
	FailCode   string       `json:"failCode,omitempty"`
	FailText   TextRef      `json:"failText,omitzero"`
	Alone      bool         `json:"alone,omitempty"` // The technician controlled their own work: there is nobody else.
}

func (r Repair) clone() Repair {
	r.Parts = slices.Clone(r.Parts)
	return r
}

// DecideRepair repairs the device under warranty and gives it back.
type DecideRepair struct {
	Proposal Proposal
	Override TextRef
}

// Name implements Command.
func (DecideRepair) Name() string { return "DecideRepair" }

func (DecideRepair) from() []Stage { return []Stage{Deciding} }

func (d DecideRepair) decide(c Case, f Facts) ([]Event, error) {
	verdict := Verdict(d)
	if err := verdict.mayDecide(c, f, WarrantyRepair); err != nil {
		return nil, err
	}
	if err := c.mayGiveBack(); err != nil {
		return nil, err
	}
	if err := c.inTheHouse(); err != nil {
		return nil, err
	}
	return tellCustomer(c, c.releaseUnit([]Event{RepairDecided{verdict.decision(f, WarrantyRepair)}}), TellRepair), nil
}

// RepairDecided moves the case to its execution.
type RepairDecided struct {
	Decision Decision `json:"decision"`
}

func (e RepairDecided) apply(c *Case) {
	c.Repair = &Repair{State: RepairWaits}
	c.decided(e.Decision)
}

// repairIn checks that the repair is in one of the states and may go on.
func (c Case) repairIn(states ...RepairState) error {
	switch {
	case c.Hold != nil:
		return errHeld()
	case c.Repair == nil || c.Decision == nil || c.Decision.Outcome != WarrantyRepair:
		return fault.New(fault.Conflict, "errors_returns.repair.none", nil)
	case !slices.Contains(states, c.Repair.State):
		return fault.New(fault.Conflict, "errors_returns.repair.state", fault.Args{"state": string(c.Repair.State)})
	default:
		return nil
	}
}

func (c Case) repairing(states ...RepairState) bool {
	return c.Repair != nil && c.Decision != nil && c.Decision.Outcome == WarrantyRepair && slices.Contains(states, c.Repair.State)
}

// StartRepair says who repairs: whoever gives the command.
type StartRepair struct{}

// Name implements Command.
func (StartRepair) Name() string { return "StartRepair" }

func (StartRepair) from() []Stage { return []Stage{Executing} }

func (StartRepair) fits(c Case) bool { return c.repairing(RepairWaits) }

func (StartRepair) decide(c Case, f Facts) ([]Event, error) {
	if err := c.repairIn(RepairWaits); err != nil {
		return nil, err
	}
	return []Event{RepairStarted{Technician: f.Actor.ID, At: At(f.Now, f.Zone, FromClock)}}, nil
}

// RepairStarted puts the device on the repair shelf.
type RepairStarted struct {
	Technician OperatorID `json:"technician"`
	At         Moment     `json:"at"`
}

func (e RepairStarted) apply(c *Case) {
	if c.Repair != nil {
		c.Repair.State, c.Repair.Technician, c.Repair.StartedAt = InRepair, e.Technician, e.At
	}
	if c.Custody.Place != RepairShelf {
		c.Custody = Custody{Place: RepairShelf}
	}
}

// UsePart records a part that was put in.
type UsePart struct {
	Part      string
	Reference string
}

// Name implements Command.
func (UsePart) Name() string { return "UsePart" }

func (UsePart) from() []Stage { return []Stage{Executing} }

func (UsePart) fits(c Case) bool { return c.repairing(InRepair) }

func (u UsePart) decide(c Case, _ Facts) ([]Event, error) {
	if err := c.repairIn(InRepair); err != nil {
		return nil, err
	}
	if !catalogued.MatchString(u.Part) {
		return nil, fault.New(fault.Invalid, "errors_returns.partial.part", nil).At("part")
	}
	if !bin.MatchString(u.Reference) {
		return nil, fault.New(fault.Invalid, "errors_returns.repair.reference", nil).At("reference")
	}
	return []Event{PartUsed{RepairPart(u)}}, nil
}

// PartUsed adds a part.
type PartUsed struct {
	Part RepairPart `json:"part"`
}

func (e PartUsed) apply(c *Case) {
	if c.Repair != nil {
		c.Repair.Parts = append(c.Repair.Parts, e.Part)
	}
}

// FinishRepair hands the work to quality control.
type FinishRepair struct{}

// Name implements Command.
func (FinishRepair) Name() string { return "FinishRepair" }

func (FinishRepair) from() []Stage { return []Stage{Executing} }

func (FinishRepair) fits(c Case) bool { return c.repairing(InRepair) }

func (FinishRepair) decide(c Case, f Facts) ([]Event, error) {
	if err := c.repairIn(InRepair); err != nil {
		return nil, err
	}
	return []Event{RepairFinished{At: At(f.Now, f.Zone, FromClock)}}, nil
}

// RepairFinished waits for quality control.
type RepairFinished struct {
	At Moment `json:"at"`
}

func (e RepairFinished) apply(c *Case) {
	if c.Repair != nil {
		c.Repair.State, c.Repair.FinishedAt = InControl, e.At
	}
}

// ControlRepair is quality control, by another person than the technician. What
// fails goes back to the bench, with what is wrong.
type ControlRepair struct {
	Passed bool
	Code   string  // Defect code, where it failed.
	Text   TextRef // What is wrong, where it failed.
}

// Name implements Command.
func (ControlRepair) Name() string { return "ControlRepair" }

func (ControlRepair) from() []Stage { return []Stage{Executing} }

func (ControlRepair) fits(c Case) bool { return c.repairing(InControl) }

func (x ControlRepair) decide(c Case, f Facts) ([]Event, error) {
	if err := c.repairIn(InControl); err != nil {
		return nil, err
	}
	own := f.Actor.ID == c.Repair.Technician
	switch {
	case own && !f.Alone:
		return nil, fault.New(fault.Unauthorized, "errors_returns.repair.own_work", nil)
	case !x.Passed && !x.Text.Given() && x.Code == "":
		return nil, fault.New(fault.Invalid, "errors_returns.repair.what_failed", nil).At("reason")
	case x.Code != "" && !catalogued.MatchString(x.Code):
		return nil, fault.New(fault.Invalid, "errors_returns.repair.code", nil).At("code")
	}
	at := At(f.Now, f.Zone, FromClock)
	if x.Passed {
		return []Event{RepairPassed{Controller: f.Actor.ID, At: at, Alone: own}}, nil
	}
	return []Event{RepairSentBack{Controller: f.Actor.ID, At: at, Code: x.Code, Text: x.Text}}, nil
}

// RepairPassed ends the repair. Its report follows.
type RepairPassed struct {
	Controller OperatorID `json:"controller"`
	At         Moment     `json:"at"`
	Alone      bool       `json:"alone,omitempty"`
}

func (e RepairPassed) apply(c *Case) {
	if c.Repair != nil {
		c.Repair.State, c.Repair.Controller, c.Repair.PassedAt, c.Repair.Alone = Repaired, e.Controller, e.At, e.Alone
		c.Repair.FailCode, c.Repair.FailText = "", TextRef{}
	}
}

// RepairSentBack brings the device back to the technician.
type RepairSentBack struct {
	Controller OperatorID `json:"controller"`
	At         Moment     `json:"at"`
	Code       string     `json:"code,omitempty"`
	Text       TextRef    `json:"text,omitzero"`
}

func (e RepairSentBack) apply(c *Case) {
	if c.Repair != nil {
		c.Repair.State, c.Repair.Fails, c.Repair.FailCode, c.Repair.FailText = InRepair, c.Repair.Fails+1, e.Code, e.Text
	}
}

// GiveUpRepair says that the device cannot be repaired: the decision is open again.
type GiveUpRepair struct {
	Reason TextRef
}

// Name implements Command.
func (GiveUpRepair) Name() string { return "GiveUpRepair" }

func (GiveUpRepair) from() []Stage { return []Stage{Executing} }

func (GiveUpRepair) fits(c Case) bool { return c.repairing(RepairWaits, InRepair, InControl) }

func (g GiveUpRepair) decide(c Case, _ Facts) ([]Event, error) {
	if err := c.repairIn(RepairWaits, InRepair, InControl); err != nil {
		return nil, err
	}
	if !g.Reason.Given() {
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return c.takeBack([]Event{RepairFailed(g)}, TellRepair), nil
}

// RepairFailed opens the decision again.
type RepairFailed struct {
	Reason TextRef `json:"reason"`
}

func (e RepairFailed) apply(c *Case) {
	if c.Repair != nil {
		c.Repair.State = Unrepairable
	}
	c.undecided()
}
