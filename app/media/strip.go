package media

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// The JPEG markers that the strip tells apart (ITU-T T.81, table B.1).
const (
	markerRST0  = 0xd0
	markerRST7  = 0xd7
	markerSOI   = 0xd8
	markerEOI   = 0xd9
	markerSOS   = 0xda
	markerAPP0  = 0xe0
	markerAPP1  = 0xe1
	markerAPP2  = 0xe2
	markerAPP14 = 0xee
	markerAPP15 = 0xef
	markerCOM   = 0xfe
)

// strip copies a JPEG without what its camera knew: the pixels are the same, bit
// for bit. Of the application segments only those that change how the pixels
// look are kept (JFIF, ICC profile, Adobe's colour transform), and a new Exif
// segment holds the orientation alone, without which phone photos lie on their
// side. What follows the end of the image, such as the film of a "motion photo",
// is left behind.
func strip(out *bytes.Buffer, r io.Reader, orientation int) error {
	in := bufio.NewReaderSize(r, 64<<10)
	if _, err := in.Discard(2); err != nil {
		return fmt.Errorf("strip photo: %w", err)
	}
	out.Write(startOfImage)
	oriented := orientation == upright
	marker, err := nextMarker(in)
	for err == nil && marker != markerEOI {
		if !oriented && marker != markerAPP0 { // JFIF asks to come first.
			out.Write(orientationOnly(orientation))
			oriented = true
		}
		marker, err = copySegment(out, in, marker)
	}
	if err != nil {
		return fmt.Errorf("strip photo: %w", err)
	}
	out.Write([]byte{0xff, markerEOI})
	return nil
}

// copySegment copies the segment that a marker opens, if it is one to keep, and
// returns the marker after it.
func copySegment(out *bytes.Buffer, in *bufio.Reader, marker byte) (byte, error) {
	payload, err := readSegment(in)
	if err != nil {
		return 0, err
	}
	if payload, keep := filterSegment(marker, payload); keep {
		writeSegment(out, marker, payload)
	}
	if marker == markerSOS {
		return copyScan(out, in)
	}
	return nextMarker(in)
}

// writeSegment writes a segment; its length counts its own two bytes.
func writeSegment(out *bytes.Buffer, marker byte, payload []byte) {
	length := len(payload) + 2
	out.Write([]byte{0xff, marker, byte(length >> 8), byte(length)})
	out.Write(payload)
}

// filterSegment decides on one segment, and returns it without the small picture
// that a JFIF header may hold.
func filterSegment(marker byte, payload []byte) ([]byte, bool) {
	starts := func(name string) bool { return bytes.HasPrefix(payload, []byte(name)) }
	switch {
	case marker == markerCOM:
		return nil, false
	case marker < markerAPP0 || marker > markerAPP15:
		return payload, true
	case marker == markerAPP0 && starts("JFIF\x00") && len(payload) >= 14:
		header := bytes.Clone(payload[:14])
		header[12], header[13] = 0, 0 // Width and height of the small picture.
		return header, true
	case isProfile(marker, payload), marker == markerAPP14 && starts("Adobe"):
		return payload, true
	default:
		return nil, false
	}
}

func isProfile(marker byte, payload []byte) bool {
	return marker == markerAPP2 && bytes.HasPrefix(payload, []byte("ICC_PROFILE\x00"))
}

// copyScan copies the compressed pixels of one scan and returns the marker that
// ends it. A zero after 0xff is a stuffed byte and D0 to D7 are restart markers:
// both belong to the scan.
func copyScan(out *bytes.Buffer, in *bufio.Reader) (byte, error) {
	for {
		pixels, err := in.ReadSlice(0xff)
		if errors.Is(err, bufio.ErrBufferFull) {
			out.Write(pixels)
			continue
		}
		if err != nil {
			return 0, err
		}
		out.Write(pixels[:len(pixels)-1])
		b := byte(0xff)
		for b == 0xff { // Fill bytes say nothing.
			if b, err = in.ReadByte(); err != nil {
				return 0, err
			}
		}
		if b != 0 && (b < markerRST0 || b > markerRST7) {
			return b, nil
		}
		out.Write([]byte{0xff, b})
	}
}
