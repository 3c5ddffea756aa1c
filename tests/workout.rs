//! Help with single inputs: numbers worked out from others, typical cases, all written into cells as one step.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, assert_close};
use weighbridge::session::Command;
use weighbridge::sheet::workout::{Workout, arrivals, workout};

fn help(sheet: &Sheet, path: &str) -> Option<Workout> {
    workout(sheet.session().plan(), &path.into())
}

#[test]
fn requests_follow_from_users_and_their_pauses() {
    // 10,000/(5 + 0.1)
    assert_close(arrivals(10_000.0, 5.0, 0.1).unwrap(), 10_000.0 / 5.1);
    assert_eq!(arrivals(0.0, 0.0, 2.0), Some(0.0));
    for (users, pause, response) in
        [(1.0, 0.0, 0.0), (-1.0, 1.0, 1.0), (1.0, -1.0, 3.0), (1.0, 3.0, -1.0), (f64::NAN, 1.0, 1.0)]
    {
        assert_eq!(arrivals(users, pause, response), None);
    }
    let mut sheet = Sheet::open("blank");
    let help = help(&sheet, "workload.peak_rps").unwrap();
    let start: Vec<f64> = help.fields.iter().map(|field| field.start).collect();
    assert_eq!((start.as_slice(), help.chips.len()), (&[10_000.0, 5.0, 0.1][..], 0));
    let text = help.result(&start).unwrap();
    assert_eq!(text, "1960.78");
    assert_eq!((help.result(&[1.0]), help.result(&[1.0, 0.0, 0.0])), (None, None));
    let write = Command::Write(vec![("workload.peak_rps".into(), text)], "Requests worked out".into());
    sheet.one_step(|sheet| drop(sheet.send(write)));
    assert_eq!(sheet.said(), "Redo: Requests worked out");
    assert_close(sheet.number_of("workload.peak_rps"), 1960.78);
}

#[test]
fn a_typical_case_is_taken_with_one_press_and_one_undo() {
    for (path, label, expected) in [
        ("workload.heavy_cpu_ms", "Data transformation, 80 ms", vec![("workload.heavy_cpu_ms", 80.0)]),
        ("workload.heavy_share", "Analytics, 1,000 ms", vec![("workload.heavy_cpu_ms", 1000.0)]),
        (
            "workload.connections",
            "Chat",
            vec![("workload.connections", 50_000.0), ("workload.payload_kb", 2.0), ("workload.conn_app_kb", 10.0)],
        ),
        (
            "workload.connections",
            "Collaboration",
            vec![("workload.connections", 10_000.0), ("workload.payload_kb", 1.0), ("workload.conn_app_kb", 100.0)],
        ),
        (
            "alternatives.go.team.ramp_months",
            "Hire any good engineer, and train",
            vec![("alternatives.go.team.fill_weeks", 8.0), ("alternatives.go.team.ramp_months", 6.5)],
        ),
    ] {
        let mut sheet = Sheet::open("blank");
        let chip = help(&sheet, path).unwrap().chips.into_iter().find(|chip| chip.label == label).unwrap();
        sheet.one_step(|sheet| drop(sheet.send(Command::Write(chip.writes, label.into()))));
        for (path, value) in expected {
            assert_eq!(sheet.number_of(path), value, "{label}: {path}");
        }
    }
}

#[test]
fn all_that_is_offered_can_be_taken_in_every_starter() {
    for starter in weighbridge::starter::STARTERS {
        let sheet = Sheet::of(starter.plan());
        let mut offered = 0;
        for path in sheet.session().plan().paths() {
            for chip in workout(sheet.session().plan(), &path).map(|help| help.chips).unwrap_or_default() {
                let mut session = weighbridge::session::Session::new(starter.plan());
                session.handle(Command::Write(chip.writes, chip.label.into()));
                assert!(session.can_undo(), "{}: {path}: {}", starter.id, chip.label);
                offered += 1;
            }
        }
        // Three each for connections, heavy CPU and heavy share; one each for two inputs of every alternative.
        assert_eq!(offered, 9 + 2 * sheet.session().plan().alternatives.len());
    }
}

#[test]
fn there_is_no_help_for_what_the_plan_does_not_have() {
    let sheet = Sheet::open("blank");
    for path in ["alternatives.rust.team.fill_weeks", "workload.growth", "results.go.npv", ""] {
        assert_eq!(help(&sheet, path), None, "{path}");
    }
}

#[test]
fn one_text_that_does_not_fit_refuses_them_all() {
    let mut sheet = Sheet::open("blank");
    let writes = vec![("workload.peak_rps".into(), "10".into()), ("workload.connections".into(), "many".into())];
    let said = sheet.refused(Command::Write(writes, "Both".into()));
    assert!(said.starts_with("Both refused. workload.connections: "), "{said}");
    let unknown = vec![("workload.peak_rps".into(), "10".into()), ("workload.nothing".into(), "1".into())];
    let said = sheet.refused(Command::Write(unknown, "Both".into()));
    assert_eq!(said, "Both refused. workload.nothing: the plan has no such input.");
}
