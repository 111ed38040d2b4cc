package store

import (
	"context"
	"fmt"
)

// FillDisk leaves the database room for so many pages more and no other, as a
// full disk does; 0 frees the disk again.
func (db *DB) FillDisk(ctx context.Context, left int) error {
	limit := 1 << 30
	if left > 0 {
		pages := 0
		if err := db.writer.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages); err != nil {
			return fmt.Errorf("count pages: %w", err)
		}
		limit = pages + left
	}
	if _, err := db.writer.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", limit)); err != nil {
		return fmt.Errorf("limit pages: %w", err)
	}
	return nil
}
