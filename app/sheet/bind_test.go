package sheet_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/text"
)

// unit is a row of a stock list.
type unit struct {
	IMEI  string
	Price returns.Money
	Grade string
}

func stock() sheet.Form[unit] {
	return sheet.Form[unit]{
		Columns: []sheet.Column[unit]{
			{Title: "sheet.column.imei", Aliases: []string{"N° IMEI"}, Required: true, Into: sheet.Into(sheet.IMEI, func(u *unit, v string) { u.IMEI = v })},
			{Title: "sheet.column.price", Aliases: []string{"Prix TTC"}, Required: true, Into: sheet.Into(sheet.Amount("EUR"), func(u *unit, v returns.Money) { u.Price = v })},
			{Title: "sheet.column.grade", Aliases: []string{"État"}, Into: sheet.Into(sheet.Grade, func(u *unit, v string) { u.Grade = v })},
		},
		Same: func(u unit) string { return u.IMEI },
		Check: func(u unit) error {
			if u.Grade == "premium" && u.Price.Minor == 0 {
				return fault.New(fault.Invalid, "errors_sheet.cell.empty", nil).At("sheet.column.price")
			}
			return nil
		},
	}
}

func read(t *testing.T, raw string) sheet.Table {
	t.Helper()
	table, err := sheet.Read([]byte(raw), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestGoodRowsStandBesideTheFaultsOfTheOthers(t *testing.T) {
	preview, err := sheet.Bind(read(t, strings.Join([]string{
		"prix ttc;Couleur;n IMEI;ETAT",
		"329,90;bleu;356938035643809;Très bon état",
		"",
		"12,500;noir;356938035643808;parfait",
		"10;vert;356938035643809;",
		";rouge;490154203237518;bon",
		"10;rose;490154203237518;bon;et encore",
		"0;or;490154203237518;premium",
		"15;gris;490154203237518;correct",
	}, "\n")), stock(), text.French)
	if err != nil {
		t.Fatal(err)
	}
	want := []unit{
		{"356938035643809", returns.Money{Minor: 32990, Currency: "EUR"}, "excellent"},
		{"490154203237518", returns.Money{Minor: 1500, Currency: "EUR"}, "fair"},
	}
	if !reflect.DeepEqual(preview.Good, want) || !slices.Equal(preview.Lines, []int{2, 9}) || preview.Rows != 7 || preview.Whole() {
		t.Errorf("good %+v on lines %v of %d rows", preview.Good, preview.Lines, preview.Rows)
	}
	if !slices.Equal(preview.Ignored, []string{"Couleur"}) {
		t.Errorf("ignored %q", preview.Ignored)
	}
	var said []string
	for _, bad := range preview.Bad {
		said = append(said, bad.Sentence(text.French))
	}
	if got, want := strings.Join(said, "\n"), strings.Join([]string{
		"Ligne 4, colonne prix ttc\u00a0: «\u00a012,500\u00a0» se lit de deux façons\u00a0: avec des décimales ou avec des milliers. Écrivez 1234,00 ou 1,23.",
		"Ligne 4, colonne n IMEI\u00a0: Cet IMEI est faux\u00a0: son chiffre de contrôle ne correspond pas. Scannez-le à nouveau.",
		"Ligne 4, colonne ETAT\u00a0: «\u00a0parfait\u00a0» n’est pas un grade. Grades\u00a0: premium, très bon état, bon état, état correct.",
		"Ligne 5\u00a0: 356938035643809 est déjà à la ligne 2.",
		"Ligne 6, colonne prix ttc\u00a0: cette case doit être remplie.",
		"Ligne 7\u00a0: 5 cases pour 4 colonnes\u00a0: un séparateur de trop\u00a0?",
		"Ligne 8, colonne prix ttc\u00a0: cette case doit être remplie.",
	}, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if bad := preview.Bad[0]; bad.Raw != "12,500" || bad.Line != 4 || bad.Key != "errors_sheet.cell.amount.ambiguous" {
		t.Errorf("got %+v", bad)
	}
}

func TestColumnsThatAreWrongAreNamedWithWhatWasFound(t *testing.T) {
	for name, c := range map[string]struct {
		raw      string
		lang     text.Language
		sentence string
	}{
		"one is missing":     {"IMEI;Coût\n1;2\n", text.French, "Il manque une colonne\u00a0: Prix. Ce fichier a les colonnes\u00a0: IMEI, Coût."},
		"several are":        {"a;b\n1;2\n", text.English, "2 columns are missing: IMEI, Price. This file has the columns: a, b."},
		"one is there twice": {"IMEI;Prix;Price\n1;2;3\n", text.French, "Deux colonnes disent «\u00a0Prix\u00a0»\u00a0: Prix et Price. Gardez-en une."},
		"there is no row":    {"IMEI;Prix\n", text.English, "This file has column titles only: no row to read."},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sheet.Bind(read(t, c.raw), stock(), c.lang)
			if err == nil {
				t.Fatal("taken")
			}
			if got := text.T(c.lang, fault.Of(err).Key, fault.Of(err).Args); got != c.sentence {
				t.Errorf("got %s", got)
			}
		})
	}
}
