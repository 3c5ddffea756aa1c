//! Who says so, what was read, and what the model leaves out.

use leptos::prelude::*;

use super::{heading, lines_text};
use crate::article::{REFERENCES, Seen, notices};

/// The notice on the article's bias with its evidence, and the sentences that hold for every number.
pub fn bias() -> AnyView {
    let evidence = notices::BIAS_EVIDENCE.iter().map(|evidence| {
        let lines = lines_text(evidence.lines);
        let lines = (!lines.is_empty()).then(|| view! { <small>{format!(" ({lines})")}</small> });
        view! { <li>{evidence.text}{lines}</li> }
    });
    view! {
        <section aria-labelledby="sources-bias">
            {heading("sources-bias")}
            <p id="bias">{notices::BIAS}</p>
            <details>
                <summary>"What shows it"</summary>
                <ul>{evidence.collect_view()}</ul>
            </details>
            <p>{notices::ESTIMATES}</p>
            <p>{notices::TWO_ANSWERS}" "{notices::INFRASTRUCTURE_SHARE}</p>
            <p>{notices::LICENCE}</p>
        </section>
    }
    .into_any()
}

/// What was read, by how it was seen.
pub fn references() -> AnyView {
    let group = |seen: Seen| {
        let entries = REFERENCES.iter().filter(|reference| reference.seen == seen);
        let entries = entries.map(|reference| view! { <li><strong>{reference.name}</strong>" "{reference.gave}</li> });
        view! {
            <h4>{seen.word()}</h4>
            <ul>{entries.collect_view()}</ul>
        }
    };
    view! {
        <section aria-labelledby="sources-references">
            {heading("sources-references")}
            {[Seen::Read, Seen::Search, Seen::Memory, Seen::NotFound].map(group).collect_view()}
        </section>
    }
    .into_any()
}

/// What the model does not do.
pub fn limits() -> AnyView {
    view! {
        <section aria-labelledby="sources-limits">
            {heading("sources-limits")}
            <ul>{notices::LIMITS.map(|limit| view! { <li>{limit}</li> }).collect_view()}</ul>
        </section>
    }
    .into_any()
}
