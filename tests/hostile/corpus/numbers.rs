//! Numbers at the limits and past them, and what some programs write in their place.

use super::{Case, Fate, Way, refused};

const CELL: &str = "workload.peak_rps";

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let in_file = |text: &str, fate: Fate| {
        Case::plan(format!("{} in a file", short(text)), format!(r#""workload":{{"peak_rps":{text}}}"#), fate)
    };
    for word in [
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "inf",
        "+1",
        ".5",
        "1.",
        "01",
        "0x10",
        "1e",
        "1_000",
        "1,5",
        "--1",
        "−1",
        "1e+",
        "٣",
    ] {
        cases.push(in_file(word, refused(["not valid JSON", "line 1 column"])));
    }
    for number in ["1e309", "-1e309", "1e999999999", "1e99999999999999999999"] {
        cases.push(in_file(number, refused(["not valid JSON", "too large"])));
    }
    cases.push(in_file(&"9".repeat(1_000_000), refused(["not valid JSON", "999", "too large"])));
    for text in
        ["\"NaN\"", "\"Infinity\"", "\"-inf\"", "\"1e5\"", "\"\"", "null", "true", "[]", "[1]", "{}", "{\"a\":1}"]
    {
        cases.push(in_file(text, refused(["workload.peak_rps"])));
    }
    for out in ["-1", "-1e-12", "1e12001", "1000000000001", "1.7976931348623157e308", "5e-324", "1e-13"] {
        let words = if out == "1e12001" { ["not valid JSON", "too large"] } else { [CELL, "out of bounds"] };
        cases.push(in_file(out, refused(words)));
    }
    for (text, number) in [
        ("0", 0.0),
        ("-0", 0.0),
        ("-0.0e9", 0.0),
        ("1000000000000", 1e12),
        ("1e12", 1e12),
        ("1e-12", 1e-12),
        ("1e-400", 0.0),
        ("0.1e-99999999999", 0.0),
        ("9007199254740993e-10", 900_719.925_474_099_3),
        ("0.1000000000000000055511151231257827", 0.1),
    ] {
        cases.push(in_file(text, Fate::Counts(CELL, number)));
    }
    cases.push(in_file(&format!("1.{}1", "0".repeat(1_000_000)), Fate::Counts(CELL, 1.0)));
    let range = |name: &str, text: &str, fate| {
        Case::plan(format!("a range: {name}"), format!(r#""workload":{{"growth":{text}}}"#), fate)
    };
    cases.extend([
        range("of texts", r#"{"pert":["1","2","3"]}"#, refused(["workload.growth"])),
        range("of nothing", r#"{"pert":[]}"#, refused(["workload.growth", "three numbers"])),
        range("of lists", r#"{"pert":[[1],[2],[3]]}"#, refused(["workload.growth"])),
        range(
            "of a thousand numbers",
            &format!("{{\"pert\":[{}]}}", vec!["1"; 1000].join(",")),
            refused(["workload.growth"]),
        ),
        range(
            "of an unknown word",
            r#"{"<script>window.pwned=1</script>":[1,2,3]}"#,
            refused(["workload.growth", "no"]),
        ),
        range(
            "of a long unknown word",
            &format!("{{\"{}\":[1,2,3]}}", "x".repeat(1_000_000)),
            refused(["workload.growth", "xxx"]),
        ),
        range("that falls", r#"{"triangular":[3,2,1]}"#, refused(["workload.growth", "rise"])),
        range("of one point", r#"{"pert":[1,1,1]}"#, Fate::Taken),
        range("past the bounds", r#"{"uniform":[0,1e13]}"#, refused(["workload.growth", "out of bounds"])),
        range("with no spread", r#"{"normal":[1,1]}"#, Fate::Taken),
        range("the wrong way round", r#"{"normal":[9,1]}"#, refused(["workload.growth"])),
        range("logarithm of nothing", r#"{"lognormal":[0,9]}"#, refused(["workload.growth"])),
        range("with a second key", r#"{"pert":[1,2,3],"uniform":[1,2]}"#, refused(["workload.growth"])),
    ]);
    cases.extend(typed());
    cases
}

/// The same by hand.
fn typed() -> Vec<Case> {
    let mut cases = Vec::new();
    let typed = |text: &str, fate| Case::new(Way::Type(CELL), format!("{} typed", short(text)), text, fate);
    for text in [
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "∞",
        "1e309",
        "0x10",
        "1_000",
        "1e",
        "e5",
        "--5",
        "5-",
        "1..2..3",
        "..",
        ",,,",
        "1,2,3,4",
        "$",
        "%",
        "5%%",
        "5 apples",
        "٣",
        "１２",
        "𝟙",
        "½",
        "<script>window.pwned=1</script>",
        "javascript:window.pwned=1",
        "\u{202e}123",
        "12\u{0}3",
        "1\u{200b}2",
        "\u{feff}\u{feff}x",
        "__proto__",
        "null",
        "undefined",
        "[object Object]",
    ] {
        cases.push(typed(text, Fate::Refused(Vec::new())));
    }
    for text in [
        "9".repeat(400),
        "x".repeat(1_000_000),
        "9".repeat(1_000_000),
        "(".repeat(100_000),
        " ".repeat(100_000) + "x",
        "1e".repeat(50_000),
    ] {
        cases.push(typed(&text, Fate::Refused(Vec::new())));
    }
    for (text, number) in [("1e12", 1e12), ("1e-12", 1e-12), ("0", 0.0), ("-0", 0.0), ("1e-400", 0.0)] {
        cases.push(typed(text, Fate::Counts(CELL, number)));
    }
    for text in ["-1", "1e13", "1e308", "1e-13", "5e-324"] {
        cases.push(typed(text, refused(["out of bounds"])));
    }
    cases
}

fn short(text: &str) -> String {
    if text.len() > 40 {
        format!("{}… ({} bytes)", text.chars().take(12).collect::<String>(), text.len())
    } else {
        format!("{text:?}")
    }
}
