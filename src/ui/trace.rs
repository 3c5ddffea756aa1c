//! How a number follows from others: one step of the calculation, and the way down to the inputs.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::app::{App, app};
use super::dom;
use super::erased::{live, on};
use super::tabs::focus_left;
use crate::analyse::explain::{Operand, Step, explain};
use crate::article::equation;
use crate::model::{Path, Style, amount};
use crate::session::Session;
use crate::sheet::{Address, number};

/// The chain of numbers that was followed, the one in sight last; empty while the panel is closed.
#[derive(Clone, Copy)]
pub struct Trace {
    chain: RwSignal<Vec<Path>>,
    /// What had the keyboard before.
    opener: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Trace {
    /// Closed.
    pub fn new() -> Self {
        Self { chain: RwSignal::new(Vec::new()), opener: StoredValue::new_local(None) }
    }

    /// One step further down.
    fn follow(self, path: Path) {
        self.chain.update(|chain| chain.push(path));
        focus_title();
    }

    /// A path of the plan that is looked at, which may be that of a column of the comparison.
    fn address(self, path: &Path) -> Path {
        let first = self.chain.with_untracked(|chain| chain.first().cloned());
        let case = first.and_then(|first| Address::of(&first).case);
        case.map_or_else(|| path.clone(), |case| case.address(path))
    }

    /// Back up to the step with this index.
    fn back_to(self, index: usize) {
        self.chain.update(|chain| chain.truncate(index + 1));
        focus_title();
    }

    /// Closes the panel; the keyboard is elsewhere.
    pub fn forget(self) {
        self.chain.set(Vec::new());
        self.opener.set_value(None);
    }

    /// The keyboard goes back to where it came from, if that is still there.
    fn close(self, app: App) {
        self.chain.set(Vec::new());
        match self.opener.try_update_value(Option::take).flatten() {
            Some(opener) if opener.is_connected() => {
                let _ = opener.focus();
            }
            _ => focus_left(app),
        }
    }
}

/// Shows how the result at `path` comes to its value.
pub fn open(app: App, path: Path) {
    let trace = app.trace;
    let active = dom::document().and_then(|document| document.active_element());
    let outside = active.filter(|active| active.closest("#trace").ok().flatten().is_none());
    if let Some(opener) = outside.and_then(|active| active.dyn_into().ok()) {
        trace.opener.set_value(Some(opener));
    }
    trace.chain.set(vec![path]);
    focus_title();
}

/// The title is drawn anew in each step.
fn focus_title() {
    dom::next_frame(|| dom::focus("trace-title"));
}

fn explained(session: &Session, path: &Path) -> Option<Step> {
    let (plan, evaluation, own) = session.outlook_at(path);
    explain(plan, evaluation, &own)
}

/// A number of the model with its unit.
fn figure(value: f64, style: Style, unit: &str) -> String {
    // Cells show amounts of money whole.
    let number = match style {
        Style::Money if value.abs() >= 1000.0 => amount::number(value, 0),
        style => number::show(value, style),
    };
    // "$ a month" goes around the number, a scale such as "0–10" or "month no." says nothing behind it.
    for sign in ["$", "€", "£"] {
        if let Some(rest) = unit.strip_prefix(sign) {
            let (minus, digits) = number.strip_prefix('−').map_or(("", number.as_str()), |digits| ("−", digits));
            return format!("{minus}{sign}{digits}{rest}");
        }
    }
    match unit {
        "" | "0–10" | "month no." => number,
        unit => format!("{number}{}{}", if unit.starts_with('%') { "" } else { " " }, unit.trim_start_matches('%')),
    }
}

/// The value of a step in words.
pub fn value_text(step: &Step) -> String {
    let value = step.value.map(|value| figure(value, step.style, &step.unit));
    match (value, &step.text) {
        (Some(value), Some(text)) => format!("{value} ({text})"),
        (Some(value), None) => value,
        (None, Some(text)) => text.clone(),
        (None, None) => "no value".into(),
    }
}

/// The value of an operand in words.
pub fn operand_text(operand: &Operand) -> String {
    match (operand.value, &operand.text) {
        (Some(value), _) => figure(value, operand.style, &operand.unit),
        (None, Some(text)) if !text.is_empty() => text.clone(),
        _ => "no value".into(),
    }
}

/// The panel under the sheet. It follows the plan.
#[component]
pub fn TracePanel() -> impl IntoView {
    let app = app();
    let trace = app.trace;
    // What is explained may be gone with its alternative, and come back with Undo.
    let step = Memo::new_with_compare(
        move |_| -> Option<Step> {
            let path = trace.chain.with(|chain| chain.last().cloned())?;
            app.on_plan(|session| explained(session, &path))
        },
        |_, _| true,
    );
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            trace.close(app);
        }
    };
    view! {
        <section
            id="trace"
            class="trace"
            aria-labelledby="trace-title"
            hidden=move || step.with(Option::is_none)
            on:keydown=on(on_key)
        >
            <header>
                {live(move || crumbs(app))}
                <button type="button" class="quiet" id="trace-close" on:click=on(move |_| trace.close(app))>"Close"</button>
            </header>
            {live(move || step.with(|step| step.as_ref().map_or_else(empty, |step| step_view(app, step))))}
        </section>
    }
}

/// The title is always there: the panel is named by it.
fn empty() -> AnyView {
    view! { <h2 id="trace-title" tabindex="-1">"How a number follows"</h2> }.into_any()
}

/// The way back up the chain.
fn crumbs(app: App) -> AnyView {
    let chain = app.trace.chain.get();
    let last = chain.len().saturating_sub(1);
    let crumb = |(index, path): (usize, &Path)| {
        let step = app.on_plan(|session| explained(session, path));
        let label = step.map_or_else(|| path.to_string(), |step| step.label);
        let item = if index == last {
            view! { <span aria-current="step">{label}</span> }.into_any()
        } else {
            let back = move |_| app.trace.back_to(index);
            view! { <button type="button" class="quiet" on:click=on(back)>{label}</button> }.into_any()
        };
        view! { <li>{item}</li> }
    };
    if chain.len() < 2 {
        return view! { <span class="quiet">"How this number follows"</span> }.into_any();
    }
    let items: Vec<_> = chain.iter().enumerate().map(crumb).collect();
    view! {
        <nav aria-label="The way here">
            <ol class="crumbs">{items}</ol>
        </nav>
    }
    .into_any()
}

fn step_view(app: App, step: &Step) -> AnyView {
    let name = equation(step.equation).map_or("", |equation| equation.name);
    let rule = format!("{} {name}", step.equation);
    let whose = step.path.steps().get(1).and_then(|id| {
        let name = app.read(|session| session.plan().alternative(id).map(|alternative| alternative.name.clone()));
        name.map(|name| format!("{name}: "))
    });
    let why = (!step.why.is_empty()).then(|| view! { <p class="why">{step.why.clone()}</p> });
    let list = |counts: bool| {
        let operands = step.operands.iter().filter(|operand| operand.counts == counts);
        operands.map(|operand| operand_view(app, operand)).collect::<Vec<_>>()
    };
    let (counting, deciding) = (list(true), list(false));
    let deciding = (!deciding.is_empty()).then(|| {
        view! {
            <h3>"What decides that this formula holds"</h3>
            <ul class="operands">{deciding}</ul>
        }
    });
    view! {
        <h2 id="trace-title" tabindex="-1">
            {whose} {step.label.clone()} <span aria-hidden="true">" = "</span>
            <strong id="trace-value">{value_text(step)}</strong>
        </h2>
        {why}
        <p class="rule" id="trace-equation">{rule}</p>
        <p><code id="trace-formula">{step.formula.clone()}</code></p>
        <ul class="operands" id="trace-operands">{counting}</ul>
        {deciding}
    }
    .into_any()
}

/// A result opens its own step; an input is gone to.
fn operand_view(app: App, operand: &Operand) -> AnyView {
    let path = app.trace.address(&operand.path);
    let is_input = !operand.path.as_str().starts_with("results.");
    let go = move |_| if is_input { app.go_to(path.clone()) } else { app.trace.follow(path.clone()) };
    view! {
        <li>
            <button
                type="button"
                class="quiet go"
                data-operand=operand.path.to_string()
                title=if is_input { "Go to its cell" } else { "Show how" }
                on:click=on(go)
            >
                {operand.name.clone()}" = "
                <strong>{operand_text(operand)}</strong>
                {if is_input { " ✎" } else { " →" }}
            </button>
        </li>
    }
    .into_any()
}
