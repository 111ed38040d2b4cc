package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/marketplace/sandbox"
)

// sandboxCommand serves the sandbox alone, for several stations or for tests.
type sandboxCommand struct {
	Listen string `default:"127.0.0.1:0" placeholder:"${help_placeholder_address}" help:"${help_flag_listen}"`
	Data   string `type:"path" placeholder:"${help_placeholder_folder}" help:"${help_flag_sandbox_data}"`
	Token  string `placeholder:"${help_placeholder_token}" env:"REVIENT_SANDBOX_TOKEN" help:"${help_flag_token}"`
	Clock  string `placeholder:"${help_placeholder_moment}" help:"${help_flag_sandbox_clock}"`
}

// serving is the one line that says how to reach the sandbox.
type serving struct {
	URL   string `json:"url"`
	Token string `json:"token"`
}

// Run implements the command.
func (c *sandboxCommand) Run(ctx context.Context, p *program) error {
	start, err := moment(c.Clock)
	if err != nil {
		return err
	}
	server, err := sandbox.New(sandbox.Options{Dir: c.Data, Token: c.Token, Now: clockFrom(start)})
	if err != nil {
		return fmt.Errorf("open sandbox: %w", err)
	}
	if err := server.Listen(c.Listen); err != nil {
		return fault.Wrap(err, fault.Unavailable, "errors_cli.listen", fault.Args{"address": c.Listen})
	}
	if err := json.NewEncoder(p.out).Encode(serving{URL: server.URL(), Token: server.Token()}); err != nil {
		return errors.Join(fmt.Errorf("say the address: %w", err), server.Close())
	}
	<-ctx.Done()
	return server.Close()
}

// clockFrom is a clock that goes on from a moment; nil, for the machine's, without one.
func clockFrom(start time.Time) func() time.Time {
	if start.IsZero() {
		return nil
	}
	ahead := time.Until(start)
	return func() time.Time { return time.Now().Add(ahead) }
}
