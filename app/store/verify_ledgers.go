package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"

	"revient/app/fault"
	"revient/app/media"
	"revient/app/returns"
)

func sumOf(bytes []byte) string {
	digest := sha256.Sum256(bytes)
	return hex.EncodeToString(digest[:])
}

// erasedCases are the cases whose customer was erased: bytes and photos of theirs
// may be missing.
const erasedCases = "SELECT case_id FROM journal WHERE type = 'person_erased'"

// verifyDocuments compares the bytes of every document with its hash and with
// what the journal says was issued, both ways.
func verifyDocuments(tx *ReadTx, report *Verification) error {
	issued := map[returns.DocumentID]returns.IssuedDocument{}
	err := each(tx, "read issued documents", scanEntry, func(e Entry) error {
		event, err := e.Event()
		if err != nil {
			return nil //nolint:nilerr // verifyCases reports an event that cannot be read.
		}
		if document, is := event.(returns.DocumentIssued); is {
			issued[document.Document.ID] = document.Document
		}
		return nil
	}, "SELECT "+entryColumns+" FROM journal WHERE type = ?", string(returns.TypeOf(returns.DocumentIssued{})))
	if err != nil {
		return err
	}
	type kept struct {
		id          returns.DocumentID
		state       DocumentState
		number, sum string
		pdf         []byte
		allowed     bool // To be empty.
	}
	err = each(tx, "check documents", func(row scanner) (k kept, err error) {
		return k, row.Scan(&k.id, &k.state, &k.number, &k.sum, &k.pdf, &k.allowed)
	}, func(k kept) error {
		report.Documents++
		where := "document " + string(k.id)
		said, known := issued[k.id]
		delete(issued, k.id)
		switch {
		case k.state == DocumentErased && !k.allowed:
			report.found(where, "document_erased", nil)
		case k.state == DocumentReady && sumOf(k.pdf) != k.sum:
			report.found(where, "bytes", nil)
		case known && (k.state != DocumentReady && k.state != DocumentErased || said.SHA256 != k.sum || said.Number != k.number):
			report.found(where, "document_differs", nil)
		case !known && k.number != "":
			report.found(where, "document_unsaid", fault.Args{"number": k.number})
		}
		return nil
	}, `SELECT id, iif(erased_at IS NULL, state, 'erased'), coalesce(number, ''), sha256, pdf, case_id IN (`+erasedCases+`)
		FROM documents ORDER BY row`)
	for id := range issued {
		report.found("document "+string(id), "document_missing", nil)
	}
	return err
}

// verifyPhotos reads every photo that the database names, and checks that it
// names every photo of a case.
func verifyPhotos(tx *ReadTx, report *Verification) error {
	named, err := tx.AllMedia()
	if err != nil {
		return err
	}
	if len(named) > 0 {
		library, err := media.Open(filepath.Join(tx.db.dir, MediaFolder))
		if err != nil {
			return fmt.Errorf("open photos: %w", err)
		}
		for _, photo := range named {
			report.Photos++
			if err := library.Verify(tx.ctx, string(photo.SHA256)); err != nil {
				said := fault.Of(err)
				report.Findings = append(report.Findings, Finding{Where: "photo " + string(photo.SHA256), Key: said.Key, Args: said.Args})
			}
		}
	}
	type evidence struct{ number, photo string }
	return each(tx, "check evidence", func(row scanner) (e evidence, err error) { return e, row.Scan(&e.number, &e.photo) }, func(e evidence) error {
		err := tx.row("SELECT sha256 FROM media_files WHERE sha256 = ?", e.photo).Scan(&e.photo)
		if errors.Is(err, sql.ErrNoRows) {
			report.found("case "+e.number, "photo_unnamed", fault.Args{"photo": e.photo})
			return nil
		}
		if err != nil {
			return fmt.Errorf("find photo: %w", err)
		}
		return nil
	}, `SELECT c.number, json_extract(e.value, '$.photo') FROM cases c, json_each(CAST(c.state AS TEXT), '$.evidence') e
		WHERE c.id NOT IN (`+erasedCases+`)`)
}
