package cli

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"revient/app/fault"
	"revient/app/store"
)

// backupCommand copies a data folder that no station has open; a running station
// backs itself up.
type backupCommand struct {
	Data string `type:"path" default:"${station_folder}" placeholder:"${help_placeholder_folder}" help:"${help_flag_data_closed}"`
	To   string `type:"path" placeholder:"${help_placeholder_folder}" help:"${help_flag_backup_to}"`
}

// Run implements the command.
func (c *backupCommand) Run(ctx context.Context, p *program) (err error) {
	dir, err := absolute(c.Data)
	if err != nil {
		return err
	}
	if !exists(filepath.Join(dir, store.FileName)) {
		return fault.New(fault.NotFound, "errors_cli.no_station", fault.Args{"folder": dir})
	}
	db, err := store.Open(ctx, store.Options{Dir: dir})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	to := c.To
	if to == "" {
		to = dir + "-" + time.Now().Format("20060102-150405")
	}
	report, err := db.Backup(ctx, to)
	if err != nil {
		return err
	}
	if err := carryMarks(dir, to); err != nil {
		return err
	}
	p.say("cli.backed_up", map[string]any{"folder": report.Path, "entries": report.Contents.Rows["journal"], "photos": report.Photos})
	return nil
}

// restoreCommand makes a data folder from a backup.
type restoreCommand struct {
	Backup string `arg:"" type:"path" help:"${help_flag_backup}"`
	Data   string `type:"path" default:"${station_folder}" placeholder:"${help_placeholder_folder}" help:"${help_flag_restore_to}"`
}

// Run implements the command.
func (c *restoreCommand) Run(ctx context.Context, p *program) error {
	dir, err := absolute(c.Data)
	if err != nil {
		return err
	}
	undo, err := markRestored(c.Backup, dir)
	if err != nil {
		return err
	}
	report, err := store.Restore(ctx, c.Backup, dir)
	if err != nil {
		return errors.Join(err, undo())
	}
	p.say("cli.restored", map[string]any{
		"folder": report.Path, "entries": report.Contents.Rows["journal"], "photos": report.Photos, "epoch": report.Contents.Station.Epoch,
	})
	return nil
}
