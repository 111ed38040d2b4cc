package paper_test

import (
	"revient/app/paper"
	"revient/app/returns"
)

// letters returns one of each letter, report and note of a single case.
func letters(sheet paper.Sheet, w words, seller paper.Seller, customer paper.Address, order paper.Order, device paper.Device) map[string]paper.Document {
	euros := func(minor int64) returns.Money { return returns.Money{Minor: minor, Currency: "EUR"} }
	fresh := paper.Device{Model: w.model, IMEI: "490154203237518"}
	return map[string]paper.Document{
		"correction": paper.RefundCorrection{
			Sheet: sheet, Number: "C-2026-P03A-000004", Seller: seller, Customer: customer, Case: caseNumber, Order: order,
			Corrects: paper.Issued{Kind: paper.Receipt, Number: "R-2026-P03A-000123", Dated: day.AddDate(0, 0, -3)},
			Wrong:    "Le reçu indiquait un montant de 1 334,99 € : les frais d’envoi de la commande y étaient comptés deux fois. " + w.claim,
			Right:    "Le montant remboursé est de 1 329,00 €, frais d’envoi compris.",
			Stated:   euros(133499), Correct: euros(132900), Margin: true,
		},
		"protest": paper.CarrierProtest{
			Sheet: sheet, Seller: seller, Carrier: paper.Address{Name: "Colissimo", Lines: []string{"Service clients", "33735 Bordeaux Cedex 9"}},
			Case: caseNumber, Tracking: "8L44000012345", Sender: w.customer, Order: order, Device: device, Loss: paper.Missing, Arrived: day.AddDate(0, 0, -1),
			Found:  "Le carton est recollé avec un ruban différent de celui de l’expéditeur ; il ne contient que du papier froissé. " + w.claim,
			Photos: 6, Sent: 412, Weighed: 96, Value: euros(132900), Last: day.AddDate(0, 0, 2), Signatory: w.customer,
		},
		"refusal": paper.RefusalLetter{
			Sheet: sheet, Seller: seller, Customer: customer, Case: caseNumber, Order: order, Device: device, Asked: "Rétractation",
			Reason: "L’écran porte un impact qui n’existait pas à l’envoi ; la garantie ne couvre pas les chocs, et le délai de rétractation est passé. " + w.claim,
			Findings: []paper.Finding{
				{Check: "Choc, casse, pliure", Result: "Impact au coin supérieur droit, verre étoilé", Photos: 3},
				{Check: "Oxydation, témoin d’humidité", Result: "Témoin blanc : aucune. " + w.claim},
			},
			Late: &paper.Lateness{
				Rule: "Rétractation : 30 jours à compter de la réception, jour de réception non compté, reportés au premier jour ouvrable.",
				From: day.AddDate(0, 0, -40), Source: "remise au client", Last: day.AddDate(0, 0, -10), Declared: day.AddDate(0, 0, -6),
			},
			Options:   []string{"Faire réparer l’écran à vos frais : nous vous envoyons un devis sur demande."},
			Mediation: "CM2C, 49 rue de Ponthieu, 75008 Paris, cm2c.net", GoesBack: true, Signatory: w.customer,
		},
		"repair report": paper.RepairReport{
			Sheet: sheet, Seller: seller, Customer: customer, Case: caseNumber, Order: order, Device: device,
			Defect: w.claim, Work: "Écran et joint remplacés, étanchéité refaite, capteur de proximité réaligné.",
			Parts:      []paper.Part{{Name: "Écran OLED 6,1 pouces", Reference: "ECR-IP13-OL", Quantity: 1}, {Name: "Vis pentalobe", Reference: w.order, Quantity: 2}},
			Tests:      []paper.Test{{Name: "Écran : pixels, taches, marquage", Result: "Conforme"}, {Name: "Tactile (grille complète)", Result: "Conforme"}, {Name: "Face ID", Result: "Conforme"}, {Name: "Santé de la batterie", Result: "91 %"}},
			Technician: "Samira B.", Repaired: day.AddDate(0, 0, -1), Controller: "Yann L.", Controlled: day, Guaranteed: day.AddDate(2, 6, 0),
		},
		"delivery of a replacement": paper.DeliveryNote{
			Sheet: sheet, Seller: seller, Customer: customer, Case: caseNumber, Order: order, Device: fresh, Replaces: device, Grade: "Très bon état", Bin: "S-03-B2",
			Accessories: []string{"Câble USB-C vers Lightning", "Outil d’extraction de la carte SIM", w.claim},
			Carrier:     "Chronopost", Tracking: "XR123456789FR", Guarantee: paper.Guarantee{New: true, Until: day.AddDate(2, 0, 0)},
		},
		"delivery of the own device": paper.DeliveryNote{
			Sheet: sheet, Seller: seller, Customer: customer, Case: caseNumber, Order: order, Device: device,
			Carrier: "Colissimo", Tracking: "6A12345678901", Guarantee: paper.Guarantee{Until: day.AddDate(1, 9, 0)},
		},
	}
}
