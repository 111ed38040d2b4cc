package policy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"revient/app/policy"
	"revient/app/returns"
	"revient/app/text"
)

// A decision is one record of testdata/decisions*.json: what is known, and what
// is proposed. testdata/README.md describes it.
type decision struct {
	ID        string          `json:"id"`
	Note      string          `json:"note"`
	Policy    json.RawMessage `json:"policy"` // What differs from the default.
	Claim     policy.Claim    `json:"claim"`
	Zone      string          `json:"zone"`
	Calendar  string          `json:"calendar"`
	Purchased string          `json:"purchased"`
	Delivered string          `json:"delivered"`
	Declared  string          `json:"declared"`
	Received  string          `json:"received"`
	Replaced  string          `json:"replaced"`
	Repairs   []string        `json:"repairs"`
	Findings  policy.Findings `json:"findings"`
	Want      wanted          `json:"want"`
}

type wanted struct {
	Row           string             `json:"row"`
	Outcome       policy.Outcome     `json:"outcome"`
	Eligible      policy.Entitlement `json:"eligible"`
	Tell          string             `json:"tell"`
	Protest       bool               `json:"protest"`
	SecondPerson  bool               `json:"secondPerson"`
	Standing      policy.Standing    `json:"standing"`
	Reasons       []string           `json:"reasons"` // Written "tone key".
	Marketplace   *policy.Action     `json:"marketplace"`
	Alternatives  []policy.Outcome   `json:"alternatives"`
	ProtestBefore string             `json:"protestBefore"`
	Method        policy.Method      `json:"method"`
	Dates         map[string]string  `json:"dates"`
}

func parseDecisions(raw []byte) ([]decision, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	var recorded []decision
	if err := decoder.Decode(&recorded); err != nil {
		return nil, fmt.Errorf("decode decisions: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.Join(errors.New("decode decisions: text after the list"), err)
	}
	return recorded, nil
}

func decisions(t testing.TB) []decision {
	t.Helper()
	files, err := filepath.Glob("testdata/decisions*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no decisions found (%v)", err)
	}
	var all []decision
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		recorded, err := parseDecisions(raw)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, recorded...)
	}
	return all
}

// known refuses a word that the table does not have, which would otherwise pass
// for "not known".
func (d decision) known() error {
	rows := []string{"", "REFUNDED", "LOST"}
	for n := 1; n <= 16; n++ {
		rows = append(rows, fmt.Sprintf("D%d", n))
	}
	f := d.Findings
	for _, word := range []struct {
		is    bool
		field string
	}{
		{slices.Contains(rows, d.Want.Row), "row"},
		{slices.Contains(policy.Outcomes(), d.Want.Outcome), "outcome"},
		{slices.Contains([]policy.Entitlement{policy.Eligible, policy.Ineligible, policy.ForAPerson}, d.Want.Eligible), "eligible"},
		{slices.Contains([]policy.Standing{"", policy.InTime, policy.AfterTime, policy.ToCheck}, d.Want.Standing), "standing"},
		{slices.Contains([]policy.Claim{"", policy.Withdrawal, policy.Defect, policy.Warranty}, d.Claim), "claim"},
		{slices.Contains(identities, f.Identity), "identity"},
		{slices.Contains(blockers, f.Blocking), "blocking"},
		{slices.Contains([]policy.Lock{policy.LockUnknown, policy.AccountLock, policy.CodeLock}, f.Lock), "lock"},
		{slices.Contains(reproductions, f.Defect), "defect"},
		{slices.Contains(stocks, f.Replacement), "replacement"},
		{slices.Contains(choices, f.Choice), "choice"},
		{!slices.ContainsFunc(f.Exclusions, func(e policy.Exclusion) bool { return !slices.Contains(exclusions, e) }), "exclusions"},
		{reflect.DeepEqual(f.Timeline, policy.Timeline{}), "timeline, which the record writes beside its findings"},
	} {
		if !word.is {
			return fmt.Errorf("%s: unknown %s", d.ID, word.field)
		}
	}
	return nil
}

var (
	identities = []policy.Identity{"", policy.IdentityUnchecked, policy.IdentityMatch, policy.IdentityMismatch,
		policy.IdentityUnreadable, policy.IdentitySaleUnknown}
	blockers = []policy.Blocking{policy.NothingBlocks, policy.Empty, policy.WrongItem, policy.Dead,
		policy.DangerousBattery, policy.Locked}
	reproductions = []policy.Reproduced{policy.DefectUnchecked, policy.DefectConfirmed, policy.DefectNotFound}
	stocks        = []policy.Stock{policy.StockUnknown, policy.InStock, policy.NoneInStock}
	choices       = []policy.Choice{policy.NotChosen, policy.ChoseToLeave, policy.ChoseRepair}
	exclusions    = []policy.Exclusion{policy.Oxidation, policy.Impact, policy.Opened}
)

// timeline reads the record's moments, at the place of delivery and in a workshop
// in Paris.
func (d decision) timeline() (policy.Timeline, error) {
	t := policy.Timeline{Claim: d.Claim, Customer: paris, Workshop: paris}
	if d.Zone != "" {
		t.Customer.Zone = d.Zone
	}
	if d.Calendar != "" {
		t.Customer.Calendar = policy.Code(d.Calendar)
	}
	for written, to := range map[*string]*policy.Moment{&d.Purchased: &t.Purchased, &d.Delivered: &t.Delivered,
		&d.Declared: &t.Declared, &d.Received: &t.Received, &d.Replaced: &t.Replaced} {
		moment, err := policy.ParseMoment(*written)
		if err != nil {
			return t, err
		}
		*to = moment
	}
	for _, written := range d.Repairs {
		repair, err := policy.ParseMoment(written)
		if err != nil {
			return t, err
		}
		t.Repairs = append(t.Repairs, repair)
	}
	return t, nil
}

func (d decision) propose() (policy.Proposal, error) {
	if err := d.known(); err != nil {
		return policy.Proposal{}, err
	}
	p := policy.Default()
	if d.Policy != nil {
		if err := json.Unmarshal(d.Policy, &p); err != nil {
			return policy.Proposal{}, fmt.Errorf("read policy of the record: %w", err)
		}
		if err := p.Validate(); err != nil {
			return policy.Proposal{}, err
		}
	}
	findings := d.Findings
	var err error
	if findings.Timeline, err = d.timeline(); err != nil {
		return policy.Proposal{}, err
	}
	return p.Propose(findings)
}

func TestTheDecisionTableProposesWhatWasRecorded(t *testing.T) {
	for _, d := range decisions(t) {
		t.Run(d.ID, func(t *testing.T) {
			got, err := d.propose()
			if err != nil {
				t.Fatal(err)
			}
			d.compare(t, got)
		})
	}
}

func (d decision) compare(t *testing.T, got policy.Proposal) {
	t.Helper()
	want := d.Want
	for _, c := range []struct {
		what      string
		got, want any
		checked   bool
	}{
		{"row", got.Row, want.Row, true},
		{"outcome", got.Outcome, want.Outcome, true},
		{"eligible", got.Eligible, want.Eligible, true},
		{"tell", strings.TrimPrefix(got.Tell, "policy.tell."), want.Tell, true},
		{"protest", got.Protest, want.Protest, true},
		{"second person", got.SecondPerson, want.SecondPerson, true},
		{"standing", got.Window.Standing, want.Standing, want.Standing != ""},
		{"reasons", lines(got.Reasons), want.Reasons, want.Reasons != nil},
		{"marketplace", &got.Marketplace, want.Marketplace, want.Marketplace != nil},
		{"alternatives", got.Alternatives, want.Alternatives, want.Alternatives != nil},
		{"method", got.Method, want.Method, want.Method != ""},
	} {
		if c.checked && !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s (%s)\n got %+v\nwant %+v", c.what, d.Note, c.got, c.want)
		}
	}
	if want.ProtestBefore != "" && !got.ProtestBefore.At.Equal(instant(t, want.ProtestBefore)) {
		t.Errorf("protest before %s, want %s", got.ProtestBefore.At, want.ProtestBefore)
	}
	for rule, at := range want.Dates {
		i := slices.IndexFunc(got.Computed, func(d policy.Deadline) bool { return d.Rule == policy.Rule(rule) })
		if i < 0 || !got.Computed[i].At.Equal(instant(t, at)) || got.Computed[i].Policy != got.Policy {
			t.Errorf("%s: computed %+v, want %s", rule, got.Computed, at)
		}
	}
}

func lines(reasons []policy.Reason) []string {
	var written []string
	for _, r := range reasons {
		written = append(written, string(r.Tone)+" "+strings.TrimPrefix(r.Key, "policy.reason."))
	}
	return written
}

func TestEveryRowAndEveryOutcomeIsRecorded(t *testing.T) {
	rows, outcomes := map[string]bool{}, map[policy.Outcome]bool{}
	ids := map[string]bool{}
	for _, d := range decisions(t) {
		rows[d.Want.Row], outcomes[d.Want.Outcome] = true, true
		for _, other := range d.Want.Alternatives {
			outcomes[other] = true
		}
		if ids[d.ID] || d.Note == "" {
			t.Errorf("record %s has its id twice, or no note", d.ID)
		}
		ids[d.ID] = true
	}
	for n := 1; n <= 16; n++ {
		if row := fmt.Sprintf("D%d", n); !rows[row] {
			t.Errorf("no record of %s", row)
		}
	}
	for _, outcome := range policy.Outcomes() {
		if !outcomes[outcome] {
			t.Errorf("no record of %s", outcome)
		}
	}
}

func TestEveryProposalIsWrittenInEveryLanguage(t *testing.T) {
	for _, d := range decisions(t) {
		got, err := d.propose()
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range text.Languages() {
			for key, args := range spoken(got) {
				if said := text.T(lang, key, policy.Written(lang, args)); said == key || strings.Contains(said, "{{") {
					t.Errorf("%s, %s: %s with %v is written %q", d.ID, lang, key, args, said)
				}
			}
		}
	}
}

// spoken gathers every sentence of a proposal.
func spoken(p policy.Proposal) map[string]map[string]any {
	sentences := map[string]map[string]any{p.Outcome.TitleKey(): nil, p.Outcome.WhyKey(): nil,
		"policy.eligible." + string(p.Eligible): nil}
	if p.Tell != "" {
		sentences[p.Tell] = p.TellArgs
	}
	if p.Method != "" {
		sentences["policy.value.method."+string(p.Method)] = nil
	}
	for _, r := range p.Reasons {
		sentences[r.Key], sentences[r.Source] = r.Args, r.Args
	}
	for _, o := range p.Alternatives {
		sentences[o.TitleKey()] = nil
	}
	return sentences
}

func TestAReasonNamesItsDateInWords(t *testing.T) {
	args := policy.Written(text.French, map[string]any{
		"last": policy.Day{Year: 2026, Month: 12, Date: 2}, "amount": returns.Money{Minor: 32900, Currency: "EUR"}, "count": 3})
	if args["last"] != "mer. 2\u00a0déc. 2026" || args["amount"] != "329,00\u00a0€" || args["count"] != 3 {
		t.Errorf("got %v", args)
	}
}

func TestADeviceIsMeasuredAtThePlaceItWasDeliveredTo(t *testing.T) {
	d := decisions(t)[0]
	d.Zone = "Europe/Nowhere"
	if _, err := d.propose(); err == nil {
		t.Error("a proposal was made for a place that does not exist")
	}
}

func TestARecordWithAWordThatTheTableDoesNotHaveFails(t *testing.T) {
	for name, spoil := range map[string]func(*decision){
		"row":       func(d *decision) { d.Want.Row = "D17" },
		"outcome":   func(d *decision) { d.Want.Outcome = "gift" },
		"identity":  func(d *decision) { d.Findings.Identity = "twin" },
		"exclusion": func(d *decision) { d.Findings.Exclusions = []policy.Exclusion{"moths"} },
		"timeline":  func(d *decision) { d.Findings.Timeline.Claim = policy.Defect },
	} {
		d := decisions(t)[0]
		spoil(&d)
		if _, err := d.propose(); err == nil {
			t.Errorf("an unknown %s was passed over", name)
		}
	}
	if _, err := parseDecisions([]byte(`[{"id":"x","findings":{"mood":"bad"}}]`)); err == nil {
		t.Error("an unknown finding was passed over")
	}
}
