package store

import (
	"encoding/json"
	"fmt"

	"revient/app/fault"
	"revient/app/returns"
)

// MissingAttachments lists messages with a file that is not kept here yet, the
// newest first: somebody is more likely to look at those.
func (tx *ReadTx) MissingAttachments(account string, limit int) ([]Message, error) {
	return list(tx, "list missing attachments", scanMessage, selectMessage+`WHERE m.account = ? AND EXISTS (
		SELECT 1 FROM json_each(m.attachments) f WHERE coalesce(f.value ->> 'url', '') <> '' AND coalesce(f.value ->> 'sha256', '') = '')
		ORDER BY m.row DESC LIMIT ?`, account, limit)
}

// KeepAttachment notes that a file of a message is kept here, under the name of
// its bytes. The file itself was named by AddMedia before.
func (tx *Tx) KeepAttachment(message, ref string, sha returns.PhotoID) error {
	m, err := one(tx.ReadTx, "read message", scanMessage, selectMessage+"WHERE m.id = ?", message)
	if err != nil {
		return err
	}
	found := false
	for i := range m.Attachments {
		if m.Attachments[i].Ref == ref {
			m.Attachments[i].SHA256, found = string(sha), true
		}
	}
	if !found {
		return fault.New(fault.NotFound, "errors_store.not_found", nil)
	}
	files, err := json.Marshal(m.Attachments)
	if err != nil {
		return fmt.Errorf("encode attachments: %w", err)
	}
	tx.touch(m.CaseID)
	return tx.execOne("keep attachment", "UPDATE messages SET attachments = ? WHERE id = ?", string(files), message)
}
