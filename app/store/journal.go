package store

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/google/uuid"

	"revient/app/fault"
	"revient/app/returns"
)

// Stamp says on whose word events are written.
type Stamp struct {
	CommandID returns.CommandID
	Actor     returns.OperatorID
	Screen    string // Which screen of the station; empty when none was involved.
}

// Append writes events of a case to the journal, folds them into the case and
// brings the projections up to date. expectedSeq is how many events the case had
// when the events were decided; if it has others by now, nothing is written and
// the answer is a conflict. A case that does not exist yet has none. It returns
// the case as it is then.
func (tx *Tx) Append(stamp Stamp, id returns.CaseID, expectedSeq int, events ...returns.Event) (returns.Case, error) {
	held, at, err := tx.load(id)
	if err != nil {
		return returns.Case{}, err
	}
	if held.Seq != expectedSeq {
		return returns.Case{}, fault.New(fault.Conflict, "errors_store.case_moved", fault.Args{"number": held.Number})
	}
	if len(events) == 0 {
		return held, nil
	}
	station, err := tx.named()
	if err != nil {
		return returns.Case{}, err
	}
	last, err := tx.lastOf(station)
	if err != nil {
		return returns.Case{}, err
	}
	seen, err := tx.headOf(id)
	if err != nil {
		return returns.Case{}, err
	}
	now := held
	for _, event := range events {
		entry, stored, err := tx.entry(stamp, id, station, event)
		if err != nil {
			return returns.Case{}, err
		}
		entry.Seq, entry.PrevHash, entry.CaseSeq, entry.Seen = last.seq+1, last.hash, now.Seq+1, seen
		entry.Hash = entry.sum()
		if err := tx.write(&entry); err != nil {
			return returns.Case{}, err
		}
		if at.row == 0 {
			at.row = entry.Row
		}
		at.updated = entry.At
		last, seen = lastRow{entry.Seq, entry.Hash}, entry.place()
		before := now
		if now = fold(now, entry, stored); !reflect.DeepEqual(before.Refunds, now.Refunds) {
			// The database's own guards of money read the projection at the next event.
			if err := tx.project(at, held, now); err != nil {
				return returns.Case{}, err
			}
			held = now
		}
	}
	if held.Seq != now.Seq {
		if err := tx.project(at, held, now); err != nil {
			return returns.Case{}, err
		}
	}
	tx.touch(id)
	return now, nil
}

// fold applies an event the same way when it is new and when it is replayed.
func fold(c returns.Case, entry Entry, event returns.Event) returns.Case {
	next := returns.Apply(c, event)
	next.ID = returns.CaseID(entry.CaseID)
	return next
}

// entry prepares the row of an event. It returns the event as it is read back
// from its payload, so that a case folded now and one folded from the journal in
// ten years are the same to the byte.
func (tx *Tx) entry(stamp Stamp, id returns.CaseID, station Station, event returns.Event) (e Entry, stored returns.Event, err error) {
	kind, schema, payload, err := returns.Encode(event)
	if err != nil {
		return e, nil, fmt.Errorf("write journal: %w", err)
	}
	if stored, err = returns.Decode(kind, schema, payload); err != nil {
		return e, nil, fmt.Errorf("write journal: %w", err)
	}
	eventID, err := uuid.NewV7()
	if err != nil {
		return e, nil, fmt.Errorf("make event id: %w", err)
	}
	hlc, err := tx.tick()
	if err != nil {
		return e, nil, err
	}
	e = Entry{
		Station: station.Prefix, Epoch: station.Epoch, ID: eventID.String(), CaseID: string(id),
		Type: string(kind), Schema: schema, CommandID: string(stamp.CommandID), At: tx.now.UnixMilli(),
		Zone: tx.db.zone.String(), HLC: hlc, Actor: string(stamp.Actor), Screen: stamp.Screen, Payload: payload,
	}
	return e, stored, nil
}

func (tx *Tx) write(e *Entry) error {
	result, err := tx.sql.ExecContext(tx.ctx, `INSERT INTO journal (station, epoch, seq, id, case_id, case_seq, seen, type, schema,
		command_id, at, zone, hlc, actor, screen, payload, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Station, e.Epoch, e.Seq, e.ID, e.CaseID, e.CaseSeq, e.Seen, e.Type, e.Schema,
		e.CommandID, e.At, e.Zone, e.HLC, e.Actor, e.Screen, e.Payload, e.PrevHash, e.Hash)
	if err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	if e.Row, err = result.LastInsertId(); err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	return nil
}

// place names an entry for people and for other entries: station/epoch/seq.
func (e Entry) place() string { return fmt.Sprintf("%s/%d/%d", e.Station, e.Epoch, e.Seq) }

// headOf is the place of the last event of a case, empty for a new one.
func (tx *ReadTx) headOf(id returns.CaseID) (string, error) {
	head, err := one(tx, "read a case's last event", func(row scanner) (e Entry, err error) {
		return e, row.Scan(&e.Station, &e.Epoch, &e.Seq)
	}, "SELECT station, epoch, seq FROM journal WHERE case_id = ? ORDER BY case_seq DESC, row DESC LIMIT 1", string(id))
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return head.place(), err
}

// History returns the journal of a case, oldest first.
func (tx *ReadTx) History(id returns.CaseID) ([]Entry, error) {
	return list(tx, "read a case's history", scanEntry,
		"SELECT "+entryColumns+" FROM journal WHERE case_id = ? ORDER BY case_seq, row", id)
}

// Event decodes what the entry says happened.
func (e Entry) Event() (returns.Event, error) {
	event, err := returns.Decode(returns.EventType(e.Type), e.Schema, e.Payload)
	if err != nil {
		return nil, fmt.Errorf("decode event %s: %w", e.place(), err)
	}
	return event, nil
}

// Time is when the entry was written.
func (e Entry) Time() time.Time { return time.UnixMilli(e.At).UTC() }

// Case returns a case as it is now.
func (tx *ReadTx) Case(id returns.CaseID) (returns.Case, error) {
	held, at, err := tx.load(id)
	if err == nil && at.row == 0 {
		return held, missing("read case")
	}
	return held, err
}

// spot is what a projection holds of a case that is not in the case itself: the
// row of its first event, and when its last one was written.
type spot struct{ row, updated int64 }

type storedCase struct {
	spot
	state []byte
}

func scanStored(r scanner) (s storedCase, err error) {
	return s, r.Scan(&s.row, &s.updated, &s.state)
}

// load returns a case and its spot; a case that does not exist has row 0.
func (tx *ReadTx) load(id returns.CaseID) (returns.Case, spot, error) {
	found, err := one(tx, "read case", scanStored, "SELECT row, updated_at, state FROM cases WHERE id = ?", string(id))
	if fault.Is(err, fault.NotFound) {
		return returns.Case{ID: id}, spot{}, nil
	}
	if err != nil {
		return returns.Case{}, spot{}, err
	}
	held, err := decodeCase(found.state)
	return held, found.spot, err
}

func decodeCase(state []byte) (held returns.Case, err error) {
	if err := json.Unmarshal(state, &held); err != nil {
		return held, fmt.Errorf("decode case: %w", err)
	}
	return held, nil
}
