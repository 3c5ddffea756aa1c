//! Tells a story in each browser, and looks after it whether the page was at peace.

use std::panic::resume_unwind;
use std::rc::Rc;

use serde_json::Value;
use tokio::task::LocalSet;

use crate::engine::{ENGINES, Engine, LOG};
use crate::page::Page;
use crate::server::{Server, dist};

/// Tells a story in each browser that is installed, from an empty profile, before any page is open.
pub fn story<F: AsyncFn(Rc<Page>) + Copy + 'static>(tell: F) {
    tell_in(|_| true, true, tell);
}

/// The same, in those browsers only that can pretend to be another device.
pub fn story_with_devtools<F: AsyncFn(Rc<Page>) + Copy + 'static>(tell: F) {
    tell_in(|engine| engine.devtools, true, tell);
}

/// The same in each browser, of a page that is not at peace: the story says itself what becomes of that.
pub fn story_of_a_breach<F: AsyncFn(Rc<Page>) + Copy + 'static>(tell: F) {
    tell_in(|_| true, false, tell);
}

fn tell_in<F: AsyncFn(Rc<Page>) + Copy + 'static>(is_fit: fn(&Engine) -> bool, at_peace: bool, tell: F) {
    let dist = dist();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    for engine in ENGINES.iter().filter(|engine| is_fit(engine)) {
        let Some(presence) = engine.wanted() else { continue };
        let server = Server::start(dist.clone());
        let told = LocalSet::new().block_on(&runtime, async {
            let browser = engine.start(presence).await?;
            let page = Rc::new(Page::new(&browser, server));
            let told = tokio::task::spawn_local({
                let page = Rc::clone(&page);
                async move {
                    tell(Rc::clone(&page)).await;
                    if at_peace {
                        assert_at_peace(&page, engine).await;
                    }
                    if engine.devtools {
                        assert_at_home(&page).await;
                    }
                }
            });
            let told = told.await;
            if told.is_err() {
                keep_evidence(&page, engine.name).await;
            }
            browser.quit().await;
            Some(told)
        });
        if let Some(Err(error)) = told {
            println!("The story failed in {}.", engine.name);
            resume_unwind(error.into_panic());
        }
    }
}

/// Nothing its policy forbids, and no error on the console.
async fn assert_at_peace(page: &Page, engine: &Engine) {
    let forbidden = page.take_reports();
    assert!(forbidden.is_empty(), "the page's policy forbids what it does: {forbidden:#?}");
    if engine.devtools {
        let console = page.driver.browser_log().await.expect("the console's log");
        let errors: Vec<_> = console.iter().filter(|entry| entry.level == "SEVERE").collect();
        assert!(errors.is_empty(), "the console says: {errors:#?}");
    }
}

/// No request to another origin.
async fn assert_at_home(page: &Page) {
    let events = page.driver.get_log("performance").await.expect("the log of requests");
    // What the browser asked for its own pages is none of the app's.
    let requests = events.iter().filter_map(|event| {
        let event: Value = serde_json::from_str(&event.message).ok()?;
        let request =
            event.pointer("/message/params").filter(|_| event["message"]["method"] == "Network.requestWillBeSent")?;
        let from = request["documentURL"].as_str()?;
        request["request"]["url"].as_str().filter(|_| from.starts_with(&page.origin())).map(str::to_owned)
    });
    let own = [page.origin(), "data:".into(), "blob:".into(), "about:".into()];
    let foreign: Vec<_> = requests.filter(|url| !own.iter().any(|own| url.starts_with(own))).collect();
    assert!(foreign.is_empty(), "the page asked another server: {foreign:#?}");
}

/// What the page looked like when the story failed, what the browser printed, and why the app stopped, if it has.
async fn keep_evidence(page: &Page, engine: &str) {
    let reason = "return document.querySelector('#rescue pre')?.textContent ?? null";
    if let Ok(reason) = page.driver.execute(reason, Vec::new()).await
        && let Some(reason) = reason.json().as_str()
    {
        println!("The app has stopped: {reason}");
    }
    let name = std::thread::current().name().unwrap_or("story").replace("::", "-");
    let path = |kind: &str| std::env::temp_dir().join(format!("weighbridge-{engine}-{name}.{kind}"));
    if page.driver.screenshot(&path("png")).await.is_ok() {
        println!("The page as it was: {}", path("png").display());
    }
    if std::fs::copy(page.folder.join(LOG), path("log")).is_ok() {
        println!("What the browser printed: {}", path("log").display());
    }
}
