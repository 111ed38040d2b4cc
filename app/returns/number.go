package returns

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"revient/app/fault"
)

// CaseNumberParts are what a case number is made of: P03A-000123-K is the case
// 123 of the first epoch of station P03, with the check character K.
type CaseNumberParts struct {
	Prefix string // Of the station; ends in a digit, so that the epoch's letters are told from it.
	Epoch  int    // 1 is A, 27 is AA.
	N      int64
}

var (
	stationPrefix = regexp.MustCompile(`^[A-Z][A-Z0-9]{0,4}[0-9]$`)
	caseNumber    = regexp.MustCompile(`^([A-Z][A-Z0-9]{0,4}[0-9])([A-Z]{1,3})([0-9]{6,12})([0-9A-Z])$`)
)

// ValidStationPrefix reports whether a text may be a station's prefix: two to
// six capitals and digits, a letter first and a digit last, such as P03.
func ValidStationPrefix(prefix string) bool { return stationPrefix.MatchString(prefix) }

// CaseNumber writes the number of a case, with its check character.
func CaseNumber(prefix string, epoch int, n int64) string {
	series := prefix + EpochLetters(epoch)
	digits := fmt.Sprintf("%06d", n)
	return series + "-" + digits + "-" + string(CheckCharacter(series+digits))
}

// DocumentNumber writes the number of a document of a series, such as
// R-2026-P03A-000123: continuous in its year, station and epoch.
func DocumentNumber(series string, year int, prefix string, epoch int, n int64) string {
	return fmt.Sprintf("%s-%d-%s%s-%06d", series, year, prefix, EpochLetters(epoch), n)
}

// ParseCaseNumber reads a case number as a scanner or a person writes it: case,
// spaces and dashes do not matter, the check character does.
func ParseCaseNumber(s string) (CaseNumberParts, error) {
	plain := strings.NewReplacer(" ", "", "\u00a0", "", "-", "").Replace(strings.ToUpper(strings.TrimSpace(s)))
	found := caseNumber.FindStringSubmatch(plain)
	if found == nil {
		return CaseNumberParts{}, fault.New(fault.Invalid, "errors_store.case_number", nil)
	}
	body := plain[:len(plain)-1]
	if CheckCharacter(body) != plain[len(plain)-1] {
		return CaseNumberParts{}, fault.New(fault.Invalid, "errors_store.case_number_check", fault.Args{"number": plain})
	}
	n, err := strconv.ParseInt(found[3], 10, 64)
	if err != nil {
		return CaseNumberParts{}, fault.Wrap(err, fault.Invalid, "errors_store.case_number", nil)
	}
	return CaseNumberParts{Prefix: found[1], Epoch: epochOf(found[2]), N: n}, nil
}

// String writes the number in its one printed form.
func (p CaseNumberParts) String() string { return CaseNumber(p.Prefix, p.Epoch, p.N) }

// EpochLetters writes an epoch as letters, the way a spreadsheet names its
// columns: 1 is A, 26 is Z, 27 is AA.
func EpochLetters(epoch int) string {
	letters := ""
	for ; epoch > 0; epoch = (epoch - 1) / 26 {
		letters = string(rune('A'+(epoch-1)%26)) + letters
	}
	return letters
}

func epochOf(letters string) int {
	epoch := 0
	for _, letter := range letters {
		epoch = epoch*26 + int(letter-'A') + 1
	}
	return epoch
}

// CheckCharacter computes the check character of a text of digits and capitals
// by ISO 7064, MOD 37,36. It finds every single wrong character and every swap
// of two neighbours.
func CheckCharacter(body string) byte {
	const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	product := 36
	for i := range len(body) {
		sum := (product + strings.IndexByte(alphabet, body[i])) % 36
		if sum == 0 {
			sum = 36
		}
		product = sum * 2 % 37
	}
	return alphabet[(37-product)%36]
}
