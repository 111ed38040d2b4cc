package station_test

import (
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

func TestAPhotoThatNeverArrivedHangsOnNothing(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	_, err := r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{"never"}, View: "back", Source: "camera"})
	r.refused(err, fault.Invalid, "errors_station.photo_unknown")
	_, err = r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{
		Photos: []returns.PhotoID{r.photographs()}, View: "Camille Dubreuil's kitchen table, in the evening", Source: "camera",
	})
	r.refused(err, fault.Invalid, "errors_station.photo_place")
	if c := r.shows(id); len(c.Evidence) != 0 {
		t.Errorf("evidence %+v", c.Evidence)
	}
}

func TestWhatIsNoPhotoIsRefused(t *testing.T) {
	r := newWorkshop(t)
	if _, err := r.station.AddPhoto(r.ctx, "file", strings.NewReader("This is a text.")); !fault.Is(err, fault.Invalid) {
		t.Errorf("got %v", err)
	}
}

func TestSweepingKeepsWhatIsNamed(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	photo := r.photographs()
	r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{photo}, View: "back", Source: "camera"}))
	r.Advance(1000 * 24 * time.Hour)
	removed, err := r.station.SweepPhotos(r.ctx)
	r.must(err)
	file, err := r.station.Photos().Original(string(photo))
	if err != nil || removed != 0 {
		t.Fatalf("%d removed, %v", removed, err)
	}
	r.must(file.Close())
}
