// Package catalog holds what the trade knows and a case must not invent: the
// checks of an inspection and the profiles that choose among them, the defect
// codes with their marketplace meaning and what they say to the rules, the findings
// that end an inspection at once, the views to photograph, the parts of a device
// with what each costs a customer who returns it worn, broken or missing, the
// reasons of a refusal, and the words by which listings name a device.
//
// The tables are JSON files in the binary, under one [Version]. A code, once
// given, never changes its meaning, and a table never changes without a new
// version: a case keeps the version that it was inspected by. Labels are not
// here but in the text catalogues, under the keys that the types name.
//
// A check is worded so that OK is always the good answer ("Battery safe: not
// swollen"): an operator who answers thirty of them in a row must not have to
// ask which way round the question is. The one exception is the declared defect,
// where OK says that it was reproduced.
//
// A deduction is a default that a person changes, and a listing that is not clear
// is not read: nothing here is a verdict.
//
// The package decides nothing, reads no case and imports nothing of the house but
// fault.
package catalog

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"sync"
)

// Version names the tables as they are now.
const Version = "2026-11.2"

//go:embed tables/*.json
var files embed.FS

type tables struct {
	checks     []Check
	profiles   []profile
	functions  map[string][]string
	areas      []Area
	defects    []Defect
	findings   findings
	parts      []Part
	deductions []deductionRow
	refusals   []refusal
	families   []family
	colours    []colour
	things     []string // First words of the listing of what is sold for a device.
}

// loaded reads the tables once. They are part of the binary, so a broken one is a
// defect that the first test finds: it panics.
var loaded = sync.OnceValue(func() tables {
	var t tables
	read("checks.json", &t.checks)
	read("profiles.json", &t.profiles)
	read("functions.json", &t.functions)
	read("areas.json", &t.areas)
	read("defects.json", &t.defects)
	read("findings.json", &t.findings)
	read("parts.json", &t.parts)
	read("deductions.json", &t.deductions)
	read("refusals.json", &t.refusals)
	read("models.json", &t.families)
	read("colours.json", &t.colours)
	read("things.json", &t.things)
	for i := range t.families {
		t.families[i].compile()
	}
	return t
})

func read(name string, into any) {
	raw, err := files.ReadFile(path.Join("tables", name))
	if err != nil {
		panic(fmt.Sprintf("catalog: read %s: %v", name, err))
	}
	if err := decode(raw, into); err != nil {
		panic(fmt.Sprintf("catalog: parse %s: %v", name, err))
	}
}

// decode takes one JSON value, with no field that the type does not know and
// nothing after it.
func decode(raw []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.Join(errors.New("text after the value"), err)
	}
	return nil
}

// find returns the row with a code. Callers get copies: the tables are shared.
func find[T any](rows []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(rows, is); i >= 0 {
		return rows[i], true
	}
	var none T
	return none, false
}
