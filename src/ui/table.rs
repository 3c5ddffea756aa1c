//! Tables of figures: the headline figures, and the numbers behind each chart.

use leptos::prelude::*;

/// A heading, with the colour of its alternative where it has one.
pub type Head = (String, Option<String>);

/// A cell: its text, a longer text for the tooltip, and the path of the result it shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// What the cell shows.
    pub text: String,
    /// The exact amount, or the reason there is none.
    pub tooltip: Option<String>,
    /// The path of the result.
    pub path: Option<String>,
}

/// A table as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Its name, in `data-table`.
    pub name: &'static str,
    /// What it shows; the accessible name too.
    pub caption: String,
    /// One for each column behind the row headings; the first heads those.
    pub header: Vec<Head>,
    /// Row heading and cells.
    pub rows: Vec<(String, Vec<Figure>)>,
}

/// Draws a table in a frame that scrolls sideways.
pub fn table_view(table: Figures) -> AnyView {
    let head = |(text, color): Head| {
        let dot =
            color.map(|color| view! { <span class="dot" aria-hidden="true" style:background-color=color></span> });
        view! { <th scope="col">{dot} {text}</th> }
    };
    // A result can be asked how it comes about: the answer listens for clicks on `.how`.
    let cell = |Figure { text, tooltip, path }: Figure| match path {
        Some(path) => {
            let button = view! { <button type="button" class="how" data-path=path title=tooltip>{text}</button> };
            view! { <td>{button}</td> }.into_any()
        }
        None => view! { <td title=tooltip>{text}</td> }.into_any(),
    };
    let row = |(label, cells): (String, Vec<Figure>)| {
        let cells: Vec<_> = cells.into_iter().map(cell).collect();
        view! { <tr><th scope="row">{label}</th>{cells}</tr> }
    };
    let (header, rows): (Vec<_>, Vec<_>) =
        (table.header.into_iter().map(head).collect(), table.rows.into_iter().map(row).collect());
    let name = table.caption.clone();
    view! {
        <div class="figures-scroll" tabindex="0" role="region" aria-label=name>
            <table class="figures" data-table=table.name>
                <caption>{table.caption}</caption>
                <thead>
                    <tr>{header}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
