package station

import (
	"context"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

// PauseLane stops a lane of an account until ResumeLanes. reason is a message key.
func (s *Station) PauseLane(ctx context.Context, account string, lane returns.Lane, reason string) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PauseLane(account, lane, reason, time.Time{})
	})
}

// ResumeLanes lets the lanes of an account go on that were paused for a reason.
// Lanes that wait for another one, such as money after a restore, go on waiting.
func (s *Station) ResumeLanes(ctx context.Context, account, reason string) error {
	pauses, err := s.pausesFor(ctx, account, reason)
	if err != nil || len(pauses) == 0 {
		return err
	}
	return s.db.Update(ctx, func(tx *store.Tx) error {
		for _, pause := range pauses {
			if err := tx.ResumeLane(pause.Account, pause.Lane); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Station) pausesFor(ctx context.Context, account, reason string) (waiting []store.LanePause, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		pauses, err := tx.LanePauses()
		for _, pause := range pauses {
			if pause.Account == account && pause.Reason == reason {
				waiting = append(waiting, pause)
			}
		}
		return err
	})
	return waiting, err
}

// Hasten lets what was put off because nothing answered leave at once.
func (s *Station) Hasten(ctx context.Context, account string) error {
	return s.db.Update(ctx, func(tx *store.Tx) error { return tx.HastenActions(account) })
}
