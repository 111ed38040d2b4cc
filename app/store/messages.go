package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"revient/app/returns"
)

// Message is one message of a conversation.
type Message struct {
	ID          string
	CaseID      returns.CaseID // Empty while the folder has no case.
	Account     string
	Folder      string
	RemoteRef   string // Empty until the marketplace has it.
	Author      string // customer, seller, marketplace, unknown.
	Audience    string
	At          time.Time
	Text        string // Empty when erased.
	Attachments []MessageFile
	Informative bool // Calls for no answer.
}

// MessageFile is a file of a message.
type MessageFile struct {
	Ref    string `json:"ref"`
	URL    string `json:"url,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // Once it is kept here.
}

// SaveMessage keeps a message and its text. One that is known by its remote
// reference is left as it is, and added is false.
func (tx *Tx) SaveMessage(m Message) (added bool, err error) {
	if m.RemoteRef != "" {
		known := false
		if err := tx.row("SELECT count(*) FROM messages WHERE account = ? AND folder = ? AND remote_ref = ?",
			m.Account, m.Folder, m.RemoteRef).Scan(&known); err != nil {
			return false, fmt.Errorf("find message: %w", err)
		}
		if known {
			return false, nil
		}
	}
	if m.ID == "" {
		id, err := uuid.NewV7()
		if err != nil {
			return false, fmt.Errorf("make message id: %w", err)
		}
		m.ID = id.String()
	}
	text, err := tx.SaveText("message", m.Text)
	if err != nil {
		return false, err
	}
	if m.Attachments == nil {
		m.Attachments = []MessageFile{}
	}
	files, err := json.Marshal(m.Attachments)
	if err != nil {
		return false, fmt.Errorf("encode attachments: %w", err)
	}
	tx.touch(m.CaseID)
	return true, tx.exec("save message", `INSERT INTO messages (id, case_id, account, folder, remote_ref, author, audience, at, text_id, attachments, informative)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, m.ID, string(m.CaseID), m.Account, m.Folder, nullable(m.RemoteRef), m.Author, m.Audience,
		m.At.UnixMilli(), nullable(text.ID), string(files), m.Informative)
}

// AdoptMessages ties the messages of a folder to its case.
func (tx *Tx) AdoptMessages(account, folder string, id returns.CaseID) error {
	tx.touch(id)
	return tx.exec("adopt messages", "UPDATE messages SET case_id = ? WHERE account = ? AND folder = ? AND case_id = ''", string(id), account, folder)
}

const selectMessage = `SELECT m.id, m.case_id, m.account, m.folder, coalesce(m.remote_ref, ''), m.author, m.audience, m.at,
	coalesce(t.body, ''), m.attachments, m.informative FROM messages m LEFT JOIN texts t ON t.id = m.text_id `

func scanMessage(row scanner) (m Message, err error) {
	var at sql.NullInt64
	var files []byte
	err = row.Scan(&m.ID, &m.CaseID, &m.Account, &m.Folder, &m.RemoteRef, &m.Author, &m.Audience, &at, &m.Text, &files, &m.Informative)
	if err != nil {
		return m, err
	}
	m.At = fromMillis(at)
	return m, json.Unmarshal(files, &m.Attachments)
}

// Conversation lists the messages of a case, oldest first.
func (tx *ReadTx) Conversation(id returns.CaseID) ([]Message, error) {
	return list(tx, "read conversation", scanMessage, selectMessage+"WHERE m.case_id = ? ORDER BY m.at, m.row", string(id))
}

// FolderMessages lists the messages of a folder, oldest first.
func (tx *ReadTx) FolderMessages(account, folder string) ([]Message, error) {
	return list(tx, "read folder", scanMessage, selectMessage+"WHERE m.account = ? AND m.folder = ? ORDER BY m.at, m.row", account, folder)
}
