package policy_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"revient/app/policy"
	"revient/app/text"
)

// A decision is one recorded row of the decision table: what is known, and what
// is proposed. Reasons are written "tone key".
type decision struct {
	Name     string          `json:"name"`
	Findings policy.Findings `json:"findings"`
	Row      string          `json:"row"`
	Outcome  policy.Outcome  `json:"outcome"`
	Standing policy.Standing `json:"standing"`
	Reasons  []string        `json:"reasons"`
}

func decisions(t *testing.T) []decision {
	t.Helper()
	files, err := filepath.Glob("testdata/proposals*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no decisions found (%v)", err)
	}
	var all []decision
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.DisallowUnknownFields()
		var recorded []decision
		if err := decoder.Decode(&recorded); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, recorded...)
	}
	return all
}

func TestTheDecisionTableProposesWhatWasRecorded(t *testing.T) {
	for _, d := range decisions(t) {
		t.Run(d.Name, func(t *testing.T) {
			got, err := policy.Default().Propose(d.Findings)
			if err != nil {
				t.Fatal(err)
			}
			if got.Row != d.Row || got.Outcome != d.Outcome || got.Window.Standing != d.Standing {
				t.Errorf("got %q %s %s, want %q %s %s", got.Row, got.Outcome, got.Window.Standing, d.Row, d.Outcome, d.Standing)
			}
			var reasons []string
			for _, r := range got.Reasons {
				reasons = append(reasons, string(r.Tone)+" "+strings.TrimPrefix(r.Key, "policy.reason."))
			}
			if !slices.Equal(reasons, d.Reasons) {
				t.Errorf("reasons\n got %q\nwant %q", reasons, d.Reasons)
			}
		})
	}
}

func TestEveryProposalIsWrittenInEveryLanguage(t *testing.T) {
	for _, d := range decisions(t) {
		got, err := policy.Default().Propose(d.Findings)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range text.Languages() {
			for _, key := range []string{"policy.outcome." + string(got.Outcome), "policy.outcome." + string(got.Outcome) + "_why"} {
				if !text.Has(lang, key) {
					t.Errorf("%s lacks %s", lang, key)
				}
			}
			for _, r := range got.Reasons {
				for _, key := range []string{r.Key, r.Source} {
					if said := text.T(lang, key, r.Args); said == key || strings.Contains(said, "{{") {
						t.Errorf("%s: %s with %v is written %q", lang, key, r.Args, said)
					}
				}
			}
		}
	}
}

func TestNoProposalRefusesACustomer(t *testing.T) {
	known := []policy.Outcome{policy.FullRefund, policy.Hold, policy.Pause, policy.Quarantine, policy.NeedsPerson}
	for _, d := range decisions(t) {
		got, err := policy.Default().Propose(d.Findings)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(known, got.Outcome) || len(got.Reasons) == 0 || got.Policy == "" {
			t.Errorf("%s: %+v", d.Name, got)
		}
	}
}

func TestADeviceIsMeasuredAtThePlaceItWasDeliveredTo(t *testing.T) {
	findings := decisions(t)[0].Findings
	findings.Timeline.Customer.Zone = "Europe/Nowhere"
	if _, err := policy.Default().Propose(findings); err == nil {
		t.Error("a proposal was made for a place that does not exist")
	}
}
