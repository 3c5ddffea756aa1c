//! How fast the finished app is in a browser: one line each, `name<TAB>value<TAB>unit`.

// The stories use more of these modules than the measurements.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;
mod folder;
#[path = "../bench/large.rs"]
mod large;
mod look;
mod page;
mod program;
mod screen;
mod server;

use serde_json::{Value, json};

use engine::{ENGINES, Presence};
use page::Page;
use server::{Server, dist};

/// Edits that are timed.
const EDITS: usize = 60;
/// Gestures of each kind that are timed on the large plan.
const GESTURES: usize = 100;
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

/// Does something many times; the time from each key press or event to the end of the frame that shows the result.
const GESTURE: &str = "const [what, count, text, done] = arguments;
    const editor = document.getElementById('editor');
    editor.focus();
    const press = (key, more = {}) =>
        editor.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    const type = value => {
        editor.value = value;
        editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const paste = () => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    };
    // A task queued within a frame runs once that frame has been drawn.
    const painted = () => new Promise(next => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => next();
        channel.port2.postMessage(0);
    }));
    const pause = time => new Promise(next => setTimeout(next, time));
    const timed = async act => {
        const start = performance.now();
        act();
        const handled = performance.now();
        await painted();
        return [handled - start, performance.now() - start];
    };
    (async () => {
        const times = [];
        for (let round = 0; round < count; round += 1) {
            await pause(40 + 7 * (round % 5));
            if (what === 'move') {
                times.push(await timed(() => press(Math.floor(round / 20) % 2 ? 'ArrowUp' : 'ArrowDown')));
            } else if (what === 'commit') {
                type(String(1 + round % 4));
                await painted();
                await pause(20);
                times.push(await timed(() => press('Enter')));
                await painted();
                press('ArrowUp');
                await painted();
            } else {
                const pasted = await timed(paste);
                await pause(30);
                times.push([...pasted, ...await timed(() => press('z', { ctrlKey: true }))]);
            }
        }
        return times;
    })().then(done, error => done(String(error)))";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let dist = dist();
    for engine in ENGINES.iter().filter(|engine| engine.devtools) {
        let Some(browser) = engine.start(Presence::Required).await else { continue };
        let page = Page::new(&browser, Server::start(dist.clone()));
        measure(&page, engine.name).await;
        measure_large(&page, engine.name).await;
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

/// The large plan: 8 alternatives, 200 criteria, 2,000 formulas.
async fn measure_large(page: &Page, engine: &str) {
    page.open_empty().await;
    let keep = "localStorage.setItem('weighbridge.plan', arguments[0])";
    page.script(keep, [json!(weighbridge::file::write(&large::large()))]).await;
    page.open().await;
    let row = ["7"; 8].join("\t");
    let block = vec![row; 200].join("\n");
    let first_score = "criteria.C1.scores.go";
    for (what, cell, names) in [
        ("move", large::FIRST, &["move"][..]),
        ("commit", large::FIRST, &["commit that changes every result"]),
        ("paste", first_score, &["paste of 200 × 8", "undo of that paste"]),
    ] {
        page.select(cell).await;
        let arguments = [json!(what), json!(GESTURES), json!(block)];
        let Value::Array(times) = page.script_later(GESTURE, arguments).await else { panic!("no times") };
        let column = |index: usize| times.iter().filter_map(|each| each[index].as_f64()).collect::<Vec<_>>();
        for (place, name) in names.iter().enumerate() {
            let (mut handled, mut painted) = (column(2 * place), column(2 * place + 1));
            assert_eq!(painted.len(), GESTURES, "every gesture has its time: {times:?}");
            print(&format!("{engine} large plan, {name}, handled p50"), &mut handled, 50);
            print(&format!("{engine} large plan, {name}, painted p50"), &mut painted, 50);
            print(&format!("{engine} large plan, {name}, painted p95"), &mut painted, 95);
        }
    }
}

/// Prints a percentile of some milliseconds.
fn print(name: &str, times: &mut [f64], percent: usize) {
    times.sort_by(f64::total_cmp);
    println!("{name}\t{:.1}\tms", times[(times.len() - 1) * percent / 100]);
}
