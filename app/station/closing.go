package station

import (
	"context"
	"slices"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// CloseDay is asked for at a screen, and is no command on a case.
const CloseDay = "close_day"

// DayBook is a closing, taken or about to be, with what stands beside its totals.
type DayBook struct {
	store.Closing
	Previous string // Number of the closing before; empty for the first.
	Numbers  []NumbersUsed
	Unsure   []store.UnsureRefund
	Nothing  bool // Nothing happened since the last closing, which was taken today.
}

// NumbersUsed is what was taken from one series of numbers.
type NumbersUsed struct {
	Series      string // Such as R.
	First, Last string
	Count       int
}

// Today is what a closing taken now would say.
func (s *Station) Today(ctx context.Context) (day DayBook, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		closing, err := tx.PreviewClosing()
		if err != nil {
			return err
		}
		day, err = s.dayBook(tx, closing)
		return err
	})
	return day, err
}

func (s *Station) dayBook(tx *store.ReadTx, closing store.Closing) (DayBook, error) {
	day := DayBook{Closing: closing}
	last, err := tx.LastClosing()
	if err != nil && !fault.Is(err, fault.NotFound) {
		return day, err
	}
	if day.Previous = last.Number; day.Previous != "" {
		day.Nothing = closing.FromRow > closing.ToRow && s.civil(last.At) == s.civil(closing.At)
	}
	numbers, err := tx.IssuedNumbers(closing.FromRow, closing.ToRow)
	if err != nil {
		return day, err
	}
	day.Numbers = usedOf(numbers)
	day.Unsure, err = tx.UnsureRefunds()
	return day, err
}

// civil is the day of an instant where the workshop is.
func (s *Station) civil(at time.Time) string { return at.In(s.Zone()).Format(time.DateOnly) }

// usedOf sums up numbers by their series: letter, year, station and epoch together.
func usedOf(numbers []string) (used []NumbersUsed) {
	series := func(number string) string { return number[:max(strings.LastIndexByte(number, '-'), 0)] }
	for _, number := range numbers {
		i := slices.IndexFunc(used, func(u NumbersUsed) bool { return series(u.First) == series(number) })
		if i < 0 {
			letter, _, _ := strings.Cut(number, "-")
			used = append(used, NumbersUsed{Series: letter, First: number, Last: number, Count: 1})
			continue
		}
		used[i].Last = number
		used[i].Count++
	}
	slices.SortStableFunc(used, func(a, b NumbersUsed) int { return strings.Compare(b.Series, a.Series) })
	return used
}

// CloseDay closes what happened since the last closing: its page, its number and its
// row are committed together. A second closing of a day on which nothing happened
// since the first is refused.
func (s *Station) CloseDay(ctx context.Context, order Order) error {
	if err := s.May(order, CloseDay); err != nil {
		return err
	}
	_, err := s.commit(ctx, order, "CloseDay", func(t *turn) (returns.CaseID, error) {
		_, err := t.TakeClosing(order.Actor.ID, func(closing store.Closing) ([]byte, error) {
			day, err := s.dayBook(t.ReadTx, closing)
			if err != nil {
				return nil, err
			}
			if day.Nothing {
				return nil, fault.New(fault.Conflict, "errors_closing.nothing", fault.Args{"number": day.Previous})
			}
			page, err := s.closingPage(t.ReadTx, day)
			if err != nil {
				return nil, err
			}
			return s.render(page)
		})
		return "", err
	})
	return err
}

// Closings lists the closings that were taken, the newest first.
func (s *Station) Closings(ctx context.Context, offset, limit int) (taken []store.Closing, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		taken, err = tx.Closings(offset, limit)
		return err
	})
	return taken, err
}

// ClosingPDF is the page of a closing, as it was taken.
func (s *Station) ClosingPDF(ctx context.Context, number string) (pdf []byte, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		pdf, err = tx.ClosingBytes(number)
		return err
	})
	return pdf, err
}

// closingPage sets out a closing for paper.
func (s *Station) closingPage(tx *store.ReadTx, day DayBook) (paper.DailyClosing, error) {
	lang, at := s.language(), day.At.In(s.Zone())
	station, err := tx.Station()
	if err != nil {
		return paper.DailyClosing{}, err
	}
	by, err := tx.Operator(day.Actor)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return paper.DailyClosing{}, err
	}
	page := paper.DailyClosing{
		Sheet:    paper.Sheet{Language: lang, Issued: at, Sample: s.sample, Specimen: s.training},
		Workshop: s.workshop(tx).Name, Number: day.Number, Previous: day.Previous, Day: at, Closed: at, By: by.Name,
		Station: station.Prefix, Epoch: returns.EpochLetters(station.Epoch), Entries: day.ToRow, Head: day.Head,
		Refunds: madeOf(day.Totals.Period), Cumulative: madeOf(day.Totals.Year), Perpetual: madeOf(day.Totals.Perpetual),
		Since: time.Date(at.Year(), time.January, 1, 0, 0, 0, 0, s.Zone()),
	}
	for _, decided := range day.Totals.Period.Decisions {
		granted := sumOf(day.Totals.Period, func(r store.RefundTotal) bool {
			return r.Outcome == decided.Outcome && (r.State == returns.RefundIsApproved || r.State == returns.RefundAlreadyRefunded && decided.Outcome == returns.AlreadyRefunded)
		})
		granted.Count = int(decided.Count)
		page.Outcomes = append(page.Outcomes, paper.OutcomeTotal{Outcome: text.T(lang, "closing.outcome."+string(decided.Outcome), nil), Total: granted})
	}
	for _, used := range day.Numbers {
		page.Series = append(page.Series, paper.SeriesUse{Series: text.T(lang, "closing.series."+used.Series, nil), First: used.First, Last: used.Last, Count: used.Count})
	}
	for _, unsure := range day.Unsure {
		since := unsure.Since
		if !since.IsZero() {
			since = since.In(s.Zone())
		}
		page.Unknown = append(page.Unknown, paper.UnknownRefund{Case: unsure.Number, Device: unsure.Title, Amount: unsure.Amount, Since: since})
	}
	return page, nil
}

// madeOf sums the refunds that reached their customer, whoever made them.
func madeOf(totals store.Totals) paper.Total {
	return sumOf(totals, store.RefundTotal.Paid)
}

func sumOf(totals store.Totals, counts func(store.RefundTotal) bool) (sum paper.Total) {
	for _, refund := range totals.Refunds {
		if !counts(refund) {
			continue
		}
		sum.Count += int(refund.Count)
		i := slices.IndexFunc(sum.Amounts, func(a paper.Amounts) bool { return a.Item.Currency == refund.Currency })
		if i < 0 {
			i = len(sum.Amounts)
			sum.Amounts = append(sum.Amounts, paper.Amounts{Item: returns.Money{Currency: refund.Currency}, Shipping: returns.Money{Currency: refund.Currency}})
		}
		sum.Amounts[i].Item.Minor += refund.Item
		sum.Amounts[i].Shipping.Minor += refund.Shipping
	}
	return sum
}
