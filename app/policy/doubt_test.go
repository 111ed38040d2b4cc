package policy_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"revient/app/policy"
	"revient/app/text"
)

func TestDatesThatCannotBeRightAreDoubtedInAmber(t *testing.T) {
	for _, c := range []struct {
		name     string
		timeline policy.Timeline
		want     []string
	}{
		{"nothing known", policy.Timeline{}, nil},
		{"in order", policy.Timeline{Purchased: when(t, "2026-10-28"), Delivered: when(t, "2026-11-02T10:15:00+01:00"),
			Declared: when(t, "2026-11-04"), Received: when(t, "2026-11-20")}, nil},
		{"delivered tomorrow", policy.Timeline{Delivered: when(t, "2026-11-24")}, []string{"doubt.ahead.delivered"}},
		{"delivered today, at an unknown hour", policy.Timeline{Delivered: when(t, "2026-11-23")}, nil},
		{"bought after the delivery", policy.Timeline{Purchased: when(t, "2026-11-03"), Delivered: when(t, "2026-11-02")},
			[]string{"doubt.order.purchased_delivered"}},
		{"bought on the day of the delivery", policy.Timeline{Purchased: when(t, "2026-11-02T18:00:00+01:00"), Delivered: when(t, "2026-11-02")}, nil},
		{"received before it was delivered", policy.Timeline{Delivered: when(t, "2026-11-20"), Received: when(t, "2026-11-19T23:59:59+01:00")},
			[]string{"doubt.order.delivered_received"}},
		{"declared before the delivery is allowed", policy.Timeline{Delivered: when(t, "2026-11-20"), Declared: when(t, "2026-11-10")}, nil},
		{"settled before it came, next year", policy.Timeline{Received: when(t, "2027-11-20"), Settled: when(t, "2026-11-20")},
			[]string{"doubt.ahead.received", "doubt.order.received_settled"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.timeline.Customer, c.timeline.Workshop = paris, paris
			doubts, err := policy.Doubts(c.timeline, instant(t, "2026-11-23T09:00:00+01:00"))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, doubt := range doubts {
				got = append(got, strings.TrimPrefix(doubt.Key, "policy.reason."))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
	if _, err := policy.Doubts(policy.Timeline{Delivered: when(t, "2026-11-24")}, instant(t, "2026-11-23T09:00:00Z")); err == nil {
		t.Error("a date was placed nowhere")
	}
}

func TestEveryDoubtIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doubts, err := policy.Doubts(anyTimeline.Draw(t, "timeline"), anyTime.Draw(t, "now"))
		if err != nil {
			t.Fatal(err)
		}
		for _, doubt := range doubts {
			for _, lang := range text.Languages() {
				for _, key := range []string{doubt.Key, doubt.Source} {
					if said := text.T(lang, key, policy.Written(lang, doubt.Args)); said == key || strings.Contains(said, "{{") || doubt.Tone != policy.Warn {
						t.Fatalf("%s is written %q", key, said)
					}
				}
			}
		}
	})
}

func TestAnOrderInSeveralDeliveriesIsPossessedWithTheLast(t *testing.T) {
	for _, c := range []struct {
		name       string
		deliveries []string
		want       string
	}{
		{"none", nil, ""},
		{"one", []string{"2026-11-02"}, "2026-11-02"},
		{"the last, in whatever order", []string{"2026-11-05T10:00:00+01:00", "2026-11-09", "2026-11-02"}, "2026-11-09"},
		{"a day ends after any of its hours", []string{"2026-11-09", "2026-11-09T22:00:00+01:00"}, "2026-11-09"},
		{"one is unknown", []string{"2026-11-02", ""}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var deliveries []policy.Moment
			for _, written := range c.deliveries {
				deliveries = append(deliveries, when(t, written))
			}
			got, err := policy.Possession(deliveries, paris)
			if err != nil || got != when(t, c.want) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
	if _, err := policy.Possession(nil, policy.Place{}); err == nil {
		t.Error("an order was possessed nowhere")
	}
}
