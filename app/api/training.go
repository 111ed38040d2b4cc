package api

import (
	"context"
	"time"

	"revient/app/fault"
	"revient/app/store"
)

// SetClock moves the clock of a training station: to a day and time on the
// workshop's clock, an instant (RFC 3339), or back to the machine's when at is "".
func (s *Station) SetClock(at string) (Bootstrap, error) {
	return guard(s.api, "Station.SetClock", func(ctx context.Context) (Bootstrap, error) {
		if s.api.options.Clock == nil {
			return Bootstrap{}, fault.New(fault.Conflict, "errors_api.no_training", nil)
		}
		moment := time.Time{}
		if at != "" {
			parsed, err := parseClock(at, s.api.station.Zone())
			if err != nil {
				return Bootstrap{}, err
			}
			moment = parsed
		}
		if err := s.api.options.Clock.Set(moment); err != nil {
			return Bootstrap{}, err
		}
		if s.api.options.Syncer != nil {
			s.api.options.Syncer.SyncNow() // What it waits for may be due now.
		}
		s.api.bells.ring()
		return s.api.bootstrap(ctx)
	})
}

func parseClock(at string, zone *time.Location) (time.Time, error) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04", "2006-01-02 15:04"} {
		if parsed, err := time.ParseInLocation(form, at, zone); err == nil {
			return parsed, nil
		}
	}
	return time.Time{}, fault.New(fault.Invalid, "errors_api.clock", nil).At("at")
}

// behind is by how much the clock may be behind the journal before anybody is told: a
// machine sets its clock by itself, by little.
const behind = time.Minute

// latest is until when the journal goes, where the clock is behind it.
func (a *API) latest(ctx context.Context) (string, error) {
	latest, err := read(ctx, a, func(tx *store.ReadTx) (time.Time, error) { return tx.Latest() })
	if err != nil || !latest.After(a.station.Now().Add(behind)) {
		return "", err
	}
	return instant(latest), nil
}
