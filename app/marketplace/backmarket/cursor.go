package backmarket

import (
	"encoding/json"
	"net/http"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

// overlap is how much of the past every round reads again: a modification date
// may be written a little late.
const overlap = 10 * time.Minute

// bookmark is what a cursor holds: a round of pages over everything modified
// since a moment.
type bookmark struct {
	Since   time.Time `json:"since"`            // Start of the window, overlap included.
	Page    int       `json:"page"`             // To read next, from 1.
	Started time.Time `json:"started,omitzero"` // When the round's first page was read, by the server's clock.
	Moved   bool      `json:"moved,omitempty"`  // Something was modified while the round was read.
	Before  string    `json:"before,omitempty"` // First object of the page before.
}

func (c *Client) open(cursor marketplace.Cursor) (bookmark, error) {
	if cursor == "" {
		return bookmark{Since: c.options.Now().UTC().Add(-c.options.Horizon).Truncate(time.Minute), Page: 1}, nil
	}
	var b bookmark
	if err := json.Unmarshal([]byte(cursor), &b); err != nil || b.Page < 1 || b.Since.IsZero() {
		return bookmark{}, fault.Wrap(err, fault.Invalid, "errors_marketplace.cursor", nil)
	}
	return b, nil
}

// turn returns the bookmark after a page, and whether the round goes on. The next
// round starts at the server's time of this one's first page, less the overlap.
// When something moved during a round of several pages, another object may have
// slipped over the edge between two of them, so the same window is read again.
func (b bookmark) turn(answered answer, page listAnswer, ref string, modified []time.Time) (bookmark, bool, error) {
	if b.Started.IsZero() {
		b.Started = serverTime(answered.header)
	}
	for _, at := range modified {
		b.Moved = b.Moved || (!b.Started.IsZero() && at.After(b.Started))
	}
	if page.Next != "" && len(page.Results) > 0 {
		if b.Page > 1 && ref != "" && ref == b.Before {
			return bookmark{}, false, fault.New(fault.Internal, "errors_marketplace.same_page", nil)
		}
		b.Page, b.Before = b.Page+1, ref
		return b, true, nil
	}
	next := bookmark{Since: b.Since, Page: 1}
	if !b.Started.IsZero() && (b.Page == 1 || !b.Moved) {
		next.Since = b.Started.Add(-overlap)
	}
	return next, false, nil
}

// restart gives the round up and begins it anew: the list became shorter than the
// page that was to be read next, as it does when what it held was modified.
func (b bookmark) restart() bookmark { return bookmark{Since: b.Since, Page: 1} }

// serverTime is the server's clock, or nothing: then the window stays where it
// is, which costs a repeat and loses nothing.
func serverTime(header http.Header) time.Time {
	at, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}

func (b bookmark) cursor() marketplace.Cursor {
	encoded, err := json.Marshal(b)
	if err != nil {
		panic("backmarket: a bookmark is always encodable: " + err.Error())
	}
	return marketplace.Cursor(encoded)
}
