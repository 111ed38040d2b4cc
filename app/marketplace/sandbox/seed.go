package sandbox

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// maker makes up orders and requests. What it makes depends on the seed that the
// world has come to and on now, on nothing else.
type maker struct {
	world  *world
	now    time.Time
	random *rand.Rand
}

func newMaker(w *world, now time.Time) *maker {
	w.Drawn++
	return &maker{world: w, now: now.Truncate(time.Second), random: rand.New(rand.NewPCG(w.Drawn, 0x5eed))}
}

func pick[T any](m *maker, from []T) T { return from[m.random.IntN(len(from))] }

const (
	day = 24 * time.Hour

	// New folders are above a hundred million, where the service's calls differ
	// from those for older ones; two seeded ones are below.
	firstNewFolder = 121_400_000
	lastOldFolder  = 99_999_940
)

// seeded fills a new world: first the orders that come back, then the others.
func seeded(seed Seed, now time.Time) *world {
	if seed.Folders == 0 {
		seed.Folders = 12
	}
	seed.Folders = max(seed.Folders, 0)
	if seed.Orders == 0 {
		seed.Orders = 40
	}
	seed.Orders = max(seed.Orders, seed.Folders)
	w := &world{
		Version: 1, Files: map[int64]*file{}, Ledger: []Entry{}, Drawn: seed.Number * 1_000_003,
		Last: numbers{Order: 41_870_210, Line: 58_310_455, Folder: lastOldFolder, Claim: 7_310, Message: 88_120_300, File: 9_120_040},
	}
	m := newMaker(w, now)
	for i := range seed.Folders {
		if i == min(2, seed.Folders) {
			w.Last.Folder = firstNewFolder
		}
		story := stories[i%len(stories)]
		devices := smartphones
		if i%10 == 9 {
			devices = otherDevices
		}
		o := m.shippedOrder(countryOf(i), devices, story.shippedBefore)
		// A customer who asks keeps to the past: some an hour ago, some overdue.
		asked := now.Add(-ages[i%len(ages)] - time.Duration(i/len(ages))*7*time.Hour)
		m.open(o, story, asked, "")
	}
	w.Last.Folder = max(w.Last.Folder, firstNewFolder)
	for i := seed.Folders; i < seed.Orders; i++ {
		m.otherOrder(i - seed.Folders)
	}
	return w
}

// ages are how long ago the seeded requests were made.
var ages = []time.Duration{
	2 * time.Hour, 26 * time.Hour, 5 * time.Hour, 9 * time.Hour, 47 * time.Hour, 40 * time.Minute,
	16 * time.Hour, 31 * time.Hour, 3 * day, 21 * time.Hour, 98 * time.Hour, 6*day + 4*time.Hour,
}

func countryOf(i int) string {
	return []string{"fr-fr", "fr-fr", "en-ie", "fr-fr", "fr-be", "fr-fr", "en-gb"}[i%7]
}

func (m *maker) order(country string, state int, created time.Time) *order {
	o := &order{
		ID: next(&m.world.Last.Order) + int64(m.random.IntN(90)), State: state, Country: country, Currency: "EUR",
		Buyer: m.person(country), Created: created, Modified: created,
	}
	m.world.Last.Order = o.ID
	if country == "en-gb" {
		o.Currency = "GBP"
	}
	m.world.Orders = append(m.world.Orders, o)
	return o
}

func (m *maker) line(o *order, d device, state int) *line {
	l := &line{ID: next(&m.world.Last.Line) + int64(m.random.IntN(90)), State: state, Device: d, Cents: d.Cents, Condition: 10 + m.random.IntN(3)}
	m.world.Last.Line = l.ID
	if d.TAC != "" {
		l.IMEI = m.imei(d.TAC)
	}
	l.Serial = m.serial()
	o.Lines = append(o.Lines, l)
	return l
}

// ship hands an order to the carrier.
func (m *maker) ship(o *order, at time.Time) {
	at = at.Truncate(time.Second)
	o.State, o.Shipped, o.Modified = 9, &at, at
	o.Carrier = pick(m, []string{"Colissimo", "Chronopost", "DHL"})
	o.Tracking = m.tracking("6A")
}

func (m *maker) tracking(prefix string) string {
	return fmt.Sprintf("%s%011d", prefix, m.random.Int64N(100_000_000_000))
}

// shippedOrder is one that its customer has had for a few days.
func (m *maker) shippedOrder(country string, devices []device, shippedBefore time.Duration) *order {
	shipped := m.now.Add(-shippedBefore - time.Duration(m.random.IntN(20*60))*time.Minute)
	o := m.order(country, 9, shipped.Add(-30*time.Hour))
	m.line(o, pick(m, devices), 3)
	m.ship(o, shipped)
	return o
}

// otherOrder is an order that nobody asks about: in every state that an order
// and its lines can have, and with the oddities that old ones carry.
func (m *maker) otherOrder(i int) {
	created := m.now.Add(-time.Duration(i)*11*time.Hour - 3*time.Hour)
	country := countryOf(i)
	if i >= 8 {
		devices := smartphones
		if i%4 == 3 {
			devices = otherDevices
		}
		o := m.shippedOrder(country, devices, time.Duration(2+i)*day)
		if i == 8 {
			m.line(o, pick(m, otherDevices), 3) // Two lines.
		}
		if i == 9 {
			o.Lines[0].Condition, o.Lines[0].IMEI = 4, "" // A grade of before, and no IMEI.
		}
		return
	}
	// An order is "processed" (9) also when all of it was cancelled or refunded.
	states := [8]struct{ order, line int }{{1, 1}, {1, 1}, {3, 2}, {3, 2}, {9, 4}, {9, 5}, {9, 6}, {0, 0}}[i]
	o := m.order(country, states.order, created)
	l := m.line(o, pick(m, smartphones), states.line)
	if states.line == 6 {
		m.ship(o, created.Add(20*time.Hour))
	}
	if states.line >= 4 && states.line <= 6 {
		l.Refunded = l.Cents
	}
}

// request adds a customer's request about the first line of an order.
func (m *maker) request(o *order, story story, at time.Time, text string) *folder {
	story.sent = false // It was asked just now.
	return m.open(o, story, at, text)
}

// open makes the folder, its photos and its label.
func (m *maker) open(o *order, s story, at time.Time, text string) *folder {
	at = at.Truncate(time.Second)
	w := m.world
	words := s.text[languageOf(o.Country)]
	if text != "" {
		words = text
	}
	f := &folder{ID: next(&w.Last.Folder), Order: o.ID, Line: o.Lines[0].ID, Created: at, Modified: at, LastMessage: at}
	f.Claim = claim{ID: next(&w.Last.Claim), Tag: s.tag, Issue: s.issue, Wish: s.wish, Warranty: s.warranty, Tracking: m.tracking("8R")}
	label := &file{ID: next(&w.Last.File), Kind: drawnLabel, MIME: "application/pdf", Text: f.Claim.Tracking, At: at}
	label.Name = fmt.Sprintf("label-%d.pdf", label.ID)
	w.Files[label.ID], f.Claim.Label = label, label.ID

	said := message{ID: next(&w.Last.Message), Kind: "CUSTOMER_TO_ALL", Initiator: "Client", HTML: asHTML(words), At: at}
	said.Files = m.photosAt(s.photos, s.scene, at)
	f.Messages = append(f.Messages, said)
	if s.sent { // The customer has posted the parcel already and says so.
		later := at.Add(m.now.Sub(at) / 3).Truncate(time.Second)
		note := map[string]string{"fr": "J’ai déposé le colis. Numéro de suivi\u00a0: ", "en": "I have posted the parcel. Tracking number: "}[languageOf(o.Country)]
		f.Messages = append(f.Messages,
			message{ID: next(&w.Last.Message), Kind: "COURIER_TO_EVERYONE", Initiator: "Courier", HTML: "<p>Parcel accepted.</p>", At: later},
			message{ID: next(&w.Last.Message), Kind: "CUSTOMER_TO_MERCHANT", Initiator: "Client", HTML: asHTML(note + f.Claim.Tracking), At: later.Add(time.Minute)})
		f.Modified, f.LastMessage = later.Add(time.Minute), later.Add(time.Minute)
	}
	w.Folders = append(w.Folders, f)
	return f
}

// photosAt takes a customer's pictures of a scene.
func (m *maker) photosAt(count int, scene string, at time.Time) (taken []int64) {
	for range count {
		photo := &file{ID: next(&m.world.Last.File), Kind: drawnPhoto, MIME: "image/jpeg", Draw: m.random.Uint64(), Text: scene, At: at}
		photo.Name = fmt.Sprintf("photo-%d.jpg", photo.ID)
		m.world.Files[photo.ID] = photo
		taken = append(taken, photo.ID)
	}
	return taken
}

func languageOf(country string) string { return country[:2] }
