package paper_test

import (
	"math"
	"strings"
	"testing"

	"revient/app/paper"
	"revient/app/returns"
	"revient/app/text"
)

func TestEachDocumentSaysWhatItMust(t *testing.T) {
	for _, c := range []struct {
		document string
		lang     text.Language
		says     []string
	}{
		{"return slip", text.French, []string{"Bordereau de retour", caseNumber, "lun. 30 nov. 2026", "59784412", "35 693803 564380 9", "Zoé Lefèvre-Šimková", "59000 Lille", "jeu. 3 déc. 2026", "sam. 5 déc. 2026", "mar. 8 déc. 2026", "conversation de votre commande sur Back Market", "SIRET 123 456 789 00012"}},
		{"return slip", text.English, []string{"Return slip", "Mon 30 Nov 2026", "Back up your data", "conversation on Back Market"}},
		{"return label", text.French, []string{"CECI N’EST PAS UN AFFRANCHISSEMENT", caseNumber, "Expéditeur", "Destinataire", "75011 Paris"}},
		{"return label", text.English, []string{"THIS IS NOT POSTAGE", "From", "To"}},
		{"device label", text.French, []string{caseNumber, "iPhone 13 128 Go minuit", "35 693803 564380 9", "Reçu lun. 23 nov. 2026 à 10:42", "Défaut : lignes verticales"}},
		{"device label", text.English, []string{"Received Mon 23 Nov 2026, 10:42"}},
		{"refund notice", text.French, []string{"Avis de remboursement accordé", "A-2026-P03A-000131", "Accordé le lun. 23 nov. 2026", "1 334,99 €", "il n’en est pas la preuve"}},
		{"refund notice", text.English, []string{"Refund granted", "Granted on Mon 23 Nov 2026", "€1,334.99"}},
		{"cancellation", text.French, []string{"Remboursement annulé", "A-2026-P03A-000132", "Annule l’avis n°", "A-2026-P03A-000131", "n’a pas été exécuté par Back Market"}},
		{"cancellation", text.English, []string{"Refund cancelled", "Cancels notice no.", "was not carried out by Back Market"}},
		{"refund receipt", text.French, []string{"Reçu de remboursement", "R-2026-P03A-000123", "Remboursé le dim. 22 nov. 2026", "reçu émis le lun. 23 nov. 2026", "1 329,00 €", "5,99 €", "1 334,99 €", "sam. 28 nov. 2026", "sur le moyen de paiement de la commande", "Régime particulier - Biens d’occasion", "F-2026-004817", "59784412", "SIRET 123 456 789 00012", "TVA FR 32 123456789", "exécuté par Back Market"}},
		{"refund receipt", text.English, []string{"Refund receipt", "Refunded on Sun 22 Nov 2026", "€1,329.00", "€5.99", "VAT FR 32 123456789", "Régime particulier - Biens d’occasion (margin scheme"}},
		{"partial notice", text.French, []string{"Sur facture n° F-2026-004817 du jeu. 29 oct. 2026", "Motif", "Prix payé", "1 329,00 €", "Écran · rayures profondes", "-180,00 €", "Câble · absent du colis", "Accordé pour l’", "1 084,00 €", "1 089,99 €", "Back Market crédite votre compte client : la somme y est visible au plus tard le sam. 28 nov. 2026", "avec votre IBAN", "nous ne le demandons jamais", "Votre banque reçoit le virement"}},
		{"partial receipt", text.English, []string{"On invoice no. F-2026-004817 of Thu 29 Oct 2026", "Price paid", "-€180.00", "Granted for the device", "€1,084.00", "with your IBAN", "until the transfer reaches your bank", "visible there no later than Sat 28 Nov 2026"}},
		{"correction", text.French, []string{"Document rectificatif", "C-2026-P03A-000004", "Rectifie le reçu de remboursement n°", "R-2026-P03A-000123", "du ven. 20 nov. 2026", "Sur facture n° F-2026-004817", "comptés deux fois", "Montant indiqué", "1 334,99 €", "1 329,00 €", "-5,99 €", "reste conservé tel qu’il a été émis"}},
		{"correction", text.English, []string{"Corrects the refund receipt no.", "of Fri 20 Nov 2026", "What was wrong", "Correct amount", "-€5.99"}},
		{"protest", text.French, []string{"Protestation au", "Lettre recommandée avec avis de réception", "Colissimo", "8L44000012345", "Le dim. 22 nov. 2026 à 10:42, vous nous avez livré", "tout ou partie de son contenu manque", "papier froissé", "412 g à l’envoi et 96 g à son arrivée", "6 photos datées ont été prises", "L. 133-3", "jusqu’au mer. 25 nov. 2026 inclus", "1 329,00 €", "Pour l’atelier"}},
		{"protest", text.English, []string{"Protest to the carrier", "6 dated photos were taken", "until Wed 25 Nov 2026 inclusive"}},
		{"refusal", text.French, []string{"Demande de retour refusée", "Décision du lun. 23 nov. 2026", "Impact au coin supérieur droit", "Compté depuis : remise au client", "mer. 14 oct. 2026", "ven. 13 nov. 2026", "mar. 17 nov. 2026", "un devis sur demande", "CM2C", "garantie légale de conformité", "vous est renvoyé à l’adresse ci-dessus"}},
		{"refusal", text.English, []string{"Return request refused", "Counted from: remise au client", "Last day in time", "consumer mediator", "we do not erase your data"}},
		{"repair report", text.French, []string{"Compte rendu de réparation", "Réparé le dim. 22 nov. 2026", "ECR-IP13-OL", "Tactile (grille complète)", "91 %", "Samira B. · dim. 22 nov. 2026", "Yann L. · lun. 23 nov. 2026", "mer. 23 mai 2029", "L. 217-13"}},
		{"repair report", text.English, []string{"Repair report", "Parts replaced", "Checked by", "Wed 23 May 2029"}},
		{"delivery of a replacement", text.French, []string{"Bon de livraison", "de remplacement part le lun. 23 nov. 2026", "XR123456789FR", "49 015420 323751 8", "Très bon état", "S-03-B2", "Câble USB-C", "Il remplace votre", "35 693803 564380 9", "jeu. 23 nov. 2028", "Une nouvelle garantie"}},
		{"delivery of the own device", text.English, []string{"Delivery note", "Your device is sent back to you", "6A12345678901", "The guarantee of your purchase goes on"}},
		{"daily closing", text.French, []string{"Clôture du jour", "Z-2026-P03A-000027", "Z-2026-P03A-000026", "Clôturé le lun. 23 nov. 2026 à 18:42 par", "4 123,00 €", "399,00 £GB", "481 244,10 €", "Cumul depuis le dim. 1er nov. 2026", "Total perpétuel", "R-2026-P03A-000123", "R-2026-P03A-000131", "P03A-000119-T", "249,00 €", "9f3a c071 9f3a c071", strings.Repeat("9f3ac071", 8), "après 18342 écritures", "n’est pas un logiciel de caisse certifié"}},
		{"daily closing", text.English, []string{"Daily closing", "Perpetual total of the station", "is not certified till software"}},
		{"worklist", text.French, []string{"À rembourser", "Échéance : cette semaine · 4 dossiers", "En retard", "sam. 21 nov. 2026", "dim. 22 nov. 2026 à 10:42", "Aujourd’hui", "Isolement", "Q-02", "lun. 23 nov. 2026 à 10:42"}},
		{"worklist", text.English, []string{"4 cases", "Late", "Today"}},
		{"hand-over", text.French, []string{"Passation de poste", "De Samira B. · à Zoé Lefèvre-Šimková", "Dossiers en attente", "non dissocié", "mar. 24 nov. 2026", "P03A-000119-T", "249,00 €", "Rappel avant midi", "Le chariot bleu"}},
		{"hand-over", text.English, []string{"Shift hand-over", "Cases on hold", "Promised to customers"}},
		{"put-away list", text.French, []string{"À ranger", "35 693803 564380 9", "Très bon état", "Données effacées", "S-03-B2", "Stock"}},
		{"put-away list", text.English, []string{"To put away", "Condition, data"}},
		{"bin label", text.French, []string{"S-03-B2", "Stock, étagère 3"}},
		{"operator badge", text.French, []string{"Zoé", "Lefèvre-Šimková", "Cheffe des retours", "Atelier Renouveau"}},
	} {
		t.Run(c.document+" in "+string(c.lang), func(t *testing.T) {
			page := textOf(t, mustPDF(t, documents(c.lang, false, usual)[c.document]))
			for _, sentence := range c.says {
				if !strings.Contains(page, sentence) && !strings.Contains(strings.Join(strings.Fields(page), " "), sentence) {
					t.Errorf("it does not say %q:\n%s", sentence, page)
				}
			}
			if strings.Contains(page, "paper.") {
				t.Errorf("a sentence is missing from the catalogue:\n%s", page)
			}
		})
	}
}

func TestOurOwnSentencesAreNeverCut(t *testing.T) {
	for _, lang := range text.Languages() {
		for name, document := range documents(lang, false, usual) {
			if page := textOf(t, mustPDF(t, document)); strings.Contains(page, "…") {
				t.Errorf("%s in %s loses the end of a sentence:\n%s", name, lang, page)
			}
		}
	}
}

func TestAWorthlessDocumentSaysSoOnEveryPageAndARealOneDoesNot(t *testing.T) {
	kinds := map[string]paper.Sheet{"sample": {Issued: day, Sample: true}, "specimen": {Issued: day, Specimen: true}, "": {Issued: day}}
	for subject, sheet := range kinds {
		for _, lang := range text.Languages() {
			sheet.Language = lang
			for name, document := range merged(documentsOn(sheet, usual), long(sheet)) {
				sentence := text.T(lang, "paper."+subject+".foot", nil)
				if document.Size() != paper.A4 {
					sentence = text.T(lang, "paper."+subject+".label", nil)
				}
				sentence = strings.ReplaceAll(sentence, "\u00A0", " ")
				pages := strings.Split(strings.TrimSuffix(textOf(t, mustPDF(t, document)), "\f"), "\f")
				for i, page := range pages {
					switch marked := strings.Contains(strings.ToUpper(page), "SPÉCIMEN") || strings.Contains(strings.ToUpper(page), "SPECIMEN"); {
					case subject == "" && marked:
						t.Errorf("%s in %s is real and says it is worth nothing", name, lang)
					case subject != "" && !strings.Contains(page, sentence):
						t.Errorf("page %d of %s in %s does not say %q", i+1, name, lang, sentence)
					}
				}
			}
		}
	}
}

func TestATrainingDocumentIsASpecimenWhateverItsData(t *testing.T) {
	label := paper.BinLabel{Sheet: paper.Sheet{Language: text.French, Issued: day, Sample: true, Specimen: true}, Bin: "S-01"}
	if got := textOf(t, mustPDF(t, label)); !strings.Contains(got, "ENTRAÎNEMENT") || strings.Contains(got, "FICTIVES") {
		t.Errorf("the label says: %s", got)
	}
}

func TestTheMarginSchemeIsMentionedOnlyWhenItApplies(t *testing.T) {
	receipt, ok := documents(text.French, false, usual)["refund receipt"].(paper.RefundReceipt)
	if !ok {
		t.Fatal("the receipt is no receipt")
	}
	receipt.Margin = false
	if page := textOf(t, mustPDF(t, receipt)); strings.Contains(page, "Régime particulier") {
		t.Error("a sale outside the margin scheme mentions it")
	}
}

func TestARefundSaysOnWhichWayItComes(t *testing.T) {
	notice, ok := documents(text.French, false, usual)["refund notice"].(paper.RefundNotice)
	if !ok {
		t.Fatal("the notice is no notice")
	}
	notice.Route = paper.MarketplaceAccount
	if page := textOf(t, mustPDF(t, notice)); !strings.Contains(page, "sur votre compte client chez Back Market") {
		t.Errorf("the way of the money is not named:\n%s", page)
	}
}

func TestNoAmountLosesItsEnd(t *testing.T) {
	receipt, ok := documents(text.French, false, usual)["refund receipt"].(paper.RefundReceipt)
	if !ok {
		t.Fatal("the receipt is no receipt")
	}
	receipt.Item = returns.Money{Minor: math.MaxInt64 - 599, Currency: "EUR"}
	if page := textOf(t, mustPDF(t, receipt)); strings.Count(page, "758,07 €") != 2 || strings.Contains(page, "…") {
		t.Errorf("an amount was cut:\n%s", page)
	}
}
