package store

// HastenActions lets the queued actions of an account leave at once that were put
// off because nothing answered: the line is back, and their wait has no reason
// any more. What an answer put off keeps its time.
func (tx *Tx) HastenActions(account string) error {
	tx.changed.Outbox = true
	return tx.exec("hasten actions", `UPDATE outbox SET not_before = 0
		WHERE account = ? AND state = 'queued' AND not_before > 0 AND last_http = 0`, account)
}
