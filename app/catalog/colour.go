package catalog

import (
	"slices"
	"strings"
)

// A colour folds the words of both languages, and those of the makers, to one
// code. A maker's adjective that the table does not list, such as "phantom", adds
// nothing to its colour.
type colour struct {
	Code  string   `json:"code"`
	Words []string `json:"words"`         // Phrases of folded words.
	SKU   []string `json:"sku,omitempty"` // Abbreviations in an SKU.
}

// Two colours that together are one: the pair of Joy-Con of a Switch.
const (
	colourNeon = "neon"
	neonPair   = "neon_red_blue"
)

// What stands in a listing's words in the place of what was read and taken out of
// them: a capacity is told apart, because "128 GB or 256 GB" is no gold.
const (
	barrier  = "|"
	quantity = "#"
)

func isBarrier(word string) bool { return word == barrier || word == quantity }

// longestColour is the number of words of the longest phrase.
const longestColour = 4

// coloursOf finds the colours that words name, and returns the words with a barrier
// in the place of each.
func coloursOf(words []string) (codes, rest []string) {
	for at := 0; at < len(words); {
		code, length := colourAt(words, at)
		if length == 0 {
			rest = append(rest, words[at])
			at++
			continue
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
		rest = append(rest, barrier)
		at += length
	}
	return codes, rest
}

// colourAt is the colour of the longest phrase that begins at a word.
func colourAt(words []string, at int) (code string, length int) {
	for n := min(longestColour, len(words)-at); n > 0; n-- {
		phrase := strings.Join(words[at:at+n], " ")
		if phrase == "or" && !isGold(words, at) {
			return "", 0
		}
		found, known := find(loaded().colours, func(c colour) bool { return slices.Contains(c.Words, phrase) })
		if known {
			return found.Code, n
		}
	}
	return "", 0
}

// afterGold are words that follow a colour and no conjunction.
var afterGold = []string{"debloque", "desimlocke", "reconditionne", "tout", "dual", "wifi", "wi", "sans", "avec"}

// isGold tells the French gold from the English conjunction, which stands between
// two of a kind and never ends what it stands in.
func isGold(words []string, at int) bool {
	switch next := at + 1; {
	case next == len(words) || words[next] == barrier:
		return true
	case words[next] == quantity:
		return at > 0 && words[at-1] != quantity
	default:
		return slices.Contains(afterGold, words[next])
	}
}

// oneColour is the colour that a listing is of: one that names several names none.
func oneColour(codes []string) string {
	switch {
	case len(codes) == 1 && codes[0] != colourNeon:
		return codes[0]
	case len(codes) == 3 && slices.Contains(codes, colourNeon) && slices.Contains(codes, "red") && slices.Contains(codes, "blue"):
		return neonPair
	default:
		return ""
	}
}

func colourOfSKU(sku string) string {
	var codes []string
	for _, word := range wordsOf(sku) {
		found, known := find(loaded().colours, func(c colour) bool { return slices.Contains(c.SKU, word) })
		if known && !slices.Contains(codes, found.Code) {
			codes = append(codes, found.Code)
		}
	}
	return oneColour(codes)
}
