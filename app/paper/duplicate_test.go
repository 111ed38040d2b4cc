package paper_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/text"
)

func TestADuplicateIsTheIssuedBytesAndAMark(t *testing.T) {
	beyond := usual
	beyond.customer, beyond.seller = "Nguyễn Łukasz", "Őrsi Műhely"
	for _, w := range []words{usual, beyond} {
		for _, name := range []string{"refund notice", "cancellation", "refund receipt", "partial receipt", "correction", "daily closing"} {
			for _, lang := range text.Languages() {
				original := mustPDF(t, documents(lang, false, w)[name])
				before := bytes.Clone(original)
				copied, err := paper.Duplicate(original, 2, lang)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if !bytes.Equal(original, before) || !bytes.HasPrefix(copied, before) {
					t.Errorf("%s: the issued bytes changed", name)
				}
				mark := map[text.Language]string{text.French: "DUPLICATA 2", text.English: "DUPLICATE 2"}[lang]
				page, issued := textOf(t, copied), textOf(t, original)
				if !strings.Contains(page, mark) || strings.Contains(issued, mark) {
					t.Errorf("%s in %s: the mark %q is not on the duplicate alone", name, lang, mark)
				}
				// All that the document said is still there, below the mark.
				if !strings.HasSuffix(strings.Join(strings.Fields(page), " "), strings.Join(strings.Fields(issued), " ")) {
					t.Errorf("%s in %s: the mark hides a part of the document:\n%s", name, lang, page)
				}
			}
		}
	}
}

func TestOnlyAnIssuedDocumentIsDuplicated(t *testing.T) {
	receipt := mustPDF(t, documents(text.French, false, usual)["refund receipt"])
	duplicate, err := paper.Duplicate(receipt, 1, text.French)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		pdf  []byte
		n    int
		key  string
	}{
		{"a duplicate of a duplicate", duplicate, 2, "errors_paper.foreign"},
		{"a number below 1", receipt, 0, "errors_paper.copy"},
		{"nothing", nil, 1, "errors_paper.foreign"},
		{"another file", []byte("%PDF-1.7\nhello\n%%EOF\n"), 1, "errors_paper.foreign"},
		{"a document without its end", receipt[:len(receipt)-40], 1, "errors_paper.foreign"},
		{"a document without its beginning", receipt[100:], 1, "errors_paper.foreign"},
		{"a trailer that lies", fmt.Appendf(nil, "trailer\n<<\n/Size 99999999\n/Root 1 0 R\n/Info 2 0 R\n>>\nstartxref\n7777777\n%%%%EOF\n"), 1, "errors_paper.foreign"},
		{"numbers that overflow", fmt.Appendf(nil, "trailer\n<<\n/Size 9\n/Root 1 0 R\n/Info 2 0 R\n>>\nstartxref\n9223372036854775807\n%%%%EOF\n"), 1, "errors_paper.foreign"},
	} {
		t.Run(c.name, func(t *testing.T) {
			copied, err := paper.Duplicate(c.pdf, c.n, text.French)
			if copied != nil || err == nil {
				t.Fatal("it was duplicated")
			}
			if got := fault.Of(err); got.Key != c.key || got.Code != fault.Invalid {
				t.Errorf("refused with %v, want %s", got, c.key)
			}
		})
	}
}
