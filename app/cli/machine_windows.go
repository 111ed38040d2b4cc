package cli

import (
	"errors"
	"fmt"

	"golang.org/x/sys/windows/registry"
)

// machineID names this installation of the system.
func machineID() (id string, err error) {
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, `SOFTWARE\Microsoft\Cryptography`, registry.QUERY_VALUE|registry.WOW64_64KEY)
	if err != nil {
		return "", fmt.Errorf("name this machine: %w", err)
	}
	defer func() { err = errors.Join(err, key.Close()) }()
	if id, _, err = key.GetStringValue("MachineGuid"); err != nil {
		return "", fmt.Errorf("name this machine: %w", err)
	}
	return id, nil
}
