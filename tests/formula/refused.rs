//! Texts that are no formula, and the sentences that say why and where; and how much is too much.

use crate::world::{comes_to, is_known, value};
use weighbridge::formula::{Formula, functions};

fn refused(text: &str) -> (String, usize) {
    match Formula::parse(text, &is_known) {
        Ok(_) => panic!("{text} is read"),
        Err(fault) => (fault.message, fault.at),
    }
}

#[test]
fn each_says_what_is_wrong_and_where() {
    for (text, message, at) in [
        ("", "a formula begins with “=”", 0),
        ("1+2", "a formula begins with “=”", 0),
        (" =1", "a formula begins with “=”", 0),
        ("=", "something is missing behind “=”", 0),
        ("=  ", "something is missing behind “=”", 0),
        ("=1+", "something is missing behind “+”", 2),
        ("=1−", "something is missing behind “−”", 2),
        ("=-", "something is missing behind “-”", 1),
        ("=1+*2", "something is missing behind “+”", 2),
        ("=1=", "something is missing behind “=”", 2),
        ("=1==2", "something is missing behind “=”", 2),
        ("=(1+)", "something is missing behind “+”", 3),
        ("=*2", "something is missing before “*”", 1),
        ("=(*2)", "something is missing before “*”", 2),
        ("=SUM(1,*2)", "something is missing before “*”", 7),
        ("=,", "something is missing before “,”", 1),
        ("=%", "something is missing before “%”", 1),
        ("=)", "something is missing before “)”", 1),
        ("=()", "there is nothing in the brackets", 1),
        ("=(1", "a bracket is not closed", 1),
        ("=((1)", "a bracket is not closed", 1),
        ("=1+(", "a bracket is not closed", 3),
        ("=SUM(", "a bracket is not closed", 4),
        ("=SUM(1,", "a bracket is not closed", 4),
        ("=SUM((1),(2)", "a bracket is not closed", 4),
        ("=SUM((1),(2", "a bracket is not closed", 9),
        ("=1)", "a bracket is closed that was not opened", 2),
        ("=SUM(1))", "a bracket is closed that was not opened", 7),
        ("=1 2", "an operator is missing before “2”", 3),
        ("=5k", "an operator is missing before “k”", 2),
        ("=1e", "an operator is missing before “e”", 2),
        ("=1_000", "an operator is missing before “_000”", 2),
        ("=1.2.3", "an operator is missing before “.3”", 4),
        ("=2(3)", "an operator is missing before “(”", 2),
        ("=(1)(2)", "an operator is missing before “(”", 4),
        ("=\"a\"\"b", "a text is not closed", 1),
        ("=\"a\" b", "an operator is missing before “b”", 5),
        ("=1%2", "an operator is missing before “2”", 3),
        ("=salary \"a\"", "an operator is missing before “\"a\"”", 8),
        ("=1,234", "“,” stands only between the values of a function", 2),
        ("=(1;2)", "“;” stands only between the values of a function", 3),
        ("=\"a", "a text is not closed", 1),
        ("=1&\"", "a text is not closed", 3),
        ("=\"a\"\"", "a text is not closed", 1),
        ("=A1:B2", "“:” has no meaning here", 3),
        ("=$5", "“$” has no meaning here", 1),
        ("=1+é", "“é” has no meaning here", 3),
        ("=Sheet!A1", "“!” has no meaning here", 6),
        ("=#DIV/0!", "“#” has no meaning here", 1),
        ("=.", "“.” has no meaning here", 1),
        ("=1 + 1e400", "“1e400” is too large", 5),
        ("=criteria.", "“criteria.” is no name: a step is missing", 1),
        ("=1+a..b", "“a..b” is no name: a step is missing", 3),
        ("=FOO(1)", "“FOO” is no function", 1),
        ("=1+foo.bar (1)", "“foo.bar” is no function", 3),
        ("=TRUE()", "“TRUE” is no function", 1),
        ("=1+IF(1)", "IF takes 2 or 3 values", 3),
        ("=if(1,2,3,4)", "IF takes 2 or 3 values", 1),
        ("=ABS()", "ABS takes 1 value", 1),
        ("=ABS(1,2)", "ABS takes 1 value", 1),
        ("=PI(1)", "PI takes no value", 1),
        ("=SUM()", "SUM takes at least 1 value", 1),
        ("=IFS(TRUE)", "IFS takes at least 2 values", 1),
        ("=PMT(1)", "PMT takes 3 to 5 values", 1),
        ("=MOD(1)", "MOD takes 2 values", 1),
    ] {
        assert_eq!(refused(text), (message.to_owned(), at), "{text}");
    }
}

#[test]
fn what_is_quoted_is_kept_short() {
    let (message, at) = refused(&format!("={}(1)", "x".repeat(1000)));
    assert_eq!((message, at), (format!("“{}…” is no function", "x".repeat(40)), 1));
    let sentence = value(&format!("=\"{}\"+1", "x".repeat(1000))).unwrap_err();
    assert_eq!(sentence, format!("“{}…” is not a number", "x".repeat(40)));
}

#[test]
fn a_formula_has_at_most_two_thousand_characters() {
    let of = |length: usize| format!("=\"{}\"", "é".repeat(length - 3));
    assert!(Formula::parse(&of(2000), &is_known).is_ok());
    let (message, at) = refused(&of(2001));
    assert_eq!(message, "a formula has at most 2000 characters");
    assert!(of(2001).is_char_boundary(at));
}

#[test]
fn a_function_has_at_most_255_values() {
    let of = |count: usize| format!("=SUM({})", vec!["1"; count].join(","));
    comes_to(&[(&of(255), 255.0)]);
    assert_eq!(refused(&of(256)).0, "SUM has more than 255 values");
}

/// On a stack as small as a browser's.
fn on_a_small_stack(code: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(code).unwrap().join().unwrap();
}

#[test]
fn nesting_ends_at_64() {
    on_a_small_stack(|| {
        let around = |open: &str, depth: usize| format!("={}1{}", open.repeat(depth), ")".repeat(depth));
        for open in ["(", "ABS(", "-(", "SUM(1,", "IF(TRUE,", "1^("] {
            let levels = if open == "1^(" { 31 } else { 63 };
            assert!(value(&around(open, levels)).is_ok(), "{open}");
            for depth in [levels + 1, 150] {
                assert_eq!(refused(&around(open, depth)).0, "it is nested more than 64 deep", "{open} {depth}");
            }
        }
        assert_eq!(refused(&"=(".repeat(900)).0, "something is missing before “=”");
        assert_eq!(refused(&format!("={}", "(".repeat(1999))).0, "it is nested more than 64 deep");
        assert_eq!(refused(&format!("={}", "IF(1,".repeat(390))).0, "it is nested more than 64 deep");
        assert_eq!(refused(&format!("={}", "1=1&1+1*1^(".repeat(150))).0, "it is nested more than 64 deep");
    });
}

#[test]
fn what_is_long_but_flat_is_read() {
    on_a_small_stack(|| {
        let long = |term: &str, count: usize| format!("=1{}", term.repeat(count));
        comes_to(&[
            (&long("+1", 999), 1000.0),
            (&long("-1", 999), -998.0),
            (&long("^1", 999), 1.0),
            (&long("*1", 999), 1.0),
            (&long("+1*1^1", 300), 301.0),
            (&format!("={}1", "-".repeat(1998)), 1.0),
            (&format!("={}1", "-".repeat(1997)), -1.0),
            (&format!("=0{}", "%".repeat(1998)), 0.0),
            (&format!("=1{}", "--1".repeat(600)), 601.0),
        ]);
        assert!(value(&long("=1", 999)).is_ok());
        assert!(value(&long("&1", 999)).is_ok());
        assert_eq!(refused(&format!("=1{}", "%".repeat(1998) + "*")).0, "a formula has at most 2000 characters");
    });
}

#[test]
fn few_questions_are_asked_about_many_hyphens() {
    let asked = std::cell::Cell::new(0);
    let text = format!("=a{}", "-a".repeat(990));
    let known = |_: &str| {
        asked.set(asked.get() + 1);
        false
    };
    let formula = Formula::parse(&text, &known).unwrap();
    assert_eq!(formula.references().len(), 991);
    assert!(asked.get() < 30_000, "{}", asked.get());
}

#[test]
fn the_table_of_functions_is_in_order_and_says_what_each_takes() {
    let names: Vec<&str> = functions().iter().map(|function| function.name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
    for function in functions() {
        assert!(!function.help.is_empty() && !function.help.ends_with('.'), "{}", function.name);
        let parts: Vec<&str> = function.takes.split(", ").filter(|part| !part.is_empty()).collect();
        let needed = parts.iter().filter(|part| !part.starts_with('[') && **part != "…").count();
        let call =
            |count: usize| Formula::parse(&format!("={}({})", function.name, vec!["1"; count].join(",")), &is_known);
        assert!(call(needed).is_ok(), "{}", function.name);
        assert!(needed == 0 || call(needed - 1).is_err() || needed == 1, "{}", function.name);
        assert_eq!(call(9).is_ok(), parts.contains(&"…"), "{}", function.name);
    }
}
