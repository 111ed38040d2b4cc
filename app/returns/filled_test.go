package returns_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"revient/app/returns"
)

// filled sets every field of a value, however deep, to something that is not its
// zero: a text to its own name, a list or a map to one element. A field that is
// added later is filled too, so no test that stands on it can forget one.
func filled[T any]() T {
	var value T
	fill(reflect.ValueOf(&value).Elem(), "value")
	return value
}

func fill(v reflect.Value, name string) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(morning))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(name)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(len(name)))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), name)
	case reflect.Map:
		key, element := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, name)
		fill(element, name)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, element)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), v.Type().Field(i).Name)
		}
	default:
		panic(fmt.Sprintf("%s: no way to fill a %s", name, v.Type()))
	}
}

// everyEvent is one filled event of each kind.
func everyEvent(t testing.TB) map[returns.EventType]returns.Event {
	t.Helper()
	samples := map[returns.EventType]returns.Event{}
	for _, name := range returns.EventTypes() {
		blank, err := returns.Decode(name, 1, []byte("{}"))
		if err != nil {
			t.Fatalf("%s has no first version: %v", name, err)
		}
		event := reflect.New(reflect.TypeOf(blank)).Elem()
		fill(event, string(name))
		samples[name] = event.Interface().(returns.Event)
	}
	return samples
}

// written is how a value looks in the journal.
func written(t interface {
	Helper()
	Fatal(args ...any)
}, v any,
) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
