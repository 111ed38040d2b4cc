package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
)

// refuse says what is wrong with a cell.
func refuse(what string, args fault.Args) error {
	return fault.New(fault.Invalid, "errors_sheet.cell."+what, args)
}

// readable refuses a cell in which a spreadsheet shows an error.
func readable(cell Cell) error {
	if cell.Kind == Failure {
		return refuse("failure", fault.Args{"given": clean(cell.Text)})
	}
	return nil
}

// Text reads words of one line without what cannot be seen in them, at most so
// many characters.
func Text(longest int) func(Cell) (string, error) {
	return func(cell Cell) (string, error) {
		if err := readable(cell); err != nil {
			return "", err
		}
		s := clean(cell.Text)
		if len([]rune(s)) > longest {
			return "", refuse("long", fault.Args{"limit": longest})
		}
		return s, nil
	}
}

var shortened = regexp.MustCompile(`^\d([.,]\d+)?[eE]\+?\d+$`)

// Code reads a number that is a name: of an order, a parcel, an invoice. A
// spreadsheet that took it for a quantity kept fifteen digits and no leading
// zero, or wrote it as 3,57E+14: what it lost cannot be guessed.
func Code(cell Cell) (string, error) {
	if err := readable(cell); err != nil {
		return "", err
	}
	s := clean(cell.Text)
	switch {
	case cell.Kind == Number && len(strings.Trim(s, "-.")) > 15, shortened.MatchString(s):
		return "", refuse("shortened", nil)
	case len(s) > 100:
		return "", refuse("long", fault.Args{"limit": 100})
	}
	return s, nil
}

// IMEI reads an IMEI and checks its digits.
func IMEI(cell Cell) (string, error) {
	s, err := Code(cell)
	if err != nil {
		return "", err
	}
	imei := returns.NormaliseIMEI(solid(s))
	if err := returns.CheckIMEI(imei); err != nil {
		return "", err
	}
	return imei, nil
}

// Serial reads a serial number as the domain compares it.
func Serial(cell Cell) (string, error) {
	s, err := Code(cell)
	if err != nil {
		return "", err
	}
	serial := returns.NormaliseSerial(s)
	for _, r := range serial {
		if (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-/._", r) {
			return "", refuse("serial", nil)
		}
	}
	return serial, nil
}

var (
	apart     = regexp.MustCompile(`\d \d`)
	thousands = regexp.MustCompile(`^\D*\d{1,3}( \d{3})+(\D.*)?$`)
)

// unspaced joins the digits of a number, between which spaces of any kind part
// the thousands. "12 34" is two numbers, or one with a digit lost: not ok.
func unspaced(s string) (joined string, ok bool) {
	s = clean(s)
	return solid(s), !apart.MatchString(s) || thousands.MatchString(s)
}

// Whole reads a whole number between two bounds, both allowed.
func Whole(least, most int64) func(Cell) (int64, error) {
	return func(cell Cell) (int64, error) {
		if err := readable(cell); err != nil {
			return 0, err
		}
		digits, ok := unspaced(cell.Text)
		n, err := strconv.ParseInt(strings.TrimPrefix(digits, "+"), 10, 64)
		if err != nil || !ok || cell.Kind == Date || cell.Kind == Truth {
			return 0, refuse("whole.none", nil)
		}
		if n < least || n > most {
			return 0, refuse("whole.range", fault.Args{"least": least, "most": most})
		}
		return n, nil
	}
}

var weighed = regexp.MustCompile(`^(\d{1,6})(?:[.,](\d{1,3}))?(kg|g|gr|grammes?|grams?)?$`)

// Weight reads a weight in grams: "350", "350 g" or "0,35 kg". Decimals without a
// unit are refused: 1,200 may be a kilogram or a slip.
func Weight(cell Cell) (int64, error) {
	if err := readable(cell); err != nil {
		return 0, err
	}
	parts := weighed.FindStringSubmatch(strings.ToLower(solid(cell.Text)))
	if parts == nil || cell.Kind == Date || cell.Kind == Truth {
		return 0, refuse("weight.none", nil)
	}
	fraction := parts[2]
	switch {
	case parts[3] == "kg":
		return int64(number(parts[1]))*1000 + int64(number((fraction + "000")[:3])), nil
	case fraction != "" && strings.Trim(fraction, "0") != "":
		return 0, refuse("weight.unit", nil)
	}
	return int64(number(parts[1])), nil
}

// Choice reads one of several values, each written in any of its words; neither
// case, accents nor punctuation count.
func Choice(words map[string][]string) func(Cell) (string, error) {
	values := map[string]string{}
	for value, written := range words {
		values[fold(value)] = value
		for _, word := range written {
			values[fold(word)] = value
		}
	}
	return func(cell Cell) (string, error) {
		if err := readable(cell); err != nil {
			return "", err
		}
		value, known := values[fold(cell.Text)]
		if !known {
			return "", refuse("choice", fault.Args{"given": clean(cell.Text)})
		}
		return value, nil
	}
}

// Grade reads a cosmetic grade in the words of shops, French or English, and
// returns that of the domain. A and B alone mean different things to different
// suppliers and are not taken.
func Grade(cell Cell) (string, error) {
	grade, err := gradeWords(cell)
	if err != nil && fault.Of(err).Key == "errors_sheet.cell.choice" {
		return "", refuse("grade", fault.Args{"given": clean(cell.Text)})
	}
	return grade, err
}

var gradeWords = Choice(map[string][]string{
	"premium":   {"comme neuf", "like new", "état premium", "premium condition"},
	"excellent": {"très bon", "très bon état", "excellent état", "état excellent", "very good", "very good condition", "excellent condition"},
	"good":      {"bon", "bon état", "good condition"},
	"fair":      {"correct", "état correct", "fair condition"},
})
