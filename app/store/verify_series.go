package store

import (
	"fmt"

	"revient/app/fault"
)

// verifySeries checks that the numbered documents of every series, epoch and year
// run from 1 to the series' counter without a gap, and that no document has a
// number of a series that nobody counts.
func verifySeries(tx *ReadTx, report *Verification) error {
	type series struct {
		name                           string
		epoch, year                    int
		counter, count, first, largest int64
	}
	return each(tx, "check series", func(row scanner) (s series, err error) {
		return s, row.Scan(&s.name, &s.epoch, &s.year, &s.counter, &s.count, &s.first, &s.largest)
	}, func(s series) error {
		// n is unique in its series: as many as the largest, from 1, leave no gap.
		if s.counter != s.count || s.largest != s.count || s.count > 0 && s.first != 1 {
			report.found(fmt.Sprintf("series %s %d/%d", s.name, s.year, s.epoch), "series", fault.Args{"count": s.count, "last": max(s.counter, s.largest)})
		}
		return nil
	}, `WITH numbered AS (SELECT series, epoch, year, count(*) AS count, min(n) AS first, max(n) AS largest FROM documents
			WHERE number IS NOT NULL GROUP BY series, epoch, year)
		SELECT coalesce(s.name, d.series), coalesce(s.epoch, d.epoch), coalesce(s.year, d.year), coalesce(s.n, 0),
			coalesce(d.count, 0), coalesce(d.first, 0), coalesce(d.largest, 0)
		FROM (SELECT * FROM series WHERE name NOT IN (?, ?)) s
		FULL JOIN numbered d ON d.series = s.name AND d.epoch = s.epoch AND d.year = s.year`, caseSeries, closingSeries)
}
