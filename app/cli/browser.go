package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// errNoBrowser says that this machine has none of the browsers that are known.
var errNoBrowser = errors.New("no browser found")

// browsers that can show a page alone, the first found wins.
var browsers = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "brave-browser",
	`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
	`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
	`C:\Program Files\Google\Chrome\Application\chrome.exe`,
}

// openBrowser shows an address of the station: fullscreen in a browser that has
// nothing else to show, or in the person's own browser. It does not wait for it.
func openBrowser(ctx context.Context, address, dir string, fullscreen bool) error {
	name, args := opener(address)
	if fullscreen {
		found := ""
		for _, browser := range browsers {
			if path, err := exec.LookPath(browser); err == nil {
				found = path
				break
			}
		}
		if found == "" {
			return errNoBrowser
		}
		profile := filepath.Join(dir, "browser")
		if err := os.RemoveAll(profile); err != nil {
			return fmt.Errorf("clear browser's profile: %w", err)
		}
		name, args = found, alone(address, profile)
	}
	// The browser ends with the station: what it shows is gone then.
	command := exec.CommandContext(ctx, name, args...) //nolint:gosec // The names are above, the address is ours.
	command.Stderr = os.Stderr
	if err := command.Start(); err != nil {
		return fmt.Errorf("open browser: %w", err)
	}
	go func() { _ = command.Wait() }() // However it ends, the station goes on.
	return nil
}

// alone are the arguments for a page that fills the screen, with a profile of its
// own and nothing that asks for attention. What was looked for and typed is no
// browser's to remember: its profile lies in the data folder, where nothing may name
// people that cannot be erased. Since it remembers no permission either, the camera
// is allowed: it shows one page, ours.
func alone(address, profile string) []string {
	return []string{
		"--kiosk", "--app=" + address, "--user-data-dir=" + profile, "--no-first-run", "--disable-pinch",
		"--overscroll-history-navigation=0", "--noerrdialogs", "--disable-session-crashed-bubble", "--kiosk-printing",
		"--edge-kiosk-type=fullscreen", "--incognito", "--inprivate", "--auto-accept-camera-and-microphone-capture",
	}
}

// opener is the system's own way to open an address.
func opener(address string) (name string, args []string) {
	switch runtime.GOOS {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		return "open", []string{address}
	default:
		return "xdg-open", []string{address}
	}
}
