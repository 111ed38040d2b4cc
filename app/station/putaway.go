package station

import (
	"context"

	"revient/app/fault"
	"revient/app/returns"
)

// PutAway is the end of a device's way: erased, graded and put somewhere. What
// is left empty is left as it is.
type PutAway struct {
	Wipe  returns.RecordWipe
	Grade string
	Move  returns.Move
}

// PutAway records what is given of it in one go.
func (s *Station) PutAway(ctx context.Context, order Order, id returns.CaseID, end PutAway) (returns.CaseID, error) {
	if end.Wipe.State == returns.WipeOpen && end.Grade == "" && end.Move.Place == "" {
		return "", fault.New(fault.Invalid, "errors_returns.move.place", nil).At("place")
	}
	return s.run(ctx, order, "PutAway", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(id)
		if err != nil {
			return "", err
		}
		if end.Wipe.State != returns.WipeOpen {
			if c, err = t.decide(c, end.Wipe); err != nil {
				return "", err
			}
		}
		if end.Grade != "" {
			if c, err = t.decide(c, returns.RecordGrade{Grade: end.Grade}); err != nil {
				return "", err
			}
		}
		if end.Move.Place != "" {
			if _, err = t.decide(c, end.Move); err != nil {
				return "", err
			}
		}
		return id, nil
	})
}
