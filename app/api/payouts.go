package api

import (
	"context"

	"revient/app/fault"
	"revient/app/station"
	"revient/app/store"
)

// Payouts lists the marketplace's statements that were taken in.
func (s *Books) Payouts() (PayoutsView, error) {
	return guard(s.api, "Books.Payouts", s.api.payoutsView)
}

// PreviewPayout reads a statement that was opened, and sets it beside the refunds.
// Nothing is written.
func (s *Books) PreviewPayout(file string) (PayoutView, error) {
	return guard(s.api, "Books.PreviewPayout", func(ctx context.Context) (PayoutView, error) {
		opened, account, err := s.statement(ctx, file)
		if err != nil {
			return PayoutView{}, err
		}
		read, err := s.api.station.ReadPayout(ctx, account, opened.name, opened.raw)
		if err != nil {
			return PayoutView{}, err
		}
		view, err := s.api.payoutView(ctx, read)
		view.File = opened.id
		return view, err
	})
}

// TakePayout keeps a statement with the refunds that its lines are. It changes no
// refund.
func (s *Books) TakePayout(command, file string) (PayoutView, error) {
	return guard(s.api, "Books.TakePayout", func(ctx context.Context) (PayoutView, error) {
		opened, account, err := s.statement(ctx, file)
		if err != nil {
			return PayoutView{}, err
		}
		order, err := s.api.order(command, "")
		if err != nil {
			return PayoutView{}, err
		}
		id, err := s.api.station.TakePayout(ctx, order, account, opened.name, opened.raw)
		if err != nil {
			return PayoutView{}, err
		}
		return s.api.payout(ctx, id)
	})
}

// Payout is a statement that was taken, beside the refunds as they are now.
func (s *Books) Payout(id string) (PayoutView, error) {
	return guard(s.api, "Books.Payout", func(ctx context.Context) (PayoutView, error) { return s.api.payout(ctx, id) })
}

// ConfirmProven confirms the refunds that a statement proves: the person who gives it
// says that they saw them there.
func (s *Books) ConfirmProven(command, id, pin string) (PayoutView, error) {
	return guard(s.api, "Books.ConfirmProven", func(ctx context.Context) (PayoutView, error) {
		order, err := s.api.order(command, pin)
		if err != nil {
			return PayoutView{}, err
		}
		if _, err := s.api.station.SettleProven(ctx, order, id); err != nil {
			return PayoutView{}, err
		}
		return s.api.payout(ctx, id)
	})
}

// statement is an open table, and the account whose statement it is.
func (s *Books) statement(ctx context.Context, file string) (table, string, error) {
	opened, err := s.api.tables.find(file)
	if err != nil {
		return opened, "", err
	}
	account, err := s.api.payingAccount(ctx)
	if err == nil && account == "" {
		err = fault.New(fault.Conflict, "errors_payout.no_account", nil)
	}
	return opened, account, err
}

// payingAccount is the account that pays out: a station works with one.
func (a *API) payingAccount(ctx context.Context) (string, error) {
	return read(ctx, a, func(tx *store.ReadTx) (string, error) {
		accounts, err := tx.Accounts()
		if err != nil || len(accounts) == 0 {
			return "", err
		}
		return accounts[0].ID, nil
	})
}

func (a *API) payoutsView(ctx context.Context) (PayoutsView, error) {
	view := PayoutsView{Payouts: []PayoutRow{}}
	var err error
	if view.Account, err = a.payingAccount(ctx); err != nil {
		return view, err
	}
	names, err := a.names(ctx)
	if err != nil {
		return view, err
	}
	taken, err := a.station.Payouts(ctx)
	for _, payout := range taken {
		view.Payouts = append(view.Payouts, PayoutRow{
			ID: payout.ID, Name: payout.Name, At: instant(payout.At), By: names[payout.Actor], Lines: payout.Lines, Matched: payout.Matched,
		})
	}
	return view, err
}

func (a *API) payout(ctx context.Context, id string) (PayoutView, error) {
	taken, err := a.station.Payout(ctx, id)
	if err != nil {
		return PayoutView{}, err
	}
	return a.payoutView(ctx, taken)
}

func (a *API) payoutView(ctx context.Context, r station.Reconciliation) (PayoutView, error) {
	view := PayoutView{
		ID: r.Payout.ID, Name: r.Payout.Name, Account: r.Payout.Account, At: instant(r.Payout.At), Rows: r.Rows, Others: r.Others,
		Lines: []PayoutLineView{}, Missing: []MissingRefundView{}, Bad: rowFaults(r.Bad), BadRows: badRows(r.Bad), Ignored: append([]string{}, r.Ignored...),
	}
	if r.Earlier != nil {
		view.Earlier = r.Earlier.ID
	}
	for _, match := range r.Matches {
		if match.Standing == station.PayoutProves {
			view.Proven++
		}
		view.Lines = append(view.Lines, payoutLineView(match))
	}
	for _, missing := range r.Missing {
		view.Missing = append(view.Missing, MissingRefundView{
			Case: string(missing.CaseID), Number: missing.Number, OrderRef: missing.OrderRef, Amount: money(missing.Amount), State: string(missing.State),
		})
	}
	names, err := a.names(ctx)
	view.By = names[r.Payout.Actor]
	return view, err
}

func payoutLineView(match station.PayoutMatch) PayoutLineView {
	paid := match.Amount
	if paid.Minor < 0 {
		paid.Minor = -paid.Minor
	}
	view := PayoutLineView{
		Line: match.Line, OrderRef: match.OrderRef, Kind: match.Kind, At: instant(match.At), Paid: money(paid), Standing: string(match.Standing),
	}
	if match.Ours != nil {
		ours := money(match.Ours.Amount)
		view.Case, view.Number, view.State, view.Ours = string(match.Ours.CaseID), match.Ours.Number, string(match.Ours.State), &ours
	}
	return view
}
