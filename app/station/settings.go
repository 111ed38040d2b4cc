package station

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// The keys of the settings.
const (
	workshopSetting = "workshop"
	deskSetting     = "desk"
	scannerSetting  = "scanner"
)

// Workshop is who the customer sends the device back to, as documents name them.
type Workshop struct {
	Name       string `json:"name"`
	Street     string `json:"street"`
	PostalCode string `json:"postalCode"`
	City       string `json:"city"`
	Country    string `json:"country"` // ISO 3166-1 alpha-2.
	Email      string `json:"email"`
	Phone      string `json:"phone"`
	SIREN      string `json:"siren"`
	VAT        string `json:"vat"`
	Margin     bool   `json:"margin"` // Devices are sold under the margin scheme.
}

// Check says what is missing for a document to name the workshop.
func (w Workshop) Check() error {
	for _, field := range []struct{ name, value string }{
		{"name", w.Name}, {"street", w.Street}, {"postCode", w.PostalCode}, {"city", w.City}, {"country", w.Country},
	} {
		if strings.TrimSpace(field.value) == "" {
			return fault.New(fault.Invalid, "errors_station.workshop."+field.name, nil).At(field.name)
		}
	}
	if _, err := policy.PlaceOf(w.Country, w.PostalCode); err != nil {
		return err
	}
	if siren := digits(w.SIREN); w.SIREN != "" && len(siren) != 9 {
		return fault.New(fault.Invalid, "errors_station.workshop.siren", nil).At("siren")
	}
	return nil
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// Desk is this station: its name and how its screen speaks.
type Desk struct {
	Name     string        `json:"name"`
	Language text.Language `json:"language"`
	Scheme   string        `json:"scheme"` // light, dark, auto.
}

// Scanner is how the gun types.
type Scanner struct {
	MaxGap     int    `json:"maxGap"` // Milliseconds between two keys.
	Terminator string `json:"terminator"`
	Prefix     string `json:"prefix"`
	Volume     int    `json:"volume"`
}

// defaultScanner suits a corded gun; the gap is generous enough for a Bluetooth
// one at 40 ms.
func defaultScanner() Scanner { return Scanner{MaxGap: 50, Terminator: "enter", Volume: 70} }

// Settings are everything that was set, as it is now.
type Settings struct {
	Ready    bool // The assistant is done.
	Prefix   string
	Workshop Workshop
	Desk     Desk
	Scanner  Scanner
	Team     []store.Operator // Who works here, by name.
	Manager  store.Operator   // The first of the team who is one.
	Rights   Rights
}

// Settings returns what is set.
func (s *Station) Settings() Settings { return *s.settings.Load() }

func (s *Station) language() text.Language { return s.Settings().Desk.Language }

// loadSettings reads what is set; it is read again after every change. One reading
// at a time, so that an older one never replaces a newer one.
func (s *Station) loadSettings(ctx context.Context) error {
	s.loading.Lock()
	defer s.loading.Unlock()
	loaded := Settings{Desk: Desk{Language: text.French, Scheme: "auto"}, Scanner: defaultScanner(), Rights: DefaultRights()}
	var rules *policyBook
	err := s.db.View(ctx, func(tx *store.ReadTx) (err error) {
		if rules, err = s.loadPolicies(tx); err != nil {
			return err
		}
		for key, target := range map[string]any{
			workshopSetting: &loaded.Workshop, deskSetting: &loaded.Desk, scannerSetting: &loaded.Scanner, RightsSetting: &loaded.Rights,
		} {
			if _, err := tx.Setting(key, target); err != nil {
				return err
			}
		}
		station, err := tx.Station()
		if err != nil {
			return err
		}
		loaded.Prefix = station.Prefix
		operators, err := tx.Operators()
		if err != nil {
			return err
		}
		loaded.Team = slices.DeleteFunc(operators, func(o store.Operator) bool { return !o.LeftAt.IsZero() })
		if first := slices.IndexFunc(loaded.Team, func(o store.Operator) bool { return o.Role == Manager }); first >= 0 {
			loaded.Manager, loaded.Ready = loaded.Team[first], loaded.Prefix != "" && loaded.Workshop.Name != ""
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("load settings: %w", err)
	}
	s.settings.Store(&loaded)
	s.rules.Store(rules)
	if place, err := policy.PlaceOf(loaded.Workshop.Country, loaded.Workshop.PostalCode); err == nil {
		s.place.Store(&place)
	}
	return nil
}

// Setup is the first-run assistant's result.
type Setup struct {
	Workshop Workshop
	Desk     Desk
	Prefix   string
	Manager  string // Name.
	PIN      string
}

var prefixForm = regexp.MustCompile(`^[A-Z][A-Z0-9]{1,3}$`)

// FinishSetup makes the station ready. It can be done once.
func (s *Station) FinishSetup(ctx context.Context, order Order, setup Setup) error {
	setup.Prefix = strings.ToUpper(strings.TrimSpace(setup.Prefix))
	if err := setup.check(); err != nil {
		return err
	}
	_, err := s.commit(ctx, order, "FinishSetup", func(t *turn) (returns.CaseID, error) {
		operators, err := t.Operators()
		if err != nil {
			return "", err
		}
		if len(operators) > 0 {
			return "", fault.New(fault.Conflict, "errors_station.setup_done", nil)
		}
		manager := store.Operator{ID: returns.OperatorID(newID()), Name: strings.TrimSpace(setup.Manager), Role: Manager, PINHash: hashPIN(setup.PIN), Badge: newBadge()}
		if err := t.NameStation(setup.Prefix); err != nil {
			return "", err
		}
		if err := t.SetSetting(workshopSetting, setup.Workshop, manager.ID); err != nil {
			return "", err
		}
		if err := t.SetSetting(deskSetting, setup.Desk, manager.ID); err != nil {
			return "", err
		}
		return "", t.SaveOperator(manager)
	})
	if err != nil {
		return err
	}
	return s.loadSettings(ctx)
}

func (setup Setup) check() error {
	switch {
	case !prefixForm.MatchString(setup.Prefix):
		return fault.New(fault.Invalid, "errors_station.prefix", nil).At("prefix")
	case strings.TrimSpace(setup.Desk.Name) == "":
		return fault.New(fault.Invalid, "errors_station.desk_name", nil).At("stationName")
	case strings.TrimSpace(setup.Manager) == "":
		return fault.New(fault.Invalid, "errors_station.manager_name", nil).At("manager")
	}
	if err := setup.Workshop.Check(); err != nil {
		return err
	}
	return CheckPIN(setup.PIN)
}

// SaveWorkshop changes how documents name the workshop from now on.
func (s *Station) SaveWorkshop(ctx context.Context, order Order, workshop Workshop) error {
	if err := workshop.Check(); err != nil {
		return err
	}
	before := *s.place.Load()
	if err := s.saveSetting(ctx, order, workshopSetting, workshop); err != nil {
		return err
	}
	if *s.place.Load() == before {
		return nil
	}
	return s.db.Rebuild(ctx) // Deadlines are counted in the workshop's place, and the worklist holds them.
}

// SaveDesk changes the station's name and language.
func (s *Station) SaveDesk(ctx context.Context, order Order, desk Desk) error {
	if strings.TrimSpace(desk.Name) == "" {
		return fault.New(fault.Invalid, "errors_station.desk_name", nil).At("stationName")
	}
	return s.saveSetting(ctx, order, deskSetting, desk)
}

// SaveScanner changes how the gun is understood.
func (s *Station) SaveScanner(ctx context.Context, order Order, scanner Scanner) error {
	switch {
	case scanner.MaxGap < 20 || scanner.MaxGap > 150:
		return fault.New(fault.Invalid, "errors_station.scanner_gap", nil).At("maxGap")
	case !slices.Contains([]string{"enter", "tab", "none"}, scanner.Terminator):
		return fault.New(fault.Invalid, "errors_station.scanner_terminator", nil).At("terminator")
	case scanner.Volume < 0 || scanner.Volume > 100:
		return fault.New(fault.Invalid, "errors_station.scanner_volume", nil).At("volume")
	}
	return s.saveSetting(ctx, order, scannerSetting, scanner)
}

func (s *Station) saveSetting(ctx context.Context, order Order, key string, value any) error {
	_, err := s.commit(ctx, order, "Save "+key, func(t *turn) (returns.CaseID, error) {
		return "", t.SetSetting(key, value, order.Actor.ID)
	})
	if err != nil {
		return err
	}
	return s.loadSettings(ctx)
}

// Now is the station's clock.
func (s *Station) Now() time.Time { return s.now() }

// Zone is the time zone of the workshop's place.
func (s *Station) Zone() *time.Location { return location(s.zone()) }

// Training reports whether people practise here.
func (s *Station) Training() bool { return s.training }

// Sample reports whether the data are a sandbox's.
func (s *Station) Sample() bool { return s.sample }

func (s *Station) zone() string                    { return s.place.Load().Zone }
func (s *Station) workshop(*store.ReadTx) Workshop { return s.Settings().Workshop }
