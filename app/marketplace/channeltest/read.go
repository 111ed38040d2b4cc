package channeltest

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

func pullsOrders(t *testing.T, f Fixture) {
	pages, next := round(t, f.Channel.PullOrders, "")
	if len(pages) < 2 {
		t.Fatalf("%d pages, want several: the stand-in has too few orders to prove paging", len(pages))
	}
	seen := map[marketplace.OrderRef]bool{}
	for _, page := range pages {
		for _, order := range page {
			if seen[order.Ref] {
				t.Errorf("order %s came twice in one round", order.Ref)
			}
			seen[order.Ref] = true
			if len(order.Lines) == 0 || order.ModifiedAt.IsZero() || len(order.Raw) == 0 || order.Price.Currency == "" || order.ShipTo.LastName == "" {
				t.Errorf("order %s is incomplete: %+v", order.Ref, order)
			}
		}
	}
	asked := f.Remote.Ask(t)
	f.Remote.RefundBehind(t, asked.Order)
	pages, _ = round(t, f.Channel.PullOrders, next)
	for _, page := range pages {
		for _, order := range page {
			if order.Ref != asked.Order {
				continue
			}
			if line, _ := order.Line(asked.Line); line.State != marketplace.LineRefundedAfter {
				t.Errorf("line state = %q, want refunded", line.State)
			}
			return
		}
	}
	t.Errorf("the next round lacks order %s, changed since", asked.Order)
}

func pullsFolders(t *testing.T, f Fixture) {
	pages, next := round(t, f.Channel.PullFolders, "")
	if len(pages) < 2 {
		t.Fatalf("%d pages, want several: the stand-in has too few folders to prove paging", len(pages))
	}
	asked := f.Remote.Ask(t)
	pages, _ = round(t, f.Channel.PullFolders, next)
	for _, page := range pages {
		for _, folder := range page {
			if folder.Ref == asked.Folder {
				checkFolder(t, folder, asked)
				return
			}
		}
	}
	t.Errorf("the next round lacks folder %s, new since", asked.Folder)
}

func checkFolder(t *testing.T, folder marketplace.Folder, asked Asked) {
	t.Helper()
	if folder.OrderRef != asked.Order || folder.LineRef != asked.Line || !folder.Open {
		t.Errorf("folder = %+v, want open, for line %s of order %s", folder, asked.Line, asked.Order)
	}
	if folder.CreatedAt.IsZero() || folder.ModifiedAt.IsZero() || folder.Customer.LastName == "" || len(folder.Raw) == 0 || folder.Kind == marketplace.UnknownClaim {
		t.Errorf("folder is incomplete: %+v", folder)
	}
	if len(folder.Claims) != 1 || len(folder.Claims[0].Issues) == 0 || len(folder.Claims[0].Labels) == 0 {
		t.Errorf("claims = %+v, want one with a reason and a label", folder.Claims)
	}
	if len(folder.Messages) == 0 || folder.Messages[0].Author != marketplace.FromCustomer || folder.Messages[0].Text == "" {
		t.Errorf("messages = %+v, want the customer's", folder.Messages)
	}
}

func repeatsAPull(t *testing.T, f Fixture) {
	first, _, err := f.Channel.PullOrders(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := f.Channel.PullOrders(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Items) == 0 || len(first.Items) != len(again.Items) || first.Items[0].Ref != again.Items[0].Ref || first.More != again.More {
		t.Errorf("the same cursor gave %d orders, then %d", len(first.Items), len(again.Items))
	}
}

func refusesABrokenCursor(t *testing.T, f Fixture) {
	_, _, err := f.Channel.PullOrders(t.Context(), "this is no cursor")
	wantCode(t, err, fault.Invalid)
	_, _, err = f.Channel.PullFolders(t.Context(), "this is no cursor")
	wantCode(t, err, fault.Invalid)
}

func readsOne(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	order, err := f.Channel.Order(t.Context(), asked.Order)
	if err != nil {
		t.Fatal(err)
	}
	line, found := order.Line(asked.Line)
	if !found || line.State != marketplace.LineShipped || line.Price.Minor <= 0 || line.SKU == "" || line.Title == "" {
		t.Errorf("line = %+v, want a shipped one with a price", line)
	}
	folder, err := f.Channel.Folder(t.Context(), asked.Folder)
	if err != nil {
		t.Fatal(err)
	}
	checkFolder(t, folder, asked)
	if link, err := url.Parse(f.Channel.OrderLink(asked.Order)); err != nil || link.Host == "" {
		t.Errorf("order link = %q", f.Channel.OrderLink(asked.Order))
	}
}

func findsNothing(t *testing.T, f Fixture) {
	for _, ref := range []string{"1", "not-a-number", "", "../orders"} {
		_, err := f.Channel.Order(t.Context(), marketplace.OrderRef(ref))
		wantCode(t, err, fault.NotFound)
		_, err = f.Channel.Folder(t.Context(), marketplace.FolderRef(ref))
		wantCode(t, err, fault.NotFound)
	}
}

func fetchesFiles(t *testing.T, f Fixture) {
	folder, err := f.Channel.Folder(t.Context(), f.Remote.Ask(t).Folder)
	if err != nil {
		t.Fatal(err)
	}
	label, err := f.Channel.Fetch(t.Context(), folder.Claims[0].Labels[0].URL)
	if err != nil || label.MIME != "application/pdf" || !bytes.HasPrefix(label.Bytes, []byte("%PDF-")) {
		t.Errorf("label = %q, %d bytes, %v", label.MIME, len(label.Bytes), err)
	}
	for _, message := range folder.Messages {
		for _, attachment := range message.Attachments {
			photo, err := f.Channel.Fetch(t.Context(), attachment.URL)
			if err != nil || photo.MIME != "image/jpeg" {
				t.Errorf("photo = %q, %d bytes, %v", photo.MIME, len(photo.Bytes), err)
			}
		}
	}
	for _, address := range []string{"https://files.example.net/label.pdf", "http://169.254.169.254/latest", "file:///etc/passwd", "::not an address"} {
		_, err := f.Channel.Fetch(t.Context(), address)
		wantCode(t, err, fault.Invalid)
	}
}

func checksAccess(t *testing.T, f Fixture) {
	access, err := f.Channel.Check(t.Context())
	if err != nil || access.Orders != nil || access.Care != nil {
		t.Errorf("access = %+v, %v", access, err)
	}
	f.Remote.Fail(t, Reads, TokenRefused)
	_, err = f.Channel.Check(t.Context())
	wantCode(t, err, fault.Unauthorized)
}

func failsReads(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	for failure, want := range map[Failure]fault.Code{
		TokenRefused: fault.Unauthorized, Throttled: fault.Unavailable, ThrottledUntil: fault.Unavailable, Firewall: fault.Unavailable,
		Challenge: fault.Unavailable, ServerError: fault.Unavailable, WebPage: fault.Unavailable, RequestLost: fault.Unavailable,
		ServiceOff: fault.Unavailable, Garbage: fault.Internal, HugeAnswer: fault.Internal,
	} {
		t.Run(string(failure), func(t *testing.T) {
			f.Remote.Heal(t)
			f.Remote.Fail(t, Reads, failure)
			_, err := f.Channel.Order(t.Context(), asked.Order)
			wantCode(t, err, want)
			_, _, err = f.Channel.PullOrders(t.Context(), "")
			wantCode(t, err, want)
			_, _, err = f.Channel.PullFolders(t.Context(), "")
			wantCode(t, err, want)
			_, err = f.Channel.Verify(t.Context(), marketplace.PostMessage{Folder: asked.Folder, Text: "x"})
			wantCode(t, err, want)
			if delay, told := marketplace.RetryDelay(err); told != (failure == ThrottledUntil) || (told && delay != 7*time.Second) {
				t.Errorf("delay = %v, %v", delay, told)
			}
			if failure == Firewall && remoteCause(t, err).Trace.Ray == "" {
				t.Error("the edge's number of the request is lost")
			}
		})
	}
}

func endsWithItsContext(t *testing.T, f Fixture) {
	f.Remote.Fail(t, Reads, NoAnswer)
	ctx, cancel := context.WithTimeout(t.Context(), 150*time.Millisecond)
	defer cancel()
	_, _, err := f.Channel.PullOrders(ctx, "")
	wantCode(t, err, fault.Unavailable)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error = %v, want the deadline as its cause", err)
	}
}
