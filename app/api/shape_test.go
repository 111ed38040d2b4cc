package api_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"revient/app/api"
	"revient/app/fault"
)

// Whatever a screen sends, it gets a view or a fault that a person can read.
func TestNoMethodPanicsOnEmptyArguments(t *testing.T) {
	for name, made := range map[string]func(testing.TB) *desk{"before the assistant": newDesk, "on a station that is set up": newReadyDesk} {
		t.Run(name, func(t *testing.T) {
			d := made(t)
			for _, service := range d.api.Bound() {
				bound := reflect.ValueOf(service)
				for i := range bound.NumMethod() {
					what := bound.Type().Elem().Name() + "." + bound.Type().Method(i).Name
					method := bound.Method(i)
					arguments := []reflect.Value{}
					for j := range method.Type().NumIn() {
						arguments = append(arguments, reflect.Zero(method.Type().In(j)))
					}
					answers := method.Call(arguments)
					if err, failed := answers[len(answers)-1].Interface().(error); failed {
						d.speaks(what, err)
					} else if len(answers) > 1 {
						wholeLists(t, what, answers[0])
					}
				}
			}
		})
	}
}

// wholeLists expects every list and map of a view to be there, even when empty:
// the screens' types promise an array.
func wholeLists(t *testing.T, path string, value reflect.Value) {
	t.Helper()
	switch value.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !value.IsNil() {
			wholeLists(t, path, value.Elem())
		}
	case reflect.Struct:
		for i := range value.NumField() {
			wholeLists(t, path+"."+value.Type().Field(i).Name, value.Field(i))
		}
	case reflect.Slice:
		if value.IsNil() {
			t.Errorf("%s is null", path)
		}
		for i := range value.Len() {
			wholeLists(t, path+"[]", value.Index(i))
		}
	case reflect.Map:
		if value.IsNil() {
			t.Errorf("%s is null", path)
		}
	default:
	}
}

func TestEveryViewOfAWholeJobHasItsLists(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	wholeLists(t, "requested", reflect.ValueOf(view))
	view = d.decides(view)
	wholeLists(t, "deciding", reflect.ValueOf(view))
	view, err := d.cases.DecideFullRefund(command(), view.ID, api.RefundForm{Expected: view.Proposal.Total})
	d.must(err)
	wholeLists(t, "executing", reflect.ValueOf(view))
	parcel, err := d.cases.ReceiveUnknown(command(), api.ReceiveForm{})
	d.must(err)
	wholeLists(t, "unknown parcel", reflect.ValueOf(parcel))
	for name, read := range map[string]func() (any, error){
		"home":     func() (any, error) { return d.start.Home() },
		"sending":  func() (any, error) { return d.sending.View() },
		"settings": func() (any, error) { return d.settings.View() },
		"history":  func() (any, error) { return d.cases.History(view.ID) },
		"list":     func() (any, error) { return d.cases.List(api.ListFilter{Limit: 10}) },
		"search":   func() (any, error) { return d.cases.List(api.ListFilter{Text: "nobody of that name"}) },
		"scan":     func() (any, error) { return d.start.Scan("NOTHING") },
		"sales":    func() (any, error) { return d.cases.FindSales("1001") },
		"no sales": func() (any, error) { return d.cases.FindSales("") },
	} {
		shown, err := read()
		d.must(err)
		wholeLists(t, name, reflect.ValueOf(shown))
	}
}

func TestAnErrorCrossesAsOneLineOfJSON(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"with its field and arguments": {
			fault.New(fault.Invalid, "errors_station.check_value", fault.Args{"min": 1, "max": 2}).At("SMP-04"),
			`{"code":"invalid","key":"errors_station.check_value","args":{"max":2,"min":1},"field":"SMP-04"}`,
		},
		"without arguments":           {fault.New(fault.Conflict, "errors_api.no_way_out", nil), `{"code":"conflict","key":"errors_api.no_way_out","args":{},"field":""}`},
		"of no room":                  {errors.New("camille@example.com is broken"), `{"code":"internal","key":"errors.internal","args":{},"field":""}`},
		"with what JSON cannot write": {fault.New(fault.Invalid, "errors_api.scan", fault.Args{"f": func() {}}), `{"code":"internal","key":"errors.internal","args":{},"field":""}`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := api.FormatError(c.err); got != c.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestTheGeneratorSeesEveryServiceThatIsBound(t *testing.T) {
	d := newDesk(t)
	for i, service := range api.Services() {
		if reflect.TypeOf(service) != reflect.TypeOf(d.api.Bound()[i]) {
			t.Errorf("%T is bound as %T", service, d.api.Bound()[i])
		}
	}
}

func TestEveryFieldOfAViewIsNamedAsTheScreensReadIt(t *testing.T) {
	encoded, err := json.Marshal([]any{
		api.CaseView{}, api.Home{}, api.SyncView{}, api.SettingsView{}, api.Bootstrap{}, api.Page{}, api.ScanResult{}, api.HistoryEntry{}, api.Changed{},
		api.TeamView{}, api.PINView{}, api.ApprovedView{}, api.ShiftView{},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, capital := range "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
		if strings.Contains(string(encoded), `"`+string(capital)) {
			t.Errorf("a field begins with %c", capital)
		}
	}
}
