package returns_test

import (
	"reflect"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
)

// A screen may send half a command, and a station may know half of the facts: the
// answer is a fault or events, never a panic.
func TestDecideNeverPanics(t *testing.T) {
	samples := oneOfEachStage(t)
	samples["absorbed"] = absorbed().folded()
	samples["held"] = executing().and(onHold("doubt")).folded()
	samples["asked"] = asked().folded()
	samples["filled"] = filled[returns.Case]()
	for _, stage := range returns.Stages() {
		samples["bare "+stage] = returns.Case{Stage: stage}
	}
	for _, entry := range admittedIn {
		full := reflect.New(reflect.TypeOf(entry.command)).Elem()
		fill(full, "command")
		for name, c := range samples {
			for _, cmd := range []returns.Command{entry.command, full.Interface().(returns.Command)} {
				for _, f := range []returns.Facts{{}, facts(byAManager), filled[returns.Facts]()} {
					events, err := returns.Decide(c, cmd, f)
					if err != nil && fault.CodeOf(err) == fault.Internal {
						t.Errorf("%s in %s is answered with no sentence: %v", cmd.Name(), name, err)
					}
					returns.Fold(c, events...)
				}
			}
		}
	}
}

func TestEveryCommandHasItsOwnName(t *testing.T) {
	for _, entry := range admittedIn {
		if want := reflect.TypeOf(entry.command).Name(); entry.command.Name() != want {
			t.Errorf("%s calls itself %s", want, entry.command.Name())
		}
	}
}
