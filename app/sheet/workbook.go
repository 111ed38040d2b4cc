package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"revient/app/fault"
)

// workbook is an XLSX file (ECMA-376 part 1, SpreadsheetML) opened to be read.
// Its parts are unpacked one at a time, out of one budget of bytes.
type workbook struct {
	parts  map[string]*zip.File
	budget int64
	limits Limits

	shared []string // The texts that cells name by their index.
	styles styles
}

func readWorkbook(raw []byte, sheet string, limits Limits) (Table, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return Table{}, errDamaged(err)
	}
	book := &workbook{parts: map[string]*zip.File{}, budget: limits.Unpacked, limits: limits}
	for _, part := range archive.File {
		book.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(part.Name, `\`, "/"), "/"))] = part
	}
	name, target, err := book.find(sheet)
	if err != nil {
		return Table{}, err
	}
	if err := book.loadShared(); err != nil {
		return Table{}, err
	}
	if err := book.loadStyles(); err != nil {
		return Table{}, err
	}
	rows := collector{limits: limits}
	rows.table.Sheet = name
	if err := book.readRows(target, &rows); err != nil {
		return Table{}, err
	}
	return rows.done()
}

// errPacked is met when a part unpacks to more than the budget has left.
var errPacked = errors.New("the parts of the workbook unpack to more than the limit")

// metered counts what is unpacked, whatever size the archive claims.
type metered struct {
	from   io.Reader
	budget *int64
}

func (m metered) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	if *m.budget -= int64(n); *m.budget < 0 {
		return 0, errPacked
	}
	return n, err
}

// part reads a part of the archive with visit; a part that is not there is not
// visited, which found tells.
func (b *workbook) part(name string, visit func(*xml.Decoder) error) (found bool, err error) {
	file, found := b.parts[strings.ToLower(name)]
	if !found {
		return false, nil
	}
	opened, err := file.Open()
	if err != nil {
		return true, errDamaged(err)
	}
	decoder := xml.NewDecoder(metered{opened, &b.budget})
	err = visit(decoder)
	if closing := opened.Close(); err == nil && closing != nil && !errors.Is(closing, zip.ErrChecksum) {
		err = closing
	}
	var coded *fault.Error
	switch {
	case err == nil || errors.As(err, &coded):
		return true, err
	case errors.Is(err, errPacked):
		return true, fault.Wrap(err, fault.Invalid, "errors_sheet.file.unpacked", fault.Args{"limit": b.limits.Unpacked >> 20})
	}
	return true, errDamaged(fmt.Errorf("read %s: %w", name, err))
}

// find returns the name and the part of the sheet that was asked for, or of the
// first one that can be seen.
func (b *workbook) find(wanted string) (name, target string, err error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Other string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"` // "Strict" workbooks.
		} `xml:"sheets>sheet"`
	}
	found, err := b.part("xl/workbook.xml", func(d *xml.Decoder) error { return d.Decode(&book) })
	if err != nil {
		return "", "", err
	}
	if !found { // Another kind of archive: a document, a set of photos.
		return "", "", errNoTable()
	}
	b.styles.since1904 = book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true"
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if _, err := b.part("xl/_rels/workbook.xml.rels", func(d *xml.Decoder) error { return d.Decode(&links) }); err != nil {
		return "", "", err
	}
	var names []string
	for _, sheet := range book.Sheets {
		if wanted == "" && sheet.State != "" && sheet.State != "visible" {
			continue
		}
		names = append(names, sheet.Name)
		if wanted != "" && fold(wanted) != fold(sheet.Name) {
			continue
		}
		for _, link := range links.Links {
			if link.ID == sheet.ID+sheet.Other {
				return sheet.Name, within(link.Target), nil
			}
		}
	}
	if wanted == "" {
		return "", "", errEmpty()
	}
	return "", "", fault.New(fault.Invalid, "errors_sheet.file.no_sheet",
		fault.Args{"wanted": wanted, "names": strings.Join(names, ", ")})
}

// within resolves the target of a relation of the workbook.
func within(target string) string {
	if absolute, is := strings.CutPrefix(target, "/"); is {
		return absolute
	}
	return path.Join("xl", target)
}

// loadShared reads the shared texts. A text of several formats is the texts of
// its runs; how it is pronounced (rPh) is none of it.
func (b *workbook) loadShared() error {
	_, err := b.part("xl/sharedStrings.xml", func(d *xml.Decoder) error {
		for {
			start, more, err := next(d, "si")
			if err != nil || !more {
				return err
			}
			var item richText
			if err := d.DecodeElement(&item, &start); err != nil {
				return fmt.Errorf("decode shared text: %w", err)
			}
			if len(b.shared) >= mostShared {
				return errPacked
			}
			b.shared = append(b.shared, item.String())
		}
	})
	return err
}

// mostShared texts are more than a table within any sensible limit can show.
const mostShared = 2_000_000

type richText struct {
	Plain string `xml:"t"`
	Runs  []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t richText) String() string {
	whole := t.Plain
	for _, run := range t.Runs {
		whole += run.Text
	}
	return whole
}

// next goes to the next element of a name; more is false at the end of the part.
func next(d *xml.Decoder, name string) (start xml.StartElement, more bool, err error) {
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return xml.StartElement{}, false, nil
		}
		if err != nil {
			return xml.StartElement{}, false, fmt.Errorf("find <%s>: %w", name, err)
		}
		if start, is := token.(xml.StartElement); is && start.Name.Local == name {
			return start, true, nil
		}
	}
}
