//! A new version: it waits, it takes over when it is asked to, and nothing is lost or mixed on the way.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::Page;
use crate::server::dist;
use crate::story::story;

impl Page {
    /// Another build of the same app: one style sheet differs, and with it the build's name.
    fn next_build(&self) -> PathBuf {
        let folder = self.folder.join("next");
        std::fs::create_dir_all(&folder).expect("a folder of one's own");
        for file in std::fs::read_dir(dist()).expect("the build") {
            let file = file.expect("a file");
            std::fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
        }
        let index = folder.join("index.html");
        let page = std::fs::read_to_string(&index).expect("a page");
        let at = page.find("tokens-").expect("a style sheet");
        let name = &page[at..at + page[at..].find(".css").expect("its name's end")];
        let other = format!("tokens-{}", "0".repeat(16));
        let style = std::fs::read(folder.join(format!("{name}.css"))).expect("a style sheet");
        std::fs::write(folder.join(format!("{other}.css")), style).expect("a style sheet");
        std::fs::remove_file(folder.join(format!("{name}.css"))).expect("a file of one's own");
        std::fs::write(&index, page.replace(name, &other)).expect("a page");
        let hook = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/post-build.mjs");
        let done = Command::new("node").arg(hook).arg(&folder).status().expect("node runs");
        assert!(done.success());
        folder
    }

    /// Which style sheet of those that differ the page has loaded: the name's end.
    async fn tokens(&self) -> String {
        let script = "return document.querySelector('link[href*=tokens]').href";
        self.script(script, []).await.as_str().expect("an address").to_owned()
    }

    /// Whether everything the page has loaded is of the build it says it is.
    async fn is_of_one_build(&self) {
        let script = "const done = arguments[0];
            (async () => {
                const build = document.querySelector('meta[name=weighbridge-build]').content;
                const kept = await (await caches.open(`weighbridge-${build}`)).keys();
                const files = kept.map(file => file.url);
                const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
                return loaded.filter(url => !files.includes(url) && !url.endsWith('/sw.js') && !url.startsWith('blob:'));
            })().then(done, error => done(String(error)))";
        assert_eq!(self.script_later(script, []).await, json!([] as [Value; 0]), "files of another build");
    }

    /// Waits until the page is of another build, and can be used.
    async fn is_of_another_build_than(&self, build: &str) {
        let script = "return !!document.querySelector('#offline') &&
            document.querySelector('meta[name=weighbridge-build]').content !== arguments[0]";
        self.wait_until("the new version is there", async || self.script(script, [json!(build)]).await == json!(true))
            .await;
    }

    /// Looks for a new version now, as the browser does from time to time; whether there is a newer one.
    async fn look_for_update(&self) -> bool {
        let script = "const done = arguments[0];
            navigator.serviceWorker.ready.then(at => at.update()).then(() => done(true), () => done(false))";
        self.script_later(script, []).await == json!(true)
    }
}

#[test]
fn a_new_version_waits_and_takes_over_in_every_tab_with_what_is_being_typed() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        page.is_kept().await;
        page.open().await;
        let (first, tokens) = (page.build().await, page.tokens().await);
        page.serve(page.next_build(), usize::MAX);
        assert!(page.look_for_update().await);
        page.says("#update-band", "A new version is ready").await;
        page.says("#offline", "Update ready").await;

        // Until it is asked for, every page is of the old build, whole.
        page.open().await;
        assert_eq!((page.build().await, page.tokens().await), (first.clone(), tokens));
        page.is_of_one_build().await;
        page.says("#update-band", "A new version is ready").await;

        let here = page.driver.window().await.expect("a window");
        let there = page.new_window().await;
        page.open().await;
        page.start_from_here("real-time-chat").await;
        page.is_saved().await;
        page.select("criteria.C1.weight").await;
        page.type_keys("=2 +").await;

        page.driver.switch_to_window(here.clone()).await.expect("the first tab");
        page.select("criteria.C1.weight").await;
        page.type_keys("2.5").await;
        page.click("#update").await;
        page.is_of_another_build_than(&first).await;
        page.shows("criteria.C1.weight", "2.5").await;
        page.is_kept().await;
        page.is_of_one_build().await;
        assert_eq!(page.text("#update-band").await, "");
        let second = page.build().await;

        page.driver.switch_to_window(there).await.expect("the second tab");
        page.is_of_another_build_than(&first).await;
        assert_eq!(page.build().await, second, "the other tab is of the new version too");
        page.is_of_one_build().await;
        page.is_selected("criteria.C1.weight").await;
        page.wait_until("what could not be taken is still being typed", async || page.value("#editor").await == "=2 +")
            .await;
        page.type_keys("1").await;
        page.press(Key::Enter).await;
        page.shows("criteria.C1.weight", "3").await;
    });
}

#[test]
fn an_install_that_is_cut_off_leaves_the_old_version_whole() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        page.is_kept().await;
        let (first, kept) = (page.build().await, page.kept_files().await);
        let next = page.next_build();
        // The worker itself comes half.
        page.serve(next.clone(), 0);
        page.look_for_update().await;
        page.open().await;
        page.is_kept().await;
        assert_eq!(page.kept_files().await, kept);
        // The worker itself and some files come, then the network is gone.
        page.serve(next.clone(), 6);
        page.look_for_update().await;
        page.wait_until("nothing of it is left", async || {
            let script = "const done = arguments[0]; navigator.serviceWorker.ready.then(at => done(!at.installing && !at.waiting))";
            page.script_later(script, []).await == json!(true) && page.kept_files().await == kept
        })
        .await;
        page.open().await;
        assert_eq!(page.build().await, first);
        page.is_of_one_build().await;
        page.is_kept().await;

        // A worker that does not say what it keeps is no new version.
        let worker = std::fs::read(next.join("sw.js")).expect("a worker");
        std::fs::write(next.join("sw.js"), "").expect("a file of one's own");
        page.serve(next.clone(), usize::MAX);
        page.look_for_update().await;
        page.wait_until("it waits", async || {
            let script = "const done = arguments[0]; navigator.serviceWorker.ready.then(at => done(!!at.waiting))";
            page.script_later(script, []).await == json!(true)
        })
        .await;
        page.open().await;
        page.is_kept().await;
        std::fs::write(next.join("sw.js"), worker).expect("a file of one's own");

        // Files of another build under the names of this one are refused too.
        std::fs::write(next.join("icon.svg"), "<svg/>").expect("a file of one's own");
        page.serve(next, usize::MAX);
        page.look_for_update().await;
        page.open().await;
        assert_eq!(page.kept_files().await, kept);
        page.is_kept().await;

        page.serve(page.next_build(), usize::MAX);
        page.look_for_update().await;
        page.says("#offline", "Update ready").await;
        page.unplug();
        page.click("#update").await;
        page.is_of_another_build_than(&first).await;
        page.is_kept().await;
    });
}
