package store

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
)

// Entry is a row of the journal, as it is stored.
type Entry struct {
	Row       int64
	Station   string
	Epoch     int
	Seq       int64
	ID        string
	CaseID    string
	CaseSeq   int
	Seen      string
	Type      string
	Schema    int
	CommandID string
	At        int64 // Unix milliseconds, UTC.
	Zone      string
	HLC       int64
	Actor     string
	Screen    string
	Payload   []byte
	PrevHash  []byte
	Hash      []byte
}

// entryColumns are the columns of an Entry, in the order of scanEntry.
const entryColumns = `row, station, epoch, seq, id, case_id, case_seq, seen, type, schema,
	command_id, at, zone, hlc, actor, screen, payload, prev_hash, hash`

func scanEntry(row scanner) (e Entry, err error) {
	return e, row.Scan(&e.Row, &e.Station, &e.Epoch, &e.Seq, &e.ID, &e.CaseID, &e.CaseSeq, &e.Seen, &e.Type, &e.Schema,
		&e.CommandID, &e.At, &e.Zone, &e.HLC, &e.Actor, &e.Screen, &e.Payload, &e.PrevHash, &e.Hash)
}

// sum computes the entry's hash: SHA-256 over the hash before it, then over every
// stored column but row and hash, each preceded by its length in eight bytes and
// numbers as eight bytes, big-endian. It reads the stored bytes and encodes none
// of them anew, so that no later version of an encoder can break the chain.
func (e Entry) sum() []byte {
	digest := sha256.New()
	digest.Write(e.PrevHash)
	writeText(digest, e.Station)
	writeNumber(digest, int64(e.Epoch))
	writeNumber(digest, e.Seq)
	writeText(digest, e.ID)
	writeText(digest, e.CaseID)
	writeNumber(digest, int64(e.CaseSeq))
	writeText(digest, e.Seen)
	writeText(digest, e.Type)
	writeNumber(digest, int64(e.Schema))
	writeText(digest, e.CommandID)
	writeNumber(digest, e.At)
	writeText(digest, e.Zone)
	writeNumber(digest, e.HLC)
	writeText(digest, e.Actor)
	writeText(digest, e.Screen)
	writeText(digest, string(e.Payload))
	return digest.Sum(nil)
}

// A hash's Write never returns an error, as hash.Hash promises.

func writeText(digest hash.Hash, s string) {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(s)))
	digest.Write(length[:])
	digest.Write([]byte(s))
}

func writeNumber(digest hash.Hash, n int64) {
	var bytes [16]byte
	binary.BigEndian.PutUint64(bytes[:8], 8)
	binary.BigEndian.PutUint64(bytes[8:], uint64(n)) //nolint:gosec // Two's complement on purpose.
	digest.Write(bytes[:])
}
