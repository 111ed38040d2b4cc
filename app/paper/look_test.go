package paper_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"revient/app/paper"
	"revient/app/text"
)

// look keeps what the tests set: go test ./app/paper -run Set -look FOLDER.
var look = flag.String("look", "", "write one PDF of each document and language into this folder")

func TestEveryDocumentIsSetInEveryLanguage(t *testing.T) {
	for _, lang := range text.Languages() {
		sheet := paper.Sheet{Language: lang, Issued: day}
		for name, document := range merged(documentsOn(sheet, usual), long(sheet)) {
			keep(t, name+" "+string(lang), mustPDF(t, document))
		}
		sheet.Specimen = true
		for name, document := range merged(documentsOn(sheet, usual), long(sheet)) {
			keep(t, "specimen "+name+" "+string(lang), mustPDF(t, document))
		}
	}
}

// keep writes a document into the folder of -look, if there is one.
func keep(t *testing.T, name string, pdf []byte) {
	t.Helper()
	if *look == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*look, strings.ReplaceAll(name, " ", "-")+".pdf"), pdf, 0o600); err != nil {
		t.Fatal(err)
	}
}
