//! A sheet leaves as comma-separated text, and what somebody changed in it elsewhere comes back as that change alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use support::{cases, random, starter};
use weighbridge::edit::{Edit, apply};
use weighbridge::evaluate::evaluate;
use weighbridge::export::csv;
use weighbridge::model::{Path, Plan, Range, Value};
use weighbridge::sheet::{Cell, Grid, SheetId, result_number, writes_of};
use weighbridge::starter::STARTERS;

fn export(plan: &Plan, sheet: SheetId) -> String {
    let evaluation = plan.faults().is_empty().then(|| evaluate(plan));
    csv::sheet(plan, evaluation.as_ref(), sheet)
}

/// The fields by a reader that knows nothing but RFC 4180.
fn fields(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => field.push(rest.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'), "lines end in CR LF");
                line.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut line));
            }
            '\n' if !quoted => panic!("a bare line feed"),
            c => field.push(c),
        }
    }
    assert!(!quoted && field.is_empty() && line.is_empty(), "the last line ends, too");
    lines
}

/// The exported line with this label.
#[track_caller]
fn line(text: &str, label: &str) -> Vec<String> {
    fields(text).into_iter().find(|line| line[0] == label).unwrap_or_else(|| panic!("no line {label}: {text}"))
}

fn set(plan: &mut Plan, path: &str, value: Value) {
    apply(plan, Edit::Set(path.into(), value)).unwrap();
}

/// What comes back when one piece of the text is another, as the writes of paths.
#[track_caller]
fn edited(plan: &Plan, sheet: SheetId, old: &str, new: &str) -> Vec<(String, Value)> {
    let text = export(plan, sheet);
    assert_eq!(text.matches(old).count(), 1, "{old} stands once in {text}");
    let writes = csv::read_sheet(&text.replacen(old, new, 1), plan).unwrap();
    writes.into_iter().map(|(path, value)| (path.to_string(), value)).collect()
}

#[test]
fn a_sheet_has_a_header_units_headings_and_numbers_in_full() {
    let mut plan = starter("blank");
    set(&mut plan, "workload.price_gb_hour", Value::Number(0.004_445_123_456_789));
    let text = export(&plan, SheetId::Workload);
    let lines = fields(&text);
    assert_eq!(lines[0], ["Workload", "Unit", "All", "Go", "Node.js", "Python"]);
    assert!(lines.iter().all(|line| line.len() == 6), "{text}");
    assert_eq!(lines[1], ["Traffic", "", "", "", "", ""]);
    assert_eq!(line(&text, "Peak traffic at launch")[1..3], ["requests/s", "100"].map(String::from), "{text}");
    assert!(text.contains(",0.004445123456789,"), "{text}");
    let evaluation = evaluate(&plan);
    let cores = result_number(&plan, &evaluation, &"results.go.months.1.cores".into()).unwrap();
    assert_eq!(line(&text, "Cores busy, month 1")[3].parse::<f64>().unwrap(), cores);
}

#[test]
fn per_cent_are_per_cent_and_a_range_is_one_quoted_field() {
    let mut plan = starter("blank");
    set(&mut plan, "team.attrition", Value::Number(0.132));
    set(&mut plan, "settings.discount_rate", Value::Range(Range::Pert(0.05, 0.1, 0.2)));
    let text = export(&plan, SheetId::Team);
    assert_eq!(line(&text, "Attrition")[1..3], ["% a year", "13.2"].map(String::from));
    assert!(text.contains(",\"pert(5%, 10%, 20%)\","), "{text}");
    assert_eq!(line(&text, "Suggested probability")[1], "%", "a result in per cent says so");
    assert_eq!(edited(&plan, SheetId::Team, ",13.2,", ",15,"), [("team.attrition".into(), Value::Number(0.15))]);
}

#[test]
fn quotes_stand_only_where_they_must() {
    let mut plan = starter("blank");
    for (name, written) in [
        ("Plain words", "Plain words"),
        ("Commas, two", "\"Commas, two\""),
        ("The \"old\" one", "\"The \"\"old\"\" one\""),
        ("two\nlines", "\"two\nlines\""),
    ] {
        set(&mut plan, "profiles.go-net-http.name", Value::Text(name.into()));
        let text = export(&plan, SheetId::Profiles);
        assert!(text.contains(&format!("\r\n{written},")), "{name}: {text}");
        assert_eq!(line(&text, name)[2], name);
    }
}

#[test]
fn no_text_is_a_formula_elsewhere_and_numbers_stay_numbers() {
    let mut plan = starter("blank");
    for name in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1"] {
        set(&mut plan, "alternatives.go.name", Value::Text(name.into()));
        let text = export(&plan, SheetId::Workload);
        assert_eq!(fields(&text)[0][3], format!("'{name}"), "a header");
        assert_eq!(line(&text, "Name")[3], format!("'{name}"), "a cell");
        assert_eq!(csv::read_sheet(&text, &plan), Ok(Vec::new()), "{name}");
        let renamed = edited(&plan, SheetId::Workload, "#0072b2", "#123456");
        assert_eq!(renamed, [("alternatives.go.color".into(), Value::Text("#123456".into()))]);
    }
    set(&mut plan, "workload.growth", Value::Number(-0.05));
    assert_eq!(line(&export(&plan, SheetId::Workload), "Traffic growth")[2], "-5");
}

#[test]
fn a_text_typed_elsewhere_loses_the_guard_and_nothing_else() {
    let plan = starter("blank");
    for (typed, name) in [("'=x", "=x"), ("''=x", "'=x"), ("'quoted'", "'quoted'")] {
        let text = export(&plan, SheetId::Profiles);
        let own = "\r\nGo net/http,,Go net/http,";
        let writes = csv::read_sheet(&text.replacen(own, &format!("\r\nGo net/http,,{typed},"), 1), &plan).unwrap();
        assert_eq!(writes, [("profiles.go-net-http.name".into(), Value::Text(name.into()))]);
    }
}

#[test]
fn what_was_not_touched_is_no_write() {
    for known in STARTERS {
        let plan = known.plan();
        for sheet in SheetId::ALL {
            assert_eq!(csv::read_sheet(&export(&plan, sheet), &plan), Ok(Vec::new()), "{} {sheet:?}", known.id);
        }
    }
}

#[test]
fn an_edited_cell_is_one_write_and_a_formula_left_alone_stays() {
    let mut plan = starter("blank");
    set(&mut plan, "workload.connections", Value::Formula("=peak_rps * 5".into()));
    set(&mut plan, "workload.peak_rps", Value::Number(1234.5));
    assert_eq!(
        edited(&plan, SheetId::Workload, ",1234.5,", ",2000,"),
        [("workload.peak_rps".into(), Value::Number(2000.0))]
    );
    assert_eq!(
        edited(&plan, SheetId::Workload, ",6172.5,", ",7,"),
        [("workload.connections".into(), Value::Number(7.0))]
    );
    assert_eq!(edited(&plan, SheetId::Workload, ",6172.5,", ",6172.50,"), [], "the same number");
    assert_eq!(
        edited(&plan, SheetId::Workload, ",6172.5,", ",6172.500000001,"),
        [("workload.connections".into(), Value::Number(6172.500000001))]
    );
    assert_eq!(edited(&plan, SheetId::Workload, ",6172.5,", ",6172.50000000000001,"), [], "rounded to fifteen digits");
    assert_eq!(
        edited(&plan, SheetId::Workload, ",6172.5,", ",=peak_rps,"),
        [("workload.connections".into(), Value::Formula("=peak_rps".into()))]
    );
    let writes = csv::read_sheet(&export(&plan, SheetId::Workload).replacen(",1234.5,", ",2000,", 1), &plan).unwrap();
    let edit = Edit::Many(writes_of(&plan, writes).into_iter().map(|(path, value)| Edit::Set(path, value)).collect());
    apply(&mut plan, edit).unwrap();
    assert_eq!(plan.value(&"workload.connections".into()), Some(Value::Number(10_000.0)));
}

#[test]
fn other_programs_may_write_other_line_ends_a_mark_and_empty_ends() {
    let plan = starter("ml-inference");
    let text = export(&plan, SheetId::Team);
    for other in [
        format!("\u{feff}{text}"),
        text.replace("\r\n", "\n"),
        text.replace("\r\n", ",,\r\n"),
        format!("{text},,\r\n\r\n"),
        text.lines().map(|line| line.trim_end_matches(',').to_owned() + "\n").collect(),
    ] {
        assert_eq!(csv::read_sheet(&other, &plan), Ok(Vec::new()));
    }
}

#[test]
fn while_a_formula_has_an_error_results_are_empty_and_the_rest_comes_back() {
    let mut plan = starter("blank");
    set(&mut plan, "workload.connections", Value::Formula("=1/0".into()));
    let text = export(&plan, SheetId::Workload);
    assert_eq!(line(&text, "Cores busy, month 1")[3], "");
    assert!(text.contains(",error,"), "{text}");
    assert_eq!(csv::read_sheet(&text, &plan), Ok(Vec::new()));
}

#[test]
fn another_layout_is_refused_with_a_sentence() {
    let plan = starter("blank");
    let text = export(&plan, SheetId::Workload);
    let mut renamed = plan.clone();
    set(&mut renamed, "alternatives.go.name", Value::Text("Golang".into()));
    let lines: Vec<&str> = text.split_inclusive("\r\n").collect();
    let mut swapped = lines.clone();
    swapped.swap(2, 3);
    let refused = |text: &str| csv::read_sheet(text, &plan).unwrap_err().to_string();
    for (text, message) in [
        (
            String::new(),
            "the text does not begin with the name of a sheet; expected one of Criteria, Workload, Team, Profiles.",
        ),
        (
            "a,b\r\n1,2\r\n".into(),
            "the text does not begin with the name of a sheet; expected one of Criteria, Workload, Team, Profiles.",
        ),
        (lines[..lines.len() - 1].concat(), "lines; the sheet Workload of this plan has"),
        (export(&renamed, SheetId::Workload), "line 1 has “Golang” where the sheet of this plan has “Go”."),
        (swapped.concat(), "line 3 has “Traffic growth” where the sheet of this plan has “Peak traffic at launch”."),
        (
            text.replacen("Traffic,,,", "Traffic,,,mine", 1),
            "line 2 has “mine” where the sheet of this plan has no cell.",
        ),
        (text.replacen(",100,", ",many,", 1), "workload.peak_rps: “many” is not a number."),
        (text.replacen(",100,", ",-1,", 1), "workload.peak_rps: -1 is out of bounds; expected a number from 0 up."),
        (text.replacen(",100,", ",,", 1), "workload.peak_rps: a number is missing."),
        ("x".repeat(5_000_001), "the text has 5000001 bytes; expected at most 5000000."),
    ] {
        let found = refused(&text);
        assert!(found.contains(message), "{found}");
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_plan_comes_back_unchanged_and_any_one_edit_is_that_edit(
        plan in random::plan(), at in any::<Index>(), sheet in any::<Index>(), number in 1..9_u32
    ) {
        let sheet = *sheet.get(&SheetId::ALL);
        let text = export(&plan, sheet);
        let mut lines = fields(&text);
        prop_assert_eq!(csv::read_sheet(&text, &plan), Ok(Vec::new()));
        // Another number in one cell that takes numbers.
        let grid = Grid::of(&plan, sheet);
        let mut cells: Vec<(usize, usize, Path)> = Vec::new();
        for (row, line) in grid.rows.iter().enumerate() {
            for (column, cell) in line.cells.iter().enumerate() {
                if let Cell::Input(path) = cell && plan.input(path).unwrap().kind.unit().is_some() {
                    cells.push((row, column, path.clone()));
                }
            }
        }
        let (row, column, path) = at.get(&cells).clone();
        lines[row + 1][column + 2] = number.to_string();
        let quoted = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
        let text: String = lines.iter().map(|line| line.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n").collect();
        match csv::read_sheet(&text, &plan) {
            Ok(writes) => {
                prop_assert!(writes.len() <= 1, "{writes:?}");
                let before = plan.value(&path).unwrap();
                let is_same = writes.is_empty();
                prop_assert_eq!(is_same, writes.first().is_none_or(|(at, value)| *at != path || *value == before));
            }
            Err(problem) => prop_assert_eq!(problem.path, Some(path)),
        }
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,60}", cells in "(Team|Criteria),Unit[A-Za-z,\"\r\n=]{0,80}") {
        prop_assert!(csv::read_sheet(&text, &Plan::default()).is_err());
        prop_assert!(csv::read_sheet(&cells, &Plan::default()).is_err());
    }
}
