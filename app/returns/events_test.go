package returns_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
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

var record = flag.Bool("record", false, "write the newest shapes into testdata/events.json")

// storedShape is an event as a journal holds it.
type storedShape struct {
	Schema  int             `json:"schema"`
	Payload json.RawMessage `json:"payload"`
}

const remedy = `
Journals in the field hold this shape for ever. If you changed a kind of event, put its old
shape back, or give the new one a new schema version and keep a reader of the old. If you
added a kind or a version, or no journal with it has left the workshop yet, record it and
read the diff:
	go test ./app/returns -run TestStoredShapesNeverChange -record`

// Every version of every shape that was ever stored is kept, the oldest first. The
// newest is written today; the older ones are read.
func TestStoredShapesNeverChange(t *testing.T) {
	shapes := map[returns.EventType]storedShape{}
	for _, event := range everyEvent(t) {
		name, schema, payload, err := returns.Encode(event)
		if err != nil {
			t.Fatal(err)
		}
		shapes[name] = storedShape{schema, payload}
	}
	if *record {
		recordShapes(t, shapes)
	}
	kept := keptShapes(t)
	for name, versions := range kept {
		shape, known := shapes[name]
		newest := versions[len(versions)-1]
		switch {
		case !known:
			t.Errorf("%s is in journals and no longer known.%s", name, remedy)
		case shape.Schema != newest.Schema || !bytes.Equal(compact(t, newest.Payload), shape.Payload):
			t.Errorf("%s has changed\nfrom %s\n  to %s%s", name, compact(t, newest.Payload), shape.Payload, remedy)
		}
	}
	for name := range shapes {
		if _, found := kept[name]; !found {
			t.Errorf("%s has no sample.%s", name, remedy)
		}
	}
}

func TestOlderJournalsAreReadWithNothingLost(t *testing.T) {
	older := 0
	for name, versions := range keptShapes(t) {
		for i, shape := range versions {
			if i > 0 && shape.Schema != versions[i-1].Schema+1 || i == 0 && shape.Schema != 1 {
				t.Errorf("the versions of %s are not 1, 2, 3 …", name)
			}
			event, err := returns.Decode(name, shape.Schema, shape.Payload)
			if err != nil {
				t.Errorf("version %d of %s: %v", shape.Schema, name, err)
				continue
			}
			_, _, payload, err := returns.Encode(event)
			if err != nil {
				t.Fatal(err)
			}
			if !holds(unmarshalled(t, payload), unmarshalled(t, shape.Payload)) {
				t.Errorf("version %d of %s\nis stored as %s\n and read as %s", shape.Schema, name, compact(t, shape.Payload), payload)
			}
			if i < len(versions)-1 {
				older++
			}
		}
	}
	if older == 0 {
		t.Error("no older version is kept")
	}
}

// holds reports whether a newer value says everything that an older one said.
func holds(newer, older any) bool {
	fields, object := older.(map[string]any)
	if !object {
		return reflect.DeepEqual(newer, older)
	}
	now, object := newer.(map[string]any)
	for name, field := range fields {
		if !object || !holds(now[name], field) {
			return false
		}
	}
	return object
}

func unmarshalled(t *testing.T, text []byte) any {
	t.Helper()
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	return value
}

func shapesFile() string { return filepath.Join("testdata", "events.json") }

func keptShapes(t *testing.T) map[returns.EventType][]storedShape {
	t.Helper()
	text, err := os.ReadFile(shapesFile())
	if err != nil {
		t.Fatal(err)
	}
	kept := map[returns.EventType][]storedShape{}
	if err := json.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}
	return kept
}

// recordShapes writes the newest version of every shape, and leaves the older ones
// as they are.
func recordShapes(t *testing.T, shapes map[returns.EventType]storedShape) {
	t.Helper()
	kept := keptShapes(t)
	for name, shape := range shapes {
		older := slices.DeleteFunc(kept[name], func(s storedShape) bool { return s.Schema >= shape.Schema })
		kept[name] = append(older, shape)
	}
	text, err := json.MarshalIndent(kept, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(shapesFile(), append(text, '\n'), 0o600); err != nil {
		t.Fatal(err)
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
