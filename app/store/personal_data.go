package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/cases"

	"revient/app/returns"
)

// PersonQuery says whose data are asked for. What is given must all fit.
type PersonQuery struct {
	Case  returns.CaseID // The customer of this case.
	Email string
	Name  string // First and last name, in any case.
}

// HeldText is a text that somebody wrote, of a case.
type HeldText struct {
	ID     string
	CaseID returns.CaseID
	Kind   string
	Body   string
	At     time.Time
}

// PersonalData is everything that is held on a person.
type PersonalData struct {
	Persons   []HeldPerson
	Cases     []CaseSummary
	Texts     []HeldText // Of their cases, whoever wrote them.
	Messages  []Message
	Files     []returns.PhotoID // Photos of their cases and files of their messages.
	Documents []Document
	Sales     []Sold // What they bought, with their address.
	Remote    []RemoteObject
}

// PersonData gathers everything that is held on a person. It is read only; sold
// devices as such are no personal data.
func (tx *ReadTx) PersonData(query PersonQuery) (found PersonalData, err error) {
	if found.Persons, err = tx.findPersons(query); err != nil {
		return found, err
	}
	ids := []string{}
	for _, person := range found.Persons {
		ids = append(ids, person.ID)
	}
	in, args := placesFor(len(ids)), anyOf(ids)
	found.Cases, err = list(tx, "list cases of person", scanSummary, selectSummary+"WHERE c.customer IN ("+in+") ORDER BY c.row DESC", args...)
	if err != nil {
		return found, err
	}
	for _, held := range found.Cases {
		if err := tx.gather(held, &found); err != nil {
			return found, err
		}
	}
	// What belongs to the person is found with each of their cases.
	found.Sales = distinct(found.Sales, func(s Sold) string { return s.Sale.Key() })
	found.Remote = distinct(found.Remote, func(o RemoteObject) RemoteKey { return o.RemoteKey })
	found.Files = distinct(found.Files, func(f returns.PhotoID) returns.PhotoID { return f })
	return found, nil
}

// distinct keeps the first of each.
func distinct[T any, K comparable](items []T, key func(T) K) []T {
	seen := map[K]bool{}
	return slices.DeleteFunc(items, func(item T) bool {
		again := seen[key(item)]
		seen[key(item)] = true
		return again
	})
}

func anyOf[T any](values []T) []any {
	args := make([]any, len(values))
	for i, value := range values {
		args[i] = value
	}
	return args
}

// findPersons lists the rows of a person: each of their returns has its own.
func (tx *ReadTx) findPersons(query PersonQuery) ([]HeldPerson, error) {
	fold := cases.Fold()
	plain := func(s string) string { return fold.String(strings.Join(strings.Fields(s), " ")) }
	where, args := "WHERE body IS NOT NULL", []any{}
	if query.Case != "" {
		where += ` AND (id = (SELECT customer FROM cases WHERE id = ?1) OR key <> '' AND key =
			(SELECT p.key FROM cases c JOIN persons p ON p.id = c.customer WHERE c.id = ?1))`
		args = append(args, string(query.Case))
	}
	held, err := tx.heldPersons(where, args...)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(held, func(h HeldPerson) bool {
		return query == (PersonQuery{}) ||
			query.Email != "" && plain(h.Person.Email) != plain(query.Email) ||
			query.Name != "" && plain(h.Person.FirstName+" "+h.Person.LastName) != plain(query.Name)
	}), nil
}

// gather adds what is held with a case.
func (tx *ReadTx) gather(held CaseSummary, found *PersonalData) error {
	texts, err := list(tx, "read texts of case", func(row scanner) (t HeldText, err error) {
		t.CaseID = held.ID
		var at int64
		err = row.Scan(&t.ID, &t.Kind, &t.Body, &at)
		t.At = time.UnixMilli(at).UTC()
		return t, err
	}, "SELECT id, kind, body, created_at FROM texts WHERE body IS NOT NULL AND id IN ("+referencesOf+") ORDER BY created_at, id", string(held.ID))
	if err != nil {
		return err
	}
	messages, err := list(tx, "read messages of case", scanMessage, selectMessage+messagesOf+" ORDER BY m.at, m.row", string(held.ID))
	if err != nil {
		return err
	}
	documents, err := tx.DocumentsOf(held.ID)
	if err != nil {
		return err
	}
	files, err := tx.filesOf(held.ID)
	if err != nil {
		return err
	}
	sales, err := list(tx, "read sales of case", scanSold, selectSold+salesOf, string(held.ID))
	if err != nil {
		return err
	}
	remote, err := tx.remoteOf(held.ID)
	if err != nil {
		return err
	}
	found.Texts, found.Messages = append(found.Texts, texts...), append(found.Messages, messages...)
	found.Documents, found.Files = append(found.Documents, documents...), append(found.Files, files...)
	found.Sales, found.Remote = append(found.Sales, sales...), append(found.Remote, remote...)
	return nil
}

// What belongs to a case and its customer, each taking its id as ?1: of sales and
// of what the marketplace sent also those that a return was never asked for. The journal names persons and
// texts by an id beside a keyed hash.
const (
	referencesOf = `SELECT i.value FROM journal j, json_tree(CAST(j.payload AS TEXT)) i, json_tree(CAST(j.payload AS TEXT)) h
		WHERE j.case_id = ?1 AND i.key = 'id' AND h.key = 'hash' AND h.parent = i.parent AND i.value <> ''
		UNION SELECT t.id FROM outbox o, json_tree(iif(json_valid(CAST(o.payload AS TEXT)), CAST(o.payload AS TEXT), '{}')) i JOIN texts t ON t.id = i.value
		WHERE o.case_id = ?1 AND i.type = 'text'`
	messagesOf = `WHERE m.case_id = ?1 OR EXISTS (SELECT 1 FROM cases c WHERE c.id = ?1 AND c.folder <> '' AND c.account = m.account AND c.folder = m.folder)`
	salesOf    = `WHERE (EXISTS (SELECT 1 FROM cases c WHERE c.id = ?1 AND c.account = sales.account AND c.order_ref = sales.order_ref)
		OR lower(sales.buyer ->> 'email') IN (SELECT lower(CAST(p.body AS TEXT) ->> 'email') FROM cases c JOIN persons p ON p.id = c.customer
			WHERE c.id = ?1 AND p.body IS NOT NULL AND CAST(p.body AS TEXT) ->> 'email' <> ''))`
	remotesOf = `WHERE (account, environment, kind, external_id) IN (SELECT account, environment, kind, external_id FROM remote_link WHERE case_id = ?1)
		OR EXISTS (SELECT 1 FROM cases c WHERE c.id = ?1 AND c.account = remote_objects.account AND c.order_ref <> ''
			AND external_id IN (c.order_ref, c.line_ref, c.folder))
		OR (account, external_id) IN (SELECT account, order_ref FROM sales ` + salesOf + `)`
)

// remoteOf lists what the marketplace sent of a case and its customer: what became
// the case, orders and the folder.
func (tx *ReadTx) remoteOf(id returns.CaseID) ([]RemoteObject, error) {
	return tx.remoteObjects(remotesOf, string(id))
}

func (tx *ReadTx) remoteObjects(where string, args ...any) ([]RemoteObject, error) {
	return list(tx, "read remote objects", func(row scanner) (o RemoteObject, err error) {
		var fetched int64
		err = row.Scan(&o.Account, &o.Environment, &o.Kind, &o.ExternalID, &o.Raw, &o.SHA256, &fetched)
		o.FetchedAt = time.UnixMilli(fetched).UTC()
		return o, err
	}, "SELECT account, environment, kind, external_id, raw, sha256, fetched_at FROM remote_objects "+where, args...)
}

// filesOf lists the photos of a case and the files of its messages, sorted.
func (tx *ReadTx) filesOf(id returns.CaseID) ([]returns.PhotoID, error) {
	held, err := tx.Case(id)
	if err != nil {
		return nil, err
	}
	files := []returns.PhotoID{}
	for _, evidence := range held.Evidence {
		files = append(files, evidence.Photo)
	}
	attached, err := list(tx, "read files of messages", func(row scanner) (text []byte, err error) { return text, row.Scan(&text) },
		"SELECT m.attachments FROM messages m "+messagesOf, string(id))
	if err != nil {
		return nil, err
	}
	for _, text := range attached {
		var of []MessageFile
		if err := json.Unmarshal(text, &of); err != nil {
			return nil, fmt.Errorf("decode attachments: %w", err)
		}
		for _, file := range of {
			files = append(files, returns.PhotoID(file.SHA256))
		}
	}
	slices.Sort(files)
	return slices.DeleteFunc(slices.Compact(files), func(f returns.PhotoID) bool { return f == "" }), nil
}
