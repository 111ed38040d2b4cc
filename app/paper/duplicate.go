package paper

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"revient/app/fault"
	"revient/app/text"
)

// Duplicate returns a copy of a notice or a receipt marked as its nth reprint.
// original is the document as it was issued, never a duplicate of it: the copy
// is those bytes, unchanged, and behind them what PDF calls an incremental
// update, which adds the mark to each page (ISO 32000-1, 7.5.6).
func Duplicate(original []byte, n int, lang text.Language) ([]byte, error) {
	if n < 1 {
		return nil, fault.New(fault.Invalid, "errors_paper.copy", nil).At("number")
	}
	issued, err := readIssued(original)
	if err != nil {
		return nil, fault.Wrap(fmt.Errorf("read issued document: %w", err), fault.Invalid, "errors_paper.foreign", nil)
	}
	mark, err := duplicateMark(text.T(lang, "paper.duplicate.mark", map[string]any{"number": n}), issued.boldName)
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "errors_paper.render", nil)
	}
	copied := bytes.NewBuffer(bytes.Clone(original))
	table := new(bytes.Buffer)
	for i, page := range issued.pages {
		object := firstPage + 2*i
		fmt.Fprintf(table, "%d 1\n%010d 00000 n \n", object, copied.Len())
		fmt.Fprintf(copied, "%d 0 obj\n%s\nendobj\n", object, bytes.Replace(page, contents(object),
			fmt.Appendf(nil, "/Contents [%d 0 R %d 0 R]", object+1, issued.size), 1))
	}
	markAt := copied.Len()
	fmt.Fprintf(copied, "%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", issued.size, len(mark), mark)
	tableAt := copied.Len()
	fmt.Fprintf(copied, "xref\n%s%d 1\n%010d 00000 n \n", table, issued.size, markAt)
	fmt.Fprintf(copied, "trailer\n<<\n/Size %d\n/Root %s\n/Info %s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n",
		issued.size+1, issued.root, issued.info, issued.table, tableAt)
	return copied.Bytes(), nil
}

// The first page of our documents is always object 3 and its content object 4; the
// next pages follow, each with its content.
const firstPage = 3

// contents is how a page of that number names its content.
func contents(page int) []byte { return fmt.Appendf(nil, "/Contents %d 0 R", page+1) }

// issued is what a mark needs to know of a PDF that set wrote.
type issued struct {
	size       int // Number of objects, and so the number of the next.
	table      int // Where the cross-reference table starts.
	root, info string
	pages      [][]byte // The pages' dictionaries.
	boldName   string   // Resource name of the bold sans face.
}

var (
	trailerForm  = regexp.MustCompile(`trailer\n<<\n/Size (\d+)\n/Root (\d+ 0 R)\n/Info (\d+ 0 R)\n>>\nstartxref\n(\d+)\n%%EOF\n$`)
	resourceForm = regexp.MustCompile(`/(F[0-9a-f]+) (\d+) 0 R`)
)

// readIssued reads the end, the page and the faces of a PDF that set wrote, and
// refuses any other, a duplicate too.
func readIssued(pdf []byte) (issued, error) {
	tail := pdf[max(0, len(pdf)-256):]
	found := trailerForm.FindSubmatch(tail)
	if found == nil {
		return issued{}, fmt.Errorf("find trailer: not a document as it was issued")
	}
	doc := issued{root: string(found[2]), info: string(found[3])}
	var err error
	if doc.size, err = strconv.Atoi(string(found[1])); err != nil {
		return issued{}, fmt.Errorf("read size: %w", err)
	}
	if doc.table, err = strconv.Atoi(string(found[4])); err != nil {
		return issued{}, fmt.Errorf("read start of table: %w", err)
	}
	if doc.pages, err = doc.readPages(pdf); err != nil {
		return issued{}, err
	}
	resources, err := doc.object(pdf, 2)
	if err != nil {
		return issued{}, err
	}
	for _, entry := range resourceForm.FindAllSubmatch(resources, -1) {
		number, err := strconv.Atoi(string(entry[2]))
		if err != nil {
			return issued{}, fmt.Errorf("read resource: %w", err)
		}
		face, err := doc.object(pdf, number)
		if err != nil {
			return issued{}, err
		}
		if bytes.Contains(face, []byte("/BaseFont /Inter-SemiBold")) {
			doc.boldName = string(entry[1])
			return doc, nil
		}
	}
	return issued{}, fmt.Errorf("find bold face: the document has none")
}

// readPages returns the pages' dictionaries: those objects, from the first page on,
// that name the object after them as their content.
func (d issued) readPages(pdf []byte) (pages [][]byte, err error) {
	for object := firstPage; object < d.size; object += 2 {
		page, err := d.object(pdf, object)
		if err != nil {
			return nil, err
		}
		if !bytes.HasPrefix(page, []byte("<</Type /Page\n")) {
			break
		}
		if !bytes.Contains(page, contents(object)) {
			return nil, fmt.Errorf("read page: it has another content")
		}
		pages = append(pages, page)
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("read pages: there is none")
	}
	return pages, nil
}

// object returns the body of an object by the cross-reference table.
func (d issued) object(pdf []byte, number int) ([]byte, error) {
	header := fmt.Appendf(nil, "xref\n0 %d\n", d.size)
	const entry = 20 // Bytes of each line of the table.
	at := d.table + len(header) + number*entry
	if number < 0 || number >= d.size || d.table < 0 || at < 0 || at+entry > len(pdf) || !bytes.HasPrefix(pdf[d.table:], header) {
		return nil, fmt.Errorf("find object %d: no such entry", number)
	}
	offset, err := strconv.Atoi(string(pdf[at : at+10]))
	if err != nil || offset < 0 || offset > len(pdf) {
		return nil, fmt.Errorf("find object %d: bad offset", number)
	}
	body, found := bytes.CutPrefix(pdf[offset:], fmt.Appendf(nil, "%d 0 obj\n", number))
	if !found {
		return nil, fmt.Errorf("find object %d: not at its offset", number)
	}
	body, _, found = bytes.Cut(body, []byte("\nendobj"))
	if !found {
		return nil, fmt.Errorf("read object %d: no end", number)
	}
	return body, nil
}

// duplicateMark draws the words in a frame in the top margin, which every A4
// document keeps free.
func duplicateMark(words, boldName string) ([]byte, error) {
	faces, err := cuts()
	if err != nil {
		return nil, err
	}
	const size, top, height, pad = 11.0, 6.0, 7.5, 3.0
	p := &page{faces: faces, size: A4}
	wide := p.width(style{face: sansBold, pt: size}, words) + 2*pad
	x, y := (A4.Width-margin-wide)/point, (A4.Height-top-height)/point
	return fmt.Appendf(nil, "q 0 G 0 g 1.2 w %.2f %.2f %.2f %.2f re S BT /%s %.0f Tf %.2f %.2f Td (%s) Tj ET Q",
		x, y, wide/point, height/point, boldName, size, x+pad/point, y+2.45/point, words), nil
}
