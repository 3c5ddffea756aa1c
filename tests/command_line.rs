//! The command line: what it prints, where, and with which exit status.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use serde_json::Value as Json;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use support::{assert_node_close, data};

/// A file below `tests/data`.
fn file(name: &str) -> String {
    format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn run_with(input: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weighbridge"));
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    // A program that does not want its input may close it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn run(arguments: &[&str]) -> Output {
    run_with("", arguments)
}

/// The output of a call that must succeed in silence on the error stream.
#[track_caller]
fn good(output: Output) -> String {
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), errors.as_str()), (Some(0), ""));
    String::from_utf8(output.stdout).unwrap()
}

/// The message of a call that must fail with this status and print nothing else.
#[track_caller]
fn bad(output: Output, status: i32) -> String {
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (output.status.code(), String::from_utf8(output.stdout).unwrap().as_str()),
        (Some(status), ""),
        "{message}"
    );
    message
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn evaluate_prints_the_worked_example() {
    let example = json(&data("worked_example.json"));
    let found = json(&good(run_with(&example["plan"].to_string(), &["evaluate", "-"])));
    assert_node_close(&found, &example["expected"]);
    assert_eq!((&found["plan"], &found["scenario"]), (&Json::from("Worked example"), &Json::Null));
    // By hand 400/6, 430/6 and 410/6 points
    let ranks = ["go", "node", "python"].map(|id| found["alternatives"][id]["rank"].as_u64().unwrap());
    assert_eq!(ranks, [3, 1, 2]);
    assert_eq!(found["alternatives"]["go"]["ruled_out"], Json::Array(Vec::new()));
}

#[test]
fn evaluate_prints_the_warnings_of_the_worked_example() {
    let example = json(&data("worked_example.json"));
    let found = json(&good(run_with(&example["plan"].to_string(), &["evaluate", "-"])));
    let warnings = found["warnings"].as_array().unwrap();
    // 2,000·1.05³³ = 10,006.4 connections in month 34; over 2·10,000 a Node.js instance, CPU needs 9, and one is spare
    let first = json(
        r#"{ "rule": "W5", "alternative": "node", "month": 34, "path": "workload.connections", "message":
        "10,007 connections in month 34 are above 10,000, the article's line for Go. Our model serves them with 10 instances of Node.js; the line is no hard limit." }"#,
    );
    assert_eq!(warnings[0], first);
    let rules: Vec<&str> = warnings.iter().map(|warning| warning["rule"].as_str().unwrap()).collect();
    let expected = "W5 W5 W9 W9 W10 W10 W10 W11 W15 W15 W15 W17 W17 W21 W23 W23 W23";
    assert_eq!(rules.join(" "), expected);
    let whole = warnings.iter().find(|warning| warning["rule"] == "W21").unwrap();
    assert_eq!((&whole["alternative"], &whole["month"]), (&Json::Null, &Json::Null));
    // The table says the same, a line each.
    let table = good(run_with(&example["plan"].to_string(), &["evaluate", "-", "--format", "table"]));
    let lines: Vec<&str> = table.lines().skip(2 + 1 + 3 + 1).collect();
    assert_eq!(lines.len(), warnings.len(), "{table}");
    for (line, warning) in lines.iter().zip(warnings) {
        let [rule, path, message] = ["rule", "path", "message"].map(|field| warning[field].as_str().unwrap());
        assert!(line.starts_with(rule) && line.ends_with(&format!("{message} → {path}")), "{line}");
    }
}

#[test]
fn what_counts_as_a_default_goes_by_the_starter_of_the_plan() {
    let old = |plan: &str| {
        let found = json(&good(run_with(plan, &["evaluate", "-"])));
        let warnings = found["warnings"].as_array().unwrap().iter();
        let mut old = warnings.filter(|warning| warning["rule"] == "W17");
        old.any(|warning| warning["path"] == "team.attrition")
    };
    let with = |team: &str| format!(r#"{{"format":"weighbridge-plan","version":1,"template":"blank","team":{team}}}"#);
    assert!(old(&with("{}")));
    assert!(!old(&with(r#"{"attrition":0.2}"#)), "an own number has no age");
}

#[test]
fn evaluate_takes_a_file_a_format_and_a_scenario() {
    let plan = file("plan-v1.json");
    let by_default = good(run(&["evaluate", &plan]));
    assert_eq!(good(run(&["evaluate", "--format", "json", &plan])), by_default);
    assert_eq!(good(run_with(&data("plan-v1.json"), &["evaluate", "-"])), by_default);
    let base = json(&by_default);
    let scenario = json(&good(run(&["evaluate", &plan, "--scenario=x10"])));
    assert_eq!((&base["scenario"], &scenario["scenario"]), (&Json::Null, &Json::from("x10")));
    // 20,000 requests/s in place of 100 to 900, whose middle is √(100·900) = 300
    let cores = |results: &Json| results["alternatives"]["node"]["months"][0]["cores"].as_f64().unwrap();
    assert!((cores(&scenario) / cores(&base) - 20_000.0 / 300.0).abs() < 1e-6);
    let quiet = json(&good(run(&["evaluate", &plan, "--scenario", "quiet"])));
    assert_eq!(quiet["alternatives"], base["alternatives"], "a scenario without overrides changes nothing");
}

#[test]
fn compare_prints_what_each_override_makes_of_the_difference() {
    let plan = file("plan-v1.json");
    let found = json(&good(run(&["compare", &plan, "base", "x10"])));
    assert_eq!((&found["from"], &found["to"], &found["method"]["name"]), (&Json::Null, &"x10".into(), &"exact".into()));
    let paths: Vec<&str> =
        found["players"].as_array().unwrap().iter().map(|p| p[0]["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"workload.peak_rps") && paths.contains(&"criteria.C17.weight"), "{paths:?}");
    let evaluated = |scenario: &[&str]| json(&good(run(&[&["evaluate", &plan], scenario].concat())));
    let (base, x10) = (evaluated(&[]), evaluated(&["--scenario=x10"]));
    for (id, alternative) in found["alternatives"].as_object().unwrap() {
        for (measure, place) in [("npv", "/npv"), ("score", "/score/flat")] {
            let [from, to] = [&base, &x10].map(|of| of["alternatives"][id].pointer(place).unwrap().as_f64());
            let told = &alternative[measure];
            assert_eq!([told["from"].as_f64(), told["to"].as_f64()], [from, to], "{id} {measure}");
            let Some(whole) = told["difference"].as_f64() else { continue };
            let parts: f64 = told["parts"].as_array().unwrap().iter().map(|part| part.as_f64().unwrap()).sum();
            assert!(
                (parts - whole).abs() <= 1e-9 * to.unwrap().abs() && told["unknown"] == Json::Null,
                "{id} {measure}"
            );
        }
    }
    let table = good(run(&["compare", &plan, "x10", "base", "--format", "table"]));
    assert!(table.starts_with("A plan of version 1 – “frozen”: x10 → base\n"), "{table}");
    assert_eq!(table.matches("  difference\n").count(), 4, "{table}");
    assert_eq!(table.matches("  workload.peak_rps\n").count(), 4, "{table}");
    assert!(table.ends_with(&format!("\nExact, from {} plans.\n", 1 << paths.len())), "{table}");
    let nothing = json(&good(run(&["compare", &plan, "quiet", "base"])));
    assert_eq!(nothing["players"], Json::Array(Vec::new()));
}

#[test]
fn an_alternative_that_does_not_fit_has_nulls_and_not_zeros() {
    let plan = r#"{"format":"weighbridge-plan","version":1,"workload":{"ram_gb":0.001}}"#;
    let found = json(&good(run_with(plan, &["evaluate", "-"])));
    let go = &found["alternatives"]["go"];
    for field in ["total", "npv", "infrastructure_total", "cost_per_engineer_month", "equal_output_cost"] {
        assert_eq!(go[field], Json::Null, "{field}");
    }
    for field in ["infrastructure", "total", "cumulative", "cumulative_npv", "instances", "instances_billed"] {
        assert_eq!(go["months"][0][field], Json::Null, "{field}");
    }
    assert_eq!(go["months"][0]["binding"], json(r#"["memory"]"#));
    assert!(go["score"]["flat"].is_number() && go["months"][0]["payroll"].is_number());
    assert_eq!(found["break_evens"]["go|node"], json(r#"{"nominal":[],"discounted":[]}"#));
}

#[test]
fn the_table_has_a_line_for_each_alternative() {
    let table = good(run_with(&data("plan-v1.json"), &["evaluate", "-", "--format", "table"]));
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "A plan of version 1 – “frozen”");
    assert_eq!(lines[2 + 1 + 4], "", "warnings come below: {table}");
    for (line, name) in lines[3..].iter().zip(["Go", "Node.js", "Python", "Hybrid"]) {
        assert!(line.starts_with(name), "{line}");
    }
}

#[test]
fn csv_is_rfc_4180_with_a_row_for_each_month() {
    let csv = good(run_with(&data("plan-v1.json"), &["evaluate", "-", "--format", "csv"]));
    assert!(csv.ends_with("\r\n") && !csv.replace("\r\n", "").contains(['\r', '\n', '"']), "lines end in CR LF");
    let rows: Vec<Vec<&str>> = csv.trim_end().split("\r\n").map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 1 + 4 * 48, "a header and 48 months of four alternatives");
    assert_eq!(rows[0][..3], ["alternative", "month", "payroll"]);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "every row has every field");
    // The same numbers as in the JSON, whatever stands in between.
    let results = json(&good(run_with(&data("plan-v1.json"), &["evaluate", "-"])));
    for row in &rows[1..] {
        let month = &results["alternatives"][row[0]]["months"][row[1].parse::<usize>().unwrap() - 1];
        for (name, field) in rows[0].iter().zip(row).skip(1) {
            match &month[name] {
                Json::Number(number) => assert_eq!(field.parse::<f64>().unwrap(), number.as_f64().unwrap(), "{name}"),
                Json::Array(words) => assert_eq!(field.split(' ').count(), words.len(), "{name}"),
                other => panic!("{name}: {other}"),
            }
        }
    }
}

#[test]
fn record_prints_the_decision_record() {
    use weighbridge::export::{markdown, record::DecisionRecord};
    let printed = good(run(&["record", &file("plan-v1.json")]));
    assert_eq!(printed, markdown(&DecisionRecord::of(&support::read(&data("plan-v1.json")))));
    assert!(printed.starts_with("# A plan of version 1 – “frozen”\n\n- Status: proposed\n"));
    assert_eq!(good(run_with(&data("plan-v1.json"), &["record", "-"])), printed);
}

#[test]
fn export_writes_the_plan_or_a_scenario_applied() {
    let plan = file("plan-v1.json");
    let text = good(run(&["export", &plan, "--format", "json"]));
    assert_eq!(text, support::as_of_this_version(&data("plan-v1.json")));
    let applied = good(run(&["export", &plan, "--format", "json", "--scenario", "x10"]));
    assert!(json(&applied)["title"].as_str().unwrap().starts_with("A plan of version 1 – “frozen” – "));
    // The scenario applied counts like the scenario of the plan.
    let of_plan = json(&good(run(&["evaluate", &plan, "--scenario", "x10"])));
    let of_own = json(&good(run_with(&applied, &["evaluate", "-"])));
    assert_eq!(of_own["alternatives"], of_plan["alternatives"]);
}

#[test]
fn export_writes_what_a_scenario_changes_alone() {
    let text = good(run(&["export", &file("plan-v1.json"), "--format=overrides", "--scenario=x10"]));
    let found = json(&text);
    assert_eq!((&found["format"], &found["scenario"]["id"]), (&json(r#""weighbridge-scenario""#), &Json::from("x10")));
    assert_eq!(found["scenario"]["overrides"]["workload.peak_rps"], 20_000);
    let base = support::read(&data("plan-v1.json"));
    assert_eq!(weighbridge::file::read_scenario(&text, &base).unwrap(), base.scenarios[0]);
}

#[test]
fn export_writes_a_link_that_opens() {
    let link = good(run(&["export", &file("plan-v1.json"), "--format", "link"]));
    let plan = weighbridge::file::link::from_fragment(link.strip_suffix('\n').unwrap()).unwrap();
    assert!(plan == support::read(&data("plan-v1.json")));
}

#[test]
fn export_writes_sheets_and_months_as_csv() {
    let plan = file("plan-v1.json");
    let sheet = good(run(&["export", &plan, "--format", "csv", "--sheet", "team"]));
    assert!(sheet.starts_with("Team,Unit,All,Go,"), "{sheet}");
    assert_eq!(good(run(&["export", &plan, "--format", "csv", "--sheet", "Team"])), sheet);
    let months = good(run(&["export", &plan, "--format", "csv", "--sheet", "months"]));
    assert_eq!(months, good(run(&["evaluate", &plan, "--format", "csv"])));
    let of_scenario = good(run(&["export", &plan, "--format", "csv", "--sheet", "workload", "--scenario", "x10"]));
    assert!(of_scenario.contains("Peak traffic at launch,requests/s,20000,"), "{of_scenario}");
}

#[test]
fn export_writes_a_workbook_to_a_file_or_into_a_pipe() {
    let folder = std::env::temp_dir().join(format!("weighbridge-export-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let target = folder.join("plan.xlsx");
    let plan = file("plan-v1.json");
    let call = ["export", &plan, "--format", "xlsx"];
    assert_eq!(good(run(&[&call[..], &["--output", target.to_str().unwrap()]].concat())), "");
    let written = std::fs::read(&target).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(written.starts_with(b"PK\x03\x04") && written.len() > 10_000);
    assert_eq!(run(&call).stdout, written);
    let nowhere = [&call[..], &["--output", "/nowhere/plan.xlsx"]].concat();
    assert!(bad(run(&nowhere), 2).contains("/nowhere/plan.xlsx"));
}

#[test]
fn export_of_results_needs_formulas_that_come_to_something() {
    let plan = r#"{"format":"weighbridge-plan","version":1,"workload":{"peak_rps":"=1/0"}}"#;
    for format in [&["xlsx"][..], &["csv", "--sheet", "team"]] {
        let message = bad(run_with(plan, &[&["export", "-", "--format"], format].concat()), 2);
        assert!(message.contains("workload.peak_rps"), "{message}");
    }
    good(run_with(plan, &["export", "-", "--format", "link"]));
}

#[test]
fn check_is_silent_about_a_good_plan_and_says_what_is_wrong_with_a_bad_one() {
    assert_eq!(good(run(&["check", &file("plan-v1.json")])), "");
    let bad_plan = file("bad/unknown-field.json");
    let output = run(&["check", &bad_plan]);
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines, format!("{bad_plan}: workload.peak_rsp: this version knows no such field.\n"));
    assert_eq!(run_with("nonsense", &["check", "-"]).status.code(), Some(1));
}

#[test]
fn check_prints_a_line_for_each_mistake() {
    let plan = r#"{"format":"weighbridge-plan","version":1,
        "settings":{"seed":-1},"workload":{"peak_rsp":5},"team":{"hires":"two"}}"#;
    let output = run_with(plan, &["check", "-"]);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), b"".as_slice()));
    let lines = String::from_utf8(output.stdout).unwrap();
    let starts = ["-: settings.seed: -1 ", "-: workload.peak_rsp: this", "-: team.hires: “two” "];
    assert_eq!(lines.lines().count(), 3, "{lines}");
    for (line, start) in lines.lines().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
    // Evaluation needs no more than the first to give up.
    assert_eq!(bad(run_with(plan, &["evaluate", "-"]), 2).lines().count(), 1);

    let broken = r#"{"format":"weighbridge-plan","version":1,"two\nlines":1,"settings":{"score_form":"a\r\nb"}}"#;
    let lines = String::from_utf8(run_with(broken, &["check", "-"]).stdout).unwrap();
    assert_eq!(lines.lines().count(), 2, "what is quoted breaks no line: {lines}");

    let many: Vec<String> = (0..150).map(|n| format!("\"x{n}\":1")).collect();
    let output =
        run_with(&format!(r#"{{"format":"weighbridge-plan","version":1,{}}}"#, many.join(",")), &["check", "-"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 100);
    let remark = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (output.status.code(), remark.as_str()),
        (Some(1), "weighbridge: no more than 100 problems are listed\n")
    );
}

#[test]
fn schema_prints_the_schema_that_is_served() {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/src/file/plan.schema.json");
    assert!(good(run(&["schema"])) == std::fs::read_to_string(kept).unwrap());
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).unwrap();
    assert!(page.contains(r#"rel="copy-file" href="src/file/plan.schema.json""#), "it lies beside the page");
}

#[test]
fn template_lists_the_starters_and_prints_one() {
    let list = good(run(&["template"]));
    let rows: Vec<Vec<&str>> = list.lines().map(|line| line.split('\t').collect()).collect();
    assert!(rows.len() == 9 && rows.iter().all(|row| row.len() == 3), "{list}");
    assert_eq!(rows[3][..2], ["ml-inference", "ML inference"]);
    for row in rows {
        let plan = good(run(&["template", row[0]]));
        assert_eq!(good(run_with(&plan, &["check", "-"])), "", "{}", row[0]);
        assert!(plan.contains(&format!("\"template\": \"{}\"", row[0])));
    }
}

#[test]
fn a_bad_file_is_status_2() {
    for name in ["newer-version", "out-of-bounds", "not-json"] {
        let message = bad(run(&["evaluate", &file(&format!("bad/{name}.json"))]), 2);
        assert!(message.starts_with("weighbridge: ") && message.contains(name), "{message}");
    }
    for call in [&["evaluate"][..], &["check"], &["export", "--format", "json"]] {
        assert!(bad(run(&[call, &["/nowhere/plan.json"]].concat()), 2).contains("/nowhere/plan.json"));
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_weighbridge"));
    let mut child = command.args(["evaluate", "-"]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&[0xff, 0xfe, b'{']).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("not UTF-8"));
}

#[test]
#[cfg(unix)]
fn a_file_without_end_is_read_no_further_than_a_plan_can_go() {
    let message = bad(run(&["evaluate", "/dev/zero"]), 2);
    assert_eq!(message, "weighbridge: /dev/zero: the file has more than 5000000 bytes; no plan is that large\n");
    let long = " ".repeat(weighbridge::file::MAX_BYTES + 1);
    assert!(bad(run_with(&long, &["evaluate", "-"]), 2).contains("more than 5000000 bytes"));
}

#[test]
fn a_bad_call_is_status_64_and_shows_how_to_call() {
    let plan = file("plan-v1.json");
    for call in [
        &[] as &[&str],
        &["dance"],
        &["evaluate"],
        &["check"],
        &["record"],
        &["evaluate", &plan, "--format", "xml"],
        &["evaluate", &plan, "--format"],
        &["evaluate", &plan, "--scenario", "nobody"],
        &["evaluate", &plan, &plan],
        &["export"],
        &["export", &plan],
        &["export", &plan, "--format", "pdf"],
        &["export", &plan, "--format", "csv"],
        &["export", &plan, "--format", "csv", "--sheet", "prices"],
        &["export", &plan, "--format", "json", "--sheet", "team"],
        &["export", &plan, "--format", "overrides"],
        &["export", &plan, "--format", "json", "--scenario", "nobody"],
        &["check", &plan, "--loud"],
        &["compare", &plan, "base"],
        &["compare", &plan, "base", "nobody"],
        &["compare", &plan, "base", "x10", "--format", "csv"],
        &["template", "nothing"],
        &["schema", &plan],
    ] {
        let message = bad(run(call), 64);
        assert!(message.contains("Usage:"), "{call:?}: {message}");
    }
}

#[test]
fn help_and_version_are_answers() {
    assert!(good(run(&["--help"])).starts_with("Usage:"));
    assert_eq!(good(run(&["--version"])), format!("weighbridge {}\n", env!("CARGO_PKG_VERSION")));
}
