//! The Sources view: where every number comes from, and what became of every statement of the article.

mod article;
mod defaults;
mod filter;
mod notes;
mod places;

use leptos::prelude::*;

use super::app::app;
use super::dom;
use super::erased::{live, on};
use super::tabs::View;
use crate::article::cited;
use filter::Filter;

/// The parts, by the ids of their headings.
const PARTS: [(&str, &str); 7] = [
    ("sources-bias", "Who says so"),
    ("sources-defaults", "Every default"),
    ("sources-statements", "What the article says"),
    ("sources-corrections", "Corrections"),
    ("sources-figures", "Figures of the article"),
    ("sources-references", "References"),
    ("sources-limits", "Limits of the model"),
];

/// The view; built when it is shown.
#[component]
pub fn Sources() -> impl IntoView {
    let app = app();
    // What was looked for stays when one comes back from a cell.
    let (inputs, statements) = (Filter::new(), Filter::new());
    let is_open = Memo::new(move |_| app.view.get() == View::Sources);
    view! {
        <div
            id="sources"
            class="reading"
            role="tabpanel"
            aria-labelledby="tab-sources"
            tabindex="0"
            hidden=move || !is_open.get()
        >
            {live(move || is_open.get().then(|| parts(inputs, statements)).into_any())}
        </div>
    }
}

fn parts(inputs: Filter, statements: Filter) -> AnyView {
    let link = |(id, title): (&'static str, &'static str)| {
        view! { <button type="button" class="quiet" on:click=on(move |_| show_part(id))>{title}</button> }
    };
    // What is further down than any screen is long comes a frame later: the view opens sooner.
    let rest = RwSignal::new(false);
    dom::next_frame(move || {
        dom::next_frame(move || {
            rest.try_set(true);
        });
    });
    view! {
        <h2>"Sources"</h2>
        <div class="contents" role="group" aria-label="Parts of this view">{PARTS.map(link).collect_view()}</div>
        {notes::bias()}
        {defaults::defaults(inputs)}
        {live(move || rest.get().then(|| further_down(statements)).into_any())}
    }
    .into_any()
}

fn further_down(statements: Filter) -> AnyView {
    view! {
        {article::statements(statements)}
        {article::corrections()}
        {article::figures()}
        {notes::references()}
        {notes::limits()}
    }
    .into_any()
}

/// The heading of a part, which can be brought in sight.
fn heading(id: &'static str) -> AnyView {
    let title = PARTS.iter().find(|(known, _)| *known == id).map_or("", |(_, title)| title);
    view! { <h3 id=id tabindex="-1">{title}</h3> }.into_any()
}

fn show_part(id: &str) {
    if let Some(heading) = dom::by_id::<web_sys::HtmlElement>(id) {
        heading.scroll_into_view();
        let _ = heading.focus();
    }
}

/// Numbers of lines as texts name them.
fn lines_text(lines: &[u16]) -> String {
    cited(&lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

/// Grade and letter as a badge whose words can be read and heard.
fn badge(letter: &'static str, words: &'static str) -> AnyView {
    view! {
        <span class="badge" data-grade=letter title=words>
            <span aria-hidden="true">{letter}</span>
            <span class="out-of-sight">{words}</span>
        </span>
    }
    .into_any()
}
