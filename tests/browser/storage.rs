//! Storage that is broken, full or forbidden: nothing is lost in silence, and the page goes on.

use serde_json::json;
use thirtyfour::Key;
use weighbridge::file;

use crate::page::Page;
use crate::story::{story, story_with_devtools};

/// The entry of the only plan of earlier versions.
const PLAN: &str = "weighbridge.plan";
const ASIDE: &str = "weighbridge.aside.1";

impl Page {
    /// The text of the plan used last, as the browser keeps it.
    pub async fn stored_plan(&self) -> Option<String> {
        let list = self.stored("weighbridge.plans").await?;
        let list: serde_json::Value = serde_json::from_str(&list).expect("a list");
        let id = list[0]["id"].as_str()?;
        let pointer = self.stored(&format!("weighbridge.plan.{id}")).await?;
        let slot = self.stored(&format!("weighbridge.slot.{id}.{}", pointer.split(' ').next()?)).await?;
        let (_, document) = file::slots::unseal(&slot).expect("a sealed plan");
        Some(document.to_owned())
    }

    /// Puts an entry into the browser's storage before the app is opened.
    pub async fn store(&self, key: &str, text: &str) {
        self.open_empty().await;
        self.script("localStorage.setItem(arguments[0], arguments[1])", [json!(key), json!(text)]).await;
    }
}

#[test]
fn a_kept_plan_that_cannot_be_read_is_offered_and_never_destroyed() {
    story(async |page| {
        let unreadable = r#"{"format": "weighbridge-plan", "version": 1, "title": "Half of it"#;
        page.store(PLAN, unreadable).await;
        page.open().await;
        page.says("#notices", "could not be read").await;
        assert_eq!(page.stored(ASIDE).await.as_deref(), Some(unreadable));
        page.click("#notices button").await;
        assert_eq!(page.download().await.1, unreadable, "the download is what was there");

        page.start_from_here("high-concurrency-api").await;
        page.enter("criteria.C1.weight", "4").await;
        page.is_saved().await;
        assert_eq!(page.stored(PLAN).await, None, "the entry is free");
        let kept = page.stored_plan().await.expect("an entry");
        assert!(file::read(&kept).is_ok(), "the entry is a plan again");
        assert_eq!(page.stored(ASIDE).await.as_deref(), Some(unreadable), "the old one is still there");

        page.open().await;
        page.shows("criteria.C1.weight", "4").await;
        assert_eq!(page.text("#notices").await, "", "said once");
        assert_eq!(page.stored(ASIDE).await.as_deref(), Some(unreadable));
    });
}

#[test]
fn a_second_unreadable_plan_does_not_push_the_first_one_out() {
    story(async |page| {
        for (number, text) in ["first", "second"].into_iter().enumerate() {
            page.store(PLAN, text).await;
            page.open().await;
            page.says("#notices", "could not be read").await;
            page.open().await;
            assert_eq!(page.text("#notices").await, "", "said once");
            let kept = page.stored(&format!("weighbridge.aside.{}", number + 1)).await;
            assert_eq!(kept.as_deref(), Some(text));
            assert_eq!(page.stored(&format!("weighbridge.aside.{}", number + 2)).await, None);
        }
        assert_eq!(page.stored(ASIDE).await.as_deref(), Some("first"));
    });
}

#[test]
fn a_plan_of_a_newer_program_is_kept_too() {
    story(async |page| {
        let newer = r#"{"format": "weighbridge-plan", "version": 9}"#;
        page.store(PLAN, newer).await;
        page.open().await;
        page.says("#notices", "version 9").await;
        page.says("#notices", "stays where it is for the newer version").await;
        page.start_from_here("high-concurrency-api").await;
        page.is_saved().await;
        assert_eq!(page.stored(PLAN).await.as_deref(), Some(newer), "to the letter, and nothing is saved over it");
    });
}

#[test]
fn a_full_storage_is_reported_and_the_page_goes_on() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        let fill = "for (let size = 1 << 22, number = 0; size >= 1;) {
            try { localStorage.setItem(`filler.${number}`, 'x'.repeat(size)); number += 1; } catch { size >>= 1; }
        }";
        page.script(fill, []).await;
        let title = "A title that is much longer than the one before it, so that it does not fit where that one was";
        page.rename(title).await;
        page.says("#saved", "not saved").await;
        page.says("#notices", "no room").await;
        let dismiss =
            "return [...document.querySelectorAll('.notice button')].some(button => button.textContent === 'Dismiss')";
        assert_eq!(page.script(dismiss, []).await, json!(false), "it stays until there is room");
        page.enter("criteria.C1.weight", "4").await;
        page.shows("criteria.C1.weight", "4").await;
        assert_eq!(page.export().await.title, title);

        page.script("Object.keys(localStorage).filter(key => key.startsWith('filler')).forEach(key => localStorage.removeItem(key))", []).await;
        page.enter("criteria.C1.weight", "3").await;
        page.is_saved().await;
        assert_eq!(page.text("#notices").await, "", "the notice goes by itself");
        page.open().await;
        page.shows("criteria.C1.weight", "3").await;
    });
}

#[test]
fn who_never_stops_typing_is_saved_all_the_same() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        // An edit every 50 ms for two seconds, and what is kept in between: never more than half a second behind.
        let script = "const done = arguments[0];
            const kept = () => Object.keys(localStorage).filter(key => key.startsWith('weighbridge.slot.'))
                .map(key => localStorage.getItem(key));
            const title = document.getElementById('title');
            const seen = [];
            let count = 0;
            const step = setInterval(() => {
                title.value = `Title ${count += 1}.`;
                title.dispatchEvent(new Event('change'));
                seen.push(Math.max(0, ...kept().map(text => Number(/Title (\\d+)\\./.exec(text)?.[1] ?? 0))));
                if (count === 40) { clearInterval(step); done(seen); }
            }, 50)";
        let seen: Vec<u64> = serde_json::from_value(page.script_later(script, []).await).expect("numbers");
        let behind = (1_u64..).zip(&seen).skip(15).map(|(typed, kept)| typed - kept).max();
        assert!(behind < Some(15), "{seen:?}");
        page.is_saved().await;
        page.open().await;
        assert_eq!(page.value("#title").await, "Title 40.");
    });
}

#[test]
fn what_was_done_can_be_undone_after_a_reload() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        for weight in ["1", "2", "3"] {
            page.enter("criteria.C1.weight", weight).await;
        }
        page.is_saved().await;
        page.open().await;
        for weight in ["2", "1", "5"] {
            page.click("#undo").await;
            page.shows("criteria.C1.weight", weight).await;
        }
        assert!(page.has("#undo:disabled").await);
        page.click("#redo").await;
        page.shows("criteria.C1.weight", "1").await;
        page.is_saved().await;
        page.open().await;
        page.click("#undo").await;
        page.shows("criteria.C1.weight", "5").await;
    });
}

#[test]
fn where_storage_is_forbidden_the_page_says_so_and_works() {
    story_with_devtools(async |page| {
        let forbid = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {
            get() { throw new DOMException('forbidden', 'SecurityError'); } });
            // Where there is no dialog to save with, a file is a download.
            delete window.showSaveFilePicker";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": forbid })).await;
        page.start_from("high-concurrency-api").await;
        page.says("#saved", "keeps nothing").await;
        page.says("#notices", "This browser keeps nothing for this page").await;
        page.enter("criteria.C1.weight", "4").await;
        page.shows("criteria.C1.weight", "4").await;
        page.click("#theme").await;
        page.script("[...document.querySelectorAll('.notice button')].find(button => button.textContent === 'Save a file').click()", [])
            .await;
        let (name, text) = page.download().await;
        let plan = file::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(plan.get(&"criteria.C1.weight".into()).expect("a weight").to_string(), "4");
        page.press(Key::F6).await;
        page.says("#saved", "keeps nothing").await;
    });
}

#[test]
fn another_tab_is_worth_a_word_only_if_it_has_the_same_plan() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        let tell = "const id = arguments[0] ?? JSON.parse(localStorage.getItem('weighbridge.plans'))[0].id;
            dispatchEvent(new StorageEvent('storage', { key: `weighbridge.plan.${id}`, newValue: arguments[1] }))";
        page.script(tell, [json!("another"), json!("{}")]).await;
        page.frame().await;
        assert_eq!(page.text("#notices").await, "");
        page.script(tell, [json!(null), json!(null)]).await;
        page.says("#notices", "Another tab has deleted this plan").await;
    });
}
