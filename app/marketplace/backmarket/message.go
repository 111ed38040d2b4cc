package backmarket

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strings"

	"revient/app/fault"
	"revient/app/marketplace"
)

// The limits of one message.
const (
	maxFiles     = 10
	maxFileBytes = 3_000_000 // "3 MB": the smaller of its two meanings is right under both.
)

func (c *Client) postMessage(ctx context.Context, message marketplace.PostMessage) marketplace.Outcome {
	folder, ok := text(message.Folder).id()
	if !ok {
		return refused("errors_marketplace.not_found", nil)
	}
	if strings.TrimSpace(message.Text) == "" {
		return refused("errors_marketplace.message_empty", nil)
	}
	if len(message.Files) > maxFiles {
		return refused("errors_marketplace.too_many_files", fault.Args{"count": maxFiles})
	}
	for _, file := range message.Files {
		if file.Size > maxFileBytes {
			return refused("errors_marketplace.file_too_large", fault.Args{"name": file.Name, "megabytes": maxFileBytes / 1_000_000})
		}
	}
	body, contentType, err := multipartBody(message)
	if errors.Is(err, errFileGrew) {
		return marketplace.Refused{Fault: fault.Wrap(err, fault.Conflict, "errors_marketplace.files_too_large", nil)}
	}
	if err != nil {
		return marketplace.RetryAfter{Reason: marketplace.NotSent, Fault: fault.Wrap(err, fault.Internal, "errors_marketplace.file_unreadable", nil)}
	}
	timeout := 2 * c.options.Timeout
	if len(message.Files) > 0 {
		timeout = 10 * c.options.Timeout // Thirty megabytes over a bad line.
	}
	r := call{method: http.MethodPost, path: "/ws/sav/" + folder + "/msg", care: true, body: body, contentType: contentType, timeout: timeout}
	return c.write(ctx, r, func(a answer) marketplace.Outcome {
		var created struct {
			ID text `json:"id"`
		}
		if err := json.Unmarshal(a.body, &created); err != nil { // Created all the same: only its number is not told.
			return marketplace.Applied{Note: excerpt(string(a.body)), Trace: a.trace}
		}
		return marketplace.Applied{RemoteRef: string(created.ID), Trace: a.trace}
	})
}

var errFileGrew = errors.New("the file is larger than it was said to be")

// multipartBody writes a message with its files. The whole is held in memory, so
// that a file that cannot be read fails before the first byte is sent. Each part
// is named exactly "attachment": with "attachment[]" the service loses the file.
func multipartBody(message marketplace.PostMessage) (body []byte, contentType string, err error) {
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	if err := form.WriteField("message", message.Text); err != nil {
		return nil, "", fmt.Errorf("write message: %w", err)
	}
	for _, file := range message.Files {
		if err := attach(form, file); err != nil {
			return nil, "", fmt.Errorf("attach file: %w", err)
		}
	}
	if err := form.Close(); err != nil {
		return nil, "", fmt.Errorf("end message: %w", err)
	}
	return b.Bytes(), form.FormDataContentType(), nil
}

func attach(form *multipart.Writer, file marketplace.Upload) (err error) {
	source, err := file.Open()
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	header := textproto.MIMEHeader{}
	header.Set("Content-Disposition", multipart.FileContentDisposition("attachment", plainName(file.Name)))
	header.Set("Content-Type", file.MIME)
	part, err := form.CreatePart(header)
	if err != nil {
		return fmt.Errorf("start part: %w", err)
	}
	copied, err := io.Copy(part, io.LimitReader(source, maxFileBytes+1))
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	if copied > maxFileBytes {
		return errFileGrew
	}
	return nil
}

// plainName keeps of a file's name what every server stores: no path, no accents.
func plainName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		default:
			return '-'
		}
	}, name)
	return first(strings.Trim(name, ".-"), "file")
}

// verifyMessage looks for a message of ours with the same words that was not
// there before. One that lost a file on the way is for a person to judge.
func (c *Client) verifyMessage(ctx context.Context, message marketplace.PostMessage) (marketplace.Verdict, error) {
	folder, err := c.Folder(ctx, message.Folder)
	if err != nil {
		if fault.Is(err, fault.NotFound) {
			return marketplace.CannotTell, nil
		}
		return "", fmt.Errorf("verify message: %w", err)
	}
	seen := map[marketplace.MessageRef]bool{}
	for _, ref := range message.Seen {
		seen[ref] = true
	}
	verdict := marketplace.HasNotApplied
	for _, there := range folder.Messages {
		fromUs := there.Author == marketplace.FromSeller || there.Author == marketplace.FromUnknown
		if !fromUs || seen[there.Ref] || !sameWords(there.HTML, message.Text) {
			continue
		}
		if len(there.Attachments) == len(message.Files) {
			return marketplace.HasApplied, nil
		}
		verdict = marketplace.CannotTell
	}
	return verdict, nil
}
