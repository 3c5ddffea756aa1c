//! Two versions side by side: what they come to, and what of them differs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, starter};
use weighbridge::edit::structure::{Addition, Thing};
use weighbridge::evaluate::{Outcome, evaluate};
use weighbridge::model::amount::number;
use weighbridge::model::{Plan, Range, Scenario, Value};
use weighbridge::session::Command;
use weighbridge::sheet::{Alone, Apart, PlansApart, apart};
use weighbridge::starter::STARTERS;

const PEAK: &str = "workload.peak_rps";
const SALARY: &str = "alternatives.go.team.salary";

type AmountOf = fn(&Outcome) -> f64;

fn line<'a>(lines: &'a [Apart], label: &str) -> &'a Apart {
    let found = lines.iter().find(|line| line.label == label);
    found.unwrap_or_else(|| panic!("no {label} among {:?}", lines.iter().map(|line| &line.label).collect::<Vec<_>>()))
}

fn texts<'a>(lines: &'a [Apart], label: &str) -> (Option<&'a str>, Option<&'a str>) {
    let line = line(lines, label);
    (line.before.as_deref(), line.after.as_deref())
}

fn alone(found: &PlansApart) -> Vec<(&str, bool)> {
    found.alone.iter().map(|Alone { what, is_new }| (what.as_str(), *is_new)).collect()
}

/// The plan after somebody has typed these.
fn edited(plan: &Plan, typed: &[(&str, &str)]) -> Plan {
    let mut sheet = Sheet::of(plan.clone());
    typed.iter().for_each(|(path, text)| sheet.put(path, text));
    sheet.session().document().clone()
}

#[test]
fn the_answers_of_both_stand_side_by_side_with_their_difference() {
    let before = starter("high-concurrency-api");
    let after = edited(&before, &[(SALARY, "250000"), ("criteria.C1.weight", "0")]);
    let found = apart(&before, &after);
    let (old, new) = (evaluate(&before), evaluate(&after));
    let amounts: [(&str, AmountOf, usize); 3] = [
        ("Score", |own| own.score.grouped.or(own.score.flat).unwrap(), 1),
        ("Total", |own| own.money.unwrap().total, 0),
        ("Net present value", |own| own.money.unwrap().npv, 0),
    ];
    for (label, amount, decimals) in amounts {
        for own in &before.alternatives {
            let (a, b) = (amount(old.outcome(own.id.as_str()).unwrap()), amount(new.outcome(own.id.as_str()).unwrap()));
            let line = line(&found.results, &format!("{label}, {}", own.name));
            assert_eq!(line.before.as_deref(), Some(number(a, decimals).as_str()), "{}", line.label);
            assert_eq!(line.after.as_deref(), Some(number(b, decimals).as_str()), "{}", line.label);
            let size = number((b - a).abs(), decimals);
            let is_nothing = size.chars().all(|c| !c.is_ascii_digit() || c == '0');
            let sign = if is_nothing {
                "±"
            } else if b < a {
                "−"
            } else {
                "+"
            };
            assert_eq!(line.difference, Some(format!("{sign}{size}")), "{}", line.label);
        }
    }
    assert!(line(&found.results, "Total, Go").difference.as_ref().unwrap().starts_with('+'), "dearer engineers");
    let cheapest = |plan: &Plan, evaluation: &weighbridge::evaluate::Evaluation| {
        let totals = evaluation.alternatives.iter().map(|own| (own.money.unwrap().total, &own.id));
        let (_, id) = totals.reduce(|a, b| if a.0 <= b.0 { a } else { b }).unwrap();
        plan.alternative(id.as_str()).unwrap().name.clone()
    };
    let (first, second) = texts(&found.results, "Costs least");
    assert!(first.unwrap().starts_with(&format!("{}, by ", cheapest(&before, &old))), "{first:?}");
    assert!(second.unwrap().starts_with(&format!("{}, by ", cheapest(&after, &new))), "{second:?}");
    assert_eq!(found.summary(), "2 inputs differ.");
}

#[test]
fn inputs_that_differ_are_named_as_on_their_sheets_with_both_texts() {
    let before = starter("high-concurrency-api");
    let mut after = edited(
        &before,
        &[
            (PEAK, "9000"),
            ("workload.connections", "=peak_rps * 5"),
            ("criteria.C2.weight", "4 to 6"),
            (SALARY, "170k"),
        ],
    );
    after.title = "Another question".into();
    let found = apart(&before, &after);
    let peak = line(&found.inputs, "Peak traffic at launch");
    assert_eq!(
        (peak.before.as_deref(), peak.after.as_deref(), peak.unit.as_str()),
        (Some("2,000"), Some("9,000"), "requests/s")
    );
    assert_eq!(texts(&found.inputs, "Open connections at launch").1, Some("=peak_rps * 5"));
    assert_eq!(texts(&found.inputs, "Title"), (Some(before.title.as_str()), Some("Another question")));
    assert_eq!(found.inputs.len(), 5);
    assert!(found.alone.is_empty() && found.scenarios.is_empty());

    // What cells show of a range is its middle: here that alone would not tell the two apart.
    let mut range = before.clone();
    range.set(&PEAK.into(), Value::Range(Range::Uniform(1000.0, 3000.0))).unwrap();
    assert_eq!(texts(&apart(&before, &range).inputs, "Peak traffic at launch").0, Some("2000"));
}

#[test]
fn what_only_one_of_them_has_is_said_once_and_not_input_by_input() {
    let before = starter("high-concurrency-api");
    let mut sheet = Sheet::of(before.clone());
    sheet.send(Command::Remove(Thing::Alternative("go".into())));
    sheet.send(Command::Add(Addition::Role));
    sheet.send(Command::Duplicate(Thing::Criterion("C1".into())));
    let after = sheet.session().document();
    let found = apart(&before, after);
    let name = &before.alternative("go").unwrap().name;
    let told = alone(&found);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.contains(&(format!("alternative {name}").as_str(), false)), "{told:?}");
    assert_eq!(told.iter().filter(|(_, is_new)| *is_new).count(), 2, "{told:?}");
    assert!(found.results.iter().all(|line| !line.label.ends_with(&format!(", {name}"))), "nothing to compare with");
    let back = apart(after, &before);
    let turned: Vec<_> = alone(&back).into_iter().map(|(what, is_new)| (what, !is_new)).collect();
    assert!(told.iter().all(|thing| turned.contains(thing)) && turned.len() == told.len(), "{turned:?}");
}

#[test]
fn scenarios_are_compared_by_what_they_override() {
    let scenario = |id: &str, name: &str, peak: f64| {
        let mut own = Scenario { id: id.into(), name: name.into(), ..Scenario::default() };
        own.overrides.insert(PEAK.into(), Value::Number(peak));
        own
    };
    let mut before = starter("high-concurrency-api");
    before.scenarios = vec![scenario("a", "Same", 1.0), scenario("b", "Busy", 3000.0), scenario("c", "Quiet", 10.0)];
    let mut after = before.clone();
    after.scenarios.remove(2);
    after.scenarios[1].name = "Very busy".into();
    after.scenarios[1].overrides.insert(PEAK.into(), Value::Number(5000.0));
    after.scenarios[1].overrides.insert(SALARY.into(), Value::Number(1000.0));
    after.scenarios.push(scenario("d", "Steady", 20.0));
    let found = apart(&before, &after);
    assert_eq!(alone(&found), [("scenario Quiet", false), ("scenario Steady", true)]);
    let [busy] = found.scenarios.as_slice() else { panic!("{:?}", found.scenarios) };
    assert_eq!((busy.name.as_str(), busy.parts.len()), ("Very busy", 3));
    assert_eq!(texts(&busy.parts, "Name"), (Some("Busy"), Some("Very busy")));
    assert_eq!(texts(&busy.parts, "Peak traffic at launch"), (Some("3,000"), Some("5,000")));
    let pay = busy.parts.iter().find(|part| part.before.is_none()).unwrap();
    assert_eq!(pay.after.as_deref(), Some("1,000"));
    assert!(found.inputs.is_empty());
    assert_eq!(found.summary(), "1 scenario differs; 2 things are in one of them only.");
}

#[test]
fn amounts_that_cannot_be_subtracted_have_no_difference() {
    let before = starter("high-concurrency-api");
    let euros = edited(&before, &[("settings.currency", "EUR")]);
    let found = apart(&before, &euros);
    let total = line(&found.results, "Total, Go");
    assert_eq!((total.unit.as_str(), &total.difference), ("", &None));
    assert!(total.before.as_ref().unwrap().ends_with(" USD") && total.after.as_ref().unwrap().ends_with(" EUR"));
    assert!(line(&found.results, "Score, Go").difference.is_some());

    let mut broken = before.clone();
    broken.set(&PEAK.into(), Value::Formula("=1 / 0".into())).unwrap();
    broken.recalculate().unwrap();
    let found = apart(&before, &broken);
    let total = line(&found.results, "Total, Go");
    assert_eq!((total.after.as_deref(), &total.difference), (Some("no answer: a formula has an error"), &None));
    assert_eq!(texts(&found.inputs, "Peak traffic at launch"), (Some("2,000"), Some("=1 / 0")));
}

#[test]
fn a_plan_does_not_differ_from_itself_and_every_line_shows_a_difference() {
    let plans: Vec<Plan> = STARTERS.iter().map(weighbridge::starter::Starter::plan).collect();
    for (index, before) in plans.iter().enumerate() {
        let same = apart(before, before);
        assert!(same.inputs.is_empty() && same.alone.is_empty() && same.scenarios.is_empty());
        assert_eq!(same.summary(), "No input and no scenario differs.");
        assert!(same.results.iter().all(|line| line.before == line.after));
        for after in plans.iter().skip(index + 1) {
            for line in apart(before, after).inputs {
                assert!(line.before != line.after, "{line:?}");
                assert!(!line.label.is_empty() && !line.label.contains('↳'), "{line:?}");
            }
        }
    }
}
