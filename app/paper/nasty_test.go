package paper_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"revient/app/paper"
	"revient/app/text"
)

var nasty = []struct {
	name, value string
	visible     bool // Whether the page must show something for it.
}{
	{"nothing", "", false},
	{"only spaces", " \t\n ", false},
	{"an emoji", "🙂 👩‍👩‍👧‍👦 🇫🇷", true},
	{"Arabic", "محمد عبد الله", true},
	{"Hebrew with direction marks", "\u202Eשלום\u202C", true},
	{"Chinese", "李小龍", true},
	{"Greek and Cyrillic", "Γιώργος Παπαδόπουλος Иван Петров", true},
	{"Vietnamese", "Nguyễn Thị Phương", true},
	{"decomposed accents", "Ame\u0301lie Noe\u0308l", true},
	{"marks without a letter", "\u0336\u20DD", false},
	{"stacked marks", "Z̸̡̢a̵̛͎l̷͙̈g̶̱̈o̸", true},
	{"invalid UTF-8", "caf\xe9 \xff\xfe\x00", true},
	{"the replacement character", "\uFFFD\uFFFE", true},
	{"PDF syntax", `) Tj ET (\) /F1 << >> endobj`, true},
	{"control characters", "a\x00b\x1bc\x7f\u0085d", true},
	{"300 letters without a space", strings.Repeat("Wolfeschlegelsteinhausenbergerdorff", 9)[:300], true},
	{"300 letters in words", strings.Repeat("Marie-Thérèse d’Aubigné ", 13)[:300], true},
	{"300 emoji", strings.Repeat("🙂", 300), true},
	{"a megabyte", strings.Repeat("é", 1<<19), true},
}

// margins are the white that a document keeps, in millimetres.
var margins = map[paper.Size]float64{paper.A4: 18, paper.Parcel: 4, paper.DeviceStrip: 1}

func TestWhateverTheWordsTheTextStaysWithinThePageAndOffOtherText(t *testing.T) {
	for _, c := range nasty {
		w := words{c.value, c.value, c.value, c.value, c.value, c.value, c.value}
		for name, document := range documents(text.French, false, w) {
			t.Run(name+" with "+c.name, func(t *testing.T) {
				t.Parallel()
				const toPoints = 72 / 25.4
				size, margin := document.Size(), margins[document.Size()]*toPoints
				for _, words := range pagesOf(t, mustPDF(t, document)) {
					if len(words) == 0 {
						t.Fatal("the page has no text")
					}
					for _, word := range words {
						if word.left < margin-0.1 || word.right > size.Width*toPoints-margin+0.1 || word.top < 0 || word.bottom > size.Height*toPoints {
							t.Errorf("%q lies at %.0f–%.0f × %.0f–%.0f points, beyond the margins", word.text, word.left, word.right, word.top, word.bottom)
						}
					}
					overlaps(t, words)
				}
			})
		}
	}
}

func TestACharacterThatNoFaceHasIsNeverAGap(t *testing.T) {
	for _, c := range nasty {
		t.Run(c.name, func(t *testing.T) {
			label := paper.ReturnLabel{Sheet: paper.Sheet{Issued: day}, Case: caseNumber, To: paper.Address{Name: c.value}}
			page := crop(printed(t, mustPDF(t, label)), 4, 54, 96, 62)
			inked := false
			for _, dot := range page.Pix {
				inked = inked || dot == 0
			}
			if inked != c.visible {
				t.Errorf("the name's line shows ink: %t, want %t", inked, c.visible)
			}
		})
	}
}

func TestAnyWordsGiveADocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := rapid.String()
		w := words{said.Draw(t, "seller"), said.Draw(t, "customer"), said.Draw(t, "street"), said.Draw(t, "model"), said.Draw(t, "claim"), said.Draw(t, "order"), said.Draw(t, "marketplace")}
		lang := text.Language(rapid.StringN(0, 3, -1).Draw(t, "language"))
		all := documents(lang, rapid.Bool().Draw(t, "sample"), w)
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(slices.Sorted(maps.Keys(all))), 1, 9).Draw(t, "documents") {
			if _, err := all[name].PDF(); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	})
}
