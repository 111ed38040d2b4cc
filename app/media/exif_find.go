package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
)

// maxExif bounds what is read of a photo's notes. JPEG cannot hold more than
// 64 KB of them; the other formats could, and a camera never does.
const maxExif = 1 << 20

var errNoExif = errors.New("the photo has no Exif block")

// exifOfJPEG returns the TIFF block of the first Exif segment.
func exifOfJPEG(r io.ReadSeeker) ([]byte, error) {
	in := bufio.NewReader(r)
	if _, err := in.Discard(2); err != nil { // The start of image.
		return nil, err
	}
	for {
		marker, err := nextMarker(in)
		if err != nil {
			return nil, err
		}
		if marker == markerSOS || marker == markerEOI {
			return nil, errNoExif
		}
		payload, err := readSegment(in)
		if err != nil {
			return nil, err
		}
		if marker == markerAPP1 && len(payload) > 6 && string(payload[:6]) == "Exif\x00\x00" {
			return payload[6:], nil
		}
	}
}

// nextMarker skips the fill bytes that may stand before a marker.
func nextMarker(in *bufio.Reader) (byte, error) {
	b, err := in.ReadByte()
	if err != nil {
		return 0, err
	}
	if b != 0xff {
		return 0, errors.New("a JPEG marker was expected")
	}
	for b == 0xff {
		if b, err = in.ReadByte(); err != nil {
			return 0, err
		}
	}
	return b, nil
}

// readSegment reads a segment's payload; its length counts its own two bytes.
func readSegment(in io.Reader) ([]byte, error) {
	var length [2]byte
	if _, err := io.ReadFull(in, length[:]); err != nil {
		return nil, err
	}
	n := int(binary.BigEndian.Uint16(length[:]))
	if n < 2 {
		return nil, errors.New("a JPEG segment is shorter than its length field")
	}
	payload := make([]byte, n-2)
	_, err := io.ReadFull(in, payload)
	return payload, err
}

// exifOfPNG returns the content of the eXIf chunk.
func exifOfPNG(r io.ReadSeeker) ([]byte, error) {
	if _, err := r.Seek(8, io.SeekStart); err != nil {
		return nil, err
	}
	for {
		var head [8]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return nil, errNoExif
		}
		length := int64(binary.BigEndian.Uint32(head[:4]))
		if string(head[4:]) == "eXIf" {
			return readBlock(r, length)
		}
		if _, err := r.Seek(length+4, io.SeekCurrent); err != nil { // Four bytes of checksum.
			return nil, err
		}
	}
}

// exifOfWebP returns the content of the EXIF chunk, which some programs start
// with the six bytes that only JPEG needs.
func exifOfWebP(r io.ReadSeeker) ([]byte, error) {
	if _, err := r.Seek(12, io.SeekStart); err != nil {
		return nil, err
	}
	for {
		var head [8]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return nil, errNoExif
		}
		length := int64(binary.LittleEndian.Uint32(head[4:]))
		if string(head[:4]) == "EXIF" {
			block, err := readBlock(r, length)
			if len(block) > 6 && string(block[:6]) == "Exif\x00\x00" {
				block = block[6:]
			}
			return block, err
		}
		if _, err := r.Seek(length+length%2, io.SeekCurrent); err != nil { // Chunks are padded to two bytes.
			return nil, err
		}
	}
}

func readBlock(r io.Reader, length int64) ([]byte, error) {
	if length > maxExif {
		return nil, errors.New("the Exif block is too large")
	}
	block := make([]byte, length)
	_, err := io.ReadFull(r, block)
	return block, err
}
