package station

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/store"
)

// Feed names the account and environment that remote objects come from.
type Feed struct {
	Account     string
	Environment string
}

func (f Feed) key(kind, id string) store.RemoteKey {
	return store.RemoteKey{Account: f.Account, Environment: f.Environment, Kind: kind, ExternalID: id}
}

// The kinds of remote object.
const (
	remoteOrder  = "order"
	remoteFolder = "folder"
)

// TakeOrders mirrors a page of orders and moves the cursor, in one transaction:
// after a crash the page is read again, and reading it again changes nothing.
func (s *Station) TakeOrders(ctx context.Context, feed Feed, orders []marketplace.Order, cursor marketplace.Cursor) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		for _, order := range orders {
			changed, err := tx.SaveRemote(feed.key(remoteOrder, string(order.Ref)), order.Raw)
			if err != nil {
				return err
			}
			if !changed {
				continue
			}
			for _, sold := range salesOf(feed, order) {
				if err := tx.SaveSale(sold); err != nil {
					return err
				}
			}
		}
		return tx.SetCursor(feed.Account, "orders", string(cursor))
	})
}

// salesOf turns an order into the sales that a return can be opened for.
func salesOf(feed Feed, order marketplace.Order) []store.Sold {
	sold := make([]store.Sold, 0, len(order.Lines))
	for _, line := range order.Lines {
		sold = append(sold, store.Sold{Sale: saleOf(feed, order, line), Customer: customerOf(order), Returnable: line.State == marketplace.LineShipped})
	}
	return sold
}

func saleOf(feed Feed, order marketplace.Order, line marketplace.OrderLine) returns.Sale {
	sale := returns.Sale{
		Account: feed.Account, OrderRef: string(order.Ref), LineRef: string(line.Ref), SKU: line.SKU, Title: cmp.Or(strings.TrimSpace(line.Title), line.SKU, string(order.Ref)),
		Category: categoryOf(line.Title), Grade: gradeOf(line.Grade), IMEI: returns.NormaliseIMEI(line.IMEI),
		Serial: returns.NormaliseSerial(line.Serial), Paid: line.Price, Shipping: line.Shipping, Locale: order.Locale,
		Country: order.ShipTo.Country, Region: firstRunes(order.ShipTo.PostalCode, regionLength), Quantity: line.Quantity, Tracking: order.Tracking,
		SoldAt: at(order.CreatedAt), ShippedAt: at(order.ShippedAt),
	}
	sale = plainSale(sale)
	if !returns.ValidIMEI(sale.IMEI) {
		sale.IMEI = "" // A listing's own typing mistake must not contradict the device in hand.
	}
	return sale
}

// regionLength is how much of a postal code the calendars need; the rest of it
// would be personal data in the journal.
const regionLength = 3

func firstRunes(s string, n int) string {
	runes := []rune(strings.TrimSpace(s))
	return string(runes[:min(n, len(runes))])
}

// gradeOf names the marketplace's condition codes; an unknown one is left out.
func gradeOf(raw string) string {
	return map[string]string{"9": "premium", "10": "excellent", "11": "good", "12": "fair"}[raw]
}

func customerOf(order marketplace.Order) store.Person {
	a := order.ShipTo
	return plainPerson(store.Person{
		FirstName: a.FirstName, LastName: a.LastName, Company: a.Company, Email: a.Email, Phone: a.Phone, Street: a.Street,
		Street2: a.Street2, PostalCode: a.PostalCode, City: a.City, Region: a.State, Country: a.Country, Language: order.Locale,
	})
}

// TakeFolders mirrors a page of after-sales folders and opens a case for each one
// that is new, open and about a line that has none; where the line has an open
// case, the folder is linked to it. A folder that has its case only adds its
// messages: what the marketplace says never overwrites a local fact. A folder that
// cannot become a case is reported (Unopened), and the rest of the page
// stands.
func (s *Station) TakeFolders(ctx context.Context, feed Feed, folders []marketplace.Folder, cursor marketplace.Cursor) error {
	for _, folder := range folders {
		if err := s.takeFolder(ctx, feed, folder); err != nil {
			return fmt.Errorf("take folder %s: %w", folder.Ref, err)
		}
	}
	return s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.SetCursor(feed.Account, "folders", string(cursor))
	})
}

// Unopened lists the open folders among some that belong to no case.
func (s *Station) Unopened(ctx context.Context, feed Feed, folders []marketplace.Folder) (unopened []marketplace.FolderRef, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		for _, folder := range folders {
			_, linked, err := tx.LinkedCase(feed.key(remoteFolder, string(folder.Ref)))
			if err != nil {
				return err
			}
			if folder.Open && !linked {
				unopened = append(unopened, folder.Ref)
			}
		}
		return nil
	})
	return unopened, err
}

func (s *Station) takeFolder(ctx context.Context, feed Feed, folder marketplace.Folder) error {
	key := feed.key(remoteFolder, string(folder.Ref))
	order := Order{ID: returns.CommandID("pull-" + feed.Account + "-" + string(folder.Ref)), Actor: returns.Actor{ID: returns.System}}
	err := s.db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.SaveRemote(key, folder.Raw); err != nil {
			return err
		}
		return saveMessages(tx, feed, folder)
	})
	if err != nil {
		return err
	}
	var id returns.CaseID
	var linked bool
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		id, linked, err = tx.LinkedCase(key)
		return err
	})
	switch {
	case err != nil:
		return err
	case linked:
		return s.announce(ctx, id, folder)
	case !folder.Open:
		return nil
	}
	id, err = s.commit(ctx, order, "TakeFolder", func(t *turn) (returns.CaseID, error) {
		return t.openFromFolder(feed, folder, key)
	})
	if fault.Is(err, fault.Conflict) || fault.Is(err, fault.NotFound) || fault.Is(err, fault.Invalid) {
		s.log.Warn("folder opens no case", "folder", folder.Ref, "error", err)
		return nil
	}
	if err != nil || id == "" {
		return err
	}
	return s.announce(ctx, id, folder)
}

func (t *turn) openFromFolder(feed Feed, folder marketplace.Folder, key store.RemoteKey) (returns.CaseID, error) {
	sold, err := t.Sold(feed.Account, string(folder.OrderRef), string(folder.LineRef))
	if err != nil {
		return "", err
	}
	open, err := t.OpenCaseOfLine(feed.Account, string(folder.OrderRef), string(folder.LineRef))
	if err != nil {
		return "", err
	}
	if open != "" {
		return open, t.link(feed, folder, key, open)
	}
	customer, err := t.SavePerson(sold.Customer)
	if err != nil {
		return "", err
	}
	words, err := t.SaveText("claim", firstWords(folder))
	if err != nil {
		return "", err
	}
	c, err := t.decide(returns.Case{}, returns.Request{
		Origin: returns.FromPull, Sale: sold.Sale, Folder: string(folder.Ref), Customer: customer,
		Claim:       returns.Claim{Kind: claimKind(folder.Kind), Wish: wishOf(folder), Issues: issuesOf(folder), Text: words},
		RequestedAt: at(folder.CreatedAt), DeclaredAt: at(folder.CreatedAt),
	})
	if err != nil {
		return "", err
	}
	return c.ID, t.link(feed, folder, key, c.ID)
}

// link ties a folder to the open case of its line and shows its messages there. A
// case that was opened without a folder, or for another one, keeps how it is
// reached: what the marketplace tells never overwrites a local fact.
func (t *turn) link(feed Feed, folder marketplace.Folder, key store.RemoteKey, id returns.CaseID) error {
	if err := t.LinkRemote(key, id); err != nil {
		return err
	}
	return t.AdoptMessages(feed.Account, string(folder.Ref), id)
}

func saveMessages(tx *store.Tx, feed Feed, folder marketplace.Folder) error {
	linked, _, err := tx.LinkedCase(feed.key(remoteFolder, string(folder.Ref)))
	if err != nil {
		return err
	}
	for _, message := range folder.Messages {
		files := []store.MessageFile{}
		for _, attachment := range message.Attachments {
			files = append(files, store.MessageFile{Ref: attachment.Ref, URL: attachment.URL})
		}
		if _, err := tx.SaveMessage(store.Message{
			CaseID: linked, Account: feed.Account, Folder: string(folder.Ref), RemoteRef: string(message.Ref), Author: string(message.Author),
			Audience: message.RawKind, At: message.SentAt, Text: plainWords(message.Text), Attachments: files, Informative: message.Informative,
		}); err != nil {
			return err
		}
	}
	return nil
}

// firstWords are the customer's own: the first message that they wrote.
func firstWords(folder marketplace.Folder) string {
	for _, message := range folder.Messages {
		if message.Author == marketplace.FromCustomer {
			return message.Text
		}
	}
	return ""
}

func claimKind(kind marketplace.ClaimKind) returns.ClaimKind {
	switch kind {
	case marketplace.ChangeOfMind:
		return returns.ChangeOfMind
	case marketplace.Defect:
		return returns.Defect
	case marketplace.Warranty:
		return returns.Warranty
	default:
		return returns.OtherClaim
	}
}

func wishOf(folder marketplace.Folder) returns.Wish {
	for _, claim := range folder.Claims {
		switch claim.Wants {
		case marketplace.WantsRefund:
			return returns.WantsRefund
		case marketplace.WantsReplacement, marketplace.WantsRepairOrReplace:
			return returns.WantsReplacement
		case marketplace.WantsRepair:
			return returns.WantsRepair
		case marketplace.WantsAssistance:
			return returns.WantsHelp
		}
	}
	return returns.WishUnknown
}

func issuesOf(folder marketplace.Folder) []string {
	issues := []string{}
	for _, claim := range folder.Claims {
		for _, issue := range claim.Issues {
			issues = append(issues, issue.Code)
		}
	}
	return issues
}
