//! How fast the finished app is in a browser: one line each, `name<TAB>value<TAB>unit`.

// The stories use more of these modules than the measurements.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;
mod folder;
mod look;
mod page;
mod server;

use serde_json::{Value, json};

use engine::ENGINES;
use page::Page;
use server::{Server, dist};

/// Edits that are timed.
const EDITS: usize = 60;
/// Page loads that are timed.
const LOADS: usize = 15;

/// Notes when the grid is there, in milliseconds from the start of the navigation.
const NOTE_START: &str = "new MutationObserver((changes, observer) => {
    if (document.getElementById('grid')) { window.gridAt = performance.now(); observer.disconnect(); }
}).observe(document, { childList: true, subtree: true })";

/// Types a new weight into the selected cell and confirms it; how long the key press took to be handled, and the time
/// from the first key to the end of the frame that shows the result, charts included.
const EDIT: &str = "const [count, done] = arguments;
    const editor = document.getElementById('editor');
    editor.focus();
    const press = key => editor.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const painted = () => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
    const pause = time => new Promise(next => setTimeout(next, time));
    (async () => {
        const times = [];
        for (let edit = 0; edit < count; edit += 1) {
            await pause(50 + 7 * (edit % 5));
            const start = performance.now();
            editor.value = String(1 + edit % 4);
            editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
            const typed = performance.now();
            press('Enter');
            const handled = performance.now();
            await painted();
            times.push([handled - typed, performance.now() - start]);
            press('ArrowUp');
            await painted();
        }
        return times;
    })().then(done, error => done(String(error)))";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let dist = dist();
    for engine in ENGINES.iter().filter(|engine| engine.devtools) {
        let Some(browser) = engine.start().await else { continue };
        let page = Page::new(&browser, Server::start(dist.clone()));
        measure(&page, engine.name).await;
        browser.quit().await;
    }
}

async fn measure(page: &Page, engine: &str) {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE_START })).await;
    page.start_from("high-concurrency-api").await;
    page.is_saved().await;
    let mut starts = Vec::new();
    for _ in 0..LOADS {
        page.open().await;
        starts.push(page.script("return window.gridAt", []).await.as_f64().expect("the time of the grid"));
    }
    print(&format!("{engine} page start to grid p50"), &mut starts, 50);

    page.select("criteria.C1.weight").await;
    let Value::Array(times) = page.script_later(EDIT, [json!(EDITS)]).await else { panic!("no times") };
    page.shows("criteria.C1.weight", "4").await;
    let column = |index: usize| times.iter().filter_map(|pair| pair[index].as_f64()).collect::<Vec<_>>();
    let (mut handled, mut painted) = (column(0), column(1));
    assert_eq!(painted.len(), EDITS, "every edit has its time: {times:?}");
    print(&format!("{engine} commit of a weight handled p50"), &mut handled, 50);
    print(&format!("{engine} key press to painted p50"), &mut painted, 50);
    print(&format!("{engine} key press to painted p95"), &mut painted, 95);
}

/// Prints a percentile of some milliseconds.
fn print(name: &str, times: &mut [f64], percent: usize) {
    times.sort_by(f64::total_cmp);
    println!("{name}\t{:.1}\tms", times[(times.len() - 1) * percent / 100]);
}
