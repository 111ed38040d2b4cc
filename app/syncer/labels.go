package syncer

import (
	"bytes"
	"context"

	"revient/app/carrier/labelpdf"
	"revient/app/marketplace"
	"revient/app/returns"
)

// readLabels reads the return labels of folders whose parcel nobody has told of, so
// that a scan of any code on one finds its case. What cannot be fetched is tried again
// with the folder; it holds nothing up.
func (s *Syncer) readLabels(ctx context.Context, f *feed, folders []marketplace.Folder) {
	for _, folder := range folders {
		id, waits, err := s.station.WaitsForParcel(ctx, f.Feed, folder.Ref)
		if err != nil {
			s.log.Warn("find the case of a label", "folder", folder.Ref, "error", err)
			continue
		}
		if !waits {
			continue
		}
		for _, url := range labelsOf(folder) {
			if s.now().Before(f.refused[url]) {
				continue
			}
			f.refused[url] = s.now().Add(labelRetry)
			if err := s.readLabel(ctx, f, id, url); err != nil {
				f.refused[url] = s.now().Add(attachmentRetry)
				s.log.Warn("read return label", "folder", folder.Ref, "error", err)
			}
		}
	}
}

func (s *Syncer) readLabel(ctx context.Context, f *feed, id returns.CaseID, url string) error {
	fetched, err := f.Channel.Fetch(ctx, url)
	if err != nil {
		return err
	}
	_, err = s.station.AnnounceLabel(ctx, id, labelpdf.Codes(fetched.Bytes))
	return err
}

// labelsOf are the addresses of the labels that bring a parcel to the seller.
func labelsOf(folder marketplace.Folder) (urls []string) {
	for _, claim := range folder.Claims {
		for _, label := range claim.Labels {
			if label.ToSeller && label.Usable && label.URL != "" {
				urls = append(urls, label.URL)
			}
		}
	}
	return urls
}

// isPDF reports whether a file is a document and no photo, whatever its name.
func isPDF(file []byte) bool { return bytes.HasPrefix(file, []byte("%PDF-")) }
