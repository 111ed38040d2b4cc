package station

import (
	"context"

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
func (s *Station) KeepAttachment(ctx context.Context, message store.Message, ref string, photo media.Photo) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.KeepAttachment(message.ID, ref, returns.PhotoID(photo.SHA256))
	})
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
