package syncer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"revient/app/marketplace"
	"revient/app/media"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// letter is the message of a row, the same each time that it is asked for: its
// words, its documents, then as many photos as one message may carry.
func (s *Syncer) letter(ctx context.Context, f *feed, sending station.Sending) (marketplace.PostMessage, error) {
	caps := f.Channel.Capabilities()
	message := marketplace.PostMessage{Folder: marketplace.FolderRef(sending.Dispatch.Folder)}
	letter, err := s.station.Letter(ctx, sending)
	if err != nil {
		return message, err
	}
	message.Text = letter.Text
	for _, file := range letter.Files {
		message.Files = append(message.Files, marketplace.Upload{
			Name: file.Name, MIME: "application/pdf", Size: int64(len(file.Bytes)),
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(file.Bytes)), nil },
		})
	}
	for i, photo := range sending.Dispatch.Photos {
		if len(message.Files) >= caps.MaxFiles {
			s.log.Warn("photos left out", "case", sending.CaseID, "action", sending.ID, "count", len(sending.Dispatch.Photos)-i)
			break
		}
		upload, err := s.upload(ctx, photo, fmt.Sprintf("photo-%d.jpg", i+1), caps.MaxFileBytes)
		if err != nil {
			return message, err
		}
		message.Files = append(message.Files, upload)
	}
	message.Seen, err = s.seen(ctx, sending)
	return message, err
}

// upload is a photo as it may leave: a stripped copy, never the original.
func (s *Syncer) upload(ctx context.Context, photo returns.PhotoID, name string, most int64) (marketplace.Upload, error) {
	open := func() (*media.File, error) {
		return s.station.Photos().Export(ctx, string(photo), int(min(most, media.ExportBytes)))
	}
	file, err := open()
	if err != nil {
		return marketplace.Upload{}, fmt.Errorf("export photo: %w", err)
	}
	upload := marketplace.Upload{Name: name, MIME: file.MIME, Size: file.Size, Open: func() (io.ReadCloser, error) { return open() }}
	return upload, errors.Join(err, file.Close())
}

// seen are the messages that are not this one: those known when it was queued,
// and what the case sent since.
func (s *Syncer) seen(ctx context.Context, sending station.Sending) ([]marketplace.MessageRef, error) {
	seen := []marketplace.MessageRef{}
	for _, ref := range sending.Dispatch.Seen {
		seen = append(seen, marketplace.MessageRef(ref))
	}
	err := s.station.View(ctx, func(tx *store.ReadTx) error {
		actions, err := tx.ActionsOf(sending.CaseID)
		for _, action := range actions {
			if action.RemoteRef != "" && action.ID != sending.ID {
				seen = append(seen, marketplace.MessageRef(action.RemoteRef))
			}
		}
		return err
	})
	return seen, err
}
