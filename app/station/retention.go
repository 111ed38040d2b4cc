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

// pastRetention is why somebody is erased whom nobody asked about.
const pastRetention = "retention"

// before is when what is past the retention ended.
func (r Retention) before(now time.Time) time.Time { return now.AddDate(0, -r.Months, 0) }

// keepFrom is the issue date from which numbered documents are still to be kept: so
// many full years after the year that they were issued in.
func (r Retention) keepFrom(now time.Time) time.Time {
	return time.Date(now.Year()-r.DocumentYears, time.January, 1, 0, 0, 0, 0, now.Location())
}

// KeepUntil is the last day on which the law obliges to keep a document of a day.
func (r Retention) KeepUntil(issued time.Time) time.Time {
	return time.Date(issued.Year()+r.DocumentYears, time.December, 31, 0, 0, 0, 0, issued.Location())
}

// Past counts what is past the retention.
type Past struct {
	Cases  int // Whose customer is to be erased, or of an erased one whose papers are.
	Buyers int // Order lines that nobody ever asked to return.
}

// Retention returns how long people are kept, and what is past it.
func (s *Station) Retention(ctx context.Context) (r Retention, past Past, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		if r, err = retention(tx); err != nil {
			return err
		}
		people, err := tx.CountToErase(r.before(s.now()))
		if err != nil {
			return err
		}
		papers, err := tx.CountKeptPast(r.keepFrom(s.now().In(s.Zone())))
		if err != nil {
			return err
		}
		past.Cases = people + papers
		past.Buyers, err = tx.CountPastBuyers(r.before(s.now()))
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

// EraseDue forgets the customers whose cases ended longer ago than they are kept, the
// papers of erased ones that the law no longer obliges to keep, and the buyers of what
// left as long ago and never came back. Who has another case that is open stays.
func (s *Station) EraseDue(ctx context.Context, order Order) (Erased, error) {
	if err := s.May(order, returns.ErasePerson{}.Name()); err != nil {
		return Erased{}, err
	}
	if done, repeated, err := s.erasedBy(ctx, order.ID); repeated || err != nil {
		return done, err
	}
	due, skipped, buyers := []returns.CaseID{}, 0, 0
	err := s.db.View(ctx, func(tx *store.ReadTx) error {
		kept, err := retention(tx)
		if err != nil {
			return err
		}
		past, err := tx.CasesToErase(kept.before(s.now()), mostErased)
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
		if err != nil {
			return err
		}
		due = append(due, papers...)
		buyers, err = tx.CountPastBuyers(kept.before(s.now()))
		return err
	})
	if err != nil || len(due)+buyers == 0 {
		return Erased{Kept: []string{}, Skipped: skipped}, err
	}
	return s.erase(ctx, order, due, erasure{Because: pastRetention, Done: Erased{Skipped: skipped}})
}
