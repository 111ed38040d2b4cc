package station

import (
	"context"
	"encoding/json"
	"fmt"

	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// policySetting keeps every version of the rules: an edit adds one, and a case keeps
// the one that it was opened under.
const policySetting = "policy"

// policyBook is every version of the rules, and the one in force.
type policyBook struct {
	inForce  policy.Policy
	versions map[string]policy.Policy
}

// newPolicyBook starts with the rules that the program comes with.
func newPolicyBook() *policyBook {
	first := policy.Default()
	return &policyBook{inForce: first, versions: map[string]policy.Policy{first.Version: first}}
}

// Policy is the version of the rules in force.
func (s *Station) Policy() policy.Policy { return s.rules.Load().inForce }

// policyOf is the version of the rules that a case is judged by. A version that this
// station does not know, as after a restore from another one, is read as the present.
func (s *Station) policyOf(c returns.Case) policy.Policy {
	book := s.rules.Load()
	version := c.Policy
	if version == "" {
		version = policy.Default().Version // Opened before versions were kept.
	}
	if kept, known := book.versions[version]; known {
		return kept
	}
	return book.inForce
}

// PolicyVersions lists every version of the rules, the newest first.
func (s *Station) PolicyVersions(ctx context.Context) (versions []policy.Policy, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		versions, err = policyVersions(tx)
		return err
	})
	return append(versions, policy.Default()), err
}

func policyVersions(tx *store.ReadTx) ([]policy.Policy, error) {
	kept, err := tx.SettingHistory(policySetting)
	if err != nil {
		return nil, err
	}
	versions := []policy.Policy{}
	for _, value := range kept {
		version, err := policy.Parse(value.Value)
		if err != nil {
			return nil, fmt.Errorf("read version of the rules: %w", err)
		}
		versions = append(versions, version)
	}
	return versions, nil
}

// loadPolicies reads every version of the rules; the newest one is in force.
func (s *Station) loadPolicies(tx *store.ReadTx) (*policyBook, error) {
	book := newPolicyBook()
	versions, err := policyVersions(tx)
	if err != nil {
		return nil, err
	}
	for i, version := range versions {
		book.versions[version.Version] = version
		if i == 0 {
			book.inForce = version
		}
	}
	return book, nil
}

// SetPolicy makes a new version of the rules, dated now and signed. Cases that are
// open keep theirs.
func (s *Station) SetPolicy(ctx context.Context, order Order, next policy.Policy) (policy.Policy, error) {
	taken := []string{}
	for version := range s.rules.Load().versions {
		taken = append(taken, version)
	}
	revised := next.Revise(string(order.Actor.ID), s.now(), taken)
	if err := revised.Validate(); err != nil {
		return policy.Policy{}, err
	}
	_, err := s.commit(ctx, order, "SetPolicy", func(t *turn) (returns.CaseID, error) {
		raw, err := json.Marshal(revised)
		if err != nil {
			return "", fmt.Errorf("encode rules: %w", err)
		}
		return "", t.SetSetting(policySetting, json.RawMessage(raw), order.Actor.ID)
	})
	if err != nil {
		return policy.Policy{}, err
	}
	if err := s.loadSettings(ctx); err != nil {
		return policy.Policy{}, err
	}
	return s.Policy(), nil
}
