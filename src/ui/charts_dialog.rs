//! The charts as files: each as SVG, and as PNG in twice the size of the page.

use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use web_sys::{Element, HtmlSelectElement};

use super::app::{App, app};
use super::dialog::{Named, dialog};
use super::erased::{live, on};
use super::export_menu::name_in_sight;
use super::{dom, png};
use crate::analyse::crossover;
use crate::chart::{
    CostByTraffic, CumulativeCost, Instances, Memory, MonthlyCost, Output, Picture, Ranking, RewriteStaff, Theme,
};
use crate::export::svg;
use crate::model::Id;
use crate::session::Session;

/// How wide a chart is in its file, in CSS pixels.
const WIDTH: f64 = 800.0;

type Make = fn(&Session, &Id) -> Picture;

/// The charts of the answer, in their order; whether each is about one alternative.
const CHARTS: [(&str, bool, Make); 8] = [
    ("Ranking", false, |s, _| Picture::Ranking(Ranking::of(s.plan(), s.evaluation()))),
    ("Cumulative cost", false, |s, _| Picture::CumulativeCost(CumulativeCost::of(s.plan(), s.evaluation()))),
    ("Monthly cost", true, |s, id| Picture::MonthlyCost(MonthlyCost::of(s.plan(), s.evaluation(), id))),
    ("Instances", true, |s, id| Picture::Instances(Instances::of(s.plan(), s.evaluation(), id))),
    ("Output", false, |s, _| Picture::Output(Output::of(s.plan(), s.evaluation()))),
    ("Traffic", false, |s, _| Picture::Crossover(CostByTraffic::of(s.plan(), &crossover(s.plan())))),
    ("Memory", false, |s, _| Picture::Memory(Memory::of(s.plan()))),
    ("Rewrite staff", false, |s, _| Picture::RewriteStaff(RewriteStaff::of(s.plan(), s.evaluation()))),
];

/// The dialog.
pub fn view() -> AnyView {
    let named = Named { id: "charts-dialog", heading: "Charts as files", close: "Close", first: "chart-of" };
    dialog(named, app().exchange.charts, content)
}

fn content(app: App) -> AnyView {
    let status = RwSignal::new(String::new());
    let (names, why) = app.read(|session| {
        let plan = session.plan();
        let names: Vec<_> = plan.alternatives.iter().map(|own| (own.id.to_string(), own.name.clone())).collect();
        let why = (!plan.faults().is_empty())
            .then_some("There are no charts while a formula has an error; the answer lists them.");
        (names, why)
    });
    if let Some(why) = why {
        return view! { <p>{why}</p> }.into_any();
    }
    let options: Vec<_> = names.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> }).collect();
    let lines: Vec<_> =
        CHARTS.iter().enumerate().map(|(index, (name, is_of_one, _))| line(index, name, *is_of_one)).collect();
    let clicked = move |event: MouseEvent| {
        if let Some(target) = dom::target(&event) {
            save(app, status, &target);
        }
    };
    // Another alternative: what was said is about the one before.
    let chosen = move |_: Event| status.set(String::new());
    view! {
        <p>"In light colours, with the title over them, " {WIDTH} " pixels wide; PNG in twice as many."</p>
        <label>"Monthly cost and instances of " <select id="chart-of" on:change=on(chosen)>{options}</select></label>
        <ul on:click=on(clicked)>{lines}</ul>
        <p role="status" id="charts-status">{live(move || status.get().into_any())}</p>
    }
    .into_any()
}

fn line(index: usize, name: &'static str, is_of_one: bool) -> AnyView {
    let button = |format: &'static str| {
        view! {
            <button type="button" data-chart-index=index data-format=format aria-label=format!("{name} as {format}")>
                {format}
            </button>
        }
    };
    view! {
        <li>
            <span>{name}{is_of_one.then_some(" (of one alternative)")}</span>
            {button("SVG")} {button("PNG")}
        </li>
    }
    .into_any()
}

fn save(app: App, status: RwSignal<String>, target: &Element) {
    let Some(button) = target.closest("[data-format]").ok().flatten() else { return };
    let chart = dom::data_number(&button, "data-chart-index").and_then(|index| CHARTS.get(index));
    let Some((label, is_of_one, make)) = chart else { return };
    let alternative = dom::by_id::<HtmlSelectElement>("chart-of").map_or(String::new(), |select| select.value());
    let picture = app.read(|session| make(session, &Id::from(alternative.as_str())));
    if let Some(missing) = picture.missing() {
        return status.set(format!("{label}: {missing}"));
    }
    let of = if *is_of_one { format!("-{alternative}") } else { String::new() };
    let ending = |ending: &str| format!("{}{of}.{ending}", picture.id());
    let name = |format: &str| app.read(|session| name_in_sight(session, &ending(format)));
    let said = move |name: &str, done: bool| {
        status.set(if done { format!("Made {name}") } else { format!("The browser refused to make {name}.") });
    };
    if button.get_attribute("data-format").as_deref() == Some("SVG") {
        let name = name("svg");
        let done = dom::download(&name, &svg(&picture, &Theme::LIGHT, WIDTH), "image/svg+xml").is_ok();
        return said(&name, done);
    }
    let name = name("png");
    let take = {
        let name = name.clone();
        move |blob: Option<web_sys::Blob>| {
            let done = blob.is_some_and(|blob| dom::download_blob(&name, &blob).is_ok());
            // The dialog may be closed by now.
            if status.try_get_untracked().is_some() {
                said(&name, done);
            }
        }
    };
    if let Err(reason) = png::png(&picture, &Theme::LIGHT, WIDTH, take) {
        status.set(format!("{name} could not be drawn: {reason}"));
    }
}
