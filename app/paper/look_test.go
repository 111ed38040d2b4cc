package paper_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"revient/app/text"
)

// look keeps what the tests set: go test ./app/paper -run Set -look FOLDER.
var look = flag.String("look", "", "write one PDF of each document and language into this folder")

func TestEveryDocumentIsSetInEveryLanguage(t *testing.T) {
	for _, lang := range text.Languages() {
		for name, document := range documents(lang, false, usual) {
			pdf := mustPDF(t, document)
			if *look == "" {
				continue
			}
			file := filepath.Join(*look, strings.ReplaceAll(name, " ", "-")+"-"+string(lang)+".pdf")
			if err := os.WriteFile(file, pdf, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
