package catalog

import (
	"regexp"
	"slices"
	"strings"
)

// The kinds of family, by what of a listing tells two of their devices apart.
const (
	kindPhone    = "phone"
	kindTablet   = "tablet"
	kindComputer = "computer"
	kindWatch    = "watch"
	kindConsole  = "console"
	kindAudio    = "audio"
)

// A family is a line of devices under one name, and the words that make a model of
// it: the model ends at the first word that is none of them.
type family struct {
	Name  string            `json:"name"`
	Kind  string            `json:"kind"`
	Heads []string          `json:"heads"`          // Phrases that begin a model.
	Words []string          `json:"words"`          // Words of a model.
	Code  string            `json:"code,omitempty"` // Pattern of the words with digits.
	Skip  []string          `json:"skip,omitempty"` // Words that say nothing of the model.
	Same  map[string]string `json:"same,omitempty"` // Words that mean another.
	// FiveG is the pattern of the models that all are 5G, whether a listing says so
	// or not. Of the others "5g" is part of the model.
	FiveG  string `json:"fiveG,omitempty"`
	Sorted bool   `json:"sorted,omitempty"` // Listings change the order of its words.
	Bare   bool   `json:"bare,omitempty"`   // The head alone is a model.
	// Sizes are the screens that it was made in, in inches; WholeSizes cuts 13.3 and
	// 13.6 to 13, as their maker does.
	Sizes      []string `json:"sizes,omitempty"`
	WholeSizes bool     `json:"wholeSizes,omitempty"`
	// Releases tell the generations of a model whose name never changes. A family
	// that has the list, even an empty one, goes by years.
	Releases []release `json:"releases,omitempty"`
	// YearOf is the pattern of the models, in a family that does not go by years, of
	// which several were made under one name, such as the Galaxy A5.
	YearOf string `json:"yearOf,omitempty"`

	code, fiveG, yearOf *regexp.Regexp
}

// A release is one generation of a model.
type release struct {
	Number int    `json:"number,omitempty"`
	Year   int    `json:"year"`
	Size   string `json:"size,omitempty"`
	Chip   string `json:"chip,omitempty"`
}

// compile prepares the patterns; the tables are part of the binary.
func (f *family) compile() {
	f.code = regexp.MustCompile(`^(?:` + f.Code + `)$`)
	if f.FiveG != "" {
		f.fiveG = regexp.MustCompile(`^` + f.FiveG)
	}
	if f.YearOf != "" {
		f.yearOf = regexp.MustCompile(f.YearOf)
	}
}

// dated reports a family whose models are told apart by their release.
func (f family) dated() bool { return f.Releases != nil }

// bareCapacities are numbers that end a model: a listing that leaves out the unit
// means a storage by them.
var bareCapacities = []string{"32", "64", "128", "256", "512", "1024"}

// familyOf finds the family that words begin to name, and where its model begins.
// The tables have a longer name before the shorter that it contains.
func familyOf(words []string) (found family, at int) {
	if len(words) > 0 && slices.Contains(loaded().things, words[0]) {
		return family{}, 0 // A case for a phone is no phone.
	}
	for _, f := range loaded().families {
		for _, head := range f.Heads {
			phrase := strings.Fields(head)
			for i := 0; i+len(phrase) <= len(words); i++ {
				if slices.Equal(words[i:i+len(phrase)], phrase) && f.begins(words, i+len(phrase)) {
					return f, i + len(phrase)
				}
			}
		}
	}
	return family{}, 0
}

// begins reports whether a model can begin where the head ended: a maker's name
// alone, such as in "cover for Samsung", is no model.
func (f family) begins(words []string, at int) bool {
	if f.Bare || f.dated() {
		return true
	}
	model, _ := f.run(words, at)
	return len(model) > 0
}

// run reads the words of the model, and those among them that are a size or the
// number of a generation.
func (f family) run(words []string, at int) (model, facets []string) {
	for _, word := range words[at:] {
		if same, other := f.Same[word]; other {
			word = same
		}
		switch {
		case isBarrier(word) || slices.Contains(bareCapacities, word):
			return model, facets
		case slices.Contains(f.Skip, word):
		case slices.Contains(f.Sizes, word) || f.dated() && isNumber(word) || strings.HasPrefix(word, generationPrefix):
			facets = append(facets, word)
		case slices.Contains(f.Words, word) || f.Code != "" && f.code.MatchString(word):
			if f.Kind == kindComputer && len(model) > 0 && slices.Contains(laptopInches, word) {
				continue // "ThinkPad T14 14 pouces", without the word.
			}
			model = append(model, word)
		default:
			return model, facets
		}
	}
	return model, facets
}

// laptopInches are numbers that after a laptop's model are its screen.
var laptopInches = []string{"11", "12", "13", "14", "15", "16", "17"}

func isNumber(word string) bool {
	return len(word) <= 2 && strings.Trim(word, "0123456789") == ""
}
