// Package cli is what can be said to Revient on a command line. It puts the rooms
// of the house together, for one command each, and takes them apart again when a
// signal comes.
//
// It must hold no rule of the station. What a program reads goes to the standard
// output, one line of JSON; what a person reads goes to the standard error, in
// French or English as the machine's locale says.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"revient/app/api"
	"revient/app/desktop"
	"revient/app/fault"
	"revient/app/text"
)

// The status with which the process ends.
const (
	done    = 0
	failed  = 1 // The command could not do it, or found something wrong.
	misused = 2 // The command line cannot be understood.
)

// program is one run of the binary.
type program struct {
	screens fs.FS // The built frontend.
	lang    text.Language
	out     io.Writer // For programs.
	err     io.Writer // For people.
}

// Main runs the process's own command line and returns its exit status. embedded
// holds the frontend under frontend/dist.
func Main(embedded fs.FS) int {
	if desktop.Generating {
		if err := desktop.Generate(api.Services()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return failed
		}
		return done
	}
	screens, err := fs.Sub(embedded, "frontend/dist")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return failed
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &program{screens: screens, lang: machineLanguage(os.Getenv), out: os.Stdout, err: os.Stderr}
	return p.run(ctx, os.Args[1:])
}

// run does what a command line says.
func (p *program) run(ctx context.Context, args []string) (status int) {
	ended := -1
	parser, err := kong.New(&grammar{}, p.options(func(code int) { ended = code })...)
	if err != nil {
		return p.fail(err)
	}
	if len(args) == 0 {
		args = []string{defaultCommand()}
	}
	command, err := parser.Parse(args)
	if ended >= 0 { // Help was asked for and given.
		return ended
	}
	if err != nil {
		p.say("cli.misused", map[string]any{"message": err.Error()})
		return misused
	}
	command.BindTo(ctx, (*context.Context)(nil))
	command.Bind(p)
	if err := command.Run(); err != nil {
		return p.fail(err)
	}
	return done
}

// errWrong ends a command that has already said what is wrong.
var errWrong = errors.New("something is wrong")

// fail says what went wrong, in words where somebody wrote them.
func (p *program) fail(err error) int {
	if errors.Is(err, errWrong) {
		return failed
	}
	broken := fault.Of(err)
	p.say(broken.Key, broken.Args)
	if broken.Code == fault.Internal {
		fmt.Fprintf(p.err, "  %v\n", err)
	}
	return failed
}

// say writes a sentence for a person.
func (p *program) say(key string, args map[string]any) {
	fmt.Fprintln(p.err, text.T(p.lang, key, args))
}

// machineLanguage is the language of the locale that the environment names. A
// machine that names none, or the locale of no language, is spoken to in French,
// as the station's screens are until somebody chooses.
func machineLanguage(environment func(string) string) text.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := environment(name)
		if locale == "" {
			continue
		}
		if base, _, _ := strings.Cut(locale, "."); base == "C" || base == "POSIX" {
			return text.French
		}
		return text.ForCountry(locale)
	}
	return text.French
}
