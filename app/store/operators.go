package store

import (
	"database/sql"
	"slices"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// The roles of operators, from the least to the most. What each may do, and up to
// which amount, is in the settings.
const (
	RoleOperator = "operator"
	RoleLead     = "lead"
	RoleManager  = "manager"
)

// Roles lists the roles, from the least to the most.
func Roles() []string { return []string{RoleOperator, RoleLead, RoleManager} }

// Operator is somebody who works at the station.
type Operator struct {
	ID        returns.OperatorID
	Name      string
	Role      string
	PINHash   string // Encoded argon2id hash; empty when the operator has no PIN.
	Badge     string // Code of their badge; empty when they have none.
	CreatedAt time.Time
	LeftAt    time.Time // Zero while they work here.
}

const selectOperator = "SELECT id, name, role, pin_hash, coalesce(badge, ''), created_at, left_at FROM operators "

func scanOperator(row scanner) (o Operator, err error) {
	var created, left sql.NullInt64
	err = row.Scan(&o.ID, &o.Name, &o.Role, &o.PINHash, &o.Badge, &created, &left)
	o.CreatedAt, o.LeftAt = fromMillis(created), fromMillis(left)
	return o, err
}

// SaveOperator adds an operator or changes one. Nobody is deleted: the journal
// names them.
func (tx *Tx) SaveOperator(o Operator) error {
	if !slices.Contains(Roles(), o.Role) {
		return fault.New(fault.Invalid, "errors_store.role", nil).At("role")
	}
	tx.changed.Settings = true
	return tx.exec("save operator", `INSERT INTO operators (id, name, role, pin_hash, badge, created_at, left_at) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, pin_hash = excluded.pin_hash,
		badge = excluded.badge, left_at = excluded.left_at`,
		string(o.ID), o.Name, o.Role, o.PINHash, nullable(o.Badge), tx.now.UnixMilli(), millis(o.LeftAt))
}

// Operator returns an operator.
func (tx *ReadTx) Operator(id returns.OperatorID) (Operator, error) {
	return one(tx, "read operator", scanOperator, selectOperator+"WHERE id = ?", string(id))
}

// OperatorByBadge finds who carries a badge.
func (tx *ReadTx) OperatorByBadge(badge string) (Operator, error) {
	return one(tx, "find operator by badge", scanOperator, selectOperator+"WHERE badge = ? AND left_at IS NULL", badge)
}

// Operators lists everybody, those who left too.
func (tx *ReadTx) Operators() ([]Operator, error) {
	return list(tx, "list operators", scanOperator, selectOperator+"ORDER BY left_at IS NOT NULL, name, id")
}
