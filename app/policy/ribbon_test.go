package policy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"revient/app/policy"
	"revient/app/text"
)

// lay writes a ribbon as lines of kind, last or own day, tone, rule and note.
func lay(t *testing.T, timeline policy.Timeline, now string) []string {
	t.Helper()
	timeline.Customer, timeline.Workshop = paris, paris
	marks, err := policy.Default().Ribbon(timeline, instant(t, now))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, m := range marks {
		day := m.Day.String()
		if m.Day.IsZero() {
			day = "-"
		}
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s",
			m.Kind, day, m.Tone, m.Rule, strings.TrimPrefix(m.Note, "policy.note."))))
	}
	return lines
}

func TestTheRibbonTellsTheTimeOfACase(t *testing.T) {
	defect := policy.Timeline{Claim: policy.Defect, Delivered: when(t, "2026-11-02T10:15:00+01:00"),
		Declared: when(t, "2026-11-04T03:20:00+01:00"), Requested: when(t, "2026-11-04T03:25:00+01:00"),
		Answered: when(t, "2026-11-04T09:00:00+01:00")}
	received := defect
	received.Received = when(t, "2026-11-18T09:00:00+01:00")
	settled := received
	settled.Settled = when(t, "2026-11-19T09:00:00+01:00")
	labelled := policy.Timeline{Claim: policy.Defect, LabelOwed: true, Delivered: defect.Delivered, Declared: defect.Declared,
		Answered: when(t, "2026-11-06T15:00:00+01:00")}
	crushed := policy.Timeline{Claim: policy.Warranty, ProtestOwed: true, Delivered: when(t, "2026-03-02"),
		Declared: when(t, "2026-11-04"), Received: when(t, "2026-11-10T09:30:00+01:00")}
	late := defect
	late.Declared = when(t, "2026-11-09")
	for _, c := range []struct {
		name     string
		timeline policy.Timeline
		now      string
		want     []string
	}{
		{"on its way, declared in time", defect, "2026-11-05T09:00:00+01:00", []string{
			"delivered 2026-11-02 ok", "declared 2026-11-04 ok DEFECT_72H in_time.DEFECT_72H",
			"answered 2026-11-04 ok", "now 2026-11-05 ok"}},
		{"received, and a refund owed", received, "2026-11-19T08:00:00+01:00", []string{
			"delivered 2026-11-02 ok", "declared 2026-11-04 ok DEFECT_72H in_time.DEFECT_72H",
			"answered 2026-11-04 ok", "received 2026-11-18 ok", "now 2026-11-19 ok",
			"refund_plan 2026-11-23 ok REFUND_5D_PLAN", "refund_limit 2026-11-23 ok REFUND_5D_LIMIT refund_before",
			"refund_legal 2026-12-02 ok REFUND_14D_LEGAL"}},
		{"received, and the refund late", received, "2026-11-24T00:00:00+01:00", []string{
			"delivered 2026-11-02 ok", "declared 2026-11-04 ok DEFECT_72H in_time.DEFECT_72H",
			"answered 2026-11-04 ok", "received 2026-11-18 ok",
			"now 2026-11-24 ok", "refund_plan 2026-11-23 warn REFUND_5D_PLAN", "refund_limit 2026-11-23 late REFUND_5D_LIMIT refund_late",
			"refund_legal 2026-12-02 ok REFUND_14D_LEGAL"}},
		{"settled, nothing owed", settled, "2026-11-24T00:00:00+01:00", []string{
			"delivered 2026-11-02 ok", "declared 2026-11-04 ok DEFECT_72H in_time.DEFECT_72H",
			"answered 2026-11-04 ok", "received 2026-11-18 ok", "settled 2026-11-19 ok", "now 2026-11-24 ok"}},
		{"a label is ours to give, on Friday for Monday", labelled, "2026-11-09T09:00:00+01:00", []string{
			"delivered 2026-11-02 ok", "declared 2026-11-04 ok DEFECT_72H in_time.DEFECT_72H", "answered 2026-11-06 ok",
			"now 2026-11-09 ok", "label_limit 2026-11-09 ok LABEL_1WD label_before"}},
		{"and late on Tuesday", labelled, "2026-11-10T00:00:00+01:00", []string{
			"delivered 2026-11-02 ok", "declared 2026-11-04 ok DEFECT_72H in_time.DEFECT_72H", "answered 2026-11-06 ok",
			"now 2026-11-10 ok", "label_limit 2026-11-09 late LABEL_1WD label_late"}},
		{"a crushed parcel under guarantee: the carrier first, and the law's 30 days", crushed, "2026-11-12T09:00:00+01:00", []string{
			"delivered 2026-03-02 ok", "declared 2026-11-04 ok CONFORMITY_24M in_time.CONFORMITY_24M", "received 2026-11-10 ok",
			"now 2026-11-12 ok", "refund_plan 2026-11-13 ok REFUND_5D_PLAN", "protest_limit 2026-11-14 ok CARRIER_3D protest_before",
			"refund_limit 2026-11-15 ok REFUND_5D_LIMIT refund_before", "refund_legal 2026-12-04 ok REPAIR_30D_LEGAL"}},
		{"declared after the window is amber, never red", late, "2026-11-10T09:00:00+01:00", []string{
			"delivered 2026-11-02 ok", "answered 2026-11-04 ok", "declared 2026-11-09 warn DEFECT_72H after_time.DEFECT_72H",
			"now 2026-11-10 ok"}},
		{"an unknown delivery is to be checked, never late",
			policy.Timeline{Claim: policy.Withdrawal, Declared: when(t, "2026-11-20"), Received: when(t, "2026-11-23")},
			"2026-11-23T09:00:00+01:00", []string{
				"delivered - warn  to_check", "declared 2026-11-20 ok", "received 2026-11-23 ok", "now 2026-11-23 ok",
				"refund_plan 2026-11-27 ok REFUND_5D_PLAN", "refund_limit 2026-11-28 ok REFUND_5D_LIMIT refund_before",
				"refund_legal 2026-12-04 ok REFUND_14D_LEGAL"}},
		{"a request waits for its answer, the window still open",
			policy.Timeline{Claim: policy.Withdrawal, Delivered: when(t, "2026-11-02"), Requested: when(t, "2026-11-20T16:00:00+01:00")},
			"2026-11-21T17:00:00+01:00", []string{
				"delivered 2026-11-02 ok", "requested 2026-11-20 ok", "answer_target 2026-11-21 warn ANSWER_24H", "now 2026-11-21 ok",
				"answer_limit 2026-11-23 ok ANSWER_24WH answer_before", "window 2026-12-02 ok WITHDRAW_CAMPAIGN"}},
		{"a legal ceiling that passed before the parcel came does not stand",
			policy.Timeline{Claim: policy.Withdrawal, Delivered: when(t, "2026-10-01"), Declared: when(t, "2026-10-05"), Received: when(t, "2026-11-18")},
			"2026-11-18T09:00:00+01:00", []string{
				"delivered 2026-10-01 ok", "declared 2026-10-05 ok WITHDRAW_CAMPAIGN in_time.WITHDRAW_CAMPAIGN",
				"received 2026-11-18 ok", "now 2026-11-18 ok", "refund_plan 2026-11-23 ok REFUND_5D_PLAN",
				"refund_limit 2026-11-23 ok REFUND_5D_LIMIT refund_before"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lay(t, c.timeline, c.now); !slices.Equal(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

func TestTheDeclarationSaysHowManyHoursAfterDelivery(t *testing.T) {
	marks, err := policy.Default().Ribbon(policy.Timeline{Claim: policy.Defect, Customer: paris, Workshop: paris,
		Delivered: when(t, "2026-11-02T10:15:00+01:00"), Declared: when(t, "2026-11-04T03:20:00+01:00")},
		instant(t, "2026-11-05T09:00:00+01:00"))
	if err != nil {
		t.Fatal(err)
	}
	if got := text.T(text.French, marks[1].Key, marks[1].Args); got != "défaut déclaré à 41\u00a0h" {
		t.Errorf("got %q", got)
	}
	if marks[1].Deadline.Rule != policy.Defect72H {
		t.Errorf("the mark does not name its rule's deadline: %+v", marks[1])
	}
}

func TestEveryMarkOfAnyRibbonHasItsSentencesAndItsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks, err := anyPolicy.Draw(t, "policy").Ribbon(anyTimeline.Draw(t, "timeline"), anyTime.Draw(t, "now"))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.IsSortedFunc(marks, func(a, b policy.Mark) int { return a.At.Compare(b.At) }) {
			t.Fatal("the marks are not in order of time")
		}
		for _, m := range marks {
			for _, key := range []string{m.Key, m.Note} {
				if key != "" && !text.Has(text.French, key) {
					t.Fatalf("%s has no sentence", key)
				}
			}
			if (m.Rule == "") != (m.Deadline.Rule == "") {
				t.Fatalf("%s names a rule without its deadline", m.Kind)
			}
			if m.Precision == policy.Unknown && m.Tone == policy.Late {
				t.Fatalf("%s is unknown and called late", m.Kind)
			}
		}
	})
}
