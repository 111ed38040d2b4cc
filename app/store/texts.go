package store

import "revient/app/returns"

// SaveText keeps a free text, such as a reason or a message, and returns what the
// journal may hold of it. An empty text needs no keeping and has no reference.
func (tx *Tx) SaveText(kind, body string) (returns.TextRef, error) {
	if body == "" {
		return returns.TextRef{}, nil
	}
	sealed, err := seal([]byte(body))
	if err != nil {
		return returns.TextRef{}, err
	}
	err = tx.exec("save text", "INSERT INTO texts (id, kind, body, secret, hash, created_at) VALUES (?, ?, ?, ?, ?, ?)",
		sealed.id, kind, body, sealed.secret, sealed.hash, tx.now.UnixMilli())
	return returns.TextRef{ID: sealed.id, Hash: sealed.hash}, err
}

// Text returns a text. One that was erased is NotFound.
func (tx *ReadTx) Text(id string) (string, error) {
	return one(tx, "read text", func(row scanner) (body string, err error) { return body, row.Scan(&body) },
		"SELECT body FROM texts WHERE id = ? AND body IS NOT NULL", id)
}

// EraseText forgets a text and the secret that ties it to the journal's hash.
func (tx *Tx) EraseText(id string) error {
	return tx.execOne("erase text", "UPDATE texts SET body = NULL, secret = NULL, erased_at = ? WHERE id = ? AND body IS NOT NULL",
		tx.now.UnixMilli(), id)
}
