package station_test

import (
	"testing"

	"revient/app/returns"
)

// BenchmarkAppendCommand is one command of an operator on a real folder, from the
// press to the answer: read the case, decide, write the journal, the projections
// and the command's result, commit with fsync.
func BenchmarkAppendCommand(b *testing.B) {
	r := newWorkshop(b)
	id := r.did(r.station.Request(r.ctx, r.order(), byHand()))
	for b.Loop() {
		if _, err := r.station.PutOnHold(r.ctx, r.order(), id, returns.HoldCustomer, "", returns.Moment{}); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if _, err := r.station.Resume(r.ctx, r.order(), id, ""); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
