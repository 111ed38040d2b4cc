package backmarket_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"revient/app/text"
)

func TestEveryErrorHasItsSentenceAndEverySentenceItsError(t *testing.T) {
	named := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range regexp.MustCompile(`"(errors_marketplace\.[a-z_]+)"`).FindAllSubmatch(source, -1) {
			named[string(match[1])] = true
		}
	}
	for key := range named {
		if !text.Has(text.French, key) {
			t.Errorf("%s has no sentence", key)
		}
	}
	for key := range text.Catalogue(text.French) {
		if strings.HasPrefix(key, "errors_marketplace.") && !named[key] {
			t.Errorf("no error is called %s", key)
		}
	}
}
