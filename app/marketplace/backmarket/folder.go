package backmarket

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

type wireFolder struct {
	ID              text `json:"id"`
	State           text `json:"state"`
	CountryCode     text `json:"country_code"`
	DateCreation    text `json:"date_creation"`
	DateModified    text `json:"date_modification"`
	DateLastMessage text `json:"date_last_message"`
	DateClosed      text `json:"date_closed"`
	Client          struct {
		ID        text `json:"id"`
		FirstName text `json:"first_name"`
		LastName  text `json:"last_name"`
		Email     text `json:"email"`
	} `json:"client"`
	Orderline struct {
		ID    text `json:"id"`
		Order struct {
			OrderID      text `json:"order_id"`
			DateShipping text `json:"date_shipping"`
		} `json:"order"`
		Snapshot struct {
			SKU text `json:"sku"`
		} `json:"snapshot"`
	} `json:"orderline"`
	Lines    []wireClaim   `json:"lines"`
	Messages []wireMessage `json:"messages"`
}

type wireMessage struct {
	ID            text `json:"id"`
	Message       text `json:"message"`
	DateCreation  text `json:"date_creation"`
	Initiator     text `json:"initiator"`
	Kind          text `json:"kind"`
	IsInformative text `json:"is_informative"`
	Attachments   []struct {
		ID           text `json:"id"`
		Attachment   text `json:"attachment"`
		DateCreation text `json:"date_creation"`
	} `json:"attachments"`
}

// Folder implements marketplace.Channel.
func (c *Client) Folder(ctx context.Context, ref marketplace.FolderRef) (marketplace.Folder, error) {
	id, ok := text(ref).id()
	if !ok {
		return marketplace.Folder{}, fault.New(fault.NotFound, "errors_marketplace.not_found", nil)
	}
	var raw json.RawMessage
	if _, err := c.getJSON(ctx, call{path: "/ws/sav/" + id, care: true}, &raw); err != nil {
		return marketplace.Folder{}, fmt.Errorf("read folder: %w", err)
	}
	folder, err := readFolder(raw)
	if err == nil && folder.Ref != ref {
		err = errors.New("another folder came than the one asked for")
	}
	if err != nil {
		return marketplace.Folder{}, fault.Wrap(err, fault.Internal, "errors_marketplace.unreadable", nil)
	}
	return folder, nil
}

// closed is the one state of a folder or claim that is not open. A state that
// this version does not know is open: nobody must miss it.
const closed text = "9"

func readFolder(raw []byte) (marketplace.Folder, error) {
	var w wireFolder
	if err := json.Unmarshal(raw, &w); err != nil {
		return marketplace.Folder{}, fmt.Errorf("decode folder: %w", err)
	}
	ref, ok := w.ID.id()
	if !ok {
		return marketplace.Folder{}, errors.New("decode folder: it has no number")
	}
	line, ok := w.Orderline.ID.id()
	if !ok {
		return marketplace.Folder{}, fmt.Errorf("decode folder %s: it names no order line", ref)
	}
	order, _ := w.Orderline.Order.OrderID.id() // The line is enough to find the order later.
	folder := marketplace.Folder{
		Ref: marketplace.FolderRef(ref), OrderRef: marketplace.OrderRef(order), LineRef: marketplace.LineRef(line),
		SKU: string(w.Orderline.Snapshot.SKU), Open: w.State != closed, RawState: string(w.State), Locale: string(w.CountryCode),
		Customer:  customer(w),
		CreatedAt: w.DateCreation.instant(), ModifiedAt: w.DateModified.instant(),
		LastMessageAt: w.DateLastMessage.instant(), ClosedAt: w.DateClosed.instant(),
		Raw: raw,
	}
	shipped := w.Orderline.Order.DateShipping.instant()
	for _, claim := range w.Lines {
		folder.Claims = append(folder.Claims, claim.claim(folder.CreatedAt, shipped))
	}
	folder.Kind = kindOfAll(folder.Claims)
	for _, wired := range w.Messages {
		folder.Messages = append(folder.Messages, wired.message())
	}
	slices.SortStableFunc(folder.Messages, func(a, b marketplace.Message) int { return a.SentAt.Compare(b.SentAt) })
	return folder, nil
}

func customer(w wireFolder) marketplace.Customer {
	return marketplace.Customer{
		Ref: string(w.Client.ID), FirstName: string(w.Client.FirstName), LastName: string(w.Client.LastName), Email: string(w.Client.Email),
	}
}

func (w wireMessage) message() marketplace.Message {
	message := marketplace.Message{
		Ref: marketplace.MessageRef(w.ID), Author: author(string(w.Kind), string(w.Initiator)), RawKind: string(w.Kind),
		HTML: string(w.Message), Text: plainText(string(w.Message)),
		Informative: w.IsInformative.flag(), SentAt: w.DateCreation.instant(),
	}
	for _, file := range w.Attachments {
		message.Attachments = append(message.Attachments, marketplace.Attachment{
			Ref: string(file.ID), URL: string(file.Attachment), CreatedAt: file.DateCreation.instant(),
		})
	}
	return message
}

// author reads the sender out of a kind such as MERCHANT_TO_ALL, and where the
// kind is new, out of the initiator.
func author(kind, initiator string) marketplace.Author {
	sender, _, _ := strings.Cut(strings.ToUpper(kind), "_TO_")
	for _, name := range []string{sender, strings.ToUpper(initiator)} {
		switch name {
		case "MERCHANT", "SELLER":
			return marketplace.FromSeller
		case "CUSTOMER", "CLIENT", "BUYER":
			return marketplace.FromCustomer
		case "BACKCARE", "BACKMARKET", "SYSTEM":
			return marketplace.FromMarketplace
		}
	}
	return marketplace.FromUnknown
}

type wireClaim struct {
	ID     text `json:"id"`
	State  text `json:"state"`
	Issues []struct {
		CustomerIssue text `json:"customerIssue"`
		Tag           text `json:"tag"`
	} `json:"issues"`
	ResolutionChoice      text `json:"resolution_choice"`
	DeclaredWarrantyState text `json:"declared_warranty_state"`
	ReturnLabels          []struct {
		State        text `json:"state"`
		Kind         text `json:"kind"`
		Initiator    text `json:"initiator"`
		Label        text `json:"label"`
		DateCreation text `json:"date_creation"`
	} `json:"return_labels"`
}

func (w wireClaim) claim(declared, shipped time.Time) marketplace.Claim {
	claim := marketplace.Claim{
		Ref: string(w.ID), Open: w.State != closed, RawState: string(w.State),
		Wants: wish(w.ResolutionChoice), RawWants: string(w.ResolutionChoice), WarrantyState: string(w.DeclaredWarrantyState),
	}
	for _, issue := range w.Issues {
		claim.Issues = append(claim.Issues, marketplace.Issue{Code: string(issue.CustomerIssue), Tag: string(issue.Tag)})
	}
	claim.Kind = kindOf(claim.Issues, declared, shipped)
	for _, label := range w.ReturnLabels {
		claim.Labels = append(claim.Labels, marketplace.ReturnLabel{
			URL: string(label.Label), ToSeller: label.Kind == "CUSTOMER_TO_MERCHANT", RawKind: string(label.Kind),
			RawState: string(label.State), Usable: label.State != "USED" && label.State != "EXPIRED",
			Initiator: string(label.Initiator), CreatedAt: label.DateCreation.instant(),
		})
	}
	return claim
}

func wish(resolution text) marketplace.Wish {
	switch resolution {
	case "REMOTE_ASSISTANCE":
		return marketplace.WantsAssistance
	case "REPAIR":
		return marketplace.WantsRepair
	case "REPLACE":
		return marketplace.WantsReplacement
	case "REPAIR_REPLACE":
		return marketplace.WantsRepairOrReplace
	case "REFUND":
		return marketplace.WantsRefund
	default:
		return marketplace.WishUnknown
	}
}
