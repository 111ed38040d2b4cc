package backmarket

import (
	"strings"

	"revient/app/marketplace"
)

// wireAddress is an address in either spelling: the published schema says
// firstName, the live service sends first_name.
type wireAddress map[string]text

func (w wireAddress) address() marketplace.Address {
	pick := func(names ...string) string {
		for _, name := range names {
			if value := strings.TrimSpace(string(w[name])); value != "" {
				return value
			}
		}
		return ""
	}
	return marketplace.Address{
		Company:    pick("company"),
		FirstName:  pick("first_name", "firstName"),
		LastName:   pick("last_name", "lastName"),
		Street:     pick("street"),
		Street2:    pick("street2", "street_2"),
		PostalCode: pick("postal_code", "postalCode"),
		City:       pick("city"),
		State:      pick("state"),
		Country:    strings.ToUpper(pick("country")),
		Phone:      pick("phone", "phone_number", "phoneNumber"),
		Email:      pick("email"),
	}
}
