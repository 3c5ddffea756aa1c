//! Sheets as comma-separated text that are not those of the plan.

use weighbridge::export::csv;
use weighbridge::sheet::SheetId;

use super::{Case, Fate, Way, blank, refused};

pub fn cases() -> Vec<Case> {
    let sheet = |name: &str, text: String, fate| Case::new(Way::Sheet, format!("a sheet: {name}"), text, fate);
    let whole = csv::sheet(blank().plan(), None, SheetId::Workload);
    let lines: Vec<&str> = whole.lines().collect();
    // The first line of the sheet with a number in it, and how that line begins.
    let peak = lines.iter().position(|line| line.starts_with("Peak")).expect("a line with the peak");
    let with = |value: &str| {
        let cells: Vec<&str> = lines[peak].split(',').collect();
        let line = [&cells[..2], &[value], &cells[3..]].concat().join(",");
        [&lines[..peak], &[&line], &lines[peak + 1..]].concat().join("\r\n")
    };
    let mut cases = vec![
        sheet("nothing", String::new(), refused(["does not begin with the name of a sheet"])),
        sheet("another", "Budget,Unit\r\n1,2".into(), refused(["does not begin with the name of a sheet"])),
        sheet("a page", "<html><script>window.pwned=1</script>".into(), refused(["name of a sheet"])),
        sheet("a byte order mark", format!("\u{feff}{}", with("5")), Fate::Counts("workload.peak_rps", 5.0)),
        sheet("only its name", "Workload".into(), refused(["1 lines"])),
        sheet("one line too few", lines[..lines.len() - 1].join("\r\n"), refused(["lines; the sheet"])),
        sheet("one line too many", format!("{whole}x,y,z"), refused(["lines; the sheet"])),
        sheet("a thousand empty lines behind it", format!("{whole}{}", "\r\n".repeat(1000)), Fate::Either),
        sheet(
            "a thousand columns",
            whole.replacen("\r\n", &format!("{}x\r\n", ",".repeat(1000)), 1),
            refused(["line 1", "no cell"]),
        ),
        sheet("five megabytes of commas", format!("Workload{}", ",".repeat(4_999_000)), refused(["lines"])),
        sheet("five megabytes of line ends", format!("Workload{}", "\n".repeat(4_999_000)), refused(["lines"])),
        sheet("five megabytes of quotes", format!("Workload{}", "\"".repeat(4_999_000)), refused(["name of a sheet"])),
        sheet("more than five megabytes", "x".repeat(5_000_001), refused(["5000001 bytes"])),
        sheet("an open quote", with("\"5"), Fate::Refused(Vec::new())),
        sheet("a label with markup", whole.replacen("Peak", "<b>Peak", 1), refused(["<b>Peak"])),
        sheet("a label with marks", whole.replacen("Peak", "\u{202e}Peak", 1), refused(["\u{fffd}Peak"])),
        sheet("a label of a megabyte", whole.replacen("Peak", &"P".repeat(1_000_000), 1), refused(["PPP"])),
    ];
    for value in [
        "NaN",
        "1e999",
        "inf",
        "-1",
        "=1+1",
        "=cmd|' /C calc'!A0",
        "@SUM(1)",
        "+x",
        "<b>5</b>",
        "5\0",
        "\u{202e}5",
        "0x10",
        "'5",
    ] {
        cases.push(sheet(&format!("the cell {value:?}"), with(value), Fate::Either));
    }
    cases
}
