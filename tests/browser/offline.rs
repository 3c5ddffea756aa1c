//! Once it has been open, the page needs no server, not even to be opened again.

use serde_json::{Value, json};
use weighbridge::file;
use weighbridge::starter::Starter;

use crate::page::Page;
use crate::story::{story, story_of_a_breach, story_with_devtools};

impl Page {
    /// Waits until the browser keeps the page.
    pub async fn is_kept(&self) {
        self.says("#offline", "Ready offline").await;
    }

    /// The names of the files that the browser keeps, build by build.
    pub async fn kept_files(&self) -> Vec<(String, Vec<String>)> {
        let script = "const done = arguments[0];
            (async () => {
                const builds = [];
                for (const name of await caches.keys()) {
                    const files = await (await caches.open(name)).keys();
                    builds.push([name, files.map(file => file.url.split('/some/folder/')[1]).sort()]);
                }
                return builds;
            })().then(done, error => done(String(error)))";
        serde_json::from_value(self.script_later(script, []).await).expect("builds with names of files")
    }

    /// The build of the page that is open.
    pub async fn build(&self) -> String {
        let script = "return document.querySelector('meta[name=weighbridge-build]').content";
        self.script(script, []).await.as_str().expect("a name").to_owned()
    }
}

#[test]
fn everything_goes_on_when_the_server_is_gone() {
    story(async |page| {
        page.open().await;
        page.unplug();
        page.pick_template("high-concurrency-api").await;
        let before = page.answer().await;
        page.enter("criteria.C1.weight", "0").await;
        page.wait_until("the verdict follows", async || page.verdict().await != before.verdict).await;
        page.open_sheet("workload").await;
        page.enter("workload.peak_rps", "40k").await;
        page.wait_until("the cost follows", async || page.text("#figures").await != before.figures).await;
        page.click("#theme").await;
        let plan = page.export().await;
        page.shows_plan(&plan).await;
        page.is_saved().await;
        page.import(&page.file("mine.json", &file::write(&plan))).await;
        page.start_from_here("real-time-chat").await;
        page.shows_plan(&Starter::find("real-time-chat").expect("a starter").plan()).await;
    });
}

#[test]
fn without_a_server_the_page_opens_again_and_everything_works() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter("criteria.C1.weight", "3").await;
        page.is_saved().await;
        page.is_kept().await;
        page.unplug();
        for _ in 0..2 {
            page.open().await;
            page.shows("criteria.C1.weight", "3").await;
            page.is_kept().await;
        }
        let before = page.answer().await;
        page.enter("criteria.C1.weight", "0").await;
        page.wait_until("the verdict follows", async || page.verdict().await != before.verdict).await;
        let plan = page.export().await;
        page.import(&page.file("mine.json", &file::write(&plan))).await;
        page.shows_plan(&plan).await;
    });
}

#[test]
fn the_browser_keeps_the_files_of_the_build_and_nothing_else() {
    story(async |page| {
        page.open().await;
        page.is_kept().await;
        // What is asked for beside it leaves no trace.
        page.open_empty().await;
        page.open().await;
        page.script("return fetch('sw.js').then(() => 1)", []).await;
        let mut listed: Vec<String> = std::fs::read_dir(crate::server::dist())
            .expect("the build")
            .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
            .filter(|name| name != "sw.js")
            .collect();
        listed.sort();
        let build = format!("weighbridge-{}", page.build().await);
        assert_eq!(page.kept_files().await, [(build, listed)]);
    });
}

#[test]
fn the_browser_is_asked_to_keep_the_plans_for_good() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let asked = "const done = arguments[0];
            (navigator.storage?.persisted?.() ?? Promise.resolve(null)).then(done)";
        if page.script_later(asked, []).await == Value::Bool(false) {
            page.says("#promise", "Storage not guaranteed").await;
            page.click("#persist").await;
            page.wait_until("it is said what came of it", async || page.text("#said").await.contains("promise")).await;
        } else {
            assert_eq!(page.text("#promise").await, "");
        }
    });
}

#[test]
fn without_a_service_worker_the_page_says_so_and_works() {
    story_with_devtools(async |page| {
        let forbid = "delete Navigator.prototype.serviceWorker";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": forbid })).await;
        page.start_from("high-concurrency-api").await;
        page.says("#offline", "needs https").await;
        page.enter("criteria.C1.weight", "3").await;
        page.is_saved().await;
        page.open().await;
        page.shows("criteria.C1.weight", "3").await;
    });
}

#[test]
fn what_the_policy_forbids_does_not_happen_and_is_reported() {
    // Else the other stories, which end with no report, would prove nothing.
    story_of_a_breach(async |page| {
        page.open().await;
        let inject = "const script = document.createElement('script');
            script.textContent = 'window.pwned = 1';
            document.body.append(script);
            const style = document.createElement('p');
            style.innerHTML = '<b style=\"color: red\">1</b>';
            document.body.append(style);
            style.remove();
            script.remove();
            return typeof window.pwned";
        assert_eq!(page.script(inject, []).await, json!("undefined"));
        let reports = std::cell::RefCell::new(Vec::new());
        page.wait_until("the script and the style are reported", async || {
            reports.borrow_mut().extend(page.take_reports());
            let has = |what: &str| reports.borrow().iter().any(|report: &String| report.contains(what));
            has("script-src") && has("style-src")
        })
        .await;
        if page.engine == "Chromium" {
            page.wait_until("the console says so", async || {
                let console = page.driver.browser_log().await.expect("the console's log");
                let is_it = |message: &str| message.contains("Content Security Policy");
                console.iter().any(|entry| entry.level == "SEVERE" && is_it(&entry.message))
            })
            .await;
        }
    });
}
