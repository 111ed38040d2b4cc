package paper

import (
	"strconv"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/text"
)

// Loss is what went wrong with a parcel on its way.
type Loss string

// The losses that a carrier answers for.
const (
	Damaged Loss = "damaged" // What it held is damaged.
	Missing Loss = "missing" // Nothing, or less than was sent, was in it.
)

// CarrierProtest is the letter that keeps the workshop's rights against the
// carrier: a protest with its reasons, sent by registered letter within three days
// of the delivery, public holidays not counted (Code de commerce, art. L. 133-3).
type CarrierProtest struct {
	Sheet
	Seller    Seller
	Carrier   Address // Its name is enough.
	Case      string
	Tracking  string
	Sender    string // Whoever sent the parcel.
	Order     Order
	Device    Device
	Loss      Loss
	Arrived   time.Time // When the parcel was delivered, in the zone of the workshop.
	Found     string    // What was found, in the words of who saw it.
	Photos    int
	Sent      int           // Grams of the parcel as it was sent; zero when unknown.
	Weighed   int           // Grams as it arrived; zero when it was not weighed.
	Value     returns.Money // Claimed; without a currency when not yet known.
	Last      time.Time     // Last day on which the protest is in time.
	Signatory string
}

// Size is A4.
func (CarrierProtest) Size() Size { return A4 }

// PDF sets the letter.
func (d CarrierProtest) PDF() ([]byte, error) {
	switch {
	case strings.TrimSpace(d.Carrier.Name) == "":
		return nil, fault.New(fault.Invalid, "errors_paper.carrier", nil).At("carrier")
	case d.Arrived.IsZero() || d.Last.IsZero():
		return nil, fault.New(fault.Invalid, "errors_paper.arrival", nil).At("arrived")
	}
	title := text.T(d.Language, "paper.protest.title", nil) + " " + d.Case
	return set(d.Sheet, A4, title, d.Seller.Name, d.draw)
}

func (d CarrierProtest) draw(p *page) error {
	p.letterhead(heading{
		owner: d.Seller.Name, label: p.say("case", nil), number: d.Case, title: p.say("protest.title", nil),
		lead: p.say("protest.lead", map[string]any{"date": text.Date(p.lang, d.Issued)}), more: p.say("protest.registered", nil),
	})
	p.closing(p.say("protest.answer", map[string]any{"number": d.Case}), strings.Join(p.identity(d.Seller), " · "))
	identifier, number := p.identifier(d.Device)
	f := p.opening(p.say("protest.carrier", nil), d.Carrier,
		labelled{p.say("protest.tracking", nil), d.Tracking, coded}, labelled{p.say("protest.arrived", nil), text.DateTime(p.lang, d.Arrived), plainly},
		labelled{p.say("protest.sender", nil), d.Sender, plainly}, labelled{p.say("order", nil), d.Order.Number, coded},
		labelled{p.say("device", nil), d.Device.Model, plainly}, labelled{identifier, number, coded})
	f.y = max(f.y, 116)
	d.body(f)
	f.signature(p.say("protest.signature", nil), d.Signatory, text.Date(p.lang, d.Issued))
	return nil
}

// body says what was found, and what is asked of the carrier.
func (d CarrierProtest) body(f *flow) {
	p := f.p
	paragraph := func(s string) {
		f.prose(margin, measure, plainly, s, 12)
		f.y += 3
	}
	loss := d.Loss
	if loss != Missing {
		loss = Damaged
	}
	paragraph(p.say("protest.salutation", nil))
	paragraph(p.say("protest."+string(loss), map[string]any{"date": unbroken(text.DateTime(p.lang, d.Arrived))}))
	f.quoted(d.Found, 40)
	f.y += 3
	if d.Sent > 0 && d.Weighed > 0 {
		paragraph(p.say("protest.weights", map[string]any{"sent": p.grams(d.Sent), "weighed": p.grams(d.Weighed)}))
	}
	if d.Photos > 0 {
		paragraph(p.say("protest.photos", map[string]any{"count": d.Photos}))
	}
	limit := "protest.intime"
	if civil(d.Issued) > civil(d.Last) {
		limit = "protest.late"
	}
	paragraph(p.say(limit, map[string]any{"date": unbroken(text.Date(p.lang, d.Last))}))
	if d.Value.Currency != "" && d.Value.Minor > 0 {
		paragraph(p.say("protest.valued", map[string]any{"amount": p.money(d.Value)}))
	} else {
		paragraph(p.say("protest.asked", nil))
	}
	paragraph(p.say("protest.regards", nil))
}

// unbroken keeps a date on one line of a paragraph.
func unbroken(date string) string { return strings.ReplaceAll(date, " ", "\u00A0") }

// civil orders days as their writing does, whatever the zones of the instants.
func civil(t time.Time) string { return t.Format(time.DateOnly) }

// grams writes a weight as people say it.
func (p *page) grams(g int) string { return strconv.Itoa(g) + "\u00A0g" }
