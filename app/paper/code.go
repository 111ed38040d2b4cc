package paper

import (
	"image"
	"math"
	"strconv"
	"strings"

	"github.com/boombuler/barcode/code128"
	"github.com/boombuler/barcode/datamatrix"
	"rsc.io/qr"

	"revient/app/fault"
)

// dot is one dot of a 203 dpi head, in millimetres. Codes lie on whole dots: at
// half a dot a scanner starts to miss them.
const dot = 0.125

// symbol is a code as modules, dark or light, without its quiet zone.
type symbol struct {
	cols, rows int
	dark       func(col, row int) bool
	floor      int // Fewest dots per module that may be printed.
	quiet      int // Modules of white that the code needs around it.
}

// lineCode is a Code 128 of one row, to be drawn as high as one likes.
func lineCode(content string) (symbol, error) {
	if err := scannable(content); err != nil {
		return symbol{}, err
	}
	bars, err := code128.Encode(content)
	if err != nil {
		return symbol{}, fault.Wrap(err, fault.Invalid, "errors_paper.code", nil)
	}
	return symbol{cols: bars.Bounds().Dx(), rows: 1, dark: darkOf(bars), floor: 3, quiet: 10}, nil
}

// quickCode is a QR code at level M.
func quickCode(content string) (symbol, error) {
	if err := scannable(content); err != nil {
		return symbol{}, err
	}
	code, err := qr.Encode(content, qr.M)
	if err != nil {
		return symbol{}, fault.Wrap(err, fault.Invalid, "errors_paper.code", nil)
	}
	return symbol{cols: code.Size, rows: code.Size, dark: code.Black, floor: 4, quiet: 4}, nil
}

// matrixCode is a DataMatrix.
func matrixCode(content string) (symbol, error) {
	if err := scannable(content); err != nil {
		return symbol{}, err
	}
	code, err := datamatrix.Encode(content)
	if err != nil {
		return symbol{}, fault.Wrap(err, fault.Invalid, "errors_paper.code", nil)
	}
	return symbol{cols: code.Bounds().Dx(), rows: code.Bounds().Dy(), dark: darkOf(code), floor: 4, quiet: 2}, nil
}

// scannable accepts what a scanner types back unchanged: printable ASCII without
// a space at either end.
func scannable(content string) error {
	if content == "" || !plain(content) {
		return fault.New(fault.Invalid, "errors_paper.code", nil).At("number")
	}
	return nil
}

func darkOf(code image.Image) func(col, row int) bool {
	return func(col, row int) bool {
		r, _, _, _ := code.At(col, row).RGBA()
		return r == 0
	}
}

// fit returns how many dots a module gets so that the symbol with its quiet zone
// stays within room millimetres, at most most.
func (s symbol) fit(room float64, most int) (int, error) {
	dots := min(most, int(math.Floor(room/dot+1e-9))/(s.cols+2*s.quiet))
	if dots < s.floor {
		return 0, fault.New(fault.Invalid, "errors_paper.code_long", fault.Args{"modules": s.cols}).At("number")
	}
	return dots, nil
}

// side is the width of the symbol without quiet zone, in millimetres.
func (s symbol) side(dots int) float64 { return float64(s.cols*dots) * dot }

// stamp draws a symbol with its top left module at x, y, snapped to dots, on
// white. A symbol of one row is drawn height millimetres high.
func (p *page) stamp(s symbol, x, y float64, dots int, height float64) {
	module := float64(dots) * dot
	x, y = math.Round(x/dot)*dot, math.Round(y/dot)*dot
	tall := module
	around := float64(s.quiet) * module
	above := around
	if s.rows == 1 {
		tall, above = math.Round(height/dot)*dot, 0
	}
	p.bar(x-around, y-above, s.side(dots)+2*around, float64(s.rows)*tall+2*above, white)
	var path strings.Builder
	path.WriteString("q 0 g\n")
	for _, bar := range s.bars() {
		p.rectangle(&path, x+float64(bar.Min.X)*module, y+float64(bar.Min.Y)*tall, float64(bar.Dx())*module, float64(bar.Dy())*tall)
	}
	path.WriteString("f Q") // One fill for the whole code leaves no seam between its modules.
	p.pdf.RawWriteStr(path.String())
}

// bars joins the dark modules into as few rectangles as rows and equal runs
// below each other give.
func (s symbol) bars() []image.Rectangle {
	var done []image.Rectangle
	open := map[[2]int]int{} // Index in done of the run that the row above ended with.
	for row := range s.rows {
		next := map[[2]int]int{}
		for col := 0; col < s.cols; col++ {
			from := col
			for col < s.cols && s.dark(col, row) {
				col++
			}
			if col == from {
				continue
			}
			span := [2]int{from, col}
			at, grows := open[span]
			if grows {
				done[at].Max.Y = row + 1
			} else {
				at = len(done)
				done = append(done, image.Rect(from, row, col, row+1))
			}
			next[span] = at
		}
		open = next
	}
	return done
}

// shy keeps a rectangle this far, in millimetres, within its dots: a rasteriser
// that blackens every dot it touches must not touch the next by a rounding.
const shy = 0.004

// rectangle adds a rectangle to a path, in points from the bottom left.
func (p *page) rectangle(path *strings.Builder, x, y, w, h float64) {
	top := math.Round(p.size.Height/point*100) / 100 // As the page's box is written, to two decimals.
	for _, length := range [...]float64{(x + shy) / point, top - (y+h-shy)/point, (w - 2*shy) / point, (h - 2*shy) / point} {
		path.WriteString(strconv.FormatFloat(length, 'f', 4, 64))
		path.WriteByte(' ')
	}
	path.WriteString("re\n")
}

// lineCode draws a Code 128 centred within room, quiet zones included, as wide as
// most dots per module allow.
func (p *page) lineCode(content string, x, y, room, height float64, most int) error {
	code, err := lineCode(content)
	if err != nil {
		return err
	}
	dots, err := code.fit(room, most)
	if err != nil {
		return err
	}
	p.stamp(code, x+(room-code.side(dots))/2, y, dots, height)
	return nil
}

// squareCode draws a QR code or a DataMatrix in the room millimetres from x, y,
// its quiet zone included, and returns the width it took.
func (p *page) squareCode(encode func(string) (symbol, error), content string, x, y, room float64, most int) (float64, error) {
	code, err := encode(content)
	if err != nil {
		return 0, err
	}
	dots, err := code.fit(room, most)
	if err != nil {
		return 0, err
	}
	around := float64(code.quiet*dots) * dot
	p.stamp(code, x+around, y+around, dots, 0)
	return code.side(dots) + 2*around, nil
}
