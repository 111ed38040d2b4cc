package cli

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"revient/app/store"
)

// demo opens a demonstration, lets its pull end, and gives its address.
func demo(t *testing.T, dir string, more ...string) (*running, *http.Client) {
	t.Helper()
	r := start(t, append([]string{"kiosk", "--demo", "--data", dir}, more...)...)
	return r, browser(t, r.line["url"])
}

func TestTheDemonstrationIsReadyAndMarkedAsASample(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	r, client := demo(t, dir)
	if r.line["data"] != dir {
		t.Errorf("data in %s", r.line["data"])
	}
	status, view := call(t, client, r.line["url"], "Station/Bootstrap", "[]")
	if status != http.StatusOK || view["ready"] != true || view["sample"] != true || view["workshop"] != "Atelier Reprise" || view["prefix"] != "P03" {
		t.Errorf("%d %v", status, view)
	}
	r.stop()
	r.ends(t)
	again, client := demo(t, dir)
	if _, view := call(t, client, again.line["url"], "Station/Bootstrap", "[]"); view["ready"] != true {
		t.Errorf("the second time: %v", view)
	}
	again.stop()
	again.ends(t)
}

func TestASecondStationSaysWhoHoldsTheData(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	r, _ := demo(t, dir)
	for _, args := range [][]string{{"kiosk", "--demo", "--data", dir}, {"verify", "--data", dir}, {"backup", "--data", dir}} {
		status, out, words := run(t, args...)
		if status != failed || out != "" || !strings.Contains(words, dir) {
			t.Errorf("%v: %d %q %q", args, status, out, words)
		}
	}
	r.stop()
	r.ends(t)
}

func TestOnlyTheManagersPINOpensTheWayOut(t *testing.T) {
	r, client := demo(t, filepath.Join(t.TempDir(), "demo"))
	if status, refused := call(t, client, r.line["url"], "Station/Quit", `["1357"]`); status != http.StatusForbidden {
		t.Errorf("a wrong PIN: %d %v", status, refused)
	}
	if status, refused := call(t, client, r.line["url"], "Station/Quit", `["2580"]`); status >= http.StatusBadRequest {
		t.Errorf("the PIN: %d %v", status, refused)
	}
	r.ends(t)
}

func TestAStationAndItsBackupVerifyUntilAPageIsDamaged(t *testing.T) {
	home := t.TempDir()
	dir, copied, made := filepath.Join(home, "demo"), filepath.Join(home, "copy"), filepath.Join(home, "made")
	r, _ := demo(t, dir)
	r.stop()
	r.ends(t)

	if status, out, words := run(t, "verify", "--data", dir); status != done {
		t.Fatalf("verify: %d %s%s", status, out, words)
	}
	if status, _, words := run(t, "backup", "--data", dir, "--to", copied); status != done {
		t.Fatalf("backup: %d %s", status, words)
	}
	if status, _, words := run(t, "restore", copied, "--data", made); status != done {
		t.Fatalf("restore: %d %s", status, words)
	}
	if status, _, words := run(t, "restore", copied, "--data", made); status != failed || !strings.Contains(words, made) {
		t.Errorf("restore over a station: %d %s", status, words)
	}
	if status, out, words := run(t, "verify", "--data", made); status != done {
		t.Errorf("verify what was restored: %d %s%s", status, out, words)
	}
	if sample, err := markSample(made, false); !sample || err != nil {
		t.Errorf("what was restored is no sample any more: %v", err)
	}
	damage(t, filepath.Join(made, "cases.db"))
	status, out, words := run(t, "verify", "--data", made, "--json")
	var report verdict
	if status != failed {
		t.Errorf("verify what was damaged: %d %s%s", status, out, words)
	} else if out != "" {
		if err := json.Unmarshal([]byte(out), &report); err != nil || report.OK || len(report.Findings) == 0 {
			t.Errorf("the report: %v %s", err, out)
		}
	}
}

// damage changes a page in the middle of a file.
func damage(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	for i := len(raw) / 2; i < len(raw)/2+page; i++ {
		raw[i] ^= 0x55
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestARestoreMixesNoSampleWithAWorkshop(t *testing.T) {
	made, copied := filepath.Join(t.TempDir(), "demo"), filepath.Join(t.TempDir(), "copy")
	running := start(t, "kiosk", "--demo", "--listen", "127.0.0.1:0", "--data", made)
	running.stop()
	running.ends(t)
	if status, _, words := run(t, "backup", "--data", made, "--to", copied); status != done {
		t.Fatalf("backup: %d %s", status, words)
	}
	workshop := filepath.Join(t.TempDir(), "workshop")
	keep := func(name string) {
		if err := errors.Join(os.MkdirAll(workshop, 0o700), os.WriteFile(filepath.Join(workshop, name), []byte("1\n"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	keep("epoch") // What a workshop's lost database left behind.
	if status, _, words := run(t, "restore", copied, "--data", workshop); status != failed || !strings.Contains(words, "sample") {
		t.Errorf("a sample into a workshop's folder: %d %s", status, words)
	}
	if exists(filepath.Join(workshop, sampleMark)) || exists(filepath.Join(workshop, store.FileName)) {
		t.Error("the workshop's folder was touched")
	}
	if err := os.Remove(filepath.Join(copied, sampleMark)); err != nil {
		t.Fatal(err)
	}
	keep(sampleMark)
	if status, _, words := run(t, "restore", copied, "--data", workshop); status != failed || !strings.Contains(words, "sample") {
		t.Errorf("a workshop's backup into a sample's folder: %d %s", status, words)
	}
}

func TestARestoreThatFailsLeavesNoMark(t *testing.T) {
	backup, made := t.TempDir(), filepath.Join(t.TempDir(), "made")
	if err := errors.Join(os.WriteFile(filepath.Join(backup, sampleMark), nil, 0o600), os.WriteFile(filepath.Join(backup, store.FileName), []byte("no database"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := run(t, "restore", backup, "--data", made); status != failed {
		t.Errorf("restore of no database: %d", status)
	}
	if exists(filepath.Join(made, sampleMark)) {
		t.Error("the mark of a sample stayed without one")
	}
}

func TestASupportBundleHoldsTheLogAndTheCountsAndNothingElse(t *testing.T) {
	home := t.TempDir()
	dir, to := filepath.Join(home, "demo"), filepath.Join(home, "bundle.zip")
	r, _ := demo(t, dir)
	r.stop()
	r.ends(t)
	if status, _, words := run(t, "support", "--data", dir, "--to", to); status != done {
		t.Fatalf("%d %s", status, words)
	}
	bundle, err := zip.OpenReader(to)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = bundle.Close() }()
	names := []string{}
	for _, file := range bundle.File {
		names = append(names, file.Name)
		content := unpacked(t, file)
		if strings.Contains(content, "@") || strings.Contains(content, "token") {
			t.Errorf("%s holds what it should not: %s", file.Name, content)
		}
	}
	if got := strings.Join(names, " "); got != "state.json logs/revient.log" {
		t.Errorf("the bundle holds %s", got)
	}
	if status, _, words := run(t, "support", "--data", dir, "--to", to); status != failed || !strings.Contains(words, to) {
		t.Errorf("over a bundle: %d %s", status, words)
	}
}

func unpacked(t *testing.T, file *zip.File) string {
	t.Helper()
	content, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = content.Close() }()
	raw, err := io.ReadAll(content)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestTheLogIsItsOwnersAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	r, _ := demo(t, dir)
	r.stop()
	r.ends(t)
	about, err := os.Stat(filepath.Join(dir, logFile))
	if err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", about, err)
	}
}

func TestASandboxOfItsOwnIsReachedByItsAddressAndToken(t *testing.T) {
	sandbox := start(t, "sandbox", "--token", "for-the-test")
	if sandbox.line["token"] != "for-the-test" {
		t.Errorf("token %s", sandbox.line["token"])
	}
	dir := filepath.Join(t.TempDir(), "demo")
	r, client := demo(t, dir, "--sandbox", sandbox.line["url"], "--sandbox-token", sandbox.line["token"])
	if _, view := call(t, client, r.line["url"], "Settings/View", "[]"); view["account"].(map[string]any)["baseUrl"] != sandbox.line["url"] {
		t.Errorf("the account leads to %v", view["account"])
	}
	if _, err := os.Stat(filepath.Join(dir, "sandbox")); !os.IsNotExist(err) {
		t.Errorf("the built-in sandbox was started: %v", err)
	}
	r.stop()
	r.ends(t)
	sandbox.stop()
	sandbox.ends(t)
}

func TestADemonstrationDoesNotOpenInAWorkshopsFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "station")
	r := start(t, "kiosk", "--data", dir)
	client := browser(t, r.line["url"])
	if _, view := call(t, client, r.line["url"], "Station/Bootstrap", "[]"); view["ready"] != false || view["sample"] != false {
		t.Errorf("a new station: %v", view)
	}
	form := `[{"environment":"sandbox","token":"","company":"","contact":""}]`
	if status, refused := call(t, client, r.line["url"], "Setup/CheckAccount", form); status < http.StatusBadRequest {
		t.Errorf("a sandbox for a workshop: %d %v", status, refused)
	}
	r.stop()
	r.ends(t)
	if status, _, words := run(t, "kiosk", "--demo", "--data", dir); status != failed || !strings.Contains(words, dir) {
		t.Errorf("%d %s", status, words)
	}
}

func TestATokenIsReadOnTheMachineThatKeptIt(t *testing.T) {
	dir := t.TempDir()
	here := tokens{dir: dir, machine: func() (string, error) { return "here", nil }}
	there := tokens{dir: dir, machine: func() (string, error) { return "there", nil }}
	if token, err := here.read("backmarket-production"); token != "" || err != nil {
		t.Errorf("before: %q %v", token, err)
	}
	for _, token := range []string{"first", "second"} {
		if err := here.write("backmarket-production", token); err != nil {
			t.Fatal(err)
		}
		if got, err := here.read("backmarket-production"); got != token || err != nil {
			t.Errorf("%q %v", got, err)
		}
	}
	if token, err := there.read("backmarket-production"); token != "" || err == nil {
		t.Errorf("elsewhere: %q %v", token, err)
	}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if about, statErr := entry.Info(); statErr != nil || about.Mode().Perm() != 0o600 || strings.Contains(string(raw), "second") {
			t.Errorf("%s: %v %v", path, about, statErr)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
