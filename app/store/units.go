package store

import (
	"database/sql"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"revient/app/fault"
	"revient/app/returns"
)

// UnitState is how far a replacement unit is.
type UnitState string

// The states of a unit.
const (
	UnitFree      UnitState = "free"
	UnitReserved  UnitState = "reserved"  // Kept for the customer of a case.
	UnitGone      UnitState = "gone"      // Left for that customer.
	UnitWithdrawn UnitState = "withdrawn" // Not to be given to anybody.
)

// Unit is a device that the workshop keeps for exchanges.
type Unit struct {
	ID        returns.UnitID
	SKU       string
	Title     string
	Category  string
	Grade     string
	Storage   string
	Colour    string
	Model     string
	IMEI      string
	Serial    string
	Bin       string
	Note      string
	State     UnitState
	CaseID    returns.CaseID // That it is reserved for, or left with.
	Source    string         // hand, scan or csv.
	CreatedAt time.Time
	UpdatedAt time.Time
}

const (
	unitColumns = "id, sku, title, category, grade, storage, colour, model, imei, serial, bin, note, source, created_at, updated_at"
	selectUnit  = "SELECT u.id, u.sku, u.title, u.category, u.grade, u.storage, u.colour, u.model, u.imei, u.serial, u.bin, u.note, u.state, u.case_id, u.source, u.created_at, u.updated_at FROM units u "
)

func scanUnit(row scanner) (u Unit, err error) {
	var created, updated sql.NullInt64
	err = row.Scan(&u.ID, &u.SKU, &u.Title, &u.Category, &u.Grade, &u.Storage, &u.Colour, &u.Model, &u.IMEI, &u.Serial, &u.Bin, &u.Note,
		&u.State, &u.CaseID, &u.Source, &created, &updated)
	u.CreatedAt, u.UpdatedAt = fromMillis(created), fromMillis(updated)
	return u, err
}

// SaveUnit adds a unit, free, or changes what is said of one that has not left.
// Its state and case change by the other methods only. A unit without an id gets
// one. No two units that are here have one IMEI or one serial number.
func (tx *Tx) SaveUnit(u Unit) (Unit, error) {
	u.IMEI, u.Serial = NormaliseCode(u.IMEI), NormaliseCode(u.Serial)
	if u.ID == "" {
		id, err := uuid.NewV7()
		if err != nil {
			return u, fmt.Errorf("make unit id: %w", err)
		}
		u.ID = returns.UnitID(id.String())
	}
	if err := tx.refuseKnownUnit(u); err != nil {
		return u, err
	}
	tx.changed.Stock = true
	now := tx.now.UnixMilli()
	err := tx.execOne("save unit", insert("units", unitColumns)+` ON CONFLICT (id) DO UPDATE SET sku = excluded.sku, title = excluded.title,
		category = excluded.category, grade = excluded.grade, storage = excluded.storage, colour = excluded.colour, model = excluded.model,
		imei = excluded.imei, serial = excluded.serial, bin = excluded.bin, note = excluded.note, updated_at = excluded.updated_at
		WHERE state <> 'gone'`,
		string(u.ID), u.SKU, u.Title, u.Category, u.Grade, u.Storage, u.Colour, u.Model, u.IMEI, u.Serial, u.Bin, u.Note, u.Source, now, now)
	if fault.Is(err, fault.NotFound) {
		return u, fault.New(fault.Conflict, "errors_store.unit_gone", fault.Args{"title": u.Title})
	}
	if err != nil {
		return u, err
	}
	return tx.Unit(u.ID)
}

// refuseKnownUnit names the field by which another unit that is here is the same.
func (tx *Tx) refuseKnownUnit(u Unit) error {
	for _, code := range []struct{ column, value string }{{"imei", u.IMEI}, {"serial", u.Serial}} {
		if code.value == "" {
			continue
		}
		other, err := one(tx.ReadTx, "find same unit", scanUnit,
			selectUnit+"WHERE u."+code.column+" = ? AND u.state IN ('free', 'reserved') AND u.id <> ?", code.value, string(u.ID))
		switch {
		case fault.Is(err, fault.NotFound):
		case err != nil:
			return err
		default:
			return fault.New(fault.Conflict, "errors_store.unit_known", fault.Args{"code": code.value, "title": other.Title}).At(code.column)
		}
	}
	return nil
}

// Unit returns a unit.
func (tx *ReadTx) Unit(id returns.UnitID) (Unit, error) {
	return one(tx, "read unit", scanUnit, selectUnit+"WHERE u.id = ?", string(id))
}

// FindUnit finds a unit by its IMEI or serial number, however that is typed: the
// one that is here, else the last one that was.
func (tx *ReadTx) FindUnit(code string) (Unit, error) {
	code = NormaliseCode(code)
	if code == "" {
		return Unit{}, missing("find unit")
	}
	return one(tx, "find unit", scanUnit, selectUnit+`WHERE u.row IN (SELECT row FROM units WHERE imei = ?1 AND imei <> ''
		UNION SELECT row FROM units WHERE serial = ?1 AND serial <> '')
		ORDER BY u.state IN ('free', 'reserved') DESC, u.row DESC LIMIT 1`, code)
}

// UnitsOfCase lists the units that are reserved for a case or left with it.
func (tx *ReadTx) UnitsOfCase(id returns.CaseID) ([]Unit, error) {
	return list(tx, "list units of case", scanUnit, selectUnit+"WHERE u.case_id = ? AND u.case_id <> '' ORDER BY u.row", string(id))
}

// UnitFilter narrows a list of units; its zero value is every unit.
type UnitFilter struct {
	States   []UnitState // Any of them; none means every state.
	SKU      string
	Category string
	Model    string
	Storage  string
	Colour   string
	Grades   []string // Any of them.
	Bin      string
	Text     string // In the title, the SKU, a code or the bin.
	Offset   int
	Limit    int // 0 means 100.
}

// Units lists units, the newest first. The page is found first, and only its own rows
// are then read.
func (tx *ReadTx) Units(filter UnitFilter) ([]Unit, error) {
	where, args := filter.where()
	limit := filter.Limit
	if limit <= 0 {
		limit = 100
	}
	return list(tx, "list units", scanUnit, "WITH page AS MATERIALIZED (SELECT u.row FROM units u "+where+" ORDER BY u.row DESC LIMIT ? OFFSET ?) "+
		selectUnit+"WHERE u.row IN (SELECT row FROM page) ORDER BY u.row DESC", append(args, limit, filter.Offset)...)
}

// UnitsFree is Units for those that can be reserved.
func (tx *ReadTx) UnitsFree(filter UnitFilter) ([]Unit, error) {
	filter.States = []UnitState{UnitFree}
	return tx.Units(filter)
}

// CountUnits counts what Units would list without a limit.
func (tx *ReadTx) CountUnits(filter UnitFilter) (int, error) {
	where, args := filter.where()
	return one(tx, "count units", func(row scanner) (n int, err error) { return n, row.Scan(&n) }, "SELECT count(*) FROM units u "+where, args...)
}

func (filter UnitFilter) where() (string, []any) {
	conditions, args := []string{"true"}, []any{}
	for _, choice := range []struct {
		column string
		values []string
	}{
		{"state", texts(filter.States)}, {"grade", filter.Grades}, {"sku", given(filter.SKU)}, {"category", given(filter.Category)},
		{"model", given(filter.Model)}, {"storage", given(filter.Storage)}, {"colour", given(filter.Colour)}, {"bin", given(filter.Bin)},
	} {
		if len(choice.values) == 0 {
			continue
		}
		conditions = append(conditions, "u."+choice.column+" IN ("+placesFor(len(choice.values))+")")
		for _, value := range choice.values {
			args = append(args, value)
		}
	}
	if filter.Text != "" {
		conditions = append(conditions, "(instr(lower(u.title || ' ' || u.sku || ' ' || u.bin), ?) > 0 OR instr(u.imei || ' ' || u.serial, ?) > 0)")
		args = append(args, strings.ToLower(filter.Text), NormaliseCode(filter.Text))
	}
	return "WHERE " + strings.Join(conditions, " AND "), args
}

// given is a value that may be absent.
func given(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// texts are names of any type as plain texts.
func texts[T ~string](names []T) []string {
	plain := make([]string, len(names))
	for i, name := range names {
		plain[i] = string(name)
	}
	return plain
}
