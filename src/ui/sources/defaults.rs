//! Every input with its value, grade, date and source.

use leptos::prelude::*;

use super::super::app::{App, app};
use super::super::erased::{live, on, text};
use super::filter::{Filter, Toggle};
use super::{badge, heading};
use crate::article::notices;
use crate::sheet::{Line, Section, Sourced, Standing, counts, matching, sourcing};

/// A line of more values than this is folded, unless few lines are left to look at.
const FEW_VALUES: usize = 4;
const FEW_LINES: usize = 12;

/// The table, by the sections of the sheets.
pub fn defaults(filter: Filter) -> AnyView {
    let app = app();
    let all = Memo::new(move |_| app.on_plan(|session| sourcing(session.plan())));
    let shown = Memo::new(move |_| all.with(|all| matching(all, filter.pressed.get(), &filter.words.get())));
    let toggle = |(index, standing): (usize, Standing)| Toggle {
        label: standing.badge(),
        words: standing.words(),
        count: text(move || all.with(|all| counts(all).get(index).map_or(String::new(), ToString::to_string))),
    };
    let toggles = Standing::ALL.into_iter().enumerate().map(toggle).collect();
    let total = |sections: &Vec<Section>| counts(sections).iter().sum::<usize>();
    let found = text(move || format!("{} of {} inputs", shown.with(total), all.with(total)));
    view! {
        <section aria-labelledby="sources-defaults" id="defaults">
            {heading("sources-defaults")}
            <p>{notices::BADGES}" Press a value to go to its cell."</p>
            {filter.bar("the defaults", toggles, found)}
            {live(move || shown.with(|shown| sections(app, shown)))}
        </section>
    }
    .into_any()
}

fn sections(app: App, shown: &[Section]) -> AnyView {
    let lines = shown.iter().map(|section| section.lines.len()).sum::<usize>();
    let section = |section: &Section| {
        let title = match section.title.as_str() {
            "" => section.sheet.label().to_owned(),
            title => format!("{}: {title}", section.sheet.label()),
        };
        let sentences = section.sentences.iter().map(|sentence| view! { <p class="sentence">{*sentence}</p> });
        let lines: Vec<_> = section.lines.iter().map(|line| line_view(app, line, lines <= FEW_LINES)).collect();
        let head = |name: &'static str| view! { <th role="columnheader" scope="col">{name}</th> };
        view! {
            <h4>{title.clone()}</h4>
            {sentences.collect_view()}
            <table class="listing defaults" role="table" aria-label=title>
                <thead role="rowgroup">
                    <tr role="row">
                        {["Input", "Value", "Grade", "As of", "Where it comes from"].map(head).collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">{lines}</tbody>
            </table>
        }
    };
    shown.iter().map(section).collect_view().into_any()
}

fn line_view(app: App, line: &Line, few_lines: bool) -> AnyView {
    let Some(first) = line.values.first() else { return ().into_any() };
    let label = match (line.values.len(), first.of.as_str()) {
        (1, of) if !of.is_empty() => format!("{}, {of}", line.label),
        _ => line.label.clone(),
    };
    let label = view! { {label}" "<small>{line.unit.clone()}</small> };
    if line.values.len() == 1 {
        return row(app, "", label.into_any(), &line.label, first, true);
    }
    let open = RwSignal::new(few_lines || line.values.len() <= FEW_VALUES);
    // What all values share is said once.
    let shared = line.values.iter().all(|value| value.note == first.note);
    let mut standings: Vec<Standing> = Vec::new();
    for value in &line.values {
        if !standings.contains(&value.standing) {
            standings.push(value.standing);
        }
    }
    let badges = standings.into_iter().map(|standing| badge(standing.badge(), standing.words())).collect_view();
    let whole = line.clone();
    let rows = move || {
        let row = |value: &Sourced| row(app, "one-of", value.of.clone().into_any(), &whole.label, value, !shared);
        let rows: Vec<_> = if open.get() { whole.values.iter().map(row).collect() } else { Vec::new() };
        rows.into_any()
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <button
                    type="button"
                    class="unfold"
                    aria-expanded=text(move || open.get().to_string())
                    on:click=on(move |_| open.update(|open| *open = !*open))
                >
                    {label}
                </button>
            </th>
            <td role="cell">{format!("{} values", line.values.len())}</td>
            <td role="cell">{badges}</td>
            <td role="cell"></td>
            <td role="cell">{shared.then(|| first.note.clone())}</td>
        </tr>
        {live(rows)}
    }
    .into_any()
}

fn row(app: App, class: &'static str, head: AnyView, label: &str, value: &Sourced, with_note: bool) -> AnyView {
    let path = value.path.clone();
    let shown = if value.value.is_empty() { "empty".to_owned() } else { value.value.clone() };
    let name = match value.of.as_str() {
        "" => format!("{shown}: go to {label}"),
        of => format!("{shown}: go to {label}, {of}"),
    };
    view! {
        <tr role="row" class=class data-sourced=value.path.to_string()>
            <th role="rowheader" scope="row">{head}</th>
            <td role="cell">
                <button type="button" class="quiet go" aria-label=name on:click=on(move |_| app.go_to(path.clone()))>
                    {shown}
                </button>
            </td>
            <td role="cell">{badge(value.standing.badge(), value.standing.words())}</td>
            <td role="cell">{value.as_of.clone()}</td>
            <td role="cell">{with_note.then(|| value.note.clone())}</td>
        </tr>
    }
    .into_any()
}
