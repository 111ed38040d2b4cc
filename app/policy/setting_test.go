package policy_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/text"
)

func TestTheSettingsScreenShowsEveryReadingInWordsWithALiveExample(t *testing.T) {
	now := instant(t, "2026-11-23T09:00:00+01:00")
	rows, err := policy.Rows(policy.Default(), now, paris)
	if err != nil {
		t.Fatal(err)
	}
	readings := map[string]bool{}
	for _, row := range rows {
		readings[row.Reading] = true
		keys := []string{row.Title, row.Source, row.Why}
		chosen := len(row.Alternatives) == 0
		for _, other := range row.Alternatives {
			keys = append(keys, other.Title)
			chosen = chosen || other.Value == row.Value
		}
		if !chosen {
			t.Errorf("%s: the value %q is not among the alternatives", row.Field, row.Value)
		}
		for _, lang := range text.Languages() {
			for _, key := range keys {
				if said := text.T(lang, key, policy.Written(lang, row.Args)); said == key || strings.Contains(said, "{{") {
					t.Errorf("%s %s: %s is written %q", row.Field, row.Value, key, said)
				}
			}
		}
		if (row.Kind == policy.KindRule || row.Kind == policy.KindFixed || row.Kind == policy.KindCalendar) &&
			(row.Example == nil || !row.Example.Inputs.Event.At.Equal(now)) {
			t.Errorf("%s has no example from now: %+v", row.Value, row.Example)
		}
	}
	for _, reading := range []string{"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"} {
		if !readings[reading] {
			t.Errorf("%s is not on the screen", reading)
		}
	}
	if got := rows[0].Example.Last().String(); got != "2026-12-23" {
		t.Errorf("bought before Black Friday and delivered now, given back until %s", got)
	}
	if _, err := policy.Rows(policy.Default(), now, policy.Place{}); err == nil {
		t.Error("an example was computed nowhere")
	}
}

func TestEveryAlternativeOfTheScreenIsAPolicyThatHolds(t *testing.T) {
	rows, err := policy.Rows(policy.Default(), instant(t, "2026-11-23T09:00:00+01:00"), paris)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, other := range row.Alternatives {
			p, err := policy.Default().With(row.Field, other.Value)
			if err != nil || p.Validate() != nil {
				t.Errorf("%s = %q: %v", row.Field, other.Value, err)
			}
			if (other.Value == row.Value) != reflect.DeepEqual(p, policy.Default()) {
				t.Errorf("%s = %q changes the wrong thing: %+v", row.Field, other.Value, p)
			}
		}
	}
}

func TestASettingThatCannotBeIsRefusedBesideItsField(t *testing.T) {
	for _, c := range []struct{ field, value, key string }{
		{"withdrawal", "DEFECT_72H", "errors_policy.rule"},
		{"creditCalendar", "XX", "errors_policy.calendar"},
		{"fullRefundBy", "MARKETPLACE_WALLET", "errors_policy.choice"},
		{"noReplacement", "refuse", "errors_policy.choice"},
		{"answerLimit", "REFUND_5WD", "errors_policy.rule"},
		{"deviceReturns", "1", "errors_policy.figure"},
		{"customerReturns", "three", "errors_policy.figure"},
		{"legalRate", "6,67", "errors_policy.figure"},
		{"legalRate", "-1", "errors_policy.figure"},
		{"secondPersonAbove", "-5", "errors_policy.amount"},
		{"secondPersonAbove", "5.00", "errors_policy.amount"},
		{"campaigns", "[]", "errors_policy.setting"},
		{"mood", "good", "errors_policy.setting"},
	} {
		_, err := policy.Default().With(c.field, c.value)
		if got := fault.Of(err); got == nil || got.Key != c.key || got.Field != c.field {
			t.Errorf("%s = %q: got %v", c.field, c.value, err)
		}
	}
}

func TestACampaignWhoseDatesAreOutOfOrderIsRefused(t *testing.T) {
	day := func(month time.Month, date int) policy.Day { return policy.Day{Year: 2026, Month: month, Date: date} }
	good := policy.Campaign{From: day(6, 1), To: day(6, 30), Until: day(8, 15)}
	for field, table := range map[string][]policy.Campaign{
		"campaigns.0.from":  {{To: day(6, 30), Until: day(8, 15)}},
		"campaigns.0.to":    {{From: day(6, 30), To: day(6, 1), Until: day(8, 15)}},
		"campaigns.1.until": {{From: day(1, 1), To: day(1, 31), Until: day(2, 1)}, {From: day(6, 1), To: day(6, 30), Until: day(6, 29)}},
		"campaigns.1.from":  {good, {From: day(6, 30), To: day(7, 1), Until: day(9, 1)}},
		"":                  {good, {From: day(7, 1), To: day(7, 31), Until: day(9, 1)}},
	} {
		p := policy.Default()
		p.Campaigns = table
		if err := p.Validate(); (err == nil) != (field == "") || err != nil && fault.Of(err).Field != field {
			t.Errorf("%s: got %v", field, err)
		}
	}
}

func TestTheCampaignsOfTheDefaultBeginOnBlackFriday(t *testing.T) {
	for i, c := range policy.Default().Campaigns {
		thanksgiving := policy.Day{Year: 2024 + i, Month: time.November, Date: 22} // The first day that can be a fourth Thursday.
		for thanksgiving.Weekday() != time.Thursday {
			thanksgiving = thanksgiving.AddDays(1)
		}
		if c.From != thanksgiving.AddDays(1) || c.To.String()[5:] != "12-31" || c.Until.String()[5:] != "01-31" || c.Until.Year != c.To.Year+1 {
			t.Errorf("%d: %+v", 2024+i, c)
		}
	}
}

func TestAPolicyIsReadAsItWasWritten(t *testing.T) {
	p := policy.Default().Revise("operator-7", instant(t, "2026-11-23T09:00:00+01:00"), nil)
	p.Defect, p.CreditCalendar, p.Campaigns = policy.Defect3BD, "TARGET", []policy.Campaign{}
	raw, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	got, err := policy.Parse(raw)
	if err != nil || !reflect.DeepEqual(got, p) {
		t.Errorf("got %+v, %v\nwant %+v", got, err, p)
	}
}

func TestAPolicyOfAnOlderProgramHasTheDefaultsForWhatItDidNotKnow(t *testing.T) {
	got, err := policy.Parse([]byte(`{"version":"2026-11","withdrawal":"WITHDRAW_30D","defect":"DEFECT_72H","refundTarget":"REFUND_5D_PLAN","refundLimit":"REFUND_5WD"}`))
	want := policy.Default()
	want.Withdrawal, want.RefundLimit = policy.Withdraw30D, policy.Refund5WD
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWhatIsNoPolicyIsRefused(t *testing.T) {
	for written, key := range map[string]string{
		``:                                 "errors_policy.unreadable",
		`{`:                                "errors_policy.unreadable",
		`{"version":"1","mood":"good"}`:    "errors_policy.unreadable",
		`{"version":"1"} {}`:               "errors_policy.unreadable",
		`{}`:                               "errors_policy.version",
		`{"version":"1","author":"x"}`:     "errors_policy.since",
		`{"version":"1","legalRate":9999}`: "errors_policy.figure",
		`{"version":"1","campaigns":[{"from":"2026-02-30","to":"","until":""}]}`: "errors_policy.unreadable",
		`{"version":"1","campaigns":[{}]}`:                                       "errors_policy.campaign",
	} {
		if _, err := policy.Parse([]byte(written)); !fault.Is(err, fault.Invalid) || fault.Of(err).Key != key {
			t.Errorf("%s: got %v", written, err)
		}
	}
}

func TestAnEditMakesANewVersionThatHoldsFromItsInstant(t *testing.T) {
	first := policy.Default().Revise("anna", instant(t, "2026-11-23T09:00:00+01:00"), nil)
	second := first.Revise("ben", instant(t, "2026-11-23T17:00:00+01:00"), []string{first.Version})
	third := second.Revise("anna", instant(t, "2026-11-23T18:00:00+01:00"), []string{first.Version, second.Version})
	if first.Version != "2026-11-23" || second.Version != "2026-11-23.2" || third.Version != "2026-11-23.3" || second.Author != "ben" {
		t.Errorf("got %s, %s by %s, %s", first.Version, second.Version, second.Author, third.Version)
	}
	versions := []policy.Policy{third, first, second}
	for at, want := range map[string]string{
		"2026-11-23T08:59:59+01:00": "2026-11",
		"2026-11-23T09:00:00+01:00": first.Version,
		"2026-11-23T17:30:00+01:00": second.Version,
		"2027-01-01T00:00:00+01:00": third.Version,
	} {
		if got := policy.InForce(versions, instant(t, at)); got.Version != want {
			t.Errorf("%s: %s holds, want %s", at, got.Version, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	raw, err := json.Marshal(policy.Default())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte(`{"version":"x","campaigns":[]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := policy.Parse(raw)
		if err != nil {
			return
		}
		again, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := policy.Parse(again); err != nil || !reflect.DeepEqual(got, p) {
			t.Errorf("%s\nread again as %+v, %v", raw, got, err)
		}
	})
}
