package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"revient/app/text"
)

// run runs a command line that ends by itself.
func run(t *testing.T, args ...string) (status int, out, words string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := &program{screens: screens(), lang: text.English, out: &stdout, err: &stderr}
	status = p.run(t.Context(), args)
	return status, stdout.String(), stderr.String()
}

func screens() fs.FS {
	return fstest.MapFS{"index.html": {Data: []byte(`<html><head></head><body></body></html>`)}}
}

// buffer takes what a running program says, from any goroutine.
type buffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// running is a command that goes on until it is told to stop.
type running struct {
	line   map[string]string // Its one line.
	words  *buffer
	status chan int
	stop   context.CancelFunc
	rest   chan string // What came after the line, once it ended.
}

func start(t *testing.T, args ...string) *running {
	t.Helper()
	from, to := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	r := &running{words: &buffer{}, status: make(chan int, 1), stop: stop, rest: make(chan string, 1)}
	p := &program{screens: screens(), lang: text.English, out: to, err: r.words}
	go func() {
		status := p.run(ctx, args)
		_ = to.Close()
		r.status <- status
	}()
	reader := bufio.NewReader(from)
	first, err := reader.ReadBytes('\n')
	if err != nil {
		t.Fatalf("%v: no first line (%v): %s", args, err, r.words)
	}
	go func() {
		rest, _ := io.ReadAll(reader) // A pipe that is closed ends without an error.
		r.rest <- string(rest)
	}()
	if err := json.Unmarshal(first, &r.line); err != nil {
		t.Fatalf("%v: first line %q: %v", args, first, err)
	}
	t.Cleanup(stop)
	return r
}

// ends waits for the end, and expects it to be a good one without another line.
func (r *running) ends(t *testing.T) {
	t.Helper()
	if status := <-r.status; status != done {
		t.Errorf("ended with %d: %s", status, r.words)
	}
	if rest := <-r.rest; rest != "" {
		t.Errorf("said more than one line: %q", rest)
	}
}

// browser is what a person opens the address with.
func browser(t *testing.T, address string) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	answer, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("the address answers %s", answer.Status)
	}
	return client
}

// call calls a method of a service as the screens do.
func call(t *testing.T, client *http.Client, address, method, args string) (status int, result map[string]any) {
	t.Helper()
	at, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	origin := "http://" + at.Host
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, origin+"/rpc/"+method, strings.NewReader(args))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Origin", origin)
	request.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	if len(bytes.TrimSpace(raw)) > 0 && raw[0] == '{' {
		if err := json.Unmarshal(raw, &result); err != nil {
			t.Fatalf("%s: %s: %v", method, raw, err)
		}
	}
	return answer.StatusCode, result
}

func TestTheHelpIsInThePersonsLanguage(t *testing.T) {
	for lang, want := range map[text.Language][]string{
		text.French:  {"Utilisation", "Commandes", "Ouvre le poste dans sa fenêtre", "Affiche cette aide"},
		text.English: {"Usage:", "Commands:", "Open the station in its window", "Show this help"},
	} {
		var out, words bytes.Buffer
		p := &program{screens: screens(), lang: lang, out: &out, err: &words}
		if status := p.run(t.Context(), []string{"--help"}); status != done {
			t.Errorf("%s: status %d", lang, status)
		}
		for _, sentence := range want {
			if !strings.Contains(out.String(), sentence) {
				t.Errorf("%s: no %q in %s", lang, sentence, out.String())
			}
		}
	}
}

func TestEveryCommandExplainsEveryFlag(t *testing.T) {
	for _, command := range []string{"desktop", "kiosk", "sandbox", "verify", "backup", "restore", "support", "version"} {
		status, out, words := run(t, command, "--help")
		if status != done || strings.Contains(out, "${") || strings.Contains(out, "{{") || strings.Contains(out, "cli.") {
			t.Errorf("%s --help: %d\n%s%s", command, status, out, words)
		}
	}
}

func TestALineThatCannotBeUnderstoodIsSaidSo(t *testing.T) {
	for name, args := range map[string][]string{
		"an unknown command": {"nonsense"},
		"an unknown flag":    {"kiosk", "--nonsense"},
		"a missing argument": {"restore"},
	} {
		status, out, words := run(t, args...)
		if status != misused || out != "" || !strings.Contains(words, "revient --help") {
			t.Errorf("%s: %d %q %q", name, status, out, words)
		}
	}
}

func TestAFolderWithoutAStationIsSaidSo(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "absent")
	for _, args := range [][]string{
		{"verify", "--data", nowhere}, {"backup", "--data", nowhere}, {"support", "--data", nowhere}, {"restore", nowhere, "--data", nowhere},
	} {
		status, out, words := run(t, args...)
		if status != failed || out != "" || !strings.Contains(words, nowhere) || strings.Contains(words, "permissions") {
			t.Errorf("%v: %d %q %q", args, status, out, words)
		}
	}
	if exists(nowhere) {
		t.Error("looking for a station made a folder")
	}
}

func TestAnAddressThatOthersCanReachIsNotAnnounced(t *testing.T) {
	status, out, words := run(t, "kiosk", "--listen", "0.0.0.0:0", "--data", t.TempDir())
	if status != failed || out != "" || !strings.Contains(words, "127.0.0.1") {
		t.Errorf("%d %q %q", status, out, words)
	}
}

func TestTheLanguageIsTheLocales(t *testing.T) {
	for name, test := range map[string]struct {
		environment map[string]string
		want        text.Language
	}{
		"French":                       {map[string]string{"LANG": "fr_FR.UTF-8"}, text.French},
		"English":                      {map[string]string{"LANG": "en_GB.UTF-8"}, text.English},
		"none":                         {nil, text.French},
		"no language at all":           {map[string]string{"LANG": "C.UTF-8"}, text.French},
		"all goes before the language": {map[string]string{"LANG": "fr_FR", "LC_ALL": "en_GB"}, text.English},
	} {
		if got := machineLanguage(func(key string) string { return test.environment[key] }); got != test.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
