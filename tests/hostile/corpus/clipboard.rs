//! Plain text on the clipboard: too much, the wrong shape, or not for these cells.

use super::{Case, Fate, Way};

const WEIGHT: &str = "criteria.C1.weight";
const NAME: &str = "profiles.go-net-http.name";

pub fn cases() -> Vec<Case> {
    let paste = |name: &str, text: &str, fate| Case::new(Way::Paste(WEIGHT), format!("pasted: {name}"), text, fate);
    let wrong = |name: &str, text: &str| paste(name, text, Fate::Refused(Vec::new()));
    let named = |text: &str| {
        let fate = Fate::Holds(NAME.into(), text.into());
        Case::new(Way::Paste(NAME), format!("pasted: the name {text:?}"), text, fate)
    };
    let mut cases = vec![
        paste("a number", "5", Fate::Counts(WEIGHT, 5.0)),
        paste("a number in quotes", "\"5\"", Fate::Counts(WEIGHT, 5.0)),
        wrong("NaN", "NaN"),
        wrong("infinity", "1e999"),
        wrong("a null byte", "5\0"),
        wrong("a mark that turns", "\u{202e}5"),
        wrong("markup", "<script>window.pwned=1</script>"),
        wrong("a page as text", "<table><tr><td>5</td></tr></table>"),
        wrong("a command of another program", "=cmd|' /C calc'!A0"),
        wrong("a cell of another program", "=A1"),
        wrong("a number past the bounds", "1e300"),
        wrong("a megabyte of digits", &"9".repeat(1_000_000)),
        wrong("a megabyte of text", &"x".repeat(1_000_000)),
        wrong("an open quote over all", &format!("\"5\t6\n{}", "7\t8\n".repeat(1000))),
        wrong("quotes without end", &"\"".repeat(100_001)),
        wrong("one wrong cell among many", "1\n2\nNaN\n4"),
        paste("more rows than the sheet", &"5\n".repeat(4000), Fate::Either),
        wrong("more columns than the sheet", &"5\t".repeat(4000)),
        paste("5001 rows", &"5\n".repeat(5001), Fate::Refused(Vec::new())),
        paste("200000 cells", &"\t".repeat(200_000), Fate::Refused(Vec::new())),
        paste("five megabytes of tabs", &"\t".repeat(5_000_000), Fate::Refused(Vec::new())),
        paste("five megabytes and a byte", &"5".repeat(5_000_001), Fate::Refused(Vec::new())),
        paste("five megabytes of line ends", &"\n".repeat(5_000_000), Fate::Refused(Vec::new())),
        paste("five megabytes of quotes", &"\"".repeat(4_999_999), Fate::Refused(Vec::new())),
        paste("five megabytes of one name", &"x".repeat(4_999_999), Fate::Refused(Vec::new())),
        paste("rows of uneven length", "1\t2\n3\n4\t5\t6", Fate::Either),
        paste("line ends of three kinds", "1\r2\n3\r\n4", Fate::Either),
    ];
    for text in [
        "<script>window.pwned=1</script>",
        "=1+1",
        "@SUM(1)",
        "javascript:window.pwned=1",
        "\u{202e}abc",
        "a\u{0}b",
        "__proto__",
        "😀",
    ] {
        cases.push(named(text));
    }
    cases
}
