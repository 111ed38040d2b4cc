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
		return photo(f.Draw, f.Text)
	case drawnLabel:
		return label(f.Text)
	case uploaded:
		return s.disk.read(f.ID)
	default:
		return nil, fs.ErrNotExist
	}
}

// What a photo shows of a phone.
const (
	sceneLit     = "lit"     // Its screen, working.
	sceneDark    = "dark"    // Its screen, off.
	sceneLogo    = "logo"    // Its screen, stuck at the start.
	sceneLine    = "line"    // A green line across the screen.
	sceneCrack   = "crack"   // A broken screen.
	sceneBack    = "back"    // Its back.
	sceneScratch = "scratch" // Its back, scratched.
	sceneRed     = "red"     // Its back, red.
)

// photo draws a phone on a table, as a customer would take it.
func photo(seed uint64, scene string) ([]byte, error) {
	random := rand.New(rand.NewPCG(seed, 0xf070))
	p := &canvas{picture: image.NewRGBA(image.Rect(0, 0, 800, 600)), random: random}
	warmth := random.IntN(40)
	p.fill(p.picture.Rect, 0, func(x, y int) color.RGBA {
		grain := random.IntN(6) + (x/3+y/40)%9
		return color.RGBA{tone(150+warmth, grain-y/16), tone(116+warmth/2, grain-y/16), tone(84, grain-y/16), 255}
	})
	left := 255 + random.IntN(40)
	phone := image.Rect(left, 40, left+270, 575)
	p.fill(phone.Add(image.Pt(10, 12)), 44, flat(66, 48, 36)) // Its shadow.
	switch scene {
	case sceneBack, sceneScratch, sceneRed:
		p.back(phone, scene)
	default:
		p.front(phone, scene)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p.picture, &jpeg.Options{Quality: 82}); err != nil {
		return nil, fmt.Errorf("draw photo: %w", err)
	}
	return b.Bytes(), nil
}

type canvas struct {
	picture *image.RGBA
	random  *rand.Rand
}

// fill paints a rectangle whose corners have a radius.
func (p *canvas) fill(r image.Rectangle, radius int, shade func(x, y int) color.RGBA) {
	inner := r.Inset(radius)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			dx, dy := max(inner.Min.X-x, x-inner.Max.X+1, 0), max(inner.Min.Y-y, y-inner.Max.Y+1, 0)
			if dx*dx+dy*dy <= radius*radius {
				p.picture.SetRGBA(x, y, shade(x, y))
			}
		}
	}
}

func flat(r, g, b uint8) func(int, int) color.RGBA {
	return func(int, int) color.RGBA { return color.RGBA{r, g, b, 255} }
}

func tone(base, more int) uint8 { return uint8(min(255, max(0, base+more))) }

func (p *canvas) front(phone image.Rectangle, scene string) {
	p.fill(phone, 42, flat(34, 35, 40))
	screen := phone.Inset(12)
	lit := scene == sceneLit || scene == sceneLine || scene == sceneCrack
	p.fill(screen, 32, func(x, y int) color.RGBA {
		if !lit {
			return color.RGBA{tone(10, (x+y)/90), tone(11, (x+y)/90), tone(14, (x+y)/80), 255}
		}
		return color.RGBA{tone(30, y/8), tone(52, y/7), tone(104, y/9), 255}
	})
	p.fill(image.Rect(screen.Min.X+90, screen.Min.Y+12, screen.Max.X-90, screen.Min.Y+30), 9, flat(8, 8, 10))
	middle := screen.Min.Add(screen.Size().Div(2))
	switch scene {
	case sceneLogo:
		p.fill(image.Rect(middle.X-26, middle.Y-30, middle.X+26, middle.Y+26), 22, flat(224, 226, 230))
	case sceneLine:
		at := screen.Min.X + 60 + p.random.IntN(120)
		p.fill(image.Rect(at, screen.Min.Y, at+3, screen.Max.Y), 0, flat(60, 255, 90))
	case sceneCrack:
		for range 4 + p.random.IntN(4) {
			p.scratch(screen, image.Pt(screen.Min.X+30, screen.Max.Y-40))
		}
	}
}

func (p *canvas) back(phone image.Rectangle, scene string) {
	body := flat(58, 62, 70)
	if scene == sceneRed {
		body = flat(176, 28, 40)
	}
	p.fill(phone, 42, body)
	island := image.Rect(phone.Min.X+18, phone.Min.Y+18, phone.Min.X+128, phone.Min.Y+128)
	p.fill(island, 26, flat(42, 44, 50))
	for _, lens := range []image.Point{{14, 14}, {56, 56}} {
		at := image.Rectangle{Min: island.Min.Add(lens), Max: island.Min.Add(lens).Add(image.Pt(40, 40))}
		p.fill(at, 20, flat(14, 14, 18))
		p.fill(at.Inset(12), 8, flat(40, 48, 84))
	}
	if scene == sceneScratch {
		for range 2 {
			p.scratch(phone.Inset(20), image.Pt(phone.Min.X+60, phone.Max.Y-120))
		}
	}
}

// scratch walks a pale line from a point until it leaves the surface.
func (p *canvas) scratch(surface image.Rectangle, from image.Point) {
	x, y := float64(from.X), float64(from.Y)
	dx, dy := p.random.Float64()*1.2, -0.3-p.random.Float64()
	for range 700 {
		x, y = x+dx, y+dy
		dx += (p.random.Float64() - 0.5) * 0.2
		at := image.Pt(int(x), int(y))
		if !at.In(surface) {
			return
		}
		p.picture.SetRGBA(at.X, at.Y, color.RGBA{214, 218, 226, 255})
		p.picture.SetRGBA(at.X+1, at.Y+1, color.RGBA{150, 154, 166, 255})
	}
}
