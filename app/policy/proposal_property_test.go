package policy_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"revient/app/policy"
	"revient/app/returns"
	"revient/app/text"
)

var maybeMoment = rapid.OneOf(anyMoment, rapid.Just(policy.Moment{}))

// anyPolicy is the default with each setting at any of its alternatives.
var anyPolicy = rapid.Custom(func(t *rapid.T) policy.Policy {
	p := policy.Default()
	rows, err := policy.Rows(p, time.Unix(1795420800, 0), paris)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(row.Alternatives) == 0 {
			continue
		}
		if p, err = p.With(row.Field, rapid.SampledFrom(row.Alternatives).Draw(t, row.Field).Value); err != nil {
			t.Fatal(err)
		}
	}
	return p
})

var anyTimeline = rapid.Custom(func(t *rapid.T) policy.Timeline {
	return policy.Timeline{
		Claim:    rapid.SampledFrom([]policy.Claim{policy.Withdrawal, policy.Defect, policy.Warranty, ""}).Draw(t, "claim"),
		Customer: anyPlace.Draw(t, "customer"), Workshop: paris,
		Purchased: maybeMoment.Draw(t, "purchased"), Delivered: maybeMoment.Draw(t, "delivered"),
		Declared: maybeMoment.Draw(t, "declared"), Requested: maybeMoment.Draw(t, "requested"),
		Answered: maybeMoment.Draw(t, "answered"), Received: maybeMoment.Draw(t, "received"),
		Settled:   maybeMoment.Draw(t, "settled"),
		LabelOwed: rapid.Bool().Draw(t, "label owed"), Labelled: maybeMoment.Draw(t, "labelled"),
		ProtestOwed: rapid.Bool().Draw(t, "protest owed"), Protested: maybeMoment.Draw(t, "protested"),
		Repairs:  rapid.SliceOfN(maybeMoment, 0, 2).Draw(t, "repairs"),
		Replaced: maybeMoment.Draw(t, "replaced"),
	}
})

var anyFindings = rapid.Custom(func(t *rapid.T) policy.Findings {
	seldom := func(label string) bool { return rapid.IntRange(0, 7).Draw(t, label) == 0 }
	f := policy.Findings{
		Timeline:       anyTimeline.Draw(t, "timeline"),
		Arrived:        rapid.Bool().Draw(t, "arrived"),
		Identity:       rapid.SampledFrom(append([]policy.Identity{policy.IdentityMatch, policy.IdentityMatch, policy.IdentityMatch}, identities...)).Draw(t, "identity"),
		Defect:         rapid.SampledFrom(reproductions).Draw(t, "defect"),
		DefectCode:     rapid.SampledFrom([]string{"", "DSP-02", "CHG-01", "LCK-02", "XXX"}).Draw(t, "code"),
		Evidence:       rapid.IntRange(0, 2).Draw(t, "evidence"),
		Replacement:    rapid.SampledFrom(stocks).Draw(t, "replacement"),
		Choice:         rapid.SampledFrom(choices).Draw(t, "choice"),
		DefectDeclared: rapid.Bool().Draw(t, "declared defect"),
		CustomerDamage: seldom("damage"), WearBeyondTesting: seldom("wear"), ParcelDamaged: seldom("parcel"),
		WeightGap: seldom("weight"), Lost: seldom("lost"), ProofOfDispatch: rapid.Bool().Draw(t, "dispatch"),
		MarketplaceRefunded: seldom("refunded"), NoReplacement: seldom("no replacement"), ReplacementGiven: seldom("given"), RepairFailed: seldom("repair failed"),
		SecondTest: rapid.Bool().Draw(t, "second test"), PriorDefectProved: rapid.Bool().Draw(t, "proved"),
	}
	if seldom("blocks") {
		f.Blocking = rapid.SampledFrom(blockers).Draw(t, "blocking")
	}
	if seldom("excluded") {
		f.Exclusions = rapid.SliceOfN(rapid.SampledFrom(exclusions), 1, 3).Draw(t, "exclusions")
	}
	if seldom("short") {
		f.MissingAccessories = rapid.IntRange(1, 3).Draw(t, "accessories")
	}
	if rapid.Bool().Draw(t, "looked up") {
		f.Remaining = &returns.Money{Minor: rapid.Int64Range(-1, 90000).Draw(t, "remaining"), Currency: "EUR"}
	}
	return f
})

func propose(t *rapid.T, p policy.Policy, f policy.Findings) policy.Proposal {
	proposal, err := p.Propose(f)
	if err != nil {
		t.Fatal(err)
	}
	return proposal
}

// TestNobodyIsRefusedForADateThatIsUnknown: what time cannot tell is amber. Damage
// that is shown, and a defect that two people did not find, are not matters of
// time.
func TestNobodyIsRefusedForADateThatIsUnknown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFindings.Draw(t, "findings")
		f.Timeline.Replaced = policy.Moment{}
		if rapid.Bool().Draw(t, "which") {
			f.Timeline.Delivered = policy.Moment{}
		} else {
			f.Timeline.Declared = policy.Moment{}
		}
		got := propose(t, anyPolicy.Draw(t, "policy"), f)
		if got.Outcome.Against() && got.Row != "D9" && got.Row != "D13" {
			t.Fatalf("%s proposes to %s", got.Row, got.Outcome)
		}
		if got.Row == "D13" && got.Outcome.Against() {
			t.Fatalf("%s although there may be time to withdraw", got.Outcome)
		}
		for _, reason := range got.Reasons {
			if reason.Tone == policy.Late {
				t.Fatalf("%s is called late", reason.Key)
			}
		}
	})
}

func TestEveryProposalHoldsToTheTablesPromises(t *testing.T) {
	before := []policy.Outcome{policy.Authorise, policy.AskProof, policy.AskCustomer, policy.Decline, policy.NeedsPerson}
	rapid.Check(t, func(t *rapid.T) {
		f := anyFindings.Draw(t, "findings")
		p := anyPolicy.Draw(t, "policy")
		got := propose(t, p, f)
		arrived := f.Arrived || f.Timeline.Received.Known()
		triage := !arrived && f.Blocking == "" && !f.Lost && !f.MarketplaceRefunded && !f.WeightGap && f.Identity != policy.IdentityMismatch
		spent := f.Remaining != nil && f.Remaining.Minor <= 0
		for promise, kept := range map[string]bool{
			"the outcome is one of the table":                  slices.Contains(policy.Outcomes(), got.Outcome),
			"there is a reason":                                len(got.Reasons) > 0 && got.Policy == p.Version,
			"before the parcel only the answer is proposed":    !triage || slices.Contains(before, got.Outcome),
			"after it nothing is authorised or declined":       !arrived || got.Outcome != policy.Authorise && got.Outcome != policy.Decline,
			"a refusal is signed by two":                       got.Outcome != policy.Refuse || got.SecondPerson,
			"no money moves where none is left":                !got.Outcome.Pays() || !spent && !f.MarketplaceRefunded,
			"money has a way":                                  got.Outcome.Pays() == (got.Method != ""),
			"a protest is for what has arrived":                !got.Protest || arrived,
			"the proposal is not among its alternatives":       !slices.Contains(got.Alternatives, got.Outcome),
			"what is against a customer is said to them":       !got.Outcome.Against() || got.Tell != "",
			"a problem that needs a file says so":              got.Marketplace.Problem != "OOW_ITEM" || got.Marketplace.ProblemFile,
			"a dangerous battery is never shipped or refunded": f.Blocking != policy.DangerousBattery || got.Outcome == policy.Quarantine,
			"a damaged parcel is never held against anybody":   !f.ParcelDamaged || got.Row != "D9" || !arrived,
		} {
			if !kept {
				t.Fatalf("%s: %+v", promise, got)
			}
		}
		standing, err := p.Eligibility(f)
		if err != nil || standing.Standing != got.Eligible || !reflect.DeepEqual(standing.Reasons, got.Reasons) {
			t.Fatalf("the request screen says %+v, %v", standing, err)
		}
	})
}

func TestEverySentenceOfAnyProposalIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := propose(t, anyPolicy.Draw(t, "policy"), anyFindings.Draw(t, "findings"))
		for _, lang := range text.Languages() {
			for key, args := range spoken(got) {
				if said := text.T(lang, key, policy.Written(lang, args)); said == key || strings.Contains(said, "{{") {
					t.Fatalf("%s: %s with %v is written %q", lang, key, args, said)
				}
			}
		}
	})
}

func TestTheZoneInWhichTheFactsAreWrittenChangesNoProposal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, p := anyFindings.Draw(t, "findings"), anyPolicy.Draw(t, "policy")
		here := propose(t, p, f)
		elsewhere := time.FixedZone("", rapid.IntRange(-12*3600, 14*3600).Draw(t, "offset"))
		for _, moment := range []*policy.Moment{&f.Timeline.Purchased, &f.Timeline.Delivered, &f.Timeline.Declared,
			&f.Timeline.Received, &f.Timeline.Replaced} {
			if !moment.At.IsZero() {
				moment.At = moment.At.In(elsewhere)
			}
		}
		there := propose(t, p, f)
		if here.Row != there.Row || here.Outcome != there.Outcome || !reflect.DeepEqual(here.Reasons, there.Reasons) {
			t.Fatalf("%s %s here, %s %s there", here.Row, here.Outcome, there.Row, there.Outcome)
		}
	})
}

// TestALaterDeclarationNeverGainsAWindow: what was too late stays too late.
func TestALaterDeclarationNeverGainsAWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		timeline, p := anyTimeline.Draw(t, "timeline"), anyPolicy.Draw(t, "policy")
		timeline.Declared = policy.At(anyTime.Draw(t, "declared"))
		sooner, err := p.Window(timeline)
		if err != nil {
			t.Fatal(err)
		}
		timeline.Declared.At = timeline.Declared.At.Add(time.Duration(rapid.Int64Range(0, int64(900*24*time.Hour)).Draw(t, "later")))
		later, err := p.Window(timeline)
		if err != nil {
			t.Fatal(err)
		}
		if sooner.Standing == policy.AfterTime && later.Standing != policy.AfterTime {
			t.Fatalf("%+v then %+v", sooner, later)
		}
	})
}
