package station

import (
	"strings"
	"time"
	"unicode"

	"revient/app/returns"
)

// at is an instant that a marketplace told; the zero time stays unknown.
func at(t time.Time) returns.Moment {
	if t.IsZero() {
		return returns.Moment{}
	}
	return returns.At(t, defaultZone, returns.FromMarketplace)
}

// The words by which a listing's title tells its category, for orders that do
// not say. The first that matches holds.
var titleWords = []struct {
	category string
	words    []string
}{
	{"watch", []string{"watch", "montre"}},
	{"audio", []string{"airpods", "buds", "casque", "headphones", "écouteurs"}},
	{"laptop", []string{"macbook", "thinkpad", "latitude", "elitebook", "laptop", "surface laptop", "chromebook", "galaxy book"}},
	{"tablet", []string{"ipad", "galaxy tab", "tablet", "tablette"}},
	{"console", []string{"playstation", "ps4", "ps5", "xbox", "nintendo"}},
	{"smartphone", []string{"iphone", "galaxy", "pixel", "xiaomi", "redmi", "huawei", "oneplus", "oppo", "fairphone", "smartphone"}},
}

// categoryOf reads the catalogue's category from a listing's title; "" when it
// does not tell. Whole words only: "support" is no Oppo.
func categoryOf(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	spaced := " " + strings.Join(words, " ") + " "
	for _, entry := range titleWords {
		for _, word := range entry.words {
			if strings.Contains(spaced, " "+word+" ") {
				return entry.category
			}
		}
	}
	return ""
}
