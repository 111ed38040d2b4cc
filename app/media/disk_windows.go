package media

import (
	"errors"

	"golang.org/x/sys/windows"
)

// rename returns once the move is on the disk: Windows has no call that flushes
// a folder, but it has this flag.
func rename(from, to string) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(source, target, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}

// syncFolder has nothing to add: NTFS keeps the order of its folder changes in a
// journal, and the write-through of the rename flushes it.
func syncFolder(string) error { return nil }

// isDiskFull reports whether there is no room left on the disk.
func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}
