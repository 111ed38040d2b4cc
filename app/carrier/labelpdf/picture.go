package labelpdf

import (
	"bytes"
	"image"
	_ "image/jpeg" // DCTDecode.

	"golang.org/x/image/ccitt"
)

// picture reads an image XObject or an inline image; nil when it cannot be read.
func (d *document) picture(s *stream) *raster {
	entry := func(long, short name) any {
		if value, there := s.dict[long]; there {
			return d.resolve(value)
		}
		return d.resolve(s.dict[short])
	}
	width, height := int(d.number(entry("Width", "W"), 0)), int(d.number(entry("Height", "H"), 0))
	if width < 20 || height < 8 || width > 20_000 || height > 20_000 { // No code is so small, no label so large.
		return nil
	}
	bits := int(d.number(entry("BitsPerComponent", "BPC"), 8))
	mask, _ := entry("ImageMask", "IM").(bool)
	if mask {
		bits = 1
	}
	inverted := false
	if decode := d.numbersOf(entry("Decode", "D")); len(decode) > 1 {
		inverted = decode[0] > decode[1]
	}
	content, filter := d.unpackTo(s)
	switch filter {
	case "":
		space := colours{components: 1, grey: greyOf}
		if !mask {
			space = d.colours(entry("ColorSpace", "CS"), bits, 0)
		}
		return d.samples(content, width, height, bits, space, inverted)
	case "DCTDecode", "DCT":
		shape, _, err := image.DecodeConfig(bytes.NewReader(content))
		// A progressive JPEG takes a dozen bytes to the pixel while it is decoded.
		if err != nil || shape.Width*shape.Height > most/2 || !spend(&d.budget.pixels, shape.Width*shape.Height) {
			return nil
		}
		decoded, _, err := image.Decode(bytes.NewReader(content))
		if err != nil {
			return nil
		}
		return threshold(decoded, d.budget)
	case "CCITTFaxDecode", "CCF":
		return d.fax(content, width, height, s, inverted)
	}
	return nil
}

// fax reads CCITT group 4, or group 3 of one dimension (7.4.6). Without BlackIs1 a
// dark pixel is a zero.
func (d *document) fax(content []byte, width, height int, s *stream, inverted bool) *raster {
	var param dict
	if params := d.list(s.dict, "DecodeParms", "DP"); len(params) > 0 {
		param = d.dictOf(params[len(params)-1])
	}
	group, k := ccitt.Group4, d.number(param["K"], 0)
	if k > 0 {
		return nil
	}
	if k == 0 {
		group = ccitt.Group3
	}
	aligned, _ := d.resolve(param["EncodedByteAlign"]).(bool)
	ones, _ := d.resolve(param["BlackIs1"]).(bool)
	columns := int(d.number(param["Columns"], 1728))
	if columns != width || !spend(&d.budget.pixels, width*height) {
		return nil
	}
	plain := d.read(ccitt.NewReader(bytes.NewReader(content), ccitt.MSB, group, width, height,
		&ccitt.Options{Align: aligned, Invert: ones}))
	return d.samples(plain, width, height, 1, colours{components: 1, grey: greyOf}, inverted)
}

// colours turn the components of a pixel, each from 0 to 1, into how light it is.
type colours struct {
	components int
	grey       func(components []float64) float64
}

func greyOf(c []float64) float64 {
	switch len(c) {
	case 1:
		return c[0]
	case 3:
		return 0.3*c[0] + 0.59*c[1] + 0.11*c[2]
	case 4:
		return (1 - 0.3*c[0] - 0.59*c[1] - 0.11*c[2]) * (1 - c[3])
	}
	return 1
}

// colours reads a colour space (8.6) as far as light and dark need it.
func (d *document) colours(value any, bits, depth int) colours {
	switch space := d.resolve(value).(type) {
	case name:
		switch space {
		case "DeviceRGB", "RGB", "CalRGB":
			return colours{3, greyOf}
		case "DeviceCMYK", "CMYK":
			return colours{4, greyOf}
		}
	case []any:
		if len(space) == 0 || depth > 2 {
			break
		}
		switch kind, _ := d.resolve(space[0]).(name); {
		case kind == "ICCBased" && len(space) > 1:
			return colours{max(1, min(4, int(d.number(d.dictOf(space[1])["N"], 1)))), greyOf}
		case kind == "CalRGB", kind == "Lab":
			return colours{3, greyOf}
		case (kind == "Indexed" || kind == "I") && len(space) > 3:
			return d.palette(d.colours(space[1], 8, depth+1), space[3], bits)
		case kind == "Separation" || kind == "DeviceN": // Ink: one is dark.
			return colours{1, func(c []float64) float64 { return 1 - c[0] }}
		default:
			return d.colours(space[0], bits, depth+1)
		}
	}
	return colours{1, greyOf}
}

func (d *document) palette(base colours, table any, bits int) colours {
	var entries []byte
	switch table := d.resolve(table).(type) {
	case text:
		entries = table
	case *stream:
		entries = d.unpack(table)
	}
	highest := float64(int(1)<<bits - 1)
	return colours{1, func(c []float64) float64 {
		from := int(c[0]*highest+0.5) * base.components
		if from+base.components > len(entries) {
			return 1
		}
		mixed := make([]float64, base.components)
		for i := range mixed {
			mixed[i] = float64(entries[from+i]) / 255
		}
		return base.grey(mixed)
	}}
}

// samples reads the pixels of a picture, each row beginning at a byte. A picture
// that ends early is white from there.
func (d *document) samples(content []byte, width, height, bits int, space colours, inverted bool) *raster {
	if bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16 {
		return nil
	}
	picture := newRaster(width, height, d.budget)
	if picture == nil || !spend(&d.budget.pixels, width*height) {
		return nil
	}
	stride := (width*space.components*bits + 7) / 8
	highest := float64(int(1)<<min(bits, 8) - 1)
	pixel := make([]float64, space.components)
	for y := range height {
		if (y+1)*stride > len(content) {
			break
		}
		line, row := content[y*stride:(y+1)*stride], picture.row(y)
		for x := range row {
			for i := range pixel {
				pixel[i] = float64(sample(line, x*space.components+i, bits)) / highest
				if inverted {
					pixel[i] = 1 - pixel[i]
				}
			}
			row[x] = space.grey(pixel) < 0.5
		}
	}
	return picture
}

// sample reads one component; of sixteen bits the upper eight.
func sample(line []byte, index, bits int) int {
	switch bits {
	case 8:
		return int(line[index])
	case 16:
		return int(line[2*index])
	}
	at := index * bits
	return int(line[at/8]) >> (8 - bits - at%8) & (1<<bits - 1)
}
