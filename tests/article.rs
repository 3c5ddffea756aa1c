//! The article in the Sources view: every statement is there, on its line, in other words than the article's own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use weighbridge::article::notices::{self, BIAS_EVIDENCE, LIMITS};
use weighbridge::article::*;
use weighbridge::model::{self, Id, Input, Path, Plan};

/// The line of each statement, S001 first.
#[rustfmt::skip]
const LINES: [u16; 102] = [
    1, 5, 7, 9, 9, 9, 11, 11, 11, 13, 13, 13, 15, 15, 15, 19, 19, 19, 21, 21, 21, 23, 23, 23, 27, 27, 27, 29, 29,
    29, 31, 31, 35, 35, 35, 37, 37, 37, 39, 39, 39, 43, 43, 43, 45, 45, 47, 47, 49, 49, 53, 53, 55, 55, 57, 57,
    59, 59, 61, 61, 63, 63, 65, 65, 67, 69, 71, 71, 71, 73, 73, 73, 75, 75, 77, 77, 77, 77, 79, 81, 81, 83, 87,
    87, 87, 89, 89, 89, 91, 91, 93, 93, 95, 95, 95, 99, 99, 101, 101, 103, 103, 105,
];

/// The kind of each statement, S001 first: input, default, criterion, preset, warning, chart, mechanism, check (K), text.
#[rustfmt::skip]
const KINDS: &str = "TTTTCIXDTDMCWCTMDCMCWMWDDCIDMDCCDDPDPCWWDDCPMMDDDCDIDCCPCCPDDDDDCXPWCPCMPPIPDTDPPTKDDDIDKMWTIITTWCXTTT";

fn letter(kind: Kind) -> char {
    match kind {
        Kind::Input => 'I',
        Kind::Default => 'D',
        Kind::Criterion => 'C',
        Kind::Preset => 'P',
        Kind::Warning => 'W',
        Kind::Chart => 'X',
        Kind::Mechanism => 'M',
        Kind::Check => 'K',
        Kind::Text => 'T',
    }
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Every text of the folder that a reader sees.
fn texts() -> Vec<&'static str> {
    let mut texts = vec![
        notices::ESTIMATES,
        notices::BADGES,
        notices::BENCHMARKS,
        notices::SALARIES,
        notices::REWRITE_PROBABILITY,
        notices::PRICES,
        notices::INFRASTRUCTURE_SHARE,
        notices::NO_WINNER,
        notices::TWO_ANSWERS,
        notices::LICENCE,
        notices::BIAS,
    ];
    texts.extend(LIMITS);
    texts.extend(BIAS_EVIDENCE.iter().map(|evidence| evidence.text));
    texts.extend(PARTS.iter().map(|part| part.title));
    texts.extend(statements().flat_map(|s| [s.text, s.became, s.verdict]));
    texts.extend(CORRECTIONS.iter().flat_map(|c| [c.topic, c.article, c.now, c.source]));
    texts.extend(FIGURES.iter().flat_map(|f| [f.figure, f.label, f.default, f.distribution]));
    texts.extend(REFERENCES.iter().flat_map(|r| [r.name, r.gave]));
    texts.extend(EQUATIONS.iter().flat_map(|e| [e.name, e.formula, e.about]));
    texts
}

fn places() -> Vec<Place> {
    statements().filter_map(|s| s.place).chain(FIGURES.iter().filter_map(|f| f.place)).collect()
}

#[test]
fn all_102_statements_stand_once_in_order_on_their_lines_and_of_their_kinds() {
    let ids: Vec<&str> = statements().map(|s| s.id).collect();
    let expected: Vec<String> = (1..=102).map(|number| format!("S{number:03}")).collect();
    assert_eq!(ids, expected);
    assert_eq!(statements().map(|s| s.line).collect::<Vec<_>>(), LINES);
    assert_eq!(statements().map(|s| letter(s.kind)).collect::<String>(), KINDS);
}

#[test]
fn the_kinds_are_as_many_as_counted_by_hand() {
    let count = |kind: Kind| statements().filter(|s| s.kind == kind).count();
    let counts = [
        (Kind::Input, 7, "input"),
        (Kind::Default, 28, "default"),
        (Kind::Criterion, 19, "criterion"),
        (Kind::Preset, 12, "starter plan"),
        (Kind::Warning, 8, "warning"),
        (Kind::Chart, 3, "chart"),
        (Kind::Mechanism, 9, "mechanism"),
        (Kind::Check, 2, "check"),
        (Kind::Text, 14, "text"),
    ];
    for (kind, expected, word) in counts {
        assert_eq!((count(kind), kind.word()), (expected, word));
    }
    assert_eq!(counts.iter().map(|(_, n, _)| n).sum::<usize>(), 102);
}

#[test]
fn every_text_is_a_plain_sentence_and_none_is_empty() {
    for text in texts() {
        assert!(!text.trim().is_empty() && text.trim() == text && !text.contains("  "), "{text:?}");
        assert!(!text.contains('!') && !text.to_lowercase().contains("please"), "{text}");
    }
    let sentences = statements().flat_map(|s| [s.text, s.became, s.verdict]).chain(LIMITS);
    for sentence in sentences.chain(EQUATIONS.iter().map(|e| e.about)).chain(CORRECTIONS.iter().map(|c| c.now)) {
        assert!(sentence.ends_with('.'), "{sentence}");
    }
}

/// The article itself is not ours to keep: `WEIGHBRIDGE_ARTICLE` names a file that holds it. Without one nothing is compared.
#[test]
fn no_text_copies_seven_words_in_a_row_from_the_article() {
    let Some(file) = std::env::var_os("WEIGHBRIDGE_ARTICLE") else { return };
    let article = words(&std::fs::read_to_string(file).unwrap());
    assert!(article.len() > 1500, "{} words", article.len());
    for text in texts() {
        for run in words(text).windows(7) {
            assert!(!article.windows(7).any(|other| other == run), "{}: {text}", run.join(" "));
        }
    }
}

#[test]
fn every_line_named_is_a_line_of_the_article_that_says_something() {
    // Blank lines are even; the last line that says something is 105.
    let lines = CORRECTIONS.iter().flat_map(|c| c.lines).chain(FIGURES.iter().flat_map(|f| f.lines));
    for &line in lines.chain(BIAS_EVIDENCE.iter().flat_map(|e| e.lines)) {
        assert!(line % 2 == 1 && line <= 105, "{line}");
    }
}

#[test]
fn every_place_is_an_input_of_the_blank_plan_or_a_view() {
    let plan = Plan::default();
    let roots = ["settings", "groups", "criteria", "workload", "team", "profiles", "alternatives", "thresholds"];
    let mut inputs = 0;
    for place in places() {
        let Place::Input(text) = place else { continue };
        let path = Path::from(text);
        let steps = path.steps();
        assert!(steps.len() > 1 && roots.contains(&steps[0]), "{text}");
        assert!(steps.iter().all(|step| Id::from(*step).is_valid()), "{text}");
        assert!(plan.input(&path).is_some(), "{text}");
        inputs += 1;
    }
    assert!(inputs > 60, "{inputs} places are inputs");
}

#[test]
fn every_view_but_the_equations_is_the_place_of_a_statement() {
    use View::*;
    let views = [Matrix, Sources, Equations, Warnings, Cumulative, Monthly, Memory, Rewrite, Gallery, Pair];
    for view in views {
        assert_eq!(places().contains(&Place::View(view)), view != Equations, "{}", view.word());
        assert_eq!(views.iter().filter(|other| other.word() == view.word()).count(), 1);
    }
}

#[test]
fn the_default_named_for_a_figure_is_the_default_in_the_plan() {
    let plan = Plan::default();
    let mut looked_at = 0;
    for figure in &FIGURES {
        let Some(Place::Input(path)) = figure.place else { continue };
        let Some(value) = plan.get(&path.into()).and_then(|value| value.central()) else { continue };
        if path.starts_with("criteria") {
            continue;
        }
        // "178,885, the median" begins with its number.
        let digits: String =
            figure.default.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
        assert_eq!(digits.parse(), Ok(value.round()), "{path}");
        looked_at += 1;
    }
    assert_eq!(looked_at, 8, "three caps, a threshold, two durations and two costs");
}

#[test]
fn the_corrected_goroutine_shows_both_numbers() {
    let correction = CORRECTIONS.iter().find(|c| c.topic.contains("goroutine")).unwrap();
    assert!(correction.article.contains("4 KB") && correction.now.starts_with("2 KB"), "{correction:?}");
    let figure = FIGURES.iter().find(|f| f.figure.contains("goroutine")).unwrap();
    assert!(figure.figure.contains("4 KB") && figure.default.contains("2 KB"), "{figure:?}");
    let statement = statements().find(|s| s.id == "S028").unwrap();
    assert!(statement.text.contains("4 KB") && statement.became.contains("2 KB"), "{statement:?}");
    assert_eq!(statement.place, Some(Place::View(View::Memory)));
}

#[test]
fn what_is_said_to_be_corrected_is_among_the_corrections() {
    for statement in statements().filter(|s| s.verdict.contains("correction")) {
        let corrected = CORRECTIONS.iter().any(|c| c.lines.contains(&statement.line));
        assert!(corrected, "{} on line {}", statement.id, statement.line);
    }
}

#[test]
fn the_licence_is_named_word_for_word() {
    assert_eq!(
        notices::LICENCE,
        "Contains information from the Stack Overflow Developer Survey 2025, available under the ODbL."
    );
}

#[test]
fn every_equation_stands_once() {
    let mut expected: Vec<String> = Vec::new();
    for number in (1..=35).chain(40..=42) {
        expected.push(format!("E{number}"));
        let more: &[&str] = match number {
            9 | 34 => &["b"],
            35 => &["b", "c"],
            _ => &[],
        };
        expected.extend(more.iter().map(|letter| format!("E{number}{letter}")));
    }
    assert_eq!(EQUATIONS.iter().map(|e| e.id).collect::<Vec<_>>(), expected);
    assert_eq!(equation("E9b").unwrap().name, "Instances for synchronous threads");
    assert_eq!(equation("E36"), None);
    assert_eq!(equation("e1"), None);
}

#[test]
fn every_equation_that_a_text_names_exists() {
    for text in texts() {
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            if word.len() > 1 && word.starts_with('E') && word[1..].starts_with(|c: char| c.is_ascii_digit()) {
                assert!(equation(word).is_some(), "{word}: {text}");
            }
        }
    }
}

/// With every label of an input taken out, no word of a formula begins with a capital: no label is misspelt or gone.
#[test]
fn equations_speak_of_inputs_by_the_labels_of_their_cells() {
    let tables: [&[Input]; 8] = [
        model::Alternative::INPUTS,
        model::Settings::INPUTS,
        model::Workload::INPUTS,
        model::Team::INPUTS,
        model::Hiring::INPUTS,
        model::Rewrite::INPUTS,
        model::Profile::INPUTS,
        model::Tier::INPUTS,
    ];
    let mut labels: Vec<&str> = tables.iter().flat_map(|table| table.iter()).map(|input| input.label).collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    for equation in &EQUATIONS {
        let mut rest = equation.formula.to_owned();
        for label in &labels {
            rest = rest.replace(label, "");
        }
        for word in rest.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase)) {
            let is_known = ["CPU", "GB", "MB", "NPV", "Go", "Python", "Σ"].contains(&word);
            assert!(is_known, "{}: {word} in {}", equation.id, equation.formula);
        }
    }
}
