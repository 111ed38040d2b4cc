package station

import (
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/store"
)

// payoutForm declares the columns of a marketplace's statement. Marketplaces name
// them otherwise from one year to the next, and workshops rename them: the aliases
// are those of statements seen so far, and neither case nor accents count.
func payoutForm(zone *time.Location) sheet.Form[store.PayoutLine] {
	return sheet.Form[store.PayoutLine]{
		Columns: []sheet.Column[store.PayoutLine]{
			{Title: "sheet.column.order", Aliases: []string{"order_id", "order id", "N° de commande", "numéro de commande", "order number", "id commande"},
				Into: sheet.Into(sheet.Code, func(l *store.PayoutLine, v string) { l.OrderRef = v })},
			{Title: "sheet.column.line", Aliases: []string{"orderline_id", "order line id", "order_line_id", "orderline", "id ligne", "ligne"},
				Into: sheet.Into(sheet.Code, func(l *store.PayoutLine, v string) { l.LineRef = v })},
			{Title: "sheet.column.amount", Aliases: []string{"montant TTC", "total amount", "net amount", "somme", "value", "montant net"}, Required: true,
				Into: sheet.Into(sheet.SignedAmount("EUR"), func(l *store.PayoutLine, v returns.Money) { l.Amount.Minor = v.Minor })},
			{Title: "sheet.column.currency", Aliases: []string{"currency code", "monnaie"},
				Into: sheet.Into(sheet.Choice(currencies), func(l *store.PayoutLine, v string) { l.Amount.Currency = v })},
			{Title: "sheet.column.kind", Aliases: []string{"designation", "operation", "opération", "transaction type", "transaction_type", "libellé", "nature", "description", "category"},
				Into: sheet.Into(sheet.Text(widestWords), func(l *store.PayoutLine, v string) { l.Kind = v })},
			{Title: "sheet.column.date", Aliases: []string{"value_date", "value date", "date de valeur", "payment_date", "payment date", "date de paiement", "transaction date"},
				Into: sheet.Into(sheet.Instant(zone), func(l *store.PayoutLine, v time.Time) { l.At = v })},
		},
		Check: func(l store.PayoutLine) error {
			if asRefund(l) && l.OrderRef == "" {
				return fault.New(fault.Invalid, "errors_payout.no_order", nil).At("sheet.column.order")
			}
			return nil
		},
	}
}

// currencies are those of the countries that Back Market sells to, all of which
// count in hundredths.
var currencies = map[string][]string{
	"EUR": {"€", "euro", "euros"}, "GBP": {"£"}, "SEK": nil, "PLN": {"zł"}, "CHF": nil, "USD": {"$"}, "CAD": nil, "AUD": nil, "DKK": nil, "CZK": nil, "NOK": nil, "HUF": nil, "RON": nil, "BGN": nil,
}

// The words by which statements tell refunds from fees, which are kept back too.
var (
	refundWords = []string{"refund", "rembours", "retour", "return", "rückerstattung", "rimborso", "reembolso"}
	feeWords    = []string{"commission", "frais", "fee", "abonnement", "subscription", "service"}
)

// asRefund reports whether a line is a refund to a customer: its kind says so, or
// nothing is said and money was kept back.
func asRefund(l store.PayoutLine) bool {
	kind := strings.ToLower(l.Kind)
	says := func(words []string) bool {
		for _, word := range words {
			if strings.Contains(kind, word) {
				return true
			}
		}
		return false
	}
	switch {
	case says(feeWords):
		return false
	case says(refundWords):
		return l.Amount.Minor != 0
	default:
		return l.Amount.Minor < 0 && kind == ""
	}
}

// paidOut is how much a line gave back to the customer: statements write it with a
// minus, or without one under a kind of its own.
func paidOut(l store.PayoutLine) returns.Money {
	if l.Amount.Minor < 0 {
		l.Amount.Minor = -l.Amount.Minor
	}
	return l.Amount
}
