package station

import (
	"context"
	"reflect"
	"slices"

	"revient/app/fault"
	"revient/app/policy"
)

// RuleRows writes a version of the rules as a person reads it, with examples that
// begin now at the workshop.
func (s *Station) RuleRows(version policy.Policy) ([]policy.RuleRow, error) {
	return policy.Rows(version, s.now(), *s.place.Load())
}

// PolicyNamed is a version of the rules by its name.
func (s *Station) PolicyNamed(version string) (policy.Policy, error) {
	kept, known := s.rules.Load().versions[version]
	if !known {
		return policy.Policy{}, fault.New(fault.NotFound, "errors_rules.version", fault.Args{"version": version}).At("version")
	}
	return kept, nil
}

// RuleEdit is what a person changed of the rules: settings by their field, as they
// chose or typed them, and the whole table of campaigns where they touched it.
type RuleEdit struct {
	Values    map[string]string
	Campaigns []policy.Campaign // nil leaves the table as it is.
}

// EditPolicy returns the rules in force with an edit, which nobody has signed yet.
func (s *Station) EditPolicy(edit RuleEdit) (policy.Policy, error) {
	next := s.Policy()
	next.Campaigns = slices.Clone(next.Campaigns)
	var err error
	for field, value := range edit.Values {
		if next, err = next.With(field, value); err != nil {
			return policy.Policy{}, err
		}
	}
	if edit.Campaigns != nil {
		next.Campaigns = edit.Campaigns
	}
	return next, next.Validate()
}

// ChangePolicy makes an edit a new version of the rules. Cases that are open keep
// theirs; an edit that changes nothing makes none.
func (s *Station) ChangePolicy(ctx context.Context, order Order, edit RuleEdit) (policy.Policy, error) {
	next, err := s.EditPolicy(edit)
	if err != nil {
		return policy.Policy{}, err
	}
	if reflect.DeepEqual(next, s.Policy()) {
		return policy.Policy{}, fault.New(fault.Invalid, "errors_rules.same", nil)
	}
	return s.SetPolicy(ctx, order, next)
}
