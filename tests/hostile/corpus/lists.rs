//! Too many of something, or the wrong things among them.

use super::{Case, Fate, refused};

/// So many objects of a list, each made of its number.
fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(",")
}

const TWO: &str = r#""alternatives":[{"id":"go"},{"id":"b"}]"#;

pub fn cases() -> Vec<Case> {
    let list = |key: &str, count: usize, one: &dyn Fn(usize) -> String| format!("\"{key}\":[{}]", many(count, one));
    let id = |n: usize| format!(r#"{{"id":"x{n}"}}"#);
    let note = |n: usize| format!(r#""workload.x{n}":{{}}"#);
    // The last key first: a sorted list is at its slowest.
    let backwards = |n: usize| format!(r#""workload.x{:06}":{{}}"#, 999_999 - n);
    let overrides = |entries: String| format!(r#""scenarios":[{{"id":"s","overrides":{{{entries}}}}}]"#);
    let mut cases = vec![
        Case::plan("201 criteria", list("criteria", 201, &id), refused(["criteria: 201 entries"])),
        Case::plan("300000 criteria", list("criteria", 300_000, &id), refused(["criteria: 300000 entries"])),
        Case::plan("9 alternatives", list("alternatives", 9, &id), refused(["alternatives: 9 entries"])),
        Case::plan(
            "200000 alternatives",
            list("alternatives", 200_000, &id),
            refused(["alternatives: 200000 entries"]),
        ),
        Case::plan("no alternative", r#""alternatives":[]"#, refused(["alternatives: 0 entries"])),
        Case::plan("300000 groups", list("groups", 300_000, &id), refused(["groups: 300000 entries"])),
        Case::plan("200000 profiles", list("profiles", 200_000, &id), refused(["profiles: 200000 entries"])),
        Case::plan("51 scenarios", list("scenarios", 51, &id), refused(["scenarios: 51 entries"])),
        Case::plan("300000 scenarios", list("scenarios", 300_000, &id), refused(["scenarios: 300000 entries"])),
        Case::plan("31 versions without plans", list("versions", 31, &id), refused(["versions"])),
        Case::plan("300000 versions", list("versions", 300_000, &id), refused(["versions"])),
        Case::plan("10001 notes", format!("\"notes\":{{{}}}", many(10_001, note)), refused(["notes: 10001 entries"])),
        Case::plan(
            "150000 notes",
            format!("\"notes\":{{{}}}", many(150_000, note)),
            refused(["notes: 150000 entries"]),
        ),
        Case::plan(
            "150000 notes backwards",
            format!("\"notes\":{{{}}}", many(150_000, backwards)),
            refused(["notes: 150000 entries"]),
        ),
        Case::plan("200000 overrides", overrides(many(200_000, |n| format!("\"a.b{n}\":1"))), refused(["scenarios.s"])),
        Case::plan(
            "200000 overrides backwards",
            overrides(many(200_000, |n| format!("\"a.b{:06}\":1", 999_999 - n))),
            refused(["scenarios.s"]),
        ),
        Case::plan(
            "200000 scores",
            format!(r#""criteria":[{{"id":"K","scores":{{{}}}}}]"#, many(200_000, |n| format!("\"x{n}\":1"))),
            refused(["criteria.K.scores"]),
        ),
        Case::plan(
            "200000 scores backwards",
            format!(
                r#""criteria":[{{"id":"K","scores":{{{}}}}}]"#,
                many(200_000, |n| format!("\"x{:06}\":1", 999_999 - n))
            ),
            refused(["criteria.K.scores"]),
        ),
        Case::plan("200000 unknown fields", many(200_000, |n| format!("\"x{n}\":1")), refused(["x0", "no such field"])),
        Case::plan(
            "100000 tiers",
            format!(r#""alternatives":[{{"id":"go","tiers":[{}]}},{{"id":"b"}}]"#, many(100_000, |_| "{}".into())),
            refused(["alternatives.go.tiers"]),
        ),
        Case::plan(
            "100000 roles",
            format!(r#""team":{{"other_roles":[{}]}}"#, many(100_000, |_| "{}".into())),
            refused(["team.other_roles"]),
        ),
        Case::plan(
            "100000 parts",
            format!(
                r#""alternatives":[{{"id":"go","tiers":[{{"parts":[{}]}}]}},{{"id":"b"}}]"#,
                many(100_000, |_| "\"crud\"".into())
            ),
            refused(["alternatives.go.tiers.0.parts", "crud"]),
        ),
        Case::plan(
            "parts with marks",
            r#""alternatives":[{"id":"go","tiers":[{"parts":["crud\u0000","\u202e"]}]},{"id":"b"}]"#,
            refused(["alternatives.go.tiers.0.parts", "crud\u{fffd}, \u{fffd}"]),
        ),
        Case::plan(
            "a part that is a megabyte",
            format!(
                r#""alternatives":[{{"id":"go","tiers":[{{"parts":["{}"]}}]}},{{"id":"b"}}]"#,
                "p".repeat(1_000_000)
            ),
            refused(["alternatives.go.tiers.0.parts", "ppp"]),
        ),
        Case::plan("an id twice", r#""groups":[{"id":"g"},{"id":"g"}]"#, refused(["groups.g", "stands twice"])),
        Case::plan("a list of numbers", r#""groups":[1,2,3]"#, refused(["groups.0", "not an object"])),
        Case::plan("a list in a list", r#""groups":[[{"id":"g"}]]"#, refused(["groups.0", "not an object"])),
        Case::plan("an object for a list", r#""groups":{"length":1e9}"#, refused(["groups", "not a list"])),
        Case::plan("a profile that is not there", format!(r#"{TWO},"profiles":[]"#), refused(["profile"])),
        Case::plan(
            "a plan within a version",
            format!(
                r#"{TWO},"versions":[{{"id":"v","plan":{{"format":"weighbridge-plan","version":1,"versions":[{{"id":"w"}}]}}}}]"#
            ),
            refused(["versions.v.plan.versions"]),
        ),
        Case::plan(
            "rewrites in a circle",
            r#""alternatives":[{"id":"go","tiers":[{"parts":["crud","pure","native"]}],"rewrite":{"target":"b"}},
                {"id":"b","tiers":[{"parts":["crud","pure","native"]}],"rewrite":{"target":"go"}}],"criteria":[]"#,
            Fate::Either,
        ),
    ];
    for id in ["", ".", "a.b", "a b", "__proto__\u{0}", "é", "<b>", "../x", "\u{202e}", "a\nb", "*", "=1", "a/b", "%00"]
    {
        let text = serde_json::Value::from(id);
        let fate = Fate::Refused(vec!["groups".into()]);
        cases.push(Case::plan(format!("the id {id:?}"), format!(r#""groups":[{{"id":{text}}}]"#), fate));
    }
    for (id, fate) in [
        ("x".repeat(64), Fate::Taken),
        ("x".repeat(65), refused(["groups", "no id"])),
        ("x".repeat(1_000_000), refused(["groups", "no id"])),
        ("__proto__".into(), Fate::Taken),
        ("constructor".into(), Fate::Taken),
        ("0".into(), Fate::Taken),
        ("-".into(), Fate::Taken),
    ] {
        let name = format!("an id of {} bytes: {}", id.len(), &id[..id.len().min(12)]);
        let rest = format!(r#""groups":[{{"id":"{id}"}}],"criteria":[]"#);
        cases.push(Case::plan(name, rest, fate));
    }
    for id in ["5", "null", "[]", "{}", "true"] {
        cases.push(Case::plan(
            format!("an id that is {id}"),
            format!(r#""groups":[{{"id":{id}}}]"#),
            refused(["groups.0.id"]),
        ));
    }
    cases
}
