package station

import (
	"context"
	"regexp"
	"strings"

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
