package station

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"time"

	"revient/app/fault"
	"revient/app/media"
	"revient/app/returns"
	"revient/app/store"
)

// AddPhoto keeps a photo: its file is safe on the disk before this returns, and
// the ledger names it. It hangs on no case yet.
func (s *Station) AddPhoto(ctx context.Context, source string, bytes io.Reader) (media.Photo, error) {
	photo, err := s.photos.Put(ctx, bytes)
	if err != nil {
		return media.Photo{}, err
	}
	err = s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.AddMedia(store.MediaFile{
			SHA256: returns.PhotoID(photo.SHA256), MIME: photo.MIME, Size: photo.Size, Width: photo.Width, Height: photo.Height,
			TakenAt: photo.TakenAt, Source: source,
		})
	})
	if err != nil {
		return media.Photo{}, fmt.Errorf("note photo: %w", err)
	}
	return photo, nil
}

// codeForm is what a code of a check, a view or a source looks like: the journal
// holds codes and no words of people.
var codeForm = regexp.MustCompile(`^[A-Za-z0-9_-]{0,40}$`)

// AddEvidence hangs photos that are kept here on a check or a view of a case.
func (s *Station) AddEvidence(ctx context.Context, order Order, id returns.CaseID, evidence returns.AddEvidence) (returns.CaseID, error) {
	if !codeForm.MatchString(evidence.View) || !codeForm.MatchString(evidence.Check) || !codeForm.MatchString(evidence.Source) {
		return "", fault.New(fault.Invalid, "errors_station.photo_place", nil).At("view")
	}
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		for _, photo := range evidence.Photos {
			if _, err := t.Media(photo); err != nil {
				if fault.Is(err, fault.NotFound) {
					return nil, fault.Wrap(err, fault.Invalid, "errors_station.photo_unknown", nil).At("photos")
				}
				return nil, err
			}
		}
		return evidence, nil
	})
}

// Photos gives the files of photos to those who show or send them.
func (s *Station) Photos() *media.Library { return s.photos }

// SweepPhotos removes files that no ledger row names: they belong to a photo
// whose command never came.
func (s *Station) SweepPhotos(ctx context.Context) (removed int, err error) {
	const grace = 24 * time.Hour
	return s.photos.Sweep(ctx, func(sha string) (known bool, err error) {
		err = s.db.View(ctx, func(tx *store.ReadTx) error {
			_, err := tx.Media(returns.PhotoID(sha))
			if fault.Is(err, fault.NotFound) {
				return nil
			}
			known = err == nil
			return err
		})
		return known, err
	}, s.now().Add(-grace))
}
