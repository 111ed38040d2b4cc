package returns_test

import (
	"reflect"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// A row of a table reads: it "does what the sentence says", given a past, when a
// command comes, then these events follow or this fault is answered.
type row struct {
	name string
	past past
	when returns.Command
	then outcome
	with []circumstance
}

// outcome judges what Decide answered.
type outcome func(t *testing.T, events []returns.Event, err error)

// circumstance changes the ordinary facts of a row.
type circumstance func(*returns.Facts)

func it(name string, given past, when returns.Command, then outcome, with ...circumstance) row {
	return row{name, given, when, then, with}
}

func check(t *testing.T, rows ...row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			events, err := returns.Decide(r.past.folded(), r.when, facts(r.with...))
			r.then(t, events, err)
		})
	}
}

// then wants exactly these events.
func then(want ...returns.Event) outcome {
	return func(t *testing.T, events []returns.Event, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("refused: %v", err)
		}
		if len(events) != len(want) {
			t.Fatalf("%d events %v, want %d", len(events), names(events), len(want))
		}
		for i := range want {
			if !reflect.DeepEqual(events[i], want[i]) {
				t.Errorf("event %d:\n got %T %+v\nwant %T %+v", i+1, events[i], events[i], want[i], want[i])
			}
		}
	}
}

// follows wants events of these kinds, whatever they hold.
func follows(want ...returns.EventType) outcome {
	return func(t *testing.T, events []returns.Event, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("refused: %v", err)
		}
		if got := names(events); !reflect.DeepEqual(got, want) {
			t.Errorf("events %v, want %v", got, want)
		}
	}
}

// nothing wants no event and no fault: what was asked for already is so.
func nothing() outcome {
	return func(t *testing.T, events []returns.Event, err error) {
		t.Helper()
		if err != nil || len(events) > 0 {
			t.Errorf("events %v, error %v, want neither", names(events), err)
		}
	}
}

// refused wants the fault with the sentence errors_returns.<what> beside a field.
func refused(what, field string) outcome { return faulted("errors_returns."+what, field) }

func faulted(key, field string) outcome {
	return func(t *testing.T, events []returns.Event, err error) {
		t.Helper()
		if err == nil {
			t.Fatalf("events %v, want the fault %s", names(events), key)
		}
		if got := fault.Of(err); got.Key != key || got.Field != field || len(events) > 0 {
			t.Errorf("fault %s at %q with events %v, want %s at %q", got.Key, got.Field, names(events), key, field)
		}
	}
}

func names(events []returns.Event) []returns.EventType {
	found := []returns.EventType{}
	for _, e := range events {
		found = append(found, returns.TypeOf(e))
	}
	return found
}

// morning is when everything happens unless a row says otherwise.
var morning = time.Date(2026, time.March, 10, 9, 0, 0, 0, time.UTC)

const workshop = "Europe/Paris"

func facts(with ...circumstance) returns.Facts {
	f := returns.Facts{
		Now: morning, Zone: workshop, Actor: returns.Actor{ID: "ana"},
		CaseID: "case-1", CaseNumber: "P03A-000001-Q",
	}
	for _, change := range with {
		change(&f)
	}
	return f
}

func byAManager(f *returns.Facts) { f.Actor.Override = true }

// byASecondPerson is another manager than the one of every past.
func byASecondPerson(f *returns.Facts) {
	f.Actor = returns.Actor{ID: "bob", Override: true, Approve: true}
}

// alone is a workshop of one person, who gives the command.
func alone(f *returns.Facts) {
	f.Actor.Approve, f.Actor.Override, f.Alone = true, true, true
}

func later(d time.Duration) circumstance { return func(f *returns.Facts) { f.Now = f.Now.Add(d) } }

func whileOpen(other returns.CaseID) circumstance {
	return func(f *returns.Facts) { f.OpenCaseOfLine = other }
}

func besides(refunds ...returns.Refund) circumstance {
	return func(f *returns.Facts) { f.OtherRefunds = refunds }
}

// now is the moment of the station's clock in an ordinary row.
func now() returns.Moment { return returns.At(morning, workshop, returns.FromClock) }

// said is a moment that a person gives, so long after morning (or before, if negative).
func said(d time.Duration) returns.Moment {
	return returns.At(morning.Add(d), workshop, returns.FromOperator)
}

func text(id string) returns.TextRef { return returns.TextRef{ID: id, Hash: "keyed-" + id} }

func euros(minor int64) returns.Money { return returns.Money{Minor: minor, Currency: "EUR"} }
