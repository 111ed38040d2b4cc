package store

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"revient/app/fault"
	"revient/app/returns"
)

// Person is a customer, as known at one moment. All of it is personal data.
type Person struct {
	FirstName  string `json:"firstName"`
	LastName   string `json:"lastName"`
	Company    string `json:"company,omitempty"`
	Email      string `json:"email,omitempty"`
	Phone      string `json:"phone,omitempty"`
	Street     string `json:"street,omitempty"`
	Street2    string `json:"street2,omitempty"`
	PostalCode string `json:"postalCode,omitempty"`
	City       string `json:"city,omitempty"`
	Region     string `json:"region,omitempty"`
	Country    string `json:"country,omitempty"` // ISO 3166-1 alpha-2.
	Language   string `json:"language,omitempty"`
}

// Name is how lists show the person.
func (p Person) Name() string {
	return strings.Join(strings.Fields(p.FirstName+" "+p.LastName+" "+p.Company), " ")
}

// SavePerson keeps a person and returns what the journal may hold of them. A
// person never changes: one with a new address is saved again, as another.
func (tx *Tx) SavePerson(p Person) (returns.PersonRef, error) {
	body, err := json.Marshal(p)
	if err != nil {
		return returns.PersonRef{}, fmt.Errorf("encode person: %w", err)
	}
	sealed, err := seal(body)
	if err != nil {
		return returns.PersonRef{}, err
	}
	key, err := tx.keyOf(p)
	if err != nil {
		return returns.PersonRef{}, err
	}
	err = tx.exec("save person", "INSERT INTO persons (id, name, body, secret, hash, created_at, key) VALUES (?, ?, ?, ?, ?, ?, ?)",
		sealed.id, p.Name(), body, sealed.secret, sealed.hash, tx.now.UnixMilli(), key)
	return returns.PersonRef{ID: sealed.id, Hash: sealed.hash}, err
}

// Person returns a person. One who was erased is NotFound.
func (tx *ReadTx) Person(id string) (Person, error) {
	return one(tx, "read person", func(row scanner) (p Person, err error) {
		var body []byte
		if err := row.Scan(&body); err != nil {
			return p, err
		}
		return p, json.Unmarshal(body, &p)
	}, "SELECT body FROM persons WHERE id = ? AND body IS NOT NULL", id)
}

// personName is the name of a person; empty when unknown or erased.
func (tx *ReadTx) personName(id string) (string, error) {
	if id == "" {
		return "", nil
	}
	name, err := one(tx, "read name", func(row scanner) (n string, err error) { return n, row.Scan(&n) },
		"SELECT name FROM persons WHERE id = ?", id)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return name, err
}

// ErasePerson forgets a person, in the ledger and in the search, and the secret
// that ties them to the journal's hash, which stays valid.
func (tx *Tx) ErasePerson(id string) error {
	err := tx.execOne("erase person", "UPDATE persons SET name = '', body = NULL, secret = NULL, key = '', erased_at = ? WHERE id = ? AND body IS NOT NULL",
		tx.now.UnixMilli(), id)
	if err != nil {
		return err
	}
	theirs, err := list(tx.ReadTx, "find cases of person", scanStored, "SELECT row, updated_at, state FROM cases WHERE customer = ?", id)
	if err != nil {
		return err
	}
	for _, found := range theirs {
		held, err := decodeCase(found.state)
		if err != nil {
			return err
		}
		if err := tx.project(found.spot, held, held); err != nil {
			return err
		}
		tx.touch(held.ID)
	}
	return nil
}

// sealed is what ties a text that can be erased to the journal.
type sealed struct {
	id     string
	secret []byte
	hash   string
}

func seal(body []byte) (s sealed, err error) {
	id, err := uuid.NewV7()
	if err != nil {
		return s, fmt.Errorf("make id: %w", err)
	}
	s.id, s.secret = id.String(), make([]byte, sha256.Size)
	if _, err := rand.Read(s.secret); err != nil {
		return s, fmt.Errorf("make secret: %w", err)
	}
	s.hash = keyedHash(s.secret, body)
	return s, nil
}

// keyedHash is HMAC-SHA256 in hexadecimal. Without the secret nobody can tell
// whose hash it is by trying names.
func keyedHash(secret, body []byte) string {
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil))
}

// ErasedAt tells when a person was erased; the zero time when they were not.
func (tx *ReadTx) ErasedAt(id string) (time.Time, error) {
	return one(tx, "read erasure", func(row scanner) (time.Time, error) {
		var at sql.NullInt64
		err := row.Scan(&at)
		return fromMillis(at), err
	}, "SELECT erased_at FROM persons WHERE id = ?", id)
}
