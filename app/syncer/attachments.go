package syncer

import (
	"bytes"
	"context"
	"time"

	"revient/app/carrier/labelpdf"
	"revient/app/store"
)

// keepAttachments fetches the files of messages, so that they are there when the
// cable is not. What fails is tried again later and holds nothing up.
func (s *Syncer) keepAttachments(ctx context.Context, f *feed) error {
	messages, err := s.station.MissingAttachments(ctx, f.Feed)
	if err != nil {
		return err
	}
	for _, message := range messages {
		for _, file := range message.Attachments {
			if file.SHA256 != "" || file.URL == "" || s.now().Before(f.refused[file.URL]) {
				continue
			}
			if err := s.keepAttachment(ctx, f, message, file); err != nil {
				f.refused[file.URL] = s.now().Add(attachmentRetry)
				s.log.Warn("keep attachment", "message", message.RemoteRef, "file", file.Ref, "error", err)
				if listenRead(err).broken {
					return nil // The others would fail too; the next round goes on with them.
				}
			}
		}
	}
	return nil
}

// attachmentRetry is how long a file that could not be kept is left alone.
const attachmentRetry = 30 * time.Minute

// labelRetry is how long a document that was read is left alone: it never changes.
const labelRetry = 30 * 24 * time.Hour

// customerPhoto is the source of a photo that came with a message.
const customerPhoto = "customer"

func (s *Syncer) keepAttachment(ctx context.Context, f *feed, message store.Message, file store.MessageFile) error {
	fetched, err := f.Channel.Fetch(ctx, file.URL)
	if err != nil {
		return err
	}
	if isPDF(fetched.Bytes) { // The station keeps photos; of a label it keeps what it says.
		f.refused[file.URL] = s.now().Add(labelRetry)
		if message.CaseID == "" {
			return nil
		}
		_, err := s.station.AnnounceLabel(ctx, message.CaseID, labelpdf.Codes(fetched.Bytes))
		return err
	}
	photo, err := s.station.AddPhoto(ctx, customerPhoto, bytes.NewReader(fetched.Bytes))
	if err != nil {
		return err
	}
	return s.station.KeepAttachment(ctx, message, file.Ref, photo)
}
