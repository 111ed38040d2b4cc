package station

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"regexp"
	"slices"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// TeamSetting is the key under which changes of the team are kept, each as a value
// of its own with its date and author.
const TeamSetting = "team"

// The changes of the team.
const (
	PersonAdded   = "added"
	PersonChanged = "changed"
	PersonLeft    = "left"
	PersonPIN     = "pin"
	PersonBadge   = "badge"
)

// TeamChange is one change of the team.
type TeamChange struct {
	What     string             `json:"what"`
	Operator returns.OperatorID `json:"operator"`
	Role     string             `json:"role,omitempty"` // Since then.
}

// Person is what is said of somebody who works here.
type Person struct {
	Name  string
	Role  string
	PIN   string // Four to twelve digits; an operator may have none, and then touches no money.
	Badge string // Code of a badge that they carry already; one is made where it is empty.
}

// badgeForm is how the screens know a badge from every other code.
var badgeForm = regexp.MustCompile(`^OP-[0-9A-Z][0-9A-Z-]{2,30}$`)

// newBadge makes the code of a badge: fifty bits, which nobody guesses.
func newBadge() string {
	code := make([]byte, 7)
	_, _ = rand.Read(code) // crypto/rand never fails: it ends the program instead.
	return "OP-" + base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(code)[:10]
}

// AddOperator adds somebody to the team.
func (s *Station) AddOperator(ctx context.Context, order Order, id returns.OperatorID, person Person) error {
	person.Name, person.Badge = plainLine(strings.TrimSpace(person.Name)), strings.ToUpper(strings.TrimSpace(person.Badge))
	if person.Badge == "" {
		person.Badge = newBadge()
	}
	added := store.Operator{ID: id, Name: person.Name, Role: person.Role, Badge: person.Badge}
	if person.PIN != "" {
		if err := s.checkNewPIN(id, person.PIN); err != nil {
			return err
		}
		added.PINHash = hashPIN(person.PIN)
	}
	return s.changeTeam(ctx, order, TeamChange{What: PersonAdded, Operator: id, Role: person.Role}, func(team []store.Operator) (store.Operator, error) {
		if slices.ContainsFunc(team, func(o store.Operator) bool { return o.ID == id }) {
			return added, fault.New(fault.Conflict, "errors_people.twice", nil)
		}
		return added, nil
	})
}

// ChangeOperator changes somebody's name or role.
func (s *Station) ChangeOperator(ctx context.Context, order Order, id returns.OperatorID, name, role string) error {
	return s.changeTeam(ctx, order, TeamChange{What: PersonChanged, Operator: id, Role: role}, change(id, func(o *store.Operator) {
		o.Name, o.Role = plainLine(strings.TrimSpace(name)), role
	}))
}

// ChangePIN gives somebody another PIN.
func (s *Station) ChangePIN(ctx context.Context, order Order, id returns.OperatorID, pin string) error {
	if err := s.checkNewPIN(id, pin); err != nil {
		return err
	}
	hash := hashPIN(pin)
	return s.changeTeam(ctx, order, TeamChange{What: PersonPIN, Operator: id}, change(id, func(o *store.Operator) { o.PINHash = hash }))
}

// ChangeBadge gives somebody another badge, a new one where the code is empty: the
// one that was lost opens nothing any more.
func (s *Station) ChangeBadge(ctx context.Context, order Order, id returns.OperatorID, code string) error {
	if code = strings.ToUpper(strings.TrimSpace(code)); code == "" {
		code = newBadge()
	}
	return s.changeTeam(ctx, order, TeamChange{What: PersonBadge, Operator: id}, change(id, func(o *store.Operator) { o.Badge = code }))
}

// OperatorLeaves takes somebody out of the team. The journal goes on naming them;
// their badge and their PIN open nothing any more.
func (s *Station) OperatorLeaves(ctx context.Context, order Order, id returns.OperatorID) error {
	return s.changeTeam(ctx, order, TeamChange{What: PersonLeft, Operator: id}, change(id, func(o *store.Operator) {
		o.LeftAt, o.PINHash, o.Badge = s.now(), "", ""
	}))
}

// change changes one of the team.
func change(id returns.OperatorID, apply func(*store.Operator)) func([]store.Operator) (store.Operator, error) {
	return func(team []store.Operator) (store.Operator, error) {
		at := slices.IndexFunc(team, func(o store.Operator) bool { return o.ID == id && o.LeftAt.IsZero() })
		if at < 0 {
			return store.Operator{}, fault.New(fault.NotFound, "errors_people.unknown", nil)
		}
		changed := team[at]
		apply(&changed)
		return changed, nil
	}
}

// changeTeam commits a change of the team, with its date and author.
func (s *Station) changeTeam(ctx context.Context, order Order, what TeamChange, decide func([]store.Operator) (store.Operator, error)) error {
	_, err := s.commit(ctx, order, "Team "+what.What, func(t *turn) (returns.CaseID, error) {
		if err := s.May(order, ChangeSettings); err != nil {
			return "", err
		}
		team, err := t.Operators()
		if err != nil {
			return "", err
		}
		changed, err := decide(team)
		if err != nil {
			return "", err
		}
		if err := checkTeam(team, changed); err != nil {
			return "", err
		}
		if err := t.SaveOperator(changed); err != nil {
			return "", err
		}
		return "", t.SetSetting(TeamSetting, what, order.Actor.ID)
	})
	if err != nil {
		return err
	}
	return s.loadSettings(ctx)
}

// checkTeam says what is wrong with the team once one of it has changed.
func checkTeam(team []store.Operator, changed store.Operator) error {
	here := func(also func(store.Operator) bool) bool {
		return slices.ContainsFunc(team, func(o store.Operator) bool { return o.ID != changed.ID && o.LeftAt.IsZero() && also(o) })
	}
	left := !changed.LeftAt.IsZero()
	switch {
	case (left || changed.Role != Manager) && !here(func(o store.Operator) bool { return o.Role == Manager }):
		return fault.New(fault.Conflict, "errors_people.last_manager", nil).At("role")
	case left:
		return nil
	case changed.Name == "":
		return fault.New(fault.Invalid, "errors_people.name", nil).At("name")
	case here(func(o store.Operator) bool { return strings.EqualFold(o.Name, changed.Name) }):
		return fault.New(fault.Conflict, "errors_people.same_name", nil).At("name")
	case !slices.Contains(store.Roles(), changed.Role):
		return fault.New(fault.Invalid, "errors_people.role", nil).At("role")
	case changed.Role != Clerk && changed.PINHash == "":
		return fault.New(fault.Invalid, "errors_people.role_pin", nil).At("newPin")
	case changed.Badge != "" && !badgeForm.MatchString(changed.Badge):
		return fault.New(fault.Invalid, "errors_people.badge_form", nil).At("badge")
	case changed.Badge != "" && slices.ContainsFunc(team, func(o store.Operator) bool { return o.ID != changed.ID && o.Badge == changed.Badge }):
		return fault.New(fault.Conflict, "errors_people.badge_taken", nil).At("badge")
	default:
		return nil
	}
}

// checkNewPIN says whether somebody may have a PIN. No two people have the same,
// since a PIN says by itself whose it is; the sentence does not say that it is one.
func (s *Station) checkNewPIN(id returns.OperatorID, pin string) error {
	if err := CheckPIN(pin); err != nil {
		return fault.Of(err).At("newPin")
	}
	if owner, taken := s.Settings().owner(pin, id); taken && owner.ID != id {
		return fault.New(fault.Invalid, "errors_people.pin_unfit", nil).At("newPin")
	}
	return nil
}

// OperatorByBadge finds who carries a badge.
func (s *Station) OperatorByBadge(code string) (store.Operator, error) {
	code = strings.ToUpper(strings.TrimSpace(code))
	for _, operator := range s.Settings().Team {
		if code != "" && operator.Badge == code {
			return operator, nil
		}
	}
	return store.Operator{}, fault.New(fault.NotFound, "errors_people.badge_unknown", nil)
}

// Member finds one of the team.
func (s *Station) Member(id returns.OperatorID) (store.Operator, error) {
	for _, operator := range s.Settings().Team {
		if operator.ID == id {
			return operator, nil
		}
	}
	return store.Operator{}, fault.New(fault.NotFound, "errors_people.unknown", nil)
}
