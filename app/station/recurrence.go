package station

import (
	"cmp"
	"context"
	"slices"
	"time"

	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// CaseDevice is what the records say of the device of a case, beyond the case.
type CaseDevice struct {
	Code      string          // What the device is known by: its page is found by it.
	Flags     []policy.Reason // A device or a customer that returns often.
	Elsewhere []SoldRecord    // The device that was found was sold on these other orders.
	Unit      store.SoldUnit  // What left with the order line; its Source is empty where no file says it.
}

// DeviceOf is what the records say of the device of a case.
func (s *Station) DeviceOf(ctx context.Context, id returns.CaseID) (of CaseDevice, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		c, err := tx.Case(id)
		if err != nil {
			return err
		}
		of.Code = deviceCode(c)
		if of.Unit, err = soldWith(tx, c); err != nil {
			return err
		}
		if of.Elsewhere, err = elsewhere(tx, c); err != nil {
			return err
		}
		of.Flags, err = s.recurrence(tx, c)
		return err
	})
	return of, err
}

// elsewhere lists the other orders on which the device that was found was sold.
func elsewhere(tx *store.ReadTx, c returns.Case) ([]SoldRecord, error) {
	found := cmp.Or(c.Identity.IMEI, c.Identity.Serial)
	if found == "" || c.Identity.State == returns.IdentityMatch {
		return nil, nil
	}
	records, err := soldAs(tx, found)
	return slices.DeleteFunc(records, func(r SoldRecord) bool { return c.Sale != nil && r.OrderRef == c.Sale.OrderRef }), err
}

// recurrence states the facts of a device or a customer that returns often.
func (s *Station) recurrence(tx *store.ReadTx, c returns.Case) ([]policy.Reason, error) {
	counts := policy.Counts{}
	if code := deviceCode(c); code != "" {
		known, err := tx.DeviceCases(code)
		if err != nil {
			return nil, err
		}
		cases, err := casesOf(tx, known, func(d store.DeviceCase) returns.CaseID { return d.ID })
		if err != nil {
			return nil, err
		}
		counts = s.deviceReturns(known, cases)
	}
	summaries, err := tx.CustomerCases(c.ID)
	if err != nil {
		return nil, err
	}
	theirs, err := casesOf(tx, summaries, func(s store.CaseSummary) returns.CaseID { return s.ID })
	if err != nil {
		return nil, err
	}
	for i, summary := range summaries {
		if countsAsReturn(theirs[i]) {
			counts.Customer++
			counts.CustomerSince = earlier(counts.CustomerSince, summary.RequestedAt, s.Zone())
		}
	}
	return s.policyOf(c).Recurrence(counts), nil
}

// deviceReturns counts the returns of a device: the cases in which it came back, or
// is to.
func (s *Station) deviceReturns(known []store.DeviceCase, cases []returns.Case) policy.Counts {
	counts := policy.Counts{}
	for i, of := range known {
		if (of.Sold || of.Found) && countsAsReturn(cases[i]) {
			counts.Device++
			counts.DeviceSince = earlier(counts.DeviceSince, of.RequestedAt, s.Zone())
		}
	}
	return counts
}

// countsAsReturn leaves out what never came, what was said no to, and what goes on
// as another case.
func countsAsReturn(c returns.Case) bool {
	return c.Stage != returns.Canceled && c.Stage != returns.Declined && c.AbsorbedInto == ""
}

func earlier(day policy.Day, at time.Time, zone *time.Location) policy.Day {
	if other := policy.DayOf(at, zone); !at.IsZero() && (day.IsZero() || other.Before(day)) {
		return other
	}
	return day
}
