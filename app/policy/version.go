package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"time"

	"revient/app/fault"
)

// Parse reads a policy from JSON. A field that it does not know is an error. A
// field that is missing, because an older program wrote the policy, has its
// default; an empty table of campaigns is an empty table.
func Parse(raw []byte) (Policy, error) {
	p := Default()
	p.Version, p.Campaigns = "", nil
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&p)
	if err == nil {
		if _, more := decoder.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("text after the policy")
		}
	}
	if err != nil {
		return Policy{}, fault.Wrap(err, fault.Invalid, "errors_policy.unreadable", nil)
	}
	if p.Campaigns == nil {
		p.Campaigns = yearEnds()
	}
	if err := p.Validate(); err != nil {
		return Policy{}, err
	}
	return p, nil
}

// Revise returns the policy as a new version that an operator sets from an
// instant on. The version is the day of that instant in UTC, with a number where
// the day has one already among those taken.
func (p Policy) Revise(author string, since time.Time, taken []string) Policy {
	p.Author, p.Since = author, since.UTC()
	day := DayOf(since, time.UTC).String()
	p.Version = day
	for n := 2; slices.Contains(taken, p.Version); n++ {
		p.Version = day + "." + strconv.Itoa(n)
	}
	p.Campaigns = slices.Clone(p.Campaigns)
	return p
}

// InForce returns the policy that holds at an instant: the latest one that began
// before it or at it. Without any, it is the default.
func InForce(versions []Policy, at time.Time) Policy {
	held := Default()
	for _, version := range versions {
		if !version.Since.After(at) && !version.Since.Before(held.Since) {
			held = version
		}
	}
	return held
}
