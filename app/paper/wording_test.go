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
	} {
		t.Run(c.document+" in "+string(c.lang), func(t *testing.T) {
			page := textOf(t, mustPDF(t, documents(c.lang, false, usual)[c.document]))
			for _, sentence := range c.says {
				if !strings.Contains(page, sentence) {
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

func TestASampleSaysSoAndARealDocumentDoesNot(t *testing.T) {
	for _, lang := range text.Languages() {
		for name, document := range documents(lang, true, usual) {
			sentence := text.T(lang, "paper.sample.foot", nil)
			if document.Size() != paper.A4 {
				sentence = text.T(lang, "paper.sample.label", nil)
			}
			sentence = strings.ReplaceAll(sentence, "\u00A0", " ")
			if page := textOf(t, mustPDF(t, document)); !strings.Contains(page, sentence) {
				t.Errorf("%s in %s does not say %q", name, lang, sentence)
			}
			if page := textOf(t, mustPDF(t, documents(lang, false, usual)[name])); strings.Contains(page, "SPÉCIMEN") {
				t.Errorf("%s in %s is real and says it is a sample", name, lang)
			}
		}
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
