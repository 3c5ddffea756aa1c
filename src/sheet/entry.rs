//! Between the text of a cell and the value of an input.

use super::follow::follow;
use super::{number, range_text};
use crate::formula::quoted;
use crate::model::{Input, Kind, Path, Plan, Problem, Value};

/// What a cell shows whose formula comes to nothing.
pub const ERROR: &str = "error";

/// Reads what was typed into the cell of `path`. What a formula means is found out when it is written.
///
/// # Errors
/// A sentence that says why the text does not fit.
pub fn read_text(plan: &Plan, path: &Path, text: &str) -> Result<Value, Problem> {
    let Some(input) = plan.input(path) else { return Err(Problem::at(path, "the plan has no such input")) };
    let value = value_of(plan, input, text.trim()).map_err(|message| Problem::at(path, message))?;
    input.check(&value).map_err(|problem| problem.or_at(path))?;
    Ok(value)
}

fn value_of(plan: &Plan, input: &Input, text: &str) -> Result<Value, String> {
    match input.kind {
        Kind::Optional(_, _, nothing) if text.is_empty() || text.eq_ignore_ascii_case(nothing) => Ok(Value::Empty),
        Kind::Number(unit, _) | Kind::Optional(unit, _, _) => {
            let currency = &plan.settings.currency;
            if text.starts_with('=') {
                return Ok(Value::Formula(text.to_owned()));
            }
            match range_text::parse(text, unit.style, currency) {
                Some(range) => range.map(Value::Range),
                None => number::parse(text, unit.style, currency).map(Value::Number),
            }
        }
        Kind::Day(nothing) if text.eq_ignore_ascii_case(nothing) => Ok(Value::Text(String::new())),
        Kind::Text(_) if input.name == "name" && text.is_empty() => Err("a name is missing".into()),
        Kind::Text(_) | Kind::Day(_) => Ok(Value::Text(text.to_owned())),
        Kind::Color => Ok(Value::Text(text.to_ascii_lowercase())),
        Kind::Flag => match text.to_ascii_lowercase().as_str() {
            "yes" | "y" | "true" | "1" => Ok(Value::Flag(true)),
            "no" | "n" | "false" | "0" => Ok(Value::Flag(false)),
            _ => Err(format!("“{}” is neither yes nor no", quoted(text))),
        },
        Kind::Choice(words) => one_of(words.iter().copied(), text).map(Value::Text),
        Kind::Several(words) => {
            let word = |part: &str| one_of(words.iter().copied(), part.trim());
            let parts = text.split(',').filter(|part| !part.trim().is_empty());
            parts.map(word).collect::<Result<_, _>>().map(Value::List)
        }
        Kind::Reference(what) => {
            let names = references(plan, what);
            // An id comes first: it is what editing shows, whatever else is called by that name.
            let by_id = names.iter().find(|(id, _)| id == text);
            let known = by_id.or_else(|| names.iter().find(|(_, name)| name.eq_ignore_ascii_case(text)));
            let text = known.map_or(text, |(id, _)| id.as_str());
            one_of(names.iter().map(|(id, _)| id.as_str()), text).map(Value::Text)
        }
    }
}

/// What may be typed where only certain words are taken; none where numbers or any text are.
pub fn choices(plan: &Plan, input: &Input) -> Option<String> {
    let words = match input.kind {
        Kind::Choice(words) => words.join(", "),
        Kind::Several(words) => format!("any of {}, with commas between", words.join(", ")),
        Kind::Flag => "yes, no".into(),
        Kind::Reference(what) => {
            references(plan, what).into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(", ")
        }
        _ => return None,
    };
    Some(format!("Takes: {words}."))
}

/// The id and name of everything a reference to `what` may mean.
fn references(plan: &Plan, what: &str) -> Vec<(String, String)> {
    match what {
        "a group" => plan.groups.iter().map(|group| (group.id.to_string(), group.name.clone())).collect(),
        "a profile" => plan.profiles.iter().map(|profile| (profile.id.to_string(), profile.name.clone())).collect(),
        _ => plan.alternatives.iter().map(|a| (a.id.to_string(), a.name.clone())).collect(),
    }
}

/// The word that `text` spells, or the only one it begins.
fn one_of<'a>(words: impl Iterator<Item = &'a str> + Clone, text: &str) -> Result<String, String> {
    if let Some(word) = words.clone().find(|word| word.eq_ignore_ascii_case(text)) {
        return Ok(word.to_owned());
    }
    let lower = text.to_ascii_lowercase();
    let mut begun = words.clone().filter(|word| !text.is_empty() && word.to_ascii_lowercase().starts_with(&lower));
    match (begun.next(), begun.next()) {
        (Some(word), None) => Ok(word.to_owned()),
        _ => Err(format!("“{}” is not one of {}", quoted(text), words.collect::<Vec<_>>().join(", "))),
    }
}

/// The text that editing the cell starts from; it parses back to the same value.
pub fn edit_text(input: &Input, value: &Value) -> String {
    let style = input.kind.unit().map_or(crate::model::Style::Plain, |unit| unit.style);
    match value {
        Value::Empty => String::new(),
        Value::Number(x) => number::edit_text(*x, style),
        Value::Range(range) => range_text::edit_text(*range, style),
        Value::Text(text) => text.clone(),
        Value::Flag(flag) => if *flag { "yes" } else { "no" }.into(),
        Value::List(words) => words.join(", "),
        Value::Formula(text) => text.clone(),
    }
}

/// The text the cell shows.
pub fn show_text(plan: &Plan, input: &Input, value: &Value) -> String {
    match (value, input.kind) {
        (Value::Empty, Kind::Optional(_, _, nothing)) => nothing.to_owned(),
        (Value::Text(day), Kind::Day(nothing)) if day.is_empty() => nothing.to_owned(),
        (Value::Number(_) | Value::Range(_), Kind::Number(unit, _) | Kind::Optional(unit, _, _)) => {
            value.central().map_or(String::new(), |x| number::show(x, unit.style))
        }
        (Value::Text(id), Kind::Reference(what)) => {
            references(plan, what).into_iter().find(|(known, _)| known == id).map_or(id.clone(), |(_, name)| name)
        }
        _ => edit_text(input, value),
    }
}

/// What has to be written where all these inputs are: they, and what follows from them.
pub fn writes_of(plan: &Plan, mut writes: Vec<(Path, Value)>) -> Vec<(Path, Value)> {
    follow(plan, &mut writes);
    writes
}
