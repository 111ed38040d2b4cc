package returns

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"revient/app/fault"
)

// Answer is the result of one check.
type Answer string

// The answers to a check.
const (
	OK        Answer = "ok"
	KO        Answer = "ko"
	NA        Answer = "na"
	NotTested Answer = "not_tested" // With a reason.
)

// PhotoRule says when a check wants a photo.
type PhotoRule string

// The photo rules.
const (
	PhotoNever  PhotoRule = "none"
	PhotoIfKO   PhotoRule = "if_fail"
	PhotoAlways PhotoRule = "always"
)

// CheckSpec is what an inspection must know of a check; it is copied from the
// catalogue when the inspection starts, so that a later catalogue changes nothing
// in a case that was judged by an earlier one.
type CheckSpec struct {
	Code       string    `json:"code"`
	Step       string    `json:"step"` // Where the screen shows it: identity, safety, exclusions, tests …
	Mandatory  bool      `json:"mandatory"`
	Blocking   bool      `json:"blocking"`
	Photo      PhotoRule `json:"photo"`
	FailDefect string    `json:"failDefect,omitempty"` // The defect code that a KO stands for.
}

// CheckResult is the answer to a check.
type CheckResult struct {
	Answer Answer  `json:"answer"`
	Defect string  `json:"defect,omitempty"` // Defect code of a KO.
	Value  string  `json:"value,omitempty"`  // Reading of a measured check, such as "81".
	Reason TextRef `json:"reason"`           // Why it was not tested.
}

// Inspection is one inspection by one profile at one version.
type Inspection struct {
	Revision    int                    `json:"revision"`
	Profile     string                 `json:"profile"`
	Version     string                 `json:"version"`
	Checks      []CheckSpec            `json:"checks"`
	Results     map[string]CheckResult `json:"results"`
	By          OperatorID             `json:"by"`
	StartedAt   Moment                 `json:"startedAt"`
	CompletedAt Moment                 `json:"completedAt"`
	Blocking    string                 `json:"blocking,omitempty"` // Defect code that ended it early.
	Seal        string                 `json:"seal,omitempty"`     // SHA-256 over results and photos.
}

func (i Inspection) clone() Inspection {
	i.Checks = slices.Clone(i.Checks)
	i.Results = maps.Clone(i.Results)
	return i
}

// spec finds a check of the inspection; no inspection has none.
func (i *Inspection) spec(code string) (CheckSpec, bool) {
	if i == nil {
		return CheckSpec{}, false
	}
	for _, check := range i.Checks {
		if check.Code == code {
			return check, true
		}
	}
	return CheckSpec{}, false
}

// Defects lists the defect codes found, in the order of the checks.
func (i Inspection) Defects() []string {
	found := []string{}
	for _, check := range i.Checks {
		if result := i.Results[check.Code]; result.Answer == KO && result.Defect != "" {
			found = append(found, result.Defect)
		}
	}
	if i.Blocking != "" && !slices.Contains(found, i.Blocking) {
		found = append(found, i.Blocking)
	}
	return found
}

// StartInspection begins an inspection with the checks of a catalogue profile.
type StartInspection struct {
	Profile string
	Version string
	Checks  []CheckSpec
}

// Name implements Command.
func (StartInspection) Name() string { return "StartInspection" }

func (StartInspection) from() []Stage { return []Stage{Received} }

func (s StartInspection) decide(c Case, f Facts) ([]Event, error) {
	return startInspection(c, s, f)
}

func startInspection(c Case, s StartInspection, f Facts) ([]Event, error) {
	if s.Profile == "" || s.Version == "" || len(s.Checks) == 0 {
		return nil, fault.New(fault.Invalid, "errors_returns.inspection.no_profile", nil).At("profile")
	}
	revision := len(c.Revisions) + 1
	if c.Inspection != nil {
		revision++ // The one that stands will be shelved.
	}
	return []Event{InspectionStarted{Inspection{
		Revision: revision, Profile: s.Profile, Version: s.Version, Checks: s.Checks,
		Results: map[string]CheckResult{}, By: f.Actor.ID, StartedAt: At(f.Now, f.Zone, FromClock),
	}}}, nil
}

// Reinspect starts over, with the earlier inspection kept as a revision.
type Reinspect struct {
	Profile string
	Version string
	Checks  []CheckSpec
}

// Name implements Command.
func (Reinspect) Name() string { return "Reinspect" }

func (Reinspect) from() []Stage { return []Stage{Deciding} }

func (r Reinspect) decide(c Case, f Facts) ([]Event, error) {
	if c.Custody.Place != NoDevice {
		if err := c.inTheHouse(); err != nil {
			return nil, err
		}
	}
	return startInspection(c, StartInspection(r), f)
}

// InspectionStarted moves the device to the bench, also one that an earlier
// inspection had not seen in its parcel. An inspection that stands is
// shelved as a revision.
type InspectionStarted struct {
	Inspection Inspection `json:"inspection"`
}

func (e InspectionStarted) apply(c *Case) {
	c.shelveInspection()
	inspection := e.Inspection.clone()
	if inspection.Results == nil {
		inspection.Results = map[string]CheckResult{}
	}
	c.Inspection, c.Stage = &inspection, Inspecting
	if c.Custody.Place == Quarantine || c.Custody.Place == NoDevice {
		c.Custody.Place = Bench
	}
}

func (c *Case) shelveInspection() {
	if c.Inspection != nil {
		c.Revisions = append(c.Revisions, c.Inspection.clone())
		c.Inspection = nil
	}
}

// shelveUnfinished puts aside an inspection that nobody will complete.
func (c *Case) shelveUnfinished() {
	if c.Stage == Inspecting {
		c.shelveInspection()
	}
}

// RecordChecks records the answers to one or several checks at once: the screen
// offers "all OK" for what is left.
type RecordChecks struct {
	Results map[string]CheckResult
}

// Name implements Command.
func (RecordChecks) Name() string { return "RecordChecks" }

func (RecordChecks) from() []Stage { return []Stage{Inspecting} }

func (r RecordChecks) decide(c Case, _ Facts) ([]Event, error) {
	if len(r.Results) == 0 {
		return nil, fault.New(fault.Invalid, "errors_returns.check.none", nil)
	}
	results := maps.Clone(r.Results)
	for _, code := range slices.Sorted(maps.Keys(results)) {
		result := results[code]
		spec, known := c.Inspection.spec(code)
		switch {
		case !known:
			return nil, fault.New(fault.Invalid, "errors_returns.check.unknown", fault.Args{"check": code})
		case !slices.Contains([]Answer{OK, KO, NA, NotTested}, result.Answer):
			return nil, fault.New(fault.Invalid, "errors_returns.check.answer", fault.Args{"check": code}).At(code)
		case result.Answer == NotTested && !result.Reason.Given():
			return nil, fault.New(fault.Invalid, "errors_returns.check.reason", fault.Args{"check": code}).At(code)
		}
		if result.Answer == KO && result.Defect == "" {
			result.Defect = spec.FailDefect
			results[code] = result
		}
	}
	return []Event{ChecksRecorded{Results: results}}, nil
}

// ChecksRecorded sets answers; a later answer to the same check replaces it.
type ChecksRecorded struct {
	Results map[string]CheckResult `json:"results"`
}

func (e ChecksRecorded) apply(c *Case) {
	if c.Inspection != nil {
		maps.Copy(c.Inspection.Results, e.Results)
	}
}

// StopInspection ends an inspection at once for a finding that makes the rest
// pointless or dangerous. It has its own short list of views to photograph.
type StopInspection struct {
	Defect string
	Views  []string // Views that must have a photo; from the catalogue.
	Absent bool     // There is no device in the parcel.
}

// Name implements Command.
func (StopInspection) Name() string { return "StopInspection" }

func (StopInspection) from() []Stage { return []Stage{Inspecting} }

func (s StopInspection) decide(c Case, f Facts) ([]Event, error) {
	if s.Defect == "" {
		return nil, fault.New(fault.Invalid, "errors_returns.stop.no_finding", nil).At("defect")
	}
	if missing := c.missingViews(s.Views); len(missing) > 0 {
		return nil, fault.New(fault.Invalid, "errors_returns.stop.photos", fault.Args{"count": len(missing)}).At("photos")
	}
	return []Event{InspectionStopped{Defect: s.Defect, Absent: s.Absent, At: At(f.Now, f.Zone, FromClock), Seal: c.seal()}}, nil
}

// InspectionStopped moves the case to its decision.
type InspectionStopped struct {
	Defect string `json:"defect"`
	Absent bool   `json:"absent"`
	At     Moment `json:"at"`
	Seal   string `json:"seal"`
}

func (e InspectionStopped) apply(c *Case) {
	c.Stage = Deciding
	if c.Inspection != nil {
		c.Inspection.Blocking, c.Inspection.CompletedAt, c.Inspection.Seal = e.Defect, e.At, e.Seal
	}
	if e.Absent {
		c.Custody = Custody{Place: NoDevice}
	}
}

// CompleteInspection ends an inspection whose mandatory checks are answered and
// whose findings have their photos. The evidence is sealed by its hash.
type CompleteInspection struct{}

// Name implements Command.
func (CompleteInspection) Name() string { return "CompleteInspection" }

func (CompleteInspection) from() []Stage { return []Stage{Inspecting} }

func (CompleteInspection) decide(c Case, f Facts) ([]Event, error) {
	if c.Identity.State == IdentityUnchecked {
		return nil, fault.New(fault.Invalid, "errors_returns.inspection.identity", nil).At("imei")
	}
	if open := c.OpenChecks(); len(open) > 0 {
		return nil, fault.New(fault.Invalid, "errors_returns.inspection.open", fault.Args{"count": len(open), "first": open[0]}).At(open[0])
	}
	if missing := c.ChecksWithoutPhoto(); len(missing) > 0 {
		return nil, fault.New(fault.Invalid, "errors_returns.inspection.photos", fault.Args{"count": len(missing), "first": missing[0]}).At(missing[0])
	}
	return []Event{InspectionCompleted{At: At(f.Now, f.Zone, FromClock), Seal: c.seal()}}, nil
}

// InspectionCompleted moves the case to its decision.
type InspectionCompleted struct {
	At   Moment `json:"at"`
	Seal string `json:"seal"`
}

func (e InspectionCompleted) apply(c *Case) {
	c.Stage = Deciding
	if c.Inspection != nil {
		c.Inspection.CompletedAt, c.Inspection.Seal = e.At, e.Seal
	}
}

// OpenChecks lists the mandatory checks without an answer, in their order.
func (c Case) OpenChecks() []string {
	open := []string{}
	if c.Inspection == nil {
		return open
	}
	for _, check := range c.Inspection.Checks {
		if check.Mandatory && c.Inspection.Results[check.Code].Answer == "" {
			open = append(open, check.Code)
		}
	}
	return open
}

// ChecksWithoutPhoto lists the answered checks that still want a photo.
func (c Case) ChecksWithoutPhoto() []string {
	missing := []string{}
	if c.Inspection == nil {
		return missing
	}
	for _, check := range c.Inspection.Checks {
		answer := c.Inspection.Results[check.Code].Answer
		wanted := check.Photo == PhotoAlways && (answer == OK || answer == KO) || check.Photo == PhotoIfKO && answer == KO
		if wanted && !c.hasEvidence(check.Code) {
			missing = append(missing, check.Code)
		}
	}
	return missing
}

// seal hashes what the decision will rest on: identity, answers and photos.
func (c Case) seal() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q\n", c.Identity.State, c.Identity.IMEI, c.Identity.Serial)
	if c.Inspection != nil {
		for _, check := range c.Inspection.Checks {
			result := c.Inspection.Results[check.Code]
			fmt.Fprintf(h, "%q %q %q %q\n", check.Code, result.Answer, result.Defect, result.Value)
		}
	}
	for _, evidence := range c.standingEvidence() {
		fmt.Fprintf(h, "%q %q %q\n", evidence.Photo, evidence.Check, evidence.View)
	}
	return hex.EncodeToString(h.Sum(nil))
}
