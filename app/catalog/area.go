package catalog

import (
	"slices"
	"strings"
	"unicode"
)

// Area is a part of a device that a customer complains of: the checks that look
// at it, and the neighbours that the same fault often touches.
type Area struct {
	Code       string   `json:"code"`
	Checks     []string `json:"checks"`
	Neighbours []string `json:"neighbours"`
	// Words are the beginnings of words by which an issue names the area.
	Words []string `json:"words"`
}

// AreaOther is the area of an issue that names none.
const AreaOther = "other"

// LabelKey names the area's sentence.
func (a Area) LabelKey() string { return "catalog.area." + a.Code }

// Areas lists the areas.
func Areas() []Area {
	areas := slices.Clone(loaded().areas)
	for i := range areas {
		areas[i] = areas[i].clone()
	}
	return areas
}

func (a Area) clone() Area {
	a.Checks, a.Neighbours, a.Words = slices.Clone(a.Checks), slices.Clone(a.Neighbours), slices.Clone(a.Words)
	return a
}

// AreasOf returns the areas that issues name, in the order of the issues, each
// once. A marketplace publishes no list of its issues, so words decide:
// "BATTERY_NOT_CHARGING" and "Battery not charging" are both about charging. An
// area's own code names it too. Issues that name nothing are the other area.
func AreasOf(issues []string) []string {
	var found []string
	for _, issue := range issues {
		if code := areaOf(issue); code != AreaOther && !slices.Contains(found, code) {
			found = append(found, code)
		}
	}
	if len(found) == 0 {
		return []string{AreaOther}
	}
	return found
}

func areaOf(issue string) string {
	words := "_" + strings.Join(strings.FieldsFunc(strings.ToUpper(issue), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "_")
	for _, area := range loaded().areas {
		if words == "_"+strings.ToUpper(area.Code) {
			return area.Code
		}
	}
	for _, area := range loaded().areas { // The first that matches: a charger before charging.
		if slices.ContainsFunc(area.Words, func(w string) bool { return strings.Contains(words, "_"+w) }) {
			return area.Code
		}
	}
	return AreaOther
}
