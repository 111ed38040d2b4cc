package text

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/bojanz/currency"
)

// Amount writes minor units of an ISO 4217 currency the way the language does:
// 123456 EUR is "1 234,56 €" in French, with the narrow and the plain
// no-break space (U+202F, U+00A0) that typography asks for.
func Amount(lang Language, minor int64, iso string) string {
	amount, err := currency.NewAmountFromInt64(minor, iso)
	if err != nil { // An unknown currency: show what we hold rather than nothing.
		return strconv.FormatInt(minor, 10) + "\u00a0" + iso
	}
	return currency.NewFormatter(currency.NewLocale(string(lang))).Format(amount)
}

var months = map[Language][12]string{
	French:  {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
	English: {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
}

var weekdays = map[Language][7]string{
	French:  {"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."},
	English: {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
}

// Date writes a civil date: "ven. 6 nov. 2026", "Fri 6 Nov 2026". The caller has
// put t into the zone of the reader.
func Date(lang Language, t time.Time) string {
	day := strconv.Itoa(t.Day())
	if lang == French && t.Day() == 1 {
		day = "1er"
	}
	return fmt.Sprintf("%s %s\u00a0%s %d", weekdays[known(lang)][t.Weekday()], day, months[known(lang)][t.Month()-1], t.Year())
}

// DateTime writes a date and the time of day to the minute: "ven. 6 nov. 2026 à
// 14:05", "Fri 6 Nov 2026, 14:05".
func DateTime(lang Language, t time.Time) string {
	joiner := ", "
	if lang == French {
		joiner = " à\u00a0"
	}
	return Date(lang, t) + joiner + t.Format("15:04")
}

func known(lang Language) Language {
	if _, ok := months[lang]; ok {
		return lang
	}
	return English
}

// GroupIMEI writes an IMEI as people read it, 2-6-6-1: "35 693803 564380 9". Any
// other string is returned as it is.
func GroupIMEI(imei string) string {
	if len(imei) != 15 || strings.Trim(imei, "0123456789") != "" {
		return imei
	}
	return imei[:2] + " " + imei[2:8] + " " + imei[8:14] + " " + imei[14:]
}
