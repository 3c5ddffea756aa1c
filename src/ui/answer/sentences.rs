//! The verdict in sentences.

use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{live, text};
use crate::analyse::{Verdict, verdict};
use crate::article::notices::{ESTIMATES, TWO_ANSWERS};

/// What the numbers are, and what they say.
pub fn view(app: App) -> AnyView {
    // Worked out once for all its sentences.
    let said = Memo::new(move |_| app.on_plan(|session| verdict(session.plan(), session.evaluation())));
    let sentence = move |part: fn(&Verdict) -> &String| text(move || said.with(|said| part(said).clone()));
    let ruled_out = move || {
        let sentence = said.with(|said| said.ruled_out.clone());
        (!sentence.is_empty()).then(|| view! { <p class="out" id="verdict-ruled-out">{sentence}</p> }).into_any()
    };
    view! {
        <p class="estimates-line" id="estimates">{ESTIMATES}</p>
        <div class="verdict" id="verdict">
            <p id="verdict-score">{sentence(|verdict| &verdict.score)}</p>
            <p id="verdict-cost">{sentence(|verdict| &verdict.cost)}</p>
            {live(ruled_out)}
            <p class="quiet" id="verdict-infrastructure">{sentence(|verdict| &verdict.infrastructure)}</p>
            <p class="quiet small">{TWO_ANSWERS}</p>
        </div>
    }
    .into_any()
}
