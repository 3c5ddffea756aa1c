//! How long the core takes, as lines of name, value and unit, parted by tabs: medians on this machine.

#![allow(clippy::expect_used)]

#[path = "../hostile/corpus/mod.rs"]
mod corpus;
mod large;

use std::hint::black_box;
use std::time::Instant;

use weighbridge::analyse::attribution;
use weighbridge::evaluate::evaluate;
use weighbridge::file;
use weighbridge::model::{Plan, Scenario, Value};
use weighbridge::session::{Command, Direction, Pasted, Session};
use weighbridge::sheet::{Clip, SheetId};
use weighbridge::starter::Starter;

const RUNS: usize = 301;

/// The median of many runs, in microseconds.
fn median(mut work: impl FnMut()) -> f64 {
    work();
    let mut micros: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    micros.sort_by(f64::total_cmp);
    micros.get(RUNS / 2).copied().unwrap_or(f64::NAN)
}

fn report(name: &str, work: impl FnMut()) {
    println!("{name}\t{:.1}\tµs", median(work));
}

/// The plan of the worked example: three alternatives, 36 months.
fn worked_example() -> Option<Plan> {
    let example: serde_json::Value = serde_json::from_str(include_str!("../data/worked_example.json")).ok()?;
    file::read(&example.get("plan")?.to_string()).ok()
}

fn main() -> std::process::ExitCode {
    let (Some(worked), Some(starter)) = (worked_example(), Starter::find("ml-inference")) else {
        eprintln!("the plans to measure with are missing");
        return std::process::ExitCode::FAILURE;
    };
    let ml = starter.plan();
    let text = file::write(&ml);
    report("evaluate the worked example, 3 alternatives", || drop(black_box(evaluate(black_box(&worked)))));
    report("evaluate ml-inference, 4 alternatives", || drop(black_box(evaluate(black_box(&ml)))));
    report("write a plan file", || drop(black_box(file::write(black_box(&ml)))));
    report("read a plan file", || drop(black_box(file::read(black_box(&text)))));
    scenarios(&ml);
    sessions();
    hostile();
    std::process::ExitCode::SUCCESS
}

/// Eight scenarios of ten overrides each, side by side.
fn scenarios(plan: &Plan) {
    let mut plan = plan.clone();
    let criteria: Vec<String> = plan.criteria.iter().take(10).map(|own| own.id.to_string()).collect();
    for number in 1..=8_u8 {
        let mut scenario = Scenario { id: format!("s{number}").into(), ..Scenario::default() };
        for id in &criteria {
            let weight = Value::Number(f64::from(number));
            scenario.overrides.insert(format!("criteria.{id}.weight").into(), weight);
        }
        plan.scenarios.push(scenario);
    }
    let (one, other) = (plan.scenarios.first(), plan.scenarios.last());
    report("why two scenarios of ten overrides differ", || {
        drop(black_box(attribution(black_box(&plan), one, other)));
    });
    let mut session = Session::new(plan.clone());
    session.handle(Command::OpenSheet(SheetId::Compare));
    let mut traffic = 100;
    report("commit an edit, 8 scenarios side by side", || {
        traffic += 1;
        let write = vec![("base.workload.peak_rps".into(), traffic.to_string())];
        session.handle(Command::Write(write, "Traffic".into()));
    });
}

/// What a user does with the large plan, without drawing it.
fn sessions() {
    let plan = large::large();
    let text = file::write(&plan);
    report("read the large plan, 2,000 formulas", || drop(black_box(file::read(black_box(&text)))));
    let mut again = plan.clone();
    report("work 2,000 formulas out", || drop(black_box(again.recalculate())));
    report("evaluate the large plan, 8 alternatives", || drop(black_box(evaluate(black_box(&plan)))));
    let mut session = Session::new(plan);
    report("move, large plan", || drop(session.handle(Command::Move(Direction::Down))));
    session.handle(Command::GoTo(large::FIRST.into()));
    let mut weight = 0;
    report("commit an edit that changes every result, large plan", || {
        weight = weight % 4 + 1;
        session.handle(Command::Type(weight.to_string()));
        session.handle(Command::Commit);
    });
    session.handle(Command::GoTo("criteria.C1.scores.go".into()));
    let row = ["7"; 8].join("\t");
    let block = Clip::from_tsv(&vec![row; 200].join("\n"));
    report("paste 200 × 8 cells and undo it, large plan", || {
        session.handle(Command::Paste(block.clone(), Pasted::All));
        session.handle(Command::Undo);
    });
    report("look at all rows of the large plan", || {
        let rows = session.grid().rows.len();
        (0..rows).for_each(|row| drop(black_box(session.row_view(row))));
    });
}

/// What is meant to take long: of all hostile input that is refused, and of all that is taken, the slowest.
fn hostile() {
    let (mut refused, mut taken) = (0.0_f64, 0.0_f64);
    for case in corpus::all() {
        let mut session = corpus::blank();
        let start = Instant::now();
        let outcome = case.give(&mut session);
        let millis = start.elapsed().as_secs_f64() * 1e3;
        let slowest = if outcome.is_ok() { &mut taken } else { &mut refused };
        *slowest = slowest.max(millis);
    }
    println!("refuse the slowest hostile input\t{refused:.1}\tms");
    println!("take the slowest hostile input\t{taken:.1}\tms");
}
