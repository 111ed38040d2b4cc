package syncer

import (
	"context"
	"fmt"
	"slices"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/store"
)

// keepPulling pulls an account round after round. While the circuit is open its
// first request is the probe: there is one loop per account, so there is one probe.
func (s *Syncer) keepPulling(ctx context.Context, f *feed) {
	failed := 0
	for {
		if at, rest := s.rests(f); rest {
			if !s.wait(ctx, f.pulling, at) {
				return
			}
			continue
		}
		err := s.pull(ctx, f)
		if ctx.Err() != nil {
			return
		}
		if err == nil {
			failed = 0
		} else {
			failed++
			s.log.Warn("pull", "account", f.Feed.Account, "failed", failed, "error", err)
		}
		if !s.wait(ctx, f.pulling, s.nextPull(f, failed, err)) {
			return
		}
	}
}

// rests reports whether no round may begin, and until when: not while a person has
// stopped everything, nor while the marketplace asked to wait, whoever is in a hurry.
func (s *Syncer) rests(f *feed) (at time.Time, rest bool) {
	if s.paused.Load() {
		return time.Time{}, true
	}
	at = f.health.probeAt()
	return at, at.After(s.now())
}

// nextPull is when the next round begins. The marketplace's floor holds for every
// round that reached it; one that reached nobody cost it nothing.
func (s *Syncer) nextPull(f *feed, failed int, err error) time.Time {
	now := s.now()
	next := now.Add(f.Channel.Capabilities().PollFloor)
	if failed > 0 {
		retry := now.Add(max(backoffBase, backoff(failed, s.rand())))
		if listenRead(err).broken || retry.After(next) {
			next = retry
		}
	}
	if probe := f.health.probeAt(); probe.After(next) {
		next = probe
	}
	return next
}

// pull reads everything that is new: orders first, so that a folder finds its
// sale, then folders, then their labels and the files of their messages.
func (s *Syncer) pull(ctx context.Context, f *feed) error {
	orders, folders, err := s.station.Cursors(ctx, f.Feed)
	if err != nil {
		return err
	}
	if orders, err = s.pullOrders(ctx, f, orders); err != nil {
		return err
	}
	if err := s.pullFolders(ctx, f, orders, folders); err != nil {
		return err
	}
	s.readLabels(ctx, f)
	return s.keepAttachments(ctx, f)
}

func (s *Syncer) pullOrders(ctx context.Context, f *feed, cursor marketplace.Cursor) (marketplace.Cursor, error) {
	for {
		page, next, err := f.Channel.PullOrders(ctx, cursor)
		s.hear(ctx, f, listenRead(err))
		if err != nil {
			return cursor, err
		}
		s.reportSkipped(f, "order", page.Skipped)
		for _, order := range page.Items {
			f.skipped.remove("order " + string(order.Ref))
		}
		if err := s.station.TakeOrders(ctx, f.Feed, page.Items, next); err != nil {
			return cursor, err
		}
		if cursor = next; !page.More {
			return cursor, nil
		}
	}
}

func (s *Syncer) pullFolders(ctx context.Context, f *feed, orders, cursor marketplace.Cursor) error {
	for {
		page, next, err := f.Channel.PullFolders(ctx, cursor)
		s.hear(ctx, f, listenRead(err))
		if err != nil {
			return err
		}
		s.reportSkipped(f, "folder", page.Skipped)
		if err := s.findSales(ctx, f, orders, page.Items); err != nil {
			return err
		}
		if err := s.station.TakeFolders(ctx, f.Feed, page.Items, next); err != nil {
			return err
		}
		if err := s.reportUnopened(ctx, f, page.Items); err != nil {
			return err
		}
		if err := s.noteLabels(ctx, f, page.Items); err != nil {
			return err
		}
		if cursor = next; !page.More {
			return nil
		}
	}
}

// findSales reads the orders of folders whose sale was never pulled: a warranty
// request comes long after its order left the span that a first pull reads.
func (s *Syncer) findSales(ctx context.Context, f *feed, cursor marketplace.Cursor, folders []marketplace.Folder) error {
	for _, folder := range folders {
		known, err := s.knowsSale(ctx, f, folder)
		if err != nil {
			return err
		}
		if known || !folder.Open {
			continue
		}
		sold, err := f.Channel.Order(ctx, folder.OrderRef)
		if fault.Is(err, fault.NotFound) || fault.Is(err, fault.Internal) {
			s.log.Warn("folder without a readable order", "folder", folder.Ref, "order", folder.OrderRef, "error", err)
			continue
		}
		s.hear(ctx, f, listenRead(err))
		if err != nil {
			return fmt.Errorf("read order of folder %s: %w", folder.Ref, err)
		}
		if err := s.station.TakeOrders(ctx, f.Feed, []marketplace.Order{sold}, cursor); err != nil {
			return err
		}
	}
	return nil
}

func (s *Syncer) knowsSale(ctx context.Context, f *feed, folder marketplace.Folder) (known bool, err error) {
	err = s.station.View(ctx, func(tx *store.ReadTx) error {
		_, err := tx.Sold(f.Feed.Account, string(folder.OrderRef), string(folder.LineRef))
		if fault.Is(err, fault.NotFound) {
			return nil
		}
		known = err == nil
		return err
	})
	return known, err
}

// reportUnopened makes sure that a customer's request that became no case is not
// missed in silence: somebody waits for an answer to it.
func (s *Syncer) reportUnopened(ctx context.Context, f *feed, folders []marketplace.Folder) error {
	unopened, err := s.station.Unopened(ctx, f.Feed, folders)
	if err != nil {
		return err
	}
	for _, folder := range folders {
		if name := "folder " + string(folder.Ref); slices.Contains(unopened, folder.Ref) {
			f.skipped.add(name)
		} else {
			f.skipped.remove(name)
		}
	}
	return nil
}

// reportSkipped makes sure that an object nobody could read is not missed in
// silence. A round reads a little of the past again: the same object counts once.
func (s *Syncer) reportSkipped(f *feed, kind string, skipped []marketplace.Skipped) {
	for _, object := range skipped {
		s.log.Error("remote object skipped", "account", f.Feed.Account, "kind", kind, "ref", object.Ref, "error", object.Err)
		f.skipped.add(kind + " " + object.Ref)
	}
}
