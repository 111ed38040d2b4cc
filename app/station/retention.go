package station

import (
	"context"
	"slices"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// retentionSetting is the key of how long is kept what names people.
const retentionSetting = "retention"

// Retention says how long is kept what names people.
type Retention struct {
	// Months is how long a customer is kept after their case ended.
	Months int `json:"months"`
	// DocumentYears is how long the law obliges to keep numbered documents: ten years
	// from the end of the financial year (C. com. L123-22).
	DocumentYears int `json:"documentYears"`
}

func defaultRetention() Retention { return Retention{Months: 24, DocumentYears: 10} }

// The longest times that can be set. A workshop that keeps its papers for less than
// the law says answers for it itself: another country's law may say less.
const (
	mostMonths = 120
	mostYears  = 30
)

// check says what is wrong with a retention.
func (r Retention) check() error {
	switch {
	case r.Months < 1 || r.Months > mostMonths:
		return fault.New(fault.Invalid, "errors_station.retention", fault.Args{"min": 1, "max": mostMonths}).At("months")
	case r.DocumentYears < 1 || r.DocumentYears > mostYears:
		return fault.New(fault.Invalid, "errors_station.retention", fault.Args{"min": 1, "max": mostYears}).At("documentYears")
	default:
		return nil
	}
}

// keepFrom is the issue date from which numbered documents are still to be kept: so
// many full years after the year that they were issued in.
func (r Retention) keepFrom(now time.Time) time.Time {
	return time.Date(now.Year()-r.DocumentYears, time.January, 1, 0, 0, 0, 0, now.Location())
}

// KeepUntil is the last day on which the law obliges to keep a document of a day.
func (r Retention) KeepUntil(issued time.Time) time.Time {
	return time.Date(issued.Year()+r.DocumentYears, time.December, 31, 0, 0, 0, 0, issued.Location())
}

// Retention returns how long people are kept, and how many cases are past it: those
// whose customer is to be erased, and those of an erased one whose papers are.
func (s *Station) Retention(ctx context.Context) (r Retention, past int, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		if r, err = retention(tx); err != nil {
			return err
		}
		people, err := tx.CountToErase(s.now().AddDate(0, -r.Months, 0))
		if err != nil {
			return err
		}
		papers, err := tx.CountKeptPast(r.keepFrom(s.now().In(s.Zone())))
		past = people + papers
		return err
	})
	return r, past, err
}

func retention(tx *store.ReadTx) (Retention, error) {
	r := defaultRetention()
	_, err := tx.Setting(retentionSetting, &r)
	return r, err
}

// SetRetention changes how long people are kept.
func (s *Station) SetRetention(ctx context.Context, order Order, r Retention) error {
	if err := s.May(order, ChangeSettings); err != nil {
		return err
	}
	if err := r.check(); err != nil {
		return err
	}
	return s.saveSetting(ctx, order, retentionSetting, r)
}

// mostErased is how many cases one press of the button erases: the files are written
// anew after it, while everybody waits.
const mostErased = 500

// EraseDue forgets the customers whose cases ended longer ago than they are kept,
// and the papers of erased ones that the law no longer obliges to keep. Who has
// another case that is open stays.
func (s *Station) EraseDue(ctx context.Context, order Order) (Erased, error) {
	if err := s.May(order, returns.ErasePerson{}.Name()); err != nil {
		return Erased{}, err
	}
	if done, repeated, err := s.erasedBy(ctx, order.ID); repeated || err != nil {
		return done, err
	}
	due, skipped := []returns.CaseID{}, 0
	err := s.db.View(ctx, func(tx *store.ReadTx) error {
		kept, err := retention(tx)
		if err != nil {
			return err
		}
		past, err := tx.CasesToErase(s.now().AddDate(0, -kept.Months, 0), mostErased)
		if err != nil {
			return err
		}
		for _, id := range past {
			theirs, err := tx.CustomerCases(id)
			if err != nil {
				return err
			}
			if slices.ContainsFunc(theirs, func(c store.CaseSummary) bool { return !c.Stage.Ended() }) {
				skipped++
				continue
			}
			due = append(due, id)
		}
		papers, err := tx.CasesKeptPast(kept.keepFrom(s.now().In(s.Zone())), mostErased)
		due = append(due, papers...)
		return err
	})
	if err != nil || len(due) == 0 {
		return Erased{Kept: []string{}, Skipped: skipped}, err
	}
	return s.erase(ctx, order, due, erasure{Because: "retention", Done: Erased{Skipped: skipped}})
}
