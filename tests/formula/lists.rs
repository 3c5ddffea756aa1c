//! What many numbers come to. `weights.*` are 3, 5, 4; `prices.*` 10, 20, 30; `mixed.*` 1, "7", TRUE, nothing, 2.

use crate::world::{comes_to, fails};

#[test]
fn sums_and_products() {
    comes_to(&[
        ("=SUM(1, 2, 3)", 6.0),
        ("=SUM(weights.*)", 12.0),
        ("=SUM(weights.*, 1, salary)", 113.0),
        ("=SUM(none.*)", 0.0),
        ("=PRODUCT(2, 3, 4)", 24.0),
        ("=PRODUCT(weights.*)", 60.0),
        ("=PRODUCT(none.*)", 0.0),
        ("=SUMSQ(3, 4)", 25.0),
        ("=SUMSQ(weights.*)", 50.0),
        ("=SUMPRODUCT(weights.*, prices.*)", 250.0), // 30 + 100 + 120
        ("=SUMPRODUCT(weights.*)", 12.0),
        ("=SUMPRODUCT(2, 3)", 6.0),
        ("=SUMPRODUCT(mixed.*)", 3.0),
        ("=SUMPRODUCT(weights.*, prices.*, prices.*)", 5900.0), // 300 + 2000 + 3600
        ("=SUMPRODUCT(weights.*, prices.*) / SUM(weights.*)", 20.833_333_333_333_333),
    ]);
    fails(&[
        ("=SUMPRODUCT(weights.*, pair.*)", "SUMPRODUCT has lists of 3 and 2 values"),
        ("=SUMPRODUCT(weights.*, 2)", "SUMPRODUCT has lists of 3 and 1 values"),
        ("=SUM(1e308, 1e308)", "a number too large"),
        ("=PRODUCT(1e200, 1e200)", "a number too large"),
        ("=SUMSQ(1e200)", "a number too large"),
        ("=SUM(broken)", "it depends on itself"),
    ]);
}

#[test]
fn what_is_typed_counts_and_what_stands_in_cells_only_if_it_is_a_number() {
    comes_to(&[
        ("=SUM(TRUE, \"3\", 1)", 5.0),
        ("=SUM(mixed.*)", 3.0),
        ("=SUM(yes, digits, empty)", 0.0),
        ("=SUM(yes+0, digits*1)", 8.0),
        ("=SUM((weights.*))", 12.0),
        ("=SUM(1,,2)", 3.0),
        ("=AVERAGE(1,,2)", 1.0),
        ("=AVERAGE(mixed.*)", 1.5),
        ("=MAX(mixed.*)", 2.0),
        ("=COUNT(mixed.*)", 2.0),
        ("=COUNTA(mixed.*)", 4.0),
        ("=COUNT(1, \"2\", TRUE, \"x\")", 3.0),
        ("=COUNTA(1, \"\", \"x\")", 3.0),
        ("=COUNT(none.*)", 0.0),
        ("=COUNTA(empty)", 0.0),
        ("=COUNT(words.*)", 0.0),
    ]);
    fails(&[("=SUM(1, \"x\")", "“x” is not a number"), ("=COUNT(broken)", "it depends on itself")]);
}

#[test]
fn means_and_ranks() {
    comes_to(&[
        ("=AVERAGE(weights.*)", 4.0),
        ("=AVERAGE(1, 2)", 1.5),
        ("=MIN(weights.*)", 3.0),
        ("=MAX(weights.*)", 5.0),
        ("=MIN(weights.*, 1)", 1.0),
        ("=MAX(-1, -2)", -1.0),
        ("=MIN(none.*)", 0.0),
        ("=MAX(words.*)", 0.0),
        ("=MEDIAN(weights.*)", 4.0),
        ("=MEDIAN(1, 2, 3, 10)", 2.5),
        ("=MEDIAN(7)", 7.0),
        ("=MEDIAN(1.7e308, 1.6e308)", 1.65e308),
        ("=LARGE(weights.*, 1)", 5.0),
        ("=LARGE(weights.*, 3)", 3.0),
        ("=LARGE(weights.*, 1.9)", 5.0),
        ("=SMALL(weights.*, 1)", 3.0),
        ("=SMALL(weights.*, 2)", 4.0),
        // Excel's own examples.
        ("=GEOMEAN(4, 5, 8, 7, 11, 4, 3)", 5.476_986_969_656_962),
        ("=STDEV(1345, 1301, 1368, 1322, 1310, 1370, 1318, 1350, 1303, 1299)", 27.463_915_719_843_49),
        ("=STDEV(weights.*)", 1.0),
        ("=GEOMEAN(1e200, 1e200)", 1e200),
    ]);
    fails(&[
        ("=AVERAGE(none.*)", "AVERAGE has no number to look at"),
        ("=AVERAGE(words.*)", "AVERAGE has no number to look at"),
        ("=MEDIAN(none.*)", "MEDIAN has no number to look at"),
        ("=GEOMEAN(none.*)", "GEOMEAN has no number to look at"),
        ("=GEOMEAN(1, 0)", "GEOMEAN needs numbers above 0"),
        ("=STDEV(5)", "STDEV needs at least two numbers"),
        ("=LARGE(weights.*, 4)", "LARGE has no number at place 4"),
        ("=LARGE(weights.*, 0)", "LARGE has no number at place 0"),
        ("=SMALL(none.*, 1)", "SMALL has no number at place 1"),
    ]);
}
