package catalog

import (
	"slices"
	"strings"
)

// grades from the best; the workshop sells by them and the customer bought one.
var grades = []string{"premium", "excellent", "good", "fair"}

// Grades lists the grades, the best first.
func Grades() []string { return slices.Clone(grades) }

// gradeWords are how lists of sold units and of stock name a grade, folded.
var gradeWords = map[string]string{
	"comme neuf": "premium", "like new": "premium",
	"parfait": "excellent", "parfait etat": "excellent", "excellent etat": "excellent",
	"tres bon": "good", "tres bon etat": "good", "bon": "good", "bon etat": "good", "very good": "good",
	"correct": "fair", "etat correct": "fair", "passable": "fair", "acceptable": "fair",
	"9": "premium", "10": "excellent", "11": "good", "12": "fair", // The marketplace's condition codes.
}

// GradeOf reads a grade in French or English; a workshop's own letters, which mean
// something else in each workshop, are not read.
func GradeOf(words string) string {
	said := strings.Join(wordsOf(words), " ")
	if slices.Contains(grades, said) {
		return said
	}
	return gradeWords[said]
}

// GradeAtLeast reports whether a grade is as good as the wanted one. A wanted grade
// that nobody knows asks for nothing; an unknown one never is as good as a known.
func GradeAtLeast(have, want string) bool {
	wanted := slices.Index(grades, want)
	if wanted < 0 {
		return true
	}
	at := slices.Index(grades, have)
	return at >= 0 && at <= wanted
}
