package api

import (
	"slices"

	"revient/app/catalog"
	"revient/app/returns"
	"revient/app/text"
)

// The steps of the spine, in the order of the work.
const (
	stepRequest   = "request"
	stepReception = "reception"
	stepIdentity  = "identity"
	stepChecks    = "checks"
	stepDecision  = "decision"
	stepSending   = "sending"
)

// steps places a case on the spine. Exactly one step is current while the case is
// open, and none is once it ended. What is decided without a parcel (one that is
// lost, a device that its customer keeps) has no steps of a bench.
func steps(c returns.Case) []StepView {
	order := []string{stepRequest, stepReception, stepIdentity, stepChecks, stepDecision, stepSending}
	if c.Reception == nil && (c.Stage == returns.Lost || c.Decision != nil) {
		order = []string{stepRequest, stepDecision, stepSending}
	}
	at := slices.Index(order, currentStep(c))
	ended := at < 0 && c.Stage != returns.Closed
	views := []StepView{}
	for i, code := range order {
		state := "next"
		switch {
		case ended: // Declined or canceled: what was done stays, nothing comes.
		case i < at || at < 0:
			state = "done"
		case i == at:
			state = "current"
		}
		views = append(views, StepView{Code: code, State: state})
	}
	return views
}

// currentStep is where the work on a case is; "" where it is over.
func currentStep(c returns.Case) string {
	switch c.Stage {
	case returns.Requested:
		return stepRequest
	case returns.Awaiting, returns.Unidentified:
		return stepReception
	case returns.Received:
		return stepIdentity
	case returns.Inspecting:
		// Another device stays to be read again until a manager lets the case go on.
		stopped := c.Identity.State == returns.IdentityMismatch && c.Hold != nil
		if c.Identity.State == returns.IdentityUnchecked || stopped {
			return stepIdentity
		}
		return stepChecks
	case returns.Deciding, returns.Lost:
		return stepDecision
	case returns.Executing:
		return stepSending
	default:
		return ""
	}
}

func inspectionView(c returns.Case) *InspectionView {
	if c.Inspection == nil {
		return nil
	}
	view := &InspectionView{
		Profile: c.Inspection.Profile, Version: c.Inspection.Version, Revision: c.Inspection.Revision, Checks: []CheckView{},
		Open: c.OpenChecks(), MissingPhotos: c.ChecksWithoutPhoto(), Blocking: c.Inspection.Blocking,
		CompletedAt: instant(c.Inspection.CompletedAt.At),
	}
	for _, spec := range c.Inspection.Checks {
		view.Checks = append(view.Checks, checkView(spec, c.Inspection.Results[spec.Code]))
	}
	return view
}

// findingViews lists what can end an inspection at once, while that makes sense.
func findingViews(c returns.Case) []FindingView {
	views := []FindingView{}
	if c.Stage != returns.Received && c.Stage != returns.Inspecting {
		return views
	}
	for _, finding := range catalog.Findings() {
		views = append(views, FindingView{Code: finding.Code, Views: finding.Photos, Absent: finding.Absent})
	}
	return views
}

// checkView joins what the case fixed when the inspection started with what the
// catalogue knows of how the check is answered.
func checkView(spec returns.CheckSpec, result returns.CheckResult) CheckView {
	known, _ := catalog.CheckByCode(spec.Code) // A check of an older catalogue still has its code and its answer.
	known.Mandatory, known.Blocking, known.Photo = spec.Mandatory, spec.Blocking, string(spec.Photo)
	view := CheckView{
		Code: spec.Code, Step: spec.Step, Type: known.Type, Mandatory: spec.Mandatory, Blocking: spec.Blocking, Bulk: known.Bulk(),
		Photo: string(spec.Photo), Options: []OptionView{}, Unit: known.Unit, Min: known.Min, Max: known.Max,
		Defects: append([]string{}, known.FailDefects...), Answer: string(result.Answer), Defect: result.Defect, Value: result.Value,
		Help: text.Has(text.French, known.HelpKey()),
	}
	for _, option := range known.Options {
		view.Options = append(view.Options, OptionView{Code: option.Code, Answer: option.Answer})
	}
	return view
}

func evidenceViews(c returns.Case) []EvidenceView {
	views := []EvidenceView{}
	for _, evidence := range c.Evidence {
		views = append(views, EvidenceView{
			Photo: string(evidence.Photo), Check: evidence.Check, View: evidence.View, Source: evidence.Source,
			At: instant(evidence.At.At), By: string(evidence.By),
		})
	}
	return views
}
