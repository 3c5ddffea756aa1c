//! Formulas as people type them into a cell.

use crate::fuzz;
use crate::support::{Sheet, check_formula, starter};
use weighbridge::session::{Command, Mode};

const WORDS: &[&str] = &[
    "=",
    "(",
    ")",
    "((((((((",
    "))))))))",
    ",",
    ";",
    "+",
    "-",
    "−",
    "*",
    "/",
    "^",
    "^-",
    "&",
    "%",
    "%%",
    "<>",
    "<=",
    "≥",
    "\"",
    "\"\"",
    "#REF!",
    "TRUE",
    "1e308",
    "1e309",
    ".5",
    "IF(",
    "IFERROR(",
    "SUM(",
    "MIN(",
    "ROUND(",
    "criteria.*.weight",
    "*.weight",
    "workload.peak_rps",
    "go-net-http.base_mb",
    "a-b-c-d-e-f",
    "C1.go",
    "peak_rps",
    "weight",
    "..",
    ".*.",
    "\u{a0}",
    "\u{202e}",
    "é",
    "𝟙",
];

fn formula(bytes: &[u8]) {
    let plan = starter("blank");
    let known = |name: &str| plan.input(&name.into()).is_some() || name.contains('-');
    check_formula(&String::from_utf8_lossy(bytes), &known);
}

/// Typed into a cell: the driver looks at everything after every step.
fn typed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut sheet = Sheet::open("blank");
    sheet.select("workload.peak_rps");
    let before = sheet.file();
    sheet.send(Command::Type(text.to_string()));
    sheet.send(Command::Commit);
    if sheet.session().mode() != Mode::Ready {
        assert!(!sheet.refusal().is_empty(), "what is refused says why: {text:?}");
        sheet.send(Command::Cancel);
        assert_eq!(sheet.file(), before);
    }
    sheet.put("workload.vcpu", "8");
    assert_eq!(sheet.number_of("workload.vcpu"), 8.0, "the sheet works afterwards");
}

fn seeds() -> Vec<&'static [u8]> {
    [
        "=workload.users / 100 * 3",
        "=IF(offload_heavy, 1, IFERROR(1 / heavy_share, 3))",
        "=SUM(criteria.*.weight) / 20 - go-net-http.base_mb",
        "=ROUND(-2^2 & \"a\"\"b\", 1) <> 50%",
        "=((1 + 2) * (3 - (4 / 5)))",
        "=#REF! + MIN(1,, 2)",
    ]
    .map(str::as_bytes)
    .into()
}

#[test]
fn a_formula_is_refused_with_its_place_or_comes_to_something_finite() {
    fuzz(&seeds(), WORDS, formula);
}

#[test]
fn a_cell_refuses_or_takes_what_is_typed() {
    fuzz(&seeds(), WORDS, typed);
}
