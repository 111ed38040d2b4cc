package station

import (
	"context"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/media"
	"revient/app/returns"
	"revient/app/store"
)

// MissingAttachments lists messages with files that are not kept here yet, the
// newest first.
func (s *Station) MissingAttachments(ctx context.Context, feed Feed) (messages []store.Message, err error) {
	const most = 50
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		messages, err = tx.MissingAttachments(feed.Account, most)
		return err
	})
	return messages, err
}

// KeepAttachment ties a photo that AddPhoto kept to the message that it came with.
// What a customer sends of their own shows what they claim: their case no longer waits
// for it.
func (s *Station) KeepAttachment(ctx context.Context, message store.Message, ref string, photo media.Photo) error {
	if err := s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.KeepAttachment(message.ID, ref, returns.PhotoID(photo.SHA256))
	}); err != nil {
		return err
	}
	if message.Author != string(marketplace.FromCustomer) {
		return nil
	}
	return s.noteProof(ctx, message, ref)
}

// noteProof notes the proof in the case of a message. A case that is not about a defect,
// that has its proof or cannot take one any more, is left as it is.
func (s *Station) noteProof(ctx context.Context, message store.Message, ref string) error {
	if message.CaseID == "" {
		return nil
	}
	var c returns.Case
	err := s.db.View(ctx, func(tx *store.ReadTx) (err error) {
		c, err = tx.Case(message.CaseID)
		return err
	})
	if err != nil || c.Claim.Kind == returns.ChangeOfMind || shown(c.Proof) {
		return err
	}
	order := Order{ID: returns.CommandID("proof-" + message.ID + "-" + ref), Actor: returns.Actor{ID: returns.System}}
	_, err = s.NoteProof(ctx, order, c.ID, returns.ProofPhotos)
	if fault.Is(err, fault.Conflict) {
		return nil
	}
	return err
}

// Cursors tells how far the orders and the folders of a feed have been read.
func (s *Station) Cursors(ctx context.Context, feed Feed) (orders, folders marketplace.Cursor, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		o, err := tx.Cursor(feed.Account, "orders")
		if err != nil {
			return err
		}
		f, err := tx.Cursor(feed.Account, "folders")
		orders, folders = marketplace.Cursor(o), marketplace.Cursor(f)
		return err
	})
	return orders, folders, err
}
