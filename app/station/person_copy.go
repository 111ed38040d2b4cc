package station

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"time"

	"revient/app/fault"
	"revient/app/media"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// PersonArchive is a copy of all that is held on a person, for them (GDPR art. 15
// and 20): a page to read, the same as plain data, their documents and photos.
type PersonArchive struct {
	Name  string // Of the file; it names a case and nobody.
	Bytes []byte
}

// personCopy is the plain data of the archive.
type personCopy struct {
	MadeAt      time.Time         `json:"madeAt"`
	HeldBy      Workshop          `json:"heldBy"`
	People      []store.Person    `json:"people"` // As they were known with each return.
	Cases       []copiedCase      `json:"cases"`
	Orders      []copiedOrder     `json:"orders"`
	Messages    []copiedMessage   `json:"messages"`
	Texts       []copiedText      `json:"texts"`
	Documents   []copiedDocument  `json:"documents"`
	Files       []string          `json:"files"`
	Marketplace []json.RawMessage `json:"marketplace"` // What it sent of them, as it came.
	Retention   Retention         `json:"retention"`
}

type copiedCase struct {
	Number      string    `json:"number"`
	Stage       string    `json:"stage"`
	Claim       string    `json:"claim"`
	Outcome     string    `json:"outcome,omitempty"`
	Device      string    `json:"device"`
	IMEI        string    `json:"imei,omitempty"`
	Serial      string    `json:"serial,omitempty"`
	Order       string    `json:"order,omitempty"`
	RequestedAt time.Time `json:"requestedAt"`
	UpdatedAt   time.Time `json:"updatedAt"`
}

type copiedOrder struct {
	Sale  returns.Sale `json:"sale"`
	Buyer store.Person `json:"buyer"`
}

type copiedMessage struct {
	At     time.Time `json:"at"`
	Author string    `json:"author"`
	Text   string    `json:"text"`
}

type copiedText struct {
	At   time.Time `json:"at"`
	Kind string    `json:"kind"`
	Text string    `json:"text"`
}

type copiedDocument struct {
	Kind      string    `json:"kind"`
	Number    string    `json:"number,omitempty"`
	IssuedAt  time.Time `json:"issuedAt"`
	File      string    `json:"file"`
	KeptUntil string    `json:"keptUntil,omitempty"` // What the law obliges to.
}

// PersonCopy makes a copy of everything that is held on the customer of a case.
func (s *Station) PersonCopy(ctx context.Context, id returns.CaseID) (PersonArchive, error) {
	held, err := s.HeldOn(ctx, store.PersonQuery{Case: id})
	if err != nil {
		return PersonArchive{}, err
	}
	if len(held.Cases) == 0 {
		return PersonArchive{}, fault.New(fault.NotFound, "errors_station.nobody_to_erase", nil)
	}
	kept, _, err := s.Retention(ctx)
	if err != nil {
		return PersonArchive{}, err
	}
	c, err := s.caseOf(ctx, id)
	if err != nil {
		return PersonArchive{}, err
	}
	var out bytes.Buffer
	packing := packing{Writer: zip.NewWriter(&out), at: s.now()}
	copied := s.copied(held, kept)
	if copied.Documents, err = s.packDocuments(ctx, packing, held.Documents, kept); err != nil {
		return PersonArchive{}, err
	}
	if copied.Files, err = s.packFiles(ctx, packing, held.Files); err != nil {
		return PersonArchive{}, err
	}
	data, err := json.MarshalIndent(copied, "", "  ")
	if err != nil {
		return PersonArchive{}, fmt.Errorf("encode copy: %w", err)
	}
	if err := packing.add("data.json", data); err != nil {
		return PersonArchive{}, err
	}
	lang := s.languageOf(c)
	page, err := copied.page(lang, s.Zone())
	if err != nil {
		return PersonArchive{}, err
	}
	if err := packing.add(text.T(lang, "privacy.copy.file", nil)+".html", page); err != nil {
		return PersonArchive{}, err
	}
	if err := packing.Close(); err != nil {
		return PersonArchive{}, fmt.Errorf("close copy: %w", err)
	}
	return PersonArchive{Name: c.Number + ".zip", Bytes: out.Bytes()}, nil
}

// caseOf reads one case.
func (s *Station) caseOf(ctx context.Context, id returns.CaseID) (c returns.Case, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		c, err = tx.Case(id)
		return err
	})
	return c, err
}

// copied is what is held, without bytes.
func (s *Station) copied(held store.PersonalData, kept Retention) personCopy {
	made := personCopy{
		MadeAt: s.now().UTC(), HeldBy: s.Settings().Workshop, Retention: kept,
		People: []store.Person{}, Cases: []copiedCase{}, Orders: []copiedOrder{}, Messages: []copiedMessage{}, Texts: []copiedText{},
		Documents: []copiedDocument{}, Files: []string{}, Marketplace: []json.RawMessage{},
	}
	for _, person := range held.Persons {
		made.People = append(made.People, person.Person)
	}
	for _, c := range held.Cases {
		made.Cases = append(made.Cases, copiedCase{
			Number: c.Number, Stage: string(c.Stage), Claim: string(c.Claim), Outcome: string(c.Outcome), Device: c.Title, IMEI: c.IMEI,
			Serial: c.Serial, Order: c.OrderRef, RequestedAt: c.RequestedAt, UpdatedAt: c.UpdatedAt,
		})
	}
	for _, sold := range held.Sales {
		made.Orders = append(made.Orders, copiedOrder{Sale: sold.Sale, Buyer: sold.Customer})
	}
	for _, message := range held.Messages {
		made.Messages = append(made.Messages, copiedMessage{At: message.At, Author: message.Author, Text: message.Text})
	}
	for _, words := range held.Texts {
		if slices.ContainsFunc(held.Messages, func(m store.Message) bool { return m.Text == words.Body }) {
			continue // It was sent: the conversation has it.
		}
		made.Texts = append(made.Texts, copiedText{At: words.At, Kind: words.Kind, Text: words.Body})
	}
	for _, object := range held.Remote {
		if json.Valid(object.Raw) {
			made.Marketplace = append(made.Marketplace, object.Raw)
		}
	}
	return made
}

// packDocuments adds the papers that are there.
func (s *Station) packDocuments(ctx context.Context, into packing, documents []store.Document, kept Retention) ([]copiedDocument, error) {
	copied := []copiedDocument{}
	for i, document := range documents {
		if document.State != store.DocumentReady {
			continue
		}
		pdf, err := s.DocumentPDF(ctx, document.ID, 0)
		if err != nil {
			return nil, err
		}
		name := document.Number
		if name == "" {
			name = string(document.Kind) + "-" + strconv.Itoa(i+1)
		}
		one := copiedDocument{Kind: string(document.Kind), Number: document.Number, IssuedAt: document.IssuedAt, File: path.Join("documents", name+".pdf")}
		if document.Number != "" {
			one.KeptUntil = kept.KeepUntil(document.IssuedAt.In(s.Zone())).Format(time.DateOnly)
		}
		if err := into.add(one.File, pdf); err != nil {
			return nil, err
		}
		copied = append(copied, one)
	}
	return copied, nil
}

// packFiles adds photos and files of messages, each the copy that may leave the
// station: without the place where it was taken.
func (s *Station) packFiles(ctx context.Context, into packing, files []returns.PhotoID) ([]string, error) {
	names := []string{}
	for i, id := range files {
		file, err := s.photos.Export(ctx, string(id), media.ExportBytes)
		if fault.Is(err, fault.NotFound) { // The file is lost, which verify says; the copy goes on.
			continue
		}
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(file)
		if closed := file.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return nil, fmt.Errorf("read photo: %w", err)
		}
		name := path.Join("photos", strconv.Itoa(i+1)+".jpg")
		if err := into.add(name, content); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// packing is an archive that is being made.
type packing struct {
	*zip.Writer
	at time.Time
}

func (p packing) add(name string, content []byte) error {
	to, err := p.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.at})
	if err == nil {
		_, err = to.Write(content)
	}
	if err != nil {
		return fmt.Errorf("pack %s: %w", name, err)
	}
	return nil
}
