package api

import (
	"context"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Sending is the service of what leaves for the marketplace.
type Sending struct{ api *API }

// View is the sending page.
func (s *Sending) View() (SyncView, error) { return guard(s.api, "Sending.View", s.api.syncView) }

func (a *API) syncView(ctx context.Context) (SyncView, error) {
	status, err := a.status(ctx)
	if err != nil {
		return SyncView{}, err
	}
	view := SyncView{Status: status, Lanes: []LaneView{}}
	if a.options.Syncer != nil {
		view.Paused = a.options.Syncer.Status().Paused
	}
	const most, latest = 500, 50
	err = a.station.View(ctx, func(tx *store.ReadTx) error {
		pauses, err := tx.LanePauses()
		if err != nil {
			return err
		}
		for _, pause := range pauses {
			view.Lanes = append(view.Lanes, LaneView{Account: pause.Account, Lane: string(pause.Lane), Reason: pause.Reason, Since: instant(pause.Since)})
		}
		waiting, err := tx.ActionsIn(most, store.ActionQueued, store.ActionSending, store.ActionSubmitting, store.ActionAccepted)
		if err != nil {
			return err
		}
		toFix, err := tx.ActionsIn(most, store.ActionToFix, store.ActionUnknown, store.ActionManual)
		if err != nil {
			return err
		}
		done, err := tx.RecentActions(latest)
		if err != nil {
			return err
		}
		for _, part := range []struct {
			into *[]ActionView
			from []store.Action
		}{{&view.Waiting, waiting}, {&view.ToFix, toFix}, {&view.Done, done}} {
			if *part.into, err = a.actionViews(tx, part.from); err != nil {
				return err
			}
		}
		return nil
	})
	return view, err
}

// actionViews shows rows of the outbox with the case that each belongs to.
func (a *API) actionViews(tx *store.ReadTx, actions []store.Action) ([]ActionView, error) {
	views := []ActionView{}
	for _, action := range actions {
		view, err := actionView(action)
		if err != nil {
			return nil, err
		}
		c, err := tx.Case(action.CaseID)
		if err != nil {
			return nil, err
		}
		view.Number, view.Title, view.AskPerson = c.Number, titleOf(c), asksPerson(c, action)
		views = append(views, view)
	}
	return views, nil
}

// SyncNow pulls and pushes without waiting for the next round.
func (s *Sending) SyncNow() (SyncView, error) {
	return guard(s.api, "Sending.SyncNow", func(ctx context.Context) (SyncView, error) {
		if s.api.options.Syncer == nil {
			return SyncView{}, fault.New(fault.Conflict, "errors_station.no_account", nil)
		}
		s.api.options.Syncer.SyncNow()
		return s.api.syncView(ctx)
	})
}

// Pause stops sending, or lets it go on.
func (s *Sending) Pause(paused bool) (SyncView, error) {
	return guard(s.api, "Sending.Pause", func(ctx context.Context) (SyncView, error) {
		if s.api.options.Syncer == nil {
			return SyncView{}, fault.New(fault.Conflict, "errors_station.no_account", nil)
		}
		s.api.options.Syncer.Pause(paused)
		return s.api.syncView(ctx)
	})
}

// ResumeLane lets a lane go on that waited for a person: whoever says so has looked
// at what it would send.
func (s *Sending) ResumeLane(account, reason, pin string) (SyncView, error) {
	return guard(s.api, "Sending.ResumeLane", func(ctx context.Context) (SyncView, error) {
		if err := s.api.unlocks(ctx, pin, station.ResumeLane); err != nil {
			return SyncView{}, err
		}
		if err := s.api.station.ResumeLanes(ctx, account, reason); err != nil {
			return SyncView{}, err
		}
		if s.api.options.Syncer != nil {
			s.api.options.Syncer.SyncNow()
		}
		return s.api.syncView(ctx)
	})
}

// Retry puts a row that a person has looked at back into the queue.
func (s *Sending) Retry(command, row string) (SyncView, error) {
	return s.change("Retry", command, row, "", func(ctx context.Context, order station.Order, id returns.CaseID, action returns.ActionID) error {
		return s.api.station.Retry(ctx, order, id, action)
	})
}

// MarkDone is a person's word that a row was done in the back office, or with the
// code "dropped", that it need not be done.
func (s *Sending) MarkDone(command, row string, form ReasonForm) (SyncView, error) {
	return s.change("MarkDone", command, row, form.PIN, func(ctx context.Context, order station.Order, id returns.CaseID, action returns.ActionID) error {
		return s.api.station.FinishByHand(ctx, order, id, action, form.Code != "dropped", form.Reason)
	})
}

func (s *Sending) change(name, command, row, pin string, run func(context.Context, station.Order, returns.CaseID, returns.ActionID) error) (SyncView, error) {
	return guard(s.api, "Sending."+name, func(ctx context.Context) (SyncView, error) {
		id, action, found := strings.Cut(row, rowSeparator)
		if !found {
			return SyncView{}, fault.New(fault.Invalid, "errors_returns.action.unknown", nil)
		}
		order, err := s.api.order(command, pin)
		if err != nil {
			return SyncView{}, err
		}
		if err := run(ctx, order, returns.CaseID(id), returns.ActionID(action)); err != nil {
			return SyncView{}, err
		}
		if s.api.options.Syncer != nil {
			s.api.options.Syncer.SyncNow()
		}
		return s.api.syncView(ctx)
	})
}
