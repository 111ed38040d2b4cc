package policy_test

import (
	"slices"
	"testing"

	"revient/app/policy"
	"revient/app/text"
)

func TestWhatIsOwedNextTurnsAmberAtItsTargetAndRedAtItsLimit(t *testing.T) {
	friday := "2026-11-20T16:00:00+01:00"
	for _, c := range []struct {
		name     string
		timeline policy.Timeline
		now      string
		duty     policy.Duty
		rule     policy.Rule
		tone     policy.Tone
	}{
		{"a request within its day", policy.Timeline{Requested: when(t, friday)}, "2026-11-21T15:59:59+01:00",
			policy.DutyAnswer, policy.Answer24H, policy.OK},
		{"a request after its day, on a weekend", policy.Timeline{Requested: when(t, friday)}, "2026-11-21T16:00:00+01:00",
			policy.DutyAnswer, policy.Answer24WH, policy.Warn},
		{"a request after its working day", policy.Timeline{Requested: when(t, friday)}, "2026-11-23T16:00:00+01:00",
			policy.DutyAnswer, policy.Answer24WH, policy.Late},
		{"a parcel within the target", policy.Timeline{Requested: when(t, friday), Received: when(t, "2026-11-02T14:00:00+01:00")},
			"2026-11-06T23:59:59+01:00", policy.DutyRefund, policy.Refund5DPlan, policy.OK},
		{"a parcel past the target", policy.Timeline{Received: when(t, "2026-11-02T14:00:00+01:00")},
			"2026-11-07T00:00:00+01:00", policy.DutyRefund, policy.Refund5DLimit, policy.Warn},
		{"a parcel past the limit", policy.Timeline{Received: when(t, "2026-11-02T14:00:00+01:00")},
			"2026-11-08T00:00:00+01:00", policy.DutyRefund, policy.Refund5DLimit, policy.Late},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.timeline.Customer, c.timeline.Workshop = paris, paris
			due, owed, err := policy.Default().Due(c.timeline)
			if err != nil || !owed {
				t.Fatalf("owed %v, %v", owed, err)
			}
			now := instant(t, c.now)
			if due.Duty != c.duty || due.Next(now).Rule != c.rule || due.Tone(now) != c.tone {
				t.Errorf("got %s %s %s", due.Duty, due.Next(now).Rule, due.Tone(now))
			}
		})
	}
}

func TestNothingIsOwedWhileTheNextMoveIsTheCustomers(t *testing.T) {
	at := when(t, "2026-11-20T16:00:00+01:00")
	for name, timeline := range map[string]policy.Timeline{
		"nothing known":                   {},
		"answered, the parcel on its way": {Requested: at, Answered: at},
		"settled":                         {Requested: at, Received: at, Settled: at},
	} {
		timeline.Customer, timeline.Workshop = paris, paris
		if due, owed, err := policy.Default().Due(timeline); err != nil || owed {
			t.Errorf("%s: %+v, %v", name, due, err)
		}
	}
	if _, owed, err := policy.Default().Due(policy.Timeline{Received: at}); err == nil || owed {
		t.Error("a workshop without a place owes something computable")
	}
}

func TestTheWorklistPutsTheEarliestLimitFirst(t *testing.T) {
	due := func(received string) policy.Due {
		d, _, err := policy.Default().Due(policy.Timeline{Received: when(t, received), Workshop: paris})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	list := []policy.Due{due("2026-11-20"), due("2026-11-04"), due("2026-11-12")}
	slices.SortFunc(list, policy.Due.Compare)
	for i, want := range []string{"2026-11-04", "2026-11-12", "2026-11-20"} {
		if got := list[i].Limit.Inputs.Event.Day.String(); got != want {
			t.Errorf("place %d: %s, want %s", i, got, want)
		}
	}
}

func TestACreditShowsByTheCalendarThatTheSettingNames(t *testing.T) {
	asked := when(t, "2026-05-07T10:00:00+02:00")
	banks := policy.Default()
	banks.CreditCalendar = "TARGET"
	for _, c := range []struct {
		policy policy.Policy
		want   string
	}{
		{policy.Default(), "2026-05-13T10:00:00+02:00"},
		{banks, "2026-05-12T10:00:00+02:00"},
	} {
		got, err := c.policy.CreditShown(asked, paris)
		if err != nil {
			t.Fatal(err)
		}
		if !got.At.Equal(instant(t, c.want)) {
			t.Errorf("got %s, want %s", got.At, c.want)
		}
	}
}

func TestEverythingOwedIsListedWithWhatEndsFirstBeforeTheRest(t *testing.T) {
	at := when(t, "2026-11-20T16:00:00+01:00") // A Friday.
	for _, c := range []struct {
		name     string
		timeline policy.Timeline
		want     []policy.Duty
	}{
		{"a damaged parcel", policy.Timeline{Received: at, ProtestOwed: true}, []policy.Duty{policy.DutyProtest, policy.DutyRefund}},
		{"the carrier was told", policy.Timeline{Received: at, ProtestOwed: true, Protested: at}, []policy.Duty{policy.DutyRefund}},
		{"settled, the carrier not told", policy.Timeline{Received: at, Settled: at, ProtestOwed: true}, []policy.Duty{policy.DutyProtest}},
		{"authorised, the label ours", policy.Timeline{Requested: at, Answered: at, LabelOwed: true}, []policy.Duty{policy.DutyLabel}},
		{"the label given", policy.Timeline{Requested: at, Answered: at, LabelOwed: true, Labelled: at}, nil},
		{"the parcel came without it", policy.Timeline{Requested: at, Answered: at, LabelOwed: true, Received: at}, []policy.Duty{policy.DutyRefund}},
		{"no answer yet", policy.Timeline{Requested: at, LabelOwed: true}, []policy.Duty{policy.DutyAnswer}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.timeline.Customer, c.timeline.Workshop = paris, paris
			dues, err := policy.Default().Dues(c.timeline)
			if err != nil {
				t.Fatal(err)
			}
			var got []policy.Duty
			for _, due := range dues {
				got = append(got, due.Duty)
				if key := "policy.duty." + string(due.Duty); !text.Has(text.French, key) {
					t.Errorf("no sentence %s", key)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestAnAnswerIsOwedByTheRulesThatThePolicyNames(t *testing.T) {
	p, err := policy.Default().With("answerTarget", "ANSWER_24WH")
	if err != nil {
		t.Fatal(err)
	}
	due, _, err := p.Due(policy.Timeline{Requested: when(t, "2026-11-20T16:00:00+01:00"), Workshop: paris})
	if err != nil || due.Target.Rule != policy.Answer24WH || due.Target.Last().String() != "2026-11-23" {
		t.Errorf("got %+v, %v", due, err)
	}
}
