package store

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"revient/app/returns"
)

// Somebody is one customer, by a case of theirs.
type Somebody struct {
	Person Person         // As they were known last.
	Case   returns.CaseID // Their latest one.
	Cases  int
}

// FindPeople lists the customers whose name or e-mail address holds every word of
// what was typed, in any case and without its accents; those whose cases are the
// latest come first.
func (tx *ReadTx) FindPeople(typed string, limit int) ([]Somebody, error) {
	words := strings.Fields(bare(typed))
	if len(words) == 0 {
		return []Somebody{}, nil
	}
	held, err := tx.heldPersons("WHERE body IS NOT NULL")
	if err != nil {
		return nil, err
	}
	found := []Somebody{}
	for _, one := range slices.Backward(held) {
		about := bare(one.Person.Name() + " " + one.Person.Email)
		if slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(about, word) }) {
			continue
		}
		ids, err := list(tx, "list cases of person", func(row scanner) (id returns.CaseID, err error) { return id, row.Scan(&id) },
			"SELECT id FROM cases WHERE customer = ? ORDER BY row DESC", one.ID)
		if err != nil {
			return nil, err
		}
		if len(ids) == 0 || slices.ContainsFunc(found, func(s Somebody) bool { return s.Person.same(one.Person) }) {
			continue
		}
		theirs, err := tx.CustomerCases(ids[0])
		if err != nil {
			return nil, err
		}
		found = append(found, Somebody{Person: one.Person, Case: ids[0], Cases: len(theirs)})
		if len(found) == limit {
			break
		}
	}
	return found, nil
}

// same reports whether two are known to be one person.
func (p Person) same(other Person) bool {
	return p.sameness() != "" && p.sameness() == other.sameness()
}

// bare is a text without case and accents, for comparing.
func bare(text string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), text)
	if err != nil { // It is no text that has accents.
		plain = text
	}
	return cases.Fold().String(plain)
}
