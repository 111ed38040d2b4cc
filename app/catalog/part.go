package catalog

import (
	"slices"
	"strings"

	"revient/app/fault"
)

// Part is what a device is made of or was sold with: what a technician replaces,
// what a sale lists as an accessory, and what a deduction names.
type Part struct {
	Code       string   `json:"code"`
	Categories []string `json:"categories"` // Of device that has such a part.
	Repair     bool     `json:"repair,omitempty"`
	Accessory  bool     `json:"accessory,omitempty"`
	// Mends are the defects that replacing the part can end, the likeliest first.
	Mends []string `json:"mends,omitempty"`
	// Words are how lists of sold units name an accessory, folded.
	Words []string `json:"words,omitempty"`
}

// LabelKey names the part's sentence.
func (p Part) LabelKey() string { return PartKey(p.Code) }

// PartKey names the sentence of a part.
func PartKey(code string) string { return "catalog.part." + code }

func (p Part) clone() Part {
	p.Categories, p.Mends, p.Words = slices.Clone(p.Categories), slices.Clone(p.Mends), slices.Clone(p.Words)
	return p
}

func partsWhere(is func(Part) bool) []Part {
	list := []Part{}
	for _, part := range loaded().parts {
		if is(part) {
			list = append(list, part.clone())
		}
	}
	return list
}

// Parts lists every part in the order of the tables.
func Parts() []Part { return partsWhere(func(Part) bool { return true }) }

// PartByCode returns the part of a code.
func PartByCode(code string) (Part, error) {
	part, known := find(loaded().parts, func(p Part) bool { return p.Code == code })
	if !known {
		return Part{}, fault.New(fault.Invalid, "errors_catalog.part", fault.Args{"code": code}).At("part")
	}
	return part.clone(), nil
}

// RepairParts lists what a technician may replace in a category of device, with
// the parts that mend the defects found first.
func RepairParts(category string, defects ...string) []Part {
	category = categoryOr(category)
	parts := partsWhere(func(p Part) bool { return p.Repair && slices.Contains(p.Categories, category) })
	mends := func(p Part) bool {
		return slices.ContainsFunc(p.Mends, func(code string) bool { return slices.Contains(defects, code) })
	}
	slices.SortStableFunc(parts, func(a, b Part) int {
		switch first, second := mends(a), mends(b); {
		case first && !second:
			return -1
		case second && !first:
			return 1
		default:
			return 0
		}
	})
	return parts
}

// Accessories lists what a device of a category can be sold with.
func Accessories(category string) []Part {
	category = categoryOr(category)
	return partsWhere(func(p Part) bool { return p.Accessory && slices.Contains(p.Categories, category) })
}

// AccessoriesOf reads a list of accessories, such as "Câble USB-C + boîte d’origine",
// in French or English or in the codes themselves. What it cannot read comes back
// as it was written.
func AccessoriesOf(list string) (codes, unread []string) {
	for _, piece := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",;+/|\n\t&", r) }) {
		code := accessoryOf(piece)
		switch piece = strings.TrimSpace(piece); {
		case piece == "":
		case code == "":
			unread = append(unread, piece)
		case !slices.Contains(codes, code):
			codes = append(codes, code)
		}
	}
	return codes, unread
}

func accessoryOf(piece string) string {
	said := strings.Join(wordsOf(piece), " ")
	for _, part := range loaded().parts {
		if !part.Accessory {
			continue
		}
		named := append([]string{part.Code}, part.Words...)
		if slices.ContainsFunc(named, func(name string) bool { return strings.Join(wordsOf(name), " ") == said }) {
			return part.Code
		}
	}
	return ""
}
