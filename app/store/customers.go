package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"revient/app/returns"
)

// sameness is what tells a person from others: their e-mail address, else their
// name and postal code; empty when there is neither.
func (p Person) sameness() string {
	plain := func(s string) string { return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(s))), " ") }
	name := plain(p.FirstName + " " + p.LastName)
	switch {
	case p.Email != "":
		return "email " + plain(p.Email)
	case name != "" && p.PostalCode != "":
		return "name " + name + " " + plain(p.PostalCode)
	default:
		return ""
	}
}

// keyOf is the keyed hash of who a person is.
func (tx *Tx) keyOf(p Person) (string, error) {
	same := p.sameness()
	if same == "" {
		return "", nil
	}
	secret, err := tx.keepSecret(customerSecret)
	if err != nil {
		return "", err
	}
	return keyedHash(secret, []byte(same)), nil
}

// settleKeys keys the persons that a version without keys had saved.
func (db *DB) settleKeys(ctx context.Context) error {
	unkeyed := false
	if err := db.writer.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM persons WHERE body IS NOT NULL)
		AND NOT EXISTS (SELECT 1 FROM secrets WHERE name = ?)`, customerSecret).Scan(&unkeyed); err != nil {
		return fmt.Errorf("look for persons without a key: %w", err)
	}
	if !unkeyed {
		return nil
	}
	return db.Update(ctx, func(tx *Tx) error {
		if _, err := tx.keepSecret(customerSecret); err != nil {
			return err
		}
		held, err := tx.heldPersons("WHERE body IS NOT NULL")
		if err != nil {
			return err
		}
		for _, person := range held {
			key, err := tx.keyOf(person.Person)
			if err != nil {
				return err
			}
			if err := tx.exec("key person", "UPDATE persons SET key = ? WHERE id = ?", key, person.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// HeldPerson is a row of the persons ledger.
type HeldPerson struct {
	ID     string
	Person Person
}

func (tx *ReadTx) heldPersons(where string, args ...any) ([]HeldPerson, error) {
	return list(tx, "read persons", func(row scanner) (h HeldPerson, err error) {
		var body []byte
		if err := row.Scan(&h.ID, &body); err != nil {
			return h, err
		}
		return h, json.Unmarshal(body, &h.Person)
	}, "SELECT id, body FROM persons "+where+" ORDER BY created_at, id", args...)
}

// CustomerCases lists every case of the person who is the customer of a case, the
// newest first, that case included. Somebody whom nothing tells from others has
// that case only.
func (tx *ReadTx) CustomerCases(id returns.CaseID) ([]CaseSummary, error) {
	return list(tx, "list cases of customer", scanSummary, selectSummary+`WHERE c.id = ?1 OR c.customer IN (SELECT id FROM persons
		WHERE key <> '' AND key = (SELECT p.key FROM cases mine JOIN persons p ON p.id = mine.customer WHERE mine.id = ?1))
		ORDER BY c.row DESC`, string(id))
}

// DeviceCase is a case that a device has to do with, and how.
type DeviceCase struct {
	CaseSummary
	Sold        bool // It is the device that was sold.
	Found       bool // It is the device that was in the parcel.
	Replacement bool // It is the unit that the customer got, or is to get.
}

// DeviceCases lists every case of a device, by its IMEI or serial number, the
// newest first: where it was sold, found in the parcel, or given in exchange.
func (tx *ReadTx) DeviceCases(code string) ([]DeviceCase, error) {
	code = NormaliseCode(code)
	if code == "" {
		return []DeviceCase{}, nil
	}
	states, err := list(tx, "list cases of device", func(row scanner) (state []byte, err error) { return state, row.Scan(&state) },
		`SELECT state FROM cases WHERE row IN (SELECT row FROM case_codes WHERE code = ?1 AND kind IN ('imei', 'serial', ?2)) ORDER BY row DESC`,
		code, replacementCode)
	if err != nil {
		return nil, err
	}
	found := make([]DeviceCase, 0, len(states))
	is := func(codes ...string) bool {
		for _, own := range codes {
			if NormaliseCode(own) == code {
				return true
			}
		}
		return false
	}
	for _, state := range states {
		c, err := decodeCase(state)
		if err != nil {
			return nil, err
		}
		device := DeviceCase{Found: is(c.Identity.IMEI, c.Identity.Serial)}
		if c.Sale != nil {
			device.Sold = is(c.Sale.IMEI, c.Sale.Serial)
		}
		if c.Replacement != nil {
			device.Replacement = is(c.Replacement.IMEI, c.Replacement.Serial)
		}
		if device.CaseSummary, err = tx.CaseSummary(c.ID); err != nil {
			return nil, err
		}
		found = append(found, device)
	}
	return found, nil
}
