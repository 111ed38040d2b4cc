package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is set when a release is built: -ldflags "-X revient/app/cli.release=1.2.0".
var release = "0.1.0"

// version is the release with the commit it was built from.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return release
	}
	commit, changed := "", ""
	for _, setting := range build.Settings {
		switch setting.Key {
		case "vcs.revision":
			commit = setting.Value
		case "vcs.modified":
			if setting.Value == "true" {
				changed = "+"
			}
		}
	}
	const short = 9
	if len(commit) < short {
		return release
	}
	return release + "-" + commit[:short] + changed
}

type versionCommand struct{}

// Run prints the version, and what it runs on.
func (versionCommand) Run(p *program) error {
	_, err := fmt.Fprintf(p.out, "revient %s %s %s/%s %s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, defaultCommand())
	return err
}
