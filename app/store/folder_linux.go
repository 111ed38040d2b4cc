package store

import "golang.org/x/sys/unix"

// remoteFileSystem names the network file system that a folder lies on. SQLite's
// write-ahead log needs memory shared by all who open it, which those lack.
func remoteFileSystem(dir string) (string, bool) {
	var about unix.Statfs_t
	if err := unix.Statfs(dir, &about); err != nil {
		return "", false // Whatever is wrong with the folder shows when it is used.
	}
	name, remote := map[uint32]string{
		unix.NFS_SUPER_MAGIC:  "NFS",
		unix.SMB_SUPER_MAGIC:  "SMB",
		unix.CIFS_SUPER_MAGIC: "CIFS",
		unix.SMB2_SUPER_MAGIC: "SMB2",
	}[uint32(about.Type)] //nolint:gosec // The magic numbers have 32 bits.
	return name, remote
}
