// Revient is the returns station of a refurbisher's workshop, in one binary.
package main

import (
	"embed"
	"os"

	"revient/app/cli"
)

// screens is the built frontend. Before it is built there is a placeholder, and
// the program says that its screens are missing.
//
//go:embed all:frontend/dist
var screens embed.FS

func main() { os.Exit(cli.Main(screens)) }
