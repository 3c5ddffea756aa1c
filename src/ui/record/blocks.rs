//! Chapters of the record: paragraphs, lists, tables.

use leptos::prelude::*;

use super::super::app::App;
use super::field;
use crate::export::record::{Block, Cell, Section, Table};

/// A chapter under its heading.
pub fn section(app: App, section: &Section) -> AnyView {
    let heading = format!("record-{}", section.id);
    let labelled_by = heading.clone();
    let blocks: Vec<AnyView> = section.blocks.iter().map(|part| block(app, part)).collect();
    view! {
        <section aria-labelledby=labelled_by>
            <h3 id=heading>{section.title}</h3>
            {blocks}
        </section>
    }
    .into_any()
}

fn block(app: App, block: &Block) -> AnyView {
    match block {
        Block::Text(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Block::List(points) => {
            let points: Vec<_> = points.iter().map(|point| view! { <li>{point.clone()}</li> }).collect();
            view! { <ul>{points}</ul> }.into_any()
        }
        Block::Table(rows) => table(app, rows),
        Block::Field(words) => view! { <p class="about">{words.input.help()}</p>{field::view(app, words)} }.into_any(),
    }
}

fn class_of(table: &Table, column: usize) -> &'static str {
    if table.columns.get(column).is_some_and(|column| column.is_number) { "number" } else { "" }
}

fn table(app: App, table: &Table) -> AnyView {
    let head = |(index, label): (usize, &String)| {
        view! { <th role="columnheader" scope="col" class=class_of(table, index)>{label.clone()}</th> }
    };
    let labels = table.columns.iter().map(|column| &column.label);
    let heads: Vec<_> = labels.enumerate().map(head).collect();
    let caption = table.caption.clone();
    let rows: Vec<_> = table.rows.iter().map(|cells| row(app, table, cells)).collect();
    view! {
        <h4>{table.caption.clone()}</h4>
        <table class="listing" role="table" aria-label=caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(app: App, table: &Table, cells: &[Cell]) -> AnyView {
    let cell = |(index, cell): (usize, &Cell)| {
        let content = match cell {
            Cell::Text(text) => text.clone().into_any(),
            Cell::Field(words) => field::view(app, words),
        };
        if index == 0 {
            view! { <th role="rowheader" scope="row">{content}</th> }.into_any()
        } else {
            view! { <td role="cell" class=class_of(table, index)>{content}</td> }.into_any()
        }
    };
    let cells: Vec<AnyView> = cells.iter().enumerate().map(cell).collect();
    view! { <tr role="row">{cells}</tr> }.into_any()
}
