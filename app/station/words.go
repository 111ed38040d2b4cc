package station

import (
	"strings"
	"unicode"

	"revient/app/returns"
	"revient/app/store"
)

// How much is kept of what somebody wrote; nobody writes more in earnest, and
// every list, search and paper carries it.
const (
	longestWords = 20_000
	longestLine  = 200
)

// plainWords keeps what can be read of a text: no control characters but the ends
// of lines and tabs, nothing that turns the direction of what stands beside it.
func plainWords(text string) string {
	kept := strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	return firstRunes(kept, longestWords)
}

// plainLine is plainWords for what stands on one line: a name, a title, a number.
func plainLine(text string) string {
	return firstRunes(strings.NewReplacer("\n", " ", "\t", " ").Replace(plainWords(text)), longestLine)
}

// plainSale cleans what a marketplace, or a person, calls a sale.
func plainSale(sale returns.Sale) returns.Sale {
	for _, line := range []*string{&sale.OrderRef, &sale.LineRef, &sale.SKU, &sale.Title, &sale.Category, &sale.Serial, &sale.Locale, &sale.Country, &sale.Tracking} {
		*line = plainLine(*line)
	}
	return sale
}

// plainPerson cleans what somebody says their name and address are.
func plainPerson(p store.Person) store.Person {
	for _, line := range []*string{
		&p.FirstName, &p.LastName, &p.Company, &p.Email, &p.Phone, &p.Street, &p.Street2, &p.PostalCode, &p.City, &p.Region, &p.Country, &p.Language,
	} {
		*line = plainLine(*line)
	}
	return p
}

// SaveText keeps words of a command, plain. Every text of a case goes through here.
func (t *turn) SaveText(kind, words string) (returns.TextRef, error) {
	return t.Tx.SaveText(kind, plainWords(words))
}
