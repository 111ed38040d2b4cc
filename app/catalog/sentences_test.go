package catalog

import (
	"slices"
	"strings"
	"testing"

	"revient/app/text"
)

// sentences lists the keys that the tables name: those that must have a sentence,
// and those that may.
func sentences() (needed, allowed []string) {
	for _, c := range loaded().checks {
		needed, allowed = append(needed, c.LabelKey()), append(allowed, c.HelpKey())
		for _, o := range c.Options {
			needed = append(needed, "catalog.option."+o.Code)
		}
		if c.Unit != "" {
			needed = append(needed, "catalog.unit."+c.Unit)
		}
	}
	for _, d := range Defects() {
		needed = append(needed, d.LabelKey(), "catalog.severity."+d.Severity)
		for _, cover := range d.Covers {
			needed = append(needed, "catalog.cover."+cover)
		}
	}
	for _, f := range Findings() {
		needed = append(needed, f.LabelKey(), f.HelpKey())
	}
	for _, a := range Areas() {
		needed = append(needed, a.LabelKey())
	}
	for _, step := range append(Steps(), StepExecution) {
		needed = append(needed, "catalog.step."+step)
	}
	for _, category := range Categories() {
		needed = append(needed, "catalog.category."+category)
	}
	for _, view := range append(Views(), CloseViews()...) {
		needed = append(needed, ViewKey(view))
	}
	for _, kind := range Kinds() {
		needed = append(needed, Profile{Kind: kind}.LabelKey())
	}
	for _, part := range Parts() {
		needed = append(needed, part.LabelKey())
	}
	for _, code := range RefusalCodes() {
		needed = append(needed, RefusalKey(code), RefusalWordsKey(code))
	}
	needed = append(needed, LateWordsKey)
	return needed, allowed
}

func TestEverythingHasItsSentenceInEveryLanguage(t *testing.T) {
	needed, _ := sentences()
	for _, lang := range text.Languages() {
		for _, key := range needed {
			if !text.Has(lang, key) {
				t.Errorf("%s lacks %s", lang, key)
			}
		}
	}
}

func TestNoSentenceIsLeftOfWhatTheTablesNoLongerName(t *testing.T) {
	needed, allowed := sentences()
	named := slices.Concat(needed, allowed)
	for _, lang := range text.Languages() {
		for key := range text.Catalogue(lang) {
			if strings.HasPrefix(key, "catalog.") && !slices.Contains(named, key) {
				t.Errorf("%s: nothing names %s", lang, key)
			}
		}
	}
}

func TestARefusalIsAnAnswerThatCanBeSentAsItStands(t *testing.T) {
	told := map[string]any{"case": "P03A-000123-K", "title": "iPhone 13 128 Go", "workshop": "Atelier du Nord"}
	for _, lang := range text.Languages() {
		for _, code := range RefusalCodes() {
			words := text.T(lang, RefusalWordsKey(code), told)
			for _, want := range told {
				if !strings.Contains(words, want.(string)) {
					t.Errorf("%s: %s does not tell %s", lang, code, want)
				}
			}
			if strings.Contains(words, "{{") {
				t.Errorf("%s: %s has a placeholder that nobody fills: %s", lang, code, words)
			}
		}
	}
}
