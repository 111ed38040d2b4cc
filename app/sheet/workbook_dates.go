package sheet

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"
)

// styles tell which numbers of a workbook are dates: nothing but the format of
// their cell does.
type styles struct {
	dates     []bool // By the index of a cell's style.
	since1904 bool   // Of workbooks that come from an old Macintosh.
}

func (b *workbook) loadStyles() error {
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if _, err := b.part("xl/styles.xml", func(d *xml.Decoder) error { return d.Decode(&sheet) }); err != nil {
		return err
	}
	own := map[int]bool{}
	for _, format := range sheet.Formats {
		own[format.ID] = dateFormat(format.Code)
	}
	for _, cell := range sheet.Cells {
		date, given := own[cell.Format]
		b.styles.dates = append(b.styles.dates, given && date || !given && builtInDate(cell.Format))
	}
	return nil
}

func (s styles) date(style int) bool { return style >= 0 && style < len(s.dates) && s.dates[style] }

// builtInDate names the formats that have no code in the file (ECMA-376 part 1,
// 18.8.30) and show a day. 18 to 21 and 45 to 47 show a time alone: a number.
func builtInDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
}

// dateFormat reports whether a format code shows a year or a day, in the letters
// of English, French (jj/mm/aaaa) or German (TT.MM.JJJJ). Text in quotes, in
// brackets, or after a backslash is shown as it is.
func dateFormat(code string) bool {
	first, _, _ := strings.Cut(code, ";")
	skip, closing := false, rune(0)
	for _, r := range strings.ToLower(first) {
		switch {
		case skip:
			skip = false
		case closing != 0:
			if r == closing {
				closing = 0
			}
		case r == '\\' || r == '_' || r == '*':
			skip = true
		case r == '"':
			closing = '"'
		case r == '[':
			closing = ']'
		case strings.ContainsRune("ydjat", r):
			return !strings.HasPrefix(strings.ToLower(first), "standard") && !strings.EqualFold(first, "general")
		}
	}
	return false
}

// moment writes a serial number of days as a day, with its time if it has one.
// Day 60 of the series of 1900 is a 29 February that never was, so day 61 is
// 1 March 1900 and only the days before it would be shifted: they are refused
// like every other day that no parcel knows.
func (s styles) moment(serial string) (string, bool) {
	value, err := strconv.ParseFloat(strings.TrimSpace(serial), 64)
	if err != nil {
		return "", false
	}
	if s.since1904 {
		value += 1462
	}
	return fromSerial(value)
}

func fromSerial(days float64) (string, bool) {
	if !(days >= 61 && days < 2_958_466) { // 31 December 9999.
		return "", false
	}
	seconds := int64(math.Round(days * 86400))
	at := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	at = at.AddDate(0, 0, int(seconds/86400)).Add(time.Duration(seconds%86400) * time.Second)
	if seconds%86400 == 0 {
		return at.Format(time.DateOnly), true
	}
	return at.Format("2006-01-02T15:04:05"), true
}
