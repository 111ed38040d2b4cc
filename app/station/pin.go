package station

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"

	"revient/app/fault"
)

// The cost of hashing a PIN (RFC 9106, second recommended option, with the memory
// that an old PC can spare): about a tenth of a second there.
const (
	pinTime    = 3
	pinMemory  = 64 * 1024 // KiB.
	pinThreads = 2
	pinKey     = 32
	pinSalt    = 16
)

// CheckPIN says whether a PIN can be chosen: four to twelve digits, not all the
// same and not a run.
func CheckPIN(pin string) error {
	if len(pin) < 4 || len(pin) > 12 || strings.Trim(pin, "0123456789") != "" {
		return fault.New(fault.Invalid, "errors_station.pin.form", nil).At("pin")
	}
	if strings.Count(pin, pin[:1]) == len(pin) || isRun(pin) {
		return fault.New(fault.Invalid, "errors_station.pin.weak", nil).At("pin")
	}
	return nil
}

// isRun reports whether the digits go up or down one by one.
func isRun(pin string) bool {
	const up, down = "0123456789", "9876543210"
	return strings.Contains(up, pin) || strings.Contains(down, pin)
}

// hashPIN returns the PHC string of a PIN.
func hashPIN(pin string) string {
	salt := make([]byte, pinSalt)
	_, _ = rand.Read(salt) // crypto/rand never fails: it ends the program instead.
	key := argon2.IDKey([]byte(pin), salt, pinTime, pinMemory, pinThreads, pinKey)
	encode := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, pinMemory, pinTime, pinThreads, encode(salt), encode(key))
}

// pinMatches compares a PIN with its PHC string in constant time.
func pinMatches(pin, encoded string) bool {
	var version int
	var memory, passes uint32
	var threads uint8
	fields := strings.Split(encoded, "$")
	if len(fields) != 6 || fields[1] != "argon2id" {
		return false
	}
	if _, err := fmt.Sscanf(fields[2]+" "+fields[3], "v=%d m=%d,t=%d,p=%d", &version, &memory, &passes, &threads); err != nil || version != argon2.Version {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(fields[4])
	if err != nil {
		return false
	}
	key, err := base64.RawStdEncoding.DecodeString(fields[5])
	if err != nil || len(key) == 0 {
		return false
	}
	return subtle.ConstantTimeCompare(key, argon2.IDKey([]byte(pin), salt, passes, memory, threads, uint32(len(key)))) == 1
}
