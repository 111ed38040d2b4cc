package station

import (
	"context"
	"regexp"
	"strings"

	"revient/app/carrier"
	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/store"
)

// trackingWords finds what may be a tracking number in a customer's message: one
// word of capitals and digits, most of them digits.
var trackingWords = regexp.MustCompile(`\b[A-Z0-9]{10,30}\b`)

const fewestDigits = 8

// announced reads the tracking number that a customer told in a folder, so that a
// scan of the parcel finds its case. A number that already means something else
// in the case (its order, its device, the way out) is none.
func announced(c returns.Case, folder marketplace.Folder) string {
	for _, message := range folder.Messages {
		if message.Author != marketplace.FromCustomer {
			continue
		}
		for _, word := range trackingWords.FindAllString(strings.ToUpper(message.Text), -1) {
			if len(digits(word)) >= fewestDigits && !ownCode(c, word) && !returns.ValidIMEI(word) {
				return word
			}
		}
	}
	return ""
}

// ownCode reports whether a code is one that the case itself is known by, and so
// says nothing about a parcel.
func ownCode(c returns.Case, code string) bool {
	own := []string{c.Number, c.Identity.IMEI, c.Identity.Serial}
	if c.Sale != nil {
		own = append(own, c.Sale.OrderRef, c.Sale.LineRef, c.Sale.IMEI, c.Sale.Serial, c.Sale.Tracking, c.Sale.SKU)
	}
	code = store.NormaliseCode(code)
	for _, known := range own {
		if known != "" && store.NormaliseCode(known) == code {
			return true
		}
	}
	return false
}

// announce notes the parcel of a folder's case. A case that no longer waits for
// one is left as it is.
func (s *Station) announce(ctx context.Context, id returns.CaseID, folder marketplace.Folder) error {
	order := Order{ID: returns.CommandID("announce-" + newID()), Actor: returns.Actor{ID: returns.System}}
	var waiting returns.Case
	err := s.db.View(ctx, func(tx *store.ReadTx) (err error) {
		waiting, err = tx.Case(id)
		return err
	})
	if err != nil || waiting.Return.Tracking != "" {
		return err
	}
	tracking := announced(waiting, folder)
	if tracking == "" {
		return nil
	}
	_, err = s.on(ctx, order, id, func(*turn, returns.Case) (returns.Command, error) {
		return returns.AnnounceParcel{Tracking: tracking}, nil
	})
	if fault.Is(err, fault.Conflict) {
		return nil
	}
	return err
}

// AnnounceLabel notes the parcel that a label of a case is for, by the codes on it. A
// code counts only where it can be no other thing; a case that waits for no parcel, or
// that knows its parcel, is left as it is.
func (s *Station) AnnounceLabel(ctx context.Context, id returns.CaseID, codes []string) (returns.CaseID, error) {
	waiting, err := s.waitsForParcel(ctx, id)
	if err != nil || !waiting {
		return id, err
	}
	order := Order{ID: returns.CommandID("label-" + newID()), Actor: returns.Actor{ID: returns.System}}
	_, err = s.commit(ctx, order, "AnnounceLabel", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(id)
		if err != nil {
			return "", err
		}
		for _, code := range codes {
			if ownCode(c, code) || returns.ValidIMEI(code) || !carrier.Sure(code) {
				continue
			}
			_, err := t.decide(c, returns.AnnounceParcel{Tracking: carrier.Read(code).Tracking})
			return id, err
		}
		return id, nil
	})
	return id, err
}

// WaitsForParcel names the case of a folder when it waits for a parcel of which it
// does not know the number.
func (s *Station) WaitsForParcel(ctx context.Context, feed Feed, folder marketplace.FolderRef) (id returns.CaseID, waits bool, err error) {
	linked := false
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		id, linked, err = tx.LinkedCase(feed.key(remoteFolder, string(folder)))
		return err
	})
	if err != nil || !linked {
		return id, false, err
	}
	waits, err = s.waitsForParcel(ctx, id)
	return id, waits, err
}

func (s *Station) waitsForParcel(ctx context.Context, id returns.CaseID) (waits bool, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		c, err := tx.Case(id)
		waits = err == nil && c.Return.Tracking == "" && (c.Stage == returns.Requested || c.Stage == returns.Awaiting)
		return err
	})
	return waits, err
}
