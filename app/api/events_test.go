package api_test

import (
	"slices"
	"testing"

	"revient/app/api"
)

func TestAScreenIsToldWhatChangedUntilItLeaves(t *testing.T) {
	d := newReadyDesk(t)
	events, cancel := d.api.Subscribe()
	view := d.pulls("1001")
	_, err := d.cases.Authorise(command(), view.ID, api.AuthoriseForm{Label: false})
	d.must(err)
	var all api.Changed
	for !slices.Contains(all.Cases, view.ID) || !all.Sending || !all.Papers {
		event := <-events
		changed, is := event.Data[0].(api.Changed)
		if event.Name != "changed" || !is || changed.Cases == nil {
			t.Fatalf("told %+v", event)
		}
		all.Cases = append(all.Cases, changed.Cases...)
		all.Sending, all.Papers = all.Sending || changed.Sending, all.Papers || changed.Papers
	}
	cancel()
	cancel()
	for range events { // Closed, whatever was still under way.
	}
}

// A screen that no longer listens holds nobody up.
func TestAScreenThatStoppedListeningHoldsNobodyUp(t *testing.T) {
	d := newReadyDesk(t)
	events, cancel := d.api.Subscribe()
	view := d.pulls("1001")
	for range 5 {
		_, err := d.cases.Hold(command(), view.ID, api.HoldForm{Code: "doubt"})
		d.must(err)
		_, err = d.cases.Resume(command(), view.ID, api.ReasonForm{})
		d.must(err)
	}
	cancel()
	for range events {
	}
}
