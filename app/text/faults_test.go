package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"revient/app/text"
)

var faultKey = regexp.MustCompile(`^errors(_[a-z]+)?\.[A-Za-z0-9_.]+$`)

// A fault that a room names without giving it a sentence would be shown to a
// person as its key. A key that ends with a dot or a
// dash below is the beginning of several.
func TestEveryFaultOfEveryRoomHasItsSentence(t *testing.T) {
	found := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			literal, is := node.(*ast.BasicLit)
			if !is || literal.Kind != token.STRING {
				return true
			}
			key, err := strconv.Unquote(literal.Value)
			if err != nil || !faultKey.MatchString(key) {
				return true
			}
			found++
			for _, lang := range text.Languages() {
				if !said(lang, key) {
					t.Errorf("%s: %s has no sentence for %q", files.Position(literal.Pos()), lang, key)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 100 {
		t.Errorf("only %d keys were found: is this still the folder of the rooms?", found)
	}
}

func said(lang text.Language, key string) bool {
	catalogue := text.Catalogue(lang)
	for _, full := range []string{key, key + "_other"} {
		if _, found := catalogue[full]; found {
			return true
		}
	}
	if !strings.HasSuffix(key, ".") && !strings.HasSuffix(key, "_") {
		return false
	}
	for full := range catalogue {
		if strings.HasPrefix(full, key) {
			return true
		}
	}
	return false
}
