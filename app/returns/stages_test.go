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

// The stages that several commands share.
var (
	onlyRequested  = []returns.Stage{returns.Requested}
	beforeArrival  = []returns.Stage{returns.Requested, returns.Awaiting}
	inHand         = []returns.Stage{returns.Received, returns.Inspecting, returns.Deciding}
	onlyInspecting = []returns.Stage{returns.Inspecting}
	onlyDeciding   = []returns.Stage{returns.Deciding}
	onlyExecuting  = []returns.Stage{returns.Executing}
	ended          = []returns.Stage{returns.Closed, returns.Canceled, returns.Declined}
)

func and(stages []returns.Stage, more ...returns.Stage) []returns.Stage {
	return slices.Concat(stages, more)
}

// admittedIn says, for every command there is, in which stages it makes sense.
var admittedIn = []struct {
	command returns.Command
	stages  []returns.Stage
}{
	{returns.Request{}, []returns.Stage{returns.New}},
	{returns.ReceiveUnknown{}, []returns.Stage{returns.New}},
	{returns.Authorise{}, onlyRequested},
	{returns.Decline{}, onlyRequested},
	{returns.AskProof{}, beforeArrival},
	{returns.NoteProof{}, and(beforeArrival, inHand...)},
	{returns.AskCustomer{}, and(beforeArrival, returns.Received, returns.Deciding)},
	{returns.RecordAnswer{}, and(beforeArrival, returns.Received, returns.Deciding)},
	{returns.AnnounceParcel{}, beforeArrival},
	{returns.Cancel{}, beforeArrival},
	{returns.MarkLost{}, []returns.Stage{returns.Awaiting}},
	{returns.Receive{}, and(beforeArrival, returns.Lost)},
	{returns.UndoReception{}, inHand},
	{returns.Redate{}, and(beforeArrival, and(inHand, returns.Executing, returns.Closed)...)},
	{returns.Merge{}, and(beforeArrival, inHand...)},
	{returns.Identify{}, []returns.Stage{returns.Unidentified}},
	{returns.OpenFromSale{}, []returns.Stage{returns.Unidentified}},
	{returns.NotOurs{}, []returns.Stage{returns.Unidentified}},
	{returns.Unidentify{}, and(inHand, returns.Closed)},
	{returns.ProtestToCarrier{}, and(inHand, returns.Unidentified, returns.Executing)},
	{returns.StartInspection{}, []returns.Stage{returns.Received}},
	{returns.Reinspect{}, onlyDeciding},
	{returns.ReadIdentity{}, onlyInspecting},
	{returns.RecordChecks{}, onlyInspecting},
	{returns.StopInspection{}, onlyInspecting},
	{returns.CompleteInspection{}, onlyInspecting},
	{returns.AddEvidence{}, beforeTheEnd},
	{returns.MoveEvidence{}, and(beforeArrival, returns.Unidentified, returns.Received, returns.Inspecting)},
	{returns.PutOnHold{}, and(beforeTheEnd, returns.Lost)},
	{returns.Resume{}, and(beforeTheEnd, returns.Lost)},
	{returns.AddNote{}, returns.Stages()},
	{returns.KeepPromise{}, returns.Stages()},
	{returns.IssueDocument{}, returns.Stages()},
	{returns.CorrectDocument{}, []returns.Stage{returns.Deciding, returns.Executing, returns.Closed}},
	{returns.SettleAction{}, returns.Stages()},
	{returns.ReserveReplacement{}, and(beforeArrival, and(inHand, returns.Executing)...)},
	{returns.ReleaseReplacement{}, and(beforeArrival, and(inHand, returns.Lost)...)},
	{returns.DecideFullRefund{}, []returns.Stage{returns.Deciding, returns.Lost}},
	{returns.DecidePartialRefund{}, onlyDeciding},
	{returns.DecideKeep{}, and(beforeArrival, returns.Deciding)},
	{returns.DecideExchange{}, onlyDeciding},
	{returns.DecideRepair{}, onlyDeciding},
	{returns.DecideRefuse{}, onlyDeciding},
	{returns.NoteMarketplaceRefund{}, and(beforeArrival, and(inHand, returns.Lost)...)},
	{returns.ApproveDecision{}, onlyExecuting},
	{returns.TurnDown{}, onlyExecuting},
	{returns.Reverse{}, onlyExecuting},
	{returns.NoReplacementLeft{}, onlyExecuting},
	{returns.Unexchange{}, []returns.Stage{returns.Deciding, returns.Executing, returns.Closed}},
	{returns.StartRepair{}, onlyExecuting},
	{returns.UsePart{}, onlyExecuting},
	{returns.FinishRepair{}, onlyExecuting},
	{returns.ControlRepair{}, onlyExecuting},
	{returns.GiveUpRepair{}, onlyExecuting},
	{returns.Pack{}, onlyExecuting},
	{returns.Unpack{}, onlyExecuting},
	{returns.HandOver{}, onlyExecuting},
	{returns.Dispose{}, onlyExecuting},
	{returns.SubmitRefund{}, onlyExecuting},
	{returns.RequeueRefund{}, onlyExecuting},
	{returns.AcceptRefund{}, onlyExecuting},
	{returns.DoubtRefund{}, onlyExecuting},
	{returns.RecordReadBack{}, onlyExecuting},
	{returns.FindAlreadyRefunded{}, onlyExecuting},
	{returns.RejectRefund{}, onlyExecuting},
	{returns.SettleRefund{}, onlyExecuting},
	{returns.RecordWipe{}, onlyExecuting},
	{returns.RecordGrade{}, onlyExecuting},
	{returns.Move{}, and(inHand, returns.Unidentified, returns.Executing, returns.Closed)},
	{returns.Close{}, []returns.Stage{returns.Lost, returns.Deciding, returns.Executing}},
	{returns.Reopen{}, []returns.Stage{returns.Closed}},
	{returns.ErasePerson{}, ended},
}

// oneOfEachStage is a case in every stage, built by real commands.
func oneOfEachStage(t *testing.T) map[returns.Stage]returns.Case {
	t.Helper()
	samples := map[returns.Stage]returns.Case{}
	for _, p := range []past{nobody(), requested(), awaiting(), unidentified(), received(), inspecting(), deciding(), executing(), closed(), canceled(), declined(), lost()} {
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

func TestACaseThatGoesOnAsAnotherTakesAlmostNoCommand(t *testing.T) {
	stillPossible := []string{"Unidentify", "ErasePerson", "SettleAction"}
	for _, entry := range admittedIn {
		_, err := returns.Decide(absorbed().folded(), entry.command, facts(byAManager))
		turnedAway := err != nil && fault.Of(err).Key == "errors_returns.absorbed"
		if turnedAway == slices.Contains(stillPossible, entry.command.Name()) {
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
