//! Several plans: they never get in each other's way, and none is lost by a click.

use serde_json::{Value, json};
use thirtyfour::Key;
use weighbridge::file;
use weighbridge::starter::Starter;

use crate::page::{Page, reference};
use crate::story::{story, story_with_devtools};

const API: &str = "High-concurrency API, 10,000 concurrent users";
const WEIGHT: &str = "criteria.C1.weight";

fn title_of(starter: &str) -> String {
    Starter::find(starter).expect("a starter").plan().title
}

impl Page {
    /// The titles in the list of plans, which is opened for it and closed again.
    pub async fn listed(&self) -> Vec<String> {
        self.open_list().await;
        let titles = self.titles("#plan-list").await;
        self.close_list().await;
        titles
    }

    async fn open_list(&self) {
        if !self.is_open("#plans").await {
            self.click("#plans-button").await;
        }
        self.element("#plan-list").await;
    }

    async fn close_list(&self) {
        self.press(Key::Escape).await;
        self.wait_until("the list closes", async || !self.is_open("#plans").await).await;
    }

    async fn titles(&self, list: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(`${arguments[0]} li > .name`)].map(at => at.textContent)";
        let Value::Array(titles) = self.script(script, [json!(list)]).await else { panic!("no list") };
        titles.iter().map(|title| title.as_str().expect("a title").to_owned()).collect()
    }

    /// Does something with the first plan of the list whose title begins so.
    pub async fn act(&self, title: &str, act: &str) {
        let script = "return [...document.querySelectorAll('#plans li')]
            .find(line => line.querySelector('.name').textContent.startsWith(arguments[0]))
            ?.querySelector(`[data-act=${arguments[1]}]`)?.click() ?? null";
        self.open_list().await;
        self.script(script, [json!(title), json!(act)]).await;
        self.frame().await;
    }

    /// Opens a plan from the list.
    pub async fn open_from_list(&self, title: &str) {
        self.act(title, "open").await;
        self.has_open(title).await;
        self.wait_until("the list closes", async || !self.is_open("#plans").await).await;
    }

    async fn has_open(&self, title: &str) {
        self.wait_until(&format!("{title} is open"), async || self.value("#title").await == title).await;
    }

    /// Drags something over the page and drops it: files by name and text, or else a text. Whether the page said what
    /// the drop would do.
    async fn drop_on(&self, selector: &str, files: Value) -> bool {
        let script = "const data = new DataTransfer();
            for (const [name, text] of arguments[1]) {
                if (name) data.items.add(new File([text], name)); else data.setData('text/plain', text);
            }
            for (const kind of arguments[2]) {
                const event = new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
                document.querySelector(arguments[0]).dispatchEvent(event);
            }";
        self.script(script, [json!(selector), files.clone(), json!(["dragenter", "dragover"])]).await;
        self.frame().await;
        let is_said = self.script("return document.querySelector('#drop').checkVisibility()", []).await;
        self.script(script, [json!(selector), files, json!(["drop"])]).await;
        self.frame().await;
        is_said == json!(true)
    }
}

#[test]
fn two_plans_are_edited_apart_and_each_keeps_its_undo() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter(WEIGHT, "1").await;
        page.start_from_here("real-time-chat").await;
        let chat = title_of("real-time-chat");
        let untouched = page.cell(WEIGHT).await;
        assert_ne!(untouched, "1");
        assert!(page.has("#undo:disabled").await, "a new plan has nothing to undo");
        page.enter(WEIGHT, "2").await;
        page.shows(WEIGHT, "2").await;

        page.open_from_list(API).await;
        page.shows(WEIGHT, "1").await;
        assert_eq!(page.focus().await, "editor", "the keyboard is the grid's");
        page.press_with(Key::Control, 'z').await;
        page.shows(WEIGHT, "5").await;
        page.open_from_list(&chat).await;
        page.shows(WEIGHT, "2").await;
        page.click("#undo").await;
        page.shows(WEIGHT, &untouched).await;
        page.click("#redo").await;
        page.shows(WEIGHT, "2").await;
        page.is_saved().await;

        page.open().await;
        assert_eq!(page.value("#title").await, chat, "the plan used last");
        page.shows(WEIGHT, "2").await;
        assert_eq!(page.listed().await, [chat.as_str(), API]);
        page.open_from_list(API).await;
        page.shows(WEIGHT, "5").await;
        page.open().await;
        assert_eq!(page.value("#title").await, API, "opening is using");
    });
}

#[test]
fn what_is_being_typed_goes_into_the_plan_it_was_typed_in() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.start_from_here("real-time-chat").await;
        page.select(WEIGHT).await;
        page.type_keys("4").await;
        page.open_from_list(API).await;
        page.shows(WEIGHT, "5").await;
        assert_eq!(page.mode().await, "Ready");
        page.open_from_list(&title_of("real-time-chat")).await;
        page.shows(WEIGHT, "4").await;
    });
}

#[test]
fn plans_are_renamed_copied_deleted_and_brought_back() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.start_from_here("real-time-chat").await;
        let chat = title_of("real-time-chat");

        page.act(API, "rename").await;
        page.wait_until("the name can be typed", async || page.focus().await == "plan-name").await;
        page.type_keys("Ours").await;
        page.press(Key::Enter).await;
        page.says("#plan-list", "Ours").await;
        page.wait_until("the keyboard is where it was", async || page.focus().await == "Rename: Ours").await;
        page.act("Ours", "rename").await;
        page.type_keys("Nobody's").await;
        page.press(Key::Escape).await;
        page.wait_until("Escape drops the name only", async || !page.has("#plan-name").await).await;
        page.act("Ours", "duplicate").await;
        page.says("#plan-list", "Ours (copy)").await;
        assert_eq!(page.titles("#plan-list").await, [chat.as_str(), "Ours (copy)", "Ours"], "the open one stays first");

        page.act("Ours (copy)", "delete").await;
        page.says("#deleted-list", "Ours (copy)").await;
        page.act("Ours (copy)", "restore").await;
        page.wait_until("it is back", async || page.titles("#plan-list").await.len() == 3).await;
        page.act(&chat, "delete").await;
        page.has_open("Ours (copy)").await;
        page.close_list().await;
        page.says("#notices", &format!("“{chat}” was deleted.")).await;
        page.click("#notices button").await;
        page.has_open(&chat).await;
        assert_eq!(page.text("#notices").await, "");
        assert_eq!(page.listed().await, [chat.as_str(), "Ours (copy)", "Ours"]);

        for title in ["Ours (copy)", "Ours", &chat] {
            page.act(title, "delete").await;
        }
        page.has_open("Untitled plan").await;
        assert_eq!(page.titles("#plan-list").await, [] as [&str; 0]);
        page.act("Ours (copy)", "forget").await;
        page.wait_until("it is gone", async || page.titles("#deleted-list").await == [chat.as_str(), "Ours"]).await;
        page.open().await;
        assert_eq!(page.value("#title").await, "Untitled plan");
        page.act("Ours", "restore").await;
        page.open_from_list("Ours").await;
        page.shows(WEIGHT, "5").await;
    });
}

#[test]
fn the_title_of_the_open_plan_is_one_wherever_it_is_changed() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.act(API, "rename").await;
        page.type_keys("From the list").await;
        page.press(Key::Enter).await;
        page.has_open("From the list").await;
        page.close_list().await;
        page.rename("From the bar").await;
        assert_eq!(page.listed().await, ["From the bar"]);
        page.press_with(Key::Control, 'z').await;
        page.press_with(Key::Control, 'z').await;
        page.has_open(API).await;
    });
}

#[test]
fn the_only_plan_of_earlier_versions_is_taken_over() {
    story(async |page| {
        let mut plan = Starter::find("internal-tool").expect("a starter").plan();
        plan.title = "From before".into();
        page.store("weighbridge.plan", &file::write(&plan)).await;
        page.open().await;
        assert!(!page.is_open("#gallery").await, "this is no first visit");
        page.shows_plan(&plan).await;
        assert_eq!(page.stored("weighbridge.plan").await, None);
        page.start_from_here("real-time-chat").await;
        assert_eq!(page.listed().await, [title_of("real-time-chat").as_str(), "From before"]);
    });
}

#[test]
fn files_are_dropped_anywhere_and_each_opens_as_a_plan() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter(WEIGHT, "1").await;
        let text = |title: &str| {
            let mut plan = Starter::find("internal-tool").expect("a starter").plan();
            plan.title = title.into();
            file::write(&plan)
        };
        let files = json!([["a.json", text("First")], ["broken.json", "{"], ["b.json", text("Second")]]);
        assert!(page.drop_on("#grid", files).await, "the page says what a drop does");
        page.has_open("Second").await;
        assert!(page.has("#drop[hidden]").await, "and says it no more");
        page.says("#notices", "broken.json was not imported").await;
        assert_eq!(page.listed().await, ["Second", "First", API]);
        assert!(!page.drop_on("#answer", json!([["", "some words"]])).await, "words would do nothing");
        page.says("#notices", "only plan files can be dropped here").await;
        page.open_from_list(API).await;
        page.shows(WEIGHT, "1").await;
    });
}

#[test]
fn a_plan_is_saved_into_its_file_again_where_the_browser_lets_it() {
    story_with_devtools(async |page| {
        let fake = "window.asked = []; window.written = []; window.refuse = null;
            window.showSaveFilePicker = async options => {
                asked.push(options.suggestedName);
                if (refuse) throw new DOMException('Not now', refuse);
                const name = `file-${asked.length}.json`;
                return { name, createWritable: async () => {
                    if (window.locked) throw new DOMException('It is locked', 'NotAllowedError');
                    let text = '';
                    return { write: async part => { text += part }, close: async () => { written.push([name, text]) } };
                } };
            }";
        page.start_from("high-concurrency-api").await;
        page.script(fake, []).await;
        let written = async |count: usize| {
            let script = "return written.length";
            page.wait_until("the file is written", async || page.script(script, []).await == json!(count)).await;
            let last = page.script("return written.at(-1)", []).await;
            let plan = file::read(last[1].as_str().expect("a text")).expect("a plan");
            (last[0].as_str().expect("a name").to_owned(), plan.get(&WEIGHT.into()).expect("a weight").to_string())
        };
        page.select(WEIGHT).await;
        page.type_keys("1").await;
        page.press_with(Key::Control, 's').await;
        assert_eq!(written(1).await, ("file-1.json".into(), "1".into()), "with what is being typed");
        page.says("#said", "Saved to file-1.json").await;
        page.enter(WEIGHT, "2").await;
        page.file_menu("#save").await;
        assert_eq!(written(2).await, ("file-1.json".into(), "2".into()), "into the same file");
        page.file_menu("#save-as").await;
        assert_eq!(written(3).await, ("file-2.json".into(), "2".into()), "into another one");
        let asked = page.script("return asked", []).await;
        assert_eq!(asked, json!(["High-concurrency-API-10-000-concurrent-users.weighbridge.json"; 2].as_slice()));

        page.start_from_here("real-time-chat").await;
        page.script("refuse = 'AbortError'", []).await;
        page.press_with(Key::Control, 's').await;
        page.wait_until("another plan asks for a file of its own", async || {
            page.script("return asked.length", []).await == json!(3)
        })
        .await;
        page.frame().await;
        assert_eq!(page.text("#notices").await, "", "a change of mind is no error");
        page.open_from_list(API).await;
        page.script("window.locked = true", []).await;
        page.press_with(Key::Control, 's').await;
        page.says("#notices", "did not allow it. It is locked").await;
        page.click("#notices button").await;
        let plan = file::read(&page.download().await.1).expect("a plan");
        assert_eq!(plan.title, API, "the plan is offered instead");
    });
}

#[test]
fn where_pages_cannot_write_files_saving_is_a_download() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.script("delete window.showSaveFilePicker; delete Window.prototype.showSaveFilePicker", []).await;
        page.press_with(Key::Control, 's').await;
        let plan = file::read(&page.download().await.1).expect("a plan");
        assert_eq!(plan.title, API);
        page.click("#file").await;
        page.element("#save-as[aria-disabled=true]").await;
    });
}

#[test]
fn a_file_that_was_opened_is_the_one_that_is_saved() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        let text = file::write(&Starter::find("internal-tool").expect("a starter").plan());
        let fake = "window.written = [];
            window.showOpenFilePicker = async () => [{ name: 'theirs.json',
                getFile: async () => new File([arguments[0]], 'theirs.json'),
                createWritable: async () => ({ write: async () => {}, close: async () => { written.push('theirs.json') } }),
            }]";
        page.script(fake, [json!(text)]).await;
        page.file_menu("#import").await;
        page.has_open(&title_of("internal-tool")).await;
        page.press_with(Key::Control, 's').await;
        let saved = async || page.script("return written", []).await == json!(["theirs.json"]);
        page.wait_until("it is saved where it came from", saved).await;
    });
}

#[test]
fn the_menu_of_files_answers_to_keys_and_to_a_second_click() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let button = page.element("#file").await;
        page.script("arguments[0].focus()", [reference(&button)]).await;
        page.press(Key::Enter).await;
        page.wait_until("the first line has the keyboard", async || page.focus().await == "new").await;
        page.press(Key::Down).await;
        assert_eq!(page.focus().await, "plans-open");
        page.type_keys("m").await;
        assert_eq!(page.focus().await, "merge-open", "a letter goes to the line that begins with it");
        page.press(Key::Escape).await;
        page.wait_until("the menu closes", async || !page.has("#menu").await).await;
        assert_eq!(page.focus().await, "file", "the keyboard is on its button again");
        page.click("#file").await;
        page.element("#menu").await;
        assert_eq!(page.attribute("#file", "aria-expanded").await.as_deref(), Some("true"));
        page.frame().await;
        page.click("#file").await;
        page.wait_until("a second click closes it", async || !page.has("#menu").await).await;
    });
}
