package api_test

import (
	"testing"

	"revient/app/api"
	"revient/app/fault"
)

func (d *desk) rules() *api.Rules {
	d.Helper()
	for _, service := range d.api.Bound() {
		if rules, is := service.(*api.Rules); is {
			return rules
		}
	}
	d.Fatal("no screen can read the rules")
	return nil
}

func valueOf(rows []api.RuleRowView, field string) string {
	for _, row := range rows {
		if row.Field == field {
			return row.Value
		}
	}
	return ""
}

func TestANewVersionOfTheRulesJudgesNewCasesOnly(t *testing.T) {
	d := newReadyDesk(t)
	before := d.pulls("1001")
	edit := api.RulesForm{Values: map[string]string{"defect": "DEFECT_3BD"}}
	rows, err := d.rules().Preview(edit)
	d.must(err)
	if valueOf(rows, "defect") != "DEFECT_3BD" {
		t.Errorf("the preview says %s", valueOf(rows, "defect"))
	}
	if _, err := d.rules().Save(command(), edit, ""); err == nil {
		t.Error("the rules were changed without a PIN")
	}
	view, err := d.rules().Save(command(), edit, pin)
	d.must(err)
	newest := view.Versions[0]
	if len(view.Versions) != 2 || newest.Author != "Ana" || len(newest.Changes) != 1 || newest.Changes[0].To != "DEFECT_3BD" || view.Versions[1].Cases != 1 {
		t.Errorf("the versions are %+v", view.Versions)
	}
	after := d.pulls("1002")
	if before.Policy == after.Policy || after.Policy != newest.Version {
		t.Errorf("the case before is judged by %q, the one after by %q", before.Policy, after.Policy)
	}
	old, err := d.rules().Version(before.Policy)
	d.must(err)
	if valueOf(old.Rows, "defect") != "DEFECT_72H" {
		t.Errorf("the rules of the first case say %s", valueOf(old.Rows, "defect"))
	}
	_, err = d.rules().Save(command(), edit, pin)
	d.refused(err, "errors_rules.same")
}

func TestAnEditOfTheRulesThatCannotBeIsRefusedWhereItIs(t *testing.T) {
	d := newReadyDesk(t)
	for name, c := range map[string]struct {
		form  api.RulesForm
		field string
	}{
		"a campaign that ends before it begins": {api.RulesForm{Campaigns: []api.CampaignView{{From: "2026-12-01", To: "2026-11-01", Until: "2027-01-31"}}}, "campaigns.0.to"},
		"a day that is none":                    {api.RulesForm{Campaigns: []api.CampaignView{{From: "2026-02-30", To: "2026-11-01", Until: "2027-01-31"}}}, "campaigns.0.from"},
		"a rule of another setting":             {api.RulesForm{Values: map[string]string{"defect": "REFUND_5WD"}}, "defect"},
		"a number in words":                     {api.RulesForm{Values: map[string]string{"deviceReturns": "trois"}}, "deviceReturns"},
		"an amount below zero":                  {api.RulesForm{Values: map[string]string{"secondPersonAbove": "-1"}}, "secondPersonAbove"},
		"a rule that is fixed":                  {api.RulesForm{Values: map[string]string{"": "REFUND_5WD"}}, ""},
	} {
		if _, err := d.rules().Preview(c.form); err == nil || fault.Of(err).Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
}
