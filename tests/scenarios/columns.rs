//! Side by side: a column for each, every cell to be edited where it stands.

use super::{add, compared, overrides, plan, scenario};
use crate::support::Sheet;
use weighbridge::evaluate::evaluate;
use weighbridge::model::Value;
use weighbridge::session::{Command, Compare};
use weighbridge::sheet::{Case, Cell, RowKind, SheetId};

const X10_RPS: &str = "scenarios.x10.overrides.workload.peak_rps";

fn columns(sheet: &Sheet) -> Vec<String> {
    sheet.session().grid().columns.iter().map(|column| column.label.clone()).collect()
}

/// The labels of the rows of inputs behind name and note.
fn inputs(sheet: &Sheet) -> Vec<String> {
    let rows = sheet.session().grid().rows.iter().skip(2).filter(|row| row.kind == RowKind::Entry);
    rows.map(|row| row.label.clone()).collect()
}

/// The texts of the row with this label.
fn row(sheet: &Sheet, label: &str) -> Vec<String> {
    let place = sheet.session().grid().rows.iter().position(|row| row.label == label);
    let place = place.unwrap_or_else(|| panic!("there is no row {label}"));
    sheet.session().row_view(place).into_iter().map(|view| view.text).collect()
}

#[test]
fn base_and_scenarios_are_columns_and_what_differs_has_rows() {
    let sheet = compared();
    assert_eq!(columns(&sheet), ["Base", "Ten times the traffic", "Cheap people"]);
    assert_eq!(inputs(&sheet), ["Peak traffic at launch", "Base pay of a new hire, Go"]);
    assert_eq!(row(&sheet, "Peak traffic at launch"), ["2,000", "20,000", "2,000"]);
    assert_eq!(row(&sheet, "Base pay of a new hire, Go"), ["175,000", "175,000", "90,000"]);
}

#[test]
fn a_scenario_is_edited_in_place_and_the_base_stays() {
    let mut sheet = compared();
    sheet.one_step(|sheet| sheet.put(X10_RPS, "15k"));
    assert_eq!(row(&sheet, "Peak traffic at launch"), ["2,000", "15,000", "2,000"]);
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 15000"]);
    assert_eq!(sheet.number_of("workload.peak_rps"), 2000.0);
    // And one that it has not overridden yet.
    sheet.one_step(|sheet| sheet.put("scenarios.cheap.overrides.workload.peak_rps", "1"));
    assert_eq!(row(&sheet, "Peak traffic at launch"), ["2,000", "15,000", "1"]);
}

#[test]
fn a_change_of_the_base_flows_through_to_who_does_not_override_it() {
    let mut sheet = compared();
    let npv = |sheet: &Sheet| row(sheet, "Net present value, Go");
    let before = npv(&sheet);
    sheet.one_step(|sheet| sheet.put("base.workload.peak_rps", "4000"));
    assert_eq!(row(&sheet, "Peak traffic at launch"), ["4,000", "20,000", "4,000"]);
    let after = npv(&sheet);
    assert_ne!(before[0], after[0]);
    assert_eq!(before[1], after[1], "ten times the traffic has its own");
    assert_ne!(before[2], after[2]);
    assert_eq!(overrides(&sheet, "cheap").len(), 1, "and nothing was written there");
}

#[test]
fn each_column_shows_what_its_plan_comes_to() {
    let sheet = compared();
    let document = sheet.session().document().clone();
    for (column, id) in [(1, "x10"), (2, "cheap")] {
        let own = document.with_overrides(document.scenario(id).unwrap()).unwrap();
        let evaluation = evaluate(&own);
        for (place, alternative) in own.alternatives.iter().enumerate() {
            let outcome = &evaluation.alternatives[place];
            let money = outcome.money.unwrap();
            let whole = |x: f64| weighbridge::model::amount::number(x, 0);
            let name = &alternative.name;
            assert_eq!(row(&sheet, &format!("Net present value, {name}"))[column], whole(money.npv));
            assert_eq!(row(&sheet, &format!("Total, {name}"))[column], whole(money.total));
            let score = weighbridge::model::amount::number(outcome.score.grouped.unwrap(), 1);
            assert_eq!(row(&sheet, &format!("Score, {name}"))[column], score);
        }
    }
    assert_eq!(row(&sheet, "Scores highest"), ["Go, by 4.6", "Go, by 4.6", "Go, by 4.6"]);
    let cheap = evaluate(&document.with_overrides(document.scenario("cheap").unwrap()).unwrap());
    let mut totals: Vec<f64> = cheap.alternatives.iter().map(|own| own.money.unwrap().total).collect();
    totals.sort_by(f64::total_cmp);
    let lead = weighbridge::model::amount::percent((totals[1] - totals[0]) / totals[1]);
    assert_eq!(row(&sheet, "Costs least")[2], format!("Go, by {lead}"));
}

#[test]
fn an_overridden_cell_says_what_the_base_has_and_goes_back_to_it() {
    let mut sheet = compared();
    let view = sheet.cell(X10_RPS);
    assert_eq!(view.overridden.as_deref(), Some("2,000"));
    assert_eq!(sheet.cell("scenarios.cheap.overrides.workload.peak_rps").overridden, None);
    sheet.select(X10_RPS);
    let at = sheet.at();
    assert!(sheet.session().tooltip(at).contains("Overridden in “Ten times the traffic”; the base has 2,000."));
    assert!(sheet.session().selected_label().contains("overridden, the base has 2,000"));
    assert_eq!(sheet.session().selected_default().as_deref(), Some("2,000"));
    for way in [Command::Clear, Command::Reset(X10_RPS.into())] {
        sheet.select(X10_RPS);
        sheet.one_step(|sheet| drop(sheet.send(way.clone())));
        assert_eq!(overrides(&sheet, "x10"), [] as [&str; 0]);
        sheet.press("Ctrl+Z");
    }
    sheet.select(X10_RPS);
    sheet.one_step(|sheet| sheet.enter("2000"));
    assert_eq!(overrides(&sheet, "x10"), [] as [&str; 0], "what is as in the base differs in nothing");
}

#[test]
fn a_row_and_a_scenario_go_back_in_one_step() {
    let mut sheet = compared();
    sheet.put("scenarios.cheap.overrides.workload.peak_rps", "1");
    sheet.one_step(|sheet| drop(sheet.send(Command::ResetRow(X10_RPS.into()))));
    assert_eq!(inputs(&sheet), ["Base pay of a new hire, Go"]);
    sheet.press("Ctrl+Z");
    sheet.one_step(|sheet| drop(sheet.send(Command::ResetScenario("cheap".into()))));
    assert_eq!(overrides(&sheet, "cheap"), [] as [&str; 0]);
    assert_eq!(overrides(&sheet, "x10").len(), 1);
    sheet.refused(Command::ResetScenario("cheap".into()));
}

#[test]
fn the_mix_stays_whole_in_a_scenario_whatever_the_base_does() {
    let mut sheet = compared();
    sheet.send(Command::Compare(Compare::AllInputs(true)));
    sheet.one_step(|sheet| sheet.put("scenarios.x10.overrides.workload.mix.crud", "50%"));
    let mix = ["workload.mix.crud 0.5", "workload.mix.native 0", "workload.mix.pure 0.5", "workload.peak_rps 20000"];
    assert_eq!(overrides(&sheet, "x10"), mix);
    sheet.one_step(|sheet| sheet.put("base.workload.mix.native", "20%"));
    assert_eq!(overrides(&sheet, "x10"), mix, "the base has another sum to keep now");
    sheet.select("scenarios.x10.overrides.workload.mix.crud");
    sheet.one_step(|sheet| {
        sheet.press("Delete");
    });
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 20000"], "{}", sheet.said());
}

#[test]
fn a_block_is_copied_from_one_column_to_another() {
    let mut sheet = compared();
    sheet.select_range(X10_RPS, "scenarios.x10.overrides.alternatives.go.team.salary");
    sheet.press("Ctrl+C");
    sheet.select("scenarios.cheap.overrides.workload.peak_rps");
    sheet.one_step(|sheet| {
        sheet.press("Ctrl+V");
    });
    assert_eq!(overrides(&sheet, "cheap"), ["workload.peak_rps 20000"], "its salary is the base's now");
    sheet.select_range("base.workload.peak_rps", "scenarios.cheap.overrides.workload.peak_rps");
    sheet.one_step(|sheet| {
        sheet.press("Ctrl+R");
    });
    assert_eq!(overrides(&sheet, "x10"), [] as [&str; 0]);
}

#[test]
fn a_cut_leaves_the_base_behind() {
    let mut sheet = compared();
    sheet.select(X10_RPS);
    sheet.press("Ctrl+X");
    sheet.select("scenarios.cheap.overrides.workload.peak_rps");
    sheet.one_step(|sheet| {
        sheet.press("Ctrl+V");
    });
    assert_eq!(overrides(&sheet, "x10"), [] as [&str; 0]);
    assert!(overrides(&sheet, "cheap").contains(&"workload.peak_rps 20000".to_owned()));
}

#[test]
fn formulas_of_a_column_count_with_that_column() {
    let mut sheet = compared();
    sheet.send(Command::Compare(Compare::AllInputs(true)));
    sheet.one_step(|sheet| sheet.put("scenarios.x10.overrides.workload.connections", "=peak_rps / 2"));
    assert_eq!(sheet.text_of("scenarios.x10.overrides.workload.connections"), "10,000");
    sheet.one_step(|sheet| sheet.put("scenarios.cheap.overrides.workload.connections", "=peak_rps / 2"));
    assert_eq!(sheet.text_of("scenarios.cheap.overrides.workload.connections"), "1,000");
    sheet.put("base.workload.peak_rps", "3000");
    assert_eq!(sheet.text_of("scenarios.cheap.overrides.workload.connections"), "1,500", "the base flows through");
    assert_eq!(sheet.text_of("scenarios.x10.overrides.workload.connections"), "10,000");
    // One that comes to nothing is refused where it stands.
    sheet.select("scenarios.cheap.overrides.workload.egress_flat");
    sheet.type_keys("=1/0");
    sheet.press("Enter");
    assert!(sheet.refusal().contains("divi"), "{}", sheet.refusal());
    sheet.press("Escape");
}

#[test]
fn pointing_names_the_input_of_the_own_column() {
    let mut sheet = compared();
    sheet.send(Command::Compare(Compare::AllInputs(true)));
    sheet.select("scenarios.x10.overrides.workload.connections");
    sheet.type_keys("=");
    let place = |sheet: &Sheet, path: &str| sheet.session().grid().find(&path.into()).unwrap();
    sheet.send(Command::Select(place(&sheet, "base.workload.peak_rps")));
    assert_eq!(sheet.draft(), "=peak_rps");
    let cells: Vec<_> = sheet.session().colored().iter().flat_map(|name| name.cells.clone()).collect();
    assert_eq!(cells, [place(&sheet, X10_RPS)], "and that cell is the one that is marked");
    sheet.press("Enter");
    assert_eq!(sheet.text_of("scenarios.x10.overrides.workload.connections"), "20,000");
    sheet.select("scenarios.x10.overrides.workload.connections");
    sheet.type_keys("=");
    sheet.send(Command::Select(place(&sheet, "base.workload.connections")));
    assert_eq!(sheet.draft(), "=", "{}", sheet.said());
    sheet.press("Escape");
}

#[test]
fn what_does_not_fit_is_refused_in_its_column() {
    let mut sheet = compared();
    sheet.select(X10_RPS);
    sheet.type_keys("many");
    sheet.press("Enter");
    assert!(!sheet.refusal().is_empty());
    sheet.press("Escape");
    sheet.select(X10_RPS);
    sheet.type_keys("-5");
    sheet.press("Enter");
    assert!(sheet.refusal().contains("out of bounds"), "{}", sheet.refusal());
    sheet.press("Escape");
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 20000"]);
}

#[test]
fn a_pinned_column_turns_the_results_of_the_others_into_differences() {
    let mut sheet = compared();
    let plain = row(&sheet, "Total, Go");
    let document = sheet.session().document().clone();
    sheet.send(Command::Compare(Compare::Baseline(Some(Case::Base))));
    assert_eq!(sheet.said(), "Results as differences from Base");
    let total = |id: &str| {
        let own = document.with_overrides(document.scenario(id).unwrap()).unwrap();
        evaluate(&own).outcome("go").unwrap().money.unwrap().total
    };
    let base = evaluate(&document).outcome("go").unwrap().money.unwrap().total;
    let whole = |x: f64| weighbridge::model::amount::number(x, 0);
    let expected =
        [plain[0].clone(), format!("+{}", whole(total("x10") - base)), format!("−{}", whole(base - total("cheap")))];
    assert_eq!(row(&sheet, "Total, Go"), expected);
    assert_eq!(row(&sheet, "Score, Go")[1], "±0.0");
    assert_eq!(row(&sheet, "Scores highest")[1], "Go, by 4.6", "words are as they are");
    sheet.send(Command::Compare(Compare::InPercent(true)));
    let share = weighbridge::model::amount::percent((base - total("cheap")) / base);
    assert_eq!(row(&sheet, "Total, Go")[2], format!("−{share}"));
    // What is copied is the number that is shown, with all its digits.
    sheet.select("scenarios.cheap.results.go.total");
    let copied: f64 = sheet.copied().unwrap().trim().trim_end_matches('%').parse().unwrap();
    crate::support::assert_close(copied / 100.0, (total("cheap") - base) / base);
    sheet.send(Command::Compare(Compare::Baseline(None)));
    assert_eq!(row(&sheet, "Total, Go"), plain);
}

#[test]
fn all_inputs_have_a_row_each_under_the_headings_of_their_sheets() {
    let mut sheet = compared();
    sheet.send(Command::Compare(Compare::AllInputs(true)));
    let paths: Vec<String> = sheet
        .session()
        .grid()
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Entry)
        .filter_map(|row| match row.cells.first() {
            Some(Cell::Input(path)) => path.as_str().strip_prefix("base.").map(str::to_owned),
            _ => None,
        })
        .collect();
    let plan = sheet.session().document();
    for on in SheetId::ALL {
        for line in &sheet.session().lay_out(on).rows {
            for cell in line.cells.iter().filter(|cell| matches!(cell, Cell::Input(_))) {
                let path = cell.path().unwrap().to_string();
                assert_eq!(paths.iter().filter(|other| **other == path).count(), 1, "{path}");
            }
        }
    }
    assert!(paths.iter().all(|path| plan.input(&path.as_str().into()).is_some()));
}

#[test]
fn eight_columns_are_shown_and_any_number_is_kept() {
    let mut plan = plan();
    for number in 0..12 {
        plan.scenarios.push(scenario(&format!("s{number}"), &format!("S{number}"), &[]));
    }
    let mut sheet = Sheet::of(plan);
    sheet.open_sheet(SheetId::Compare);
    assert_eq!(columns(&sheet).len(), 9);
    sheet.send(Command::Compare(Compare::Column("cheap".into(), false)));
    assert_eq!(columns(&sheet)[2], "S0");
    sheet.send(Command::Compare(Compare::Column("s11".into(), true)));
    assert_eq!(sheet.said(), "Column S11 shown in place of S6");
    assert_eq!(columns(&sheet).last().unwrap(), "S11");
    assert_eq!(columns(&sheet).len(), 9);
    // Going to a cell of one without a column gives it one.
    sheet.send(Command::GoTo("scenarios.cheap.overrides.alternatives.go.team.salary".into()));
    assert!(columns(&sheet).contains(&"Cheap people".to_owned()));
    assert_eq!(sheet.selected(), "scenarios.cheap.overrides.alternatives.go.team.salary");
}

#[test]
fn without_a_scenario_the_sheet_says_what_one_is() {
    let mut sheet = Sheet::open("blank");
    sheet.open_sheet(SheetId::Compare);
    assert_eq!(columns(&sheet), ["Base"]);
    assert!(sheet.session().grid().rows.iter().any(|row| row.help.starts_with("There is no scenario yet.")));
    add(&mut sheet);
    assert_eq!(columns(&sheet), ["Base", "Scenario"]);
    assert_eq!(sheet.selected(), "scenarios.scenario.name");
}

#[test]
fn a_scenario_is_named_in_its_column() {
    let mut sheet = compared();
    sheet.one_step(|sheet| sheet.put("scenarios.x10.name", "Launch day"));
    assert_eq!(columns(&sheet)[1], "Launch day");
    sheet.one_step(|sheet| sheet.put("scenarios.x10.note", "If the press comes"));
    assert_eq!(sheet.value_of("scenarios.x10.note"), Value::Text("If the press comes".into()));
    sheet.one_step(|sheet| sheet.put("title", "Which language"));
    assert_eq!(sheet.session().document().title, "Which language");
}

#[test]
fn a_base_that_would_break_a_scenario_is_refused_and_names_it() {
    let mut plan = plan();
    plan.scenarios.push(scenario("half", "Half", &[("criteria.C1.best", Value::Number(3.0))]));
    let mut sheet = Sheet::of(plan);
    sheet.open_sheet(SheetId::Compare);
    sheet.send(Command::Compare(Compare::AllInputs(true)));
    let worst = sheet.session().document().criterion("C1").unwrap().worst.central();
    assert_ne!(worst, 3.0);
    let said = sheet.refused(Command::Write(vec![("base.criteria.C1.worst".into(), "3".into())], "Worst".into()));
    assert!(said.contains("scenarios.half"), "{said}");
}
