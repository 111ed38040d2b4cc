package carrier

import "strings"

// weighted sums digits times weights, the weights repeated from the left.
func weighted(digits string, weights ...int) int {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[i]-'0') * weights[i%len(weights)]
	}
	return sum
}

// modulo10 is the check digit of GS1 (General Specifications 7.9): weights 3, 1
// from the right, the digit that completes the sum to a ten.
func modulo10(digits string) byte {
	weights := []int{3, 1}
	if len(digits)%2 == 0 {
		weights = []int{1, 3}
	}
	return '0' + byte((10-weighted(digits, weights...)%10)%10)
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// modulo37 is the check character of ISO/IEC 7064 MOD 37,36, which the GeoPost
// carriers print after their numbers.
func modulo37(s string) (check byte, ok bool) {
	product := 36
	for _, c := range []byte(s) {
		value := strings.IndexByte(alphabet, c)
		if value < 0 {
			return 0, false
		}
		sum := (product + value) % 36
		if sum == 0 {
			sum = 36
		}
		product = sum * 2 % 37
	}
	return alphabet[(37-product)%36], true
}
