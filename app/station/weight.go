package station

import (
	"strconv"

	"revient/app/returns"
	"revient/app/store"
)

// checkWeight is the check that weighs the parcel, in grams.
const checkWeight = "COM-02"

// weighsTooLittle reports whether a parcel weighs less than nine tenths of what left
// with its order. A parcel that nobody weighed, or of which no file says the weight,
// does not.
func weighsTooLittle(c returns.Case, sold store.SoldUnit) bool {
	if c.Inspection == nil || sold.WeightGrams == 0 {
		return false
	}
	weighed, err := strconv.Atoi(c.Inspection.Results[checkWeight].Value)
	return err == nil && weighed*10 < sold.WeightGrams*9
}
