// Command gotests reads what "go test -json" says, shows it as people read it,
// and writes down how many tests passed and failed. It must hide no output of a
// test that failed.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// event is one line of go test -json. See "go doc test2json".
type event struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64
}

// counts are tests, subtests included. A skipped test counts as failed.
type counts struct{ passed, failed int }

func main() {
	to := flag.String("counts", "", "file to which \"passed failed\" is written")
	flag.Parse()
	counted, err := show(os.Stdin, os.Stdout)
	if err == nil && *to != "" {
		err = os.WriteFile(*to, fmt.Appendf(nil, "%d %d\n", counted.passed, counted.failed), 0o600)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if counted.failed > 0 {
		os.Exit(1)
	}
}

// show prints a line for each package, and all output of what failed. A package
// that does not build, or ends in the middle, counts as one failed test.
func show(from io.Reader, to io.Writer) (counted counts, err error) {
	outputs := map[string]*strings.Builder{}
	failedIn := map[string]int{}
	lines := bufio.NewScanner(from)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Fprintln(to, lines.Text()) // A message of the go command itself.
			continue
		}
		key := e.Package + " " + e.Test
		switch {
		case e.Action == "output" || e.Action == "build-output":
			if outputs[key] == nil {
				outputs[key] = &strings.Builder{}
			}
			outputs[key].WriteString(e.Output)
		case e.Action == "pass" && e.Test != "":
			counted.passed++
			delete(outputs, key)
		case e.Action == "skip" && e.Test != "":
			counted.failed++ // It has shown nothing.
			failedIn[e.Package]++
			fmt.Fprintf(to, "SKIP %s\n", key)
		case e.Action == "fail" && e.Test != "":
			counted.failed++
			failedIn[e.Package]++
			printAll(to, outputs[key])
		case e.Action == "build-fail":
			printAll(to, outputs[key])
		case e.Action == "pass":
			fmt.Fprintf(to, "ok   %s %.1fs\n", e.Package, e.Elapsed)
		case e.Action == "fail":
			if failedIn[e.Package] == 0 {
				counted.failed++
			}
			printAll(to, outputs[key])
			fmt.Fprintf(to, "FAIL %s %.1fs\n", e.Package, e.Elapsed)
		}
	}
	if err := lines.Err(); err != nil {
		return counted, fmt.Errorf("read go test -json: %w", err)
	}
	return counted, nil
}

func printAll(to io.Writer, output *strings.Builder) {
	if output != nil {
		fmt.Fprint(to, output.String())
	}
}
