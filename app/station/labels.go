package station

import (
	"context"
	"fmt"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/store"
)

// mostLabels is how many labels one print has.
const mostLabels = 200

// DeviceLabelsPDF sets the device labels of several cases one behind the other, so
// that one print does them all. They say what the label of each case says.
func (s *Station) DeviceLabelsPDF(ctx context.Context, ids []returns.CaseID) ([]byte, error) {
	if len(ids) == 0 || len(ids) > mostLabels {
		return nil, fault.New(fault.Invalid, "errors_stock.labels", fault.Args{"most": mostLabels})
	}
	roll := paper.Roll{Sheet: s.sheet()}
	err := s.db.View(ctx, func(tx *store.ReadTx) error {
		for _, id := range ids {
			c, err := tx.Case(id)
			if err != nil {
				return err
			}
			printed, err := s.printed(tx, c, s.language())
			if err != nil {
				return err
			}
			roll.Labels = append(roll.Labels, printed.deviceLabel())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s.roll(roll)
}

// BinLabelsPDF sets the labels of bins, of all that are in use where none is named.
func (s *Station) BinLabelsPDF(ctx context.Context, codes []string) ([]byte, error) {
	roll := paper.Roll{Sheet: s.sheet()}
	err := s.db.View(ctx, func(tx *store.ReadTx) error {
		bins, err := binsOf(tx, codes)
		for _, bin := range bins {
			roll.Labels = append(roll.Labels, paper.BinLabel{Sheet: roll.Sheet, Bin: bin.Code, Words: bin.Words})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(roll.Labels) == 0 || len(roll.Labels) > mostLabels {
		return nil, fault.New(fault.Invalid, "errors_stock.labels", fault.Args{"most": mostLabels})
	}
	return s.roll(roll)
}

func binsOf(tx *store.ReadTx, codes []string) (bins []store.Bin, err error) {
	if len(codes) == 0 {
		all, err := tx.Bins()
		for _, bin := range all {
			if bin.ClosedAt.IsZero() {
				bins = append(bins, bin)
			}
		}
		return bins, err
	}
	for _, code := range codes {
		bin, err := tx.Bin(code)
		if err != nil {
			return nil, err
		}
		bins = append(bins, bin)
	}
	return bins, nil
}

func (s *Station) roll(roll paper.Roll) ([]byte, error) {
	pdf, err := s.render(roll)
	if err != nil {
		return nil, fmt.Errorf("set labels: %w", err)
	}
	return pdf, nil
}
