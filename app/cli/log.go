package cli

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"time"

	"gopkg.in/natefinch/lumberjack.v2"

	"revient/app/fault"
)

// logFile is the log's path below the data folder.
var logFile = filepath.Join("logs", "revient.log")

// openLog writes a station's log into its data folder, and what needs a person on
// the standard error as well. The file is the owner's alone, and five of five
// megabytes are kept.
func openLog(dir string, people io.Writer) (log *slog.Logger, release io.Closer) {
	const megabytes, backups = 5, 4
	file := &lumberjack.Logger{Filename: filepath.Join(dir, logFile), MaxSize: megabytes, MaxBackups: backups}
	return slog.New(both{
		slog.NewJSONHandler(file, &slog.HandlerOptions{Level: slog.LevelInfo}),
		slog.NewTextHandler(people, &slog.HandlerOptions{Level: slog.LevelWarn}),
	}), file
}

// both writes a record in two places.
type both struct{ file, people slog.Handler }

// Enabled implements slog.Handler.
func (b both) Enabled(ctx context.Context, level slog.Level) bool {
	return b.file.Enabled(ctx, level) || b.people.Enabled(ctx, level)
}

// Handle implements slog.Handler.
func (b both) Handle(ctx context.Context, record slog.Record) error {
	var failures [2]error
	for i, handler := range []slog.Handler{b.file, b.people} {
		if handler.Enabled(ctx, record.Level) {
			failures[i] = handler.Handle(ctx, record.Clone())
		}
	}
	return errors.Join(failures[:]...)
}

// WithAttrs implements slog.Handler.
func (b both) WithAttrs(attrs []slog.Attr) slog.Handler {
	return both{b.file.WithAttrs(attrs), b.people.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (b both) WithGroup(name string) slog.Handler {
	return both{b.file.WithGroup(name), b.people.WithGroup(name)}
}

// checkLog finds out at the start whether the log can be written.
func checkLog(log *slog.Logger, dir string) error {
	record := slog.NewRecord(time.Now(), slog.LevelInfo, "revient starts", 0)
	record.AddAttrs(slog.String("version", version()))
	if err := log.Handler().Handle(context.Background(), record); err != nil {
		return fault.Wrap(err, fault.Unavailable, "errors_store.folder_unwritable", fault.Args{"folder": dir})
	}
	return nil
}
