//! One input as a JSON Schema: all of it from the input's declaration.

use std::ops::Bound;

use super::Node;
use crate::model::{Bounds, Grade, Input, Kind, Range, Style, Value};

type Entries = Vec<(String, Node)>;

pub(super) fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

pub(super) fn object<const N: usize>(entries: [(&str, Node); N]) -> Node {
    Node::Object(entries.into_iter().map(|(key, node)| (key.to_owned(), node)).collect())
}

pub(super) fn of_type(name: &str) -> Node {
    object([("type", text(name))])
}

pub(super) fn reference(definition: &str) -> Node {
    object([("$ref", text(&format!("#/$defs/{definition}")))])
}

/// What several inputs have in common, each under the name that they refer to.
pub(super) struct Definitions(pub Entries);

impl Definitions {
    /// Adds a definition unless it is there.
    fn define(&mut self, name: &str, definition: impl FnOnce() -> Node) -> Node {
        if !self.0.iter().any(|(known, _)| known == name) {
            self.0.push((name.to_owned(), definition()));
        }
        reference(name)
    }

    /// An input with its default, where it has one that always holds.
    pub(super) fn input(&mut self, input: &Input, default: Option<Value>) -> Node {
        let Node::Object(what) = self.kind(input.kind) else { return Node::Flag(true) };
        let mut entries = vec![("title".into(), text(input.label)), ("description".into(), text(&description(input)))];
        entries.extend(what);
        entries.extend(default.map(|value| ("default".into(), value.into())));
        Node::Object(entries)
    }

    fn kind(&mut self, kind: Kind) -> Node {
        match kind {
            Kind::Number(_, bounds) => self.quantity(bounds),
            Kind::Optional(_, bounds, _) => {
                object([("anyOf", Node::List(vec![of_type("null"), self.quantity(bounds)]))])
            }
            Kind::Text(most) => object([("type", text("string")), ("maxLength", Node::Number(most as f64))]),
            Kind::Color => object([("type", text("string")), ("pattern", text("^#[0-9A-Fa-f]{6}$"))]),
            // How long each month is, is left to the reader.
            Kind::Day(_) => {
                let day = "^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$";
                object([("type", text("string")), ("pattern", text(day))])
            }
            Kind::Flag => of_type("boolean"),
            Kind::Choice(words) => object([("enum", texts(words))]),
            Kind::Several(words) => object([
                ("type", text("array")),
                ("items", object([("enum", texts(words))])),
                ("uniqueItems", Node::Flag(true)),
            ]),
            Kind::Reference(_) => of_type("string"),
        }
    }

    /// A number within bounds, or a range whose ends are.
    fn quantity(&mut self, bounds: Bounds) -> Node {
        let number = self.number(bounds);
        let name = format!("{}quantity-{}", if bounds.is_whole() { "whole-" } else { "" }, name(bounds));
        let central = match number.clone() {
            Node::Object(mut entries) if bounds.is_whole() => {
                entries.push(("multipleOf".into(), Node::Number(1.0)));
                Node::Object(entries)
            }
            number => number,
        };
        self.define("formula", || {
            let words = "A formula, such as \"=connections / 5\": what it names must be inputs of the plan.";
            object([("description", text(words)), ("type", text("string")), ("pattern", text("^="))])
        });
        self.define(&name, || {
            let words = format!("Expected: {}, a range of such numbers, or a formula.", bounds.words(Style::Plain));
            let choices = vec![central.clone(), range(&number, &central), reference("formula")];
            object([("description", text(&words)), ("anyOf", Node::List(choices))])
        })
    }

    fn number(&mut self, bounds: Bounds) -> Node {
        self.define("number", || {
            let at_least = |key, x| object([(key, Node::Number(x))]);
            let zero = object([("minimum", Node::Number(0.0)), ("maximum", Node::Number(0.0))]);
            let choices = vec![zero, at_least("minimum", Bounds::SMALLEST), at_least("maximum", -Bounds::SMALLEST)];
            let words = format!("0, or a number at least {} away from it.", Bounds::SMALLEST);
            object([("description", text(&words)), ("type", text("number")), ("anyOf", Node::List(choices))])
        });
        self.define(&format!("number-{}", name(bounds)), || {
            let low = match bounds.low() {
                Bound::Excluded(low) => ("exclusiveMinimum", Node::Number(low)),
                Bound::Included(low) => ("minimum", Node::Number(low)),
                Bound::Unbounded => ("type", text("number")),
            };
            let high = match bounds.high() {
                Bound::Excluded(high) => ("exclusiveMaximum", Node::Number(high)),
                Bound::Included(high) => ("maximum", Node::Number(high)),
                Bound::Unbounded => ("type", text("number")),
            };
            object([("$ref", text("#/$defs/number")), low, high])
        })
    }
}

/// A range: an object with one key, the distribution. That the numbers rise is left to the reader.
pub(super) fn range(end: &Node, central: &Node) -> Node {
    let list = |parameters: &[&Node]| {
        let prefix = parameters.iter().map(|&node| node.clone()).collect();
        object([
            ("type", text("array")),
            ("prefixItems", Node::List(prefix)),
            ("items", Node::Flag(false)),
            ("minItems", Node::Number(parameters.len() as f64)),
        ])
    };
    let deviation = object([("type", text("number")), ("minimum", Node::Number(0.0))]);
    let quantile = object([("type", text("number")), ("exclusiveMinimum", Node::Number(0.0))]);
    let [triangular, pert, uniform, normal, lognormal] = Range::NAMES;
    let distributions = object([
        (triangular, list(&[end, central, end])),
        (pert, list(&[end, central, end])),
        (uniform, list(&[end, end])),
        (normal, list(&[central, &deviation])),
        (lognormal, list(&[&quantile, &quantile])),
    ]);
    object([
        ("type", text("object")),
        ("properties", distributions),
        ("additionalProperties", Node::Flag(false)),
        ("minProperties", Node::Number(1.0)),
        ("maxProperties", Node::Number(1.0)),
    ])
}

/// What the definition of these bounds is called; whole numbers share it with others.
fn name(bounds: Bounds) -> String {
    let low = match bounds.low() {
        Bound::Included(low) => format!("from-{low}"),
        Bound::Excluded(low) => format!("above-{low}"),
        Bound::Unbounded => "any".into(),
    };
    match bounds.high() {
        Bound::Included(high) => format!("{low}-to-{high}"),
        Bound::Excluded(high) => format!("{low}-to-below-{high}"),
        Bound::Unbounded => low,
    }
}

fn texts(words: &[&str]) -> Node {
    Node::List(words.iter().map(|word| text(word)).collect())
}

/// What it means, its unit, what nothing means, and where its default comes from.
fn description(input: &Input) -> String {
    let mut words = input.help().to_owned();
    match input.kind.unit() {
        Some(unit) if !unit.symbol.is_empty() => {
            let written = match unit.style {
                Style::Plain => "",
                Style::Percent => " (as a fraction: 0.1 is 10 %)",
                Style::Money => " (¤: the plan's currency)",
            };
            words += &format!(" Unit: {}{written}.", unit.symbol.trim_end_matches('.'));
        }
        _ => {}
    }
    match input.kind {
        Kind::Optional(_, _, nothing) => words += &format!(" null: {nothing}."),
        Kind::Day(nothing) => words += &format!(" Empty text: {nothing}."),
        Kind::Reference(what) => words += &format!(" The id of {what}."),
        _ => {}
    }
    if input.source.grade != Grade::Yours {
        words += &format!(" Default ({}): {}", input.source.grade.words(), input.source.note);
    }
    if let Some((year, month)) = input.source.data {
        words += &format!(" Data of {year}-{month:02}.");
    }
    words
}
