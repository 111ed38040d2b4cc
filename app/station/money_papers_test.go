package station_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// watches keeps every page that the station sets, as it was asked for.
func (r *rig) watches() *[]paper.Document {
	pages := &[]paper.Document{}
	r.station.Rendering(func(page paper.Document) ([]byte, error) {
		*pages = append(*pages, page)
		return page.PDF()
	})
	return pages
}

// page expects exactly one page of a kind to have been set.
func page[T paper.Document](r *rig, pages *[]paper.Document) (found T) {
	r.Helper()
	count := 0
	for _, set := range *pages {
		if of, ok := set.(T); ok {
			found, count = of, count+1
		}
	}
	if count != 1 {
		r.Fatalf("%d pages %T were set, want one", count, found)
	}
	return found
}

// billed says by which invoice an order line was sold.
func (r *rig) billed(orderRef, invoice string, at time.Time) {
	r.Helper()
	r.must(r.station.Store().Update(r.ctx, func(tx *store.Tx) error {
		return tx.SaveSoldUnits(store.Import{ID: "import-" + orderRef, Kind: "sold_units", Name: "ventes.csv", SHA256: orderRef},
			[]store.SoldUnit{{OrderRef: orderRef, IMEI: soldIMEI, Invoice: invoice, InvoiceAt: at, Source: "csv"}})
	}))
}

func (r *rig) inspected(order, folder string) returns.CaseID {
	r.Helper()
	id := r.pulls(order, folder)
	r.receives(id)
	r.inspects(id)
	return id
}

func TestAFullRefundIsAnnouncedThenReceiptedWithItsAmountsDatesAndNumbers(t *testing.T) {
	r := newWorkshop(t)
	invoiced := time.Date(2026, 10, 21, 0, 0, 0, 0, time.UTC)
	r.billed("1001", "F-2026-0042", invoiced)
	pages := r.watches()
	id := r.inspected("1001", "F1")
	refund := r.refunds(id, 40400)

	notice := page[paper.RefundNotice](r, pages)
	if notice.Number != "A-2026-P01A-000001" || notice.Item != euros(39900) || notice.Shipping != euros(500) || notice.Route != paper.OriginalMeans {
		t.Errorf("the notice says %+v", notice.Refund)
	}
	if notice.Order.Invoice != "F-2026-0042" || !notice.Order.Invoiced.Equal(invoiced) {
		t.Errorf("the notice goes back to invoice %q of %s", notice.Order.Invoice, notice.Order.Invoiced)
	}
	if kinds := r.numbered(id); !slices.Equal(kinds, []string{"A-2026-P01A-000001"}) {
		t.Fatalf("before the confirmation there is %v", kinds)
	}

	r.Advance(26 * time.Hour)
	r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.AcceptRefund{Refund: refund}, returns.RecordReadBack{Refund: refund, Finding: returns.FoundRefunded})
	receipt := page[paper.RefundReceipt](r, pages)
	if receipt.Number != "R-2026-P01A-000001" || receipt.Item != euros(39900) || receipt.Shipping != euros(500) {
		t.Errorf("the receipt says %+v", receipt.Refund)
	}
	if confirmed := r.shows(id).Refunds[0].ConfirmedAt.At; !receipt.Refunded.Equal(confirmed) || receipt.Issued.Before(confirmed) {
		t.Errorf("refunded on %s and issued on %s, confirmed on %s", receipt.Refunded, receipt.Issued, confirmed)
	}
	if receipt.Margin || receipt.Visible.IsZero() {
		t.Errorf("margin %t, visible %s", receipt.Margin, receipt.Visible)
	}
	r.staysWhole(id)
}

func TestTheMarginSchemeIsMentionedWhereTheWorkshopSellsUnderIt(t *testing.T) {
	r := newWorkshop(t)
	workshop := r.station.Settings().Workshop
	workshop.Margin = true
	r.must(r.station.SaveWorkshop(r.ctx, r.order(), workshop))
	pages := r.watches()
	r.refunds(r.inspected("1001", "F1"), 40400)
	if notice := page[paper.RefundNotice](r, pages); !notice.Margin {
		t.Error("the notice does not mention the margin scheme")
	}
}

func TestAPartialRefundIsItemisedAndSaysHowItReachesTheBank(t *testing.T) {
	r := newWorkshop(t)
	pages := r.watches()
	id := r.inspected("1001", "F1")
	deductions := []returns.Deduction{{Part: "screen", Finding: "scratched", Amount: euros(9000)}, {Part: "cable", Finding: "missing", Amount: euros(900)}}
	order := r.manager()
	r.did(r.station.DecidePartialRefund(r.ctx, order, id, station.Partial{Deductions: deductions, Shipping: euros(500), Expected: euros(30500)}, "Rayures vues à l’inspection."))
	refund := r.shows(id).Refunds[0].ID

	notice := page[paper.RefundNotice](r, pages)
	if notice.Route != paper.MarketplaceAccount || notice.Paid != euros(39900) || notice.Item != euros(30000) || len(notice.Deductions) != 2 {
		t.Fatalf("the notice says %+v", notice.Refund)
	}
	if cut := notice.Deductions[0]; cut.Amount != euros(9000) || cut.Part == "" || strings.Contains(cut.Part, "catalog.") {
		t.Errorf("the first deduction is %+v", cut)
	}
	sendings := r.letters()
	if !slices.ContainsFunc(sendings, func(words string) bool { return strings.Contains(words, "IBAN") && strings.Contains(words, "305,00") }) {
		t.Errorf("no message says how the partial refund reaches the bank: %q", sendings)
	}
	r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.AcceptRefund{Refund: refund}, returns.RecordReadBack{Refund: refund, Finding: returns.FoundRefunded})
	receipt := page[paper.RefundReceipt](r, pages)
	if receipt.Route != paper.MarketplaceAccount || receipt.Item != euros(30000) || len(receipt.Deductions) != 2 || receipt.Visible.IsZero() {
		t.Errorf("the receipt says %+v", receipt.Refund)
	}
	r.staysWhole(id)
}

func TestARefundThatComesToNothingIsCancelledAmongTheNotices(t *testing.T) {
	for name, ends := range map[string]func(r *rig, id returns.CaseID, refund returns.RefundID){
		"refused by the marketplace": func(r *rig, id returns.CaseID, refund returns.RefundID) {
			r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.RejectRefund{Refund: refund, Code: "422"})
		},
		"taken back before it left": func(r *rig, id returns.CaseID, _ returns.RefundID) {
			r.did(r.station.Reverse(r.ctx, r.order(), id, "Erreur de dossier."))
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			pages := r.watches()
			id := r.inspected("1001", "F1")
			refund := r.refunds(id, 40400)
			ends(r, id, refund)
			cancelling := page[paper.RefundCancellation](r, pages)
			if cancelling.Number != "A-2026-P01A-000002" || cancelling.Notice != "A-2026-P01A-000001" || cancelling.Item != euros(39900) {
				t.Errorf("%s cancels %s of %+v", cancelling.Number, cancelling.Notice, cancelling.Item)
			}
			again := r.refunds(id, 40400)
			if again == refund {
				t.Fatal("the refund that came to nothing was granted again under its old name")
			}
			if numbers := r.numbered(id); !slices.Equal(numbers, []string{"A-2026-P01A-000001", "A-2026-P01A-000002", "A-2026-P01A-000003"}) {
				t.Errorf("the notices are %v", numbers)
			}
			r.staysWhole(id)
		})
	}
}

func TestADecisionThatAwaitsApprovalHasNoNoticeYet(t *testing.T) {
	r := newWorkshop(t)
	limit := int64(10000)
	rights := r.station.Settings().Rights
	rights.Alone, rights.OperatorLimit = false, &limit
	r.must(r.station.SaveRights(r.ctx, r.order(), rights))
	id := r.inspected("1001", "F1")
	order := r.order()
	order.Actor.Limit = &returns.Money{Minor: limit, Currency: "EUR"}
	r.did(r.station.DecideFullRefund(r.ctx, order, id, euros(40400), "", ""))
	if numbers := r.numbered(id); len(numbers) != 0 {
		t.Fatalf("before the approval there is %v", numbers)
	}
	second := r.order()
	second.Actor = returns.Actor{ID: "lead-1", Approve: true}
	r.did(r.station.Approve(r.ctx, second, id, euros(40400)))
	if numbers := r.numbered(id); !slices.Equal(numbers, []string{"A-2026-P01A-000001"}) {
		t.Errorf("after the approval there is %v", numbers)
	}
}

func TestACorrectionNamesWhatItCorrectsAndTheInvoice(t *testing.T) {
	r := newWorkshop(t)
	invoiced := time.Date(2026, 10, 21, 0, 0, 0, 0, time.UTC)
	r.billed("1001", "F-2026-0042", invoiced)
	id := r.inspected("1001", "F1")
	refund := r.refunds(id, 40400)
	r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.AcceptRefund{Refund: refund}, returns.RecordReadBack{Refund: refund, Finding: returns.FoundRefunded})
	receipt := r.paper(id, returns.RefundReceipt)
	pages := r.watches()
	r.did(r.station.CorrectDocument(r.ctx, r.order(), id, receipt.ID, "Le nom du client.", "Camille Dubreuil-Roy."))
	correction := page[paper.RefundCorrection](r, pages)
	if correction.Number != "C-2026-P01A-000001" || correction.Corrects.Number != receipt.Number || correction.Corrects.Kind != paper.Receipt || !correction.Corrects.Dated.Equal(receipt.IssuedAt) {
		t.Errorf("%s corrects %+v", correction.Number, correction.Corrects)
	}
	if correction.Wrong != "Le nom du client." || correction.Right != "Camille Dubreuil-Roy." {
		t.Errorf("it says %q, then %q", correction.Wrong, correction.Right)
	}
	if correction.Order.Invoice != "F-2026-0042" || !correction.Order.Invoiced.Equal(invoiced) {
		t.Errorf("it goes back to invoice %q of %s", correction.Order.Invoice, correction.Order.Invoiced)
	}
	_, err := r.station.CorrectDocument(r.ctx, r.order(), id, receipt.ID, "", "Camille")
	r.refused(err, fault.Invalid, "errors_returns.correction.text")
	r.did(r.station.CorrectDocument(r.ctx, r.order(), id, receipt.ID, "La date.", "Le 3 novembre.")) // A second mistake on the same paper.
	if numbers := r.numbered(id); !slices.Contains(numbers, "C-2026-P01A-000002") {
		t.Errorf("the documents are %v", numbers)
	}
	r.staysWhole(id)
}

func TestEverySeriesStartsAnewWithTheYear(t *testing.T) {
	r := newWorkshop(t)
	first := r.inspected("1001", "F1")
	r.refunds(first, 40400)
	r.Advance(time.Date(2026, 12, 31, 23, 30, 0, 0, time.UTC).Sub(r.Now())) // Already 2027 in Paris.
	order := byHand()
	second := r.did(r.station.Request(r.ctx, r.order(), order))
	r.receives(second)
	r.inspects(second)
	order2 := r.manager()
	r.did(r.station.DecideFullRefund(r.ctx, order2, second, euros(20000), "Promis au client.", ""))
	if numbers := r.numbered(second); !slices.Equal(numbers, []string{"A-2027-P01A-000001"}) {
		t.Errorf("the new year's notices are %v", numbers)
	}
	r.staysWhole(second)
}

// numbered lists the numbers of a case's documents, oldest first.
func (r *rig) numbered(id returns.CaseID) (numbers []string) {
	r.Helper()
	for _, document := range r.documents(id) {
		if document.Number != "" {
			numbers = append(numbers, document.Number)
		}
	}
	return numbers
}

// letters reads the messages that may leave, and sends them.
func (r *rig) letters() (words []string) {
	r.Helper()
	for {
		sending, found, err := r.station.NextSending(r.ctx)
		r.must(err)
		if !found {
			return words
		}
		if sending.Kind == station.RefundKind {
			r.must(r.station.Postpone(r.ctx, sending, r.Now().Add(time.Hour), nil, 0))
			continue
		}
		letter, err := r.station.Letter(r.ctx, sending)
		r.must(err)
		words = append(words, letter.Text)
		r.must(r.station.Deliver(r.ctx, sending, "remote-"+string(sending.ID)))
	}
}
