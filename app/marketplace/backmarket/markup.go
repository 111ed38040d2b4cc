package backmarket

import (
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
		switch kind := tokens.Next(); kind {
		case html.ErrorToken: // The end: a tokenizer over a string knows no other error.
			return tidy(b.String())
		case html.TextToken:
			if silent == 0 {
				b.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			switch atom.Lookup(name) {
			case atom.Br, atom.P, atom.Div, atom.Li, atom.Tr:
				b.WriteByte('\n')
			case atom.Script, atom.Style:
				if kind == html.StartTagToken {
					silent++
				} else if silent > 0 {
					silent--
				}
			}
		}
	}
}

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
