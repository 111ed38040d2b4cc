package store

import (
	"fmt"

	"revient/app/returns"
)

// caseSeries is the series of case numbers; it does not restart with the year.
const caseSeries = "case"

// NextCaseNumber takes the next case number of the station. It is taken only if
// the transaction commits.
func (tx *Tx) NextCaseNumber() (string, error) {
	station, err := tx.named()
	if err != nil {
		return "", err
	}
	n, err := tx.next(caseSeries, station.Epoch, 0)
	if err != nil {
		return "", err
	}
	return returns.CaseNumber(station.Prefix, station.Epoch, n), nil
}

// next takes the next number of a series.
func (tx *Tx) next(series string, epoch, year int) (n int64, err error) {
	err = tx.row(`INSERT INTO series (name, epoch, year, n) VALUES (?, ?, ?, 1)
		ON CONFLICT (name, epoch, year) DO UPDATE SET n = n + 1 RETURNING n`, series, epoch, year).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("take a number of series %s: %w", series, err)
	}
	return n, nil
}
