package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"revient/app/fault"
	"revient/app/store"
	"revient/app/text"
)

// verifyCommand reads everything in a data folder and compares it.
type verifyCommand struct {
	Data string `type:"path" default:"${station_folder}" placeholder:"${help_placeholder_folder}" help:"${help_flag_data_closed}"`
	JSON bool   `help:"${help_flag_json}"`
}

// verdict is what a program reads of a verification.
type verdict struct {
	OK        bool      `json:"ok"`
	Entries   int       `json:"entries"`
	Cases     int       `json:"cases"`
	Documents int       `json:"documents"`
	Photos    int       `json:"photos"`
	Findings  []finding `json:"findings"`
}

type finding struct {
	Where string         `json:"where"` // The row or the file.
	Key   string         `json:"key"`
	Args  map[string]any `json:"args"`
	Text  string         `json:"text"`
}

// Run implements the command. Findings end it with status 1.
func (c *verifyCommand) Run(ctx context.Context, p *program) error {
	dir, err := absolute(c.Data)
	if err != nil {
		return err
	}
	if !exists(filepath.Join(dir, store.FileName)) {
		return fault.New(fault.NotFound, "errors_cli.no_station", fault.Args{"folder": dir})
	}
	report, err := store.VerifyFolder(ctx, store.Options{Dir: dir})
	if err != nil {
		return err
	}
	if err := c.print(p, report); err != nil {
		return fmt.Errorf("say what was found: %w", err)
	}
	if !report.OK() {
		return errWrong
	}
	return nil
}

func (c *verifyCommand) print(p *program, report store.Verification) error {
	findings := []finding{}
	for _, found := range report.Findings {
		findings = append(findings, finding{Where: found.Where, Key: found.Key, Args: found.Args, Text: text.T(p.lang, found.Key, found.Args)})
	}
	if c.JSON {
		return json.NewEncoder(p.out).Encode(verdict{
			OK: report.OK(), Entries: report.Entries, Cases: report.Cases, Documents: report.Documents, Photos: report.Photos, Findings: findings,
		})
	}
	for _, found := range findings {
		if _, err := fmt.Fprintf(p.out, "%s: %s\n", found.Where, found.Text); err != nil {
			return err
		}
	}
	sentence := "cli.verified"
	if len(findings) > 0 {
		sentence = "cli.verified_wrong"
	}
	_, err := fmt.Fprintln(p.out, text.T(p.lang, sentence, map[string]any{
		"count": len(findings), "entries": report.Entries, "cases": report.Cases, "documents": report.Documents, "photos": report.Photos,
	}))
	return err
}
