package syncer

import "time"

// The schedule of further attempts: full jitter over a span that doubles, so that
// stations that lost the same connection do not come back all at once.
const (
	backoffBase = time.Second
	backoffCap  = 5 * time.Minute
)

// backoff is how long to wait after a number of failed attempts.
func backoff(attempts int, random float64) time.Duration {
	span := backoffCap
	if shift := max(attempts-1, 0); shift < 9 { // 2^9 seconds are past the cap.
		span = min(backoffCap, backoffBase<<shift)
	}
	return time.Duration(random * float64(span))
}
