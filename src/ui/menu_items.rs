//! The lines of menus, and those that the menu of the selected cells offers.

use super::app::App;
use super::export_menu;
use crate::edit::structure::{Addition, Factor, Thing};
use crate::model::Id;
use crate::session::{Ask, ClipboardKey, Command, Pasted, Session, keys_of};
use crate::sheet::SheetId;

/// So many additions fit into the menu; the bar below the grid has all of them.
const ADDITIONS: usize = 4;

/// What a line of the menu does.
#[derive(Debug, Clone)]
pub enum Act {
    /// A command.
    Command(Command),
    /// Copy.
    Copy,
    /// Cut.
    Cut,
    /// Paste.
    Paste(Pasted),
    /// Something of the page.
    Page(fn(App)),
    /// Something of the page with a scenario.
    Scenario(Id, fn(App, &Id)),
}

/// A line of the menu.
#[derive(Debug, Clone)]
pub struct Item {
    /// The id of its element, where it has one.
    pub id: Option<&'static str>,
    /// What it is called.
    pub label: String,
    /// The keys that do the same.
    pub keys: String,
    /// What it does.
    pub act: Act,
    /// Whether it can be done now.
    pub enabled: bool,
    /// Whether a new part of the menu begins with it.
    pub begins: bool,
}

impl Item {
    fn new(label: impl Into<String>, keys: String, act: Act) -> Self {
        Self { id: None, label: label.into(), keys, act, enabled: true, begins: false }
    }

    fn of(label: impl Into<String>, command: Command) -> Self {
        Self::new(label, keys_of(&command), Act::Command(command))
    }

    fn clipboard(label: &str, key: ClipboardKey, act: Act) -> Self {
        Self::new(label, keys_of(&Command::Clipboard(key)), act)
    }

    /// A line that does something of the page.
    pub fn page(id: &'static str, label: &'static str, act: fn(App)) -> Self {
        Self { id: Some(id), ..Self::new(label, String::new(), Act::Page(act)) }
    }

    /// A line for what a key asks of the page.
    pub fn ask(id: &'static str, label: &'static str, ask: Ask) -> Self {
        Self { id: Some(id), ..Self::of(label, Command::Ask(ask)) }
    }

    /// The same as the first one of a part of the menu.
    pub fn beginning(self) -> Self {
        Self { begins: true, ..self }
    }

    /// The same, if it can be done.
    pub fn only_if(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }
}

/// All lines for what is selected now.
pub fn items(session: &Session) -> Vec<Item> {
    let hidden = session.hidden_rows();
    let reset = session.selected_input().filter(|_| session.selected_default().is_some());
    let reset_command = reset.map_or(Command::Clear, |path| Command::Reset(path.clone()));
    let things = session.things();
    let in_scenario = session.selected_is_in_scenario();
    let mut parts = vec![
        vec![
            Item::clipboard("Cut", ClipboardKey::Cut, Act::Cut),
            Item::clipboard("Copy", ClipboardKey::Copy, Act::Copy),
            Item::clipboard("Paste", ClipboardKey::Paste, Act::Paste(Pasted::All)),
            Item::clipboard("Paste values", ClipboardKey::PasteValues, Act::Paste(Pasted::Values)),
        ],
        vec![
            Item::of("Fill down", Command::FillDown),
            Item::of("Fill right", Command::FillRight),
            Item::of("Clear", Command::Clear),
            Item::new(
                if in_scenario { "Reset to the base" } else { "Reset to default" },
                String::new(),
                Act::Command(reset_command),
            )
            .only_if(reset.is_some()),
            Item::of("Note …", Command::Ask(Ask::Note)).only_if(session.selected_input().is_some()),
        ],
    ];
    parts.push(what_ifs(session));
    parts.extend(things.iter().map(|thing| of_thing(session, thing)));
    let additions = session.additions().into_iter().take(ADDITIONS);
    parts.push(additions.map(|(name, addition)| Item::of(format!("Add {name}"), Command::Add(addition))).collect());
    let mut rows = Vec::new();
    if session.sheet() == SheetId::Criteria {
        rows.push(Item::of("Sort by weight", Command::SortByWeight));
    }
    rows.push(Item::of("Hide rows", Command::HideRows));
    let show = if hidden == 0 { "Show hidden rows".to_owned() } else { format!("Show hidden rows ({hidden})") };
    rows.push(Item::of(show, Command::ShowRows).only_if(hidden > 0));
    rows.push(Item::of("Wider column", Command::Ask(Ask::Widen)));
    rows.push(Item::of("Narrower column", Command::Ask(Ask::Narrow)));
    rows.push(Item::of("Find …", Command::Ask(Ask::Find)));
    parts.push(rows);
    for part in parts.iter_mut().skip(1) {
        if let Some(first) = part.first_mut() {
            first.begins = true;
        }
    }
    parts.into_iter().flatten().collect()
}

/// New scenarios from the number that is selected, and the way back from those there are.
fn what_ifs(session: &Session) -> Vec<Item> {
    let Some(path) = session.selected_input().filter(|path| session.may_differ(path)) else { return Vec::new() };
    let what_if = |factor: Factor| Item::of(format!("What if {}", factor.words), Command::WhatIf(path.clone(), factor));
    let mut items: Vec<Item> = Factor::ALL.into_iter().map(what_if).collect();
    items.push(
        Item::of("Reset in all scenarios", Command::ResetRow(path.clone()))
            .only_if(session.is_overridden_anywhere(path)),
    );
    items
}

fn of_thing(session: &Session, thing: &Thing) -> Vec<Item> {
    let name = format!("{} {}", thing.kind(), thing.name(session.document()));
    let columns = matches!(thing, Thing::Alternative(_) | Thing::Scenario(_));
    let (back, forth) = if columns { ("left", "right") } else { ("up", "down") };
    let shift = |word: &str, step| {
        Item::of(format!("Move {word} {name}"), Command::Shift(thing.clone(), step))
            .only_if(session.can_shift(thing, step))
    };
    let mut items = vec![
        Item::of(format!("Duplicate {name}"), Command::Duplicate(thing.clone())),
        shift(back, -1),
        shift(forth, 1),
        Item::of(format!("Remove {name}"), Command::Remove(thing.clone())),
    ];
    if let Thing::Scenario(id) = thing {
        let command = |label: String, command: Command| Item::of(label, command);
        items.push(command(format!("Reset {name}"), Command::ResetScenario(id.clone())));
        items.push(command(format!("Show {name} on the whole page"), Command::ShowScenario(Some(id.clone()))));
        items.push(command(format!("Make {name} the base"), Command::Promote(id.clone())));
        let page = |label: String, act: fn(App, &Id)| Item::new(label, String::new(), Act::Scenario(id.clone(), act));
        items.push(page(format!("Open {name} as its own plan"), export_menu::open_own_plan));
        items.push(page(format!("Export {name} as a plan"), export_menu::export_own_plan));
        items.push(page(format!("Export {name}, overrides only"), export_menu::export_overrides));
    }
    if let Thing::Criterion(id) = thing {
        items.insert(0, Item::of("Insert a criterion below", Command::Add(Addition::CriterionBehind(id.clone()))));
    }
    items
}
