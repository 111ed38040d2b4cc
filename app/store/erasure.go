package store

import (
	"errors"
	"slices"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// ErasureOrder says whose data are erased, and what the law keeps.
type ErasureOrder struct {
	Cases []returns.CaseID // All of them are over.

	// KeepFrom keeps the bytes of numbered documents issued at or after it: the law
	// obliges to keep them that long. The zero time keeps none.
	KeepFrom time.Time
}

// Erasure is what was erased.
type Erasure struct {
	Persons   int
	Texts     int
	Documents int                         // Whose bytes are gone.
	Kept      map[returns.CaseID][]string // Numbers of the documents that the law keeps, by case.
	Files     []returns.PhotoID           // Photos and attachments that nothing names any more: their files are to be deleted.
}

// EraseCases forgets the customers of cases: the persons and texts that their
// journal names, the conversation, the buyer, what the marketplace sent, the
// bytes of documents that the law does not keep, the names of photos and
// attachments, and what the search knew. The journal, numbers and hashes stay. The
// same transaction must append PersonErased to each case: Verify knows from it
// what may be missing.
//
// What is still at the marketplace is remembered by a keyed hash: pulling the same
// bytes or the same buyer again brings nobody back. Bytes that differ are new to
// us and are kept, since the person has begun something new there.
//
// It must be followed by Purge, which takes the traces out of the files, and by
// the deletion of Files.
func (tx *Tx) EraseCases(order ErasureOrder) (done Erasure, err error) {
	done.Kept = map[returns.CaseID][]string{}
	files := []returns.PhotoID{}
	for _, caseID := range order.Cases {
		held, err := tx.Case(caseID)
		if err != nil {
			return done, err
		}
		if !held.Stage.Ended() {
			return done, fault.New(fault.Conflict, "errors_store.erase_open", fault.Args{"number": held.Number})
		}
		of, err := tx.filesOf(caseID)
		if err != nil {
			return done, err
		}
		files = append(files, of...)
		kept, err := tx.eraseCase(caseID, order, &done)
		if err != nil {
			return done, err
		}
		done.Kept[caseID] = kept
		tx.touch(caseID)
	}
	tx.changed.Documents = true
	done.Files, err = tx.forgetFiles(files, order.Cases)
	return done, err
}

// eraseCase erases what belongs to one case and returns the numbers of the
// documents that stay.
func (tx *Tx) eraseCase(id returns.CaseID, order ErasureOrder, done *Erasure) ([]string, error) {
	// The persons come last: what else is theirs is found by them.
	if err := errors.Join(tx.eraseRemote(id), tx.eraseBuyers(id), tx.eraseReferences(id, done)); err != nil {
		return nil, err
	}
	if err := tx.exec("erase texts of messages", `UPDATE texts SET body = NULL, secret = NULL, erased_at = ?2 WHERE body IS NOT NULL
		AND id IN (SELECT m.text_id FROM messages m `+messagesOf+`)`, string(id), tx.now.UnixMilli()); err != nil {
		return nil, err
	}
	if err := tx.exec("erase files of messages", "UPDATE messages AS m SET attachments = '[]' "+messagesOf, string(id)); err != nil {
		return nil, err
	}
	return tx.eraseDocuments(id, order.KeepFrom, done)
}

// eraseReferences erases the persons and texts that the journal of a case names.
func (tx *Tx) eraseReferences(id returns.CaseID, done *Erasure) error {
	named, err := list(tx.ReadTx, "list references of case", func(row scanner) (id string, err error) { return id, row.Scan(&id) }, referencesOf, string(id))
	if err != nil {
		return err
	}
	slices.Sort(named)
	for _, reference := range slices.Compact(named) {
		err := tx.ErasePerson(reference)
		if err == nil {
			done.Persons++
		} else if fault.Is(err, fault.NotFound) {
			if err = tx.EraseText(reference); err == nil {
				done.Texts++
			}
		}
		if err != nil && !fault.Is(err, fault.NotFound) { // Erased before, with another case.
			return err
		}
	}
	return nil
}

// eraseBuyers empties the buyer of the orders of a case's customer.
func (tx *Tx) eraseBuyers(id returns.CaseID) error {
	type bought struct {
		row   int64
		buyer []byte
	}
	sales, err := list(tx.ReadTx, "list buyers", func(row scanner) (b bought, err error) { return b, row.Scan(&b.row, &b.buyer) },
		"SELECT row, buyer FROM sales "+salesOf+" AND erased = ''", string(id))
	if err != nil {
		return err
	}
	for _, sale := range sales {
		mark, err := tx.markOf(sale.buyer)
		if err != nil {
			return err
		}
		if err := tx.exec("erase buyer", "UPDATE sales SET buyer = '{}', erased = ? WHERE row = ?", mark, sale.row); err != nil {
			return err
		}
	}
	return nil
}

// eraseRemote empties what the marketplace sent of a case.
func (tx *Tx) eraseRemote(id returns.CaseID) error {
	objects, err := tx.remoteOf(id)
	if err != nil {
		return err
	}
	return tx.eraseObjects(objects)
}

func (tx *Tx) eraseObjects(objects []RemoteObject) error {
	for _, object := range objects {
		if len(object.Raw) == 0 {
			continue
		}
		mark, err := tx.markOf(object.Raw)
		if err != nil {
			return err
		}
		if err := tx.exec("erase remote object", `UPDATE remote_objects SET raw = x'', sha256 = ?, erased = ?
			WHERE account = ? AND environment = ? AND kind = ? AND external_id = ?`,
			sumOf(nil), mark, object.Account, object.Environment, object.Kind, object.ExternalID); err != nil {
			return err
		}
	}
	return nil
}

// eraseDocuments empties the documents of a case, but for those that the law keeps.
func (tx *Tx) eraseDocuments(id returns.CaseID, keepFrom time.Time, done *Erasure) (kept []string, err error) {
	kept = []string{}
	documents, err := tx.DocumentsOf(id)
	if err != nil {
		return kept, err
	}
	for _, document := range documents {
		switch {
		case document.State == DocumentErased:
			continue
		case document.Number != "" && !keepFrom.IsZero() && !document.IssuedAt.Before(keepFrom):
			kept = append(kept, document.Number)
			continue
		case document.State != DocumentReady:
			if err := tx.DropDocument(document.ID); err != nil {
				return kept, err
			}
			continue
		}
		done.Documents++
		if err := tx.exec("erase document", "UPDATE documents SET pdf = x'', input = x'7b7d', erased_at = ? WHERE id = ?",
			tx.now.UnixMilli(), string(document.ID)); err != nil {
			return kept, err
		}
	}
	return kept, nil
}

// forgetFiles takes files out of the ledger that no case shows but those that are
// erased, and returns them.
func (tx *Tx) forgetFiles(files []returns.PhotoID, erased []returns.CaseID) ([]returns.PhotoID, error) {
	slices.Sort(files)
	files = slices.Compact(files)
	args := append(anyOf(texts(files)), anyOf(texts(erased))...)
	used, err := list(tx.ReadTx, "look for other uses of files", func(row scanner) (id returns.PhotoID, err error) { return id, row.Scan(&id) },
		`SELECT json_extract(e.value, '$.photo') AS photo FROM cases c, json_each(CAST(c.state AS TEXT), '$.evidence') e
			WHERE photo IN (`+placesFor(len(files))+`) AND c.id NOT IN (`+placesFor(len(erased))+`) AND c.id NOT IN (`+erasedCases+`)
		UNION SELECT f.value ->> 'sha256' FROM messages m, json_each(m.attachments) f WHERE f.value ->> 'sha256' <> ''`, args...)
	if err != nil {
		return nil, err
	}
	forgotten := slices.DeleteFunc(files, func(file returns.PhotoID) bool { return slices.Contains(used, file) })
	for _, file := range forgotten {
		if err := tx.exec("forget file", "DELETE FROM media_files WHERE sha256 = ?", string(file)); err != nil {
			return nil, err
		}
	}
	return forgotten, nil
}
