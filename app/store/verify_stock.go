package store

// verifyStock finds units that are kept for a case that there is not.
func verifyStock(tx *ReadTx, report *Verification) error {
	lost, err := list(tx, "check stock", func(row scanner) (id string, err error) { return id, row.Scan(&id) },
		"SELECT id FROM units WHERE case_id <> '' AND case_id NOT IN (SELECT case_id FROM journal)")
	for _, id := range lost {
		report.found("unit "+id, "unit_case", nil)
	}
	return err
}
