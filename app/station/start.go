package station

import (
	"context"
	"errors"
	"path/filepath"

	"revient/app/media"
	"revient/app/store"
)

// settle finishes what a station that died had begun, and opens the photos.
func (s *Station) settle(ctx context.Context) error {
	photos, err := media.Open(filepath.Join(s.db.Dir(), "media"))
	if err != nil {
		return err
	}
	s.photos = photos
	if err := s.loadSettings(ctx); err != nil {
		return err
	}
	if err := s.finishErasure(ctx); err != nil {
		s.log.Error("finish erasure", "error", err) // It stays owed; a full disk does not keep the station from starting.
	}
	for _, document := range s.documentsDue(ctx, true) {
		_ = s.issueOrFail(ctx, document) // It is in the log and in the ledger; the station starts.
	}
	return nil
}

func closing(db *store.DB, err error) error { return errors.Join(err, db.Close()) }

// Close gives the data folder back.
func (s *Station) Close() error { return s.db.Close() }

// Changes tells what changed, case by case, to whoever shows it.
func (s *Station) Changes() (<-chan store.Change, func()) { return s.db.Subscribe() }

// View reads one unchanging state of everything.
func (s *Station) View(ctx context.Context, read func(*store.ReadTx) error) error {
	return s.db.View(ctx, read)
}

// Store is the data folder itself, for backups and checks.
func (s *Station) Store() *store.DB { return s.db }
