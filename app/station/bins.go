package station

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// binMark begins the code of a bin that the workshop names in fewer characters than
// a scanner's burst is told from a typist's by.
const binMark = "BIN-"

// shortestScan is the fewest characters that the screens take for a scan.
const shortestScan = 6

// binForm is what the journal takes for a bin.
var binForm = regexp.MustCompile(`^[A-Z0-9][A-Z0-9._/-]{1,23}$`)

// binCode writes the code of a bin as its label has it: capitals, and long enough to
// be heard as a scan. No bin at all is well.
func binCode(written string) (string, error) {
	code := strings.ToUpper(strings.TrimSpace(written))
	if code == "" {
		return "", nil
	}
	if len(code) < shortestScan {
		code = binMark + code
	}
	if !binForm.MatchString(code) || badgeForm.MatchString(code) || strings.Trim(code, "0123456789") == "" {
		return "", fault.New(fault.Invalid, "errors_stock.bin.code", nil).At("bin")
	}
	if _, err := returns.ParseCaseNumber(code); err == nil {
		return "", fault.New(fault.Invalid, "errors_stock.bin.code", nil).At("bin")
	}
	return code, nil
}

// SaveBin adds a bin, or changes what it is called and where it stands. Its devices
// stand where their cases say: a bin that holds any keeps its place.
func (s *Station) SaveBin(ctx context.Context, order Order, bin store.Bin) (store.Bin, error) {
	code, err := binCode(bin.Code)
	switch {
	case err != nil:
		return bin, fault.Of(err).At("code")
	case code == "":
		return bin, fault.New(fault.Invalid, "errors_stock.bin.code", nil).At("code")
	case !slices.Contains(returns.Shelves(), bin.Place):
		return bin, fault.New(fault.Invalid, "errors_returns.move.place", nil).At("place")
	}
	bin.Code, bin.Words = code, strings.TrimSpace(plainLine(bin.Words))
	_, err = s.commit(ctx, order, "SaveBin", func(t *turn) (returns.CaseID, error) {
		held, err := t.Bin(code)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return "", err
		}
		if err == nil && held.Place != bin.Place && held.Devices+held.Units > 0 {
			return "", fault.New(fault.Conflict, "errors_stock.bin.place", fault.Args{"bin": held.Code, "count": held.Devices + held.Units}).At("place")
		}
		return "", t.Tx.SaveBin(store.Bin{Code: code, Place: bin.Place, Words: bin.Words})
	})
	if err != nil {
		return bin, err
	}
	return s.bin(ctx, code)
}

// CloseBin takes an empty bin out of use; saving it again brings it back.
func (s *Station) CloseBin(ctx context.Context, order Order, code string) (store.Bin, error) {
	_, err := s.commit(ctx, order, "CloseBin", func(t *turn) (returns.CaseID, error) {
		held, err := t.Bin(code)
		if err != nil {
			return "", err
		}
		held.ClosedAt = t.Now()
		return "", t.Tx.SaveBin(held)
	})
	if err != nil {
		return store.Bin{}, err
	}
	return s.bin(ctx, code)
}

func (s *Station) bin(ctx context.Context, code string) (bin store.Bin, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		bin, err = tx.Bin(code)
		return err
	})
	return bin, err
}
