package store

import (
	"crypto/rand"
	"crypto/sha256"
	"fmt"

	"revient/app/fault"
)

// The secrets of the station.
const (
	customerSecret = "customer" // Keys who a person is.
	erasureSecret  = "erasure"  // Keys what was erased.
)

// secret returns a secret of the station; NotFound while it has none.
func (tx *ReadTx) secret(name string) ([]byte, error) {
	return one(tx, "read secret", func(row scanner) (s []byte, err error) { return s, row.Scan(&s) },
		"SELECT value FROM secrets WHERE name = ?", name)
}

// keepSecret is secret for who may make it.
func (tx *Tx) keepSecret(name string) ([]byte, error) {
	secret, err := tx.secret(name)
	if !fault.Is(err, fault.NotFound) {
		return secret, err
	}
	secret = make([]byte, sha256.Size)
	if _, err := rand.Read(secret); err != nil {
		return nil, fmt.Errorf("make secret: %w", err)
	}
	return secret, tx.exec("keep secret", "INSERT INTO secrets (name, value) VALUES (?, ?)", name, secret)
}

// markOf is how something that was erased is known again.
func (tx *Tx) markOf(erased []byte) (string, error) {
	secret, err := tx.keepSecret(erasureSecret)
	if err != nil {
		return "", err
	}
	return keyedHash(secret, erased), nil
}
