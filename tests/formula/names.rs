//! What is one name, what is several, and what can stand for many cells.

use crate::world::{comes_to, fails, is_known, parse, value};
use weighbridge::formula::Formula;

fn references(text: &str) -> Vec<String> {
    parse(text).references().iter().map(|reference| reference.name.clone()).collect()
}

#[test]
fn paths_are_names() {
    for (formula, names) in [
        ("=salary", vec!["salary"]),
        ("=workload.peak_rps/2", vec!["workload.peak_rps"]),
        ("=criteria.C1.scores.go + criteria.C2.scores.rust", vec!["criteria.C1.scores.go", "criteria.C2.scores.rust"]),
        ("=alternatives.go.tiers.0.call_share", vec!["alternatives.go.tiers.0.call_share"]),
        ("=_own.step_1", vec!["_own.step_1"]),
        ("=salary+salary", vec!["salary", "salary"]),
        ("=IF(a>b, c, d)", vec!["a", "b", "c", "d"]),
        ("=max", vec!["max"]),
        ("=MAX(max, e)", vec!["max", "e"]),
        ("=2*e1", vec!["e1"]),
    ] {
        assert_eq!(references(formula), names, "{formula}");
    }
}

#[test]
fn a_hyphen_belongs_to_the_longest_name_that_is_known() {
    let with = |known: &'static [&'static str], text: &str| -> Vec<String> {
        let formula = Formula::parse(text, &|name| known.contains(&name)).unwrap();
        formula.references().iter().map(|reference| reference.name.clone()).collect()
    };
    assert_eq!(with(&[], "=a-b"), ["a", "b"]);
    assert_eq!(with(&["a-b"], "=a-b"), ["a-b"]);
    assert_eq!(with(&["a", "a-b"], "=a-b"), ["a-b"]);
    assert_eq!(with(&["a", "a-b"], "=a - b"), ["a", "b"]);
    assert_eq!(with(&["a-b"], "=a-b-c"), ["a-b", "c"]);
    assert_eq!(with(&["a-b-c"], "=a-b-c"), ["a-b-c"]);
    assert_eq!(with(&["b-c"], "=a-b-c"), ["a", "b-c"]);
    assert_eq!(with(&["x.a-b.y", "z"], "=x.a-b.y-z"), ["x.a-b.y", "z"]);
    assert_eq!(with(&["a-b.*.c"], "=SUM(a-b.*.c)"), ["a-b.*.c"]);
    assert_eq!(with(&["a-1"], "=a-1"), ["a-1"]);
    assert_eq!(with(&["a"], "=a-1e3"), ["a"]);
    // What is called is a function, though `a-MAX` were a cell.
    assert_eq!(with(&["a-MAX"], "=a-MAX(b)"), ["a", "b"]);
    assert_eq!(with(&["a-b-MAX", "a-b"], "=a-b-MAX(c)"), ["a-b", "c"]);
    assert_eq!(with(&["TRUE-x"], "=TRUE-x"), ["TRUE-x"]);
    assert_eq!(with(&[], "=TRUE-x"), ["x"]);
}

#[test]
fn a_hyphen_else_is_a_minus() {
    comes_to(&[
        ("=salary-1", 99.0),
        ("=salary-.5", 99.5),
        ("=salary-team.size", 95.0),
        ("=salary--1", 101.0),
        ("=go-net-http.overhead_ms*2", 5.0),
        ("=go-net-http.overhead_ms-go-net-http.overhead_ms", 0.0),
        ("=go-net-http.overhead_ms-salary", -97.5),
        ("=salary-MAX(1,2)", 98.0),
        ("=TRUE-1", 0.0),
    ]);
}

#[test]
fn a_star_is_a_step_only_between_dots() {
    for (formula, names) in [
        ("=a*b", vec!["a", "b"]),
        ("=a * b", vec!["a", "b"]),
        ("=a*2", vec!["a"]),
        ("=a*.5", vec!["a"]),
        ("=a.b*c.d", vec!["a.b", "c.d"]),
        ("=SUM(criteria.*.weight)", vec!["criteria.*.weight"]),
        ("=SUM(criteria.*.scores.*)", vec!["criteria.*.scores.*"]),
        ("=SUM(a.*)*b", vec!["a.*", "b"]),
        ("=SUM(a.**b)", vec!["a.*", "b"]),
        ("=SUM(*.weight)", vec!["*.weight"]),
        ("=2**.weight", vec!["*.weight"]),
        ("=SUM(*.a, *.b)", vec!["*.a", "*.b"]),
        ("=a.*-b", vec!["a.*", "b"]),
    ] {
        assert_eq!(references(formula), names, "{formula}");
        assert!(parse(formula).references().iter().all(|r| r.is_pattern() == r.name.contains('*')), "{formula}");
    }
}

#[test]
fn a_pattern_of_one_is_a_value() {
    comes_to(&[("=one.*+1", 10.0), ("=SQRT(one.*)", 3.0), ("=one.*%", 0.09), ("=-one.*", -9.0)]);
    fails(&[
        ("=weights.*", "“weights.*” gives 3 values where one is needed"),
        ("=1+weights.*", "“weights.*” gives 3 values where one is needed"),
        ("=SQRT(pair.*)", "“pair.*” gives 2 values where one is needed"),
        ("=none.*", "“none.*” gives no value where one is needed"),
        ("=SUM(weights.*+1)", "“weights.*” gives 3 values where one is needed"),
    ]);
}

#[test]
fn names_change_and_nothing_else_does() {
    let formula = parse("= SUM( weights.*,salary )-\"salary\" & go-net-http.overhead_ms−salary ");
    let kept = formula.with_names(&mut |_| None);
    assert_eq!(kept, formula.text());
    let all = formula.with_names(&mut |index| Some(format!("<{index}>")));
    assert_eq!(all, "= SUM( <0>,<1> )-\"salary\" & <2>−<3> ");
    let last = formula.with_names(&mut |index| (index == 3).then(|| "#REF!".into()));
    assert_eq!(last, "= SUM( weights.*,salary )-\"salary\" & go-net-http.overhead_ms−#REF! ");
    assert_eq!(parse("=1+2").with_names(&mut |_| panic!("it names nothing")), "=1+2");
}

#[test]
fn what_is_asked_for_is_what_is_needed() {
    let formula = parse("=IF(salary > 1, team.size, broken) + IFERROR(1, broken) + CHOOSE(2, broken, 3)");
    let mut asked = Vec::new();
    let result = formula.evaluate(&mut |index| {
        asked.push(formula.references()[index].name.clone());
        Ok(vec![weighbridge::formula::Scalar::Number(7.0)])
    });
    assert_eq!(result, Ok(weighbridge::formula::Scalar::Number(11.0)));
    assert_eq!(asked, ["salary", "team.size"]);
    assert_eq!(value("=broken"), Err("it depends on itself".into()));
}

#[test]
fn a_formula_is_its_text() {
    let formula = parse("=salary-1");
    assert_eq!(formula, formula.clone());
    // The same text with other names known reads differently, and is still the same text.
    assert_eq!(formula, Formula::parse("=salary-1", &|name| name == "salary-1").unwrap());
    assert_ne!(formula, parse("= salary-1"));
    assert!(is_known("salary") && format!("{formula:?}").contains("salary"));
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&formula);
}

#[test]
fn numbers_from_outside_are_checked() {
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for text in ["=salary", "=SUM(salary)", "=salary&\"\"", "=salary=1", "=COUNT(salary)"] {
            let result = parse(text).evaluate(&mut |_| Ok(vec![weighbridge::formula::Scalar::Number(wrong)]));
            assert_eq!(result, Err("a number too large".into()), "{text}");
        }
    }
}
