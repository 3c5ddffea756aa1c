//! Things are renamed, added, copied, moved and removed: formulas go on meaning what they meant.

use crate::support::Sheet;
use weighbridge::edit::structure::{Addition, Thing};
use weighbridge::model::Value;
use weighbridge::session::Command;

fn formula(sheet: &Sheet, path: &str) -> String {
    match sheet.value_of(path) {
        Value::Formula(text) => text,
        other => panic!("{path} holds {other}"),
    }
}

fn number(sheet: &Sheet, path: &str) -> f64 {
    sheet.session().plan().value(&path.into()).unwrap().central().unwrap()
}

#[test]
fn a_renamed_alternative_or_criterion_keeps_its_formulas() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C2.weight", "=C1.weight + go.salary / 175000");
    let before = number(&sheet, "criteria.C2.weight");
    let rename = |path: &str, name: &str| Command::Write(vec![(path.into(), name.into())], "Name".into());
    sheet.send(rename("criteria.C1.name", "Speed"));
    sheet.send(rename("alternatives.go.name", "Golang"));
    assert_eq!(formula(&sheet, "criteria.C2.weight"), "=C1.weight + go.salary / 175000");
    assert_eq!(number(&sheet, "criteria.C2.weight"), before);
}

#[test]
fn what_refers_to_something_that_is_removed_says_so_and_undo_brings_it_back() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C2.weight", "=C1.weight * 2");
    sheet.put("criteria.C3.weight", "=IFERROR(C1.weight, 1)");
    let before = sheet.file();
    sheet.one_step(|sheet| {
        sheet.send(Command::Remove(Thing::Criterion("C1".into())));
    });
    assert_eq!(formula(&sheet, "criteria.C2.weight"), "=#REF! * 2");
    let problem = sheet.cell("criteria.C2.weight").problem.unwrap();
    assert!(problem.contains("gone"), "{problem}");
    assert_eq!(number(&sheet, "criteria.C3.weight"), 1.0, "a formula may provide for it");
    // It is kept like that, and comes back like that.
    let again = weighbridge::file::read(&sheet.file()).unwrap();
    assert_eq!(weighbridge::file::write(&again), sheet.file());
    assert_eq!(again.faults(), sheet.session().plan().faults());
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.file(), before);
    assert_eq!(number(&sheet, "criteria.C2.weight"), 2.0 * number(&sheet, "criteria.C1.weight"));
}

#[test]
fn a_name_that_would_become_unclear_is_made_longer() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C1.weight", "=overhead_ms + 1");
    assert!(sheet.refusal().contains("name more of it"), "there are several profiles already");
    sheet.press("Escape");
    // One role has this input, so its name alone is clear; with two of them it is not.
    sheet.send(Command::Remove(Thing::Role(1)));
    sheet.put("criteria.C1.weight", "=headcount + 1");
    let before = number(&sheet, "criteria.C1.weight");
    sheet.one_step(|sheet| {
        sheet.send(Command::Add(Addition::Role));
    });
    assert_ne!(formula(&sheet, "criteria.C1.weight"), "=headcount + 1");
    assert_eq!(number(&sheet, "criteria.C1.weight"), before);
    sheet.send(Command::Shift(Thing::Role(0), 1));
    assert_eq!(number(&sheet, "criteria.C1.weight"), before, "{}", formula(&sheet, "criteria.C1.weight"));
}

#[test]
fn formulas_move_with_the_rows_they_stand_in() {
    let mut sheet = Sheet::open("blank");
    sheet.put("team.other_roles.0.salary", "=existing_salary * 1.5");
    sheet.put("team.other_roles.1.salary", "=other_roles.0.salary + 1");
    sheet.one_step(|sheet| {
        sheet.send(Command::Shift(Thing::Role(0), 1));
    });
    assert_eq!(formula(&sheet, "team.other_roles.1.salary"), "=existing_salary * 1.5");
    assert_eq!(number(&sheet, "team.other_roles.0.salary"), 225_001.0);
    sheet.send(Command::Remove(Thing::Role(1)));
    assert_eq!(formula(&sheet, "team.other_roles.0.salary"), "=#REF! + 1");
}

#[test]
fn a_copy_refers_to_itself_where_the_first_did() {
    let mut sheet = Sheet::open("blank");
    sheet.put("alternatives.go.team.fill_weeks", "=salary / 10000");
    sheet.put("criteria.C12.scores.go", "=10 - salary / 50000");
    sheet.one_step(|sheet| {
        sheet.send(Command::Duplicate(Thing::Alternative("go".into())));
    });
    sheet.put("alternatives.go-2.team.salary", "100000");
    assert_eq!(number(&sheet, "alternatives.go-2.team.fill_weeks"), 10.0);
    assert_eq!(number(&sheet, "alternatives.go.team.fill_weeks"), 17.5);
    assert_eq!(number(&sheet, "criteria.C12.scores.go-2"), 8.0);
}

#[test]
fn a_pattern_takes_in_what_is_added() {
    let mut sheet = Sheet::open("blank");
    sheet.put("workload.peak_rps", "=SUM(criteria.*.weight)");
    let before = number(&sheet, "workload.peak_rps");
    sheet.send(Command::Add(Addition::Criterion("performance".into())));
    sheet.put("criteria.C20.weight", "3");
    assert_eq!(number(&sheet, "workload.peak_rps"), before + 3.0);
}
