package cli

import (
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestATrainingHasNumbersAndAClockOfItsOwn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "training")
	r := start(t, "kiosk", "--training", "--clock", "2026-11-23T09:00:00+01:00", "--data", dir)
	client := browser(t, r.line["url"])
	_, view := call(t, client, r.line["url"], "Station/Bootstrap", "[]")
	if view["training"] != true || view["ready"] != true || view["sample"] != true || view["prefix"] != trainingPrefix {
		t.Errorf("a training: %v", view)
	}
	within(t, view["now"], time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC))

	_, view = call(t, client, r.line["url"], "Station/SetClock", `["2025-11-23T10:30"]`)
	within(t, view["now"], time.Date(2025, 11, 23, 9, 30, 0, 0, time.UTC)) // On the workshop's clock.
	if status, refused := call(t, client, r.line["url"], "Station/SetClock", `["tomorrow"]`); status != http.StatusBadRequest || refused["key"] != "errors_api.clock" {
		t.Errorf("a clock set to nothing: %d %v", status, refused)
	}
	r.stop()
	r.ends(t)

	// It goes on from there, without being told that it is a training.
	r = start(t, "kiosk", "--data", dir)
	client = browser(t, r.line["url"])
	_, view = call(t, client, r.line["url"], "Station/Bootstrap", "[]")
	if view["training"] != true || view["prefix"] != trainingPrefix {
		t.Errorf("after a restart: %v", view)
	}
	within(t, view["now"], time.Date(2025, 11, 23, 9, 30, 0, 0, time.UTC))
	_, view = call(t, client, r.line["url"], "Station/SetClock", `[""]`)
	within(t, view["now"], time.Now())
	r.stop()
	r.ends(t)
}

// within expects an instant to be one, give or take what a slow machine needs.
func within(t *testing.T, said any, want time.Time) {
	t.Helper()
	written, _ := said.(string)
	at, err := time.Parse(time.RFC3339Nano, written)
	if late := at.Sub(want); err != nil || late < -time.Second || late > 5*time.Minute {
		t.Errorf("the clock says %v, want %v (%v)", said, want, err)
	}
}

func TestARealFolderIsNoTrainingAndItsClockIsNotSet(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "station")
	r := start(t, "kiosk", "--data", dir)
	client := browser(t, r.line["url"])
	if status, refused := call(t, client, r.line["url"], "Station/SetClock", `["2025-11-23T10:30"]`); status != http.StatusConflict || refused["key"] != "errors_api.no_training" {
		t.Errorf("setting a real clock: %d %v", status, refused)
	}
	r.stop()
	r.ends(t)
	if status, _, words := run(t, "kiosk", "--training", "--data", dir); status != failed || !strings.Contains(words, dir) {
		t.Errorf("a training in a real folder: %d %s", status, words)
	}
	if _, err := os.Stat(filepath.Join(dir, trainingMark)); !os.IsNotExist(err) {
		t.Errorf("the real folder was marked: %v", err)
	}
}

func TestWhatIsRestoredFromATrainingIsOne(t *testing.T) {
	home := t.TempDir()
	dir, copied, made := filepath.Join(home, "training"), filepath.Join(home, "copy"), filepath.Join(home, "made")
	r := start(t, "kiosk", "--training", "--clock", "2025-11-23T09:00:00+01:00", "--data", dir)
	r.stop()
	r.ends(t)
	if status, _, words := run(t, "backup", "--data", dir, "--to", copied); status != done {
		t.Fatalf("backup: %d %s", status, words)
	}
	if status, _, words := run(t, "restore", copied, "--data", made); status != done {
		t.Fatalf("restore: %d %s", status, words)
	}
	clock, err := openTraining(made, false, time.Time{})
	if err != nil || clock == nil || clock.Now().Year() != 2025 {
		t.Errorf("what was restored has the clock %v, %v", clock, err)
	}
}

func TestADemonstrationsFolderIsNoTrainingEither(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	r, _ := demo(t, dir)
	r.stop()
	r.ends(t)
	if status, _, words := run(t, "kiosk", "--training", "--data", dir); status != failed || !strings.Contains(words, dir) {
		t.Errorf("%d %s", status, words)
	}
}

func TestAClockIsGivenToATrainingOnlyAndIsAMoment(t *testing.T) {
	for _, test := range []struct {
		name string
		args []string
		says string
	}{
		{"without a training", []string{"kiosk", "--clock", "2026-11-23T09:00:00+01:00"}, "--training"},
		{"that is no moment", []string{"kiosk", "--training", "--clock", "tomorrow"}, "tomorrow"},
	} {
		t.Run(test.name, func(t *testing.T) {
			args := append(slices.Clone(test.args), "--data", filepath.Join(t.TempDir(), "training"))
			if status, _, words := run(t, args...); status != failed || !strings.Contains(words, test.says) {
				t.Errorf("%d %s", status, words)
			}
		})
	}
}

func TestATrainingsClockRunsOnAndIsKept(t *testing.T) {
	dir := t.TempDir()
	started := time.Now()
	clock, err := openTraining(dir, true, started.AddDate(-1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	first, second := clock.Now(), clock.Now()
	if second.Before(first) || first.Sub(started.AddDate(-1, 0, 0)) > time.Minute {
		t.Errorf("it says %v, then %v", first, second)
	}
	again, err := openTraining(dir, false, time.Time{})
	if err != nil || again == nil || again.kept != clock.kept {
		t.Errorf("read again: %+v %v", again, err)
	}
	if err := os.WriteFile(filepath.Join(dir, trainingMark), []byte("no clock"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := openTraining(dir, false, time.Time{}); err == nil {
		t.Error("a broken clock was read")
	}
	if none, err := openTraining(t.TempDir(), false, time.Time{}); none != nil || err != nil {
		t.Errorf("an ordinary folder: %v %v", none, err)
	}
}
