package store

// CountByPolicy counts the open cases by the version of the rules that judges them.
func (tx *ReadTx) CountByPolicy() (map[string]int, error) {
	type count struct {
		version string
		cases   int
	}
	counted, err := list(tx, "count cases by version of the rules", func(row scanner) (c count, err error) {
		return c, row.Scan(&c.version, &c.cases)
	}, "SELECT policy, count(*) FROM cases INDEXED BY cases_judged WHERE open = 1 GROUP BY policy")
	versions := map[string]int{}
	for _, one := range counted {
		versions[one.version] = one.cases
	}
	return versions, err
}
