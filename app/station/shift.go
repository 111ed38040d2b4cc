package station

import (
	"cmp"
	"slices"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

// Shift is what one shift leaves to the next.
type Shift struct {
	At        time.Time
	Late      int // Cases overdue,
	Today     int // and cases due before the day is over.
	Holds     []Held
	Unknown   []Doubted
	Promises  []Promised
	Approvals int // Decisions that wait for a second person.
}

// Held is a case on hold, the first to be looked at again before the others.
type Held struct {
	Case returns.Case
	Late bool // It was to be looked at before now.
}

// Doubted is a refund of which nobody knows whether it was made.
type Doubted struct {
	Case   returns.Case
	Refund returns.Refund
}

// Promised is an open promise to a customer, the first that is due before the
// others and those without a day last.
type Promised struct {
	Case returns.Case
	Note returns.Note
	Late bool
}

// mostOfShift is how many cases of a kind a hand-over names; whoever leaves more
// behind reads the worklist.
const mostOfShift = 200

// Shift gathers the hand-over, in one state of the data.
func (s *Station) Shift(tx *store.ReadTx) (Shift, error) {
	now := s.now().In(s.Zone())
	shift := Shift{At: now}
	tomorrow := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 1, now.Location())
	var err error
	for _, count := range []struct {
		into   *int
		filter store.WorklistFilter
	}{
		{&shift.Late, store.WorklistFilter{DueBefore: now}},
		{&shift.Today, store.WorklistFilter{DueBefore: tomorrow}},
		{&shift.Approvals, store.WorklistFilter{Approval: true}},
	} {
		if *count.into, err = tx.CountCases(count.filter); err != nil {
			return shift, err
		}
	}
	shift.Today -= shift.Late
	for _, part := range []struct {
		filter store.WorklistFilter
		add    func(returns.Case)
	}{
		{store.WorklistFilter{OnHold: true}, func(c returns.Case) { shift.addHeld(c, now) }},
		{store.WorklistFilter{Money: []returns.RefundState{returns.RefundIsUnknown}}, shift.addDoubted},
		{store.WorklistFilter{Promised: true}, func(c returns.Case) { shift.addPromised(c, now) }},
		{store.WorklistFilter{Promised: true, Ended: true}, func(c returns.Case) { shift.addPromised(c, now) }},
	} {
		if err := eachCase(tx, part.filter, part.add); err != nil {
			return shift, err
		}
	}
	slices.SortStableFunc(shift.Holds, func(a, b Held) int { return sooner(a.Case.Hold.ReviewAt, b.Case.Hold.ReviewAt) })
	slices.SortStableFunc(shift.Promises, func(a, b Promised) int { return sooner(a.Note.Until, b.Note.Until) })
	return shift, nil
}

func eachCase(tx *store.ReadTx, filter store.WorklistFilter, add func(returns.Case)) error {
	filter.Limit = mostOfShift
	found, err := tx.Worklist(filter)
	if err != nil {
		return err
	}
	for _, summary := range found {
		c, err := tx.Case(summary.ID)
		if err != nil {
			return err
		}
		add(c)
	}
	return nil
}

func (shift *Shift) addHeld(c returns.Case, now time.Time) {
	if c.Hold != nil {
		shift.Holds = append(shift.Holds, Held{Case: c, Late: overdue(c.Hold.ReviewAt, now)})
	}
}

func (shift *Shift) addDoubted(c returns.Case) {
	for _, refund := range c.Refunds {
		if refund.State == returns.RefundIsUnknown {
			shift.Unknown = append(shift.Unknown, Doubted{Case: c, Refund: refund})
		}
	}
}

func (shift *Shift) addPromised(c returns.Case, now time.Time) {
	for _, note := range c.Notes {
		if note.Promise && !note.KeptAt.Known() {
			shift.Promises = append(shift.Promises, Promised{Case: c, Note: note, Late: overdue(note.Until, now)})
		}
	}
}

func overdue(by returns.Moment, now time.Time) bool { return by.Known() && by.At.Before(now) }

// sooner orders what is due: what has no day comes last.
func sooner(a, b returns.Moment) int {
	if a.Known() != b.Known() {
		if a.Known() {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.At.UnixNano(), b.At.UnixNano())
}
