package api

import (
	"context"
	"time"

	"revient/app/fault"
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
