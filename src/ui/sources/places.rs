//! Ways from a text to the place it speaks of.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::super::app::{App, app};
use super::super::dom;
use super::super::erased::on;
use super::super::tabs::View as Tab;
use crate::article::{Place, View};

impl App {
    /// Brings another part of the screen in sight and gives it the keyboard.
    pub fn show(self, view: View) {
        match view {
            View::Sources => self.open_view(Tab::Sources),
            View::Equations => self.open_view(Tab::Equations),
            View::Gallery => self.gallery.set(true),
            View::Matrix => self.show_element("matrix", view),
            View::Pair => self.show_element("pair", view),
            View::Warnings => self.show_element("warnings", view),
            View::Cumulative => self.show_element("figure-cumulative-cost", view),
            View::Monthly => self.show_element("figure-monthly-cost", view),
            View::Memory => self.show_chart("memory", view),
            View::Rewrite => self.show_chart("rewrite-staff", view),
        }
    }

    /// One of the charts of which a single one is on the page: chosen first, then brought in sight.
    fn show_chart(self, id: &str, view: View) {
        if let Some(choice) = dom::by_id::<HtmlElement>(&format!("show-{id}")) {
            choice.click();
        }
        let figure = format!("figure-{id}");
        dom::next_frame(move || self.show_element(&figure, view));
    }

    fn show_element(self, id: &str, view: View) {
        let Some(element) = dom::by_id::<HtmlElement>(id) else {
            return self.said.set(format!("{} is not on the page.", view.word()));
        };
        // On a narrow screen the charts are folded away.
        if element.offset_height() == 0
            && let Some(fold) = dom::by_id::<HtmlElement>("fold")
        {
            fold.click();
        }
        if element.tag_name() == "DETAILS" {
            let _ = element.set_attribute("open", "");
        }
        dom::next_frame(move || {
            element.scroll_into_view();
            let inside = element.query_selector("summary, canvas, button, [tabindex]").ok().flatten();
            let target = inside.and_then(|inside| inside.dyn_into().ok()).unwrap_or(element);
            let _ = target.focus();
        });
    }
}

/// The button that goes to a place; nothing where there is none. `of` says whose place it is.
pub fn place_button(place: Option<Place>, of: &str) -> AnyView {
    let app = app();
    let Some(place) = place else { return ().into_any() };
    let (words, data) = match place {
        Place::Input(path) => ("Go to the cell", path),
        Place::View(View::Sources) => return ().into_any(),
        Place::View(view) => (view.word(), ""),
    };
    let go = move |_| match place {
        Place::Input(path) => app.go_to(path.into()),
        Place::View(view) => app.show(view),
    };
    view! {
        <button type="button" class="quiet go" data-go=data aria-label=format!("{words}: {of}") on:click=on(go)>{words}" →"</button>
    }
    .into_any()
}
