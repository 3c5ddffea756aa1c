//! What other spreadsheets put on the clipboard is read as they show it. (`tests/data/clipboard/README.md` says where the
//! files come from; the plain texts among them are read natively.)

use serde_json::{Value, json};

use crate::page::Page;
use crate::story::story;

/// A text cell, which takes whatever a cell held.
const NAME: &str = "profiles.go-net-http.name";

/// Pastes one cell of a table alone, again and again, and tells what the text cell then holds. The plain text beside it
/// is another one: where there is a table, it counts.
const PASTE_EACH: &str = r"const [html, places, done] = arguments;
    const editor = document.getElementById('editor');
    editor.focus();
    const paste = html => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        clipboardData.setData('text/plain', 'the plain text');
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        // Firefox makes events with an empty clipboard.
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        editor.dispatchEvent(event);
        return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
    };
    const only = keep => {
        // Under other names: a document with styles would go against the policy of the page.
        const named = html.replace(/<(\/?)style/gi, '<$1x-style').replace(/(<[^>]*) style=/gi, '$1 data-was=');
        const page = new DOMParser().parseFromString(named, 'text/html');
        [...page.querySelectorAll('tr')].forEach((row, at) =>
            [...row.children].forEach((cell, column) => keep(at, column) || cell.remove()));
        page.querySelectorAll('tr').forEach(row => row.children.length || row.remove());
        return page.documentElement.outerHTML.replace(/<(\/?)x-style/g, '<$1style').replaceAll(' data-was=', ' style=');
    };
    (async () => {
        const read = [];
        for (const [row, column] of places) {
            await paste(only((at, other) => at === row && other === column));
            read.push(document.getElementById('selected-text').textContent);
        }
        await paste(only((at, column) => column === 0));
        return read;
    })().then(done, error => done(String(error)))";

fn file(name: &str) -> String {
    let path = format!("{}/tests/data/clipboard/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

async fn reads(page: &Page, program: &str) {
    let expected: Value = serde_json::from_str(&file(&format!("{program}.expected.json"))).expect("JSON");
    let rows: Vec<Vec<String>> = serde_json::from_value(expected["html"].clone()).expect("rows of texts");
    let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().map(move |(column, text)| ((row, column), text.trim().to_owned()))
    });
    let (places, texts): (Vec<(usize, usize)>, Vec<String>) = cells.filter(|(_, text)| !text.is_empty()).unzip();
    assert!(places.len() > 10, "{program} has cells");
    page.select(NAME).await;
    let read = page.script_later(PASTE_EACH, [json!(file(&format!("{program}.html"))), json!(places)]).await;
    assert_eq!(read, json!(texts), "{program}");
    // The first column came last: a row for each, and none for the line end behind the table.
    let names =
        "return [...document.querySelectorAll('#grid [data-path$=\".name\"] .value')].map(at => at.textContent)";
    let names: Vec<String> = serde_json::from_value(page.script(names, []).await).expect("names");
    let first: Vec<String> = rows.iter().map(|row| row[0].clone()).collect();
    assert_eq!(names[..first.len()], first[..], "{program}");
    assert!(!first.contains(&names[first.len()]), "{program}: no row too many");
}

#[test]
fn tables_of_other_spreadsheets_are_read_as_they_show_them() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_sheet("profiles").await;
        for program in ["excel-windows", "excel-mac", "google-sheets", "libreoffice", "numbers"] {
            reads(&page, program).await;
        }
    });
}
