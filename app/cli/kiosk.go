package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"

	"revient/app/api"
	"revient/app/fault"
	"revient/app/kiosk"
)

// kioskCommand shows the station in a browser of the same machine.
type kioskCommand struct {
	stationFlags
	Listen string `default:"127.0.0.1:0" placeholder:"${help_placeholder_address}" help:"${help_flag_listen}"`
	Open   bool   `help:"${help_flag_open}"`
}

// opened is the one line that says where the station is. The address holds the
// token of this launch: it is for whoever started the process.
type opened struct {
	URL  string `json:"url"`
	Data string `json:"data"`
}

// Run implements the command. It returns when a signal comes or when the manager
// opened the way out.
func (c *kioskCommand) Run(ctx context.Context, p *program) (err error) {
	ctx, leave := context.WithCancel(ctx)
	defer leave()
	w, err := p.open(ctx, c.stationFlags, "kiosk", leave)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.close()) }()
	shell, err := kiosk.New(kiosk.Options{
		Services: w.api.Bound(), Assets: p.screens, Media: w.api.MediaHandler(), Events: news{w.api},
		Token: kiosk.NewToken(), FormatError: api.FormatError, Logger: w.log,
	})
	if err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "errors_cli.listen", fault.Args{"address": c.Listen})
	}
	if err := shell.Check(listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	address := shell.EntryURL(listener.Addr())
	// From here on connections wait in the system's queue, so that whoever reads
	// the line can use it at once.
	if err := json.NewEncoder(p.out).Encode(opened{URL: address, Data: w.dir}); err != nil {
		return errors.Join(fmt.Errorf("say the address: %w", err), listener.Close())
	}
	if c.Open || c.Fullscreen {
		if err := openBrowser(ctx, address, w.dir, c.Fullscreen); err != nil {
			w.log.Warn("browser not opened", "error", err)
		}
	}
	return shell.Serve(ctx, listener)
}

// news gives the kiosk's screens the events as it sends them.
type news struct{ source *api.API }

// Subscribe implements kiosk.Source.
func (n news) Subscribe() (events <-chan kiosk.Event, cancel func()) {
	from, stop := n.source.Subscribe()
	to, left := make(chan kiosk.Event), make(chan struct{})
	go func() {
		defer close(to)
		for event := range from {
			select {
			case to <- kiosk.Event(event):
			case <-left:
				return
			}
		}
	}()
	return to, func() { close(left); stop() }
}
