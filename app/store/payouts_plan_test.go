package store

import (
	"strings"
	"testing"
)

func TestTheRefundsOfAPayoutAreLookedUpAndNotSearchedLineByLine(t *testing.T) {
	db := mustOpenInside(t, t.TempDir())
	rows, err := db.writer.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+refundsWithoutPayout, "bm-fr")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := rows.Close(); err != nil {
			t.Error(err)
		}
	}()
	plan := []string{}
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, step)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if said := strings.Join(plan, "; "); !strings.Contains(said, "payout_lines_refund") {
		t.Errorf("the plan is %s", said)
	}
}
