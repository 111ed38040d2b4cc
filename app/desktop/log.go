package desktop

import (
	"log/slog"
	"os"
	"strings"
)

// wailsLog writes what Wails says into the station's log. Wails quotes the calls
// of the page when something is wrong with them, and those hold names and
// messages: only the words before the first quotation are kept.
type wailsLog struct{ log *slog.Logger }

// Print implements logger.Logger.
func (l wailsLog) Print(message string) { l.Debug(message) }

// Trace implements logger.Logger. Every call of the page comes by here: none is kept.
func (l wailsLog) Trace(string) {}

// Debug implements logger.Logger. Every call of the page comes by here: none is kept.
func (l wailsLog) Debug(string) {}

// Info implements logger.Logger.
func (l wailsLog) Info(message string) { l.log.Info("window", "message", unquoted(message)) }

// Warning implements logger.Logger.
func (l wailsLog) Warning(message string) { l.log.Warn("window", "message", unquoted(message)) }

// Error implements logger.Logger.
func (l wailsLog) Error(message string) { l.log.Error("window", "message", unquoted(message)) }

// Fatal implements logger.Logger, which asks it to end the program.
func (l wailsLog) Fatal(message string) {
	l.log.Error("window", "message", unquoted(message))
	os.Exit(1)
}

// unquoted cuts a message where it may begin to quote.
func unquoted(message string) string {
	const longest = 160
	if at := strings.IndexAny(message, "\"'`{["); at >= 0 {
		message = message[:at] + "…"
	}
	if len(message) > longest {
		message = strings.ToValidUTF8(message[:longest], "") + "…"
	}
	return message
}
