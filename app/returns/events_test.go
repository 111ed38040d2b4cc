package returns_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"revient/app/returns"
)

func TestEveryEventComesBackFromTheJournalAsItWent(t *testing.T) {
	for name, event := range everyEvent(t) {
		stored, schema, payload, err := returns.Encode(event)
		if err != nil || stored != name || returns.TypeOf(event) != name {
			t.Errorf("%s is encoded as %s: %v", name, stored, err)
			continue
		}
		back, err := returns.Decode(stored, schema, payload)
		if err != nil || !reflect.DeepEqual(back, event) {
			t.Errorf("%s comes back as %+v, %v", name, back, err)
		}
	}
}

func TestTheJournalIsReadStrictly(t *testing.T) {
	for _, c := range []struct {
		name    string
		event   returns.EventType
		schema  int
		payload string
	}{
		{"an unknown kind", "device_eaten", 1, `{}`},
		{"no kind", "", 1, `{}`},
		{"a newer shape", "case_closed", 2, `{}`},
		{"no shape", "case_closed", 0, `{}`},
		{"an unknown field", "case_closed", 1, `{"because":"x","mood":"good"}`},
		{"an unknown field further down", "case_closed", 1, `{"reason":{"id":"x","words":"free text"}}`},
		{"a field of another type", "case_closed", 1, `{"because":7}`},
		{"a second value behind the first", "case_closed", 1, `{}{}`},
		{"something behind the value", "case_closed", 1, `{} x`},
		{"half a value", "case_closed", 1, `{"because"`},
		{"nothing", "case_closed", 1, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			if event, err := returns.Decode(c.event, c.schema, []byte(c.payload)); err == nil {
				t.Errorf("read as %+v", event)
			} else if !strings.HasPrefix(err.Error(), "decode event ") {
				t.Errorf("the error does not say what was done: %v", err)
			}
		})
	}
}

// stranger has the methods of an event and is in no list.
type stranger struct{ returns.Event }

func TestAnEventThatIsNotListedIsNotWritten(t *testing.T) {
	if name, _, _, err := returns.Encode(stranger{}); err == nil {
		t.Errorf("written as %q", name)
	}
}

func TestApplyingAnEventLeavesTheOldCaseAsItWas(t *testing.T) {
	for name, event := range everyEvent(t) {
		before, twin := filled[returns.Case](), filled[returns.Case]()
		after := returns.Apply(before, event)
		if !reflect.DeepEqual(before, twin) {
			t.Errorf("%s changed the case that was passed in", name)
		}
		if after.Seq != before.Seq+1 {
			t.Errorf("%s moves the sequence from %d to %d", name, before.Seq, after.Seq)
		}
		asItWas := written(t, after)
		for _, next := range everyEvent(t) {
			returns.Apply(after, next)
		}
		if got := written(t, after); got != asItWas {
			t.Errorf("what came after %s changed the case that it led to", name)
		}
		returns.Apply(returns.Case{}, event) // An event is a fact: no case is too empty for it.
	}
}

var record = flag.Bool("record", false, "write testdata/events.json anew")

// storedShape is an event as a journal holds it.
type storedShape struct {
	Schema  int             `json:"schema"`
	Payload json.RawMessage `json:"payload"`
}

func TestStoredShapesNeverChange(t *testing.T) {
	const remedy = `
Journals in the field hold this shape for ever. If you changed a kind of event, put its old
shape back, or give the new one a new schema version and keep a reader of the old. If you
added a kind, or no journal with it has left the workshop yet, record it and read the diff:
	go test ./app/returns -run TestStoredShapesNeverChange -record`

	shapes := map[returns.EventType]storedShape{}
	for _, event := range everyEvent(t) {
		name, schema, payload, err := returns.Encode(event)
		if err != nil {
			t.Fatal(err)
		}
		shapes[name] = storedShape{schema, payload}
	}
	file := filepath.Join("testdata", "events.json")
	if *record {
		text, err := json.MarshalIndent(shapes, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, append(text, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	kept := map[returns.EventType]storedShape{}
	if err := json.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}
	for name, old := range kept {
		shape, known := shapes[name]
		switch {
		case !known:
			t.Errorf("%s is in journals and no longer known.%s", name, remedy)
		case shape.Schema != old.Schema || !bytes.Equal(compact(t, old.Payload), shape.Payload):
			t.Errorf("%s has changed\nfrom %s\n  to %s%s", name, compact(t, old.Payload), shape.Payload, remedy)
		}
	}
	for name := range shapes {
		if _, found := kept[name]; !found {
			t.Errorf("%s has no sample.%s", name, remedy)
		}
	}
}

func compact(t *testing.T, text []byte) []byte {
	t.Helper()
	var short bytes.Buffer
	if err := json.Compact(&short, text); err != nil {
		t.Fatal(err)
	}
	return short.Bytes()
}
