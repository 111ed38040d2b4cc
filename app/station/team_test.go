package station_test

import (
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// ana is the manager of the rig's workshop.
func (r *rig) ana() station.Order {
	r.Helper()
	return r.by(r.station.Settings().Manager, station.PINTyped)
}

// by is a new press of a button by somebody of the team.
func (r *rig) by(operator store.Operator, shown station.Shown) station.Order {
	r.Helper()
	return r.station.OrderOf(r.order().ID, "test", station.Given{Operator: operator, Shown: shown})
}

// joins adds somebody and returns them.
func (r *rig) joins(id returns.OperatorID, name, role, pin string) store.Operator {
	r.Helper()
	r.must(r.station.AddOperator(r.ctx, r.ana(), id, station.Person{Name: name, Role: role, PIN: pin}))
	operator, err := r.station.Member(id)
	r.must(err)
	return operator
}

func TestATeamGrowsChangesAndShrinks(t *testing.T) {
	r := newWorkshop(t)
	tom := r.joins("tom", " Tom L. ", station.Clerk, "")
	if tom.Name != "Tom L." || !strings.HasPrefix(tom.Badge, "OP-") || tom.PINHash != "" {
		t.Errorf("joined as %+v", tom)
	}
	r.must(r.station.ChangePIN(r.ctx, r.ana(), "tom", "4826"))
	r.must(r.station.ChangeOperator(r.ctx, r.ana(), "tom", "Tom Leroy", station.Lead))
	owner, err := r.unlock("4826")
	r.must(err)
	if owner.Name != "Tom Leroy" || owner.Role != station.Lead {
		t.Errorf("the PIN is %+v's", owner)
	}
	before := owner.Badge
	r.must(r.station.ChangeBadge(r.ctx, r.ana(), "tom", ""))
	_, err = r.station.OperatorByBadge(before)
	r.refused(err, fault.NotFound, "errors_people.badge_unknown")
	r.must(r.station.OperatorLeaves(r.ctx, r.ana(), "tom"))
	_, err = r.unlock("4826")
	r.refused(err, fault.Unauthorized, "errors_station.pin.wrong")
	if team := r.station.Settings().Team; len(team) != 1 || team[0].Name != "Ana" {
		t.Errorf("the team is %+v", team)
	}
	r.joins("tom-2", "Tom Leroy", station.Clerk, "4826") // Name and PIN are free again.
}

func TestEveryChangeOfTheTeamIsKeptWithItsDateAndAuthor(t *testing.T) {
	r := newWorkshop(t)
	r.joins("tom", "Tom L.", station.Clerk, "4826")
	r.must(r.station.OperatorLeaves(r.ctx, r.ana(), "tom"))
	var versions []store.SettingVersion
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		versions, err = tx.SettingHistory(station.TeamSetting)
		return err
	}))
	if len(versions) != 2 || !strings.Contains(string(versions[0].Value), `"left"`) || versions[1].Author != r.station.Settings().Manager.ID || versions[1].At.IsZero() {
		t.Errorf("kept %+v", versions)
	}
}

func TestATeamThatCannotBeIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*rig) error
		code   fault.Code
		key    string
		field  string
	}{
		"without a name": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "  ", Role: station.Clerk})
		}, fault.Invalid, "errors_people.name", "name"},
		"with a name that somebody has": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "ana", Role: station.Clerk})
		}, fault.Conflict, "errors_people.same_name", "name"},
		"with a role that there is not": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "Xavier", Role: "boss", PIN: "4826"})
		}, fault.Invalid, "errors_people.role", "role"},
		"a lead without a PIN": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "Xavier", Role: station.Lead})
		}, fault.Invalid, "errors_people.role_pin", "newPin"},
		"with a weak PIN": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "Xavier", Role: station.Clerk, PIN: "1234"})
		}, fault.Invalid, "errors_station.pin.weak", "newPin"},
		"with the PIN of somebody else": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "Xavier", Role: station.Clerk, PIN: pin})
		}, fault.Invalid, "errors_people.pin_unfit", "newPin"},
		"with a badge that is none": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "Xavier", Role: station.Clerk, Badge: "356938035643809"})
		}, fault.Invalid, "errors_people.badge_form", "badge"},
		"with the badge of somebody else": {func(r *rig) error {
			return r.station.AddOperator(r.ctx, r.ana(), "x", station.Person{Name: "Xavier", Role: station.Clerk, Badge: r.station.Settings().Manager.Badge})
		}, fault.Conflict, "errors_people.badge_taken", "badge"},
		"without a manager, who leaves": {func(r *rig) error {
			return r.station.OperatorLeaves(r.ctx, r.ana(), r.station.Settings().Manager.ID)
		}, fault.Conflict, "errors_people.last_manager", "role"},
		"without a manager, who becomes something else": {func(r *rig) error {
			return r.station.ChangeOperator(r.ctx, r.ana(), r.station.Settings().Manager.ID, "Ana", station.Lead)
		}, fault.Conflict, "errors_people.last_manager", "role"},
		"of somebody who is not there": {func(r *rig) error {
			return r.station.ChangeOperator(r.ctx, r.ana(), "nobody", "Nobody", station.Clerk)
		}, fault.NotFound, "errors_people.unknown", ""},
		"changed by a lead": {func(r *rig) error {
			lead := r.joins("lead", "Lea", station.Lead, "4826")
			return r.station.OperatorLeaves(r.ctx, r.by(lead, station.PINTyped), "lead")
		}, fault.Unauthorized, "errors_people.manager_only", "pin"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			err := c.change(r)
			r.refused(err, c.code, c.key)
			if field := fault.Of(err).Field; field != c.field {
				t.Errorf("%q is blamed", field)
			}
		})
	}
}

func TestARestartForgetsNoWrongPIN(t *testing.T) {
	r := newWorkshop(t)
	for range 3 {
		_, err := r.unlock("0000")
		r.refused(err, fault.Unauthorized, "errors_station.pin.wrong")
	}
	r.restarts()
	_, err := r.unlock(pin)
	r.refused(err, fault.Unauthorized, "errors_station.pin.wait")
	r.Advance(6 * time.Second)
	_, err = r.unlock(pin)
	r.must(err)
	r.restarts()
	_, err = r.unlock("0000")
	r.refused(err, fault.Unauthorized, "errors_station.pin.wrong") // The right one forgot them all.
}

func TestAClockThatIsSetBackDoesNotLockForAYear(t *testing.T) {
	r := newWorkshop(t)
	for range 3 {
		_, err := r.unlock("0000")
		r.refused(err, fault.Unauthorized, "errors_station.pin.wrong")
	}
	r.Advance(-365 * 24 * time.Hour)
	_, err := r.unlock(pin)
	r.must(err)
}

func TestEverybodysPINSaysWhoseItIs(t *testing.T) {
	r := newWorkshop(t)
	r.joins("nadia", "Nadia K.", station.Lead, "7319")
	r.joins("tom", "Tom L.", station.Clerk, "4826")
	for given, want := range map[string]string{pin: "Ana", "7319": "Nadia K.", "4826": "Tom L."} {
		for _, probably := range []returns.OperatorID{"", "tom", "nadia"} {
			owner, err := r.station.Unlock(r.ctx, given, probably)
			r.must(err)
			if owner.Name != want {
				t.Errorf("%s is the PIN of %s, want %s", given, owner.Name, want)
			}
		}
	}
}
