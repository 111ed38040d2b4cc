package policy_test

import (
	"slices"
	"strings"
	"testing"

	"revient/app/policy"
	"revient/app/text"
)

func TestTheThirdReturnIsFlaggedWithTheFacts(t *testing.T) {
	since := policy.Day{Year: 2026, Month: 3, Date: 1}
	for _, c := range []struct {
		name   string
		counts policy.Counts
		want   []string
	}{
		{"nothing known", policy.Counts{}, nil},
		{"second of each", policy.Counts{Device: 2, Customer: 2}, nil},
		{"third of the device", policy.Counts{Device: 3, Customer: 1}, []string{"3 returns of this device"}},
		{"third of the customer", policy.Counts{Device: 1, Customer: 3}, []string{"3 returns by this customer"}},
		{"both, since a day", policy.Counts{Device: 4, DeviceSince: since, Customer: 5, CustomerSince: since},
			[]string{"4 returns of this device since Sun 1\u00a0Mar 2026", "5 returns by this customer since Sun 1\u00a0Mar 2026"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said []string
			for _, flag := range policy.Default().Recurrence(c.counts) {
				if flag.Tone != policy.Warn || text.T(text.English, flag.Source, nil) == flag.Source {
					t.Errorf("flagged as %+v", flag)
				}
				said = append(said, text.T(text.English, flag.Key, policy.Written(text.English, flag.Args)))
			}
			if !slices.Equal(said, c.want) {
				t.Errorf("got %q", said)
			}
		})
	}
}

func TestTheNumberOfReturnsToFlagIsTheWorkshops(t *testing.T) {
	p, err := policy.Default().With("deviceReturns", "2")
	if err != nil {
		t.Fatal(err)
	}
	flags := p.Recurrence(policy.Counts{Device: 2, Customer: 2})
	if len(flags) != 1 || !strings.HasSuffix(flags[0].Key, "device") {
		t.Errorf("got %+v", flags)
	}
}
