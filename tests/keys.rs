//! Every row of the table of keys: from a cell, keys lead to a cell, a selection, a text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::session::{Ask, Command, KEYMAP, Key, Mode, Modes, Part, command_for, keys_of};

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

/// From a cell, these keys, to that cell, with this selection (`first last`; empty: the cell alone).
const MOVES: &[(&str, &str, &str, &str)] = &[
    ("criteria.C2.scores.go", "Up", "criteria.C1.scores.go", ""),
    ("criteria.C2.scores.go", "Down", "criteria.C3.scores.go", ""),
    ("criteria.C2.scores.go", "Left", "criteria.C2.weight", ""),
    ("criteria.C2.scores.go", "Right", "criteria.C2.scores.node", ""),
    ("criteria.C2.scores.go", "Right Right Right Right Right Right", "criteria.C2.group", ""),
    // The edge of the data region.
    ("criteria.C2.scores.go", "Ctrl+Right", "criteria.C2.group", ""),
    ("criteria.C2.scores.go", "Ctrl+Left", "criteria.C2.weight", ""),
    ("criteria.C2.threshold", "Ctrl+Down", "criteria.C5.threshold", ""),
    ("criteria.C2.threshold", "Ctrl+Down Ctrl+Down", "criteria.C6.threshold", ""),
    ("criteria.C7.threshold", "Ctrl+Up", "criteria.C6.threshold", ""),
    ("criteria.C7.threshold", "Ctrl+Up Ctrl+Up", "criteria.C5.threshold", ""),
    ("criteria.C2.scores.go", "Ctrl+Down", "results.go.score.grouped", ""),
    ("criteria.C2.weight", "Ctrl+Down", "criteria.C19.weight", ""),
    ("workload.peak_rps", "Ctrl+Down", "workload.launch_month", ""),
    ("workload.launch_month", "Ctrl+Down", "workload.app_cpu_ms", ""),
    // Selecting.
    (
        "criteria.C2.scores.go",
        "Shift+Down Shift+Right",
        "criteria.C2.scores.go",
        "criteria.C2.scores.go criteria.C3.scores.node",
    ),
    (
        "criteria.C2.scores.go",
        "Shift+Up Shift+Left",
        "criteria.C2.scores.go",
        "criteria.C1.weight criteria.C2.scores.go",
    ),
    ("criteria.C2.scores.go", "Shift+Down Shift+Up", "criteria.C2.scores.go", ""),
    ("criteria.C2.scores.go", "Shift+Down Down", "criteria.C3.scores.go", ""),
    ("criteria.C2.scores.go", "Ctrl+Shift+Right", "criteria.C2.scores.go", "criteria.C2.scores.go criteria.C2.group"),
    ("criteria.C2.scores.go", "Ctrl+Shift+Left", "criteria.C2.scores.go", "criteria.C2.weight criteria.C2.scores.go"),
    (
        "criteria.C2.threshold",
        "Ctrl+Shift+Down",
        "criteria.C2.threshold",
        "criteria.C2.threshold criteria.C5.threshold",
    ),
    ("criteria.C4.threshold", "Ctrl+Shift+Up", "criteria.C4.threshold", "criteria.C1.threshold criteria.C4.threshold"),
    ("workload.launch_month", "Shift+Down", "workload.launch_month", "workload.launch_month workload.app_cpu_ms"),
    // Ends of the row and of the sheet.
    ("criteria.C3.scores.node", "Home", "criteria.C3.weight", ""),
    ("criteria.C3.scores.node", "End", "criteria.C3.group", ""),
    ("criteria.C3.scores.node", "Shift+Home", "criteria.C3.scores.node", "criteria.C3.weight criteria.C3.scores.node"),
    ("criteria.C3.scores.node", "Shift+End", "criteria.C3.scores.node", "criteria.C3.scores.node criteria.C3.group"),
    ("criteria.C3.scores.node", "Ctrl+Home", "groups.performance.weight", ""),
    ("criteria.C3.scores.node", "Ctrl+End", "results.python.score.grouped", ""),
    (
        "criteria.C1.scores.go",
        "Ctrl+Shift+Home",
        "criteria.C1.scores.go",
        "groups.performance.weight criteria.C1.scores.go",
    ),
    (
        "criteria.C19.scores.go",
        "Ctrl+Shift+End",
        "criteria.C19.scores.go",
        "criteria.C19.scores.go results.python.score.grouped",
    ),
    // A screen of thirteen rows, keeping one.
    ("criteria.C1.weight", "PageDown", "criteria.C12.weight", ""),
    ("criteria.C12.weight", "PageUp", "criteria.C1.weight", ""),
    ("criteria.C1.weight", "Shift+PageDown", "criteria.C1.weight", "criteria.C1.weight criteria.C12.weight"),
    ("criteria.C12.weight", "Shift+PageUp", "criteria.C12.weight", "criteria.C1.weight criteria.C12.weight"),
    // Tab and Enter.
    ("criteria.C2.weight", "Tab", "criteria.C2.scores.go", ""),
    ("criteria.C2.scores.go", "Shift+Tab", "criteria.C2.weight", ""),
    ("criteria.C2.scores.go", "1 Tab 2 Tab 3 Enter", "criteria.C3.scores.go", ""),
    ("criteria.C2.weight", "1 Enter", "criteria.C3.weight", ""),
    ("criteria.C2.weight", "1 Shift+Enter", "criteria.C1.weight", ""),
    ("criteria.C2.weight", "Shift+Enter", "criteria.C1.weight", ""),
    // All, columns, rows. The group of the last criterion is its last cell; the score has none, nor has a group a weight.
    ("criteria.C2.scores.go", "Ctrl+A", "criteria.C2.scores.go", "groups.performance.weight -"),
    ("workload.growth", "Ctrl+A", "workload.growth", "workload.peak_rps workload.launch_month"),
    ("criteria.C2.scores.go", "Shift+Space", "criteria.C2.scores.go", "criteria.C2.weight criteria.C2.group"),
    (
        "criteria.C2.scores.go",
        "Ctrl+Space",
        "criteria.C2.scores.go",
        "results.go.score.by_group.performance results.go.score.grouped",
    ),
    (
        "criteria.C2.scores.go",
        "Shift+Down Shift+Space",
        "criteria.C2.scores.go",
        "criteria.C2.weight criteria.C3.group",
    ),
    // The next sheet, and back.
    ("criteria.C2.scores.go", "Alt+Down", "workload.peak_rps", ""),
    ("criteria.C2.scores.go", "Alt+Down Alt+Up", "criteria.C2.scores.go", ""),
    ("criteria.C2.scores.go", "Alt+Up", "criteria.C2.scores.go", ""),
];

#[test]
fn keys_lead_where_hands_expect() {
    for (from, keys, to, range) in MOVES {
        let mut sheet = sheet();
        sheet.select(from);
        for key in keys.split(' ') {
            sheet.press(key);
        }
        let range = if range.is_empty() { to } else { range };
        assert_eq!((sheet.selected().as_str(), sheet.range().as_str()), (*to, *range), "{keys} from {from}");
        assert_eq!(sheet.session().mode(), Mode::Ready, "{keys}");
    }
}

/// Inputs and their numbers.
type Numbers = &'static [(&'static str, f64)];

/// From a cell, these keys; then these inputs hold these numbers.
const EDITS: &[(&str, &str, Numbers)] = &[
    ("criteria.C1.scores.go", "7 Enter", &[("criteria.C1.scores.go", 7.0)]),
    ("criteria.C1.scores.go", "7 Tab", &[("criteria.C1.scores.go", 7.0), ("criteria.C1.scores.node", 8.0)]),
    ("criteria.C1.scores.go", "7 Shift+Tab", &[("criteria.C1.scores.go", 7.0), ("criteria.C1.weight", 5.0)]),
    ("criteria.C1.scores.go", "7 Down", &[("criteria.C1.scores.go", 7.0), ("criteria.C2.scores.go", 8.0)]),
    ("criteria.C1.scores.go", "7 Escape", &[("criteria.C1.scores.go", 9.0)]),
    ("workload.peak_rps", "F2 Backspace 5 Enter", &[("workload.peak_rps", 2005.0)]),
    ("workload.peak_rps", "Enter Backspace 5 Enter", &[("workload.peak_rps", 2005.0)]),
    ("criteria.C1.scores.go", "7 Enter Up Delete", &[("criteria.C1.scores.go", 9.0)]),
    ("criteria.C1.scores.go", "7 Enter Up Backspace", &[("criteria.C1.scores.go", 9.0)]),
    (
        "criteria.C1.scores.go",
        "Ctrl+C Right Ctrl+V",
        &[("criteria.C1.scores.go", 9.0), ("criteria.C1.scores.node", 9.0)],
    ),
    ("criteria.C1.scores.go", "Ctrl+C Right Ctrl+Shift+V", &[("criteria.C1.scores.node", 9.0)]),
    (
        "criteria.C1.scores.go",
        "7 Enter Up Ctrl+X Right Ctrl+V",
        &[("criteria.C1.scores.go", 9.0), ("criteria.C1.scores.node", 7.0)],
    ),
    (
        "criteria.C1.scores.go",
        "Shift+Down Shift+Down Ctrl+D",
        &[("criteria.C1.scores.go", 9.0), ("criteria.C2.scores.go", 9.0), ("criteria.C3.scores.go", 9.0)],
    ),
    ("criteria.C2.scores.go", "Ctrl+D", &[("criteria.C2.scores.go", 9.0)]),
    (
        "criteria.C1.scores.go",
        "Shift+Right Shift+Right Ctrl+R",
        &[("criteria.C1.scores.node", 9.0), ("criteria.C1.scores.python", 9.0)],
    ),
    ("criteria.C1.scores.node", "Ctrl+R", &[("criteria.C1.scores.node", 9.0)]),
    (
        "criteria.C1.scores.go",
        "Shift+Right Shift+Down 4 Ctrl+Enter",
        &[
            ("criteria.C1.scores.go", 4.0),
            ("criteria.C1.scores.node", 4.0),
            ("criteria.C2.scores.go", 4.0),
            ("criteria.C2.scores.node", 4.0),
            ("criteria.C3.scores.go", 9.0),
        ],
    ),
    ("criteria.C1.scores.go", "7 Enter Ctrl+Z", &[("criteria.C1.scores.go", 9.0)]),
    ("criteria.C1.scores.go", "7 Enter Ctrl+Z Ctrl+Y", &[("criteria.C1.scores.go", 7.0)]),
    ("criteria.C1.scores.go", "7 Enter Ctrl+Z Ctrl+Shift+Z", &[("criteria.C1.scores.go", 7.0)]),
    (
        "criteria.C1.scores.go",
        "Shift+Right 3 Tab 4 Tab 5 Enter",
        &[("criteria.C1.scores.go", 5.0), ("criteria.C1.scores.node", 4.0)],
    ),
];

#[test]
fn keys_change_what_hands_expect() {
    for (from, keys, numbers) in EDITS {
        let mut sheet = sheet();
        sheet.select(from);
        for key in keys.split(' ') {
            sheet.press(key);
        }
        for (path, number) in *numbers {
            assert_eq!(sheet.number_of(path), *number, "{keys} from {from}: {path}");
        }
        assert_eq!(sheet.session().mode(), Mode::Ready, "{keys}");
    }
}

#[test]
fn keys_ask_the_page_for_what_only_it_can_do() {
    for (keys, ask) in [
        ("Ctrl+F", Ask::Find),
        ("Ctrl+/", Ask::Keys),
        ("Shift+F10", Ask::Menu),
        ("Menu", Ask::Menu),
        ("F6", Ask::NextRegion),
        ("Shift+F6", Ask::PreviousRegion),
        ("Shift+F2", Ask::Note),
        ("Alt+Shift+Right", Ask::Widen),
        ("Alt+Shift+Left", Ask::Narrow),
    ] {
        let sheet = sheet();
        let command = sheet.session().command_for(support::key_press(keys));
        assert_eq!(command, Some(Command::Ask(ask)), "{keys}");
        let mut sheet = sheet;
        assert_eq!(sheet.send(command.unwrap()).ask, Some(ask));
    }
}

#[test]
fn while_the_text_is_edited_its_keys_are_its_own() {
    let mut sheet = sheet();
    sheet.press("F2");
    for keys in [
        "Left",
        "Right",
        "Home",
        "End",
        "Ctrl+A",
        "Ctrl+C",
        "Ctrl+X",
        "Ctrl+V",
        "Ctrl+Z",
        "Shift+Left",
        "Ctrl+Left",
        "Delete",
        "Menu",
    ] {
        assert_eq!(sheet.session().command_for(support::key_press(keys)), None, "{keys}");
    }
    sheet.press("Escape");
    assert_eq!(sheet.session().command_for(support::key_press("Ctrl+Enter")), None, "nothing is typed");
}

#[test]
fn a_second_escape_lets_tab_leave_the_grid() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    sheet.press("Ctrl+X");
    sheet.press("Escape");
    assert_eq!((sheet.session().cut_range(), sheet.session().tab_leaves()), (None, false));
    sheet.press("Escape");
    assert!(sheet.session().tab_leaves());
    sheet.send(Command::PageRows(20));
    assert!(sheet.session().tab_leaves(), "a window that changes its size is no key");
}

#[test]
fn a_page_is_the_rows_in_sight_less_one() {
    for (rows, there) in [(5, "criteria.C5.weight"), (2, "criteria.C2.weight"), (0, "criteria.C2.weight")] {
        let mut sheet = sheet();
        sheet.select("criteria.C1.weight");
        sheet.send(Command::PageRows(rows));
        sheet.press("PageDown");
        assert_eq!(sheet.selected(), there, "{rows}");
        sheet.press("PageUp");
        assert_eq!(sheet.selected(), "criteria.C1.weight", "{rows}");
    }
}

#[test]
fn small_pages_pass_headings() {
    let mut sheet = sheet();
    sheet.send(Command::PageRows(2));
    sheet.select("workload.launch_month");
    sheet.press("PageDown");
    assert_eq!(sheet.selected(), "workload.app_cpu_ms");
    sheet.press("PageUp");
    assert_eq!(sheet.selected(), "workload.launch_month");
}

#[test]
fn every_key_has_one_meaning_in_a_mode_and_a_line_of_help() {
    for (index, binding) in KEYMAP.iter().enumerate() {
        assert!(!binding.help.is_empty() && !binding.press.label().is_empty());
        let twin = KEYMAP[..index].iter().find(|other| other.press == binding.press);
        assert!(twin.is_none(), "{} is bound twice", binding.press.label());
        let mode = if binding.modes == Modes::Typing { Mode::Edit } else { Mode::Ready };
        assert_eq!(command_for(binding.press, mode), Some(binding.command.clone()));
    }
    let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| KEYMAP.iter().any(|line| line.part == *part)).collect();
    assert_eq!(
        parts.iter().map(|part| part.label()).collect::<Vec<_>>(),
        ["Moving", "Selecting", "Editing", "Clipboard", "The page"]
    );
}

#[test]
fn keys_are_written_as_people_write_them() {
    assert_eq!(keys_of(&Command::SelectRows), "Shift+Space");
    assert_eq!(keys_of(&Command::Ask(Ask::Keys)), "Ctrl+/");
    assert_eq!(keys_of(&Command::HideRows), "Ctrl+9");
    assert_eq!(keys_of(&Command::Ask(Ask::Menu)), "Shift+F10");
    assert_eq!(Key::named("ContextMenu"), Some(Key::Menu));
    assert_eq!((Key::named("Z"), Key::named(" ")), (Some(Key::Letter('z')), Some(Key::Letter(' '))));
    assert_eq!(command_for(support::key_press("Ctrl+Shift+("), Mode::Ready), Some(Command::ShowRows));
}
