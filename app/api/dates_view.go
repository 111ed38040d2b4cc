package api

import (
	"cmp"
	"slices"
	"strings"

	"revient/app/carrier"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// DateView is a moment that deadlines are counted from, with who knows it, how well,
// and who corrected it why. Its words are triage.date.<which>.
type DateView struct {
	Which      string `json:"which"` // delivery, declaration, arrival.
	Moment     Moment `json:"moment"`
	Zone       string `json:"zone"`      // Whose clock it is counted by.
	Corrected  string `json:"corrected"` // When somebody corrected it; "" when nobody did.
	By         string `json:"by"`
	Reason     string `json:"reason"`
	Was        Moment `json:"was"` // Before the latest correction.
	Correction bool   `json:"correction"`
}

// WayOutView is how the delivery of what was sold can be found out.
type WayOutView struct {
	Tracking string `json:"tracking"`
	Carrier  string `json:"carrier"`
	URL      string `json:"url"` // The carrier's page of that number; "" where it has none to link to.
	OrderRef string `json:"orderRef"`
}

// addDates adds the moments that deadlines are counted from, and what cannot be
// right about them.
func (a *API) addDates(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	view.Dates, view.Doubts = []DateView{}, []ReasonView{}
	if c.Sale == nil {
		return nil
	}
	corrected, err := correctionsOf(tx, c.ID)
	if err != nil {
		return err
	}
	timeline := a.station.Timeline(c)
	for _, date := range []struct {
		which  returns.Dated
		moment returns.Moment
		place  policy.Place
		there  bool
	}{
		{returns.DateOfDelivery, c.DeliveredAt, timeline.Customer, true},
		{returns.DateOfDeclaration, c.DeclaredAt, timeline.Customer, true},
		{returns.DateOfArrival, arrivalOf(c), timeline.Workshop, c.Reception != nil},
	} {
		if !date.there {
			continue
		}
		written := DateView{Which: string(date.which), Moment: moment(date.moment), Zone: date.place.Zone}
		if correction, found := corrected[date.which]; found {
			written.Correction, written.Was = true, moment(correction.was)
			written.Corrected, written.By = instant(correction.entry.Time()), correction.entry.Actor
			if written.Reason, err = words(tx, correction.event.Reason); err != nil {
				return err
			}
		}
		view.Dates = append(view.Dates, written)
	}
	names, err := namesOf(tx)
	if err != nil {
		return err
	}
	for i := range view.Dates {
		view.Dates[i].By = names[returns.OperatorID(view.Dates[i].By)]
	}
	view.WayOut = wayOut(*c.Sale)
	return a.addDoubts(timeline, view)
}

func (a *API) addDoubts(timeline policy.Timeline, view *CaseView) error {
	doubts, err := policy.Doubts(timeline, a.station.Now())
	lang := a.station.Settings().Desk.Language
	for _, doubt := range doubts {
		view.Doubts = append(view.Doubts, ReasonView{
			Key: doubt.Key, Args: anyArgs(policy.Written(lang, doubt.Args)), Tone: string(doubt.Tone), Rule: string(doubt.Rule), Source: doubt.Source,
		})
	}
	return err
}

func arrivalOf(c returns.Case) returns.Moment {
	if c.Reception == nil {
		return returns.Moment{}
	}
	return c.Reception.Arrived
}

// correction is the latest word on a moment.
type correction struct {
	event returns.MomentCorrected
	entry store.Entry
	was   returns.Moment
}

// correctionsOf reads the journal of a case for whoever corrected its moments last.
func correctionsOf(tx *store.ReadTx, id returns.CaseID) (map[returns.Dated]correction, error) {
	entries, err := tx.History(id)
	if err != nil {
		return nil, err
	}
	latest := map[returns.Dated]correction{}
	var c returns.Case
	for _, entry := range entries {
		event, err := entry.Event()
		if err != nil {
			return nil, err
		}
		if corrected, is := event.(returns.MomentCorrected); is {
			was := map[returns.Dated]returns.Moment{
				returns.DateOfDelivery: c.DeliveredAt, returns.DateOfDeclaration: c.DeclaredAt, returns.DateOfArrival: arrivalOf(c),
			}[corrected.Which]
			latest[corrected.Which] = correction{corrected, entry, was}
		}
		c = returns.Apply(c, event)
	}
	return latest, nil
}

// trackingPages are the carriers' public pages of a number, which ends the address.
var trackingPages = map[string]string{
	carrier.Colissimo:  "https://www.laposte.fr/outils/suivre-vos-envois?code=",
	carrier.LaPoste:    "https://www.laposte.fr/outils/suivre-vos-envois?code=",
	carrier.Chronopost: "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=",
	carrier.UPS:        "https://www.ups.com/track?tracknum=",
	carrier.DHL:        "https://www.dhl.com/fr-fr/home/tracking.html?tracking-id=",
	carrier.FedEx:      "https://www.fedex.com/fedextrack/?trknbr=",
	carrier.GLS:        "https://gls-group.com/FR/fr/suivi-colis?match=",
	carrier.DPD:        "https://trace.dpd.fr/fr/trace/",
}

func wayOut(sale returns.Sale) WayOutView {
	view := WayOutView{OrderRef: sale.OrderRef, Tracking: strings.TrimSpace(sale.Tracking)}
	if view.Tracking == "" {
		return view
	}
	readings := carrier.Readings(view.Tracking)
	known := slices.IndexFunc(readings, func(p carrier.Parcel) bool { return p.Carrier != "" })
	if known < 0 {
		return view
	}
	view.Carrier = readings[known].Carrier
	if page, has := trackingPages[view.Carrier]; has {
		view.URL = page + cmp.Or(readings[known].Tracking, view.Tracking)
	}
	return view
}
