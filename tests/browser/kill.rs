//! The browser is killed at any moment: what was changed half a second before is there again.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::engine::ENGINES;
use crate::folder::Folder;
use crate::page::Page;
use crate::server::{Server, dist};

/// How often it is killed.
const KILLS: u64 = 50;
/// What may be lost.
const LOST: Duration = Duration::from_millis(500);

/// Changes a weight every few milliseconds, as fast as hands never are, and notes when it was which.
const TYPE_ON: &str = "const editor = document.getElementById('editor');
    const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
    const up = { ...enter, key: 'ArrowUp', code: 'ArrowUp' };
    window.typed = [];
    window.number = arguments[0];
    setInterval(() => {
        window.number += 1;
        editor.value = String(window.number / 10000);
        editor.dispatchEvent(new InputEvent('input', { bubbles: true, data: '0' }));
        editor.dispatchEvent(new KeyboardEvent('keydown', enter));
        editor.dispatchEvent(new KeyboardEvent('keydown', up));
        typed.push([Date.now(), window.number]);
        if (typed.length > 200) typed.shift();
    }, 37)";

/// The number that is the weight, in ten-thousandths.
async fn weight(page: &Page) -> u64 {
    let plan = weighbridge::file::read(&page.stored_plan().await.expect("a plan")).expect("it can be read");
    let weight = plan.get(&"criteria.C1.weight".into()).expect("a weight").to_string();
    (weight.parse::<f64>().expect("a number") * 10000.0).round() as u64
}

#[test]
fn fifty_kills_lose_half_a_second_at_most() {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time").subsec_nanos();
    println!("The moments follow from {seed}.");
    let engine = &ENGINES[0];
    if engine.wanted().is_none() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut server = Server::start(dist());
        let mut folder = Folder::new();
        let mut random = u64::from(seed);
        let mut expected = 0;
        for kill in 0..=KILLS {
            let browser = engine.start_in(folder).await;
            let page = Page::new(&browser, server);
            page.open().await;
            if kill == 0 {
                page.start_from_here("high-concurrency-api").await;
                page.is_saved().await;
            }
            let kept = if kill == 0 { 10_000 } else { weight(&page).await };
            assert!(kept >= expected, "after kill {kill}: {kept} is there, {expected} was typed in time");
            let notices = page.text("#notices").await;
            assert!(!notices.contains("could not be read"), "after kill {kill}: {notices}");
            if kill == KILLS {
                assert!(kept > 10_000 + KILLS, "what was typed is kept: {kept}");
                browser.quit().await;
                break;
            }
            page.select("criteria.C1.weight").await;
            page.script(TYPE_ON, [kept.into()]).await;
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            tokio::time::sleep(Duration::from_millis(550 + (random >> 33) % 500)).await;
            let typed = page.script("return typed", []).await;
            server = page.into_server();
            // The page and the test have one clock. How long the answer took says nothing: a busy page answers late.
            let killed = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time");
            folder = browser.kill();
            expected = typed_by(&typed, killed.saturating_sub(LOST)).unwrap_or(kept);
        }
    });
}

/// The number that was typed last until then, counted from 1970.
fn typed_by(typed: &Value, then: Duration) -> Option<u64> {
    let is_by = |one: &&Value| one[0].as_u64().is_some_and(|at| u128::from(at) <= then.as_millis());
    typed.as_array()?.iter().rfind(is_by)?[1].as_u64()
}
