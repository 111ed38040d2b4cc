package paper

import (
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/text"
)

// Amounts are sums in one currency, item and outward shipping apart.
type Amounts struct {
	Item     returns.Money
	Shipping returns.Money
}

// Total is how many cases or refunds, and what they came to in each currency.
type Total struct {
	Count   int
	Amounts []Amounts // Empty where no money is concerned.
}

// OutcomeTotal is the total of one outcome of the day.
type OutcomeTotal struct {
	Outcome string // In words.
	Total
}

// SeriesUse is what a day took from one series of numbers.
type SeriesUse struct {
	Series string // In words.
	First  string // Empty, like Last, when nothing was issued.
	Last   string
	Count  int
}

// UnknownRefund is a refund of which nobody knows whether it was made.
type UnknownRefund struct {
	Case   string
	Device string
	Amount returns.Money
	Since  time.Time
}

// DailyClosing is the page that closes a day: what was decided and refunded, and
// the head of the journal that proves it. It is no till's closing, and says so.
type DailyClosing struct {
	Sheet
	Workshop   string
	Number     string
	Previous   string // Number of the closing before; empty for the first.
	Day        time.Time
	Closed     time.Time // When, in the zone of the workshop,
	By         string    // and by whom.
	Station    string
	Epoch      string
	Outcomes   []OutcomeTotal
	Refunds    Total     // Confirmed on the day.
	Cumulative Total     // Of refunds confirmed since Since.
	Since      time.Time // First day of the cumulative total.
	Perpetual  Total     // Of every refund confirmed by this station since its first.
	Series     []SeriesUse
	Unknown    []UnknownRefund
	Entries    int64  // How many entries the journal holds; zero when not said.
	Head       string // Hash of the last of them, in hexadecimal.
}

// Size is A4.
func (DailyClosing) Size() Size { return A4 }

// PDF sets the closing.
func (d DailyClosing) PDF() ([]byte, error) {
	switch {
	case strings.TrimSpace(d.Number) == "":
		return nil, fault.New(fault.Invalid, "errors_paper.unnumbered", nil).At("number")
	case d.Day.IsZero() || d.Closed.IsZero():
		return nil, fault.New(fault.Invalid, "errors_paper.unclosed", nil).At("day")
	case strings.TrimSpace(d.Head) == "":
		return nil, fault.New(fault.Invalid, "errors_paper.headless", nil).At("head")
	}
	title := text.T(d.Language, "paper.closing.title", nil) + " " + d.Number
	return set(d.Sheet, A4, title, d.Workshop, d.draw)
}

func (d DailyClosing) draw(p *page) error {
	p.letterhead(heading{
		owner: d.Workshop, label: p.say("closing.number", nil), number: d.Number, title: p.say("closing.title", nil),
		lead: text.Date(p.lang, d.Day),
		more: p.say("closing.by", map[string]any{"date": text.DateTime(p.lang, d.Closed), "name": d.By}),
	})
	p.closing(p.say("closing.notill", nil), p.say("foot.internal", nil))
	const line = 69.0
	p.rule(margin, line, measure, 0.2, hair)
	f := &flow{p: p, y: line + 4}
	f.facts(3,
		labelled{p.say("closing.station", nil), d.Station, coded}, labelled{p.say("closing.epoch", nil), d.Epoch, coded},
		labelled{p.say("closing.previous", nil), d.previous(p), coded})
	d.totals(f)
	d.series(f)
	f.unknown(d.Unknown, p.say("closing.unknown.none", nil))
	d.head(f)
	return nil
}

func (d DailyClosing) previous(p *page) string {
	if d.Previous == "" {
		return p.say("closing.first", nil)
	}
	return d.Previous
}
