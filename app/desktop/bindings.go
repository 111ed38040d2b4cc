package desktop

import (
	"fmt"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
)

// Generate writes the TypeScript of the services into frontend/wailsjs, in a
// binary built with the tag "bindings":
//
//	tsoutputtype=interfaces go run -tags bindings .
//
// It looks at the services' methods only, so that nothing needs to be opened.
func Generate(services []any) error {
	if err := wails.Run(&options.App{Bind: services}); err != nil {
		return fmt.Errorf("generate bindings: %w", err)
	}
	return nil
}
