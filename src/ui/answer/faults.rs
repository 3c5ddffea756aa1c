//! In place of the answer, while a formula comes to nothing: which ones do, and why.

use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{live, on};
use crate::model::Path;

/// Most formulas that are listed.
const MOST: usize = 20;

/// A heading and a way to each of the cells; nothing while all formulas come to something.
pub fn view(app: App) -> AnyView {
    let faults = Memo::new(move |_| {
        app.on_plan(|session| {
            let faults = session.plan().faults();
            faults.iter().map(|(path, reason)| (path.clone(), reason.clone())).collect::<Vec<(Path, String)>>()
        })
    });
    let list = move || {
        let faults = faults.get();
        if faults.is_empty() {
            return ().into_any();
        }
        let heading = match faults.len() {
            1 => "No answer: a formula has an error".to_owned(),
            count => format!("No answer: {count} formulas have an error"),
        };
        let item = |(path, reason): (Path, String)| {
            let (name, at) = (path.to_string(), path);
            let go = move |_| app.go_to(at.clone());
            view! { <li><button type="button" class="quiet" on:click=on(go)>{name}</button>": "{reason}"."</li> }
        };
        let items: Vec<_> = faults.into_iter().take(MOST).map(item).collect();
        view! {
            <h2>{heading}</h2>
            <ul>{items}</ul>
        }
        .into_any()
    };
    view! { <div id="faults" class="faults" role="status">{live(list)}</div> }.into_any()
}
