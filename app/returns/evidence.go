package returns

import (
	"slices"

	"revient/app/fault"
)

// Evidence is a photo that hangs on a check or a view of a case.
type Evidence struct {
	Photo   PhotoID    `json:"photo"`
	Check   string     `json:"check,omitempty"`
	View    string     `json:"view,omitempty"` // One of the catalogue's views, such as screen_on.
	Source  string     `json:"source"`         // camera, file, paste, customer.
	At      Moment     `json:"at"`
	By      OperatorID `json:"by"`
	Shelved bool       `json:"shelved,omitempty"` // It shows a parcel whose reception was undone: kept, but nothing rests on it.
}

// AddEvidence hangs photos, already safe on disk, on a check or a view.
type AddEvidence struct {
	Photos []PhotoID
	Check  string
	View   string
	Source string
}

// Name implements Command.
func (AddEvidence) Name() string { return "AddEvidence" }

func (AddEvidence) from() []Stage {
	return []Stage{Unidentified, Requested, Awaiting, Received, Inspecting, Deciding, Executing}
}

func (a AddEvidence) decide(c Case, f Facts) ([]Event, error) {
	if len(a.Photos) == 0 || slices.Contains(a.Photos, "") {
		return nil, fault.New(fault.Invalid, "errors_returns.evidence.none", nil).At("photos")
	}
	if a.Check != "" && c.Stage == Inspecting {
		if _, known := c.Inspection.spec(a.Check); !known {
			return nil, fault.New(fault.Invalid, "errors_returns.check.unknown", fault.Args{"check": a.Check})
		}
	}
	events := []Event{}
	for i, photo := range a.Photos {
		if slices.Contains(a.Photos[:i], photo) || slices.ContainsFunc(c.standingEvidence(), func(e Evidence) bool {
			return e.Photo == photo && e.Check == a.Check && e.View == a.View
		}) {
			continue // The same photo in the same place: it is there already.
		}
		events = append(events, EvidenceAdded{Evidence{
			Photo: photo, Check: a.Check, View: a.View, Source: a.Source, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID,
		}})
	}
	return events, nil
}

// EvidenceAdded hangs a photo on the case. Evidence is never deleted.
type EvidenceAdded struct {
	Evidence Evidence `json:"evidence"`
}

func (e EvidenceAdded) apply(c *Case) { c.Evidence = append(c.Evidence, e.Evidence) }

// standingEvidence is the evidence that shows the parcel in hand, or what the
// customer sent before it.
func (c Case) standingEvidence() []Evidence {
	return slices.DeleteFunc(slices.Clone(c.Evidence), func(e Evidence) bool { return e.Shelved })
}

func (c Case) hasEvidence(check string) bool {
	return slices.ContainsFunc(c.standingEvidence(), func(e Evidence) bool { return e.Check == check })
}

func (c Case) missingViews(views []string) []string {
	missing := []string{}
	for _, view := range views {
		if !slices.ContainsFunc(c.standingEvidence(), func(e Evidence) bool { return e.View == view || e.Check == view }) {
			missing = append(missing, view)
		}
	}
	return missing
}

// MoveEvidence hangs a photo on another check or view: it was taken in the wrong
// place. Until the inspection is sealed only; afterwards somebody's decision may rest
// on it.
type MoveEvidence struct {
	Photo     PhotoID
	FromCheck string
	FromView  string
	ToCheck   string
	ToView    string
	Away      bool // It belongs to another case, where the station hangs it in the same transaction.
	Reason    TextRef
}

// Name implements Command.
func (MoveEvidence) Name() string { return "MoveEvidence" }

func (MoveEvidence) from() []Stage {
	return []Stage{Unidentified, Requested, Awaiting, Received, Inspecting}
}

func (MoveEvidence) fits(c Case) bool { return len(c.standingEvidence()) > 0 }

func (m MoveEvidence) decide(c Case, _ Facts) ([]Event, error) {
	i := slices.IndexFunc(c.Evidence, func(e Evidence) bool {
		return e.Photo == m.Photo && e.Check == m.FromCheck && e.View == m.FromView && !e.Shelved
	})
	switch {
	case i < 0:
		return nil, fault.New(fault.NotFound, "errors_returns.evidence.unknown", nil)
	case !m.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	case c.sealed(c.Evidence[i]):
		return nil, fault.New(fault.Conflict, "errors_returns.evidence.sealed", nil)
	case !m.Away && m.ToCheck == m.FromCheck && m.ToView == m.FromView:
		return nil, nil
	}
	if m.ToCheck != "" && c.Stage == Inspecting {
		if _, known := c.Inspection.spec(m.ToCheck); !known {
			return nil, fault.New(fault.Invalid, "errors_returns.check.unknown", fault.Args{"check": m.ToCheck})
		}
	}
	return []Event{EvidenceMoved(m)}, nil
}

// sealed reports whether an earlier inspection was sealed over a photo.
func (c Case) sealed(e Evidence) bool {
	return slices.ContainsFunc(c.Revisions, func(i Inspection) bool { return i.Seal != "" && !e.At.At.After(i.CompletedAt.At) })
}

// EvidenceMoved hangs the photo elsewhere. One that belongs to another case is kept
// here too, shelved: nothing rests on it any more.
type EvidenceMoved struct {
	Photo     PhotoID `json:"photo"`
	FromCheck string  `json:"fromCheck,omitempty"`
	FromView  string  `json:"fromView,omitempty"`
	ToCheck   string  `json:"toCheck,omitempty"`
	ToView    string  `json:"toView,omitempty"`
	Away      bool    `json:"away,omitempty"`
	Reason    TextRef `json:"reason"`
}

func (e EvidenceMoved) apply(c *Case) {
	for i := range c.Evidence {
		standing := &c.Evidence[i]
		if standing.Photo != e.Photo || standing.Check != e.FromCheck || standing.View != e.FromView || standing.Shelved {
			continue
		}
		if e.Away {
			standing.Shelved = true
		} else {
			standing.Check, standing.View = e.ToCheck, e.ToView
		}
		return
	}
}
