package paper

import (
	"strconv"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/text"
)

// Finding is what a check of the inspection found, in the document's language.
type Finding struct {
	Check  string
	Result string
	Photos int
}

// Lateness is the period that a request came after, as the rule computed it.
type Lateness struct {
	Rule     string    // The rule in words.
	From     time.Time // Day that it counts from,
	Source   string    // and what happened then, such as "remise au client".
	Last     time.Time // Last day in time.
	Declared time.Time // When the customer asked.
}

// RefusalLetter tells a customer that their request is refused, why, what was
// found, and what they can still do.
type RefusalLetter struct {
	Sheet
	Seller    Seller
	Customer  Address
	Case      string
	Order     Order
	Device    Device
	Asked     string // What the customer asked, and why.
	Reason    string // Why it is refused, in a sentence or two.
	Findings  []Finding
	Late      *Lateness // Nil when the request came in time.
	Options   []string  // The other ways that are open, a sentence each.
	Mediation string    // How to reach the seller's consumer mediator; often empty.
	GoesBack  bool      // The device is sent back to the customer.
	Signatory string    // Often empty.
}

// Size is A4.
func (RefusalLetter) Size() Size { return A4 }

// PDF sets the letter.
func (d RefusalLetter) PDF() ([]byte, error) {
	if strings.TrimSpace(d.Reason) == "" {
		return nil, fault.New(fault.Invalid, "errors_paper.reason", nil).At("reason")
	}
	title := text.T(d.Language, "paper.refusal.title", nil) + " " + d.Case
	return set(d.Sheet, A4, title, d.Seller.Name, d.draw)
}

func (d RefusalLetter) draw(p *page) error {
	p.letterhead(heading{
		owner: d.Seller.Name, label: p.say("case", nil), number: d.Case, title: p.say("refusal.title", nil),
		lead: joined(p.say("refusal.lead", map[string]any{"date": text.Date(p.lang, d.Issued)}), p.between("refusal.signed", d.Signatory)),
	})
	p.foot(d.Seller, d.Order.Marketplace)
	identifier, number := p.identifier(d.Device)
	f := p.opening(p.say("customer", nil), d.Customer,
		labelled{p.say("order", nil), d.Order.Number, coded}, labelled{p.say("device", nil), d.Device.Model, plainly},
		labelled{identifier, number, coded}, labelled{p.say("refusal.asked", nil), d.Asked, plainly})
	f.title(p.say("refusal.why", nil), 12)
	f.prose(margin, measure, style{sans, 11, ink}, d.Reason, 30)
	d.late(f)
	d.findings(f)
	f.title(p.say("refusal.options", nil), 12)
	if d.GoesBack {
		f.point(p.say("refusal.goesback", nil), 3)
	}
	for _, option := range d.Options {
		f.point(option, 6)
	}
	f.point(p.say("refusal.answer", p.marketplace(d.Order.Marketplace)), 3)
	if strings.TrimSpace(d.Mediation) != "" {
		f.point(p.say("refusal.mediation", map[string]any{"mediator": d.Mediation}), 6)
	}
	f.point(p.say("refusal.rights", nil), 3)
	return nil
}

// late shows the date that a rule computed, and from what.
func (d RefusalLetter) late(f *flow) {
	if d.Late == nil {
		return
	}
	p := f.p
	f.title(p.say("refusal.period", nil), 26)
	f.prose(margin, measure, plainly, d.Late.Rule, 4)
	f.y += 2.4
	f.facts(3,
		labelled{p.from(d.Late.Source), p.day(d.Late.From), plainly},
		labelled{p.say("refusal.last", nil), p.day(d.Late.Last), firmly},
		labelled{p.say("refusal.declared", nil), p.day(d.Late.Declared), plainly})
}

// from names what a period counts from.
func (p *page) from(source string) string {
	if strings.TrimSpace(source) == "" {
		return p.say("refusal.from", nil)
	}
	return p.say("refusal.from.source", map[string]any{"source": source})
}

// findings lists the checks that speak for the refusal.
func (d RefusalLetter) findings(f *flow) {
	if len(d.Findings) == 0 {
		return
	}
	p := f.p
	f.title(p.say("refusal.findings", nil), 20)
	f.begin(columns([]string{p.say("refusal.check", nil), p.say("refusal.result", nil), p.say("refusal.photos", nil)},
		[]float64{62, 80, 16}).rightAligned(2), 8)
	for _, finding := range d.Findings {
		photos := ""
		if finding.Photos > 0 {
			photos = strconv.Itoa(finding.Photos)
		}
		f.row(cell{{finding.Check, plainly, 3}}, cell{{finding.Result, plainly, 4}}, cell{{photos, plainly, 1}})
	}
	f.end()
}
