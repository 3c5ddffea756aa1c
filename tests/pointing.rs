//! A formula is typed with arrows and clicks: Point mode, other sheets, suggestions and the colours of names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::model::Value;
use weighbridge::session::{Command, Mode};
use weighbridge::sheet::{CellRef, SheetId};

fn at(sheet: &Sheet, path: &str) -> CellRef {
    sheet.session().grid().find(&path.into()).unwrap_or_else(|| panic!("{path} is not in sight"))
}

fn click(sheet: &mut Sheet, path: &str) {
    let at = at(sheet, path);
    sheet.send(Command::Select(at));
}

#[test]
fn behind_an_operator_arrows_choose_a_cell_and_typing_goes_on_behind_its_name() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=");
    sheet.press("Up");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("=C1.weight", Mode::Point));
    sheet.press("Right");
    assert_eq!(sheet.draft(), "=C1.go", "the next arrow chooses another cell in its place");
    sheet.press("Left");
    sheet.type_keys("*2+");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("=C1.weight*2+", Mode::Enter));
    sheet.press("Down");
    assert_eq!(sheet.draft(), "=C1.weight*2+C3.weight");
    sheet.press("Enter");
    assert_eq!(sheet.value_of("criteria.C2.weight"), Value::Formula("=C1.weight*2+C3.weight".into()));
    assert_eq!(sheet.selected(), "criteria.C3.weight", "Enter goes down from the cell that was edited");
}

#[test]
fn behind_a_number_arrows_take_what_was_typed() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=1+2");
    sheet.press("Down");
    assert_eq!(sheet.session().mode(), Mode::Ready);
    assert_eq!(sheet.value_of("criteria.C2.weight"), Value::Formula("=1+2".into()));
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=10%");
    sheet.press("Down");
    assert_eq!(sheet.session().mode(), Mode::Ready, "per cent ends a value");
}

#[test]
fn a_click_names_a_cell_whatever_the_mode_and_a_second_click_another_one() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C2.weight");
    sheet.press("F2");
    sheet.send(Command::TypeAt("=SUM(, 1)".into(), 5));
    click(&mut sheet, "criteria.C5.weight");
    assert_eq!(sheet.draft(), "=SUM(C5.weight, 1)");
    assert_eq!(sheet.session().draft().caret, "=SUM(C5.weight".len());
    click(&mut sheet, "criteria.C4.weight");
    assert_eq!(sheet.draft(), "=SUM(C4.weight, 1)");
    // In Edit mode arrows belong to the text.
    sheet.send(Command::TypeAt("=SUM(C4.weight+, 1)".into(), 15));
    assert_eq!(sheet.session().mode(), Mode::Edit);
    assert!(!sheet.press("Left"));
}

#[test]
fn several_cells_are_named_one_by_one_or_by_a_pattern() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C9.weight");
    sheet.type_keys("=SUM(");
    click(&mut sheet, "criteria.C1.weight");
    let last = at(&sheet, "criteria.C3.weight");
    sheet.send(Command::SelectTo(last));
    assert_eq!(sheet.draft(), "=SUM(C1.weight, C2.weight, C3.weight");
    sheet.press("Shift+Up");
    assert_eq!(sheet.draft(), "=SUM(C1.weight, C2.weight");
    let (first, last) = (at(&sheet, "criteria.C1.scores.go"), at(&sheet, "criteria.C1.scores.python"));
    sheet.send(Command::SelectRange(first, last));
    assert_eq!(sheet.draft(), "=SUM(criteria.C1.scores.*");
}

#[test]
fn a_formula_names_cells_of_another_sheet_and_comes_back() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=");
    sheet.press("Alt+Down");
    assert_eq!(sheet.session().sheet(), SheetId::Workload);
    assert_eq!(sheet.session().edited_elsewhere().unwrap().1.as_str(), "criteria.C2.weight");
    click(&mut sheet, "workload.peak_rps");
    assert_eq!(sheet.draft(), "=peak_rps");
    sheet.type_keys("/100");
    sheet.one_step(|sheet| {
        sheet.press("Enter");
    });
    assert_eq!(sheet.session().sheet(), SheetId::Criteria);
    assert_eq!(sheet.value_of("criteria.C2.weight"), Value::Formula("=peak_rps/100".into()));
}

#[test]
fn escape_comes_back_too_and_nothing_has_changed() {
    let mut sheet = Sheet::open("blank");
    let before = sheet.file();
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=");
    sheet.send(Command::OpenSheet(SheetId::Team));
    click(&mut sheet, "team.hires");
    sheet.press("Escape");
    assert_eq!((sheet.session().sheet(), sheet.selected().as_str()), (SheetId::Criteria, "criteria.C2.weight"));
    assert_eq!(sheet.file(), before);
    // Another sheet while no name is waited for takes what was typed.
    sheet.type_keys("=3");
    sheet.send(Command::OpenSheet(SheetId::Team));
    assert_eq!(sheet.session().mode(), Mode::Ready);
    assert_eq!(sheet.value_of("criteria.C2.weight"), Value::Formula("=3".into()));
}

#[test]
fn a_name_is_the_shortest_in_its_column() {
    let mut sheet = Sheet::open("blank");
    sheet.select("alternatives.go.team.fill_weeks");
    sheet.type_keys("=");
    click(&mut sheet, "alternatives.go.team.salary");
    assert_eq!(sheet.draft(), "=salary");
    click(&mut sheet, "alternatives.node.team.salary");
    assert_eq!(sheet.draft(), "=node.salary");
}

#[test]
fn results_cannot_be_named_and_that_is_said() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=");
    click(&mut sheet, "results.go.score.grouped");
    assert_eq!(sheet.draft(), "=");
    assert!(sheet.said().contains("cannot name"), "{}", sheet.said());
}

#[test]
fn suggestions_follow_the_word_at_the_caret() {
    let mut sheet = Sheet::open("blank");
    let offered =
        |sheet: &Sheet| -> Vec<String> { sheet.session().suggestions().0.into_iter().map(|line| line.name).collect() };
    sheet.select("criteria.C2.weight");
    sheet.type_keys("pe");
    assert!(offered(&sheet).is_empty(), "only formulas have names");
    sheet.press("Escape");
    sheet.type_keys("=pea");
    assert_eq!(offered(&sheet).first().map(String::as_str), Some("peak_rps"));
    sheet.press("Tab");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("=peak_rps", Mode::Enter));
    assert!(offered(&sheet).is_empty());
    sheet.type_keys("*ro");
    assert!(offered(&sheet).contains(&"ROUND(".to_owned()), "{:?}", offered(&sheet));
    sheet.press("Down");
    let (lines, marked) = sheet.session().suggestions();
    let first = lines[marked.unwrap()].name.clone();
    sheet.press("Enter");
    assert_eq!(sheet.draft(), format!("=peak_rps*{first}"));
    assert_eq!(sheet.session().draft().caret, sheet.draft().len());
}

#[test]
fn without_a_marked_suggestion_enter_takes_the_formula() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=C1.weigh");
    assert!(!sheet.session().suggestions().0.is_empty());
    sheet.press("Enter");
    assert!(sheet.refusal().contains("is no input"), "{}", sheet.refusal());
    sheet.type_keys("t");
    sheet.press("Enter");
    assert_eq!(sheet.value_of("criteria.C2.weight"), Value::Formula("=C1.weight".into()));
}

#[test]
fn names_have_colours_and_their_cells() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C2.weight");
    sheet.type_keys("=C1.weight+peak_rps*C1.weight+nothing");
    let colored = sheet.session().colored();
    let colors: Vec<usize> = colored.iter().map(|name| name.color).collect();
    assert_eq!(colors, [0, 1, 0]);
    assert_eq!(colored[0].cells, [at(&sheet, "criteria.C1.weight")]);
    assert!(colored[1].cells.is_empty(), "that one is on another sheet");
    assert_eq!(&sheet.draft()[colored[1].span.clone()], "peak_rps");
    sheet.press("Escape");
    assert!(sheet.session().colored().is_empty());
}

#[test]
fn moving_a_formula_keeps_what_it_refers_to() {
    let mut sheet = Sheet::open("blank");
    sheet.put("alternatives.go.team.fill_weeks", "=salary / 10000");
    sheet.select("alternatives.go.team.fill_weeks");
    sheet.send(Command::Cut);
    let clip = sheet.session().copied().unwrap();
    sheet.select("alternatives.node.team.fill_weeks");
    sheet.one_step(|sheet| {
        sheet.send(Command::Paste(clip.clone(), weighbridge::session::Pasted::All));
    });
    let weeks = |id: &str| sheet.session().plan().alternative(id).unwrap().team.fill_weeks.central();
    assert_eq!(weeks("node"), 17.5, "it is Go's salary still");
    assert_eq!(weeks("go"), 11.0, "the default is back");
}
