package catalog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A listing is what one title says, facet by facet. Each facet is taken out of the
// title as it is read, so that a storage is no model and a year no storage.
type listing struct {
	family      family
	model       string
	capacities  capacities
	colour      string
	colourNamed bool // A colour was named, if only by contradiction.
	years       []int
	sizes       []string // Inches of the screen.
	cases       []string // Millimetres of a watch.
	generations []int
	chip        string
	network     string
}

// generationPrefix marks the number of a generation among the words.
const generationPrefix = "gen"

var (
	signs        = strings.NewReplacer("™", " ", "®", " ", "©", " ", "″", `"`, "”", `"`, "“", `"`, "’’", `"`, "''", `"`, barrier, " ", quantity, " ")
	yearPattern  = regexp.MustCompile(`\b20[0-3][0-9]\b`)
	inchPattern  = regexp.MustCompile(`\b([0-9]{1,2}(?:[.,][0-9])?)(?: ?"|[ -]?(?:pouces?|inch(?:es)?|po)\b)`)
	decimal      = regexp.MustCompile(`\b([0-9]{1,2}[.,][0-9])\b`)
	milliPattern = regexp.MustCompile(`\b([0-9]{2}) ?mm\b`)
	generation   = regexp.MustCompile(`\b([0-9]{1,2}) ?(?:e|eme|ere|er|de|nde|st|nd|rd|th)? ?gen(?:eration)?\b|\bgen(?:eration)? ?([0-9]{1,2})\b`)
	appleChip    = regexp.MustCompile(`\bm[1-5]\b(?: (?:pro|max|ultra)\b)?`)
	intelChip    = regexp.MustCompile(`\b(?:intel )?(?:core )?(?:(i[3579])|ultra ([579])|(?:amd )?ryzen ([3579]))(?:[ -][0-9]{4,5}[a-z]{0,2})?\b`)
	cellular     = regexp.MustCompile(`\b(?:cellular|4g|5g|lte)\b`)
	local        = regexp.MustCompile(`\b(?:wi-?fi|gps)\b`)
	joined       = regexp.MustCompile(`\b(iphone|ipad|pixel|note|fold|flip|buds|watch|series|playstation|ps|switch|airpods|tab|gen|redmi|quietcomfort|studio|solo)([0-9])`)
	plus         = regexp.MustCompile(`([a-z0-9])\+`)
	segmentEnd   = regexp.MustCompile(` [-–—] |[,;•]`)
)

// longestTitle is the number of characters of a title that are read: a marketplace
// takes no longer one.
const longestTitle = 300

func readListing(title string) listing {
	runes := []rune(title)
	folded := strings.Join(strings.Fields(fold(signs.Replace(string(runes[:min(longestTitle, len(runes))])))), " ")
	folded = joined.ReplaceAllString(folded, "$1 $2")
	var l listing
	folded = l.takeMeasures(folded)
	switch {
	case cellular.MatchString(folded):
		l.network = NetworkCellular
	case local.MatchString(folded):
		l.network = NetworkLocal
	}
	folded = segmentEnd.ReplaceAllString(folded, " "+barrier+" ")
	folded = plus.ReplaceAllString(folded, "$1 plus ")
	l.family, _ = familyOf(tokens(folded))
	folded = l.takeChip(folded)
	colours, words := coloursOf(tokens(folded))
	l.colour, l.colourNamed = oneColour(colours), len(colours) > 0
	l.takeModel(words)
	return l
}

// takeMeasures reads what has a number and a unit, and what are years. Capacities
// come first: "2000 Go" is no year.
func (l *listing) takeMeasures(folded string) string {
	l.capacities, folded = capacitiesOf(folded)
	folded = take(folded, yearPattern, func(m []string) string {
		l.years = appendNew(l.years, number(m[0]))
		return " "
	})
	for _, pattern := range []*regexp.Regexp{inchPattern, decimal} {
		folded = take(folded, pattern, func(m []string) string {
			l.sizes = appendNew(l.sizes, strings.ReplaceAll(m[1], ",", "."))
			return " "
		})
	}
	folded = take(folded, milliPattern, func(m []string) string {
		l.cases = appendNew(l.cases, m[1])
		return " "
	})
	return take(folded, generation, func(m []string) string { return " " + generationPrefix + m[1] + m[2] + " " })
}

// tokens are the words of a folded text, with the marks of what was taken out.
func tokens(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(barrier+quantity, r)
	})
}

// take cuts what a pattern finds out of a text, and puts what read makes of it in
// its place.
func take(s string, pattern *regexp.Regexp, read func(match []string) string) string {
	return pattern.ReplaceAllStringFunc(s, func(found string) string { return read(pattern.FindStringSubmatch(found)) })
}

func appendNew[T comparable](list []T, one T) []T {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}

// number reads digits that a pattern has let through.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// takeChip reads the chip of a computer or a tablet; of a phone "x max" is none.
func (l *listing) takeChip(folded string) string {
	if l.family.Kind != kindComputer && l.family.Kind != kindTablet {
		return folded
	}
	pattern, chips := appleChip, []string{}
	if !pattern.MatchString(folded) {
		pattern = intelChip
	}
	folded = take(folded, pattern, func(m []string) string {
		chip := m[0]
		if len(m) > 1 {
			switch {
			case m[1] != "":
				chip = m[1]
			case m[2] != "":
				chip = "ultra " + m[2]
			default:
				chip = "ryzen " + m[3]
			}
		}
		chips = appendNew(chips, chip)
		return " "
	})
	if len(chips) == 1 {
		l.chip = chips[0]
	}
	return folded
}

// takeModel reads the model, with the sizes and generations that stand in it.
func (l *listing) takeModel(words []string) {
	found, at := familyOf(words)
	if found.Name == "" {
		return
	}
	l.family = found
	model, facets := found.run(words, at)
	for _, facet := range facets {
		digits, marked := strings.CutPrefix(facet, generationPrefix)
		switch {
		case marked && !found.dated():
			model = append(model, generationPrefix+" "+digits)
		case !marked && slices.Contains(found.Sizes, facet):
			l.sizes = appendNew(l.sizes, facet)
		default:
			l.generations = appendNew(l.generations, number(digits))
		}
	}
	for _, word := range words {
		if digits, marked := strings.CutPrefix(word, generationPrefix); marked && found.dated() && isNumber(digits) && digits != "" && found.Kind != kindComputer {
			l.generations = appendNew(l.generations, number(digits))
		}
	}
	if found.Sorted {
		slices.Sort(model)
	}
	l.model = strings.Join(append([]string{found.Name}, model...), " ")
	if found.fiveG != nil && found.fiveG.MatchString(l.model) {
		l.model = strings.TrimSuffix(l.model, " 5g")
	}
}
