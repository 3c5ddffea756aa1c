//! The answer, always in sight: the verdict, the headline figures, what to look at twice, the charts, and two closer looks.

mod faults;
mod figures;
mod how;
mod load;
mod matrix;
mod more_charts;
mod pair;
mod picker;
mod sentences;
mod slider;
mod traffic;
mod warnings;

use leptos::prelude::*;

use super::app::{App, app};
use super::chart_view::ChartView;
use super::dom;
use super::erased::{effect, live, on, text};
use super::table::table_view;
use crate::chart::{CumulativeCost, MonthlyCost, Picture, Ranking};
use crate::session::Session;
pub use picker::{Chosen, picker};

/// The right half; on a narrow screen a strip on top that opens.
#[component]
pub fn Answer() -> impl IntoView {
    let app = app();
    let open = RwSignal::new(false);
    let section = NodeRef::<leptos::html::Section>::new();
    effect(move || {
        let Some(section) = section.get() else { return };
        let measured = section.clone();
        // On a narrow screen this strip stays on top: what is scrolled into sight must not land under it.
        let measure = move || {
            let height = if open.get_untracked() { 0 } else { measured.offset_height() };
            if let Some(root) = dom::root() {
                let _ = root.style().set_property("--strip", &format!("{height}px"));
            }
        };
        let _ = dom::observe_size(&section, measure);
    });
    let shown = Chosen::new();
    let crossover = RwSignal::new(None);
    let table = Memo::new(move |_| app.on_plan(|session| figures::headline(session.plan(), session.evaluation())));
    let ranking = picture(app, |session| Picture::Ranking(Ranking::of(session.plan(), session.evaluation())));
    let cumulative =
        picture(app, |session| Picture::CumulativeCost(CumulativeCost::of(session.plan(), session.evaluation())));
    let monthly = Memo::new(move |_| {
        let alternative = shown.get();
        app.on_plan(|session| Picture::MonthlyCost(MonthlyCost::of(session.plan(), session.evaluation(), &alternative)))
    });
    view! {
        <section node_ref=section class="answer" id="answer" aria-label="Answer" tabindex="-1" class:open=move || open.get() on:click=on(move |event| how::on_click(app, &event))>
            {faults::view(app)}
            <div class="sound" hidden=move || app.on_plan(|session| !session.plan().faults().is_empty())>
            {sentences::view(app)}
            <div id="figures">{live(move || table_view(table.get()))}</div>
            {figures::all(app)}
            <div class="below">
                {warnings::view(app)}
                <button
                    type="button"
                    class="fold"
                    id="fold"
                    aria-expanded=text(move || open.get().to_string())
                    aria-controls="charts"
                    on:click=on(move |_| open.update(|open| *open = !*open))
                >
                    {text(move || if open.get() { "Hide the charts".into() } else { "Show the charts".into() })}
                </button>
            </div>
            <div class="charts" id="charts">
                <ChartView picture=ranking />
                <ChartView picture=cumulative />
                {picker(app, "Monthly cost of", shown.signal(), move |id| shown.set(id))}
                <ChartView picture=monthly />
                {more_charts::view(app, shown, crossover)}
                {matrix::view(app)}
                {pair::view(app, crossover)}
            </div>
            </div>
        </section>
    }
}

fn picture(app: App, make: fn(&Session) -> Picture) -> Memo<Picture> {
    Memo::new(move |_| app.on_plan(make))
}
