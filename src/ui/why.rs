//! Why two columns of the comparison differ: what of the change in score and in cost each override makes. Up to a
//! thousand plans and more are evaluated for it, so that happens in slices between pictures.

use leptos::ev::Event;
use leptos::prelude::*;

use super::answer::{Chosen, picker};
use super::app::{App, app};
use super::chart_view::ChartView;
use super::compare::{case_of, value_of};
use super::dom;
use super::erased::{effect, live, on, text};
use super::fold::fold;
use crate::analyse::{Attributed, Attributing, Attribution, Difference, Method, Player};
use crate::chart::{Amounts, Compared, Picture, Waterfall};
use crate::model::Plan;
use crate::session::Session;
use crate::sheet::{Case, SheetId, input_label};

/// How long a slice may take, in milliseconds: half a picture.
const SLICE: f64 = 8.0;
/// Plans that are evaluated before the clock is looked at again.
const BETWEEN_LOOKS: usize = 8;
/// How long the plan must have stayed as it is, in milliseconds.
const SETTLED: i32 = 100;

/// What is known so far.
#[derive(Debug, Clone, PartialEq)]
enum State {
    Working(usize, usize),
    Done(Attribution),
    Refused(String),
}

/// The two columns; the base and the first scenario where none was chosen.
#[derive(Clone, Copy)]
struct Sides(RwSignal<Option<Case>>, RwSignal<Option<Case>>);

impl Sides {
    fn get(self, session: &Session) -> (Case, Case) {
        let cases = session.comparison().cases(session.document());
        let chosen = |side: RwSignal<Option<Case>>| side.get().filter(|case| cases.contains(case));
        let from = chosen(self.0).unwrap_or(Case::Base);
        let other = || cases.iter().find(|case| **case != from).cloned();
        (from.clone(), chosen(self.1).or_else(other).unwrap_or(Case::Base))
    }
}

/// The panel below the comparison, computed while it is unfolded.
#[component]
pub fn Why() -> impl IntoView {
    let app = app();
    let is_open = Memo::new(move |_| {
        app.on_plan(|_| ());
        app.on_layout(|session| session.sheet() == SheetId::Compare && !session.document().scenarios.is_empty())
    });
    let heading = || view! { <h2>"Why do they differ?"</h2> }.into_any();
    view! {
        {live(move || {
            if is_open.get() { fold("why", "closer why", heading(), move || panel(app)) } else { ().into_any() }
        })}
    }
}

fn panel(app: App) -> AnyView {
    let sides = Sides(RwSignal::new(None), RwSignal::new(None));
    let state = RwSignal::new(State::Working(0, 1));
    let turn = StoredValue::new(0_u32);
    effect(move || {
        // Names and the view of the comparison change nothing of it, but are no reason to look more closely.
        let (from, to) = app.on_plan(|session| sides.get(session));
        let now = turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        });
        dom::later(SETTLED, move || {
            if turn.try_get_value() == now {
                begin(app, state, (from, to), turn);
            }
        });
    });
    let shown = Chosen::new();
    // Traffic and pay, which differ most, move the cost alone.
    let is_money = RwSignal::new(true);
    let side = move |label: &'static str, id: &'static str, own: RwSignal<Option<Case>>, is_first: bool| {
        let value = text(move || {
            let (from, to) = app.on_plan(|session| sides.get(session));
            value_of(if is_first { &from } else { &to })
        });
        choice(app, label, id, value, own)
    };
    let measure = move |label: &'static str, wanted: bool| {
        view! {
            <button
                type="button"
                aria-pressed=text(move || (is_money.get() == wanted).to_string())
                on:click=on(move |_| is_money.set(wanted))
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="sides">
            {side("From", "why-from", sides.0, true)}
            {side("to", "why-to", sides.1, false)}
            <span role="group" aria-label="Measure">{measure("Score", false)} {measure("Net present value", true)}</span>
        </div>
        {picker(app, "Of", shown.signal(), move |id| shown.set(id))}
        {live(move || match state.get() {
            State::Working(done, of) => {
                view! { <p class="waiting">{format!("Evaluating plan {done} of {of} …")}</p> }.into_any()
            }
            State::Refused(reason) => view! { <p class="waiting">{reason}</p> }.into_any(),
            State::Done(found) => {
                let method = method(&found);
                let found = StoredValue::new(found);
                let picture = Memo::new(move |_| {
                    let (id, is_money) = (shown.get(), is_money.get());
                    let (from, to) = app.on_plan(|session| sides.get(session));
                    found.with_value(|found| app.read(|session| waterfall(session, found, id.as_str(), is_money, (&from, &to))))
                });
                view! { <ChartView picture=picture /> <p class="method">{method}</p> }.into_any()
            }
        })}
    }
    .into_any()
}

/// A list of the columns.
fn choice(
    app: App,
    label: &'static str,
    id: &'static str,
    value: Signal<String>,
    own: RwSignal<Option<Case>>,
) -> AnyView {
    let cases = Memo::new(move |_| {
        app.on_layout(|_| ());
        app.on_plan(|session| {
            let cases = session.comparison().cases(session.document());
            cases.into_iter().map(|case| (value_of(&case), session.name_of_case(&case))).collect::<Vec<_>>()
        })
    });
    let choose = move |event: Event| own.set(app.read(|session| case_of(session, &event_target_value(&event))));
    let option = move |(option, name): (String, String)| {
        let own = option.clone();
        view! { <option value=option prop:selected=move || value.get() == own>{name}</option> }
    };
    view! {
        <label for=id>{label}" "</label>
        <select id=id on:change=on(choose)>
            {live(move || cases.get().into_iter().map(option).collect_view().into_any())}
        </select>
    }
    .into_any()
}

/// Begins anew; an earlier one that is still under way finds another turn and stops.
fn begin(app: App, state: RwSignal<State>, (from, to): (Case, Case), turn: StoredValue<u32>) {
    let begun = app.read(|session| {
        let plan = session.document();
        let scenario = |case: &Case| case.scenario().and_then(|id| plan.scenario(id.as_str()));
        Attributing::new(plan, scenario(&from), scenario(&to))
    });
    match begun {
        Ok(work) => go_on(state, work, turn, turn.get_value()),
        Err(problem) => drop(state.try_set(State::Refused(problem.to_string()))),
    }
}

fn go_on(state: RwSignal<State>, mut work: Attributing, turn: StoredValue<u32>, mine: u32) {
    // The panel may have been folded, or the plan have changed.
    if turn.try_get_value() != Some(mine) {
        return;
    }
    let begun = js_sys::Date::now();
    while js_sys::Date::now() - begun < SLICE {
        if work.advance(BETWEEN_LOOKS)
            && let Some(result) = work.result()
        {
            let _ = state.try_set(State::Done(result));
            return;
        }
    }
    let (done, of) = work.progress();
    // What was found for the plan before stays until there is something better.
    if !matches!(state.try_get_untracked(), Some(State::Done(_))) {
        let _ = state.try_set(State::Working(done, of));
    }
    dom::later(0, move || go_on(state, work, turn, mine));
}

/// How the parts were found, and what hung together.
fn method(found: &Attribution) -> String {
    let how = match found.method {
        Method::Exact { coalitions: 1 } => return "Nothing differs between the two.".into(),
        Method::Exact { coalitions } => {
            format!("Exact: the mean over all orders in which the changes can be made, from {coalitions} plans.")
        }
        Method::Sampled { permutations } => format!(
            "Sampled: the mean over {permutations} orders in which the changes can be made; the whiskers hold in 95 cases of 100."
        ),
    };
    format!("{how} The parts add up to the whole difference.")
}

fn waterfall(session: &Session, found: &Attribution, id: &str, is_money: bool, sides: (&Case, &Case)) -> Picture {
    let plan = session.document();
    let name = plan.alternative(id).map_or(String::new(), |own| own.name.clone());
    let compared = Compared { name, from: session.name_of_case(sides.0), to: session.name_of_case(sides.1) };
    let amounts = if is_money { Amounts::Money(plan.settings.currency.clone()) } else { Amounts::Score };
    let own = found.alternatives.iter().find(|own| own.id.as_str() == id);
    let difference = own.map(|Attributed { score, npv, .. }| if is_money { npv } else { score });
    Picture::Waterfall(match difference {
        Some(Difference { from: Some(from), to: Some(to), parts: Ok(parts) }) => {
            let margin = |index: usize| {
                let error = parts.errors.as_ref()?.get(index)?;
                Some(error * found.method.interval())
            };
            let part = |(index, player): (usize, &Player)| {
                (label(plan, player), parts.parts.get(index).copied().unwrap_or(0.0), margin(index))
            };
            Waterfall::of(compared, (*from, *to), found.players.iter().enumerate().map(part).collect(), amounts)
        }
        Some(Difference { parts: Err(reason), .. }) => Waterfall::unknown(compared, reason.clone(), amounts),
        _ => Waterfall::unknown(compared, "it is not known in both columns".into(), amounts),
    })
}

/// What was changed, such as `Peak traffic at launch`; inputs that only fit together are one change.
fn label(plan: &Plan, player: &Player) -> String {
    player.paths().map(|path| input_label(plan, path)).collect::<Vec<_>>().join(" + ")
}
