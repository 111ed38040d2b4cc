package backmarket

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"revient/app/fault"
	"revient/app/marketplace"
)

// fileHosts are the domains that Back Market serves files from, its subdomains
// included. Others come from Options.FileHosts.
var fileHosts = []string{"backmarket.fr", "backmarket.com", "backmarket.co.uk", "backmarket.co.jp"}

const maxRedirects = 3

// Fetch implements marketplace.Channel. A label's address may be relative. The
// token goes to the API's own host only, and every redirect is judged anew.
func (c *Client) Fetch(ctx context.Context, address string) (marketplace.File, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*c.options.Timeout)
	defer cancel()
	target, err := c.base.Parse(address)
	if err != nil {
		return marketplace.File{}, fault.Wrap(errors.New("parse file address"), fault.Invalid, "errors_marketplace.file_address", nil)
	}
	for range maxRedirects + 1 {
		if err := c.mayFetch(target); err != nil {
			return marketplace.File{}, err
		}
		a, err := c.fetchOnce(ctx, target)
		if err != nil {
			return marketplace.File{}, fmt.Errorf("fetch file: %w", err)
		}
		if a.status >= 300 && a.status < 400 && a.header.Get("Location") != "" {
			if target, err = target.Parse(a.header.Get("Location")); err != nil {
				return marketplace.File{}, fault.Wrap(err, fault.Unavailable, "errors_marketplace.file_address", nil)
			}
			continue
		}
		if a.status != http.StatusOK {
			a.mediaType = first(a.mediaType, "text/plain")
			return marketplace.File{}, fileFault(a)
		}
		kind := mediaType(http.DetectContentType(a.body))
		if kind == "text/html" {
			return marketplace.File{}, fault.Wrap(a.remoteError(), fault.Unavailable, "errors_marketplace.not_the_api", fault.Args{"status": a.status})
		}
		return marketplace.File{MIME: kind, Bytes: a.body}, nil
	}
	return marketplace.File{}, fault.New(fault.Unavailable, "errors_marketplace.file_address", nil)
}

func (c *Client) fetchOnce(ctx context.Context, target *url.URL) (answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target.String(), http.NoBody)
	if err != nil {
		return answer{}, fault.Wrap(err, fault.Invalid, "errors_marketplace.file_address", nil)
	}
	request.Header.Set("User-Agent", c.options.UserAgent)
	if c.isOurs(target) {
		request.Header.Set("Authorization", "Basic "+c.options.CareToken)
	}
	response, err := c.reads.Do(request)
	if err != nil {
		return answer{}, noAnswer("GET file", &exchangeError{err: withoutURL(err)})
	}
	defer func() { _ = response.Body.Close() }() // Read to its end or given up; closing changes nothing.
	a, err := readAnswer("GET file", response, maxFetchBytes)
	if err != nil {
		return answer{}, noAnswer("GET file", err)
	}
	return a, nil
}

// fileFault is readFault for something that is not JSON when it is good.
func fileFault(a answer) error {
	if err := readFault(a, false); err != nil {
		return fmt.Errorf("fetch file: %w", err)
	}
	return fault.Wrap(a.remoteError(), fault.Unavailable, "errors_marketplace.out_of_order", fault.Args{"status": a.status})
}

func (c *Client) isOurs(target *url.URL) bool {
	return target.Scheme == c.base.Scheme && strings.EqualFold(target.Host, c.base.Host)
}

// mayFetch lets through the API's own host, and known hosts by https on the usual
// port.
func (c *Client) mayFetch(target *url.URL) error {
	if c.isOurs(target) && target.User == nil {
		return nil
	}
	if target.Scheme == "https" && target.User == nil && (target.Port() == "" || target.Port() == "443") {
		host := strings.ToLower(target.Hostname())
		for _, known := range fileHosts {
			if host == known || strings.HasSuffix(host, "."+known) {
				return nil
			}
		}
		for _, known := range c.options.FileHosts {
			if host == strings.ToLower(known) {
				return nil
			}
		}
	}
	return fault.New(fault.Invalid, "errors_marketplace.file_host", fault.Args{"host": target.Hostname()})
}
