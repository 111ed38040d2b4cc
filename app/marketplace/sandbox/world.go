package sandbox

import (
	"slices"
	"time"
)

// world is all that a sandbox knows, in the shape that its snapshot has.
type world struct {
	Version int             `json:"version"`
	Token   string          `json:"token"`
	Orders  []*order        `json:"orders"`
	Folders []*folder       `json:"folders"`
	Files   map[int64]*file `json:"files"`
	Ledger  []Entry         `json:"ledger"`
	Last    numbers         `json:"last"`
	Drawn   uint64          `json:"drawn"` // Seed of whatever is made up next.
}

// numbers are the last ones given out. Orders and lines look alike and differ, as
// they do at the marketplace.
type numbers struct {
	Order, Line, Folder, Claim, Message, File int64
}

func next(n *int64) int64 {
	*n++
	return *n
}

type order struct {
	ID       int64      `json:"id"`
	State    int        `json:"state"`
	Country  string     `json:"country"` // Such as "fr-fr".
	Currency string     `json:"currency"`
	Buyer    person     `json:"buyer"`
	Lines    []*line    `json:"lines"`
	Carrier  string     `json:"carrier"`
	Tracking string     `json:"tracking"`
	Created  time.Time  `json:"created"`
	Modified time.Time  `json:"modified"`
	Shipped  *time.Time `json:"shipped"`
}

type line struct {
	ID        int64  `json:"id"`
	State     int    `json:"state"`
	Device    device `json:"device"`
	Cents     int64  `json:"cents"`
	Refunded  int64  `json:"refunded"` // In cents; the API never tells it.
	Condition int    `json:"condition"`
	IMEI      string `json:"imei"`
	Serial    string `json:"serial"`
}

type folder struct {
	ID          int64      `json:"id"`
	Order       int64      `json:"order"`
	Line        int64      `json:"line"`
	Closed      *time.Time `json:"closed"`
	Created     time.Time  `json:"created"`
	Modified    time.Time  `json:"modified"`
	LastMessage time.Time  `json:"last_message"`
	Claim       claim      `json:"claim"`
	Messages    []message  `json:"messages"`
}

type claim struct {
	ID       int64  `json:"id"`
	Tag      string `json:"tag"`
	Issue    string `json:"issue"`
	Wish     string `json:"wish"`
	Warranty string `json:"warranty"`
	Label    int64  `json:"label"`    // File of the return label; 0 when there is none.
	Tracking string `json:"tracking"` // Printed on it.
}

type message struct {
	ID        int64     `json:"id"`
	Kind      string    `json:"kind"`
	Initiator string    `json:"initiator"`
	HTML      string    `json:"html"`
	At        time.Time `json:"at"`
	Files     []int64   `json:"files"`
}

// Kinds of file. A seeded one is drawn again whenever it is read.
const (
	drawnPhoto = "photo"
	drawnLabel = "label"
	uploaded   = "uploaded"
)

type file struct {
	ID   int64     `json:"id"`
	Kind string    `json:"kind"`
	Name string    `json:"name"`
	MIME string    `json:"mime"`
	Draw uint64    `json:"draw"` // Seed of a drawn photo.
	Text string    `json:"text"` // Tracking number of a label, scene of a photo.
	At   time.Time `json:"at"`
}

func (w *world) order(id int64) *order {
	at := slices.IndexFunc(w.Orders, func(o *order) bool { return o.ID == id })
	if at < 0 {
		return nil
	}
	return w.Orders[at]
}

func (w *world) folder(id int64) *folder {
	at := slices.IndexFunc(w.Folders, func(f *folder) bool { return f.ID == id })
	if at < 0 {
		return nil
	}
	return w.Folders[at]
}

func (w *world) line(id int64) (*order, *line) {
	for _, o := range w.Orders {
		for _, l := range o.Lines {
			if l.ID == id {
				return o, l
			}
		}
	}
	return nil, nil
}

// settle gives an order the state that its lines ask for: processed, once none of
// them can move any more by the seller's hand.
func (o *order) settle() {
	for _, l := range o.Lines {
		if l.State < 3 {
			return
		}
	}
	o.State = 9
}
