package store

import (
	"database/sql"
	"time"

	"revient/app/returns"
)

// Import is a file that was taken in.
type Import struct {
	ID     string
	Kind   string // What it held, such as sold_units.
	Name   string // Of the file.
	SHA256 string // Of its bytes, in hexadecimal.
	Rows   int    // That were taken.
	At     time.Time
	Actor  returns.OperatorID
}

const selectImport = "SELECT id, kind, name, sha256, rows, at, actor FROM imports "

func scanImport(row scanner) (i Import, err error) {
	var at sql.NullInt64
	err = row.Scan(&i.ID, &i.Kind, &i.Name, &i.SHA256, &i.Rows, &at, &i.Actor)
	i.At = fromMillis(at)
	return i, err
}

// AddImport notes that a file was taken in, in the transaction of its rows.
func (tx *Tx) AddImport(i Import) error {
	return tx.exec("add import", "INSERT INTO imports (id, kind, name, sha256, rows, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?)",
		i.ID, i.Kind, i.Name, i.SHA256, i.Rows, tx.now.UnixMilli(), string(i.Actor))
}

// FindImport tells when the same bytes were last taken in; NotFound when they
// never were.
func (tx *ReadTx) FindImport(kind, sha256 string) (Import, error) {
	return one(tx, "find import", scanImport, selectImport+"WHERE kind = ? AND sha256 = ? ORDER BY row DESC LIMIT 1", kind, sha256)
}

// Imports lists the files of a kind that were taken in, the newest first; of every
// kind when it is empty.
func (tx *ReadTx) Imports(kind string, limit int) ([]Import, error) {
	return list(tx, "list imports", scanImport, selectImport+"WHERE kind = ?1 OR ?1 = '' ORDER BY row DESC LIMIT ?2", kind, limit)
}
