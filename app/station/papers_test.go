package station_test

import (
	"errors"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/store"
)

func TestAPageThatCannotBeSetNeverStandsInTheWayOfWork(t *testing.T) {
	for name, render := range map[string]func(paper.Document) ([]byte, error){
		"an error": func(paper.Document) ([]byte, error) {
			return nil, fault.Wrap(errors.New("no such font"), fault.Internal, "errors_paper.render", nil)
		},
		"a panic": func(paper.Document) ([]byte, error) { panic("no such font") },
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.pulls("1001", "F1")
			r.station.Rendering(render)
			r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
			r.at(id, returns.Awaiting)
			failed := r.documents(id)[0]
			if failed.State != store.DocumentFailed || failed.ErrorKey == "" {
				t.Fatalf("the slip is %s (%s)", failed.State, failed.ErrorKey)
			}
			if err := r.station.RetryDocument(r.ctx, failed.ID); err == nil {
				t.Fatal("it was retried in vain, and said nothing")
			}
			if _, err := r.station.DocumentPDF(r.ctx, failed.ID, 0); !fault.Is(err, fault.NotFound) {
				t.Errorf("its bytes: %v", err)
			}
			if _, found, err := r.station.NextSending(r.ctx); err != nil || found {
				t.Fatalf("a message leaves without its slip (%v)", err)
			}
			r.clock.Advance(time.Minute)
			sending, found, err := r.station.NextSending(r.ctx)
			r.must(err)
			if !found {
				t.Fatal("nobody asks again for the message that waits for its slip")
			}
			_, err = r.station.Letter(r.ctx, sending)
			r.refused(err, fault.Unavailable, "errors_station.document_not_ready")

			r.station.Rendering(nil)
			r.must(r.station.RetryDocument(r.ctx, failed.ID))
			r.must(r.station.RetryDocument(r.ctx, failed.ID)) // One that is ready is left alone.
			r.paper(id, returns.ReturnSlip)
			letter, err := r.station.Letter(r.ctx, sending)
			r.must(err)
			if letter.Text == "" || len(letter.Files) != 1 {
				t.Errorf("the letter is %+v", letter)
			}
		})
	}
}

func TestWhatWasDueIsIssuedAtTheNextStart(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	r.station.Rendering(func(paper.Document) ([]byte, error) { return nil, errors.New("disk full") })
	r.refunds(id, 40400)
	r.restarts()
	if notice := r.paper(id, returns.RefundNotice); notice.Number != "A-2026-P01A-000001" {
		t.Errorf("the failed attempt left a gap: %s", notice.Number)
	}
}

func TestReceiptsAreNumberedWithoutAGap(t *testing.T) {
	r := newWorkshop(t)
	for i, want := range []string{"R-2026-P01A-000001", "R-2026-P01A-000002", "R-2026-P01A-000003"} {
		request := byHand()
		request.Sale.OrderRef += string(rune('a' + i))
		id := r.did(r.station.Request(r.ctx, r.order(), request))
		r.receives(id)
		r.inspects(id)
		refund := r.refunds(id, 20000)
		if i == 1 { // A page that fails takes no number.
			r.station.Rendering(func(paper.Document) ([]byte, error) { return nil, errors.New("disk full") })
		}
		r.did(r.station.SettleRefund(r.ctx, r.manager(), id, refund, true, "Bank"))
		r.station.Rendering(nil)
		for _, document := range r.documents(id) {
			r.must(r.station.RetryDocument(r.ctx, document.ID))
		}
		if receipt := r.paper(id, returns.RefundReceipt); receipt.Number != want {
			t.Errorf("receipt %s, want %s", receipt.Number, want)
		}
	}
}

func TestACopyIsMarkedAndRecorded(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	slip := r.paper(id, returns.ReturnSlip)
	original, err := r.station.DocumentPDF(r.ctx, slip.ID, 0)
	r.must(err)
	_, err = r.station.DocumentPDF(r.ctx, slip.ID, 1)
	r.refused(err, fault.NotFound, "errors_station.copy")
	order := r.order()
	r.did(r.station.Reprint(r.ctx, order, slip.ID))
	r.did(r.station.Reprint(r.ctx, order, slip.ID)) // One press, one copy.
	_, err = r.station.DocumentPDF(r.ctx, slip.ID, 2)
	r.refused(err, fault.NotFound, "errors_station.copy")
	_, err = r.station.DocumentPDF(r.ctx, slip.ID, -1)
	r.refused(err, fault.NotFound, "errors_station.copy")
	marked, err := r.station.DocumentPDF(r.ctx, slip.ID, 1)
	r.must(err)
	again, err := r.station.DocumentPDF(r.ctx, slip.ID, 0)
	r.must(err)
	if string(marked) == string(original) || string(again) != string(original) {
		t.Error("the copy is not marked, or the original changed")
	}
}

func TestDocumentsSpeakTheCustomersLanguageAndLabelsTheWorkshops(t *testing.T) {
	for locale, want := range map[string]string{"fr-fr": "fr", "en-gb": "en", "de-de": "en", "": "fr"} {
		t.Run("sold in "+locale, func(t *testing.T) {
			r := newWorkshop(t)
			order := soldOrder("1001")
			order.Locale = locale
			r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{order}, "o1"))
			r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F1", "1001")}, "f1"))
			id := r.caseOfFolder("F1")
			r.did(r.station.Authorise(r.ctx, r.order(), id, true, "", ""))
			r.receives(id)
			for kind, language := range map[returns.DocumentKind]string{returns.ReturnSlip: want, returns.ReturnLabel: want, returns.DeviceLabel: "fr"} {
				if got := r.paper(id, kind); got.Language != language {
					t.Errorf("%s is in %s, want %s", kind, got.Language, language)
				}
			}
		})
	}
}

func TestAMessageLeavesWithTheSlipThatItWaitedForAndNoLater(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.Authorise(r.ctx, r.order(), id, true, "", ""))
	sending, found, err := r.station.NextSending(r.ctx)
	r.must(err)
	if !found {
		t.Fatal("the message still waits, though its slip and its label are issued")
	}
	letter, err := r.station.Letter(r.ctx, sending)
	r.must(err)
	if len(letter.Files) != 2 {
		t.Errorf("it leaves with %d files", len(letter.Files))
	}
}

func TestAPageThatFailedIsForgottenWithItsCase(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.station.Rendering(func(paper.Document) ([]byte, error) { return nil, errors.New("no such font") })
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	r.did(r.station.Cancel(r.ctx, r.order(), id, "keeps it"))
	r.restarts()
	if left := r.documents(id); len(left) != 0 {
		t.Errorf("%d documents still wait for a case that is over", len(left))
	}
}
