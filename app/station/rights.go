package station

import (
	"context"
	"slices"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// The roles, each with the rights of those before it.
const (
	Clerk   = store.RoleOperator
	Lead    = store.RoleLead
	Manager = store.RoleManager
)

// RightsSetting is the key under which the rights are kept.
const RightsSetting = "rights"

// Rights is who may do what beyond the ordinary, and with how much.
type Rights struct {
	// Alone says that one person works here: what wants a second person stands at
	// once, and the journal says so.
	Alone bool `json:"alone"`
	// OperatorLimit and LeadLimit are the most that one refund may come to without a
	// second person, in minor units of the currency; nil where there is no limit. A
	// manager has none.
	OperatorLimit *int64 `json:"operatorLimit"`
	LeadLimit     *int64 `json:"leadLimit"`
	Currency      string `json:"currency"`
	// PINMinutes is how long a PIN holds that was given at the screen; 0 asks each
	// time that money, refusals or settings are touched.
	PINMinutes int `json:"pinMinutes"`
	// LockMinutes is after how long without a key or a scan the screen asks again who
	// is there; 0 never does.
	LockMinutes int `json:"lockMinutes"`
}

// The longest times that can be set, in minutes.
const (
	mostPINMinutes  = 8 * 60
	mostLockMinutes = 4 * 60
)

// DefaultRights suit a workshop of one person.
func DefaultRights() Rights {
	return Rights{Alone: true, Currency: "EUR", PINMinutes: 30, LockMinutes: 15}
}

// Check says what is wrong with the rights.
func (r Rights) Check() error {
	switch {
	case r.OperatorLimit != nil && *r.OperatorLimit < 0:
		return fault.New(fault.Invalid, "errors_people.limit", nil).At("operatorLimit")
	case r.LeadLimit != nil && *r.LeadLimit < 0:
		return fault.New(fault.Invalid, "errors_people.limit", nil).At("leadLimit")
	case r.LeadLimit != nil && (r.OperatorLimit == nil || *r.OperatorLimit > *r.LeadLimit):
		return fault.New(fault.Invalid, "errors_people.limit_order", nil).At("leadLimit")
	case r.PINMinutes < 0 || r.PINMinutes > mostPINMinutes:
		return fault.New(fault.Invalid, "errors_people.pin_minutes", fault.Args{"most": mostPINMinutes}).At("pinMinutes")
	case r.LockMinutes < 0 || r.LockMinutes > mostLockMinutes:
		return fault.New(fault.Invalid, "errors_people.lock_minutes", fault.Args{"most": mostLockMinutes}).At("lockMinutes")
	default:
		return nil
	}
}

// SaveRights changes who may do what.
func (s *Station) SaveRights(ctx context.Context, order Order, rights Rights) error {
	if err := rights.Check(); err != nil {
		return err
	}
	return s.saveSetting(ctx, order, RightsSetting, rights)
}

// Shown is how somebody showed at a screen that they are who they say.
type Shown int

// The ways, from the least to the most.
const (
	NotShown Shown = iota // By their name or their badge, which is no proof.
	PINHolds              // By a PIN that they gave a while ago.
	PINTyped              // By a PIN that was typed for this very command.
)

// Given is who gives an order at a screen.
type Given struct {
	Operator store.Operator
	Shown    Shown
}

// actor is what they may do. To go against a rule is signed each time with a PIN.
func (r Rights) actor(given Given) returns.Actor {
	actor := returns.Actor{ID: given.Operator.ID}
	if atLeast(given.Operator.Role, Lead) {
		actor.Override, actor.Approve = given.Shown >= PINTyped, given.Shown >= PINHolds
	}
	limits := map[string]*int64{Clerk: r.OperatorLimit, Lead: r.LeadLimit}
	if limit := limits[given.Operator.Role]; limit != nil {
		actor.Limit = &returns.Money{Minor: *limit, Currency: r.Currency}
	}
	return actor
}

// atLeast reports whether a role has the rights of another.
func atLeast(role, other string) bool {
	return slices.Index(store.Roles(), role) >= slices.Index(store.Roles(), other)
}
