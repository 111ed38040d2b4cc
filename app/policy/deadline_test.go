package policy_test

import (
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/text"
)

var paris = policy.Place{Zone: "Europe/Paris", Calendar: "FR"}

func instant(t *testing.T, written string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, written)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func when(t *testing.T, written string) policy.Moment {
	t.Helper()
	m, err := policy.ParseMoment(written)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func deadline(t *testing.T, rule policy.Rule, event string, place policy.Place) policy.Deadline {
	t.Helper()
	d, err := policy.Default().Deadline(rule, policy.Inputs{Event: when(t, event), Place: place})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhatIsInTimeIsBeforeTheDeadlineInWhateverZoneItIsWritten(t *testing.T) {
	withdrawal := deadline(t, policy.Withdraw30D, "2026-11-02T10:15:00+01:00", paris)
	defect := deadline(t, policy.Defect72H, "2026-11-02T10:37:00+01:00", paris)
	for _, c := range []struct {
		deadline policy.Deadline
		declared string
		in       bool
	}{
		{withdrawal, "2026-12-02T23:59:59+01:00", true},
		{withdrawal, "2026-12-03T00:00:00+01:00", false},
		{withdrawal, "2026-12-02T23:30:00Z", false},
		{withdrawal, "2026-12-02T22:59:59Z", true},
		{defect, "2026-11-05T10:59:59+01:00", true},
		{defect, "2026-11-05T11:00:00+01:00", false},
	} {
		if got := c.deadline.InTime(instant(t, c.declared)); got != c.in {
			t.Errorf("%s declared %s: in time %v, want %v", c.deadline.Rule, c.declared, got, c.in)
		}
	}
}

func TestADeadlineSaysWhatItWasComputedFromAndItsLastDay(t *testing.T) {
	d := deadline(t, policy.Refund5DLimit, "2026-11-18T09:00:00+01:00", paris)
	if d.Last().String() != "2026-11-23" || d.Policy != policy.Default().Version || d.Rule != policy.Refund5DLimit {
		t.Errorf("got %+v, last %s", d, d.Last())
	}
	if d.Inputs.Place != paris || d.Inputs.Event.Precision() != policy.ToTheInstant {
		t.Errorf("inputs are lost: %+v", d.Inputs)
	}
	if got := text.Date(text.French, d.Last().Time()); got != "lun. 23\u00a0nov. 2026" {
		t.Errorf("written %q", got)
	}
	if hours := deadline(t, policy.Defect72H, "2026-11-02T10:37:00+01:00", paris); hours.Last().String() != "2026-11-05" {
		t.Errorf("a period of hours ends within its day, got %s", hours.Last())
	}
}

func TestADeadlineSaysWhoKnewItsEvent(t *testing.T) {
	event := when(t, "2026-11-18T09:00:00+01:00")
	plain, err := policy.Default().Deadline(policy.Withdraw30D, policy.Inputs{Event: event, Place: paris})
	if err != nil {
		t.Fatal(err)
	}
	told, err := policy.Default().Deadline(policy.Withdraw30D, policy.Inputs{Event: event.From("carrier"), Place: paris})
	if err != nil {
		t.Fatal(err)
	}
	if told.Inputs.Event.Source != "carrier" || !told.At.Equal(plain.At) {
		t.Errorf("got %+v", told)
	}
}

func TestEdgesOfThePeriods(t *testing.T) {
	alsace := policy.Place{Zone: "Europe/Paris", Calendar: "FR-A"}
	reunion := policy.Place{Zone: "Indian/Reunion", Calendar: "FR-RE"}
	athens := policy.Place{Zone: "Europe/Athens", Calendar: "GR"}
	azores := policy.Place{Zone: "Atlantic/Azores", Calendar: "PT"}
	london := policy.Place{Zone: "Europe/London", Calendar: "GB"}
	for _, c := range []struct {
		name  string
		rule  policy.Rule
		event string
		place policy.Place
		want  string
	}{
		{"Good Friday extends in Alsace", policy.Withdraw30D, "2026-03-04T11:00:00+01:00", alsace, "2026-04-08T00:00:00+02:00"},
		{"26 December extends in Alsace", policy.Withdraw30D, "2028-11-26T11:00:00+01:00", alsace, "2028-12-28T00:00:00+01:00"},
		{"20 December extends in Reunion", policy.Withdraw30D, "2027-11-20T11:00:00+04:00", reunion, "2027-12-22T00:00:00+04:00"},
		{"a delivery late at night in Paris is the next day in Reunion", policy.Withdraw30D, "2026-11-02T23:30:00+01:00", reunion, "2026-12-04T00:00:00+04:00"},
		{"Orthodox Good Friday and Easter Monday extend in Greece", policy.Withdraw14D, "2026-03-27T11:00:00+02:00", athens, "2026-04-15T00:00:00+03:00"},
		{"a British holiday at the weekend is given on a weekday", policy.Withdraw30D, "2027-11-27T11:00:00Z", london, "2027-12-30T00:00:00Z"},
		{"an event on the hour lies in the hour that it opens", policy.Defect72H, "2026-11-02T12:00:00+01:00", paris, "2026-11-05T13:00:00+01:00"},
		{"72 hours lose one on the clock in autumn", policy.Defect72H, "2026-10-24T10:10:00+02:00", paris, "2026-10-27T10:00:00+01:00"},
		{"72 hours over the Azores' skipped midnight, from a day", policy.Defect72H, "2026-03-27", azores, "2026-03-31T01:00:00Z"},
		{"working hours from a Saturday start on Monday", policy.Credit72WH, "2026-11-21T15:00:00+01:00", paris, "2026-11-26T00:00:00+01:00"},
		{"working hours used up on Friday end with it", policy.Credit72WH, "2026-11-18T00:00:00+01:00", paris, "2026-11-21T00:00:00+01:00"},
		{"working hours from a day start at the next midnight", policy.Credit72WH, "2026-11-20", paris, "2026-11-26T00:00:00+01:00"},
		{"an answer asked for on a holiday waits for it to end", policy.Answer24WH, "2026-11-11T10:00:00+01:00", paris, "2026-11-13T00:00:00+01:00"},
		{"an answer to a day starts at its end", policy.Answer24H, "2026-11-10", paris, "2026-11-12T00:00:00+01:00"},
		{"an exact answer keeps its seconds", policy.Answer24H, "2026-11-10T10:11:12+01:00", paris, "2026-11-11T10:11:12+01:00"},
		{"working days from a Saturday count Monday first", policy.Defect3BD, "2026-11-14T10:00:00+01:00", paris, "2026-11-19T00:00:00+01:00"},
		{"31 August and six months is the end of February", policy.RepairExt6M, "2026-08-31T10:00:00+02:00", paris, "2027-03-01T00:00:00+01:00"},
		{"a guarantee of a leap day two years on", policy.Conformity24M, "2028-02-29", paris, "2030-03-01T00:00:00+01:00"},
		{"the target goes back over a holiday and a weekend", policy.Refund5DPlan, "2026-12-22T09:00:00+01:00", paris, "2026-12-25T00:00:00+01:00"},
		{"the carrier's days leave out a holiday on a Saturday", policy.Carrier3D, "2026-08-13T09:00:00+02:00", paris, "2026-08-18T00:00:00+02:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := deadline(t, c.rule, c.event, c.place); !got.At.Equal(instant(t, c.want)) {
				t.Errorf("got %s, want %s", got.At, c.want)
			}
		})
	}
}

func TestTheCampaignRunsFromBlackFridayOfTheYearOfPurchase(t *testing.T) {
	for _, c := range []struct{ name, purchased, event, want string }{
		{"the eve of Black Friday is not in it", "2026-11-26T23:59:59+01:00", "2026-12-01T10:00:00+01:00", "2027-01-01T00:00:00+01:00"},
		{"Black Friday's first second is", "2026-11-27T00:00:00+01:00", "2026-12-01T10:00:00+01:00", "2027-02-02T00:00:00+01:00"},
		{"New Year is not", "2027-01-01T00:00:00+01:00", "2027-01-05T10:00:00+01:00", "2027-02-05T00:00:00+01:00"},
		{"the Friday after the fourth Thursday, not the fourth Friday, in 2024", "2024-11-22", "2024-12-02T10:00:00+01:00", "2025-01-03T00:00:00+01:00"},
		{"which is the 29th", "2024-11-29", "2024-12-02T10:00:00+01:00", "2025-02-01T00:00:00+01:00"},
		{"the last second of the year still is", "2026-12-31T23:59:59+01:00", "2027-01-01T10:00:00+01:00", "2027-02-02T00:00:00+01:00"},
		{"a year that nobody entered has the 30 days", "2045-11-25", "2045-12-01T10:00:00+01:00", "2046-01-03T00:00:00+01:00"},
		{"an unknown purchase has the 30 days", "", "2026-12-01T10:00:00+01:00", "2027-01-01T00:00:00+01:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := policy.Default().Deadline(policy.WithdrawCampaign, policy.Inputs{
				Event: when(t, c.event), Purchased: when(t, c.purchased), Place: paris})
			if err != nil {
				t.Fatal(err)
			}
			if !got.At.Equal(instant(t, c.want)) {
				t.Errorf("got %s, want %s", got.At, c.want)
			}
		})
	}
}

func TestWhatCannotBeComputedIsRefused(t *testing.T) {
	known := policy.At(instant(t, "2026-11-02T10:00:00Z"))
	for _, c := range []struct {
		name string
		rule policy.Rule
		in   policy.Inputs
		key  string
	}{
		{"an unknown rule", "TOMORROW", policy.Inputs{Event: known, Place: paris}, "errors_policy.rule"},
		{"an unknown event", policy.Withdraw30D, policy.Inputs{Place: paris}, "errors_policy.event"},
		{"an unknown calendar", policy.Withdraw30D, policy.Inputs{Event: known, Place: policy.Place{Zone: "Europe/Paris", Calendar: "XX"}}, "errors_policy.calendar"},
		{"an unknown zone", policy.Withdraw30D, policy.Inputs{Event: known, Place: policy.Place{Zone: "Europe/Nowhere", Calendar: "FR"}}, "errors_policy.zone"},
		{"the machine's own zone", policy.Withdraw30D, policy.Inputs{Event: known, Place: policy.Place{Zone: "Local", Calendar: "FR"}}, "errors_policy.zone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := policy.Default().Deadline(c.rule, c.in)
			if !fault.Is(err, fault.Invalid) || fault.Of(err).Key != c.key {
				t.Errorf("got %v", err)
			}
			if said := text.T(text.French, c.key, fault.Of(err).Args); said == c.key || strings.Contains(said, "{{") {
				t.Errorf("written %q", said)
			}
		})
	}
}

func TestEveryRuleIsExplainedInEveryLanguage(t *testing.T) {
	for _, lang := range text.Languages() {
		for _, rule := range policy.Rules() {
			for _, key := range []string{rule.TitleKey(), rule.SourceKey(), rule.WhyKey()} {
				if !text.Has(lang, key) {
					t.Errorf("%s lacks %s", lang, key)
				}
			}
		}
	}
}

func TestAPolicyChoosesAmongTheReadingsOfARuleOnly(t *testing.T) {
	if err := policy.Default().Validate(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		field string
		spoil func(*policy.Policy)
	}{
		{"version", func(p *policy.Policy) { p.Version = "" }},
		{"withdrawal", func(p *policy.Policy) { p.Withdrawal = policy.Defect72H }},
		{"defect", func(p *policy.Policy) { p.Defect = "" }},
		{"refundTarget", func(p *policy.Policy) { p.RefundTarget = policy.Refund5WD }},
		{"refundLimit", func(p *policy.Policy) { p.RefundLimit = policy.Refund14DLegal }},
		{"creditCalendar", func(p *policy.Policy) { p.CreditCalendar = "XX" }},
	} {
		p := policy.Default()
		c.spoil(&p)
		if err := p.Validate(); !fault.Is(err, fault.Invalid) || fault.Of(err).Field != c.field {
			t.Errorf("%s: got %v", c.field, err)
		}
	}
}
