package station

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/store"
	"revient/app/text"
)

// AccountsOf is the table for the accountant: what the books say of a month, one row
// for each receipt and correction, and for each refund that the marketplace made by
// itself; the notices are a table of their own. Days are those of the workshop.
func (s *Station) AccountsOf(ctx context.Context, year int, month time.Month) (refunds, notices sheet.Output, err error) {
	from := time.Date(year, month, 1, 0, 0, 0, 0, s.Zone())
	book := accountBook{station: s, lang: s.language(), cases: map[returns.CaseID]returns.Case{}, names: map[returns.OperatorID]string{}}
	refunds = sheet.Output{Name: book.say("sheet.refunds"), Header: book.header()}
	notices = sheet.Output{Name: book.say("sheet.notices"), Header: book.header()}
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		if err := book.open(tx); err != nil {
			return err
		}
		entries, err := tx.Books(from, from.AddDate(0, 1, 0))
		if err != nil {
			return err
		}
		for _, entry := range entries {
			row, err := book.row(tx, entry)
			if err != nil {
				return err
			}
			if entry.Kind == returns.RefundNotice || entry.Kind == returns.RefundCancellation {
				notices.Rows = append(notices.Rows, row)
			} else {
				refunds.Rows = append(refunds.Rows, row)
			}
		}
		return nil
	})
	return refunds, notices, err
}

// accountBook writes the rows of one month.
type accountBook struct {
	station *Station
	lang    text.Language
	cases   map[returns.CaseID]returns.Case
	names   map[returns.OperatorID]string
	margins []marginSince // The newest first.
}

// marginSince is whether the workshop sold under the margin scheme from an instant on.
type marginSince struct {
	at     time.Time
	margin bool
}

func (b *accountBook) say(key string) string {
	return text.T(b.lang, "closing."+key, nil)
}

func (b *accountBook) open(tx *store.ReadTx) error {
	operators, err := tx.Operators()
	if err != nil {
		return err
	}
	for _, operator := range operators {
		b.names[operator.ID] = operator.Name
	}
	history, err := tx.SettingHistory(workshopSetting)
	for _, version := range history {
		var workshop Workshop
		if err := json.Unmarshal(version.Value, &workshop); err != nil {
			return fmt.Errorf("read the workshop of %s: %w", version.At, err)
		}
		b.margins = append(b.margins, marginSince{version.At, workshop.Margin})
	}
	return err
}

// accountColumns are the columns of the table, in their order.
var accountColumns = []string{
	"document", "number", "date", "case", "order", "line", "invoice", "invoice_date", "device", "item", "shipping", "total", "currency",
	"method", "outcome", "state", "margin", "operator", "corrects",
}

func (b *accountBook) header() (titles []string) {
	for _, column := range accountColumns {
		titles = append(titles, b.say("column."+column))
	}
	return titles
}

func (b *accountBook) row(tx *store.ReadTx, entry store.BookEntry) ([]sheet.Value, error) {
	c, known := b.cases[entry.CaseID]
	if !known {
		var err error
		if c, err = tx.Case(entry.CaseID); err != nil {
			return nil, err
		}
		b.cases[entry.CaseID] = c
	}
	refund, found := c.Refund(entry.Refund)
	if !found {
		return nil, fault.New(fault.Internal, "errors_returns.refund.unknown", nil)
	}
	sale := returns.Sale{}
	if c.Sale != nil {
		sale = *c.Sale
	}
	billed, err := soldWith(tx, c)
	if err != nil {
		return nil, err
	}
	invoice, invoiced := sale.Invoice, sheet.Value(sheet.Blank{})
	if invoice == "" || invoice == billed.Invoice {
		invoice = billed.Invoice
		if !billed.InvoiceAt.IsZero() {
			invoiced = sheet.On(billed.InvoiceAt)
		}
	}
	amounts := b.amounts(entry, refund)
	return append(append([]sheet.Value{
		b.kind(entry), sheet.Label(entry.Number), sheet.On(entry.At.In(b.station.Zone())), sheet.Label(c.Number),
		sheet.Label(sale.OrderRef), sheet.Label(sale.LineRef), sheet.Label(invoice), invoiced, sheet.Label(sale.Title),
	}, amounts...),
		b.word("method.", string(refund.Method)), b.word("outcome.", string(entry.Outcome)), b.word("state.", string(refund.State)),
		b.yes(b.margin(entry.At)), sheet.Label(b.names[entry.By]), sheet.Label(entry.Corrects),
	), nil
}

// amounts are those of the refund. A correction moves no money: its row has none, so
// that a column adds up to what was refunded.
func (b *accountBook) amounts(entry store.BookEntry, refund returns.Refund) []sheet.Value {
	if entry.Kind == returns.RefundCorrection {
		return []sheet.Value{sheet.Blank{}, sheet.Blank{}, sheet.Blank{}, sheet.Label(refund.Item.Currency)}
	}
	item, shipping := refund.Item, returns.Money{Minor: refund.Shipping.Minor, Currency: refund.Item.Currency}
	if entry.Kind == returns.RefundCancellation { // It takes back what its notice announced.
		item.Minor, shipping.Minor = -item.Minor, -shipping.Minor
	}
	return []sheet.Value{
		sheet.Sum(item), sheet.Sum(shipping), sheet.Sum(returns.Money{Minor: item.Minor + shipping.Minor, Currency: item.Currency}), sheet.Label(item.Currency),
	}
}

func (b *accountBook) kind(entry store.BookEntry) sheet.Value {
	if entry.Kind == "" {
		return sheet.Label(b.say("document.by_marketplace"))
	}
	return sheet.Label(b.say("document." + string(entry.Kind)))
}

func (b *accountBook) word(subject, code string) sheet.Value {
	if code == "" {
		return sheet.Blank{}
	}
	return sheet.Label(b.say(subject + code))
}

func (b *accountBook) yes(is bool) sheet.Value {
	if is {
		return sheet.Label(b.say("yes"))
	}
	return sheet.Label(b.say("no"))
}

// margin is what was set when the document was issued.
func (b *accountBook) margin(at time.Time) bool {
	for _, since := range b.margins {
		if !since.at.After(at) {
			return since.margin
		}
	}
	return false
}
