package backmarket

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

// PullOrders implements marketplace.Channel. Orders that were never paid (states
// 0 and 8) are not in the list.
func (c *Client) PullOrders(ctx context.Context, from marketplace.Cursor) (marketplace.Page[marketplace.Order], marketplace.Cursor, error) {
	var page marketplace.Page[marketplace.Order]
	b, err := c.open(from)
	if err != nil {
		return page, from, err
	}
	var listed listAnswer
	answered, err := c.getJSON(ctx, call{path: "/ws/orders", list: true, query: url.Values{
		"date_modification": {b.Since.Format("2006-01-02T15:04:05Z")},
		"page":              {strconv.Itoa(b.Page)},
		"page-size":         {strconv.Itoa(c.options.PageSize)}, // With a hyphen: "page_size" is ignored in silence.
	}}, &listed)
	if b.Page > 1 && noSuchPage(answered) {
		return page, b.restart().cursor(), nil
	}
	if err != nil {
		return page, from, fmt.Errorf("pull orders: %w", err)
	}
	var modified []time.Time
	for _, raw := range listed.Results {
		order, err := readOrder(raw)
		if err != nil {
			page.Skipped = append(page.Skipped, skipped(numberIn(raw, "order_id"), raw, err))
			continue
		}
		page.Items = append(page.Items, order)
		modified = append(modified, order.ModifiedAt)
	}
	next, more, err := b.turn(answered, listed, firstOn(listed.Results, "order_id"), modified)
	if err != nil {
		return page, from, fmt.Errorf("pull orders: %w", err)
	}
	page.More = more
	return page, next.cursor(), nil
}

// PullFolders implements marketplace.Channel. The list holds summaries of ten
// folders at most; each is read in full. One that cannot be understood is
// skipped, so that it does not hide the others for ever; one that cannot be read
// now fails the page, which is then pulled again.
func (c *Client) PullFolders(ctx context.Context, from marketplace.Cursor) (marketplace.Page[marketplace.Folder], marketplace.Cursor, error) {
	var page marketplace.Page[marketplace.Folder]
	b, err := c.open(from)
	if err != nil {
		return page, from, err
	}
	var listed listAnswer
	answered, err := c.getJSON(ctx, call{path: "/ws/sav", care: true, list: true, query: url.Values{
		// No zone is documented. Europe's clocks are ahead of UTC, so that a
		// server on local time reads this as earlier and gives more, not less.
		"last_modification_date": {b.Since.Format("2006-01-02-15-04")},
		"page":                   {strconv.Itoa(b.Page)},
	}}, &listed)
	if b.Page > 1 && noSuchPage(answered) {
		return page, b.restart().cursor(), nil
	}
	if err != nil {
		return page, from, fmt.Errorf("pull folders: %w", err)
	}
	var modified []time.Time
	for _, raw := range listed.Results {
		ref := numberIn(raw, "id")
		folder, err := c.Folder(ctx, marketplace.FolderRef(ref))
		switch fault.CodeOf(err) {
		case "":
			page.Items = append(page.Items, folder)
			modified = append(modified, folder.ModifiedAt)
		case fault.Internal, fault.NotFound:
			page.Skipped = append(page.Skipped, skipped(ref, raw, err))
		default:
			return marketplace.Page[marketplace.Folder]{}, from, fmt.Errorf("pull folders: %w", err)
		}
	}
	next, more, err := b.turn(answered, listed, firstOn(listed.Results, "id"), modified)
	if err != nil {
		return page, from, fmt.Errorf("pull folders: %w", err)
	}
	page.More = more
	return page, next.cursor(), nil
}

func skipped(ref string, raw []byte, err error) marketplace.Skipped {
	if fault.Of(err).Key == "errors.internal" {
		err = fault.Wrap(err, fault.Internal, "errors_marketplace.unreadable", nil)
	}
	return marketplace.Skipped{Ref: ref, Raw: raw, Err: err}
}

// numberIn reads the number of an object that may be unreadable otherwise.
func numberIn(raw []byte, field string) string {
	var object map[string]json.RawMessage
	var id text
	if json.Unmarshal(raw, &object) != nil || json.Unmarshal(object[field], &id) != nil {
		return ""
	}
	ref, _ := id.id()
	return ref
}

// firstOn tells one page from the next: by the number of its first object, or by
// the object itself where it has none, so that a list without an end is noticed.
func firstOn(results []json.RawMessage, field string) string {
	if len(results) == 0 {
		return ""
	}
	if number := numberIn(results[0], field); number != "" {
		return number
	}
	sum := sha256.Sum256(results[0])
	return hex.EncodeToString(sum[:8])
}
