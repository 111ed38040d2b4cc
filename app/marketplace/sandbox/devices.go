package sandbox

import "fmt"

// device is something that the workshop sells.
type device struct {
	SKU      string `json:"sku"`
	Title    string `json:"title"`
	Brand    string `json:"brand"`
	Category string `json:"category"`
	Listing  int    `json:"listing"`
	TAC      string `json:"tac"` // First eight digits of its IMEIs; empty for a device without.
	Cents    int64  `json:"cents"`
}

var smartphones = []device{
	{"IP12-64-BLK-B", "iPhone 12 64 Go - Noir - Débloqué", "Apple", "Smartphones", 500142, "35094411", 23900},
	{"IP13-128-BLU-A", "iPhone 13 128 Go - Bleu - Débloqué", "Apple", "Smartphones", 500144, "35167542", 34900},
	{"IP14-128-MID-A", "iPhone 14 128 Go - Minuit - Débloqué", "Apple", "Smartphones", 500146, "35341108", 45900},
	{"IPSE3-64-RED-B", "iPhone SE (2022) 64 Go - Rouge - Débloqué", "Apple", "Smartphones", 500148, "35258843", 18999},
	{"GS21-128-GRY-B", "Galaxy S21 5G 128 Go - Gris - Débloqué", "Samsung", "Smartphones", 500150, "35482017", 21950},
	{"GS22-256-BLK-A", "Galaxy S22 256 Go - Noir - Débloqué", "Samsung", "Smartphones", 500152, "35610925", 32900},
	{"GA54-128-LIM-A", "Galaxy A54 128 Go - Vert - Débloqué", "Samsung", "Smartphones", 500154, "35735561", 19900},
	{"PX7-128-WHT-B", "Google Pixel 7 128 Go - Blanc - Débloqué", "Google", "Smartphones", 500156, "35812774", 24950},
}

var otherDevices = []device{
	{"MBA-M1-256-GRY-A", "MacBook Air 13 (2020) M1 256 Go", "Apple", "MacBook", 500160, "", 59900},
	{"IPAD9-64-GRY-B", "iPad 10.2 (2021) 64 Go - Wi-Fi", "Apple", "Tablettes", 500162, "", 22900},
	{"APP2-WHT-A", "AirPods Pro 2", "Apple", "Écouteurs", 500164, "", 14900},
	{"SWI-OLED-WHT-B", "Nintendo Switch OLED 64 Go", "Nintendo", "Consoles", 500166, "", 21900},
	{"T14-I5-16-512-B", "ThinkPad T14 Core i5 16 Go 512 Go", "Lenovo", "Ordinateurs portables", 500168, "", 38900},
}

func (m *maker) imei(tac string) string {
	digits := fmt.Sprintf("%s%06d", tac, m.random.IntN(1000000))
	return digits + string(luhnDigit(digits))
}

func (m *maker) serial() string {
	const letters = "CDFGHJKLMNPQRTVWXY0123456789"
	b := make([]byte, 12)
	for i := range b {
		b[i] = letters[m.random.IntN(len(letters))]
	}
	return string(b)
}

// luhnDigit is the check digit of ISO/IEC 7812 annex B for the digits before it.
func luhnDigit(digits string) byte {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return byte('0' + (10-sum%10)%10)
}
