package paper_test

import (
	"fmt"
	"strings"
	"time"

	"revient/app/paper"
	"revient/app/returns"
)

// rounds returns one of each page that the workshop prints for itself, its lists
// of a number of rows, and the labels of its places and people.
func rounds(sheet paper.Sheet, w words, device paper.Device, rows int) map[string]paper.Document {
	euros := func(minor int64) returns.Money { return returns.Money{Minor: minor, Currency: "EUR"} }
	amounts := func(item, shipping int64) []paper.Amounts {
		return []paper.Amounts{{Item: euros(item), Shipping: euros(shipping)}}
	}
	unknown := []paper.UnknownRefund{{Case: "P03A-000119-T", Device: w.model, Amount: euros(24900), Since: day.Add(-20 * time.Hour)}}
	work := paper.WorklistPage{Sheet: sheet, Workshop: w.seller, Title: "À rembourser", Filter: "Échéance : cette semaine"}
	put := paper.PutAwayList{Sheet: sheet, Workshop: w.seller}
	over := paper.HandOver{
		Sheet: sheet, Workshop: w.seller, From: "Samira B.", To: w.customer, Late: 2, Today: 5, Unknown: unknown,
		Notes: "Le chariot bleu reste au quai 2. " + w.model,
	}
	for i := range rows {
		number := fmt.Sprintf("P03A-%06d-%c", 101+i, 'A'+rune(i%20))
		due := paper.Due{At: day.AddDate(0, 0, i-2), Rule: "Remboursement : 5 jours après réception", Late: i < 2, Today: i == 2, ToHour: i == 1}
		work.Rows = append(work.Rows, paper.WorklistRow{
			Case: number, Device: w.model, Stage: "Décision", Due: due, Customer: w.customer, Place: "Isolement", Bin: "Q-02",
		})
		put.Rows = append(put.Rows, paper.PutAway{
			Case: number, Device: device, Grade: "Très bon état", Wipe: "Données effacées", Destination: "Stock", Bin: fmt.Sprintf("S-%02d-B2", i%40),
		})
		over.Holds = append(over.Holds, paper.Hold{Case: number, Device: w.model, Reason: "Compte iCloud non dissocié, le client est relancé.", Review: day.AddDate(0, 0, i), Late: i == 0})
		over.Promises = append(over.Promises, paper.Promise{Case: number, Customer: w.customer, Said: "Rappel avant midi avec le numéro de suivi.", By: day.AddDate(0, 0, 1), Who: "Yann L."})
	}
	over.Holds[0].Reason = w.claim
	return map[string]paper.Document{
		"worklist": work, "put-away list": put, "hand-over": over,
		"daily closing": paper.DailyClosing{
			Sheet: sheet, Workshop: w.seller, Number: "Z-2026-P03A-000027", Previous: "Z-2026-P03A-000026", Day: day, Closed: day.Add(8 * time.Hour),
			By: w.customer, Station: "P03", Epoch: "A",
			Outcomes: []paper.OutcomeTotal{
				{Outcome: "Remboursement total", Total: paper.Total{Count: 7, Amounts: append(amounts(412300, 4193), paper.Amounts{Item: returns.Money{Minor: 39900, Currency: "GBP"}, Shipping: returns.Money{Currency: "GBP"}})}},
				{Outcome: "Remboursement en partie", Total: paper.Total{Count: 2, Amounts: amounts(41800, 0)}},
				{Outcome: "Échange", Total: paper.Total{Count: 3}}, {Outcome: "Réparation", Total: paper.Total{Count: 1}}, {Outcome: w.claim, Total: paper.Total{Count: 1}},
			},
			Refunds: paper.Total{Count: 9, Amounts: amounts(454100, 4193)}, Cumulative: paper.Total{Count: 143, Amounts: amounts(5932100, 68231)},
			Since: day.AddDate(0, 0, -22), Perpetual: paper.Total{Count: 1204, Amounts: amounts(48124410, 531209)},
			Series: []paper.SeriesUse{
				{Series: "Avis de remboursement", First: "A-2026-P03A-000131", Last: "A-2026-P03A-000139", Count: 9},
				{Series: "Reçus de remboursement", First: "R-2026-P03A-000123", Last: "R-2026-P03A-000131", Count: 9}, {Series: "Rectificatifs"},
			},
			Unknown: unknown, Entries: 18342, Head: strings.Repeat("9f3ac071", 8),
		},
		"bin label":      paper.BinLabel{Sheet: sheet, Bin: "S-03-B2", Words: "Stock, étagère 3"},
		"long bin label": paper.BinLabel{Sheet: sheet, Bin: "BIN:ISOLEMENT-A-02", Words: w.model},
		"operator badge": paper.OperatorBadge{Sheet: sheet, Code: "OP:7F3K9QX2M4TD", Name: w.customer, Role: "Cheffe des retours", Workshop: w.seller},
	}
}
