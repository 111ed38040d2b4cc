// Package backmarket speaks to the seller API of Back Market for one account.
//
// The published contract and the live service differ, and there are neither
// idempotency keys nor web hooks, so this client trusts little: it looks at the
// content type before it decodes, takes both spellings of an address, keeps what
// it does not know as it came, and says of a write that it did not happen only
// when that is certain.
//
// It must never follow a "next" link, send its token to another host, repeat a
// write by itself, or hold an amount in a float.
package backmarket

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

// The accounts of the European platform, which serves the United Kingdom too.
const (
	ProductionURL = "https://www.backmarket.fr"
	PreprodURL    = "https://preprod.backmarket.fr"
)

// SandboxHeader marks the answers of a sandbox; the real service never sends it.
const SandboxHeader = "X-Revient-Sandbox"

// Options are what an account is reached with.
type Options struct {
	BaseURL   string   // An https address, or http on loopback for a sandbox or a proxy before it.
	Token     string   // Opaque, sent as it is after "Basic ".
	CareToken string   // For the after-sales calls, where an account needs another one; Token when empty.
	UserAgent string   // See UserAgent.
	Locale    string   // Such as "fr-fr": without it some prices come in the wrong currency.
	Sandbox   bool     // The other side is no real marketplace.
	FileHosts []string // Hosts that files may be fetched from besides Back Market's own.

	Horizon  time.Duration // How far back the first pull reads; 120 days when zero.
	PageSize int           // Orders per page; 25 when zero, 50 at most.
	Timeout  time.Duration // Of one read; 30 seconds when zero. A write has twice that, a message with files ten times.

	Now  func() time.Time                                                     // The clock, for the horizon only; time.Now when nil.
	Dial func(ctx context.Context, network, address string) (net.Conn, error) // The network's edge; a plain dialer when nil.
}

// Client is a marketplace.Channel to one Back Market account.
type Client struct {
	options Options
	base    *url.URL
	reads   *http.Client
	writes  *http.Client
}

var _ marketplace.Channel = (*Client)(nil)

// New returns a client for an account. It sends nothing yet.
func New(options Options) (*Client, error) {
	base, err := parseBase(options.BaseURL)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(options.Token) == "" || strings.ContainsAny(options.Token, "\r\n") {
		return nil, fault.New(fault.Invalid, "errors_marketplace.token", nil).At("token")
	}
	if options.UserAgent == "" {
		options.UserAgent = UserAgent("", "")
	}
	if options.Locale == "" {
		options.Locale = "fr-fr"
	}
	if options.CareToken == "" {
		options.CareToken = options.Token
	}
	if options.Horizon <= 0 {
		options.Horizon = 120 * 24 * time.Hour
	}
	if options.PageSize <= 0 {
		options.PageSize = 25
	}
	options.PageSize = min(options.PageSize, 50)
	if options.Timeout <= 0 {
		options.Timeout = 30 * time.Second
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	return &Client{options: options, base: base, reads: readingClient(options.Dial), writes: writingClient(options.Dial)}, nil
}

// parseBase takes an https address, or http on loopback, where no token can leak.
func parseBase(address string) (*url.URL, error) {
	base, err := url.Parse(strings.TrimRight(strings.TrimSpace(address), "/"))
	wrong := fault.New(fault.Invalid, "errors_marketplace.base_url", nil).At("base_url")
	if err != nil || base.Host == "" || base.User != nil || base.RawQuery != "" || base.Fragment != "" {
		return nil, wrong
	}
	if base.Scheme != "https" && (base.Scheme != "http" || !isLoopback(base.Hostname())) {
		return nil, wrong
	}
	return base, nil
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// UserAgent writes the header that Back Market asks of every integration:
// BM-{company}-{integration};{contact}. Requests without it may be refused.
func UserAgent(company, contact string) string {
	plain := func(s, fallback string) string {
		kept := strings.Map(func(r rune) rune {
			if r > ' ' && r < 0x7f && !strings.ContainsRune(`;"\`, r) {
				return r
			}
			return -1
		}, s)
		if kept == "" {
			return fallback
		}
		return kept
	}
	return "BM-" + plain(company, "Workshop") + "-Revient;" + plain(contact, "contact@unset.invalid")
}

// Capabilities implements marketplace.Channel. Back Market has no call to accept
// or refuse a return, to mark it received, or to close a folder.
func (c *Client) Capabilities() marketplace.Capabilities {
	return marketplace.Capabilities{
		Name:    "Back Market",
		Sandbox: c.options.Sandbox,
		Actions: map[marketplace.ActionKind]marketplace.Support{
			marketplace.KindPostMessage: marketplace.ByAPI,
			marketplace.KindIssueRefund: marketplace.ByAPI,
		},
		PartialRefund:  true,
		MessageReopens: true,
		MaxFiles:       maxFiles,
		MaxFileBytes:   maxFileBytes,
		FileTypes:      []string{"image/jpeg", "image/png", "application/pdf"},
		PollFloor:      time.Minute, // 4,000 folder lists a day are allowed.
	}
}

// Check implements marketplace.Channel with page 1 of the orders and of the
// folders: after-sales is not open to every account.
func (c *Client) Check(ctx context.Context) (marketplace.Access, error) {
	access := marketplace.Access{At: c.options.Now().UTC()}
	var orders, care listAnswer
	meta, err := c.getJSON(ctx, call{path: "/ws/orders", query: url.Values{"page": {"1"}, "page-size": {"1"}}, list: true}, &orders)
	access.Orders, access.Sandbox = err, meta.sandbox
	_, access.Care = c.getJSON(ctx, call{path: "/ws/sav", query: url.Values{"page": {"1"}}, care: true, list: true}, &care)
	if access.Orders != nil && access.Care != nil {
		return access, errors.Join(access.Orders, access.Care)
	}
	return access, nil
}

// OrderLink implements marketplace.Channel with the page of the back office.
func (c *Client) OrderLink(ref marketplace.OrderRef) string {
	id := url.QueryEscape(string(ref))
	return c.base.String() + "/bo-seller/orders/all?orderId=" + id + "#order-details=" + id
}
