package store

import (
	"errors"

	"golang.org/x/sys/windows"
)

// syncFolder has nothing to do: NTFS journals names by itself, and Windows syncs
// no folders.
func syncFolder(string) error { return nil }

// isDiskFull reports whether there is no room left on the disk.
func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}
