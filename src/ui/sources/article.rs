//! What the article says: its statements, where it is wrong by now, and its numbers.

use leptos::prelude::*;

use super::super::erased::{live, text};
use super::filter::{Filter, Toggle};
use super::places::place_button;
use super::{badge, heading, lines_text};
use crate::article::{self, CORRECTIONS, FIGURES, Kind, Part, Statement};

/// The kinds, in the order of their buttons.
const KINDS: [Kind; 9] = [
    Kind::Input,
    Kind::Default,
    Kind::Criterion,
    Kind::Preset,
    Kind::Warning,
    Kind::Chart,
    Kind::Mechanism,
    Kind::Check,
    Kind::Text,
];

fn matches(statement: &Statement, pressed: u32, words: &str) -> bool {
    let bit = KINDS.iter().position(|kind| *kind == statement.kind).map_or(0, |index| 1 << index);
    let mut all = format!("{} {} {} {}", statement.id, statement.text, statement.became, statement.verdict);
    all.make_ascii_lowercase();
    (pressed == 0 || pressed & bit != 0) && words.split_whitespace().all(|word| all.contains(word))
}

/// The statements, with what became of each.
pub fn statements(filter: Filter) -> AnyView {
    let toggle = |kind: Kind| {
        let count = article::statements().filter(|statement| statement.kind == kind).count();
        Toggle { label: kind.word(), words: kind.word(), count: text(move || count.to_string()) }
    };
    let found = move || {
        let (pressed, words) = (filter.pressed.get(), filter.words.get().to_ascii_lowercase());
        move |statement: &&Statement| matches(statement, pressed, &words)
    };
    let told = text(move || {
        let (found, all) = (article::statements().filter(found()).count(), article::statements().count());
        format!("{found} of {all}")
    });
    let part = move |part: &'static Part| {
        let items: Vec<_> = part.statements.iter().filter(found()).map(statement).collect();
        (!items.is_empty()).then(|| {
            view! {
                <h4>{part.title}</h4>
                <ul class="statements">{items}</ul>
            }
        })
    };
    view! {
        <section aria-labelledby="sources-statements" id="statements">
            {heading("sources-statements")}
            {filter.bar("the statements", KINDS.map(toggle).into(), told)}
            {live(move || article::PARTS.iter().map(part).collect_view().into_any())}
        </section>
    }
    .into_any()
}

fn statement(statement: &'static Statement) -> impl IntoView {
    view! {
        <li data-statement=statement.id>
            <p>
                <small>{format!("{} · line {} · {}", statement.id, statement.line, statement.kind.word())}</small>
                <br />
                {statement.text}
            </p>
            <p class="became">{statement.became}</p>
            <p class="verdict-of"><small>{statement.verdict}</small>{place_button(statement.place, statement.id)}</p>
        </li>
    }
}

/// What the article says, struck through, beside what is so now.
pub fn corrections() -> AnyView {
    let item = |correction: &'static article::Correction| {
        // A number that is no longer so is struck through; a description of what is missing is not wrong.
        let has_number = correction.article.contains(|c: char| c.is_ascii_digit());
        let said = if has_number {
            let heard = view! { <span class="out-of-sight">"No longer so: "</span> };
            view! { <s>{heard}{correction.article}</s> }.into_any()
        } else {
            correction.article.into_any()
        };
        view! {
            <li>
                <h4>{correction.topic}" "<small>{lines_text(correction.lines)}</small></h4>
                <p><span class="out-of-sight">"The article: "</span>{said}</p>
                <p><span class="out-of-sight">"Now: "</span>{correction.now}" "<small>{correction.source}</small></p>
            </li>
        }
    };
    view! {
        <section aria-labelledby="sources-corrections">
            {heading("sources-corrections")}
            <p>"What the article says, its numbers struck through, beside what is so by November 2026."</p>
            <ul class="corrections" id="corrections">{CORRECTIONS.iter().map(item).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Every number of the article, and the default it became.
pub fn figures() -> AnyView {
    let row = |figure: &'static article::Figure| {
        let grade = figure.grade.map(|grade| badge(grade.letter(), grade.words()));
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">
                    {figure.figure}" "
                    <small>{lines_text(figure.lines)}</small>
                </th>
                <td role="cell">{figure.label}{place_button(figure.place, figure.label)}</td>
                <td role="cell">{figure.default}" "{grade}</td>
                <td role="cell">{figure.distribution}</td>
            </tr>
        }
    };
    let head = |name: &'static str| view! { <th role="columnheader" scope="col">{name}</th> };
    view! {
        <section aria-labelledby="sources-figures">
            {heading("sources-figures")}
            <table class="listing" role="table" aria-labelledby="sources-figures">
                <thead role="rowgroup">
                    <tr role="row">
                        {["The article", "In this plan", "Default", "Distribution"].map(head).collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">{FIGURES.iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}
