//! Formulas that nest, that are long, that never end, or that come to nothing.

use super::{Case, Fate, Way, refused};

const CELL: &str = "workload.peak_rps";

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let both = |name: &str, formula: &str, fate: Fate| {
        let rest = format!(r#""workload":{{"peak_rps":{}}}"#, serde_json::Value::from(formula));
        // A file's sentence names the cell; in the cell itself it stands below what was typed.
        let in_file = match &fate {
            Fate::Refused(words) => Fate::Refused([&[CELL.to_owned()], words.as_slice()].concat()),
            other => other.clone(),
        };
        [
            Case::plan(format!("{name}, in a file"), rest, in_file),
            Case::new(Way::Type(CELL), format!("{name}, typed"), formula, fate),
        ]
    };
    let nested = |count: usize| format!("={}1{}", "(".repeat(count), ")".repeat(count));
    let wrong = |name: &str, formula: &str| both(name, formula, Fate::Refused(Vec::new()));
    cases.extend(
        [
            both("60 brackets", &nested(60), Fate::Counts(CELL, 1.0)),
            both("900 brackets", &nested(900), Fate::Refused(Vec::new())),
            both("a megabyte of brackets", &nested(500_000), refused(["2000 characters"])),
            both("a thousand signs", &format!("={}1", "-".repeat(1000)), Fate::Either),
            both("a thousand powers", &format!("=1{}", "^1".repeat(900)), Fate::Counts(CELL, 1.0)),
            both("a thousand sums", &format!("=1{}", "+1".repeat(990)), Fate::Counts(CELL, 991.0)),
            both("a thousand per cents", &format!("=1{}", "%".repeat(990)), Fate::Either),
            both("256 values", &format!("=SUM({}1)", "1,".repeat(255)), refused(["more than 255"])),
            both("255 values", &format!("=SUM({}1)", "1,".repeat(254)), Fate::Counts(CELL, 255.0)),
            both(
                "functions within functions",
                &format!("={}1{}", "IF(TRUE,".repeat(100), ")".repeat(100)),
                Fate::Refused(Vec::new()),
            ),
            both("a number of a thousand digits", &format!("={}", "9".repeat(1000)), refused(["too large"])),
            both("division by nothing", "=1/0", Fate::Fault("workload.peak_rps")),
            both("a power past all numbers", "=9^9^9^9", Fate::Fault("workload.peak_rps")),
            both("a product past all numbers", "=1e300*1e300", Fate::Fault("workload.peak_rps")),
            both("infinity less infinity", "=1e308*10-1e308*10", Fate::Fault("workload.peak_rps")),
            both("the root of less than nothing", "=(-1)^0.5", Fate::Fault("workload.peak_rps")),
            both("nothing to the power of nothing", "=0^0", Fate::Either),
            both("a result out of bounds", "=-1", Fate::Fault("out of bounds")),
            both("a text for a number", "=\"many\"", Fate::Fault("expected a number")),
            both("a text of marks for a number", "=\"\u{202e}\u{0}\"", Fate::Fault("workload.peak_rps")),
            both("a cell that has gone", "=#REF!", Fate::Fault("workload.peak_rps")),
            both("its own cell", "=workload.peak_rps", refused(["its own cell"])),
            both("its own cell by a pattern", "=SUM(workload.*)", refused(["its own cell"])),
            both("a pattern over everything", "=SUM(*)", Fate::Refused(Vec::new())),
            both("a pattern over many", "=SUM(*.*)+SUM(*.*.*)", Fate::Refused(Vec::new())),
            both("a thousand patterns", &format!("=1{}", "+SUM(criteria.*.scores.*)".repeat(75)), Fate::Either),
        ]
        .into_iter()
        .flatten(),
    );
    for (name, formula) in [
        ("only the sign", "="),
        ("two signs", "=="),
        ("an open bracket", "=("),
        ("a closed bracket", "=)"),
        ("an open text", "=\"abc"),
        ("an operator too few", "=1 2"),
        ("an operator too many", "=1+*2"),
        ("an unknown function", "=WEBSERVICE(\"//example.org\")"),
        ("another unknown function", "=HYPERLINK(\"javascript:window.pwned=1\")"),
        ("a command of another program", "=cmd|' /C calc'!A0"),
        ("a cell of another program", "=A1+Sheet2!B2"),
        ("a row of another program", "=R1C1"),
        ("an unknown name", "=window.pwned"),
        ("__proto__", "=__proto__"),
        ("constructor", "=constructor.constructor"),
        ("markup", "=<script>window.pwned=1</script>"),
        ("a null byte", "=1+\0"),
        ("a mark that turns", "=1+\u{202e}2"),
        ("a step that is missing", "=workload..peak_rps"),
        ("a dot at the end", "=workload."),
        ("only a star", "=*"),
        ("a name in other letters", "=ｗｏｒｋｌｏａｄ.vcpu"),
        (
            "a very long name",
            "=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ),
    ] {
        cases.extend(wrong(name, formula));
    }
    cases.extend(together());
    cases
}

/// Many formulas that follow from each other.
fn together() -> Vec<Case> {
    let criteria = |count: usize, formula: &dyn Fn(usize, &str) -> String| {
        let one = |n: usize| {
            let score = |id: &str| format!("\"{id}\":{}", serde_json::Value::from(formula(n, id)));
            format!(r#"{{"id":"K{n}","group":"g","weight":1,"scores":{{{}}}}}"#, EIGHT.map(score).join(","))
        };
        let tier = r#"{"profile":"go-net-http","parts":["crud","pure","native"]}"#;
        let alternatives = EIGHT.map(|id| format!(r#"{{"id":"{id}","tiers":[{tier}]}}"#)).join(",");
        let criteria = (0..count).map(one).collect::<Vec<_>>().join(",");
        format!(r#""groups":[{{"id":"g"}}],"alternatives":[{alternatives}],"criteria":[{criteria}]"#)
    };
    // From score to score and from row to row: as long as a chain can be.
    let chain = |n: usize, id: &str| match (n, EIGHT.iter().position(|known| *known == id).unwrap_or(0)) {
        (0, 0) => "=5".to_owned(),
        (_, 0) => format!("=criteria.K{}.scores.h", n - 1),
        (_, at) => format!("=criteria.K{n}.scores.{}", EIGHT[at - 1]),
    };
    let ring = |n: usize, id: &str| if (n, id) == (0, "a") { "=criteria.K199.scores.h".into() } else { chain(n, id) };
    let broken = |n: usize, id: &str| if (n, id) == (0, "a") { "=1/0".into() } else { chain(n, id) };
    let patterns = |n: usize, id: &str| match n {
        0 => "=5".to_owned(),
        _ => format!("=MIN(criteria.K0.scores.*)+0*SUM(criteria.*.weight)+0*SUM(groups.*.weight)+{}*0", id.len()),
    };
    let rows = |n: usize, _: &str| match n {
        0 => "=5".to_owned(),
        _ => format!("=MIN(criteria.K{}.scores.*)", n - 1),
    };
    let everything = |n: usize, _: &str| if n == 0 { "=5".to_owned() } else { "=SUM(criteria.*.scores.*)".into() };
    let fifty = |overrides: &str| {
        let one = |n: usize| format!(r#"{{"id":"s{n}","overrides":{{{overrides}}}}}"#);
        format!("\"scenarios\":[{}]", (0..50).map(one).collect::<Vec<_>>().join(","))
    };
    let squares = |n: usize, _: &str| match n {
        0 => "=5".to_owned(),
        _ => format!("=MIN(10,{})", vec![format!("SUM(criteria.K{}.scores.*)", n - 1); 60].join(",")),
    };
    vec![
        Case::plan("a chain of 1600 scores", criteria(200, &chain), Fate::Counts("criteria.K199.scores.h", 5.0)),
        Case::plan("a ring of 1600 scores", criteria(200, &ring), refused(["criteria.K", "its own cell by way of"])),
        Case::plan("a chain of 1600 scores from an error", criteria(200, &broken), Fate::Fault("has an error")),
        Case::plan(
            "1600 scores that read eight each",
            criteria(200, &rows),
            Fate::Counts("criteria.K199.scores.h", 5.0),
        ),
        Case::plan(
            "1600 scores that read 400 each",
            criteria(200, &patterns),
            refused(["criteria.K", "more than 50000 inputs"]),
        ),
        Case::plan(
            "1600 scores of a pattern over all scores",
            criteria(200, &everything),
            refused(["criteria.K", "more than 50000 inputs"]),
        ),
        Case::plan(
            "50 scenarios of a chain of 1600 scores",
            format!("{},{}", criteria(200, &chain), fifty(r#""criteria.K0.scores.a":6"#)),
            Fate::Taken,
        ),
        Case::plan(
            "50 scenarios of 1600 scores that read eight each",
            format!("{},{}", criteria(200, &rows), fifty(r#""criteria.K0.scores.a":6"#)),
            Fate::Taken,
        ),
        Case::plan(
            "1600 scores of sixty sums each",
            criteria(200, &squares),
            refused(["criteria.K", "more than 50000 inputs"]),
        ),
        Case::plan(
            "1600 scores that cannot be read",
            criteria(200, &|_, _| "=(".into()),
            refused(["criteria.K0.scores.a"]),
        ),
        Case::plan(
            "two in a circle",
            r#""workload":{"peak_rps":"=workload.connections","connections":"=workload.peak_rps"}"#,
            refused(["its own cell by way of"]),
        ),
        Case::plan(
            "an override in a circle",
            r#""workload":{"connections":"=workload.peak_rps"},"scenarios":[{"id":"s","overrides":{"workload.peak_rps":"=workload.connections"}}]"#,
            refused(["scenarios.s", "its own cell by way of"]),
        ),
        Case::plan(
            "an override that comes to nothing",
            r#""scenarios":[{"id":"s","overrides":{"workload.peak_rps":"=1/0"}}]"#,
            Fate::Taken,
        ),
        Case::plan("a formula where none may stand", r#""title":"=1/0""#, Fate::Holds("title".into(), "=1/0".into())),
    ]
}

const EIGHT: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
