package station

import (
	"revient/app/fault"
	"revient/app/returns"
)

// What is asked for at a screen and is no command on a case.
const (
	ChangeSettings = "settings" // The workshop, the rules, the rights, the team.
	ResumeLane     = "resume_lane"
	LeaveKiosk     = "leave_kiosk"
)

// duty is what a command wants of whoever gives it at a screen.
type duty struct {
	role  string // The least role.
	shown Shown  // The least proof that they are who they say.
}

// duties is who may do what, by the command's name. What is not here everybody may
// do, without a PIN: a PIN is asked only where money, refusals or settings are
// touched. How much somebody may grant is Rights', and what needs the right to go
// against a rule says the domain.
var duties = map[string]duty{
	"Decline":               {Clerk, PINHolds},
	"DecideFullRefund":      {Clerk, PINHolds},
	"DecidePartialRefund":   {Clerk, PINHolds},
	"DecideKeep":            {Clerk, PINHolds},
	"DecideExchange":        {Clerk, PINHolds},
	"DecideRefuse":          {Clerk, PINHolds},
	"NoteMarketplaceRefund": {Clerk, PINHolds},
	"Reverse":               {Clerk, PINHolds},
	"Unexchange":            {Clerk, PINHolds},
	"CorrectDocument":       {Clerk, PINHolds},
	"ApproveDecision":       {Lead, PINHolds},
	"TurnDown":              {Lead, PINHolds},
	"SettleRefund":          {Lead, PINTyped},
	"Close":                 {Lead, PINTyped},
	"ErasePerson":           {Manager, PINTyped},
	CloseDay:                {Clerk, PINHolds},
	ChangeSettings:          {Manager, PINTyped},
	ResumeLane:              {Manager, PINTyped},
	LeaveKiosk:              {Manager, PINTyped},
}

// May says why whoever gave an order may not do something; nil when they may. What
// the program asks of itself needs nobody's right.
func (s *Station) May(order Order, what string) error {
	if order.Given == nil {
		return nil
	}
	given, wants := *order.Given, duties[what]
	switch {
	case wants.role != "" && !atLeast(given.Operator.Role, wants.role):
		return lacking(given, wants.role)
	case given.Shown < wants.shown:
		return fault.New(fault.Unauthorized, "errors_station.pin.needed", nil).At("pin")
	default:
		return nil
	}
}

// lacking says that a role is needed: to whoever works at the screen, that somebody
// who has it can give their PIN, and to whoever just gave theirs, that it is not enough.
func lacking(given Given, role string) error {
	key := "errors_people." + role + "_needed"
	if given.Shown == PINTyped {
		key = "errors_people." + role + "_only"
	}
	return fault.New(fault.Unauthorized, key, nil).At("pin")
}

// signed turns the domain's refusal for want of a right into the question for the PIN
// of whoever has it: their own, or that of somebody beside them.
func (order Order) signed(err error) error {
	if order.Given == nil || err == nil {
		return err
	}
	switch fault.Of(err).Key {
	case "errors_returns.override.right", "errors_returns.approval.right":
	default:
		return err
	}
	if !atLeast(order.Given.Operator.Role, Lead) {
		return lacking(*order.Given, Lead)
	}
	if order.Given.Shown == PINTyped {
		return err
	}
	return fault.Wrap(err, fault.Unauthorized, "errors_station.pin.needed", nil).At("pin")
}

// OrderOf is an order that somebody gives at a screen.
func (s *Station) OrderOf(id returns.CommandID, screen string, given Given) Order {
	return Order{ID: id, Screen: screen, Actor: s.Settings().Rights.actor(given), Given: &given}
}
