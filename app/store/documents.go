package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// DocumentState is how far a document is.
type DocumentState string

// The states of a document.
const (
	DocumentDue    DocumentState = "due"    // To be rendered.
	DocumentReady  DocumentState = "ready"  // Its bytes are kept and never change.
	DocumentFailed DocumentState = "failed" // Rendering said why not; it can be tried again.
	DocumentErased DocumentState = "erased" // Its bytes were erased with the customer; its number and hash stay.
)

// Document is a paper of a case, without its bytes.
type Document struct {
	ID        returns.DocumentID
	CaseID    returns.CaseID
	Kind      returns.DocumentKind
	Language  string
	State     DocumentState
	Number    string // Empty for a kind without numbers, and until it is issued.
	SHA256    string // Of the bytes, in hexadecimal; empty until it is ready.
	Input     []byte // JSON of what it is rendered from, references to persons only.
	ErrorKey  string
	ErrorArgs fault.Args
	CreatedAt time.Time
	IssuedAt  time.Time
}

const selectDocument = `SELECT id, case_id, kind, language, iif(erased_at IS NULL, state, 'erased'), coalesce(number, ''), sha256, input, error_key, error_args,
	created_at, issued_at FROM documents `

func scanDocument(row scanner) (d Document, err error) {
	var args string
	var created, issued sql.NullInt64
	if err := row.Scan(&d.ID, &d.CaseID, &d.Kind, &d.Language, &d.State, &d.Number, &d.SHA256, &d.Input, &d.ErrorKey, &args,
		&created, &issued); err != nil {
		return d, err
	}
	d.CreatedAt, d.IssuedAt = fromMillis(created), fromMillis(issued)
	d.ErrorArgs, err = readArgs(args)
	return d, err
}

// AddDocument notes that a document is due. ID, CaseID, Kind, Language and Input
// are taken from it.
func (tx *Tx) AddDocument(d Document) error {
	tx.changed.Documents = true
	tx.touch(d.CaseID)
	return tx.exec("add document", `INSERT INTO documents (id, case_id, kind, language, state, input, created_at)
		VALUES (?, ?, ?, ?, 'due', ?, ?)`, string(d.ID), string(d.CaseID), string(d.Kind), d.Language, notNil(d.Input), tx.now.UnixMilli())
}

// NextDocumentNumber takes the next number of a series of documents, such as R,
// for a document that is due, in the year of the workshop's zone. The document
// must be issued in the same transaction: Update refuses to commit otherwise, so
// that no series has a gap.
func (tx *Tx) NextDocumentNumber(id returns.DocumentID, series string) (string, error) {
	station, err := tx.named()
	if err != nil {
		return "", err
	}
	year := tx.now.In(tx.db.zone).Year()
	n, err := tx.next(series, station.Epoch, year)
	if err != nil {
		return "", err
	}
	number := returns.DocumentNumber(series, year, station.Prefix, station.Epoch, n)
	err = tx.execOne("number document", `UPDATE documents SET number = ?, series = ?, epoch = ?, year = ?, n = ?
		WHERE id = ? AND state <> 'ready' AND number IS NULL`, number, series, station.Epoch, year, n, string(id))
	if err == nil {
		tx.numbered = append(tx.numbered, id)
	}
	return number, err
}

// IssueDocument keeps the bytes of a document, for good, and returns their
// SHA-256 in hexadecimal.
func (tx *Tx) IssueDocument(id returns.DocumentID, pdf []byte) (string, error) {
	tx.changed.Documents = true
	digest := sha256.Sum256(pdf)
	sum := hex.EncodeToString(digest[:])
	return sum, tx.execOne("issue document", `UPDATE documents SET state = 'ready', pdf = ?, sha256 = ?, issued_at = ?, error_key = '', error_args = ''
		WHERE id = ? AND state <> 'ready'`, notNil(pdf), sum, tx.now.UnixMilli(), string(id))
}

// FailDocument notes why a document could not be rendered.
func (tx *Tx) FailDocument(id returns.DocumentID, why *fault.Error) error {
	tx.changed.Documents = true
	args, err := writeArgs(why.Args)
	if err != nil {
		return err
	}
	return tx.execOne("fail document", "UPDATE documents SET state = 'failed', error_key = ?, error_args = ? WHERE id = ? AND state <> 'ready'",
		why.Key, args, string(id))
}

// DropDocument forgets a document that is no longer due. One that has a number or
// bytes stays for good.
func (tx *Tx) DropDocument(id returns.DocumentID) error {
	tx.changed.Documents = true
	return tx.execOne("drop document", "DELETE FROM documents WHERE id = ? AND state <> 'ready' AND number IS NULL", string(id))
}

// Document returns a document.
func (tx *ReadTx) Document(id returns.DocumentID) (Document, error) {
	return one(tx, "read document", scanDocument, selectDocument+"WHERE id = ?", string(id))
}

// DocumentBytes returns the bytes of a document that is ready; NotFound once they
// were erased.
func (tx *ReadTx) DocumentBytes(id returns.DocumentID) ([]byte, error) {
	return one(tx, "read document bytes", func(row scanner) (pdf []byte, err error) { return pdf, row.Scan(&pdf) },
		"SELECT pdf FROM documents WHERE id = ? AND state = 'ready' AND erased_at IS NULL", string(id))
}

// DocumentsOf lists the documents of a case, oldest first.
func (tx *ReadTx) DocumentsOf(id returns.CaseID) ([]Document, error) {
	return list(tx, "list documents", scanDocument, selectDocument+"WHERE case_id = ? ORDER BY row", string(id))
}

// DocumentsDue lists the documents that wait to be rendered, oldest first; those
// that failed are among them when failed is true.
func (tx *ReadTx) DocumentsDue(failed bool) ([]Document, error) {
	return list(tx, "list due documents", scanDocument, selectDocument+"WHERE state <> 'ready' AND (state = 'due' OR ?) ORDER BY row", failed)
}

// unissued refuses a transaction that took a number for a document and did not
// issue it.
func (tx *Tx) unissued() error {
	for _, id := range tx.numbered {
		document, err := tx.Document(id)
		if err != nil {
			return err
		}
		if document.State != DocumentReady {
			return fault.New(fault.Internal, "errors_store.number_unused", fault.Args{"number": document.Number})
		}
	}
	return nil
}

func readArgs(text string) (args fault.Args, err error) {
	if text == "" {
		return nil, nil
	}
	if err := json.Unmarshal([]byte(text), &args); err != nil {
		return nil, fmt.Errorf("read error arguments: %w", err)
	}
	return args, nil
}

func writeArgs(args fault.Args) (string, error) {
	if len(args) == 0 {
		return "", nil
	}
	text, err := json.Marshal(args)
	if err != nil {
		return "", fmt.Errorf("write error arguments: %w", err)
	}
	return string(text), nil
}

// notNil keeps an empty value from becoming NULL.
func notNil(bytes []byte) []byte {
	if bytes == nil {
		return []byte{}
	}
	return bytes
}
