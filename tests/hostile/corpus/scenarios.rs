//! Files of one scenario, and plans with many of them.

use super::{Case, Fate, Way, refused};

pub fn cases() -> Vec<Case> {
    let file = |name: &str, rest: &str, fate: Fate| {
        let text = format!(r#"{{"format":"weighbridge-scenario","version":1,{rest}}}"#);
        Case::new(Way::Scenario, format!("a scenario: {name}"), text, fate)
    };
    let with = |overrides: &str| format!(r#""scenario":{{"id":"s","overrides":{{{overrides}}}}}"#);
    let many = |count: usize| (0..count).map(|n| format!("\"workload.x{n}\":1")).collect::<Vec<_>>().join(",");
    let mut cases = vec![
        file("a good one", &with(r#""workload.vcpu":8"#), Fate::Taken),
        file("none", r#""plan":"a""#, refused(["scenario", "missing"])),
        file("a list", r#""scenario":[]"#, refused(["scenario", "not an object"])),
        file("no id", r#""scenario":{"overrides":{}}"#, refused(["scenario.id"])),
        file("an id with marks", r#""scenario":{"id":"\u202e"}"#, refused(["scenario.id", "\u{fffd}"])),
        file(
            "an id of a megabyte",
            &format!(r#""scenario":{{"id":"{}"}}"#, "s".repeat(1_000_000)),
            refused(["scenario.id", "no id"]),
        ),
        file("an override of nothing", &with(r#""workload.warp":1"#), refused(["workload.warp", "no such input"])),
        file("an override of __proto__", &with(r#""__proto__":1"#), refused(["__proto__", "no such input"])),
        file("an override of a record", &with(r#""workload":1"#), refused(["workload"])),
        file("an override of a list", &with(r#""criteria":1"#), refused(["criteria"])),
        file(
            "an override of a tier that is not there",
            &with(r#""alternatives.go.tiers.99999999999999999999.profile":"x""#),
            refused(["tiers.99999999999999999999"]),
        ),
        file("an override of minus one", &with(r#""alternatives.go.tiers.-1.profile":"x""#), refused(["tiers.-1"])),
        file("an override of dots", &with(r#""....":1"#), refused(["....", "no such input"])),
        file("an override of nothing at all", &with(r#""":1"#), refused(["no such input"])),
        file(
            "an override with marks",
            &with("\"workload.\\u202e\":1"),
            refused(["workload.\u{fffd}", "no such input"]),
        ),
        file(
            "an override of a megabyte",
            &with(&format!("\"{}\":1", "w".repeat(1_000_000))),
            refused(["www", "no such input"]),
        ),
        file("an override of its results", &with(r#""results.go.score":100"#), refused(["results.go.score"])),
        file("an override of a scenario", &with(r#""scenarios.s.name":"x""#), refused(["scenarios.s.name"])),
        file("an override of a version", &with(r#""versions.v.name":"x""#), refused(["versions.v.name"])),
        file(
            "an override out of bounds",
            &with(r#""workload.vcpu":1e308"#),
            refused(["workload.vcpu", "out of bounds"]),
        ),
        file("an override of the wrong kind", &with(r#""workload.vcpu":[1]"#), refused(["workload.vcpu"])),
        file("an override that is an object", &with(r#""workload.vcpu":{"a":{"b":1}}"#), refused(["workload.vcpu"])),
        file(
            "an override in a circle",
            &with(r#""workload.vcpu":"=workload.vcpu""#),
            refused(["workload.vcpu", "its own cell"]),
        ),
        file(
            "overrides in a circle",
            &with(r#""workload.vcpu":"=workload.ram_gb","workload.ram_gb":"=workload.vcpu""#),
            refused(["its own cell"]),
        ),
        file(
            "overrides that break a rule",
            &with(r#""workload.mix.crud":0.123"#),
            refused(["workload.mix", "expected 100 %"]),
        ),
        file("100000 overrides", &with(&many(100_000)), refused(["scenario.overrides: 100000 entries"])),
        file(
            "an override twice",
            &with(r#""workload.vcpu":1,"workload.vcpu":2"#),
            refused(["“workload.vcpu” stands twice"]),
        ),
        file(
            "unknown fields",
            r#""scenario":{"id":"s","script":"window.pwned=1"}"#,
            refused(["scenario.script", "no such field"]),
        ),
        file(
            "markup in its texts",
            r#""plan":"<script>window.pwned=1</script>","scenario":{"id":"s","name":"<img src=x onerror=window.pwned=1>","note":"<svg/onload=window.pwned=1>"}"#,
            Fate::Holds("scenarios.s.name".into(), "<img src=x onerror=window.pwned=1>".into()),
        ),
        file(
            "a name of a megabyte",
            &format!(r#""scenario":{{"id":"s","name":"{}"}}"#, "n".repeat(1_000_000)),
            refused(["name", "up to 100"]),
        ),
        file(
            "a deep one",
            &format!(r#""scenario":{}1{}"#, "{\"a\":".repeat(120), "}".repeat(120)),
            refused(["scenario"]),
        ),
        Case::new(
            Way::Scenario,
            "a plan where a scenario is expected",
            r#"{"format":"weighbridge-plan","version":1}"#,
            refused(["not a Weighbridge scenario"]),
        ),
        Case::new(
            Way::Scenario,
            "a scenario of a newer version",
            r#"{"format":"weighbridge-scenario","version":7}"#,
            refused(["newer Weighbridge"]),
        ),
    ];
    let each = |count: usize, overrides: usize| {
        let one = |n: usize| {
            let entries: Vec<String> = (1..=19)
                .flat_map(|criterion| {
                    ["go", "node", "python"]
                        .map(|id| format!("\"criteria.C{criterion}.scores.{id}\":{}", (n + criterion) % 10))
                })
                .take(overrides)
                .collect();
            format!(r#"{{"id":"s{n}","name":"{n}","overrides":{{{}}}}}"#, entries.join(","))
        };
        (0..count).map(one).collect::<Vec<_>>().join(",")
    };
    cases.push(Case::plan("50 scenarios of 60 overrides", format!("\"scenarios\":[{}]", each(50, 60)), Fate::Either));
    cases.push(Case::plan("50 scenarios of 60 formulas", format!("\"scenarios\":[{}]", formulas(50)), Fate::Either));
    cases
}

fn formulas(count: usize) -> String {
    let paths = ["vcpu", "ram_gb", "users", "connections", "peak_rps", "availability", "think_time_s"];
    let one = |n: usize| {
        let entries: Vec<String> =
            paths.iter().map(|path| format!("\"workload.{path}\":\"={}\"", vec!["1"; 900 + n].join("+"))).collect();
        format!(r#"{{"id":"s{n}","overrides":{{{}}}}}"#, entries.join(","))
    };
    (0..count).map(one).collect::<Vec<_>>().join(",")
}
