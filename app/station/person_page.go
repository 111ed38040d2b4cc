package station

import (
	"bytes"
	_ "embed" // The page's form.
	"fmt"
	"html/template"
	"strings"
	"time"

	"revient/app/returns"
	"revient/app/text"
)

//go:embed person_page.html
var personPage string

// page writes the copy for reading, in a language. It stands alone: opened from a
// folder, it loads nothing from anywhere.
func (c personCopy) page(lang text.Language, zone *time.Location) ([]byte, error) {
	words := func(key string, pairs ...any) string {
		args := map[string]any{}
		for i := 0; i+1 < len(pairs); i += 2 {
			args[fmt.Sprint(pairs[i])] = pairs[i+1]
		}
		return text.T(lang, "privacy."+key, args)
	}
	form, err := template.New("copy").Funcs(template.FuncMap{
		"t":    words,
		"when": func(at time.Time) string { return text.DateTime(lang, at.In(zone)) },
		"day": func(day string) (string, error) {
			at, err := time.Parse(time.DateOnly, day)
			return text.Date(lang, at), err
		},
		"money": func(m returns.Money) string { return text.Amount(lang, m.Minor, m.Currency) },
		"who":   func(author string) string { return words("author." + author) },
		"kind":  func(kind string) string { return text.T(lang, "privacy.kind."+kind, nil) },
	}).Parse(personPage)
	if err != nil {
		return nil, fmt.Errorf("read page of copy: %w", err)
	}
	var out bytes.Buffer
	contact := strings.Join(filled(c.HeldBy.Name, c.HeldBy.Email, c.HeldBy.Street, c.HeldBy.PostalCode+" "+c.HeldBy.City), ", ")
	if err := form.Execute(&out, map[string]any{"Lang": lang, "Copy": c, "Contact": contact}); err != nil {
		return nil, fmt.Errorf("write page of copy: %w", err)
	}
	return out.Bytes(), nil
}
