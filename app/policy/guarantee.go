package policy

import (
	"fmt"
	"slices"
	"time"
)

// Coverage is what a device's guarantee says of a defect at an instant.
type Coverage string

// The coverages.
const (
	// CoverPresumed: the defect is presumed to have been there at the delivery.
	CoverPresumed Coverage = "presumed"
	// CoverToProve: covered, where the customer shows that it was there.
	CoverToProve Coverage = "to_prove"
	CoverOver    Coverage = "over"
	CoverToCheck Coverage = "to_check" // The delivery is unknown: a person looks, nothing is over.
)

// Guarantee is the state of a device's guarantees at an instant: the dates, the
// rule that answers, and what each date was computed from. Commercial runs from
// the first delivery; the legal ones run from the delivery of the unit that the
// customer has now where it was imposed on them.
type Guarantee struct {
	Coverage    Coverage `json:"coverage"`
	Rule        Rule     `json:"rule,omitempty"`       // Whose deadline decides the coverage.
	Until       Deadline `json:"until,omitzero"`       // The end of that rule's period.
	Commercial  Deadline `json:"commercial,omitzero"`  // 12 months.
	Presumption Deadline `json:"presumption,omitzero"` // 12 months.
	Conformity  Deadline `json:"conformity,omitzero"`  // 24 months, and six more after each repair.
	Repairs     int      `json:"repairs,omitempty"`    // Repairs that made it longer.
	Renewed     bool     `json:"renewed,omitempty"`    // A replacement that was imposed started it anew.
}

// Guarantee computes the guarantees of a device as they stand at an instant. Four
// rules meet in it: 12 months of commercial warranty; 24 months of conformity (C.
// conso. L217-3), of which the first 12 presume the defect of second-hand goods
// (L217-7); six months more for each repair made while it runs; and 24 new months
// for the unit given where a repair was asked (L217-13). A replacement that the
// customer chose carries over what remains.
func (p Policy) Guarantee(t Timeline, at time.Time) (Guarantee, error) {
	zone, err := t.Customer.location()
	if err != nil {
		return Guarantee{}, err
	}
	start, renewed := t.Delivered, false
	if t.Replaced.Known() && !t.Replaced.instantIn(zone).Before(t.Delivered.instantIn(zone)) {
		start, renewed = t.Replaced, true
	}
	if !start.Known() {
		return Guarantee{Coverage: CoverToCheck}, nil
	}
	g := Guarantee{Renewed: renewed}
	for _, period := range []struct {
		rule Rule
		from Moment
		to   *Deadline
	}{
		{Warranty12M, t.Delivered, &g.Commercial},
		{Presumption12M, start, &g.Presumption},
		{Conformity24M, start, &g.Conformity},
	} {
		if !period.from.Known() {
			continue // A replacement of a device whose delivery nobody knows.
		}
		if *period.to, err = p.Deadline(period.rule, Inputs{Event: period.from, Place: t.Customer}); err != nil {
			return Guarantee{}, fmt.Errorf("compute guarantee: %w", err)
		}
	}
	if err := p.extend(&g, t, start.instantIn(zone), zone); err != nil {
		return Guarantee{}, err
	}
	g.judge(at)
	return g, nil
}

// extend adds six months for each repair that began to count while the
// conformity guarantee ran: the months are added to its end, and not to the day
// of the repair.
func (p Policy) extend(g *Guarantee, t Timeline, start time.Time, zone *time.Location) error {
	repairs := make([]time.Time, 0, len(t.Repairs))
	for _, repair := range t.Repairs {
		if repair.Known() {
			repairs = append(repairs, repair.instantIn(zone))
		}
	}
	slices.SortFunc(repairs, time.Time.Compare)
	for _, repair := range repairs {
		if repair.Before(start) || !g.Conformity.InTime(repair) {
			continue
		}
		longer, err := p.Deadline(RepairExt6M, Inputs{Event: On(g.Conformity.Last()), Place: t.Customer})
		if err != nil {
			return fmt.Errorf("extend guarantee after a repair: %w", err)
		}
		g.Conformity = longer
		g.Repairs++
	}
	return nil
}

// judge names the coverage. The commercial warranty need not be asked: it is as
// long as the presumption, and begins no later.
func (g *Guarantee) judge(at time.Time) {
	switch {
	case g.Presumption.InTime(at):
		g.Coverage, g.Until = CoverPresumed, g.Presumption
	case g.Conformity.InTime(at):
		g.Coverage, g.Until = CoverToProve, g.Conformity
	default:
		g.Coverage, g.Until = CoverOver, g.Conformity
	}
	g.Rule = g.Until.Rule
}

// deadlines lists the dates that the state rests on.
func (g Guarantee) deadlines() []Deadline {
	return slices.DeleteFunc([]Deadline{g.Commercial, g.Presumption, g.Conformity}, func(d Deadline) bool { return d.Rule == "" })
}

// guaranteeWindow is the window of a claim under guarantee: it closes with the
// last guarantee that runs.
func (p Policy) guaranteeWindow(t Timeline) (Window, error) {
	g, err := p.guaranteeAt(t)
	if err != nil || g.Coverage == CoverToCheck {
		return Window{Standing: ToCheck}, err
	}
	zone, err := t.Customer.location()
	if err != nil {
		return Window{}, err
	}
	return stand(t.Declared, g.Conformity, zone), nil
}

// guaranteeAt is the guarantee at the declaration. Where nobody knows when the
// customer declared, the guarantee is to be checked too, with its dates.
func (p Policy) guaranteeAt(t Timeline) (Guarantee, error) {
	zone, err := t.Customer.location()
	if err != nil {
		return Guarantee{}, err
	}
	g, err := p.Guarantee(t, t.Declared.instantIn(zone))
	if !t.Declared.Known() {
		g.Coverage = CoverToCheck
	}
	return g, err
}
