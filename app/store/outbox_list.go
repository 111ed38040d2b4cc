package store

import (
	"database/sql"
	"time"

	"revient/app/returns"
)

// Action returns an action of a case.
func (tx *ReadTx) Action(id returns.CaseID, action returns.ActionID) (Action, error) {
	return one(tx, "read action", scanAction, selectAction+"WHERE o.case_id = ? AND o.action_id = ?", string(id), string(action))
}

// ActionsOf lists the actions of a case, in their order.
func (tx *ReadTx) ActionsOf(id returns.CaseID) ([]Action, error) {
	return list(tx, "list actions of case", scanAction, selectAction+"WHERE o.case_id = ? ORDER BY o.row", string(id))
}

// ActionsIn lists the actions in any of the states, the oldest first. What was
// sending or submitting when the program died is found by it at the start.
func (tx *ReadTx) ActionsIn(limit int, states ...ActionState) ([]Action, error) {
	args := []any{}
	for _, state := range states {
		args = append(args, string(state))
	}
	return list(tx, "list actions", scanAction,
		selectAction+"WHERE o.state IN ("+placesFor(len(states))+") ORDER BY o.row LIMIT ?", append(args, limit)...)
}

// RecentActions lists actions that are over, the newest first.
func (tx *ReadTx) RecentActions(limit int) ([]Action, error) {
	return list(tx, "list recent actions", scanAction,
		selectAction+"WHERE o.state IN ('done', 'refused', 'dropped') ORDER BY o.updated_at DESC, o.row DESC LIMIT ?", limit)
}

// NextAction is when the next queued action may leave; the zero time when none is
// queued. It may be held back by its lane all the same.
func (tx *ReadTx) NextAction() (time.Time, error) {
	return one(tx, "read next action", func(row scanner) (time.Time, error) {
		var at sql.NullInt64
		err := row.Scan(&at)
		return fromMillis(at), err
	}, "SELECT min(iif(max(not_before, created_at) > ?, 1, max(not_before, created_at))) FROM outbox WHERE state = 'queued'", tx.beyondWaits())
}

// OutboxCounts are the four numbers that are always on screen.
type OutboxCounts struct {
	Waiting     int       // Not told yet, and on its way without anybody's help.
	Oldest      time.Time // When the oldest waiting one was queued; zero when none waits.
	LastSuccess time.Time // Zero when nothing ever left.
	ToFix       int       // Needs a person: to fix, unknown, or by hand.
}

// CountOutbox counts the outbox.
func (tx *ReadTx) CountOutbox() (OutboxCounts, error) {
	return one(tx, "count outbox", func(row scanner) (c OutboxCounts, err error) {
		var oldest, success sql.NullInt64
		err = row.Scan(&c.Waiting, &oldest, &success, &c.ToFix)
		c.Oldest, c.LastSuccess = fromMillis(oldest), fromMillis(success)
		return c, err
	}, `SELECT
		(SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending', 'submitting', 'accepted')),
		(SELECT min(created_at) FROM outbox WHERE state IN ('queued', 'sending', 'submitting', 'accepted')),
		(SELECT max(updated_at) FROM outbox WHERE state = 'done'),
		(SELECT count(*) FROM outbox WHERE state IN ('to_fix', 'unknown', 'manual'))`)
}

// LanePause is a lane that waits.
type LanePause struct {
	Account string
	Lane    returns.Lane
	Reason  string // Message key.
	Since   time.Time
	Until   time.Time // Zero until a person resumes it.
}

// LanePauses lists the lanes that wait.
func (tx *ReadTx) LanePauses() ([]LanePause, error) {
	return list(tx, "list paused lanes", func(row scanner) (p LanePause, err error) {
		var since, until sql.NullInt64
		err = row.Scan(&p.Account, &p.Lane, &p.Reason, &since, &until)
		p.Since, p.Until = fromMillis(since), fromMillis(until)
		return p, err
	}, "SELECT account, lane, reason, since, until FROM lane_pauses WHERE until IS NULL OR until > ? ORDER BY account, lane", tx.now.UnixMilli())
}
