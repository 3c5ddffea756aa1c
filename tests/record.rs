//! The decision record: its numbers are those of the plan and its scenarios, its words are the user's, and as Markdown it
//! holds together whatever they wrote.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, starter};
use weighbridge::analyse::verdict;
use weighbridge::edit::{Edit, apply};
use weighbridge::evaluate::{Outcome, evaluate};
use weighbridge::export::markdown;
use weighbridge::export::record::{Block, Cell, DecisionRecord, Section, Table};
use weighbridge::model::{Note, Path, Plan, Scenario, Value};
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;
use weighbridge::starter::STARTERS;

const PEAK: &str = "workload.peak_rps";

fn set(plan: &mut Plan, path: &str, value: impl Into<Put>) {
    apply(plan, Edit::Set(path.into(), value.into().0)).unwrap_or_else(|problem| panic!("{problem}"));
}

/// Numbers and texts as values.
struct Put(Value);

impl From<f64> for Put {
    fn from(number: f64) -> Self {
        Self(Value::Number(number))
    }
}

impl From<&str> for Put {
    fn from(text: &str) -> Self {
        Self(Value::Text(text.into()))
    }
}

fn scenario(id: &str, name: &str, overrides: &[(&str, f64)]) -> Scenario {
    let mut scenario = Scenario { id: id.into(), name: name.into(), ..Scenario::default() };
    for (path, number) in overrides {
        scenario.overrides.insert((*path).into(), Value::Number(*number));
    }
    scenario
}

fn section<'a>(record: &'a DecisionRecord, id: &str) -> &'a Section {
    record.sections.iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn tables(section: &Section) -> Vec<&Table> {
    section.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

#[track_caller]
fn table<'a>(record: &'a DecisionRecord, id: &str, caption: &str) -> &'a Table {
    let found = tables(section(record, id)).into_iter().find(|table| table.caption.starts_with(caption));
    found.unwrap_or_else(|| panic!("no table {caption}"))
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        Cell::Field(field) => &field.text,
    }
}

/// All that is said in a section, a line each.
fn words(section: &Section) -> String {
    let of = |block: &Block| match block {
        Block::Text(text) => text.clone(),
        Block::List(points) => points.join("\n"),
        Block::Table(table) => table
            .rows
            .iter()
            .map(|row| row.iter().map(text).collect::<Vec<_>>().join(" | "))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Field(field) => field.text.clone(),
    };
    section.blocks.iter().map(of).collect::<Vec<_>>().join("\n")
}

/// The number in a cell such as `$6,532,018`, `73.7 (rank 1)` or `month 5.6`.
#[track_caller]
fn number(cell: &Cell) -> f64 {
    let words = text(cell).replace([',', '$'], "").replace('−', "-");
    let word = words.split(' ').find(|word| word.parse::<f64>().is_ok());
    word.unwrap_or_else(|| panic!("no number in {words}")).parse().unwrap()
}

type Measure = fn(&Plan, &Outcome) -> Option<f64>;

/// The captions of the numbers, what they are by the evaluation, and how finely they are rounded.
const MEASURES: [(&str, Measure, f64); 4] = [
    ("Score", |plan, outcome| outcome.score.in_form(plan), 0.05),
    ("Total cost", |_, outcome| outcome.money.map(|money| money.total), 0.5),
    ("Net present value", |_, outcome| outcome.money.map(|money| money.npv), 0.5),
    ("First release", |_, outcome| outcome.mvp_month, 0.05),
];

#[track_caller]
fn assert_shows(cell: &Cell, expected: Option<f64>, rounding: f64) {
    match expected {
        Some(expected) => assert!((number(cell) - expected).abs() <= rounding + 1e-9, "{cell:?}: {expected}"),
        None => assert!(["unknown", "not reached", "none"].contains(&text(cell)), "{cell:?}"),
    }
}

#[test]
fn every_starter_has_every_section_with_the_numbers_of_its_evaluation() {
    for starter in STARTERS {
        let plan = starter.plan();
        let (record, evaluation) = (DecisionRecord::of(&plan), evaluate(&plan));
        let ids: Vec<&str> = record.sections.iter().map(|section| section.id).collect();
        assert_eq!(
            ids,
            [
                "question",
                "alternatives",
                "criteria",
                "result",
                "change",
                "risks",
                "assumptions",
                "own",
                "sources",
                "decision",
                "consequences"
            ]
        );
        assert!(record.sections.iter().all(|section| !section.blocks.is_empty()), "{}", starter.id);
        let numbers = table(&record, "result", "The alternatives in numbers");
        assert_eq!(numbers.rows.len(), plan.alternatives.len());
        for (row, outcome) in numbers.rows.iter().zip(&evaluation.alternatives) {
            assert_eq!(text(&row[0]), plan.alternative(outcome.id.as_str()).unwrap().name);
            for (column, (caption, measure, rounding)) in MEASURES.iter().enumerate() {
                assert!(numbers.columns[column + 1].label.starts_with(caption));
                assert_shows(&row[column + 1], measure(&plan, outcome), *rounding);
            }
            assert!(text(&row[1]).contains(&format!("rank {}", outcome.score.rank)));
        }
        let verdict = verdict(&plan, &evaluation);
        let said = words(section(&record, "result"));
        assert!(said.contains(&verdict.score) && said.contains(&verdict.cost), "{said}");
        assert!(words(section(&record, "own")).starts_with("None:"), "{}", starter.id);
        let shares: f64 = table(&record, "criteria", "What")
            .rows
            .iter()
            .map(|row| number(&Cell::Text(text(&row[3]).replace('\u{a0}', " "))))
            .sum();
        assert!((shares - 100.0).abs() < 2.0, "{}: {shares} % of the weight is listed", starter.id);
    }
}

#[test]
fn scenarios_stand_beside_the_base_with_their_own_numbers() {
    let mut plan = starter("high-concurrency-api");
    plan.scenarios.push(scenario("x10", "Ten times the traffic", &[(PEAK, 20_000.0), ("criteria.C6.weight", 5.0)]));
    plan.scenarios[0].note = "If the deal closes.".into();
    plan.scenarios.push(scenario("dear", "", &[("alternatives.go.team.salary", 300_000.0)]));
    plan.check().unwrap();
    let record = DecisionRecord::of(&plan);
    let mut cases = vec![plan.clone()];
    cases.extend(plan.scenarios.iter().map(|scenario| plan.with_overrides(scenario).unwrap()));
    for (caption, measure, rounding) in MEASURES {
        let found = table(&record, "result", caption);
        let columns: Vec<&str> = found.columns.iter().map(|column| column.label.as_str()).collect();
        assert_eq!(columns, ["Alternative", "Base", "Ten times the traffic", "dear"], "an id stands in for a name");
        for (column, case) in cases.iter().enumerate() {
            for (row, outcome) in found.rows.iter().zip(evaluate(case).alternatives) {
                assert_shows(&row[column + 1], measure(case, &outcome), rounding);
            }
        }
    }
    let said = words(section(&record, "result"));
    assert!(said.contains("Peak traffic at launch 20,000 requests/s in place of 2,000 requests/s"), "{said}");
    assert!(
        said.contains("ML and data ecosystem, Weight 5 in place of 0") && said.contains("If the deal closes."),
        "{said}"
    );
    let verdict = verdict(&cases[1], &evaluate(&cases[1]));
    assert!(said.contains(&format!("Ten times the traffic: {}", verdict.score)), "{said}");
}

#[test]
fn many_scenarios_take_several_tables() {
    let mut plan = starter("blank");
    plan.scenarios.extend((0..7).map(|n| scenario(&format!("s{n}"), "", &[(PEAK, f64::from(n))])));
    let record = DecisionRecord::of(&plan);
    let widths: Vec<usize> = tables(section(&record, "result")).iter().map(|table| table.columns.len()).collect();
    assert_eq!(widths, [[6; 5], [4; 5]].concat(), "five and three cases, five tables each");
}

#[test]
fn who_leads_by_how_much_and_when_nobody_does() {
    let mut plan = starter("high-concurrency-api");
    // Of two scores that are alike nobody wins, whatever the first decimal says.
    plan.scenarios.push(scenario("close", "Close", &[("groups.people.weight", 1.5)]));
    plan.scenarios.push(scenario("dear", "Dear Go", &[("alternatives.go.team.salary", 400_000.0)]));
    let record = DecisionRecord::of(&plan);
    let leads = table(&record, "result", "Who leads");
    let evaluation = evaluate(&plan);
    let score = |id: &str| evaluation.outcome(id).unwrap().score.in_form(&plan).unwrap();
    let ahead = format!("Go, {:.1} ahead of Node.js", score("go") - score("node"));
    assert_eq!(text(&leads.rows[0][1]), ahead);
    assert!(text(&leads.rows[0][2]).starts_with("No clear winner: "), "{leads:?}");
    // Node.js and Python are 1.2 % apart, which is closer than anybody knows salaries.
    assert!(
        text(&leads.rows[1][3]).starts_with("No clear winner: Node.js, 1.2\u{a0}% cheaper than Python"),
        "{leads:?}"
    );
}

#[test]
fn a_flip_weight_of_the_record_makes_a_tie() {
    let plan = starter("high-concurrency-api");
    let record = DecisionRecord::of(&plan);
    let flips = table(&record, "change", "Weights at which Go and Node.js");
    assert!(flips.rows.len() > 3);
    for row in &flips.rows {
        let name = text(&row[0]);
        let path = match text(&row[1]) {
            "Group" => Path::from("groups").then(&plan.groups.iter().find(|group| group.name == name).unwrap().id),
            _ => {
                Path::from("criteria").then(&plan.criteria.iter().find(|criterion| criterion.name == name).unwrap().id)
            }
        };
        let mut changed = plan.clone();
        set(&mut changed, path.then("weight").as_str(), number(&row[3]));
        let outcomes = evaluate(&changed);
        let score = |id: &str| outcomes.outcome(id).unwrap().score.in_form(&changed).unwrap();
        // The weight is rounded to hundredths.
        assert!((score("go") - score("node")).abs() < 0.05, "{name}: {} and {}", score("go"), score("node"));
    }
}

#[test]
fn what_a_must_have_rules_out_says_so_with_the_alternative() {
    let mut plan = starter("blank");
    set(&mut plan, "criteria.C1.threshold", 7.0);
    let record = DecisionRecord::of(&plan);
    let compared = table(&record, "alternatives", "What is compared");
    let out: Vec<&str> = compared.rows.iter().map(|row| text(&row[2])).collect();
    assert_eq!(out, ["", "", "Throughput under sustained load 6 < 7"]);
    assert!(words(section(&record, "criteria")).contains("(must score at least 7)"));
    assert!(words(section(&record, "result")).contains("ruled out"));
}

#[test]
fn own_numbers_leave_the_assumptions_and_bring_their_sources() {
    let mut plan = starter("high-concurrency-api");
    let listed = |plan: &Plan, id: &str| words(section(&DecisionRecord::of(plan), id));
    assert!(listed(&plan, "assumptions").contains("Average ÷ peak traffic | 40\u{a0}% | A"));
    set(&mut plan, "workload.load_factor", 0.3);
    set(&mut plan, "workload.connections", "=peak_rps * 5");
    let note = Note { text: "measured in May".into(), source: "https://example.org/load".into() };
    plan.notes.insert("workload.load_factor".into(), note.clone());
    plan.notes.insert("criteria.C2.weight".into(), Note { source: "minutes".into(), ..note });
    assert!(!listed(&plan, "assumptions").contains("Average ÷ peak traffic"));
    let own = listed(&plan, "own");
    assert!(
        own.contains("Average ÷ peak traffic | 30\u{a0}% | 40\u{a0}% | measured in May; https://example.org/load"),
        "{own}"
    );
    assert!(own.contains("10,000 sockets") && own.contains("Formula =peak_rps * 5"), "{own}");
    let sources = listed(&plan, "sources");
    assert!(sources.contains("https://example.org/load: Average ÷ peak traffic"), "{sources}");
    assert!(sources.contains("minutes: Latency predictability, Weight"), "{sources}");
    // A note on a weight is a reason for it.
    let record = DecisionRecord::of(&plan);
    let Cell::Field(field) = &table(&record, "criteria", "What").rows[1][4] else { panic!("a field for the reason") };
    assert_eq!(
        (field.path.as_str(), field.notes.as_slice()),
        ("criteria.C2.reason", &["measured in May".into(), "minutes".into()][..])
    );
}

#[test]
fn warnings_of_scenarios_stand_apart_from_those_of_the_plan() {
    let mut plan = starter("internal-tool");
    // Whatever it is called, it is not the base.
    plan.scenarios.push(scenario("busy", "Base", &[("workload.connections", 20_000.0)]));
    let said = words(section(&DecisionRecord::of(&plan), "risks"));
    let (base, only) = said.split_once("Warnings that only scenarios bring:").unwrap();
    assert!(!base.contains("W5 ") && only.contains("W5 Connections past the article's line: Base: "), "{said}");
    assert!(base.contains("W21 ") && !only.contains("W21 "), "what holds in all is said once: {said}");
}

#[test]
fn while_a_formula_has_an_error_the_record_says_that_and_keeps_the_words() {
    let mut plan = starter("blank");
    set(&mut plan, "decision.question", "Which one?");
    plan.scenarios.push(scenario("s", "Some", &[(PEAK, 1.0)]));
    plan.set(&PEAK.into(), Value::Formula("=1/0".into())).unwrap();
    plan.recalculate().unwrap();
    let record = DecisionRecord::of(&plan);
    let said = words(section(&record, "result"));
    assert!(said.contains("nothing follows from the plan") && said.contains("workload.peak_rps"), "{said}");
    assert!(record.sections.iter().all(|section| section.id != "change"));
    assert_eq!(words(section(&record, "question")), "Which one?");
    assert!(markdown(&record).contains("## Consequences"));
}

#[test]
fn a_scenario_that_comes_to_nothing_says_why_and_the_others_stand() {
    let mut plan = starter("blank");
    plan.scenarios.push(scenario("s", "Fine", &[(PEAK, 1.0)]));
    let mut broken = scenario("b", "Broken", &[]);
    broken.overrides.insert(PEAK.into(), Value::Formula("=1/0".into()));
    plan.scenarios.push(broken);
    plan.check().unwrap();
    let record = DecisionRecord::of(&plan);
    let said = words(section(&record, "result"));
    assert!(said.contains("Broken: no result; workload.peak_rps: "), "{said}");
    let scores = table(&record, "result", "Score");
    assert!(scores.rows.iter().all(|row| text(&row[3]) == "–" && number(&row[2]) > 0.0), "{scores:?}");
}

#[test]
fn the_words_of_the_record_are_inputs_like_all_others() {
    let mut sheet = Sheet::open("high-concurrency-api");
    sheet.open_sheet(SheetId::Profiles);
    let untouched = sheet.file();
    let texts = [
        ("decision.question", "Which language?\n\nAnd why now?"),
        ("decision.status", "accepted"),
        ("decision.date", "2026-11-25"),
        ("alternatives.go.reason", "We know it."),
        ("criteria.C1.reason", "It is what customers see."),
    ];
    for (path, text) in texts {
        let write = Command::Write(vec![(path.into(), text.into())], "Record".into());
        sheet.one_step(|sheet| drop(sheet.send(write)));
        assert_eq!(sheet.session().sheet(), SheetId::Profiles, "taking {path} back shows no sheet");
        let next = sheet.session().turns_off_sheet(&Command::Undo);
        assert!(next, "{path} has no cell to look at");
    }
    let said = markdown(&DecisionRecord::of(sheet.session().document()));
    for part in ["- Status: accepted", "- Date: 2026-11-25", "Which language?\n\nAnd why now?", "| We know it. |"] {
        assert!(said.contains(part), "{part}");
    }
    let long = Command::Write(vec![("decision.question".into(), "é".repeat(2001))], "Question".into());
    assert!(sheet.refused(long).contains("expected a text of up to 2000 characters"));
    for (path, _) in texts {
        sheet.send(Command::Reset(path.into()));
    }
    assert!(sheet.file() == untouched, "what says nothing is not in the file");
}

/// What may not come through as mark-up, wherever a user can write.
const NASTY: &str = "# A | b `c` <i>d</i> **e** _f_ [g](h) &lt; \\ ~~i~~";

/// Bars that part cells.
fn bars(line: &str) -> usize {
    line.replace("\\\\", "").replace("\\|", "").matches('|').count()
}

#[test]
fn what_users_write_breaks_neither_tables_nor_headings() {
    let mut plan = starter("high-concurrency-api");
    let plain = markdown(&DecisionRecord::of(&plan));
    let headings =
        |text: &str| text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    for path in plan.paths() {
        let input = plan.input(&path).unwrap();
        let text = match input.kind {
            weighbridge::model::Kind::Text(most) if most >= 1000 => {
                format!("{NASTY}\n===\n{NASTY}\n\n---\n\n```\n> {NASTY}")
            }
            weighbridge::model::Kind::Text(most) if most >= NASTY.chars().count() => NASTY.to_owned(),
            _ => continue,
        };
        set(&mut plan, path.as_str(), text.as_str());
    }
    plan.notes.insert("criteria.C1.weight".into(), Note { text: format!("{NASTY}\n{NASTY}"), source: NASTY.into() });
    set(&mut plan, PEAK, 3000.0);
    plan.notes.insert(PEAK.into(), Note { text: format!("a\n\n# {NASTY}"), source: NASTY.into() });
    plan.scenarios.push(Scenario {
        name: NASTY.into(),
        note: format!("x\n# {NASTY}"),
        ..scenario("s", "", &[(PEAK, 9.0)])
    });
    plan.check().unwrap();
    let text = markdown(&DecisionRecord::of(&plan));

    let (mut expected, found) = (headings(&plain), headings(&text));
    expected[0].clone_from(&found[0]);
    assert_eq!(found, expected, "the only headings are those of the record");
    let mut width = 0;
    for line in text.lines() {
        assert!(
            !["===", "---", "```"].contains(&line.trim()) || line == "---" && text.matches("\n---\n").count() == 1,
            "{line}"
        );
        let is_table = line.starts_with('|');
        if is_table && width == 0 {
            width = bars(line);
        }
        assert!(!is_table || bars(line) == width, "a row is as long as its header: {line}");
        width = if is_table { width } else { 0 };
        let code = line.replace("\\`", "");
        assert!(!code.contains('`'), "{line}");
        let tags = line.replace("\\<", "").replace("<br>", "");
        assert!(!tags.contains('<'), "{line}");
    }
    assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains("\n\n\n"), "one end of line at the end");
}

#[test]
fn lists_paragraphs_and_addresses_of_the_user_stay() {
    let mut plan = starter("blank");
    let question = "Two ways:\n- one_or_two\n- two * 3\n\nSee https://example.org/a_b_?x=1&y=2\n& so on";
    set(&mut plan, "decision.question", question);
    let text = markdown(&DecisionRecord::of(&plan));
    let expected = "Two ways:  \n- one_or_two  \n- two \\* 3\n\nSee https://example.org/a_b_?x=1&y=2  \n& so on\n\n## Alternatives";
    assert!(text.contains(expected), "{text}");
}
