package cli

import (
	"context"
	"time"
)

// sweepEvery is how often files are looked for that no row names.
const sweepEvery = 24 * time.Hour

// sweepPhotos removes the photos whose command never came, at the start and once a
// day, beside the work. It returns the way to end it.
func (w *workplace) sweepPhotos() (end func() error) {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		again := time.NewTicker(sweepEvery)
		defer again.Stop()
		for {
			removed, err := w.station.SweepPhotos(ctx)
			switch {
			case ctx.Err() != nil:
				return
			case err != nil:
				w.log.Error("sweep photos", "error", err)
			case removed > 0:
				w.log.Info("photos swept", "removed", removed)
			}
			select {
			case <-ctx.Done():
				return
			case <-again.C:
			}
		}
	}()
	return func() error { stop(); <-done; return nil }
}
