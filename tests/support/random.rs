//! Random users and random plans, for properties that hold whatever somebody does.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};
use weighbridge::analyse::presets::PRESETS;
use weighbridge::edit::structure::{Addition, Factor, Thing};
use weighbridge::edit::{Edit, apply};
use weighbridge::model::{Kind, Note, Path, Plan, Range, Scenario, Value};
use weighbridge::session::{Command, Compare, Direction, Edge, KEYMAP, KeyPress, Pasted, Session};
use weighbridge::sheet::{Case, CellRef, Clip, SheetId};
use weighbridge::starter::STARTERS;

/// Something a user does; what it means may depend on the plan.
#[derive(Debug, Clone)]
pub enum Action {
    Press(KeyPress),
    Type(String),
    Paste(String),
    PasteAgain(Pasted),
    Select(usize, usize),
    SelectTo(usize, usize),
    SelectRange(usize, usize, usize, usize),
    FillTo(usize, usize),
    Note(Index, String),
    GoTo(Index),
    GoAstray(String),
    Reset(Index),
    OpenSheet(Index),
    OpenStarter(Index),
    Add(Index),
    Duplicate(Index),
    Shift(Index, isize),
    Remove(Index),
    Preset(Index, bool),
    Write(Vec<(Index, String)>),
    Scenario(Index, Index, u8),
    Other(Command),
}

impl Action {
    /// The command it comes to now, if any.
    pub fn command(&self, session: &Session) -> Option<Command> {
        let path = |index: &Index| index.get(&session.plan().paths()).clone();
        let thing = |index: &Index| {
            let things = things(session.plan());
            (!things.is_empty()).then(|| index.get(&things).clone())
        };
        Some(match self {
            Self::Press(press) => return session.command_for(*press),
            Self::Type(text) => Command::Type(text.clone()),
            Self::Paste(text) => Command::Paste(Clip::from_tsv(text), Pasted::All),
            Self::PasteAgain(pasted) => Command::Paste(session.copied()?, *pasted),
            Self::Select(row, column) => Command::Select(CellRef { row: *row, column: *column }),
            Self::SelectTo(row, column) => Command::SelectTo(CellRef { row: *row, column: *column }),
            Self::SelectRange(row, column, more_rows, more_columns) => {
                let first = CellRef { row: *row, column: *column };
                Command::SelectRange(first, CellRef { row: row + more_rows, column: column + more_columns })
            }
            Self::FillTo(row, column) => Command::FillTo(CellRef { row: *row, column: *column }),
            Self::Note(index, text) => Command::Note(path(index), Note { text: text.clone(), source: String::new() }),
            Self::GoTo(index) => Command::GoTo(path(index)),
            Self::GoAstray(text) => Command::GoTo(Path::from(text.as_str())),
            Self::Reset(index) => Command::Reset(path(index)),
            Self::OpenSheet(index) => Command::OpenSheet(*index.get(&SheetId::TABS)),
            Self::OpenStarter(index) => Command::Open(Box::new(index.get(STARTERS).plan()), "Open".into()),
            Self::Add(index) => Command::Add(index.get(&session.additions()).1.clone()),
            Self::Duplicate(index) => Command::Duplicate(thing(index)?),
            Self::Shift(index, step) => Command::Shift(thing(index)?, *step),
            Self::Remove(index) => Command::Remove(thing(index)?),
            Self::Preset(index, expertise) => Command::ApplyPreset(index.get(&PRESETS), *expertise),
            Self::Write(writes) => {
                Command::Write(writes.iter().map(|(at, text)| (path(at), text.clone())).collect(), "Write".into())
            }
            Self::Scenario(of, index, what) => scenario(session, of, &path(index), *what)?,
            Self::Other(command) => command.clone(),
        })
    }
}

/// Something about the base or a scenario.
fn scenario(session: &Session, of: &Index, path: &Path, what: u8) -> Option<Command> {
    let document = session.document();
    let scenarios = document.scenarios.iter().map(|own| Case::Scenario(own.id.clone()));
    let case = of.get(&std::iter::once(Case::Base).chain(scenarios).collect::<Vec<_>>()).clone();
    let id = || case.scenario().cloned();
    Some(match what {
        0 | 1 => Command::ShowScenario(id()),
        2 => Command::WhatIf(case.address(path), *of.get(&Factor::ALL)),
        3 => Command::Promote(id()?),
        4 => Command::ResetRow(case.address(path)),
        5 => Command::ResetScenario(id()?),
        6 => Command::Compare(Compare::AllInputs(of.index(2) == 0)),
        7 => Command::Compare(Compare::Column(id()?, of.index(3) > 0)),
        8 => Command::Compare(Compare::Baseline(Some(case))),
        9 => Command::Compare(Compare::InPercent(of.index(2) == 0)),
        10 => Command::Reset(case.address(path)),
        11 => Command::GoTo(case.address(path)),
        12 => Command::Write(vec![(case.address(path), of.index(9).to_string())], "Write".into()),
        _ => Command::Add(Addition::Scenario),
    })
}

/// Everything in the plan that can be moved, once each.
pub fn things(plan: &Plan) -> Vec<Thing> {
    let mut things: Vec<Thing> = plan.scenarios.iter().map(|own| Thing::Scenario(own.id.clone())).collect();
    for thing in plan.paths().iter().filter_map(|path| Thing::of(plan, path)) {
        if !things.contains(&thing) {
            things.push(thing);
        }
    }
    things
}

/// A text someone might type: often a number, sometimes anything at all.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[0-9]{1,3}",
        2 => "-?[0-9]{1,4}(\\.[0-9]{1,3})?[%kM]?",
        1 => prop::sample::select(vec![
            "", "yes", "no", "n+1", "az", "target", "go", "python", "crud", "crud, pure", "grouped", "flat", "#12AB9f",
            "none", "no limit", "pert(1, 2, 3)", "triangular(0%, 1%, 2%)", "lognormal(1, 9)", "uniform(0, 1)", "=1+1",
            "1e-3", "1e-300", "1e12", "1,200", "$5", "EUR", "normal(0,", "0.9999999999999999", "12", "36", "60",
        ]).prop_map(String::from),
        2 => formula(),
        1 => ".{0,8}",
    ]
}

/// A formula: names in full and short, patterns, mistakes, and results that fit few cells.
pub fn formula() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "=1/0",
        "=C1.weight",
        "=criteria.C2.weight + 1",
        "=weight * 2",
        "=peak_rps / 100",
        "=connections - peak_rps",
        "=salary / 10000",
        "=go.salary / node.salary",
        "=SUM(criteria.*.weight) / 20",
        "=MIN(10, C1.go + 1)",
        "=50%",
        "=IF(offload_heavy, 1, 2)",
        "=IFERROR(1 / heavy_share, 3)",
        "=1 / heavy_share",
        "=team.hires",
        "=p",
        "=existing",
        "=go-net-http.base_mb / 10",
        "=workload.mix.crud",
        "=1 - pure - native",
        "=#REF! + 1",
        "=headcount",
        "=k_crud",
        "=AVERAGE(criteria.*.scores.go)",
        "=tiers.0.call_share",
        "=5",
        "=0",
        "=-1",
        "=1+",
        "=nothing",
        "=\"\"",
    ])
    .prop_map(String::from)
}

fn block() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(text(), 1..5).prop_map(|cells| cells.join("\t"));
    (prop::collection::vec(row, 1..4), "(\r\n|\n)?").prop_map(|(rows, end)| rows.join("\n") + &end)
}

/// What changes the structure of the plan.
pub fn structural() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => any::<Index>().prop_map(Action::Add),
        2 => any::<Index>().prop_map(Action::Duplicate),
        2 => (any::<Index>(), -2..3_isize).prop_map(|(index, step)| Action::Shift(index, step)),
        3 => any::<Index>().prop_map(Action::Remove),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(index, expertise)| Action::Preset(index, expertise)),
        1 => prop::collection::vec((any::<Index>(), text()), 0..4).prop_map(Action::Write),
    ]
}

/// Anything a user can do.
pub fn action() -> impl Strategy<Value = Action> {
    let keys = prop::sample::select(KEYMAP).prop_map(|binding| Action::Press(binding.press));
    let commands = prop::sample::select(vec![
        Command::Undo,
        Command::Redo,
        Command::Clear,
        Command::Commit,
        Command::Cancel,
        Command::Edit,
        Command::Tab(Direction::Up),
        Command::Enter(Direction::Left),
        Command::Jump(Edge::SheetEnd),
        Command::NextSheet(isize::MAX),
        Command::NextSheet(-7),
        Command::NextScenario(1),
        Command::NextScenario(-1),
        Command::CommitAll,
        Command::Caret(1),
        Command::Caret(3),
        Command::Suggest(1),
        Command::Suggest(-1),
        Command::Complete(None),
        Command::Complete(Some(2)),
        Command::TypeAt("=".into(), 1),
        Command::TypeAt("=SUM(, 1)".into(), 5),
        Command::TypeAt("=pea".into(), 4),
        Command::Cut,
        Command::Cut,
        Command::PasteRest,
        Command::FillDown,
        Command::FillRight,
        Command::Extend(Direction::Down),
        Command::ExtendTo(Edge::SheetStart),
        Command::SelectRows,
        Command::SelectColumns,
        Command::SelectAll,
        Command::SortByWeight,
        Command::HideRows,
        Command::ShowRows,
        Command::FindNext(isize::MIN),
        Command::FindNext(3),
        Command::PageRows(0),
        Command::PageRows(usize::MAX),
    ]);
    prop_oneof![
        6 => keys,
        6 => text().prop_map(Action::Type),
        1 => block().prop_map(Action::Paste),
        2 => prop::sample::select(vec![Pasted::All, Pasted::Values]).prop_map(Action::PasteAgain),
        3 => (0..80_usize, 0..7_usize).prop_map(|(row, column)| Action::Select(row, column)),
        2 => (0..80_usize, 0..12_usize).prop_map(|(row, column)| Action::SelectTo(row, column)),
        3 => (0..80_usize, 0..7_usize, 0..4_usize, 0..3_usize).prop_map(|(r, c, rows, columns)| Action::SelectRange(r, c, rows, columns)),
        1 => (0..80_usize, 0..7_usize).prop_map(|(row, column)| Action::FillTo(row, column)),
        1 => (any::<Index>(), ".{0,8}").prop_map(|(index, text)| Action::Note(index, text)),
        1 => "[a-zA-Z0-9 ]{0,4}".prop_map(|text| Action::Other(Command::Find(text))),
        3 => any::<Index>().prop_map(Action::GoTo),
        1 => "[a-z.0-9]{0,20}".prop_map(Action::GoAstray),
        1 => any::<Index>().prop_map(Action::Reset),
        1 => any::<Index>().prop_map(Action::OpenSheet),
        2 => commands.prop_map(Action::Other),
        1 => text().prop_map(|text| Action::Other(Command::Rename(text))),
        1 => any::<Index>().prop_map(Action::OpenStarter),
        1 => ("[A-Z]{0,2}", 1..4u8, 0..4u8).prop_map(|(name, id, what)| Action::Other(version(name, id, what))),
        4 => (any::<Index>(), any::<Index>(), 0..15_u8).prop_map(|(of, path, what)| Action::Scenario(of, path, what)),
        5 => structural(),
    ]
}

/// Something about the versions of a plan; often there is no such version.
fn version(name: String, id: u8, what: u8) -> Command {
    let id = format!("v{id}").as_str().into();
    match what {
        0 => Command::RestoreVersion(id),
        1 => Command::RemoveVersion(id),
        2 => Command::RenameVersion(id, name),
        _ => Command::TakeVersion { name, note: String::new(), date: "2026-11-23".into() },
    }
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        prop::sample::select(vec![0.0, 0.1, 0.5, 1.0, 2.0, 3.0, 12.0, 100.0, 5000.0]),
        0.0..1.0,
        1.0..60.0,
        (1..40u32).prop_map(f64::from),
        1.0..1e5,
    ]
}

/// A value of any kind, fit for some input or other.
pub fn value() -> impl Strategy<Value = Value> {
    let range = (number(), number(), number()).prop_map(|(a, b, c)| {
        let mut ends = [a, b, c];
        ends.sort_by(f64::total_cmp);
        let [low, mode, high] = ends;
        match (a * 1e3) as u64 % 5 {
            0 => Range::Triangular(low, mode, high),
            1 => Range::Pert(low, mode, high),
            2 => Range::Uniform(low, high),
            3 => Range::Normal(a, b),
            _ => Range::Lognormal(low + 0.5, high + 0.5),
        }
    });
    prop_oneof![
        6 => number().prop_map(Value::Number),
        2 => range.prop_map(Value::Range),
        2 => text().prop_map(Value::Text),
        1 => any::<bool>().prop_map(Value::Flag),
        1 => Just(Value::Empty),
    ]
}

/// A change of one input of the plan, or several together; most fit, many do not.
pub fn edit_of(plan: &Plan, choices: &[(Index, Value)]) -> Edit {
    let paths = plan.paths();
    let set = |(index, value): &(Index, Value)| {
        let path = index.get(&paths).clone();
        let kind = plan.input(&path).map(|input| input.kind);
        // Words of a choice are rarely hit by chance.
        let value = match (kind, value) {
            (Some(Kind::Choice(words)), Value::Number(_)) => Value::Text((*index.get(words)).into()),
            (Some(Kind::Text(_)), Value::Number(x)) => Value::Text(format!("name {x}")),
            (Some(Kind::Flag), Value::Number(x)) => Value::Flag(*x > 1.0),
            _ => value.clone(),
        };
        Edit::Set(path, value)
    };
    match choices {
        [one] => set(one),
        _ => Edit::Many(choices.iter().map(set).collect()),
    }
}

/// A starter with some of its inputs changed, and with remarks and scenarios.
pub fn plan() -> impl Strategy<Value = Plan> {
    let changes = prop::collection::vec((any::<Index>(), value()), 0..60);
    (any::<Index>(), changes, "\\PC{0,12}").prop_map(|(starter, changes, words)| {
        let mut plan = starter.get(STARTERS).plan();
        for (count, change) in changes.iter().enumerate() {
            let edit = edit_of(&plan, std::slice::from_ref(change));
            let Edit::Set(path, value) = &edit else { continue };
            if count % 8 == 0 {
                plan.notes.insert(path.clone(), Note { text: words.clone(), source: format!("line\n\t\"{count}\"") });
            }
            if count % 5 == 0 {
                let mut scenario = Scenario { id: format!("s{count}").as_str().into(), ..Scenario::default() };
                scenario.name.clone_from(&words);
                let is_number = plan.input(path).is_some_and(|input| input.kind.unit().is_some());
                let value = match value {
                    Value::Text(text) if is_number && text.starts_with('=') => Value::Formula(text.clone()),
                    value => value.clone(),
                };
                scenario.overrides.insert(path.clone(), value);
                plan.scenarios.push(scenario);
                if plan.check().is_err() {
                    plan.scenarios.pop();
                }
            }
            let _ = apply(&mut plan, edit);
        }
        plan
    })
}

/// Anything that may stand in a file: what fits some input, what nearly does, and what fits none.
pub fn json() -> impl Strategy<Value = Json> {
    let number = prop_oneof![
        prop::sample::select(vec![
            0.0, 1.0, 2.0, 2.5, 0.5, -0.5, -1.0, 0.9, 0.95, 0.96, 1.1, 3.0, 5.5, 10.0, 10.5, 11.0, 12.0, 60.0, 61.0,
            1000.0, 1001.0, 1024.0, 1200.0, 1201.0, 1e6, 1.5e6, 1e12, 1.1e12, -1e12, -1.1e12, 9e15, 1e16, 1e-12, 5e-13,
            -5e-13,
        ]),
        -2.0..70.0,
    ];
    let words_or_not = prop_oneof![
        text(),
        prop::sample::select(vec![
            "#12AB9f",
            "#12AB9",
            "#12AB9g",
            "blue",
            "2027-08-31",
            "2027-02-30",
            "2027-13-01",
            "27-08-31",
            "typed",
            "measured",
            "n+1",
            "gil",
            "flat",
            "mid",
            "=workload.vcpu",
            "",
        ])
        .prop_map(String::from),
        prop::sample::select(vec![8, 9, 40, 41, 80, 81, 120, 121, 200, 201, 1000, 1001, 2000, 2001])
            .prop_map(|length| "é".repeat(length)),
    ];
    let words = prop::collection::vec(prop::sample::select(vec!["crud", "pure", "payments", "gpu"]), 0..3);
    let names = prop::sample::select(vec!["triangular", "pert", "uniform", "normal", "lognormal", "gauss"]);
    let range = (names, prop::collection::vec(number.clone(), 1..4), 0..4).prop_map(|(name, mut parameters, order)| {
        if order > 0 {
            parameters.sort_by(f64::total_cmp);
        }
        json!({ name: parameters })
    });
    prop_oneof![
        4 => number.prop_map(|number| json!(number)),
        3 => words_or_not.prop_map(Json::String),
        3 => range,
        1 => words.prop_map(|words| json!(words)),
        1 => any::<bool>().prop_map(Json::Bool),
        1 => prop::sample::select(vec![
            json!(null), json!([]), json!({}), json!([1]), json!(["crud", 1]), json!({"pert": [1, 2, "3"]}), json!({"pert": 2}),
            json!({"uniform": [0, 1], "pert": [0, 1, 2]}), json!({"id": "go"}), json!([["crud"]]),
        ]),
    ]
}
