//! How deep the elements of a page on the clipboard nest, before a browser reads it: browsers take minutes for a page of
//! some hundred kilobytes that is nothing but open tags.

/// Elements within each other; no spreadsheet comes near.
const DEEPEST: usize = 100;
/// Elements in all, those counted that a browser opens again by itself.
const MOST: usize = 1_000_000;

/// They have no end (`base` has one, as it goes under another name), or one that is often left out and follows from what comes next.
const UNNESTED: [&str; 30] = [
    "area", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
    "meta", "optgroup", "option", "p", "param", "source", "tbody", "tfoot", "thead", "title", "tr", "track", "wbr",
    "rp", "rt",
];
/// Within each of them, tags mean something else than outside. No table that is copied needs one.
const FOREIGN: [&str; 14] = [
    "frameset",
    "iframe",
    "listing",
    "math",
    "noembed",
    "noframes",
    "plaintext",
    "script",
    "select",
    "svg",
    "template",
    "textarea",
    "xmp",
    "noscript",
];
/// A browser opens them again in each paragraph until they are closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
const CELLS: [&str; 3] = ["caption", "td", "th"];
/// They end the cell before them.
const ROWS: [&str; 6] = ["col", "colgroup", "tbody", "tfoot", "thead", "tr"];

/// The elements that are open. It never holds fewer than a browser would have: where it cannot tell, it takes an element
/// for open.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<String>,
    count: usize,
    is_foreign: bool,
}

impl Nesting {
    /// Whether a browser should not be given the page.
    pub fn is_too_much(&self) -> bool {
        self.is_foreign || self.open.len() > DEEPEST || self.count > MOST
    }

    /// A tag that opens an element, by its name in small letters.
    pub fn start(&mut self, name: &str) {
        self.count_tag();
        self.is_foreign |= FOREIGN.contains(&name);
        let table = self.last(&["table"]);
        let cell = table.and_then(|table| self.last(&CELLS).filter(|cell| *cell > table));
        match (name, table) {
            // A table right within another, outside of its cells, ends that one.
            ("table", Some(table)) if cell.is_none() => self.open.truncate(table),
            (name, Some(table)) if CELLS.contains(&name) || ROWS.contains(&name) => self.open.truncate(table + 1),
            // Outside of a table there are no cells.
            (name, None) if CELLS.contains(&name) => return,
            _ => {}
        }
        if !UNNESTED.contains(&name) {
            self.open.push(name.to_owned());
        }
    }

    /// A tag that closes an element.
    pub fn end(&mut self, name: &str) {
        self.count_tag();
        let found = match name {
            "table" => self.last(&["table"]),
            _ if CELLS.contains(&name) => {
                self.last(&[name]).filter(|cell| self.last(&["table"]).is_some_and(|table| table < *cell))
            }
            // Anything else a browser closes only if nothing else stands between, or it mends what does.
            _ => self.open.len().checked_sub(1).filter(|top| self.open.get(*top).is_some_and(|open| open == name)),
        };
        if let Some(found) = found {
            self.open.truncate(found);
        }
    }

    fn last(&self, names: &[&str]) -> Option<usize> {
        self.open.iter().rposition(|open| names.contains(&open.as_str()))
    }

    fn count_tag(&mut self) {
        self.count += 1 + self.open.iter().filter(|open| FORMATTING.contains(&open.as_str())).count();
    }
}
