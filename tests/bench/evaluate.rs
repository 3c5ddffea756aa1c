//! How long the core takes, as lines of name, value and unit, parted by tabs: medians on this machine.

use std::hint::black_box;
use std::time::Instant;

use weighbridge::evaluate::evaluate;
use weighbridge::file;
use weighbridge::model::Plan;
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
    std::process::ExitCode::SUCCESS
}
