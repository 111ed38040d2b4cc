//go:build !windows

package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// machineID names this installation of the system. See machine-id(5).
func machineID() (string, error) {
	var problems []error
	for _, path := range []string{"/etc/machine-id", "/var/lib/dbus/machine-id"} {
		id, err := os.ReadFile(path) //nolint:gosec // Two names of the system's own.
		if err == nil && len(strings.TrimSpace(string(id))) > 0 {
			return strings.TrimSpace(string(id)), nil
		}
		problems = append(problems, err)
	}
	host, err := os.Hostname() // A container has no machine-id, and a name of its own.
	if err != nil || host == "" {
		return "", fmt.Errorf("name this machine: %w", errors.Join(append(problems, err)...))
	}
	return host, nil
}
