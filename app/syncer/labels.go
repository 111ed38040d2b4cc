package syncer

import (
	"bytes"
	"context"
	"time"

	"revient/app/carrier/labelpdf"
	"revient/app/marketplace"
	"revient/app/returns"
)

// label is a return label that nobody has read yet.
type label struct {
	id    returns.CaseID
	after time.Time // It could not be fetched before; zero at first.
}

// labelPause is how long a label that could not be fetched is left alone: its parcel
// may be on its way.
const labelPause = time.Minute

// noteLabels remembers the return labels of folders whose parcel nobody has told of.
func (s *Syncer) noteLabels(ctx context.Context, f *feed, folders []marketplace.Folder) error {
	for _, folder := range folders {
		urls := labelsOf(folder)
		if len(urls) == 0 {
			continue
		}
		id, waits, err := s.station.WaitsForParcel(ctx, f.Feed, folder.Ref)
		if err != nil {
			return err
		}
		for _, url := range urls {
			if _, noted := f.labels[url]; waits && !noted && s.now().After(f.refused[url]) {
				f.labels[url] = label{id: id}
			}
		}
	}
	return nil
}

// readLabels reads the labels that were noted, so that a scan of any code on one finds
// its case. What cannot be fetched is tried again; it holds nothing up.
func (s *Syncer) readLabels(ctx context.Context, f *feed) {
	for url, noted := range f.labels {
		if s.now().Before(noted.after) {
			continue
		}
		err := s.readLabel(ctx, f, noted.id, url)
		if err == nil {
			f.refused[url] = s.now().Add(labelRetry)
			delete(f.labels, url)
			continue
		}
		f.labels[url] = label{id: noted.id, after: s.now().Add(labelPause)}
		s.log.Warn("read return label", "case", noted.id, "error", err)
		if listenRead(err).broken {
			return // The others would fail too; the next round goes on with them.
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
