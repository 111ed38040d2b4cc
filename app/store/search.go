package store

import (
	"strings"
	"unicode"
)

// fragment is how many characters a part of a code must have to be found by it:
// the index is one of three-character pieces.
const fragment = 3

// Search lists the cases in which every term is found, the newest first. A term
// is the start of a word (of a title, a name or a code), or any three or more
// characters of a code (IMEI, serial, order, tracking or case number). Accents
// and capitals do not matter.
func (tx *ReadTx) Search(text string, limit int) ([]CaseSummary, error) {
	terms := readTerms(text)
	if len(terms.words) == 0 {
		return []CaseSummary{}, nil
	}
	// Both indexes hand rows out newest first, so that each stops at the limit
	// however common the term is; INTERSECT in that order merges the two without
	// looking anything up.
	const words, codes = "SELECT rowid FROM search_words WHERE search_words MATCH ?", "SELECT rowid FROM search_codes WHERE search_codes MATCH ?"
	const newest = " ORDER BY rowid DESC LIMIT ?)"
	query, args := "SELECT * FROM ("+words+newest, []any{prefixes(terms.words), limit}
	if len(terms.codes) > 0 {
		found := codes
		args = append(args, phrases(terms.codes))
		if len(terms.rest) > 0 {
			found += " INTERSECT " + words
			args = append(args, prefixes(terms.rest))
		}
		query += " UNION SELECT * FROM (" + found + newest
		args = append(args, limit)
	}
	return list(tx, "search", scanSummary, selectSummary+"WHERE c.row IN ("+query+") ORDER BY c.row DESC LIMIT ?", append(args, limit)...)
}

// terms are what a person typed, read in two ways: all of it as words, and those
// that may be a piece of a code as such, with the rest as words.
type terms struct{ words, codes, rest []string }

func readTerms(text string) (read terms) {
	letters := []string{}
	for typed := range strings.FieldsSeq(text) {
		digits := strings.ContainsFunc(typed, unicode.IsDigit)
		parts := strings.FieldsFunc(typed, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
		joined := NormaliseCode(strings.Join(parts, "")) // P03A-000123-K is one code however it is cut.
		read.words = append(read.words, parts...)
		switch {
		case digits && len(joined) >= fragment:
			read.codes = append(read.codes, joined)
		default:
			read.rest = append(read.rest, parts...)
			letters = append(letters, parts...)
		}
	}
	if len(read.codes) > 0 {
		return read
	}
	// Without a digit anywhere, it may still be a piece of a serial number.
	for _, word := range letters {
		if len(word) < fragment {
			return read
		}
	}
	read.codes, read.rest = letters, nil
	return read
}

// prefixes writes an FTS5 query for words that start so. Terms hold letters and
// digits only, so that quoting them is safe.
func prefixes(words []string) string { return `"` + strings.Join(words, `"* "`) + `"*` }

func phrases(codes []string) string { return `"` + strings.Join(codes, `" "`) + `"` }
