package store

import (
	"database/sql"
	"time"

	"revient/app/returns"
)

// MediaFile is the original of a photo, of which the bytes are a file.
type MediaFile struct {
	SHA256  returns.PhotoID
	MIME    string
	Size    int64
	Width   int
	Height  int
	TakenAt time.Time // Zero when the file does not say.
	Source  string    // camera, file, paste, customer.
	AddedAt time.Time
}

const selectMedia = "SELECT sha256, mime, size, width, height, taken_at, source, added_at FROM media_files "

func scanMedia(row scanner) (m MediaFile, err error) {
	var taken, added sql.NullInt64
	err = row.Scan(&m.SHA256, &m.MIME, &m.Size, &m.Width, &m.Height, &taken, &m.Source, &added)
	m.TakenAt, m.AddedAt = fromMillis(taken), fromMillis(added)
	return m, err
}

// AddMedia names a file that is already safe on the disk. The same file may be
// named again; what was known of it stays.
func (tx *Tx) AddMedia(m MediaFile) error {
	return tx.exec("add media", `INSERT INTO media_files (sha256, mime, size, width, height, taken_at, source, added_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`,
		string(m.SHA256), m.MIME, m.Size, m.Width, m.Height, millis(m.TakenAt), m.Source, tx.now.UnixMilli())
}

// Media returns what is known of a file.
func (tx *ReadTx) Media(sha returns.PhotoID) (MediaFile, error) {
	return one(tx, "read media", scanMedia, selectMedia+"WHERE sha256 = ?", string(sha))
}

// AllMedia lists every file that is named, by its hash.
func (tx *ReadTx) AllMedia() ([]MediaFile, error) {
	return list(tx, "list media", scanMedia, selectMedia+"ORDER BY sha256")
}
