//! Markup, scripts and invisible characters where texts may stand: each is kept letter for letter, as a text.

use serde_json::{Value as Json, json};

use super::{Case, Fate, Way, refused};
use weighbridge::model::{Kind, Path, Value};
use weighbridge::starter::Starter;

/// Each of them sets `window.pwned` where a page takes a text for something else, or turns a text around.
pub const PAYLOADS: &[&str] = &[
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "\"><svg/onload=window.pwned=1>",
    "' autofocus onfocus=window.pwned=1 x='",
    "</textarea></title></style></script><script>window.pwned=1</script>",
    "<iframe srcdoc=\"<script>parent.pwned=1</script>\">",
    "<style>*{display:none}</style>",
    "<base href=//example.org/>",
    "javascript:window.pwned=1",
    "{{constructor.constructor('window.pwned=1')()}}",
    "${window.pwned=1}",
    "--><!--",
    "]]>",
    "&lt;b&gt;&#60;script&#62;",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"//example.org\")",
    "@SUM(1+1)",
    "+1+1",
    "-2+3",
    "\tTab",
    "[x](javascript:window.pwned=1) `a` | b\n# c",
    "\u{202e}txet desrever",
    "\u{2066}\u{2067}\u{2069}",
    "a\u{0}b\u{1}c\u{1b}[31md\u{7f}",
    "\u{feff}a\u{200b}b\u{200d}c\u{ad}",
    "a\r\nb\u{2028}c\u{2029}d\u{85}e",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}",
    "😀\u{fe0f}\u{200d}🏳\u{10ffff}",
    "__proto__",
    "%s%n%x %00 ../../etc/passwd",
    "'; DROP TABLE plans; --",
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for payload in PAYLOADS {
        let rest = format!(r#""title":{}"#, Json::from(*payload));
        cases.push(Case::plan(format!("the title {payload:?}"), rest, Fate::Holds("title".into(), (*payload).into())));
        // The same in every text field at once.
        let plan = in_all_texts(payload);
        cases.push(Case::new(Way::Plan, format!("every text is {payload:?}"), plan.to_string(), Fate::Taken));
    }
    cases.extend(each_text_alone());
    cases.extend(too_long());
    cases.extend(kinds());
    cases
}

/// Every text input of a starter with the first payload, one at a time.
fn each_text_alone() -> Vec<Case> {
    let start = Starter::find("microservices").expect("a starter").plan();
    let is_text =
        |path: &Path| start.input(path).is_some_and(|input| matches!(input.kind, Kind::Text(most) if most > 40));
    let case = |path: Path| {
        let mut plan = start.clone();
        plan.set(&path, Value::Text(PAYLOADS[0].into())).expect("there is room for it");
        let fate = Fate::Holds(path.to_string(), PAYLOADS[0].into());
        Case::new(Way::Plan, format!("markup in {path}"), weighbridge::file::write(&plan), fate)
    };
    start.paths().into_iter().filter(is_text).map(case).collect()
}

/// The file of a plan in which each text field is this text.
pub fn in_all_texts(text: &str) -> Json {
    let mut plan: Json =
        serde_json::from_str(&weighbridge::file::write(&Starter::find("blank").expect("a starter").plan()))
            .expect("JSON");
    plan["title"] = json!(text);
    plan["decision"] = json!({"who": text, "question": text, "decision": text, "consequences": text, "risks": text});
    plan["notes"] =
        json!({"workload.vcpu": {"text": text, "source": text}, "criteria.C1.weight": {"text": "a", "source": text}});
    plan["scenarios"] =
        json!([{"id": "s", "name": text, "note": text, "overrides": {"workload.vcpu": 8, "criteria.C1.name": text}}]);
    let kept = plan.clone();
    for list in ["groups", "criteria", "profiles", "alternatives"] {
        for thing in plan[list].as_array_mut().expect("a list") {
            thing["name"] = json!(text);
        }
    }
    plan["versions"] = json!([{"id": "v", "name": text, "note": text, "date": "2026-11-23", "plan": kept}]);
    plan
}

/// Texts past their length, and some that are as long as can be.
fn too_long() -> Vec<Case> {
    let scenario = |key: &str, text: String| format!(r#""scenarios":[{{"id":"s","{key}":"{text}"}}]"#);
    let note = |text: String| format!(r#""notes":{{"workload.vcpu":{{"text":"{text}","source":"{text}"}}}}"#);
    let group = |text: String| format!(r#""groups":[{{"id":"g","name":"{text}"}}],"criteria":[]"#);
    vec![
        Case::plan(
            "a title of 200 letters",
            format!(r#""title":"{}""#, "é".repeat(200)),
            Fate::Holds("title".into(), "é".repeat(200)),
        ),
        Case::plan(
            "a title of 201 letters",
            format!(r#""title":"{}""#, "é".repeat(201)),
            refused(["title", "up to 200"]),
        ),
        Case::plan(
            "a title of four megabytes",
            format!(r#""title":"{}""#, "x".repeat(4_000_000)),
            refused(["title", "up to 200"]),
        ),
        Case::plan(
            "a title of escapes",
            format!(r#""title":"{}""#, "\\u0041".repeat(200)),
            Fate::Holds("title".into(), "A".repeat(200)),
        ),
        Case::plan("a title that says the end", r#""title":"…}]}""#, Fate::Taken),
        Case::plan(
            "a scenario's name of a megabyte",
            scenario("name", "x".repeat(1_000_000)),
            refused(["scenarios.s.name"]),
        ),
        Case::plan(
            "a scenario's note of a megabyte",
            scenario("note", "x".repeat(1_000_000)),
            refused(["scenarios.s.note"]),
        ),
        Case::plan("a group's name of a megabyte", group("x".repeat(1_000_000)), refused(["groups.g.name"])),
        Case::plan("a note of a megabyte", note("x".repeat(1_000_000)), Fate::Taken),
        Case::new(
            Way::Type("profiles.go-net-http.name"),
            "a name of a megabyte",
            "x".repeat(1_000_000),
            refused(["a text of up to"]),
        ),
        Case::new(
            Way::Type("profiles.go-net-http.name"),
            "a name of markup",
            PAYLOADS[0],
            Fate::Holds("profiles.go-net-http.name".into(), PAYLOADS[0].into()),
        ),
        Case::new(
            Way::Type("profiles.go-net-http.name"),
            "a name that reads as a formula",
            "=cmd|' /C calc'!A0",
            Fate::Holds("profiles.go-net-http.name".into(), "=cmd|' /C calc'!A0".into()),
        ),
        Case::new(
            Way::Type("profiles.go-net-http.name"),
            "a name with a null byte",
            "a\0b",
            Fate::Holds("profiles.go-net-http.name".into(), "a\0b".into()),
        ),
    ]
}

/// Values of the wrong kind in places that hold words.
fn kinds() -> Vec<Case> {
    let mut cases = Vec::new();
    for (place, key) in [("title", r#""title":"#), ("template", r#""template":"#)] {
        for value in ["5", "[]", "{}", "true"] {
            cases.push(Case::plan(
                format!("{place} is {value}"),
                format!("{key}{value}"),
                refused([place, "is not a text"]),
            ));
        }
    }
    let word = |name: &str, rest: &str, place: &str| Case::plan(name, rest, refused([place, "fit"]));
    cases.extend([
        word(
            "a colour with a script",
            r##""alternatives":[{"id":"go","color":"red;background:url(//example.org)"},{"id":"b"}]"##,
            "alternatives.go.color",
        ),
        word(
            "a colour that is too long",
            r##""alternatives":[{"id":"go","color":"#0072b2ff"},{"id":"b"}]"##,
            "alternatives.go.color",
        ),
        word(
            "a colour in other letters",
            r##""alternatives":[{"id":"go","color":"#００７２ｂ２"},{"id":"b"}]"##,
            "alternatives.go.color",
        ),
        word("a choice with markup", r#""workload":{"redundancy":"<b>none</b>"}"#, "workload.redundancy"),
        word("a choice in capitals", r#""workload":{"redundancy":"NONE"}"#, "workload.redundancy"),
        word("a choice with a space", r#""workload":{"redundancy":"none "}"#, "workload.redundancy"),
        word(
            "a choice that is a megabyte",
            &format!(r#""workload":{{"redundancy":"{}"}}"#, "n".repeat(1_000_000)),
            "workload.redundancy",
        ),
        word(
            "a flag that is a text",
            r#""alternatives":[{"id":"go","offload_heavy":"true"},{"id":"b"}]"#,
            "alternatives.go.offload_heavy",
        ),
        word("a day that is none", r#""decision":{"date":"2026-02-30"}"#, "decision.date"),
        word("a day long ago", r#""decision":{"date":"-271821-04-20"}"#, "decision.date"),
        word("a day with marks", r#""decision":{"date":"2026-11-23\u202e"}"#, "decision.date"),
        Case::plan(
            "a currency with markup",
            r#""settings":{"currency":"<b>"}"#,
            Fate::Holds("settings.currency".into(), "<b>".into()),
        ),
        Case::plan(
            "a currency that is too long",
            r#""settings":{"currency":"<script/>"}"#,
            refused(["settings.currency", "up to 8"]),
        ),
        Case::plan(
            "a currency of a megabyte",
            format!(r#""settings":{{"currency":"{}"}}"#, "E".repeat(1_000_000)),
            refused(["settings.currency"]),
        ),
        Case::plan("an unknown template with markup", r#""template":"<script>window.pwned=1</script>""#, Fate::Taken),
        Case::plan("a template of a megabyte", format!(r#""template":"{}""#, "t".repeat(1_000_000)), Fate::Taken),
    ]);
    cases
}
