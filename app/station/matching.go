package station

import (
	"cmp"
	"slices"
	"sync"

	"revient/app/catalog"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// mostMatches is how many units are offered for one exchange: the closest in grade
// come first, and nobody chooses among hundreds.
const mostMatches = 20

// stockRead is how many free units of a category are looked at for matches.
const stockRead = 2000

// Matches lists the free units that can replace what was sold, those whose grade is
// closest to it first.
func (s *Station) Matches(tx *store.ReadTx, sale returns.Sale) ([]store.Unit, error) {
	free, err := tx.UnitsFree(store.UnitFilter{Limit: stockRead})
	if err != nil {
		return nil, err
	}
	matching := slices.DeleteFunc(free, func(u store.Unit) bool {
		nameless := u.IMEI == "" && u.Serial == "" // Nobody could check it when it leaves.
		return nameless || Mismatch(u, sale) != ""
	})
	grades := catalog.Grades()
	slices.SortStableFunc(matching, func(a, b store.Unit) int { return slices.Index(grades, b.Grade) - slices.Index(grades, a.Grade) })
	return matching[:min(len(matching), mostMatches)], nil
}

// Mismatch names what of a unit is not as the sale promised it: model, storage,
// colour or grade; "" where the unit can replace what was sold. An equal SKU is the
// workshop's own word that the model, the storage and the colour are the same. What
// is not known of the sale asks for nothing, but a model that nobody can read asks
// for a person.
func Mismatch(unit store.Unit, sale returns.Sale) string {
	wanted, have := specOf(sale.Title, sale.SKU), unitSpec(unit)
	same := sale.SKU != "" && sale.SKU == unit.SKU
	switch {
	case !same && (wanted.Model == "" || have.Model != wanted.Model):
		return "model"
	case !same && wanted.Storage != 0 && have.Storage != wanted.Storage:
		return "storage"
	case !same && wanted.Colour != "" && have.Colour != wanted.Colour:
		return "colour"
	case !same && !have.Satisfies(wanted):
		return "model" // Of another year, another size or another chip.
	case !catalog.GradeAtLeast(unit.Grade, sale.Grade):
		return "grade"
	default:
		return ""
	}
}

// specs keeps what listings were read to say. Reading one takes a tenth of a
// millisecond, a stock has thousands of units, and few titles among them.
var specs sync.Map

func specOf(title, sku string) catalog.Spec {
	listing := [2]string{title, sku}
	if known, read := specs.Load(listing); read {
		return known.(catalog.Spec) //nolint:forcetypeassert // Nothing else is kept there.
	}
	spec := catalog.SpecOf(title, sku)
	specs.Store(listing, spec)
	return spec
}

// unitSpec reads what a unit is by its own columns, which somebody may have corrected,
// and by its title for what they do not say.
func unitSpec(unit store.Unit) catalog.Spec {
	spec := specOf(unit.Title, unit.SKU)
	named := specOf(unit.Model+" "+unit.Storage+" "+unit.Colour, "")
	spec.Model, spec.Storage, spec.Colour = cmp.Or(named.Model, spec.Model), cmp.Or(named.Storage, spec.Storage), cmp.Or(named.Colour, spec.Colour)
	return spec
}

// replacementOf says whether there is a unit for the customer: the one that is
// reserved for them, or a free one.
func (s *Station) replacementOf(tx *store.ReadTx, c returns.Case) (policy.Stock, error) {
	if c.Replacement != nil {
		return policy.InStock, nil
	}
	matching, err := s.Matches(tx, *c.Sale)
	if err != nil || len(matching) == 0 {
		return policy.NoneInStock, err
	}
	return policy.InStock, nil
}
