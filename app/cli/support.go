package cli

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"revient/app/fault"
	"revient/app/store"
)

// supportCommand packs what helps to find a defect: logs, versions and counts. It
// holds no personal data, because the log holds none and nothing else is read.
type supportCommand struct {
	Data string `type:"path" default:"${station_folder}" placeholder:"${help_placeholder_folder}" help:"${help_flag_data}"`
	To   string `type:"path" placeholder:"${help_placeholder_file}" help:"${help_flag_support_to}"`
}

// support is what the bundle says besides the logs.
type support struct {
	Version string            `json:"version"`
	Go      string            `json:"go"`
	System  string            `json:"system"`
	At      time.Time         `json:"at"`
	Files   map[string]int64  `json:"files"`             // Bytes of the data folder's own files, by name.
	Checked *verdict          `json:"checked,omitempty"` // Without what was found: see Wrong.
	Wrong   map[string]string `json:"wrong,omitempty"`   // Message key of each finding, by row.
	Problem string            `json:"problem,omitempty"` // Why the data could not be checked.
}

// Run implements the command.
func (c *supportCommand) Run(ctx context.Context, p *program) (err error) {
	dir, err := absolute(c.Data)
	if err != nil {
		return err
	}
	if !exists(dir) {
		return fault.New(fault.NotFound, "errors_cli.no_station", fault.Args{"folder": dir})
	}
	to := c.To
	if to == "" {
		to = "revient-support-" + time.Now().Format("20060102-150405") + ".zip"
	}
	file, err := os.OpenFile(filepath.Clean(to), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "errors_cli.support_file", fault.Args{"file": to})
	}
	bundle := zip.NewWriter(file)
	err = errors.Join(addState(ctx, bundle, dir), addLogs(bundle, dir), bundle.Close(), file.Close())
	if err != nil {
		return fmt.Errorf("write support bundle: %w", err)
	}
	p.say("cli.supported", map[string]any{"file": to})
	return nil
}

func addState(ctx context.Context, bundle *zip.Writer, dir string) error {
	state := support{
		Version: version(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, At: time.Now().UTC(), Files: map[string]int64{},
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("list data folder: %w", err)
	}
	for _, entry := range entries {
		if about, err := entry.Info(); err == nil && about.Mode().IsRegular() {
			state.Files[entry.Name()] = about.Size()
		}
	}
	report, err := store.VerifyFolder(ctx, store.Options{Dir: dir})
	if err != nil {
		state.Problem = fault.Of(err).Key
	} else {
		state.Checked = &verdict{OK: report.OK(), Entries: report.Entries, Cases: report.Cases, Documents: report.Documents, Photos: report.Photos}
		state.Wrong = map[string]string{}
		for _, found := range report.Findings {
			state.Wrong[found.Where] = found.Key
		}
	}
	to, err := bundle.Create("state.json")
	if err != nil {
		return fmt.Errorf("add state: %w", err)
	}
	encoder := json.NewEncoder(to)
	encoder.SetIndent("", "  ")
	return encoder.Encode(state)
}

func addLogs(bundle *zip.Writer, dir string) error {
	logs, err := filepath.Glob(filepath.Join(dir, filepath.Dir(logFile), "*.log"))
	if err != nil {
		return fmt.Errorf("list logs: %w", err)
	}
	for _, path := range logs {
		if err := addFile(bundle, path); err != nil {
			return fmt.Errorf("add log: %w", err)
		}
	}
	return nil
}

func addFile(bundle *zip.Writer, path string) (err error) {
	from, err := os.Open(filepath.Clean(path))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	to, err := bundle.Create(filepath.ToSlash(filepath.Join("logs", filepath.Base(path))))
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}
