//! The menu of what leaves: plan, scenarios, sheets, results, charts and the decision record, as files.

use leptos::prelude::*;

use super::app::App;
use super::dom;
use super::file_menu::{self, file_name, name_for};
use super::menu_items::Item;
use super::notices::Notice;
use crate::export::{self, csv, record::DecisionRecord};
use crate::file;
use crate::model::{Id, Plan, Scenario};
use crate::session::Session;
use crate::sheet::SheetId;

const JSON: &str = "application/json";
const CSV: &str = "text/csv;charset=utf-8";
const NO_RESULTS: &str = "There are no results while a formula has an error; the answer lists them.";

/// The lines of the menu.
pub fn items(app: App) -> Vec<Item> {
    let (sheet, is_scenario) = app.read(|session| (session.sheet(), session.scenario().is_some()));
    let sheet_line = Item::page("export-sheet", "", export_sheet);
    vec![
        Item::page("export", "Plan (JSON)", export_plan),
        Item::page("export-own-plan", "Scenario in sight as a plan (JSON)", |app| in_sight(app, export_own_plan))
            .only_if(is_scenario)
            .beginning(),
        Item::page("export-scenario", "Scenario in sight, overrides only (JSON)", |app| {
            in_sight(app, export_overrides)
        })
        .only_if(is_scenario),
        Item::page("open-own-plan", "Open scenario in sight as its own plan", |app| in_sight(app, open_own_plan))
            .only_if(is_scenario),
        // The comparison is no sheet of one plan.
        Item { label: format!("Sheet {} (CSV)", sheet.label()), ..sheet_line }
            .only_if(sheet != SheetId::Compare)
            .beginning(),
        Item::page("export-months", "Monthly results (CSV)", export_months),
        Item::page("results", "Results (JSON)", export_results),
        Item::page("export-charts", "Charts (SVG, PNG) …", |app| {
            if file_menu::is_committed(app) {
                app.exchange.charts.set(true);
            }
        })
        .beginning(),
        Item::page("export-record", "Decision record (Markdown)", export_record),
    ]
}

/// Hands the user a file.
fn hand_out(app: App, name: &str, text: &str, kind: &str) {
    if dom::download(name, text, kind).is_err() {
        app.notices.add(Notice::new(format!("The browser refused to make the file {name}.")));
    }
}

/// Hands out what is made of the session once what is being typed is part of it; where there is no such thing, the
/// sentence says why.
fn export(app: App, kind: &str, make: impl FnOnce(&Session) -> Result<(String, String), String>) {
    if !file_menu::is_committed(app) {
        return;
    }
    match app.read(make) {
        Ok((name, text)) => hand_out(app, &name, &text, kind),
        Err(sentence) => app.notices.add(Notice::new(sentence)),
    }
}

/// The plan in sight, where it has results.
fn sound(session: &Session) -> Result<&Plan, String> {
    let plan = session.plan();
    if plan.faults().is_empty() { Ok(plan) } else { Err(NO_RESULTS.into()) }
}

/// The name of a file of what is in sight: where that is a scenario, it says so.
pub fn name_in_sight(session: &Session, ending: &str) -> String {
    let own = session.scenario().map(|_| name_for(&session.name_of_case(&session.case_in_sight()), ending));
    name_for(&session.document().title, own.as_deref().unwrap_or(ending))
}

fn export_plan(app: App) {
    export(app, JSON, |session| Ok((file_name(&session.document().title), file::write(session.document()))));
}

fn export_sheet(app: App) {
    export(app, CSV, |session| {
        let (plan, sheet) = (session.plan(), session.sheet());
        let text = csv::sheet(plan, sound(session).ok().map(|_| session.evaluation()), sheet);
        Ok((name_in_sight(session, &format!("{}.csv", sheet.label().to_ascii_lowercase())), text))
    });
}

fn export_months(app: App) {
    export(app, CSV, |session| {
        sound(session)?;
        Ok((name_in_sight(session, "months.csv"), file::csv(session.evaluation())))
    });
}

fn export_results(app: App) {
    export(app, JSON, |session| {
        let plan = sound(session)?;
        let shown = session.scenario().and_then(|id| session.document().scenario(id.as_str()));
        let text = file::results(plan, shown, session.evaluation(), &session.warnings());
        Ok((name_in_sight(session, "results.json"), text))
    });
}

fn export_record(app: App) {
    export(app, "text/markdown;charset=utf-8", |session| {
        let plan = session.document();
        Ok((name_for(&plan.title, "decision.md"), export::markdown(&DecisionRecord::of(plan))))
    });
}

fn in_sight(app: App, act: fn(App, &Id)) {
    if let Some(id) = app.read(|session| session.scenario().cloned()) {
        act(app, &id);
    }
}

fn scenario<'a>(session: &'a Session, id: &Id) -> Result<&'a Scenario, String> {
    session.document().scenario(id.as_str()).ok_or_else(|| "That scenario is gone.".into())
}

fn own_plan(session: &Session, id: &Id) -> Result<Plan, String> {
    session.document().as_own_plan(scenario(session, id)?).map_err(|problem| problem.to_string())
}

/// A scenario as the file of a plan of its own.
pub fn export_own_plan(app: App, id: &Id) {
    export(app, JSON, |session| own_plan(session, id).map(|plan| (file_name(&plan.title), file::write(&plan))));
}

/// What a scenario differs in, as a file.
pub fn export_overrides(app: App, id: &Id) {
    export(app, JSON, |session| {
        let own = scenario(session, id)?;
        Ok((name_for(&own.name, "scenario.json"), file::write_scenario(session.document(), own)))
    });
}

/// Opens a scenario as a plan of its own; the plan it comes from stays.
pub fn open_own_plan(app: App, id: &Id) {
    if !file_menu::is_committed(app) {
        return;
    }
    match app.read(|session| own_plan(session, id)) {
        Ok(plan) => app.open_plan(plan),
        Err(sentence) => app.notices.add(Notice::new(sentence)),
    }
}
