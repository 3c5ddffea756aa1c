//! The charts beyond those in sight, one at a time.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::app::App;
use super::super::chart_view::ChartView;
use super::super::dom;
use super::super::erased::{live, on, text};
use super::picker::{Chosen, picker};
use super::traffic::{self, Traffic};
use crate::analyse::rewrite_checks;
use crate::chart::{Instances, Memory, Output, Picture, RewriteStaff};

/// A chart to choose.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    Instances,
    Output,
    Traffic,
    Memory,
    Rewrite,
}

impl Choice {
    const ALL: [Self; 5] = [Self::Instances, Self::Output, Self::Traffic, Self::Memory, Self::Rewrite];

    fn label(self) -> &'static str {
        match self {
            Self::Instances => "Instances",
            Self::Output => "Output",
            Self::Traffic => "Traffic",
            Self::Memory => "Memory",
            Self::Rewrite => "Rewrite staff",
        }
    }

    /// The id of its button, after the picture it shows.
    fn id(self) -> &'static str {
        match self {
            Self::Instances => "show-instances",
            Self::Output => "show-output",
            Self::Traffic => "show-crossover",
            Self::Memory => "show-memory",
            Self::Rewrite => "show-rewrite-staff",
        }
    }
}

/// The chooser, and the one chart it shows; only that one is made.
pub fn view(app: App, alternative: Chosen, crossover: Traffic) -> AnyView {
    let shown = RwSignal::new(Choice::Instances as u32);
    let choose = move |choice: Choice| {
        if shown.get_untracked() != choice as u32 {
            shown.set(choice as u32);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = Choice::ALL.len();
        let here = Choice::ALL.iter().position(|choice| *choice as u32 == shown.get_untracked()).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowUp" => (here + count - 1) % count,
            "ArrowRight" | "ArrowDown" => (here + 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(choice) = Choice::ALL.get(next) {
            choose(*choice);
            dom::focus(choice.id());
        }
    };
    let tab = move |choice: Choice| {
        view! {
            <button
                type="button"
                role="tab"
                id=choice.id()
                aria-controls="more-chart"
                aria-selected=text(move || (shown.get() == choice as u32).to_string())
                tabindex=text(move || if shown.get() == choice as u32 { "0".into() } else { "-1".into() })
                on:click=on(move |_| choose(choice))
            >
                {choice.label()}
            </button>
        }
    };
    // Each has a place of its own, so that leaving one takes all of it away.
    let panel = move |choice: Choice| {
        live(move || (shown.get() == choice as u32).then(|| chart(app, choice, alternative, crossover)).into_any())
    };
    view! {
        <div class="more-charts">
            <div class="choices" role="tablist" aria-label="More charts" on:keydown=on(on_key)>
                {Choice::ALL.map(tab).collect_view()}
            </div>
            <div id="more-chart" role="tabpanel" aria-labelledby=text(move || {
                let shown = Choice::ALL.get(shown.get() as usize);
                shown.map_or(String::new(), |choice| choice.id().into())
            })>
                {Choice::ALL.map(panel).collect_view()}
            </div>
        </div>
    }
    .into_any()
}

fn chart(app: App, choice: Choice, alternative: Chosen, crossover: Traffic) -> AnyView {
    let picture = move || match choice {
        Choice::Instances => {
            let id = alternative.get();
            app.on_plan(|session| Picture::Instances(Instances::of(session.plan(), session.evaluation(), &id)))
        }
        Choice::Output => app.on_plan(|s| Picture::Output(Output::of(s.plan(), s.evaluation()))),
        Choice::Rewrite => app.on_plan(|s| Picture::RewriteStaff(RewriteStaff::of(s.plan(), s.evaluation()))),
        Choice::Memory | Choice::Traffic => app.on_plan(|s| Picture::Memory(Memory::of(s.plan()))),
    };
    if choice == Choice::Traffic {
        return traffic::view(app, crossover);
    }
    let picture = Memo::new(move |_| picture());
    let instances_of = (choice == Choice::Instances)
        .then(|| picker(app, "Instances of", alternative.signal(), move |id| alternative.set(id)));
    view! {
        {instances_of}
        <ChartView picture=picture />
        {(choice == Choice::Rewrite).then(|| checks(app))}
    }
    .into_any()
}

/// Two of the article's claims about rewrites, answered with the plan's numbers.
fn checks(app: App) -> AnyView {
    let list = move || {
        let checks = app.on_plan(|session| rewrite_checks(session.plan(), session.evaluation()));
        lines(checks.into_iter().flat_map(|check| check.sentences).collect())
    };
    view! {
        <div class="checks" id="rewrite-checks">
            <p>"The article says that a rewrite costs more than the first release (line 87) and eats what an early release saves (line 91). Here:"</p>
            {live(list)}
        </div>
    }
    .into_any()
}

/// Sentences, one a line.
pub fn lines(sentences: Vec<String>) -> AnyView {
    let line = |sentence: String| view! { <li>{sentence}</li> };
    let lines: Vec<_> = sentences.into_iter().map(line).collect();
    view! { <ul class="lines">{lines}</ul> }.into_any()
}
