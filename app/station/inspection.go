package station

import (
	"context"

	"revient/app/catalog"
	"revient/app/returns"
)

// ReadIdentity records the IMEI or serial number read on the device. The first
// reading begins the inspection.
func (s *Station) ReadIdentity(ctx context.Context, order Order, id returns.CaseID, reading returns.ReadIdentity) (returns.CaseID, error) {
	return s.run(ctx, order, "ReadIdentity", func(t *turn) (returns.CaseID, error) {
		c, err := t.inspected(id)
		if err != nil {
			return "", err
		}
		_, err = t.decide(c, reading)
		return id, err
	})
}

// RecordChecks records answers to checks.
func (s *Station) RecordChecks(ctx context.Context, order Order, id returns.CaseID, answers []CheckAnswer) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		results := make(map[string]returns.CheckResult, len(answers))
		for _, given := range answers {
			answer, err := judge(given)
			if err != nil {
				return nil, err
			}
			reason, err := t.SaveText("check", answer.Reason)
			if err != nil {
				return nil, err
			}
			results[answer.Code] = returns.CheckResult{Answer: answer.Answer, Defect: answer.Defect, Value: answer.Value, Reason: reason}
		}
		return returns.RecordChecks{Results: results}, nil
	})
}

// CheckAnswer is the answer to one check, with its reason in plain words.
type CheckAnswer struct {
	Code   string
	Answer returns.Answer
	Defect string
	Value  string
	Reason string
}

// StopInspection ends the inspection for a finding of the catalogue. What needs no
// inspection to be seen, such as an empty parcel, begins and ends one at once.
func (s *Station) StopInspection(ctx context.Context, order Order, id returns.CaseID, code string) (returns.CaseID, error) {
	return s.run(ctx, order, "StopInspection", func(t *turn) (returns.CaseID, error) {
		finding, err := catalog.FindingByCode(code)
		if err != nil {
			return "", err
		}
		c, err := t.inspected(id)
		if err != nil {
			return "", err
		}
		_, err = t.decide(c, returns.StopInspection{Defect: finding.Defect(), Views: finding.Photos, Absent: finding.Absent})
		return id, err
	})
}

// inspected returns a case whose inspection has begun: it begins now for a device
// that nobody looked at yet.
func (t *turn) inspected(id returns.CaseID) (returns.Case, error) {
	c, err := t.Case(id)
	if err != nil || c.Stage != returns.Received {
		return c, err
	}
	start, err := t.station.profileFor(c)
	if err != nil {
		return c, err
	}
	return t.decide(c, start)
}

// CompleteInspection ends the inspection.
func (s *Station) CompleteInspection(ctx context.Context, order Order, id returns.CaseID) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(*turn, returns.Case) (returns.Command, error) {
		return returns.CompleteInspection{}, nil
	})
}

// Reinspect starts the inspection over.
func (s *Station) Reinspect(ctx context.Context, order Order, id returns.CaseID) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(_ *turn, c returns.Case) (returns.Command, error) {
		start, err := s.profileFor(c)
		return returns.Reinspect(start), err
	})
}
