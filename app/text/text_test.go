package text_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"revient/app/text"
)

var placeholder = regexp.MustCompile(`\{\{[^}]*\}\}`)

func TestEveryLanguageHasTheSameKeysAndPlaceholders(t *testing.T) {
	reference := text.Catalogue(text.French)
	for _, lang := range text.Languages() {
		other := text.Catalogue(lang)
		for key, sentence := range reference {
			translated, found := other[key]
			if !found {
				if strings.HasSuffix(key, "_many") && lang != text.French {
					continue // English has no "many".
				}
				t.Errorf("%s lacks %q", lang, key)
				continue
			}
			if strings.TrimSpace(translated) == "" {
				t.Errorf("%s: %q is empty", lang, key)
			}
			want, got := placeholder.FindAllString(sentence, -1), placeholder.FindAllString(translated, -1)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(slices.Compact(want), slices.Compact(got)) {
				t.Errorf("%s: %q has placeholders %v, French has %v", lang, key, got, want)
			}
		}
		for key := range other {
			if _, found := reference[key]; !found {
				t.Errorf("French lacks %q, which %s has", key, lang)
			}
		}
	}
}

func TestFrenchSentencesUseFrenchTypography(t *testing.T) {
	plainSpaceBefore := regexp.MustCompile(` [;:!?»]|« `)
	for key, sentence := range text.Catalogue(text.French) {
		if plainSpaceBefore.MatchString(sentence) {
			t.Errorf("%q needs a no-break space before high punctuation: %s", key, sentence)
		}
		if strings.Contains(sentence, "'") {
			t.Errorf("%q uses a straight apostrophe: %s", key, sentence)
		}
	}
}

func TestAmountsAreWrittenAsTheLocaleDoes(t *testing.T) {
	for _, c := range []struct {
		lang  text.Language
		minor int64
		iso   string
		want  string
	}{
		{text.French, 123456, "EUR", "1\u202f234,56\u00a0€"},
		{text.French, 32900, "EUR", "329,00\u00a0€"},
		{text.English, 123456, "EUR", "€1,234.56"},
		{text.French, -500, "EUR", "-5,00\u00a0€"},
		{text.French, 500, "JPY", "500\u00a0¥"},
		{text.French, 12, "???", "12\u00a0???"},
	} {
		if got := text.Amount(c.lang, c.minor, c.iso); got != c.want {
			t.Errorf("Amount(%s, %d, %s) = %q, want %q", c.lang, c.minor, c.iso, got, c.want)
		}
	}
}

func TestDatesAreWrittenAsTheLocaleDoes(t *testing.T) {
	at := time.Date(2026, 11, 6, 14, 5, 0, 0, time.UTC)
	first := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{text.Date(text.French, at), "ven. 6\u00a0nov. 2026"},
		{text.Date(text.English, at), "Fri 6\u00a0Nov 2026"},
		{text.Date(text.French, first), "ven. 1er\u00a0mai 2026"},
		{text.DateTime(text.French, at), "ven. 6\u00a0nov. 2026 à\u00a014:05"},
		{text.DateTime(text.English, at), "Fri 6\u00a0Nov 2026, 14:05"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestSentencesFillTheirPlaceholdersAndFallBackToTheKey(t *testing.T) {
	got := text.T(text.English, "errors.money.currency", map[string]any{"left": "EUR", "right": "GBP"})
	if got != "These amounts are not in the same currency (EUR and GBP)." {
		t.Errorf("got %q", got)
	}
	if got := text.T(text.French, "errors.nobody.wrote.this", nil); got != "errors.nobody.wrote.this" {
		t.Errorf("got %q", got)
	}
	if text.Has(text.French, "errors.nobody.wrote.this") || !text.Has(text.French, "errors.internal") {
		t.Error("Has misreads the catalogue")
	}
}

func TestIMEIsAreGroupedAsPeopleReadThem(t *testing.T) {
	if got := text.GroupIMEI("356938035643809"); got != "35 693803 564380 9" {
		t.Errorf("got %q", got)
	}
	if got := text.GroupIMEI("C02XL0ABJGH5"); got != "C02XL0ABJGH5" {
		t.Errorf("got %q", got)
	}
}

func TestCustomersAreWrittenToInTheirLanguage(t *testing.T) {
	for locale, want := range map[string]text.Language{"fr-fr": text.French, "fr_BE": text.French, "en-gb": text.English, "de-de": text.English, "": text.English} {
		if got := text.ForCountry(locale); got != want {
			t.Errorf("ForCountry(%q) = %s, want %s", locale, got, want)
		}
	}
}

func TestCountriesAreNamedInTheLanguage(t *testing.T) {
	for _, c := range []struct {
		lang       text.Language
		code, want string
	}{
		{text.French, "DE", "Allemagne"}, {text.English, "DE", "Germany"}, {text.French, "FR", "France"},
		{text.French, "??", "??"}, {text.French, "", ""},
	} {
		if got := text.Country(c.lang, c.code); got != c.want {
			t.Errorf("Country(%s, %q) = %q, want %q", c.lang, c.code, got, c.want)
		}
	}
}
