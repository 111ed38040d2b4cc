package api

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"

	"revient/app/fault"
)

// mostTable bounds a table that somebody brings in, in bytes: as much as sheet reads.
const mostTable = 20 << 20

// mostTables is how many tables are open at once. The oldest makes room.
const mostTables = 4

// tables are the files that a screen has sent and not yet taken in or let go. They
// are held in memory only: what was looked at and not confirmed leaves no trace.
type tables struct {
	mu   sync.Mutex
	open []table
}

type table struct {
	id   string // SHA-256 of its bytes, in hexadecimal.
	name string // Of the file, as the screen calls it.
	raw  []byte
}

func (t *tables) add(added table) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.open = slices.DeleteFunc(t.open, func(held table) bool { return held.id == added.id })
	if len(t.open) == mostTables {
		t.open = slices.Delete(t.open, 0, 1)
	}
	t.open = append(t.open, added)
}

func (t *tables) find(id string) (table, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, held := range t.open {
		if held.id == id {
			return held, nil
		}
	}
	return table{}, fault.New(fault.NotFound, "errors_device.file.gone", nil)
}

// takeTable opens a table: POST /media/tables?name=ventes.csv answers {"id": …},
// which the services' methods then name.
func (a *API) takeTable(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostTable))
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		a.refuse(w, fault.New(fault.Invalid, "errors_sheet.file.large", fault.Args{"limit": mostTable >> 20}))
		return
	}
	if err != nil {
		a.refuse(w, fault.Wrap(err, fault.Unavailable, "errors.internal", nil))
		return
	}
	digest := sha256.Sum256(raw)
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	if runes := []rune(name); len(runes) > longestCode {
		name = string(runes[:longestCode])
	}
	opened := table{id: hex.EncodeToString(digest[:]), name: name, raw: raw}
	a.tables.add(opened)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
	a.noteWrite(json.NewEncoder(w).Encode(map[string]any{"id": opened.id}))
}
