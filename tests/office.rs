//! LibreOffice opens what is exported, works the formulas out by itself, and finds the same numbers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::path::{Path as File, PathBuf};
use std::process::Command;

use support::{read, starter};
use weighbridge::edit::{Edit, apply};
use weighbridge::evaluate::evaluate;
use weighbridge::export::{csv, xlsx};
use weighbridge::file;
use weighbridge::model::{Plan, Value};
use weighbridge::sheet::{Cell, Grid, SheetId, edit_text, result_number, tsv};

/// A folder of its own for each test, with a profile that has formulas worked out when a workbook is opened.
struct Office {
    folder: PathBuf,
}

const RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

impl Office {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("weighbridge-office-{}-{name}", std::process::id()));
        let user = folder.join("profile/user");
        std::fs::create_dir_all(&user).unwrap();
        std::fs::write(user.join("registrymodifications.xcu"), RECALCULATE).unwrap();
        Self { folder }
    }

    /// Opens a file and saves each of its sheets as comma-separated text, numbers in full.
    fn open(&self, name: &str, bytes: &[u8], formulas: bool) {
        let file = self.folder.join(name);
        std::fs::write(&file, bytes).unwrap();
        // Comma, quote, UTF-8, from line 1, …, numbers not as shown but in full, formulas or values, …, every sheet.
        let filter = format!("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,{formulas},false,-1");
        let output = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", self.folder.join("profile").display()))
            .args(["--headless", "--norestore", "--infilter=CSV:44,34,76,1,,0,false,true"])
            .args(["--convert-to", &filter, "--outdir"])
            .args([self.folder.join("out"), file])
            .output()
            .expect("soffice starts: scripts/office.sh installs it");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn sheet(&self, name: &str) -> Vec<Vec<String>> {
        let file: PathBuf = self.folder.join("out").join(format!("{name}.csv"));
        tsv::parse(&std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())), ',')
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(File::new(&self.folder));
    }
}

fn set(plan: &mut Plan, path: &str, value: Value) {
    apply(plan, Edit::Set(path.into(), value)).unwrap_or_else(|problem| panic!("{problem}"));
}

/// One formula for each function, and for what else a formula may hold.
const FORMULAS: &[&str] = &[
    "=ABS(0 - workload.peak_rps) + AVERAGE(criteria.*.weight, 1)",
    "=AND(workload.vcpu > 1, workload.autoscale) + 1",
    "=CEILING(workload.peak_rps / 7, 5) + FLOOR(workload.peak_rps / 7, 5)",
    "=CHOOSE(2, 1, workload.vcpu, 3)",
    "=COUNT(profiles.*.base_mb) + COUNTA(profiles.*.name)",
    "=EXP(1) + LN(workload.peak_rps) + LOG(100) + LOG(8, 2) + LOG10(1000)",
    "=FV(5%, 10, -100) + PV(5%, 10, -100) + PMT(5%, 10, -1000) + NPER(5%, -200, 1000)",
    "=GEOMEAN(alternatives.*.team.salary)",
    "=IF(workload.peak_rps ≥ 2000, 1, 2) + IFERROR(1 / 0, 7) + IFS(FALSE, 1, TRUE, 5)",
    "=INT(-2.5) + TRUNC(-2.5) + TRUNC(2.567, 2) + SIGN(-3)",
    "=ISBLANK(workload.max_wait_ms) + ISERROR(1/0) + ISNUMBER(workload.vcpu)",
    "=LARGE(profiles.*.base_mb, 2) + SMALL(profiles.*.base_mb, 2)",
    "=MAX(alternatives.*.team.fill_weeks) - MIN(alternatives.*.team.fill_weeks) + MEDIAN(profiles.*.conn_kb)",
    "=MOD(-7, 3) + MROUND(7.3, 0.5) + QUOTIENT(7, 2)",
    "=NOT(workload.autoscale) + OR(FALSE, TRUE) + XOR(TRUE, TRUE, TRUE)",
    "=NPV(10%, 100, 200, 300) + PI() + POWER(2, 10) + PRODUCT(2, 3, workload.vcpu) + SQRT(2)",
    "=ROUND(2.675, 2) + ROUNDDOWN(2.679, 2) + ROUNDUP(2.671, 2)",
    "=STDEV(profiles.*.base_mb) + SUMSQ(1, 2, workload.vcpu) + SUMPRODUCT(profiles.*.base_mb)",
    "=SUM(criteria.*.weight)",
    "=SWITCH(workload.vcpu, 1, 10, 2, 20, 30)",
    "=-2^2 + 2^3^2 + 50% × 4 − 6 ÷ 4 + .5",
    "=IF(go.name = \"go\", 3, 4) + IF(\"a\" & \"b\" ≠ \"AB\", 1, 2)",
    "=workload.mix.crud - workload.mix.pure + settings.discount_rate + go.p",
    "=C1.raw.go * 2 + 1e20 / 1e18",
];

/// Formulas that Excel does not have alike: their cells hold the value.
const KEPT: &[&str] = &["=ROUND(workload.peak_rps / 7)", "=settings.seed * 2", "=CEILING(2.5)"];

/// A plan whose raw values follow from all those formulas, and from some on the other sheets.
fn plan() -> (Plan, Vec<(String, bool)>) {
    let mut plan = starter("blank");
    set(&mut plan, "workload.peak_rps", Value::Number(2_345.678_901_234_5));
    set(&mut plan, "workload.connections", Value::Formula("=workload.peak_rps * 5 + team.hires".into()));
    set(&mut plan, "alternatives.node.team.salary", Value::Formula("=go.team.salary * 0.9".into()));
    set(&mut plan, "team.existing_salary", Value::Formula("=SUM(alternatives.*.team.salary) / 3".into()));
    set(&mut plan, "team.attrition", Value::Formula("=12% + 0.005".into()));
    set(&mut plan, "workload.growth", Value::Number(-0.012_5));
    set(&mut plan, "alternatives.go.name", Value::Text("=SUM(A1:A9)".into()));
    set(&mut plan, "alternatives.python.offload_heavy", Value::Flag(true));
    plan.notes.insert("team.hires".into(), weighbridge::model::Note { text: "a remark".into(), source: "me".into() });
    for number in 1..=19 {
        set(&mut plan, &format!("criteria.C{number}.scored"), Value::Text("measured".into()));
    }
    let all = FORMULAS.iter().map(|text| (*text, true)).chain(KEPT.iter().map(|text| (*text, false)));
    let mut placed = Vec::new();
    for (index, (text, is_formula)) in all.enumerate() {
        let own = ["go", "node", "python"][index % 3];
        let path = format!("criteria.C{}.raw.{own}", index / 3 + 1);
        set(&mut plan, &path, Value::Formula(text.into()));
        placed.push((path, is_formula));
    }
    assert_eq!(plan.faults().iter().collect::<Vec<_>>(), []);
    (plan, placed)
}

#[track_caller]
fn assert_number(found: &str, expected: f64, place: &str) {
    let (text, times) = found.strip_suffix('%').map_or((found, 1.0), |text| (text, 0.01));
    let number: f64 = text.parse().unwrap_or_else(|_| panic!("{place}: “{found}” for {expected}"));
    let number = number * times;
    // Calc keeps fifteen digits in its texts.
    assert!((number - expected).abs() <= 1e-9 * expected.abs().max(1e-3), "{place}: {number} for {expected}");
}

/// Every cell of the opened sheet holds what the plan's cell does.
fn assert_sheet(plan: &Plan, sheet: SheetId, lines: &[Vec<String>], per_cent: f64) -> usize {
    let (grid, evaluation) = (Grid::of(plan, sheet), evaluate(plan));
    let mut numbers = 0;
    for (row, line) in grid.rows.iter().enumerate() {
        assert_eq!(lines[row + 1][0], line.label.replace("=", if per_cent == 1.0 { "=" } else { "'=" }));
        for (column, cell) in line.cells.iter().enumerate() {
            let found = &lines[row + 1][column + 2];
            match cell {
                Cell::Blank => assert_eq!(found, "", "{} {column}", line.label),
                Cell::Input(path) => {
                    let (input, value) = (plan.input(path).unwrap(), plan.value(path).unwrap());
                    let times = input.kind.unit().map_or(1.0, |unit| {
                        if unit.style == weighbridge::model::Style::Percent { per_cent } else { 1.0 }
                    });
                    match (&value, value.central()) {
                        (Value::Range(_), _) if per_cent != 1.0 => assert!(found.contains('('), "{path}: {found}"),
                        (_, Some(number)) => {
                            assert_number(found, number * times, path.as_str());
                            numbers += 1;
                        }
                        (Value::Flag(flag), _) if per_cent == 1.0 => {
                            assert_eq!(found, if *flag { "TRUE" } else { "FALSE" }, "{path}");
                        }
                        (other, _) => assert_eq!(found.trim_start_matches('\''), edit_text(input, other), "{path}"),
                    }
                }
                Cell::Computed(path) => {
                    if let Some(number) = result_number(plan, &evaluation, path) {
                        let is_percent = weighbridge::sheet::result_style(path) == weighbridge::model::Style::Percent;
                        assert_number(found, number * if is_percent { per_cent } else { 1.0 }, path.as_str());
                        numbers += 1;
                    }
                }
            }
        }
    }
    numbers
}

#[test]
fn a_workbook_opens_with_the_same_numbers_and_works_them_out_itself() {
    let office = Office::new("workbook");
    let (plan, placed) = plan();
    let bytes = xlsx::workbook(&plan, &evaluate(&plan)).unwrap();
    assert_eq!(bytes, xlsx::workbook(&plan, &evaluate(&plan)).unwrap(), "the same plan, the same bytes");
    office.open("book.xlsx", &bytes, false);
    let numbers: usize = SheetId::ALL
        .iter()
        .map(|sheet| assert_sheet(&plan, *sheet, &office.sheet(&format!("book-{}", sheet.label())), 1.0))
        .sum();
    assert!(numbers > 400, "{numbers}");

    let evaluation = evaluate(&plan);
    let results = office.sheet("book-Results");
    assert_eq!(results[0], ["Results", "Unit", "=SUM(A1:A9)", "Node.js", "Python"]);
    let value = results.iter().find(|line| line[0] == "Net present value").unwrap();
    assert_number(&value[2], evaluation.alternatives[0].money.unwrap().npv, "NPV of Go");
    let months = office.sheet("book-Months");
    assert_eq!(months.iter().filter(|line| !line[0].is_empty()).count(), 1 + 3 * 36);
    let written = tsv::parse(&file::csv(&evaluation), ',');
    assert_eq!(months[0], written[0]);
    for (line, expected) in months.iter().zip(&written).skip(1) {
        for ((found, figure), name) in line.iter().zip(expected).zip(&written[0]).skip(1) {
            match figure.parse() {
                Ok(number) => assert_number(found, number, name),
                Err(_) => assert_eq!(found, figure, "{name}"),
            }
        }
    }

    // The same cells hold formulas, and values only where Excel has none alike.
    office.open("formulas.xlsx", &bytes, true);
    let grid = Grid::of(&plan, SheetId::Criteria);
    let criteria = office.sheet("formulas-Criteria");
    for (path, is_formula) in placed {
        let at = grid.find(&path.as_str().into()).unwrap();
        let found = &criteria[at.row + 1][at.column + 2];
        assert_eq!(found.trim_start_matches('{').starts_with('='), is_formula, "{path}: {found}");
    }
    let workload = office.sheet("formulas-Workload");
    assert!(
        workload.iter().flatten().any(|field| field.starts_with("=C3*5+") && field.contains("Team")),
        "{workload:?}"
    );
}

#[test]
fn formulas_are_really_worked_out() {
    let office = Office::new("recalculates");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let formula = rust_xlsxwriter::Formula::new("6*7").set_result("1");
    workbook.add_worksheet().set_name("S").unwrap().write_formula(0, 0, formula).unwrap();
    office.open("wrong.xlsx", &workbook.save_to_buffer().unwrap(), false);
    assert_eq!(office.sheet("wrong-S")[0][0], "42");
}

#[test]
fn a_sheet_as_text_opens_with_the_same_numbers() {
    let office = Office::new("text");
    let (plan, _) = plan();
    for sheet in [SheetId::Workload, SheetId::Team] {
        let name = sheet.label();
        let text = csv::sheet(&plan, Some(&evaluate(&plan)), sheet);
        office.open(&format!("{name}.csv"), text.as_bytes(), false);
        let lines = office.sheet(&format!("{name}-{name}"));
        let numbers = assert_sheet(&plan, sheet, &lines, 100.0);
        assert!(numbers > 40, "{numbers}");
        // And what it saves is no change.
        let saved = std::fs::read_to_string(office.folder.join(format!("out/{name}-{name}.csv"))).unwrap();
        assert_eq!(csv::read_sheet(&saved, &plan).unwrap(), []);
    }
}

#[test]
fn every_plan_makes_a_workbook() {
    for known in weighbridge::starter::STARTERS {
        let plan = known.plan();
        assert!(xlsx::workbook(&plan, &evaluate(&plan)).unwrap().len() > 10_000);
    }
    let plan = read(&support::data("plan-v1.json"));
    assert!(xlsx::workbook(&plan, &evaluate(&plan)).is_ok());
}
