package cli

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"revient/app/fault"
)

// tokens keeps the secrets of accounts, each in a file of the data folder that
// only its owner may read.
//
// A file is encrypted with a key that this machine gives: a copy of the folder, a
// backup or a support bundle taken elsewhere opens no account. It is no
// protection against whoever works as the same user on the same machine.
type tokens struct {
	dir     string
	machine func() (string, error)
}

const tokenSalt = 16 // Bytes, before the nonce and the sealed token.

func (t tokens) path(account string) string { return filepath.Join(t.dir, "tokens", account) }

// has reports whether a token is kept.
func (t tokens) has(account string) bool { return exists(t.path(account)) }

// read returns an account's token, or "" when none is kept.
func (t tokens) read(account string) (string, error) {
	sealed, err := os.ReadFile(filepath.Clean(t.path(account)))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fault.Wrap(err, fault.Unavailable, "errors_cli.token_unreadable", nil)
	}
	if len(sealed) < tokenSalt {
		return "", fault.New(fault.Unavailable, "errors_cli.token_unreadable", nil)
	}
	box, err := t.box(sealed[:tokenSalt])
	if err != nil {
		return "", err
	}
	token, err := box.Open(nil, nil, sealed[tokenSalt:], []byte(account))
	if err != nil {
		return "", fault.Wrap(err, fault.Unauthorized, "errors_cli.token_of_another_machine", nil)
	}
	return string(token), nil
}

// write keeps an account's token in place of the one before.
func (t tokens) write(account, token string) error {
	salt := make([]byte, tokenSalt)
	_, _ = rand.Read(salt) // crypto/rand never fails: it ends the program instead.
	box, err := t.box(salt)
	if err != nil {
		return err
	}
	path := t.path(account)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("keep token: %w", err)
	}
	if err := os.WriteFile(path+".new", box.Seal(salt, nil, []byte(token), []byte(account)), 0o600); err != nil {
		return fmt.Errorf("keep token: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("keep token: %w", err)
	}
	return nil
}

// box seals with a key of this machine. Its nonces are random and its own.
func (t tokens) box(salt []byte) (cipher.AEAD, error) {
	machine, err := t.machine()
	if err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "errors_cli.no_machine", nil)
	}
	key, err := hkdf.Key(sha256.New, []byte(machine), salt, "revient account token", 32)
	if err != nil {
		return nil, fmt.Errorf("derive key: %w", err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("derive key: %w", err)
	}
	box, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, fmt.Errorf("derive key: %w", err)
	}
	return box, nil
}
