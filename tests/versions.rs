//! Versions: the plan as it was is kept under a name, in the file too, and one can go back to it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, read, starter};
use weighbridge::edit::{Edit, apply, versions};
use weighbridge::file;
use weighbridge::model::{MAX_VERSIONS, Note, Scenario, Value};
use weighbridge::session::Command;

const PEAK: &str = "workload.peak_rps";

fn take(name: &str) -> Command {
    Command::TakeVersion { name: name.into(), note: "before the load test".into(), date: "2026-11-23".into() }
}

fn names(sheet: &Sheet) -> Vec<&str> {
    sheet.session().document().versions.iter().map(|version| version.name.as_str()).collect()
}

#[test]
fn a_version_is_taken_the_plan_goes_on_and_comes_back() {
    let mut sheet = Sheet::open("high-concurrency-api");
    let before = sheet.file();
    sheet.one_step(|sheet| drop(sheet.send(take("  First talk "))));
    sheet.one_step(|sheet| sheet.put(PEAK, "9000"));
    let version = sheet.session().document().versions[0].clone();
    assert_eq!((version.id.as_str(), version.name.as_str(), version.date.as_str()), ("v1", "First talk", "2026-11-23"));
    assert!(file::write(&version.plan) == before, "it is the plan of then, whatever came later");

    sheet.one_step(|sheet| drop(sheet.send(Command::RestoreVersion("v1".into()))));
    assert_eq!(sheet.said(), "Redo: Go back to version “First talk”");
    assert_eq!((sheet.number_of(PEAK), names(&sheet)), (2000.0, vec!["First talk"]));
    sheet.press("Ctrl+Z");
    assert_eq!((sheet.number_of(PEAK), names(&sheet)), (9000.0, vec!["First talk"]));
}

#[test]
fn going_back_says_how_to_take_it_back() {
    let mut sheet = Sheet::open("blank");
    sheet.send(take("One"));
    sheet.send(Command::RestoreVersion("v1".into()));
    assert_eq!(sheet.said(), "The plan is still as in version “One”");
    sheet.put(PEAK, "9000");
    sheet.send(Command::RestoreVersion("v1".into()));
    assert_eq!(sheet.said(), "The plan is as it was in version “One”. Undo brings back what it was before");
}

#[test]
fn versions_leave_room_for_changes_below_the_largest_file() {
    let mut plan = starter("high-concurrency-api");
    for path in plan.paths().into_iter().take(350) {
        let note = Note { text: "n".repeat(2000), source: String::new() };
        plan.notes.insert(path, note);
    }
    let mut kept = plan.clone();
    let sentence = loop {
        kept = versions::take(&kept, "One more", "", "").unwrap().0;
        if let Err(sentence) = file::check_room(&kept) {
            break sentence;
        }
    };
    let bytes = file::write(&kept).len();
    assert!(bytes > file::MOST_WITH_VERSIONS && sentence.contains("may have 4,000,000 with versions"), "{sentence}");
    assert!(bytes < file::MAX_BYTES, "what was refused could still have been read: {bytes}");
    kept.versions.pop();
    assert!(file::check_room(&kept).is_ok() && file::write(&kept).len() <= file::MOST_WITH_VERSIONS);
}

#[test]
fn scenarios_notes_and_formulas_belong_to_a_version() {
    let mut plan = starter("blank");
    let mut scenario = Scenario { id: "x10".into(), name: "Ten times".into(), ..Scenario::default() };
    scenario.overrides.insert(PEAK.into(), Value::Formula("=connections * 10".into()));
    plan.scenarios.push(scenario);
    let mut sheet = Sheet::of(plan);
    sheet.put("workload.connections", "=peak_rps * 5");
    let before = sheet.file();
    sheet.send(take("With all"));
    sheet.put("workload.connections", "7");
    let mut other = starter("ml-inference");
    other.versions.clone_from(&sheet.session().document().versions);
    sheet.send(Command::Open(Box::new(other), "Open".into()));
    sheet.send(Command::RestoreVersion("v1".into()));
    sheet.send(Command::RemoveVersion("v1".into()));
    assert!(sheet.file() == before);
}

#[test]
fn versions_are_named_anew_and_forgotten() {
    let mut sheet = Sheet::open("blank");
    for name in ["One", "Two", "Three"] {
        sheet.send(take(name));
    }
    sheet.one_step(|sheet| drop(sheet.send(Command::RenameVersion("v2".into(), "Second".into()))));
    sheet.one_step(|sheet| drop(sheet.send(Command::RemoveVersion("v1".into()))));
    assert_eq!(names(&sheet), ["Second", "Three"]);
    sheet.send(take("Four"));
    assert_eq!(sheet.session().document().versions[2].id.as_str(), "v1", "a free id is taken again");
}

#[test]
fn what_cannot_be_done_with_versions_is_said() {
    let mut sheet = Sheet::open("blank");
    let day = Command::TakeVersion { name: "A".into(), note: String::new(), date: "today".into() };
    for (command, reason) in [
        (take(" "), "versions.v1.name: a name is missing."),
        (take(&"é".repeat(121)), "expected a text of up to 120 characters."),
        (day, "versions.v1.date: “today” does not fit; expected a day such as 2026-11-23, or nothing."),
        (
            Command::RestoreVersion("v9".into()),
            "Go back to version “v9” refused. versions.v9: there is no such version.",
        ),
        (Command::RemoveVersion("v9".into()), "there is no such version."),
        (Command::RenameVersion("v9".into(), "B".into()), "there is no such version."),
    ] {
        let said = sheet.refused(command);
        assert!(said.ends_with(reason), "{said}");
    }
    for _ in 0..MAX_VERSIONS {
        sheet.send(take("Another"));
    }
    let said = sheet.refused(take("One more"));
    assert!(said.contains("a plan keeps at most 30 versions; remove one first"), "{said}");
}

#[test]
fn a_file_holds_its_versions_byte_for_byte() {
    let mut plan = starter("ml-inference");
    for (number, peak) in [(1, 10.5), (2, 20.0)] {
        plan = versions::take(&plan, &format!("No. {number}"), "line\n\"quoted\"", "2026-11-23").unwrap().0;
        apply(&mut plan, Edit::Set(PEAK.into(), Value::Number(peak))).unwrap();
    }
    let text = file::write(&plan);
    let again = read(&text);
    assert!(again == plan && file::write(&again) == text);
    assert_eq!(again.versions[1].plan.workload.peak_rps.central(), 10.5);
    assert!(text.find("\"versions\": [").unwrap() > text.find("\"notes\": {").unwrap(), "they come last");
    assert!(!file::write(&starter("ml-inference")).contains("\"versions\""), "and not at all where there is none");
    // What is kept of the plan can be taken out of the file as a file.
    let inner: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(read(&inner["versions"][0]["plan"].to_string()) == *plan.versions[0].plan);
}

#[test]
fn what_is_wrong_in_versions_is_told_with_all_the_rest() {
    let text = r#"{"format":"weighbridge-plan","version":1,"team":{"hires":"two"},"versions":[
        {"id":"v1","plan":{"format":"weighbridge-plan","version":1,"workload":{"vcpu":2.5,"speed":1}}},
        {"id":"v2","plan":7,"colour":1}]}"#;
    let found: Vec<String> = file::problems(text).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "team.hires: “two” does not fit; expected a number from 0 up.",
            "versions.v1.plan.workload.vcpu: 2.5 is not whole; expected a whole number from 1 to 1024.",
            "versions.v1.plan.workload.speed: this version knows no such field.",
            "versions.v2.plan: this is no plan; expected \"format\": \"weighbridge-plan\".",
            "versions.v2.colour: this version knows no such field.",
        ]
    );
}

#[test]
fn a_plan_with_overrides_has_no_versions() {
    let plan = versions::take(&starter("blank"), "One", "", "").unwrap().0;
    assert!(plan.with_overrides(&Scenario::default()).unwrap() == starter("blank"));
    let twice = versions::take(&plan, "Two", "", "").unwrap().0;
    assert!(twice.versions.iter().all(|version| version.plan.versions.is_empty()));
}
