package cli

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"revient/app/desktop"
	"revient/app/text"
)

// grammar is every command. The words of its help are cli.help_<name>.
type grammar struct {
	Desktop windowCommand  `cmd:"" help:"${help_desktop}"`
	Kiosk   kioskCommand   `cmd:"" help:"${help_kiosk}"`
	Sandbox sandboxCommand `cmd:"" help:"${help_sandbox}"`
	Verify  verifyCommand  `cmd:"" help:"${help_verify}"`
	Backup  backupCommand  `cmd:"" help:"${help_backup}"`
	Restore restoreCommand `cmd:"" help:"${help_restore}"`
	Support supportCommand `cmd:"" help:"${help_support}"`
	Version versionCommand `cmd:"" help:"${help_version}"`
}

// defaultCommand is what the bare binary does: what it was built for.
func defaultCommand() string {
	if desktop.Available {
		return "desktop"
	}
	return "kiosk"
}

// options are how the command line is read and explained.
func (p *program) options(exit func(int)) []kong.Option {
	words := kong.Vars{"station_folder": stationFolder(), "demo_folder": demoFolder()}
	for key, sentence := range text.Catalogue(p.lang) {
		if name, ours := strings.CutPrefix(key, "cli."); ours && strings.HasPrefix(name, "help_") {
			// Kong reads "${…}" in the help; the sentences say {{…}} as everywhere.
			words[name] = strings.NewReplacer("{{station_folder}}", stationFolder(), "{{demo_folder}}", demoFolder(), "{{training_folder}}", trainingFolder()).Replace(sentence)
		}
	}
	return []kong.Option{
		kong.Name("revient"),
		kong.Description(text.T(p.lang, "cli.description", map[string]any{"default": defaultCommand()})),
		words,
		kong.Writers(p.out, p.err),
		kong.Exit(exit),
		kong.Help(p.help),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.ShortUsageOnError(),
	}
}

// help writes Kong's help with the headings in the person's language.
func (p *program) help(options kong.HelpOptions, ctx *kong.Context) error {
	var page bytes.Buffer
	to := ctx.Stdout
	ctx.Stdout = &page
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = to
	if err != nil {
		return fmt.Errorf("write help: %w", err)
	}
	words := func(name string) string { return text.T(p.lang, "cli.heading_"+name, nil) }
	named := strings.NewReplacer(
		"Usage:", words("usage"), "Arguments:", words("arguments"), "Flags:", words("flags"), "[flags]", words("options"), "Commands:", words("commands"),
		"Show context-sensitive help.", words("help"),
		`Run "revient <command> --help" for more information on a command.`, words("more"),
	)
	if _, err := io.WriteString(to, named.Replace(page.String())); err != nil {
		return fmt.Errorf("write help: %w", err)
	}
	return nil
}
