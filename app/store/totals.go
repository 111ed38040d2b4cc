package store

import (
	"cmp"
	"slices"
	"strings"

	"revient/app/returns"
)

// RefundTotal sums the refunds that reached one state within some rows of the
// journal, for one outcome and one currency. Amounts are in minor units.
type RefundTotal struct {
	State    returns.RefundState `json:"state"`   // approved, confirmed, done_by_hand, already_refunded, rejected.
	Outcome  returns.Outcome     `json:"outcome"` // Of the decision that granted it; empty when nothing was decided.
	Currency string              `json:"currency"`
	Count    int64               `json:"count"`
	Item     int64               `json:"item"`
	Shipping int64               `json:"shipping"`
}

// OutcomeTotal counts the decisions for one outcome.
type OutcomeTotal struct {
	Outcome returns.Outcome `json:"outcome"`
	Count   int64           `json:"count"`
}

// Totals are what was decided and what became of the money within some rows of
// the journal.
type Totals struct {
	Refunds   []RefundTotal  `json:"refunds"`   // By state, outcome and currency.
	Decisions []OutcomeTotal `json:"decisions"` // By outcome; one that was taken again counts again.
}

// RefundTotals sums what the rows of the journal from one to another, both
// included, say of money and decisions. It reads the journal alone, so that
// anybody can compute it again.
func (tx *ReadTx) RefundTotals(fromRow, toRow int64) (Totals, error) {
	totals := Totals{}
	var err error
	totals.Refunds, err = list(tx, "sum refunds", func(row scanner) (t RefundTotal, err error) {
		return t, row.Scan(&t.State, &t.Outcome, &t.Currency, &t.Count, &t.Item, &t.Shipping)
	}, `WITH happened AS (
			SELECT j.case_id, j.row, CASE j.type WHEN 'refund_confirmed' THEN 'confirmed' WHEN 'refund_by_hand' THEN 'done_by_hand'
				WHEN 'refund_found_done' THEN 'already_refunded' WHEN 'marketplace_refund_noted' THEN 'already_refunded'
				WHEN 'refund_approved' THEN 'approved' ELSE 'rejected' END AS state,
				iif(json_type(CAST(j.payload AS TEXT), '$.refund') = 'object', json_extract(CAST(j.payload AS TEXT), '$.refund.id'),
					json_extract(CAST(j.payload AS TEXT), '$.refund')) AS refund
			FROM journal j WHERE j.type IN ('refund_approved', 'marketplace_refund_noted', 'refund_confirmed', 'refund_by_hand',
				'refund_found_done', 'refund_rejected', 'refund_withdrawn') AND j.row BETWEEN ?1 AND ?2)
		SELECT h.state, coalesce((SELECT json_extract(CAST(d.payload AS TEXT), '$.decision.outcome') FROM journal d
				WHERE d.case_id = h.case_id AND json_extract(CAST(d.payload AS TEXT), '$.decision.refund') = h.refund
				ORDER BY d.case_seq LIMIT 1), '') AS outcome,
			coalesce(json_extract(CAST(g.payload AS TEXT), '$.refund.item.currency'), '') AS currency, count(*),
			coalesce(sum(json_extract(CAST(g.payload AS TEXT), '$.refund.item.minor')), 0), coalesce(sum(json_extract(CAST(g.payload AS TEXT), '$.refund.shipping.minor')), 0)
		FROM happened h JOIN journal g ON g.type IN ('refund_approved', 'marketplace_refund_noted')
			AND json_extract(CAST(g.payload AS TEXT), '$.refund.id') = h.refund
		GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`, fromRow, toRow)
	if err != nil {
		return totals, err
	}
	totals.Decisions, err = list(tx, "count decisions", func(row scanner) (t OutcomeTotal, err error) { return t, row.Scan(&t.Outcome, &t.Count) },
		`SELECT json_extract(CAST(payload AS TEXT), '$.decision.outcome'), count(*) FROM journal
		WHERE type IN (SELECT value FROM json_each(?3)) AND row BETWEEN ?1 AND ?2 GROUP BY 1 ORDER BY 1`, fromRow, toRow, decisionTypes)
	return totals, err
}

// decisionTypes are the events that hold a decision, as a JSON list.
var decisionTypes = func() string {
	types := []string{}
	for _, event := range []returns.Event{
		returns.FullRefundDecided{}, returns.PartialRefundDecided{}, returns.KeepDecided{}, returns.ExchangeDecided{},
		returns.RepairDecided{}, returns.RefusalDecided{}, returns.AlreadyRefundedFound{},
	} {
		types = append(types, `"`+string(returns.TypeOf(event))+`"`)
	}
	return "[" + strings.Join(types, ",") + "]"
}()

// plus adds totals of other rows.
func (t Totals) plus(more Totals) Totals {
	sum := Totals{Refunds: slices.Clone(t.Refunds), Decisions: slices.Clone(t.Decisions)}
	for _, refund := range more.Refunds {
		i := slices.IndexFunc(sum.Refunds, func(r RefundTotal) bool { return r.compare(refund) == 0 })
		if i < 0 {
			sum.Refunds = append(sum.Refunds, refund)
			continue
		}
		sum.Refunds[i].Count += refund.Count
		sum.Refunds[i].Item += refund.Item
		sum.Refunds[i].Shipping += refund.Shipping
	}
	for _, decision := range more.Decisions {
		i := slices.IndexFunc(sum.Decisions, func(d OutcomeTotal) bool { return d.Outcome == decision.Outcome })
		if i < 0 {
			sum.Decisions = append(sum.Decisions, decision)
			continue
		}
		sum.Decisions[i].Count += decision.Count
	}
	slices.SortFunc(sum.Refunds, RefundTotal.compare)
	slices.SortFunc(sum.Decisions, func(a, b OutcomeTotal) int { return cmp.Compare(a.Outcome, b.Outcome) })
	return sum
}

func (r RefundTotal) compare(other RefundTotal) int {
	return cmp.Or(cmp.Compare(r.State, other.State), cmp.Compare(r.Outcome, other.Outcome), cmp.Compare(r.Currency, other.Currency))
}

// Paid reports whether these are refunds that reached their customer, whoever made
// them.
func (r RefundTotal) Paid() bool { return r.State.Paid() }
