package media

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"time"
)

// upright is the Exif orientation of a photo that is stored as it is seen.
const upright = 1

// The Exif tags that the station reads (Exif 2.32). It reads no other: the place
// and the owner's name are not ours to know.
const (
	tagOrientation      = 0x0112
	tagExifFolder       = 0x8769
	tagDateTimeOriginal = 0x9003
	tagOffsetOriginal   = 0x9011
)

// notes is what the camera wrote about a photo.
type notes struct {
	orientation int
	takenAt     time.Time
}

// notes reads what the camera wrote. Broken or missing notes do not make a photo
// unreadable: it is then upright and of no known date.
func (k *format) notes(r io.ReadSeeker) (notes, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return notes{}, storageFault(err)
	}
	tiff, err := k.exif(r)
	if err != nil {
		return notes{orientation: upright}, nil //nolint:nilerr // The container decoded; only its notes are broken.
	}
	return parseExif(tiff), nil
}

// parseExif reads the two folders of a TIFF block that hold our tags.
func parseExif(tiff []byte) notes {
	found := notes{orientation: upright}
	order, ok := byteOrder(tiff)
	if !ok {
		return found
	}
	main := readFolder(tiff, order, order.Uint32(tiff[4:]))
	if value := main[tagOrientation]; len(value) >= 2 {
		if o := int(order.Uint16(value)); o >= 1 && o <= 8 {
			found.orientation = o
		}
	}
	if pointer := main[tagExifFolder]; len(pointer) >= 4 {
		exif := readFolder(tiff, order, order.Uint32(pointer))
		found.takenAt = parseTime(exif[tagDateTimeOriginal], exif[tagOffsetOriginal])
	}
	return found
}

func byteOrder(tiff []byte) (binary.ByteOrder, bool) {
	if len(tiff) < 8 {
		return nil, false
	}
	switch string(tiff[:4]) {
	case "II*\x00":
		return binary.LittleEndian, true
	case "MM\x00*":
		return binary.BigEndian, true
	default:
		return nil, false
	}
}

// readFolder returns the values of the tags we know in the folder at an offset.
// A value of up to four bytes stands in the entry, a longer one where the entry
// points; what points outside the block is left out.
func readFolder(tiff []byte, order binary.ByteOrder, at uint32) map[uint16][]byte {
	values := map[uint16][]byte{}
	size := uint64(len(tiff))
	if uint64(at)+2 > size {
		return values
	}
	count := uint64(order.Uint16(tiff[at:]))
	for i := range count {
		start := uint64(at) + 2 + 12*i
		if start+12 > size {
			break
		}
		entry := tiff[start : start+12]
		width, known := map[uint16]uint64{2: 1, 3: 2, 4: 4}[order.Uint16(entry[2:])] // ASCII, SHORT, LONG.
		if !known {
			continue
		}
		length := width * uint64(order.Uint32(entry[4:]))
		if length <= 4 {
			values[order.Uint16(entry)] = entry[8 : 8+length]
			continue
		}
		offset := uint64(order.Uint32(entry[8:]))
		if offset+length <= size {
			values[order.Uint16(entry)] = tiff[offset : offset+length]
		}
	}
	return values
}

// parseTime reads "2026:11:06 14:05:00" with its offset "+01:00", which older
// cameras leave out.
func parseTime(stamp, offset []byte) time.Time {
	text := func(b []byte) string { return strings.TrimSpace(string(bytes.TrimRight(b, "\x00"))) }
	if t, err := time.Parse("2006:01:02 15:04:05-07:00", text(stamp)+text(offset)); err == nil {
		return t
	}
	t, err := time.Parse("2006:01:02 15:04:05", text(stamp))
	if err != nil {
		return time.Time{}
	}
	return t
}

// orientationOnly is an Exif segment that says which way up a photo is, and
// nothing else: 36 bytes, marker and length included.
func orientationOnly(orientation int) []byte {
	return []byte{
		0xff, markerAPP1, 0x00, 0x22,
		'E', 'x', 'i', 'f', 0, 0,
		'M', 'M', 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08,
		0x00, 0x01,
		0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, byte(orientation), 0x00, 0x00,
		0x00, 0x00, 0x00, 0x00,
	}
}
