package api

import (
	"context"

	"github.com/google/uuid"

	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/station"
	"revient/app/store"
)

// People is the service of who works here, and of who works at this screen.
type People struct{ api *API }

// SignIn says who works at the screen from now on. It takes no PIN: that is asked
// for where money, refusals or settings are touched.
func (s *People) SignIn(operator string) (Bootstrap, error) {
	return s.signIn("SignIn", func() (store.Operator, error) { return s.api.station.Member(returns.OperatorID(operator)) })
}

// SignInByBadge says by a badge who works at the screen from now on.
func (s *People) SignInByBadge(code string) (Bootstrap, error) {
	return s.signIn("SignInByBadge", func() (store.Operator, error) { return s.api.station.OperatorByBadge(code) })
}

func (s *People) signIn(name string, who func() (store.Operator, error)) (Bootstrap, error) {
	return guard(s.api, "People."+name, func(ctx context.Context) (Bootstrap, error) {
		operator, err := who()
		if err != nil {
			return Bootstrap{}, err
		}
		s.api.sits(operator.ID)
		s.api.log.Info("operator at the screen", "operator", operator.ID, "shell", s.api.options.Shell)
		return s.api.bootstrap(ctx)
	})
}

// Lock leaves the screen to whoever says next who they are.
func (s *People) Lock() (Bootstrap, error) {
	return guard(s.api, "People.Lock", func(ctx context.Context) (Bootstrap, error) {
		s.api.rises()
		return s.api.bootstrap(ctx)
	})
}

// GivePIN takes a PIN for a command that was refused for want of one; the screen
// then gives the command again. The PIN of whoever works at the screen holds for a
// while. That of somebody beside them makes this one command theirs.
func (s *People) GivePIN(command, pin string) (PINView, error) {
	return guard(s.api, "People.GivePIN", func(ctx context.Context) (PINView, error) {
		id, err := commandID(command)
		if err != nil {
			return PINView{}, err
		}
		present, _ := s.api.present()
		owner, err := s.api.station.Unlock(ctx, pin, present.ID)
		if err != nil {
			return PINView{}, err
		}
		s.api.shows(owner.ID, id)
		view := PINView{Operator: operatorView(owner)}
		if until, holds := s.api.holds(); holds && owner.ID == present.ID {
			view.Until = instant(until)
		}
		return view, nil
	})
}

// View is the team.
func (s *People) View() (TeamView, error) { return guard(s.api, "People.View", s.api.teamView) }

// change runs a change of the team or the rights, for a manager who gives their PIN.
func (s *People) change(name, command, pin string, run func(ctx context.Context, order station.Order) error) (TeamView, error) {
	return guard(s.api, "People."+name, func(ctx context.Context) (TeamView, error) {
		order, err := s.api.order(command, pin)
		if err != nil {
			return TeamView{}, err
		}
		if err := s.api.station.May(order, station.ChangeSettings); err != nil {
			return TeamView{}, err
		}
		if err := run(ctx, order); err != nil {
			return TeamView{}, err
		}
		return s.api.teamView(ctx)
	})
}

// Add adds somebody to the team.
func (s *People) Add(command string, form PersonForm, pin string) (TeamView, error) {
	return s.change("Add", command, pin, func(ctx context.Context, order station.Order) error {
		// The command's identity makes the person's, so that a repeat adds nobody.
		id := uuid.NewSHA1(uuid.MustParse(string(order.ID)), []byte("operator"))
		return s.api.station.AddOperator(ctx, order, returns.OperatorID(id.String()), station.Person{Name: form.Name, Role: form.Role, PIN: form.NewPIN})
	})
}

// Change changes somebody's name or role.
func (s *People) Change(command, id string, form PersonForm, pin string) (TeamView, error) {
	return s.change("Change", command, pin, func(ctx context.Context, order station.Order) error {
		return s.api.station.ChangeOperator(ctx, order, returns.OperatorID(id), form.Name, form.Role)
	})
}

// ChangePIN gives somebody another PIN.
func (s *People) ChangePIN(command, id, newPIN, pin string) (TeamView, error) {
	return s.change("ChangePIN", command, pin, func(ctx context.Context, order station.Order) error {
		return s.api.station.ChangePIN(ctx, order, returns.OperatorID(id), newPIN)
	})
}

// NewBadge gives somebody another badge; the one before opens nothing any more.
func (s *People) NewBadge(command, id, pin string) (TeamView, error) {
	return s.change("NewBadge", command, pin, func(ctx context.Context, order station.Order) error {
		return s.api.station.ChangeBadge(ctx, order, returns.OperatorID(id), "")
	})
}

// Leaves takes somebody out of the team.
func (s *People) Leaves(command, id, pin string) (TeamView, error) {
	return s.change("Leaves", command, pin, func(ctx context.Context, order station.Order) error {
		return s.api.station.OperatorLeaves(ctx, order, returns.OperatorID(id))
	})
}

// SaveRights changes who may do what.
func (s *People) SaveRights(command string, form RightsForm, pin string) (TeamView, error) {
	return s.change("SaveRights", command, pin, func(ctx context.Context, order station.Order) error {
		rights := s.api.station.Settings().Rights
		rights.Alone, rights.PINMinutes, rights.LockMinutes = form.Alone, form.PINMinutes, form.LockMinutes
		var err error
		if rights.OperatorLimit, err = typedLimit(form.OperatorLimit, rights.Currency, "operatorLimit"); err != nil {
			return err
		}
		if rights.LeadLimit, err = typedLimit(form.LeadLimit, rights.Currency, "leadLimit"); err != nil {
			return err
		}
		return s.api.station.SaveRights(ctx, order, rights)
	})
}

// typedLimit reads an amount as a person types it; nil where there is no limit.
func typedLimit(typed, currency, field string) (*int64, error) {
	cell := sheet.Cell{Kind: sheet.Words, Text: typed}
	if cell.Blank() {
		return nil, nil //nolint:nilnil // No limit.
	}
	amount, err := sheet.Amount(currency)(cell)
	if err != nil {
		return nil, faultAt(err, field)
	}
	return &amount.Minor, nil
}
