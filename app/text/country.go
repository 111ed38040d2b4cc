package text

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country names a country in a language, from its ISO 3166-1 code: "FR" is
// "France". A code that nobody knows is returned as it is.
func Country(lang Language, code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	if name := display.Regions(language.Make(string(lang))).Name(region); name != "" {
		return name
	}
	return code
}
