package paper

import (
	"testing"
	"time"

	"revient/app/text"
)

func TestStringsAreCleanedBeforeTheyAreSet(t *testing.T) {
	faces, err := cuts()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, raw, want string }{
		{"plain text stays", "P03A-000123-K", "P03A-000123-K"},
		{"accents are composed", "Ame\u0301lie", "Amélie"},
		{"a thousands separator is one the faces have", "1\u202f234,56\u00a0€", "1\u00a0234,56\u00a0€"},
		{"line breaks become spaces", " a\r\nb\t", "a  b"},
		{"an emoji is a box, its joiners nothing", "a👩\u200d👧\ufe0f", "a\uFFFD\uFFFD"},
		{"a letter of no face is a box", "李b", "\uFFFDb"},
		{"a mark of no face leaves its letter", "a\u20DD", "a"},
		{"direction marks vanish", "\u202Eab\u202C", "ab"},
		{"broken bytes are a box", "a\xff", "a\uFFFD"},
		{"no-break hyphens break no face", "a\u2011b", "a-b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := clean(faces, c.raw); got != c.want {
				t.Errorf("clean(%q) = %q, want %q", c.raw, got, c.want)
			}
		})
	}
}

func TestOurOwnSentencesNeedNoExtendedFace(t *testing.T) {
	faces, err := cuts()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range text.Languages() {
		for key, sentence := range text.Catalogue(lang) {
			if len(key) < 6 || key[:6] != "paper." {
				continue
			}
			for _, r := range clean(faces, sentence) {
				for _, f := range []face{sans, sansBold} {
					if _, known := faces[f].advance[r]; !known {
						t.Errorf("%s %s: %q is not in %s", lang, key, r, faces[f].name)
					}
				}
			}
		}
	}
}

func TestFiguresAreTabular(t *testing.T) {
	faces, err := cuts()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range faces {
		for _, figure := range "123456789" {
			if c.advance[figure] != c.advance['0'] {
				t.Errorf("%s: %q is not as wide as 0", c.name, figure)
			}
		}
	}
}

func TestAPanicWhileDrawingComesBackAsAnError(t *testing.T) {
	sheet := Sheet{Issued: time.Unix(1, 0)}
	pdf, err := set(sheet, A4, "", "", func(*page) error { panic("index out of range") })
	if pdf != nil || err == nil {
		t.Fatalf("got %d bytes and error %v", len(pdf), err)
	}
}
