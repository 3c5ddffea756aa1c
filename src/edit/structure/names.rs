//! Ids, names and colours for what is new.

use crate::model::{Id, Plan};

/// Hues that colour-blind people tell apart (Okabe and Ito), and two darker ones, in the order in which they are given.
const HUES: [&str; 8] = ["#0072b2", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#e69f00", "#7a5195", "#6b6b00"];

/// An id that begins like `wanted` and is not taken.
pub(in crate::edit) fn fresh_id(wanted: &str, is_taken: impl Fn(&str) -> bool) -> Id {
    // Room for a number behind the longest id.
    let wanted: String = wanted.chars().take(Id::MAX_LENGTH - 6).collect();
    let mut number = 1;
    loop {
        let id = if number == 1 { wanted.clone() } else { format!("{wanted}-{number}") };
        if !is_taken(&id) {
            return Id::from(id);
        }
        number += 1;
    }
}

/// A name as an id: letters and digits, the rest as hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "own".into() } else { slug.to_owned() }
}

/// The next free id in the style of the default criteria: C20, C21, …
pub(super) fn criterion_id(plan: &Plan) -> Id {
    let is_free = |number: &usize| plan.criterion(&format!("C{number}")).is_none();
    let number = (20..).find(is_free).unwrap_or(20);
    Id::from(format!("C{number}"))
}

/// The name, with a number behind it where it is taken.
pub(in crate::edit) fn fresh_name(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = |number: usize| if number == 1 { wanted.to_owned() } else { format!("{wanted} {number}") };
    (1..).map(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// The name of a copy, no longer than a name may be.
pub(super) fn copy_name(name: &str) -> String {
    let name: String = name.chars().take(70).collect();
    format!("{name} (copy)")
}

/// The first hue that no alternative has.
pub(super) fn fresh_color(plan: &Plan) -> String {
    let is_free = |hue: &&&str| plan.alternatives.iter().all(|own| !own.color.eq_ignore_ascii_case(hue));
    HUES.iter().find(is_free).map_or("#56b4e9", |hue| hue).to_owned()
}
