package catalog

import (
	"slices"
	"strings"
)

// release tells the year and the screen of the device. A generation, a year or a
// chip that the listing names tells the others where the tables leave one answer.
func (l listing) release() (year int, screen string) {
	if l.family.Kind == kindWatch {
		screen = only(l.cases)
	}
	if len(l.family.Sizes) > 0 {
		screen = l.screen()
	}
	if !l.family.dated() {
		if l.family.yearOf != nil && l.family.yearOf.MatchString(l.model) {
			year = only(l.years)
		}
		return year, screen
	}
	year = only(l.years)
	generation := only(l.generations)
	if len(l.years) > 1 || len(l.generations) > 1 {
		return 0, screen
	}
	if generation == 0 && year == 0 && l.chip == "" {
		return 0, screen
	}
	var years []int
	var sizes []string
	for _, r := range l.family.Releases {
		if agrees(generation, r.Number) && agrees(year, r.Year) && (r.Size == "" || agrees(screen, r.Size)) && agrees(l.chip, r.Chip) {
			years, sizes = appendNew(years, r.Year), appendNew(sizes, r.Size)
		}
	}
	if len(years) == 0 {
		if generation != 0 {
			return 0, screen // A generation that contradicts the rest.
		}
		return year, screen
	}
	if year == 0 {
		year = only(years)
	}
	if screen == "" {
		screen = only(sizes)
	}
	return year, screen
}

// agrees reports whether a release can be what a listing says: what a listing does
// not say contradicts nothing.
func agrees[T int | string](said, known T) bool {
	var unknown T
	return said == unknown || said == known
}

// screen is the size that the listing says, one that the family was made in.
func (l listing) screen() string {
	var sizes []string
	for _, size := range l.sizes {
		if l.family.WholeSizes {
			size, _, _ = strings.Cut(size, ".")
		}
		if slices.Contains(l.family.Sizes, size) {
			sizes = appendNew(sizes, size)
		}
	}
	return only(sizes)
}

// only is the one element of a list, and nothing where there are none or several.
func only[T any](list []T) T {
	var nothing T
	if len(list) != 1 {
		return nothing
	}
	return list[0]
}
