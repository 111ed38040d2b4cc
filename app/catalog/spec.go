package catalog

// Spec is what a listing says of a device, in words that compare: a listing is
// written by a person, in French or in English, and two of the same device are
// seldom written alike. What it does not say is empty, and never guessed.
type Spec struct {
	Model   string `json:"model,omitempty"`   // Without its maker, such as "iphone 13 pro" or "galaxy s21".
	Storage int    `json:"storage,omitempty"` // Gigabytes; a terabyte is a thousand of them.
	Colour  string `json:"colour,omitempty"`  // A code of the colours table, such as "midnight".

	// The rest is read only of the kinds of device that it tells apart.
	Year    int    `json:"year,omitempty"`    // Of release: a MacBook, an iPad, an iPhone SE, AirPods.
	Screen  string `json:"screen,omitempty"`  // Inches of an Apple computer or tablet, millimetres of a watch.
	Chip    string `json:"chip,omitempty"`    // Of a computer or a tablet, such as "m1 pro" or "i5".
	Memory  int    `json:"memory,omitempty"`  // Gigabytes, of a computer.
	Network string `json:"network,omitempty"` // Of a tablet or a watch.
}

// The networks of a tablet or a watch.
const (
	NetworkLocal    = "local" // Wi-Fi, or GPS alone.
	NetworkCellular = "cellular"
)

// SpecOf reads a listing's title, and then its SKU for a storage or a colour that
// the title does not name. A title that names two colours names none.
func SpecOf(title, sku string) Spec {
	l := readListing(title)
	spec := Spec{Model: l.model, Colour: l.colour}
	spec.Storage, spec.Memory = l.capacities.resolve(l.family.Kind)
	if spec.Storage == 0 {
		spec.Storage = storageOfSKU(sku)
	}
	if !l.colourNamed {
		spec.Colour = colourOfSKU(sku)
	}
	if l.family.Kind != kindComputer {
		spec.Memory = 0
	}
	if l.family.Kind == kindTablet || l.family.Kind == kindWatch {
		spec.Network = l.network
	}
	if l.family.Kind == kindTablet || l.family.Kind == kindComputer {
		spec.Chip = l.chip
	}
	spec.Year, spec.Screen = l.release()
	return spec
}

// Satisfies reports whether the device is one that the wanted one may be replaced
// by. What is not known of the wanted one asks for nothing; what is known of it
// must be known of the device, and be the same.
func (s Spec) Satisfies(wanted Spec) bool {
	return owed(wanted.Model, s.Model) && owed(wanted.Storage, s.Storage) && owed(wanted.Colour, s.Colour) &&
		owed(wanted.Year, s.Year) && owed(wanted.Screen, s.Screen) && owed(wanted.Chip, s.Chip) &&
		owed(wanted.Memory, s.Memory) && owed(wanted.Network, s.Network)
}

func owed[T comparable](wanted, have T) bool {
	var unknown T
	return wanted == unknown || wanted == have
}
