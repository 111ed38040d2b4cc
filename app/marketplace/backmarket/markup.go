package backmarket

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainText drops the mark-up of a message, keeping its lines. What a script or a
// style holds is dropped with it.
func plainText(markup string) string {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(markup))
	silent := 0
	for {
		kind := tokens.Next()
		switch kind {
		case html.ErrorToken: // The end: a tokenizer over a string knows no other error.
			return tidy(b.String())
		case html.TextToken:
			if silent == 0 {
				b.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			tag := atom.Lookup(name)
			if slices.Contains(lineTags, tag) {
				b.WriteByte('\n')
			}
			if tag == atom.Script || tag == atom.Style {
				silent = max(0, silent+map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[kind])
			}
		case html.CommentToken, html.DoctypeToken: // Nobody reads them.
		}
	}
}

// lineTags are the elements that a browser starts a line for.
var lineTags = []atom.Atom{atom.Br, atom.P, atom.Div, atom.Li, atom.Tr}

// tidy trims each line and keeps at most one empty line between two.
func tidy(s string) string {
	var lines []string
	for line := range strings.Lines(strings.ReplaceAll(s, "\r", "\n")) {
		line = strings.Join(strings.Fields(html.UnescapeString(line)), " ")
		if line != "" || (len(lines) > 0 && lines[len(lines)-1] != "") {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// sameWords compares two texts by their words alone: the service may change
// spaces, line ends and mark-up of what it was given.
func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(plainText(a)), " ") == strings.Join(strings.Fields(plainText(b)), " ")
}
