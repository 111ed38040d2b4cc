package syncer_test

import (
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestTheLabelOfARequestTellsItsParcel(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()
	a.until("the number on the label is known", func() bool { return a.state().Return.Tracking != "" })
	var found []store.CaseSummary
	w.must(w.station.View(w.ctx, func(tx *store.ReadTx) (err error) {
		found, err = tx.FindByCode(a.Tracking)
		return err
	}))
	if len(found) != 1 || found[0].ID != a.id || found[0].Stage != returns.Requested {
		t.Errorf("%s finds %+v", a.Tracking, found)
	}
}
