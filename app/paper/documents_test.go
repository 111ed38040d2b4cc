package paper_test

import (
	"maps"
	"time"

	"revient/app/paper"
	"revient/app/returns"
	"revient/app/text"
)

var (
	paris = time.FixedZone("CET", 3600)
	day   = time.Date(2026, 11, 23, 10, 42, 0, 0, paris)
)

const caseNumber = "P03A-000123-K"

// words are the free texts of a document, which the tests make long or nasty.
type words struct {
	seller, customer, street, model, claim, order, marketplace string
}

var usual = words{
	seller: "Atelier Renouveau", customer: "Zoé Lefèvre-Šimková", street: "18 bis, rue de l’Ancienne-Église",
	model: "iPhone 13 128 Go minuit", claim: "Défaut : lignes verticales à l’écran, échange demandé", order: "59784412", marketplace: "Back Market",
}

// documents returns one of each document, by name, in a language.
func documents(lang text.Language, sample bool, w words) map[string]paper.Document {
	return documentsOn(paper.Sheet{Language: lang, Issued: day, Sample: sample}, w)
}

// documentsOn returns one of each document, by name, on sheets of a kind.
func documentsOn(sheet paper.Sheet, w words) map[string]paper.Document {
	customer := paper.Address{Name: w.customer, Lines: []string{w.street, "Bâtiment C, 3e étage", "75011 Paris", "France"}}
	workshop := paper.Address{Name: w.seller, Lines: []string{"Service des retours, quai 2", "4 allée des Peupliers", "59000 Lille", "France"}}
	seller := paper.Seller{Address: workshop, SIREN: "123 456 789", SIRET: "123 456 789 00012", VAT: "FR 32 123456789"}
	order := paper.Order{Number: w.order, Marketplace: w.marketplace, Placed: day.AddDate(0, 0, -25), Invoice: "F-2026-004817"}
	device := paper.Device{Model: w.model, IMEI: "356938035643809"}
	euros := func(minor int64) returns.Money { return returns.Money{Minor: minor, Currency: "EUR"} }
	refund := paper.Refund{
		Sheet: sheet, Number: "R-2026-P03A-000123", Seller: seller, Customer: customer, Case: caseNumber, Order: order, Device: device,
		Item: euros(132900), Shipping: euros(599),
		Route: paper.OriginalMeans, Visible: day.AddDate(0, 0, 5), Margin: true,
	}
	notice := refund
	notice.Number = "A-2026-P03A-000131"
	partial := refund
	partial.Number, partial.Route, partial.Paid, partial.Item = "A-2026-P03A-000133", paper.MarketplaceAccount, euros(132900), euros(108400)
	partial.Reason = w.claim
	partial.Deductions = []paper.Deduction{
		{Part: "Écran", Finding: "rayures profondes", Amount: euros(18000)},
		{Part: "Câble", Finding: "absent du colis", Amount: euros(2500)},
		{Part: "Coque arrière", Finding: "éclat au coin inférieur gauche", Amount: euros(4000)},
	}
	partial.Order.Invoiced = day.AddDate(0, 0, -25)
	paid := partial
	paid.Number = "R-2026-P03A-000124"
	cancellation := refund
	cancellation.Number = "A-2026-P03A-000132"
	return merged(letters(sheet, w, seller, customer, order, device), rounds(sheet, w, device, 4), map[string]paper.Document{
		"return slip": paper.ReturnSlip{
			Sheet: sheet, Seller: seller, ReturnTo: workshop, Case: caseNumber, Customer: w.customer, Order: order, Device: device, Claim: w.claim,
			DropOff: day.AddDate(0, 0, 7), Arrival: day.AddDate(0, 0, 10), Inspected: day.AddDate(0, 0, 12), Settled: day.AddDate(0, 0, 15),
		},
		"return label":    paper.ReturnLabel{Sheet: sheet, Case: caseNumber, From: customer, To: workshop, Order: order, Device: device},
		"device label":    paper.DeviceLabel{Sheet: sheet, Case: caseNumber, Device: device, Received: day, Claim: w.claim},
		"cancellation":    paper.RefundCancellation{Refund: cancellation, Notice: notice.Number},
		"refund notice":   paper.RefundNotice{Refund: notice},
		"partial notice":  paper.RefundNotice{Refund: partial},
		"partial receipt": paper.RefundReceipt{Refund: paid, Refunded: day.AddDate(0, 0, -1)},
		"refund receipt":  paper.RefundReceipt{Refund: refund, Refunded: day.AddDate(0, 0, -1)},
	})
}

// merged joins kinds of documents.
func merged(kinds ...map[string]paper.Document) map[string]paper.Document {
	all := map[string]paper.Document{}
	for _, kind := range kinds {
		maps.Copy(all, kind)
	}
	return all
}
