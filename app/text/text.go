// Package text holds every sentence that a person reads, on screen or on paper,
// in JSON catalogues that the screens and the Go rooms share, and the rules by
// which a locale writes plurals, amounts and dates.
//
// A catalogue is the folder catalogues/<language>; each file in it is one
// subject, a flat object of key to sentence. The full key of a sentence is the
// file's name, a dot and its key: "slip.title" in paper.json is
// "paper.slip.title". Placeholders are written {{name}}; a key that depends on a
// count has the plural suffixes of i18next JSON v4 (_one, _many, _other), chosen
// by the argument named "count".
//
// French is the reference language and English is complete; the tests hold the
// two to the same keys and the same placeholders.
package text

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed catalogues
var files embed.FS

// Language is an ISO 639-1 code that has a catalogue.
type Language string

// The languages with a catalogue.
const (
	French  Language = "fr"
	English Language = "en"
)

// Languages lists the languages with a catalogue, the reference language first.
func Languages() []Language { return []Language{French, English} }

// ForCountry returns the language to write to a customer in, from a locale such
// as "fr-be" or a bare language code. A language without a catalogue is written
// to in English.
func ForCountry(locale string) Language {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(locale, "_", "-")), "-")
	if Language(code) == French {
		return French
	}
	return English
}

var catalogues = sync.OnceValue(load)

// load reads the embedded catalogues. They are part of the binary, so a broken
// one is a defect that the first test finds: it panics.
func load() map[Language]map[string]string {
	loaded := map[Language]map[string]string{}
	for _, lang := range Languages() {
		sentences := map[string]string{}
		dir := path.Join("catalogues", string(lang))
		entries, err := fs.ReadDir(files, dir)
		if err != nil {
			panic(fmt.Sprintf("text: read catalogue %s: %v", lang, err))
		}
		for _, entry := range entries {
			raw, err := fs.ReadFile(files, path.Join(dir, entry.Name()))
			if err != nil {
				panic(fmt.Sprintf("text: read %s: %v", entry.Name(), err))
			}
			var flat map[string]string
			if err := json.Unmarshal(raw, &flat); err != nil {
				panic(fmt.Sprintf("text: parse %s/%s: %v", lang, entry.Name(), err))
			}
			subject := strings.TrimSuffix(entry.Name(), ".json")
			for key, sentence := range flat {
				sentences[subject+"."+key] = sentence
			}
		}
		loaded[lang] = sentences
	}
	return loaded
}

// Catalogue returns every full key of a language with its sentence. The caller
// must not change the map.
func Catalogue(lang Language) map[string]string { return catalogues()[lang] }

// Has reports whether a language has a sentence for the full key, plural or not.
func Has(lang Language, key string) bool {
	sentences := catalogues()[lang]
	_, plain := sentences[key]
	_, other := sentences[key+"_other"]
	return plain || other
}

// T writes the sentence of a full key in a language, its placeholders filled
// from args. A key that nobody wrote returns the key itself, so that a person
// can at least report it; a test forbids it to happen.
func T(lang Language, key string, args map[string]any) string {
	sentences, known := catalogues()[lang]
	if !known {
		sentences = catalogues()[English]
		lang = English
	}
	sentence, found := "", false
	if count, counted := countOf(args); counted {
		for _, form := range []string{pluralForm(lang, count), "other"} {
			if sentence, found = sentences[key+"_"+form]; found {
				break
			}
		}
	}
	if !found {
		if sentence, found = sentences[key]; !found {
			return key
		}
	}
	if len(args) == 0 || !strings.Contains(sentence, "{{") {
		return sentence
	}
	pairs := make([]string, 0, 2*len(args))
	for name, value := range args {
		pairs = append(pairs, "{{"+name+"}}", fmt.Sprint(value))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

func countOf(args map[string]any) (int, bool) {
	switch count := args["count"].(type) {
	case int:
		return count, true
	case int64:
		return int(count), true
	case float64: // JSON numbers that came back from a screen.
		return int(count), true
	default:
		return 0, false
	}
}

// pluralForm names the CLDR cardinal category of a whole number.
func pluralForm(lang Language, count int) string {
	if count < 0 {
		count = -count
	}
	form := plural.Cardinal.MatchPlural(language.Make(string(lang)), count, 0, 0, 0, 0)
	switch form {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	default:
		return "other"
	}
}
