package returns_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
)

// beforeTheEnd are the stages in which work on the case goes on.
var beforeTheEnd = []returns.Stage{
	returns.Requested, returns.Awaiting, returns.Unidentified, returns.Received, returns.Inspecting, returns.Deciding, returns.Executing,
}

// admittedIn says, for every command there is, in which stages it makes sense.
var admittedIn = []struct {
	command returns.Command
	stages  []returns.Stage
}{
	{returns.Request{}, []returns.Stage{returns.New}},
	{returns.ReceiveUnknown{}, []returns.Stage{returns.New}},
	{returns.Authorise{}, []returns.Stage{returns.Requested}},
	{returns.Decline{}, []returns.Stage{returns.Requested}},
	{returns.AnnounceParcel{}, []returns.Stage{returns.Requested, returns.Awaiting}},
	{returns.Cancel{}, []returns.Stage{returns.Requested, returns.Awaiting}},
	{returns.Receive{}, []returns.Stage{returns.Requested, returns.Awaiting, returns.Lost}},
	{returns.UndoReception{}, []returns.Stage{returns.Received, returns.Inspecting, returns.Deciding}},
	{returns.Redate{}, []returns.Stage{returns.Requested, returns.Awaiting, returns.Received, returns.Inspecting, returns.Deciding, returns.Executing, returns.Closed}},
	{returns.Identify{}, []returns.Stage{returns.Unidentified}},
	{returns.OpenFromSale{}, []returns.Stage{returns.Unidentified}},
	{returns.NotOurs{}, []returns.Stage{returns.Unidentified}},
	{returns.StartInspection{}, []returns.Stage{returns.Received}},
	{returns.Reinspect{}, []returns.Stage{returns.Deciding}},
	{returns.ReadIdentity{}, []returns.Stage{returns.Inspecting}},
	{returns.RecordChecks{}, []returns.Stage{returns.Inspecting}},
	{returns.StopInspection{}, []returns.Stage{returns.Inspecting}},
	{returns.CompleteInspection{}, []returns.Stage{returns.Inspecting}},
	{returns.AddEvidence{}, beforeTheEnd},
	{returns.PutOnHold{}, beforeTheEnd},
	{returns.Resume{}, beforeTheEnd},
	{returns.IssueDocument{}, beforeTheEnd},
	{returns.SettleAction{}, append([]returns.Stage{returns.Declined, returns.Canceled, returns.Lost}, beforeTheEnd...)},
	{returns.DecideFullRefund{}, []returns.Stage{returns.Deciding}},
	{returns.SubmitRefund{}, []returns.Stage{returns.Executing}},
	{returns.RequeueRefund{}, []returns.Stage{returns.Executing}},
	{returns.AcceptRefund{}, []returns.Stage{returns.Executing}},
	{returns.DoubtRefund{}, []returns.Stage{returns.Executing}},
	{returns.RecordReadBack{}, []returns.Stage{returns.Executing}},
	{returns.FindAlreadyRefunded{}, []returns.Stage{returns.Executing}},
	{returns.RejectRefund{}, []returns.Stage{returns.Executing}},
	{returns.SettleRefund{}, []returns.Stage{returns.Executing}},
	{returns.RecordWipe{}, []returns.Stage{returns.Executing}},
	{returns.RecordGrade{}, []returns.Stage{returns.Executing}},
	{returns.Move{}, []returns.Stage{returns.Received, returns.Inspecting, returns.Deciding, returns.Executing}},
	{returns.Close{}, []returns.Stage{returns.Deciding, returns.Executing}},
	{returns.Reopen{}, []returns.Stage{returns.Closed}},
}

// oneOfEachStage is a case in every stage, built by real commands. No command
// leads to lost yet: a case there is only found in a journal.
func oneOfEachStage(t *testing.T) map[returns.Stage]returns.Case {
	t.Helper()
	samples := map[returns.Stage]returns.Case{returns.Lost: {ID: "case-1", Stage: returns.Lost}}
	for _, p := range []past{nobody(), requested(), awaiting(), unidentified(), received(), inspecting(), deciding(), executing(), closed(), canceled(), declined()} {
		c := p.folded()
		samples[c.Stage] = c
	}
	for _, stage := range returns.Stages() {
		if _, found := samples[stage]; !found {
			t.Fatalf("no sample of a case that is %s", stage)
		}
	}
	return samples
}

func TestEveryCommandIsAdmittedInItsStagesAndInNoOther(t *testing.T) {
	samples := oneOfEachStage(t)
	for _, entry := range admittedIn {
		for stage, c := range samples {
			_, err := returns.Decide(c, entry.command, facts(byAManager))
			turnedAway := err != nil && fault.Of(err).Key == "errors_returns.stage"
			if admitted := slices.Contains(entry.stages, stage); admitted == turnedAway {
				t.Errorf("%s from %q: admitted %t, want %t (%v)", entry.command.Name(), stage, !turnedAway, admitted, err)
			}
			if turnedAway && (fault.CodeOf(err) != fault.Conflict || fault.Of(err).Args["stage"] != string(stage) || fault.Of(err).Args["command"] != entry.command.Name()) {
				t.Errorf("%s from %q is turned away without saying why: %+v", entry.command.Name(), stage, fault.Of(err))
			}
		}
	}
}

func TestACaseThatGoesOnAsAnotherTakesNoCommandAtAll(t *testing.T) {
	for _, entry := range admittedIn {
		_, err := returns.Decide(absorbed().folded(), entry.command, facts(byAManager))
		if err == nil || fault.Of(err).Key != "errors_returns.absorbed" {
			t.Errorf("%s: %v", entry.command.Name(), err)
		}
	}
}

// A command that is missing from admittedIn would be missing from every test of
// this package that walks the commands.
func TestTheTableOfStagesKnowsEveryCommand(t *testing.T) {
	known := map[string]bool{}
	for _, entry := range admittedIn {
		known[entry.command.Name()] = true
	}
	for _, command := range commandsInTheSource(t) {
		if !known[command] {
			t.Errorf("%s is not in the table of stages", command)
		}
		delete(known, command)
	}
	if len(known) > 0 {
		t.Errorf("in the table, but not in the source: %v", known)
	}
}

func commandsInTheSource(t *testing.T) []string {
	t.Helper()
	sources, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	commands := []string{}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			method, ok := declaration.(*ast.FuncDecl)
			if !ok || method.Recv == nil || method.Name.Name != "from" {
				continue
			}
			if receiver, ok := method.Recv.List[0].Type.(*ast.Ident); ok {
				commands = append(commands, receiver.Name)
			}
		}
	}
	return commands
}
