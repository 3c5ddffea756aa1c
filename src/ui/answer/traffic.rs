//! Cost against traffic. It takes some two hundred evaluations, so it waits until the plan has settled.

use leptos::prelude::*;

use super::super::app::App;
use super::super::chart_view::ChartView;
use super::super::dom;
use super::super::erased::{effect, live};
use crate::analyse::{Crossover, crossover};
use crate::chart::{CostByTraffic, Picture};

/// The last answer, while the chart is shown; none before, and none after.
pub type Traffic = RwSignal<Option<Crossover>>;

/// How long the plan must have stayed as it is, in milliseconds.
const SETTLED: i32 = 100;

/// The chart, computed anew after each change of the plan.
pub fn view(app: App, answer: Traffic) -> AnyView {
    let turn = StoredValue::new(0_u32);
    effect(move || {
        app.on_plan(|_| ());
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let now = turn.get_value();
        // The first time nothing is in sight yet: there is no sense in waiting.
        let wait = if answer.with_untracked(Option::is_none) { 0 } else { SETTLED };
        dom::later(wait, move || {
            // The chart may have gone meanwhile, or the plan have changed again.
            if turn.try_get_value() == Some(now) {
                answer.set(Some(app.read(|session| crossover(session.plan()))));
            }
        });
    });
    on_cleanup(move || {
        let _ = answer.try_set(None);
    });
    let is_there = Memo::new(move |_| answer.with(Option::is_some));
    let chart = move || {
        if !is_there.get() {
            return view! { <p class="waiting">"Computing the cost at 61 levels of traffic …"</p> }.into_any();
        }
        let picture = Memo::new(move |last: Option<&Picture>| {
            answer.with(|crossover| match (crossover, last) {
                (Some(crossover), _) => {
                    app.read(|session| Picture::Crossover(CostByTraffic::of(session.plan(), crossover)))
                }
                (None, Some(last)) => last.clone(),
                (None, None) => app.read(|session| {
                    let none = Crossover { multipliers: Vec::new(), npv: Vec::new(), crossings: Vec::new() };
                    Picture::Crossover(CostByTraffic::of(session.plan(), &none))
                }),
            })
        });
        view! { <ChartView picture=picture /> }.into_any()
    };
    live(chart).into_any()
}
