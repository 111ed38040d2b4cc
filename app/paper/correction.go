package paper

import (
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/text"
)

// Numbered is the kind of a numbered document that a correction can name.
type Numbered string

// The documents of money.
const (
	Notice       Numbered = "notice"
	Receipt      Numbered = "receipt"
	Cancellation Numbered = "cancellation"
	Correction   Numbered = "correction"
)

// Issued names a document that was issued.
type Issued struct {
	Kind   Numbered
	Number string
	Dated  time.Time
}

// RefundCorrection corrects a numbered document that was issued wrong. That one
// stays as it is: the correction has its own series and names what it corrects.
type RefundCorrection struct {
	Sheet
	Number   string
	Seller   Seller
	Customer Address
	Case     string
	Order    Order
	Corrects Issued
	Wrong    string // What was wrong on it, in a sentence or two.
	Right    string // What is right.
	Stated   returns.Money
	Correct  returns.Money // Both in one currency; without a currency when no amount is concerned.
	Margin   bool          // As on the document that is corrected.
}

// Size is A4.
func (RefundCorrection) Size() Size { return A4 }

// PDF sets the correction.
func (d RefundCorrection) PDF() ([]byte, error) {
	switch {
	case strings.TrimSpace(d.Number) == "":
		return nil, fault.New(fault.Invalid, "errors_paper.unnumbered", nil).At("number")
	case strings.TrimSpace(d.Corrects.Number) == "":
		return nil, fault.New(fault.Invalid, "errors_paper.unnumbered", nil).At("corrects")
	case d.Corrects.Dated.IsZero():
		return nil, fault.New(fault.Invalid, "errors_paper.undated", nil).At("corrects")
	case d.Stated.Currency != d.Correct.Currency || d.Correct.Minor < 0:
		return nil, fault.New(fault.Invalid, "errors_paper.corrected", nil).At("correct")
	}
	title := text.T(d.Language, "paper.correction.title", nil) + " " + d.Number
	return set(d.Sheet, A4, title, d.Seller.Name, d.draw)
}

func (d RefundCorrection) draw(p *page) error {
	p.letterhead(heading{
		owner: d.Seller.Name, label: p.say("correction.number", nil), number: d.Number, title: p.say("correction.title", nil),
		lead: p.say("correction.lead", map[string]any{"date": text.Date(p.lang, d.Issued)}), more: p.onInvoice(d.Order),
	})
	p.foot(d.Seller, d.Order.Marketplace)
	const top = 70.0
	p.rule(margin, top, measure, 0.2, hair)
	p.line(margin, top+9, measure, style{sans, 9.5, ink2}, left, p.say("correction.names."+string(d.kind()), nil))
	p.line(margin, top+18, measure, style{monoBold, 17, ink}, left, d.Corrects.Number)
	p.line(margin, top+25, measure, plainly, left, p.say("correction.dated", map[string]any{"date": text.Date(p.lang, d.Corrects.Dated)}))
	p.rule(margin, top+31, measure, 0.2, hair)
	f := &flow{p: p, y: 104}
	f.title(p.say("correction.wrong", nil), 12)
	f.prose(margin, measure, plainly, d.Wrong, 30)
	f.title(p.say("correction.right", nil), 12)
	f.prose(margin, measure, plainly, d.Right, 30)
	if d.Correct.Currency != "" {
		if err := d.amounts(f); err != nil {
			return err
		}
	}
	f.gap(2)
	f.parties(parties{d.Order, d.Seller, d.Customer, d.Case})
	f.mentions(d.Margin, p.say("correction.meaning", map[string]any{"number": d.Corrects.Number}))
	return nil
}

// kind is that of the corrected document; one that nobody named is a receipt.
func (d RefundCorrection) kind() Numbered {
	switch d.Corrects.Kind {
	case Notice, Cancellation, Correction:
		return d.Corrects.Kind
	default:
		return Receipt
	}
}

// amounts sets what was stated, what is right, and how far they are apart.
func (d RefundCorrection) amounts(f *flow) error {
	apart, err := d.Correct.Minus(d.Stated)
	if err != nil {
		return err
	}
	p := f.p
	f.gap(6)
	f.begin(columns([]string{p.say("correction.amounts", nil), p.say("refund.inclusive", nil)}, []float64{designation, figures}).rightAligned(1), 26)
	for _, one := range []struct {
		key string
		st  style
		sum returns.Money
	}{{"stated", plainly, d.Stated}, {"correct", firmly, d.Correct}, {"apart", plainly, apart}} {
		f.row(cell{{p.say("correction."+one.key, nil), one.st, 1}}, p.amountCell(one.st, figures, p.money(one.sum)))
	}
	f.end()
	return nil
}
