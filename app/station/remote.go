package station

import (
	"strings"
	"time"

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
	{"audio", []string{"airpods", "buds", "casque", "headphones", "écouteurs"}},
	{"laptop", []string{"macbook", "thinkpad", "latitude", "elitebook", "laptop", "surface laptop", "chromebook"}},
	{"tablet", []string{"ipad", "galaxy tab", "tablet", "tablette"}},
	{"console", []string{"playstation", "ps4", "ps5", "xbox", "nintendo", "switch"}},
	{"smartphone", []string{"iphone", "galaxy", "pixel", "xiaomi", "redmi", "huawei", "oneplus", "oppo", "fairphone", "smartphone"}},
}

// categoryOf reads the catalogue's category from a listing's title; "" when it
// does not tell.
func categoryOf(title string) string {
	lower := strings.ToLower(title)
	for _, entry := range titleWords {
		for _, word := range entry.words {
			if strings.Contains(lower, word) {
				return entry.category
			}
		}
	}
	return ""
}
