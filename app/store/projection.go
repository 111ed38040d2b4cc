package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"revient/app/returns"
)

// never sorts a case that nobody waits for behind all others.
const never = math.MaxInt64

// neverText is never, for SQL.
const neverText = "9223372036854775807"

// A projection is what the tables hold of one case. Writing, rebuilding and
// verifying all start from it, so that they cannot differ. Each row is the
// values of its table's columns, in the order below.
type projection struct {
	cases   []any
	codes   [][]any
	refunds [][]any
	search  []any
}

const (
	caseColumns = `row, id, number, seq, stage, open, origin, account, order_ref, line_ref, folder, title, imei, serial,
		tracking, customer, claim, wish, identity, hold, asks, settled, away, requested_at, received_at, updated_at, due_at, due_rule, due_tone, sort_at,
		place, bin, outcome, approval, proof, waits_customer, promise_at, money, policy, at_stake, target_at, target_rule, state`
	codeColumns   = "code, kind, row"
	refundColumns = "row, id, account, order_ref, line_ref, state, item, shipping, currency, paid_item, paid_shipping"
	searchColumns = "row, words, codes"
)

// projectionOf computes what the tables must hold of a case. name is that of the
// customer, from the persons ledger.
func (db *DB) projectionOf(at spot, c returns.Case, name string) (p projection, err error) {
	row := at.row
	state, err := json.Marshal(c)
	if err != nil {
		return p, fmt.Errorf("encode case: %w", err)
	}
	sale, hold, asks := returns.Sale{}, "", false
	if c.Sale != nil {
		sale = *c.Sale
	}
	if c.Hold != nil {
		hold = c.Hold.Code
	}
	for _, refund := range c.Refunds {
		asks = asks || refund.AskPerson
		p.refunds = append(p.refunds, []any{row, string(refund.ID), sale.Account, sale.OrderRef, sale.LineRef,
			string(refund.State), refund.Item.Minor, refund.Shipping.Minor, refund.Item.Currency, sale.Paid.Minor, sale.Shipping.Minor})
	}
	slices.SortFunc(p.refunds, func(a, b []any) int { return strings.Compare(a[1].(string), b[1].(string)) })
	outcome, approval := "", false
	if c.Decision != nil {
		outcome, approval = string(c.Decision.Outcome), c.Decision.Pending
	}
	var arrived, promised any
	if promise := c.OpenPromise(); promise != nil {
		promised = cmp.Or(millis(promise.Until.At), any(int64(never))) // It is open, whenever it was promised for.
	}
	if c.Reception != nil {
		arrived = millis(c.Reception.Arrived.At)
	}
	due, waits := db.due(c)
	dueAt, targetAt, sortAt := any(nil), any(nil), int64(never)
	if waits {
		dueAt, targetAt, sortAt = millis(due.At), millis(due.Target), due.At.UnixMilli()
	} else {
		due = Due{}
	}
	p.cases = []any{row, string(c.ID), c.Number, int64(c.Seq), string(c.Stage), flag(!c.Stage.Ended()), string(c.Origin),
		sale.Account, sale.OrderRef, sale.LineRef, c.Folder, sale.Title, cmp.Or(c.Identity.IMEI, sale.IMEI),
		cmp.Or(c.Identity.Serial, sale.Serial), c.Return.Tracking, c.Customer.ID,
		string(c.Claim.Kind), string(c.Claim.Wish), string(c.Identity.State), hold, flag(asks), flag(c.CustomerSettled()),
		flag(c.DevicePutAway()), millis(c.RequestedAt.At), arrived, at.updated, dueAt, due.Rule, due.Tone, sortAt,
		string(c.Custody.Place), c.Custody.Bin, outcome, flag(approval), string(c.Proof.State), flag(c.WaitsForCustomer()), promised,
		string(worstMoney(c.Refunds)), c.Policy, atStake(c), targetAt, due.TargetRule, state}
	words := []string{sale.Title, sale.SKU, name}
	codes := []string{}
	for _, code := range codesOf(c) {
		p.codes = append(p.codes, []any{code.text, code.kind, row})
		if !slices.Contains(codes, code.text) {
			codes = append(codes, code.text)
		}
	}
	words = append(words, codes...)
	p.search = []any{row, strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " "), strings.Join(codes, " ")}
	return p, nil
}

// worstMoney is the state of a case's refunds that needs somebody most; empty
// without a refund. One that was rejected says nothing beside any other.
func worstMoney(refunds []returns.Refund) returns.RefundState {
	for _, state := range []returns.RefundState{
		returns.RefundIsUnknown, returns.RefundIsSubmitting, returns.RefundIsApproved, returns.RefundDrafted,
		returns.RefundIsConfirmed, returns.RefundDoneByHand, returns.RefundAlreadyRefunded, returns.RefundIsRejected,
	} {
		if slices.ContainsFunc(refunds, func(r returns.Refund) bool { return r.State == state }) {
			return state
		}
	}
	return ""
}

// atStake is how much money a case is about, in minor units: what was granted and is
// still on its way, or else what may still be granted. It orders a list and is never
// shown, so that one figure does for every currency.
func atStake(c returns.Case) (minor int64) {
	for _, refund := range c.Refunds {
		if refund.State.Counts() && !refund.State.Paid() {
			minor += refund.Item.Minor + refund.Shipping.Minor
		}
	}
	if minor > 0 || c.Sale == nil || c.CustomerSettled() {
		return minor
	}
	item, shipping := c.Remaining(nil)
	return item.Minor + shipping.Minor
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// code is something that can be scanned to find a case.
type code struct{ text, kind string }

// replacementCode is the kind of a code of the unit that a case gave in exchange: it
// belongs to the device's history, and a scan of it means the unit, not the case.
const replacementCode = "replacement"

// codesOf lists the codes of a case, sorted, each once per kind.
func codesOf(c returns.Case) []code {
	found := []code{{c.Number, "number"}, {c.Return.Tracking, "tracking"}, {c.Identity.IMEI, "imei"}, {c.Identity.Serial, "serial"}, {c.Folder, "folder"}}
	if c.Reception != nil {
		found = append(found, code{c.Reception.Tracking, "tracking"})
	}
	if c.Replacement != nil {
		found = append(found, code{c.Replacement.IMEI, replacementCode}, code{c.Replacement.Serial, replacementCode})
	}
	if c.Sale != nil {
		found = append(found, code{c.Sale.OrderRef, "order"}, code{c.Sale.IMEI, "imei"}, code{c.Sale.Serial, "serial"}, code{c.Sale.Tracking, "tracking_out"})
	}
	for i := range found {
		found[i].text = NormaliseCode(found[i].text)
	}
	found = slices.DeleteFunc(found, func(c code) bool { return c.text == "" })
	slices.SortFunc(found, func(a, b code) int {
		return cmp.Or(strings.Compare(a.text, b.text), strings.Compare(a.kind, b.kind))
	})
	return slices.Compact(found)
}

// NormaliseCode writes a scanned or typed code the way it is compared: capitals,
// without spaces and dashes.
func NormaliseCode(s string) string { return separators.Replace(strings.ToUpper(s)) }

// separators are what people and labels put between the parts of a code.
var separators = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "-", "", "\t", "")

// project brings the tables to a case as it is after an event.
func (tx *Tx) project(at spot, before, after returns.Case) error {
	name, err := tx.personName(after.Customer.ID)
	if err != nil {
		return err
	}
	p, err := tx.db.projectionOf(at, after, name)
	if err != nil {
		return err
	}
	if err := tx.exec("project case", upsert("cases", "row", caseColumns), p.cases...); err != nil {
		return err
	}
	if !slices.Equal(codesOf(before), codesOf(after)) {
		if err := tx.replaceRows("project codes", "case_codes", codeColumns, at.row, p.codes); err != nil {
			return err
		}
	}
	if len(before.Refunds)+len(after.Refunds) > 0 {
		if err := tx.projectRefunds(at.row, p.refunds); err != nil {
			return err
		}
	}
	return tx.exec("project search", upsert("search", "row", searchColumns), p.search...)
}

// replaceRows puts the rows of one case in the place of those that are there.
func (tx *Tx) replaceRows(what, table, columns string, row int64, rows [][]any) error {
	if err := tx.exec(what, "DELETE FROM "+table+" WHERE row = ?", row); err != nil {
		return err
	}
	for _, values := range rows {
		if err := tx.exec(what, insert(table, columns), values...); err != nil {
			return err
		}
	}
	return nil
}

// projectRefunds changes the refunds of a case in place: its guards look at what
// a change adds, and a row put back would look as if it were granted anew.
func (tx *Tx) projectRefunds(row int64, refunds [][]any) error {
	held, err := list(tx.ReadTx, "read projected refunds", func(r scanner) (id string, err error) { return id, r.Scan(&id) },
		"SELECT id FROM refunds WHERE row = ?", row)
	if err != nil {
		return err
	}
	for _, values := range refunds {
		at := slices.Index(held, values[1].(string))
		if at < 0 {
			if err := tx.exec("project refund", insert("refunds", refundColumns), values...); err != nil {
				return err
			}
			continue
		}
		held = slices.Delete(held, at, at+1)
		if err := tx.exec("project refund", update("refunds", refundColumns)+" WHERE row = ?1 AND id = ?2", values...); err != nil {
			return err
		}
	}
	for _, id := range held {
		if err := tx.exec("unproject refund", "DELETE FROM refunds WHERE row = ? AND id = ?", row, id); err != nil {
			return err
		}
	}
	return nil
}

// update sets every column of a table to the value of the same place.
func update(table, columns string) string {
	sets := []string{}
	for column := range strings.SplitSeq(columns, ",") {
		sets = append(sets, fmt.Sprintf("%s = ?%d", strings.TrimSpace(column), len(sets)+1))
	}
	return "UPDATE " + table + " SET " + strings.Join(sets, ", ")
}

func insert(table, columns string) string {
	places := strings.Repeat("?, ", strings.Count(columns, ",")) + "?"
	return "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")"
}

// upsert keeps an index quiet when what it covers stays the same, which REPLACE
// would not.
func upsert(table, key, columns string) string {
	sets := []string{}
	for column := range strings.SplitSeq(columns, ",") {
		if column = strings.TrimSpace(column); column != key {
			sets = append(sets, column+" = excluded."+column)
		}
	}
	return insert(table, columns) + " ON CONFLICT (" + key + ") DO UPDATE SET " + strings.Join(sets, ", ")
}
