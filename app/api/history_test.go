package api_test

import (
	"testing"

	"revient/app/returns"
	"revient/app/text"
)

// A new kind of event does not pass without the words that a case's history tells it in.
func TestEveryEventHasItsSentenceInTheHistory(t *testing.T) {
	for _, lang := range text.Languages() {
		for _, event := range returns.EventTypes() {
			if key := "case.event." + string(event); !text.Has(lang, key) {
				t.Errorf("%s: no sentence for %s", lang, key)
			}
		}
	}
}
