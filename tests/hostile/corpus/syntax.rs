//! Files that are no JSON, no JSON of ours, or too much of it.

use super::{Case, Fate, Way, refused};
use weighbridge::file::MAX_BYTES;

pub fn cases() -> Vec<Case> {
    let raw = |name: &str, text: String, fate: Fate| Case::new(Way::Plan, name, text, fate);
    let not_json = |name: &str, text: &str| raw(name, text.to_owned(), refused(["not valid JSON", "line 1 column"]));
    let within = |name: &str, text: &str, words| Case::plan(name, text, words);
    let deep = |open: &str, close: &str, levels: usize| format!("{}{}", open.repeat(levels), close.repeat(levels));
    let no_plan = || refused(["not a Weighbridge plan"]);
    let mut cases = vec![
        not_json("nothing", ""),
        not_json("spaces", "   \t  "),
        not_json("a null byte", "\0"),
        not_json("a page", "<!doctype html><script>window.pwned=1</script>"),
        not_json("a script", "window.pwned=1"),
        not_json("text behind the end", "{} window.pwned=1"),
        not_json("two plans", r#"{"format":"weighbridge-plan","version":1}{"format":"weighbridge-plan","version":1}"#),
        not_json("a comma too many", r#"{"format":"weighbridge-plan","version":1,}"#),
        not_json("a comment", r#"{"format":"weighbridge-plan",/* 1 */"version":1}"#),
        not_json("single quotes", "{'format':'weighbridge-plan','version':1}"),
        not_json("keys without quotes", "{format:\"weighbridge-plan\",version:1}"),
        not_json("UTF-16 read as Latin-1", "\u{ff}\u{fe}{\0}\0"),
        not_json("cut off in a text", r#"{"format":"weighbridge-plan","version":1,"title":"a"#),
        not_json("cut off in an escape", r#"{"format":"weighbridge-plan","version":1,"title":"\u12"#),
        not_json("cut off behind a key", r#"{"format":"weighbridge-plan","version":1,"title":"#),
        not_json("an unknown escape", r#"{"format":"weighbridge-plan","version":1,"title":"\x41"}"#),
        not_json("a line end in a text", "{\"format\":\"weighbridge-plan\",\"version\":1,\"title\":\"a\nb\"}")
            .saying(["not valid JSON", "line 2"]),
        not_json("a null byte in a text", "{\"format\":\"weighbridge-plan\",\"version\":1,\"title\":\"a\0b\"}"),
        raw("a word", "true".into(), no_plan()),
        raw("a number", "1".into(), no_plan()),
        raw("an empty object", "{}".into(), no_plan()),
        raw("an empty list", "[]".into(), no_plan()),
        raw("a plan in a list", r#"[{"format":"weighbridge-plan","version":1}]"#.into(), no_plan()),
        raw("a plan in a text", r#""{\"format\":\"weighbridge-plan\",\"version\":1}""#.into(), no_plan()),
        raw("a format that is a number", r#"{"format":1,"version":1}"#.into(), no_plan()),
        raw("a format that is a list", r#"{"format":["weighbridge-plan"],"version":1}"#.into(), no_plan()),
        raw("a format with a space", r#"{"format":"weighbridge-plan ","version":1}"#.into(), no_plan()),
        raw("a byte order mark", "\u{feff}{\"format\":\"weighbridge-plan\",\"version\":1}".into(), Fate::Taken),
        raw("five megabytes and a byte", " ".repeat(MAX_BYTES + 1), refused(["5000001 bytes", "at most 5000000"])),
        raw("five megabytes of spaces", " ".repeat(MAX_BYTES), refused(["not valid JSON"])),
        raw("five megabytes of brackets", "[".repeat(MAX_BYTES), refused(["not valid JSON", "recursion limit"])),
        raw(
            "five megabytes of braces",
            "{\"a\":".repeat(MAX_BYTES / 5),
            refused(["not valid JSON", "recursion limit"]),
        ),
        raw("127 levels", deep("[", "]", 127), no_plan()),
        raw("128 levels", deep("[", "]", 128), refused(["recursion limit", "line 1 column 128"])),
        within(
            "a deep title",
            &format!("\"title\":{}", deep("[", "]", 120)),
            refused(["title", "a list is not a text"]),
        ),
        within(
            "a deep number",
            &format!("\"workload\":{{\"vcpu\":{}}}", deep("{\"a\":", "}", 100).replace(":}", ":1}")),
            refused(["workload.vcpu"]),
        ),
        within("a key twice", r#""title":"a","title":"b""#, refused(["the key “title” stands twice"])),
        within("a key twice, once in escapes", r#""title":"a","\u0074itle":"b""#, refused(["“title” stands twice"])),
        within("the format twice", r#""format":"weighbridge-scenario""#, refused(["“format” stands twice"])),
        within(
            "a key twice in a scenario",
            r#""scenarios":[{"id":"s","overrides":{"workload.vcpu":1,"workload.vcpu":2}}]"#,
            refused(["“workload.vcpu” stands twice"]),
        ),
        within(
            "a key that is a megabyte",
            &format!("\"{}\":1", "k".repeat(1_000_000)),
            refused(["kkkk", "no such field"]),
        ),
        within(
            "a key of a megabyte twice",
            &format!("\"{0}\":1,\"{0}\":1", "k".repeat(1_000_000)),
            refused(["kkkk", "stands twice"]),
        ),
        within("__proto__ as a key", r#""__proto__":{"polluted":1}"#, refused(["__proto__", "no such field"])),
        within(
            "constructor as a key",
            r#""constructor":{"prototype":{"polluted":1}}"#,
            refused(["constructor", "no such field"]),
        ),
        within("__proto__ inside", r#""workload":{"__proto__":1}"#, refused(["workload.__proto__", "no such field"])),
        within("an empty key", r#""":1"#, refused(["no such field"])),
        within("a key of marks", "\"\\u202e\\u0000<b>\":1", refused(["\u{fffd}\u{fffd}<b>", "no such field"])),
        within(
            "the word that numbers hide behind",
            r#""workload":{"vcpu":{"$serde_json::private::Number":"8"}}"#,
            refused(["the key “$serde_json::private::Number” means nothing"]),
        ),
        within(
            "that word with a script",
            r#""workload":{"vcpu":{"$serde_json::private::Number":"window.pwned"}}"#,
            refused(["not valid JSON"]),
        ),
        within("a lone high surrogate", r#""title":"\ud800""#, refused(["not valid JSON", "line 1 column"])),
        within("a lone low surrogate", r#""title":"\udc00""#, refused(["not valid JSON", "line 1 column"])),
        within(
            "surrogates the wrong way round",
            r#""title":"\udc00\ud800""#,
            refused(["not valid JSON", "line 1 column"]),
        ),
        within(
            "a high surrogate before a letter",
            r#""title":"\ud83dx""#,
            refused(["not valid JSON", "line 1 column"]),
        ),
        within("a pair of surrogates", r#""title":"\ud83d\ude00""#, Fate::Holds("title".into(), "😀".into())),
        within("a lone surrogate in a key", r#""\ud800":1"#, refused(["not valid JSON", "line 1 column"])),
    ];
    for version in ["2", "4294967296", "1e300"] {
        let text = format!(r#"{{"format":"weighbridge-plan","version":{version}}}"#);
        cases.push(raw(&format!("version {version}"), text, refused(["reads up to 1", "newer Weighbridge"])));
    }
    for version in ["0", "-1", "1.5", "\"1\"", "null", "[1]", "{}", "true"] {
        let text = format!(r#"{{"format":"weighbridge-plan","version":{version}}}"#);
        cases.push(raw(&format!("version {version}"), text, refused(["version: expected the number 1"])));
    }
    cases
}

impl Case {
    fn saying<const N: usize>(self, words: [&str; N]) -> Self {
        Self { fate: refused(words), ..self }
    }
}
