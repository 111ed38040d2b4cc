package sandbox

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"math/rand/v2"
)

// content is the bytes of a file. The seeded ones are drawn anew each time, the
// same for ever.
func (s *Server) content(f file) ([]byte, error) {
	switch f.Kind {
	case drawnPhoto:
		return photo(f.Draw)
	case drawnLabel:
		return label(f.Text)
	case uploaded:
		return s.disk.read(f.ID)
	default:
		return nil, fs.ErrNotExist
	}
}

// photo draws a phone on a table, with a crack across it, as a customer would
// take it: nothing in focus but the fault.
func photo(seed uint64) ([]byte, error) {
	const width, height = 800, 600
	random := rand.New(rand.NewPCG(seed, 0xf070))
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	table := [3]int{120 + random.IntN(90), 90 + random.IntN(70), 60 + random.IntN(60)}
	phone := image.Rect(250+random.IntN(40), 50, 530+random.IntN(40), 555)
	screen := phone.Inset(16)
	for y := range height {
		for x := range width {
			at := image.Pt(x, y)
			shade := color.RGBA{grey(table[0], (x+y)/12), grey(table[1], (x+y)/14), grey(table[2], y/10), 255}
			switch {
			case at.In(screen):
				shade = color.RGBA{grey(24, y/14), grey(28, y/10), grey(48, y/6), 255}
			case at.In(phone):
				shade = color.RGBA{38, 38, 42, 255}
			}
			picture.SetRGBA(x, y, shade)
		}
	}
	for range 3 + random.IntN(4) {
		crack(picture, screen, random)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture, &jpeg.Options{Quality: 82}); err != nil {
		return nil, fmt.Errorf("draw photo: %w", err)
	}
	return b.Bytes(), nil
}

func grey(base, more int) uint8 { return uint8(min(255, max(0, base+more))) }

// crack walks a pale line from a corner of the screen.
func crack(picture *image.RGBA, screen image.Rectangle, random *rand.Rand) {
	x, y := float64(screen.Min.X+20), float64(screen.Max.Y-20)
	dx, dy := random.Float64()*1.4, -0.4-random.Float64()
	for range 700 {
		x, y = x+dx, y+dy
		dx += (random.Float64() - 0.5) * 0.2
		at := image.Pt(int(x), int(y))
		if !at.In(screen) {
			return
		}
		picture.SetRGBA(at.X, at.Y, color.RGBA{210, 214, 222, 255})
		picture.SetRGBA(at.X, at.Y+1, color.RGBA{150, 154, 166, 255})
	}
}
