package catalog

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryFamilyAndColourCanBeReached(t *testing.T) {
	for _, f := range loaded().families {
		if !slices.Contains([]string{kindPhone, kindTablet, kindComputer, kindWatch, kindConsole, kindAudio}, f.Kind) {
			t.Errorf("%s is of the kind %q", f.Name, f.Kind)
		}
		for _, head := range f.Heads {
			words := strings.Fields(head)
			if fold(head) != head {
				t.Errorf("%s begins with %q, which no folded title does", f.Name, head)
			}
			found, _ := familyOf(append(words, f.anyModel()))
			if found.Name != f.Name {
				t.Errorf("%q is read as %s, not as %s", head, found.Name, f.Name)
			}
		}
		for _, r := range f.Releases {
			if r.Year < 2007 || r.Year > 2030 || r.Size != "" && !slices.Contains(f.Sizes, r.Size) {
				t.Errorf("%s has the release %+v", f.Name, r)
			}
		}
	}
	words, abbreviations := map[string]string{}, map[string]string{}
	for _, c := range loaded().colours {
		for _, word := range c.Words {
			if words[word] != "" || fold(word) != word || len(strings.Fields(word)) > longestColour {
				t.Errorf("%q is %s, and %s too", word, c.Code, words[word])
			}
			words[word] = c.Code
		}
		for _, word := range c.SKU {
			if abbreviations[word] != "" {
				t.Errorf("%q is %s, and %s too", word, c.Code, abbreviations[word])
			}
			abbreviations[word] = c.Code
		}
	}
}

// anyModel is a word that a model of the family can begin with.
func (f family) anyModel() string {
	for _, word := range append(slices.Clone(f.Words), "5", "360", "3ds", "13", "s21", "1000xm4") {
		if slices.Contains(f.Words, word) || f.Code != "" && f.code.MatchString(word) {
			return word
		}
	}
	return ""
}
