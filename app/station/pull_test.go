package station_test

import (
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/store"
)

func (r *rig) conversation(id returns.CaseID) (messages []store.Message) {
	r.Helper()
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		messages, err = tx.Conversation(id)
		return err
	}))
	return messages
}

func TestAPullThatIsReadAgainChangesNothing(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	before := r.counts()
	r.pulls("1001", "F1")
	if r.counts() != before || len(r.conversation(id)) != 1 {
		t.Errorf("%+v became %+v, %d messages", before, r.counts(), len(r.conversation(id)))
	}
	orders, folders, err := r.station.Cursors(r.ctx, feed)
	r.must(err)
	if orders != "o1" || folders != "f1" {
		t.Errorf("cursors are %q and %q", orders, folders)
	}
}

func TestARequestBecomesACaseWithWhatTheMarketplaceKnows(t *testing.T) {
	r := newWorkshop(t)
	c := r.shows(r.pulls("1001", "F1"))
	switch {
	case c.Origin != returns.FromPull, c.Folder != "F1", c.Claim.Kind != returns.Defect, c.Claim.Wish != returns.WantsRefund:
		t.Errorf("the claim is %+v of %s from %s", c.Claim, c.Folder, c.Origin)
	case c.Sale.Region != "690", c.Sale.Category != "smartphone", c.Sale.Grade != "good", c.Sale.IMEI != soldIMEI:
		t.Errorf("the sale is %+v", c.Sale)
	case c.DeclaredAt.Source != returns.FromMarketplace:
		t.Errorf("declared %+v", c.DeclaredAt)
	}
	if timeline := r.station.Timeline(c); timeline.Requested.Source != string(returns.FromMarketplace) {
		t.Errorf("nobody knows who told the request: %+v", timeline.Requested)
	}
}

func TestALaterMessageJoinsTheConversationAndNothingElse(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	before := r.shows(id)
	folder := folderOf("F1", "1001")
	folder.Kind, folder.Raw = marketplace.ChangeOfMind, []byte(`{"later":true}`)
	folder.Messages = append(folder.Messages, marketplace.Message{
		Ref: "F1-m2", Author: marketplace.FromCustomer, Text: "Et voici une photo.", SentAt: r.Now(),
		Attachments: []marketplace.Attachment{{Ref: "a1", URL: "https://cdn.example.com/a1.jpg"}},
	})
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folder}, "f2"))
	if after := r.shows(id); after.Seq != before.Seq || after.Claim.Kind != returns.Defect {
		t.Errorf("the pull changed the case: %+v", after.Claim)
	}
	if messages := r.conversation(id); len(messages) != 2 || messages[1].Text != "Et voici une photo." {
		t.Errorf("the conversation is %+v", messages)
	}
	missing, err := r.station.MissingAttachments(r.ctx, feed)
	r.must(err)
	if len(missing) != 1 {
		t.Fatalf("%d messages lack their files", len(missing))
	}
	var photo = r.photographs()
	file, err := r.station.Photos().Original(string(photo))
	r.must(err)
	kept, err := r.station.AddPhoto(r.ctx, "customer", file)
	r.must(err)
	r.must(file.Close())
	r.must(r.station.KeepAttachment(r.ctx, missing[0], "a1", kept))
	if missing, err = r.station.MissingAttachments(r.ctx, feed); err != nil || len(missing) != 0 {
		t.Errorf("%d still missing: %v", len(missing), err)
	}
}

func TestASecondFolderOfALineIsLinkedToItsOpenCase(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F2", "1001")}, "f2"))
	if linked := r.caseOfFolder("F2"); linked != id {
		t.Fatalf("the second folder is linked to %q, the case is %q", linked, id)
	}
	if n := r.counts(); n.cases != 1 || len(r.conversation(id)) != 2 {
		t.Errorf("%+v and %d messages", n, len(r.conversation(id)))
	}
	if c := r.shows(id); c.Folder != "F1" {
		t.Errorf("the case is now reached by %s", c.Folder)
	}
}

func TestAFolderAfterAnEndedCaseOpensAnother(t *testing.T) {
	r := newWorkshop(t)
	first := r.pulls("1001", "F1")
	r.did(r.station.Cancel(r.ctx, r.order(), first, "Kept after all."))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F2", "1001")}, "f2"))
	if second := r.caseOfFolder("F2"); second == "" || second == first {
		t.Errorf("the second request is in %q", second)
	}
}

func TestAFolderThatIsClosedBeforeAnybodySawItOpensNothing(t *testing.T) {
	r := newWorkshop(t)
	folder := folderOf("F1", "1001")
	folder.Open = false
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder("1001")}, "o1"))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folder}, "f1"))
	if n := r.counts(); n.cases != 0 {
		t.Errorf("%d cases", n.cases)
	}
}

// The order of a folder may come later than the folder itself: the folder is kept,
// and becomes a case the next time it is told.
func TestAFolderWhoseOrderIsUnknownBecomesACaseOnceItIsKnown(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F1", "1001"), folderOf("F2", "1002")}, "f1"))
	if n := r.counts(); n.cases != 0 {
		t.Fatalf("%d cases of unknown orders", n.cases)
	}
	id := r.pulls("1001", "F1")
	r.at(id, returns.Requested)
	if messages := r.conversation(id); len(messages) != 1 {
		t.Errorf("%d messages", len(messages))
	}
}

func TestAListingsOwnMistakeDoesNotContradictTheDevice(t *testing.T) {
	r := newWorkshop(t)
	order := soldOrder("1001")
	order.Lines[0].IMEI, order.ShippedAt = "123", time.Time{}
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{order}, "o1"))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F1", "1001")}, "f1"))
	c := r.shows(r.caseOfFolder("F1"))
	if c.Sale.IMEI != "" || c.Sale.ShippedAt.Known() {
		t.Errorf("the sale is %+v", c.Sale)
	}
}

func TestATitleTellsItsCategoryByWholeWords(t *testing.T) {
	for title, want := range map[string]string{
		"iPhone 13 128 Go - Noir":          "smartphone",
		"Samsung Galaxy Buds 2":            "audio",
		"Apple Watch Series 8":             "watch",
		"Samsung Galaxy Tab S8":            "tablet",
		"MacBook Air (2020)":               "laptop",
		"Nintendo Switch OLED":             "console",
		"Support pour voiture":             "",
		"Coffret d’opportunités, sans nom": "",
	} {
		t.Run(title, func(t *testing.T) {
			r := newWorkshop(t)
			order := soldOrder("1001")
			order.Lines[0].Title = title
			r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{order}, "o1"))
			r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
				sold, err := tx.Sold(feed.Account, "1001", "1")
				if sold.Sale.Category != want {
					t.Errorf("category is %q, want %q", sold.Sale.Category, want)
				}
				return err
			}))
		})
	}
}

func TestClaimsOfTheMarketplaceAreNamedInOurWords(t *testing.T) {
	for name, told := range map[string]struct {
		kind  marketplace.ClaimKind
		wants marketplace.Wish
		claim returns.ClaimKind
		wish  returns.Wish
	}{
		"change of mind, refund":  {marketplace.ChangeOfMind, marketplace.WantsRefund, returns.ChangeOfMind, returns.WantsRefund},
		"warranty, repair":        {marketplace.Warranty, marketplace.WantsRepair, returns.Warranty, returns.WantsRepair},
		"defect, replacement":     {marketplace.Defect, marketplace.WantsReplacement, returns.Defect, returns.WantsReplacement},
		"unknown, help":           {marketplace.UnknownClaim, marketplace.WantsAssistance, returns.OtherClaim, returns.WantsHelp},
		"unknown, nothing wanted": {marketplace.UnknownClaim, marketplace.WishUnknown, returns.OtherClaim, returns.WishUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			folder := folderOf("F1", "1001")
			folder.Kind, folder.Claims[0].Wants, folder.Messages = told.kind, told.wants, nil
			r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder("1001")}, "o1"))
			r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folder}, "f1"))
			c := r.shows(r.caseOfFolder("F1"))
			if c.Claim.Kind != told.claim || c.Claim.Wish != told.wish || c.Claim.Text.Given() {
				t.Errorf("claim is %+v", c.Claim)
			}
		})
	}
}

func TestWhatAStrangerWritesIsKeptWithoutItsTricks(t *testing.T) {
	r := newWorkshop(t)
	folder := folderOf("F1", "1001")
	folder.Messages[0].Text = "Bonjour,\n\x00il ne \u202echarge\x1b[31m plus." + strings.Repeat("!", 30_000)
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder("1001")}, "o1"))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folder}, "f1"))
	kept := r.conversation(r.caseOfFolder("F1"))[0].Text
	if !strings.HasPrefix(kept, "Bonjour,\nil ne charge[31m plus.!") || len(kept) != 20_000 {
		t.Errorf("%d bytes, %q", len(kept), kept[:40])
	}
}

func TestNamesAndTitlesAreOneLineWithoutTricks(t *testing.T) {
	r := newWorkshop(t)
	order := soldOrder("1001")
	order.Lines[0].Title = "iPhone 13\x00\x07\u202e 128 Go\n" + strings.Repeat("x", 5000)
	order.ShipTo.FirstName, order.ShipTo.LastName = "Ca\u2066mille\x1b", "Du\nbreuil"+strings.Repeat("y", 5000)
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{order}, "o1"))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F1", "1001")}, "f1"))
	pulled := r.shows(r.caseOfFolder("F1"))
	if title := pulled.Sale.Title; !strings.HasPrefix(title, "iPhone 13 128 Go xxx") || len(title) != 200 {
		t.Errorf("title of %d bytes: %q", len(title), title)
	}
	request := byHand()
	request.Sale.OrderRef, request.Sale.Title = "SHOP-8\r\n", strings.Repeat("z", 500_000)
	request.Customer.FirstName, request.Text = "Ca\x00mille", strings.Repeat("w", 500_000)
	id, err := r.station.Request(r.ctx, r.order(), request)
	byPerson := r.shows(r.did(id, err))
	if len(byPerson.Sale.Title) != 200 || byPerson.Sale.OrderRef != "SHOP-8" {
		t.Errorf("title of %d bytes, order %q", len(byPerson.Sale.Title), byPerson.Sale.OrderRef)
	}
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		for id, want := range map[string]string{pulled.Customer.ID: "Camille", byPerson.Customer.ID: "Camille"} {
			if person, err := tx.Person(id); err != nil || person.FirstName != want || len(person.LastName) > 200 || strings.Contains(person.LastName, "\n") {
				t.Errorf("person %+v, %v", person, err)
			}
		}
		words, err := tx.Text(byPerson.Claim.Text.ID)
		if len(words) != 20_000 {
			t.Errorf("%d bytes of words were kept", len(words))
		}
		return err
	}))
}

func TestADeliveryThatIsStillToComeIsNotEntered(t *testing.T) {
	r := newWorkshop(t)
	request := byHand()
	request.DeliveredAt = returns.At(r.Now().AddDate(1, 0, 0), "Europe/Paris", returns.FromOperator)
	_, err := r.station.Request(r.ctx, r.order(), request)
	r.refused(err, fault.Invalid, "errors_returns.arrival.future")
}

func TestAFolderThatCanBeNoCaseHoldsUpNoOther(t *testing.T) {
	r := newWorkshop(t)
	broken, nameless := soldOrder("1001"), soldOrder("1002")
	broken.Lines[0].Price.Minor = -1
	nameless.Lines[0].Title, nameless.Lines[0].SKU = "", "IP13-128"
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{broken, nameless}, "o1"))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf("F1", "1001"), folderOf("F2", "1002")}, "f1"))
	if id := r.caseOfFolder("F1"); id != "" {
		t.Errorf("a negative price opened %s", id)
	}
	if c := r.shows(r.caseOfFolder("F2")); c.Sale.Title != "IP13-128" {
		t.Errorf("a listing without a title is shown as %q", c.Sale.Title)
	}
}
