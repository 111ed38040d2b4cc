package store

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// ActionState is how far a thing to be told to a marketplace is.
type ActionState string

// The states of an action. Done, refused and dropped are ends; every other one
// holds back what follows it in its case and lane.
const (
	ActionQueued     ActionState = "queued"
	ActionSending    ActionState = "sending"    // Taken by the syncer.
	ActionSubmitting ActionState = "submitting" // Money that may be on its way from this moment on.
	ActionAccepted   ActionState = "accepted"   // The marketplace said yes; not yet read back.
	ActionDone       ActionState = "done"
	ActionRefused    ActionState = "refused"
	ActionUnknown    ActionState = "unknown" // Nobody can tell whether it was applied.
	ActionToFix      ActionState = "to_fix"  // The marketplace will not take it as it is.
	ActionManual     ActionState = "manual"  // A person does it in the back office.
	ActionDropped    ActionState = "dropped" // A person decided that it need not be done.
)

// Action is a row of the outbox.
type Action struct {
	CaseID    returns.CaseID
	ID        returns.ActionID // Unique within its case.
	Account   string
	Lane      returns.Lane
	Kind      string
	Payload   []byte // JSON, without names or free text: references only.
	State     ActionState
	Attempts  int
	NotBefore time.Time // Zero means at once.
	LastHTTP  int       // Status of the last answer; 0 when there was none.
	ErrorKey  string
	ErrorArgs fault.Args
	RemoteRef string // What the marketplace calls it, once it said.
	CreatedAt time.Time
	UpdatedAt time.Time

	After []returns.ActionID // Actions of the case that must be over before; read by Enqueue only.
}

const selectAction = `SELECT o.case_id, o.action_id, o.account, o.lane, o.kind, o.payload, o.state, o.attempts, o.not_before,
	o.last_http, o.error_key, o.error_args, o.remote_ref, o.created_at, o.updated_at FROM outbox o `

func scanAction(row scanner) (a Action, err error) {
	var args string
	var notBefore int64
	var created, updated sql.NullInt64
	err = row.Scan(&a.CaseID, &a.ID, &a.Account, &a.Lane, &a.Kind, &a.Payload, &a.State, &a.Attempts, &notBefore,
		&a.LastHTTP, &a.ErrorKey, &args, &a.RemoteRef, &created, &updated)
	if err != nil {
		return a, err
	}
	if notBefore > 0 {
		a.NotBefore = time.UnixMilli(notBefore).UTC()
	}
	a.CreatedAt, a.UpdatedAt = fromMillis(created), fromMillis(updated)
	a.ErrorArgs, err = readArgs(args)
	return a, err
}

// Enqueue adds an action, queued or, for what the channel cannot do, manual. Its
// id was never used in its case before.
func (tx *Tx) Enqueue(a Action) error {
	if a.State == "" {
		a.State = ActionQueued
	}
	tx.changed.Outbox = true
	digest := sha256.Sum256(a.Payload)
	notBefore := int64(0)
	if !a.NotBefore.IsZero() {
		notBefore = a.NotBefore.UnixMilli()
	}
	err := tx.exec("queue action", `INSERT INTO outbox (case_id, action_id, account, lane, kind, payload, payload_sha256, state, not_before, created_at, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, string(a.CaseID), string(a.ID), a.Account, string(a.Lane), a.Kind, notNil(a.Payload), digest[:],
		string(a.State), notBefore, tx.now.UnixMilli(), tx.now.UnixMilli())
	if err != nil {
		return err
	}
	for _, before := range a.After {
		if err := tx.execOne("link action", `INSERT INTO outbox_after (row, after)
			SELECT a.row, b.row FROM outbox a JOIN outbox b ON b.case_id = a.case_id
			WHERE a.case_id = ? AND a.action_id = ? AND b.action_id = ?`, string(a.CaseID), string(a.ID), string(before)); err != nil {
			return err
		}
	}
	return nil
}

// ClaimNext takes the oldest action that may leave now and marks it as sending;
// found is false when there is none. An action may leave when its time has come,
// it is the oldest unfinished one of its case and lane, what it comes after is
// over, and its lane is not paused.
func (tx *Tx) ClaimNext() (a Action, found bool, err error) {
	var row int64
	err = tx.row(`UPDATE outbox SET state = 'sending', attempts = attempts + 1, updated_at = ?1 WHERE row = (
		SELECT o.row FROM outbox o WHERE o.state = 'queued' AND (o.not_before <= ?1 OR o.not_before > ?2)
		AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.case_id = o.case_id AND p.lane = o.lane AND p.row < o.row
			AND p.state NOT IN ('done', 'refused', 'dropped'))
		AND NOT EXISTS (SELECT 1 FROM outbox_after l JOIN outbox p ON p.row = l.after WHERE l.row = o.row
			AND p.state NOT IN ('done', 'refused', 'dropped'))
		AND NOT EXISTS (SELECT 1 FROM lane_pauses s WHERE s.account = o.account AND s.lane = o.lane AND (s.until IS NULL OR s.until > ?1))
		ORDER BY o.not_before, o.row LIMIT 1) RETURNING row`, tx.now.UnixMilli(), tx.beyondWaits()).Scan(&row)
	if errors.Is(err, sql.ErrNoRows) {
		return a, false, nil
	}
	if err != nil {
		return a, false, fmt.Errorf("claim action: %w", err)
	}
	tx.changed.Outbox = true
	a, err = one(tx.ReadTx, "read claimed action", scanAction, selectAction+"WHERE o.row = ?", row)
	return a, err == nil, err
}

// LongestWait is longer than any action is ever put off. One that waits for a later
// time was put off by a clock that has been set back since, and may leave.
const LongestWait = 25 * time.Hour

func (tx *ReadTx) beyondWaits() int64 { return tx.now.Add(LongestWait).UnixMilli() }

// ActionUpdate is what changes on an action.
type ActionUpdate struct {
	State     ActionState
	NotBefore time.Time // When a queued action may leave; zero means at once.
	LastHTTP  int
	Error     *fault.Error // nil clears the last one.
	RemoteRef string       // Empty leaves the last one.
}

// SetAction moves an action to a state.
func (tx *Tx) SetAction(id returns.CaseID, action returns.ActionID, to ActionUpdate) error {
	tx.changed.Outbox = true
	tx.touch(id)
	key, args := "", ""
	if to.Error != nil {
		var err error
		if key = to.Error.Key; key != "" {
			if args, err = writeArgs(to.Error.Args); err != nil {
				return err
			}
		}
	}
	notBefore := int64(0)
	if !to.NotBefore.IsZero() {
		notBefore = to.NotBefore.UnixMilli()
	}
	return tx.execOne("move action", `UPDATE outbox SET state = ?, not_before = ?, last_http = ?, error_key = ?, error_args = ?,
		remote_ref = iif(? = '', remote_ref, ?), updated_at = ? WHERE case_id = ? AND action_id = ?`,
		string(to.State), notBefore, to.LastHTTP, key, args, to.RemoteRef, to.RemoteRef, tx.now.UnixMilli(), string(id), string(action))
}

// PauseLane stops a lane of an account until a time, or until ResumeLane when the
// time is zero. reason is a message key.
func (tx *Tx) PauseLane(account string, lane returns.Lane, reason string, until time.Time) error {
	tx.changed.Outbox = true
	return tx.exec("pause lane", `INSERT INTO lane_pauses (account, lane, reason, since, until) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (account, lane) DO UPDATE SET reason = excluded.reason, until = excluded.until`,
		account, string(lane), reason, tx.now.UnixMilli(), millis(until))
}

// ResumeLane lets a lane go on.
func (tx *Tx) ResumeLane(account string, lane returns.Lane) error {
	tx.changed.Outbox = true
	return tx.exec("resume lane", "DELETE FROM lane_pauses WHERE account = ? AND lane = ?", account, string(lane))
}
