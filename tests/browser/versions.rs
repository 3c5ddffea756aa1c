//! Versions of a plan: kept under a name, compared, and gone back to.

use serde_json::{Value, json};
use thirtyfour::Key;
use weighbridge::starter::Starter;

use crate::page::Page;
use crate::story::{story, story_with_devtools};

const WEIGHT: &str = "criteria.C1.weight";

impl Page {
    /// Opens the versions of the plan.
    pub async fn open_versions(&self) {
        self.file_menu("#versions-open").await;
        self.wait_until("a name can be typed", async || self.focus().await == "version-name").await;
    }

    /// Closes them again.
    pub async fn close_versions(&self) {
        self.press(Key::Escape).await;
        self.wait_until("the versions close", async || !self.is_open("#versions").await).await;
    }

    /// Keeps the plan as it is under a name, with the keyboard alone.
    pub async fn keep(&self, name: &str, note: &str) {
        self.type_keys(name).await;
        if !note.is_empty() {
            self.press(Key::Tab).await;
            self.type_keys(note).await;
        }
        self.press(Key::Enter).await;
        self.wait_until("the version is in the list", async || {
            self.versions().await.first().is_some_and(|it| it == name)
        })
        .await;
    }

    /// The names in the list of versions.
    async fn versions(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('#version-list li > .name')].map(at => at.textContent)";
        let Value::Array(names) = self.script(script, []).await else { panic!("no list") };
        names.iter().map(|name| name.as_str().expect("a name").to_owned()).collect()
    }

    /// The lines of a table of the comparison, cell by cell; none where there is no such table.
    async fn compared(&self, caption: &str) -> Vec<Vec<String>> {
        let script = "const table = [...document.querySelectorAll('.apart')]
            .find(table => table.querySelector('caption').textContent === arguments[0]);
            return [...table?.querySelectorAll('tbody tr') ?? []].map(row => [...row.cells].map(cell => cell.textContent.trim()))";
        serde_json::from_value(self.script(script, [json!(caption)]).await).expect("cells")
    }

    /// Does something with the version of this name.
    async fn act_on_version(&self, name: &str, act: &str) {
        let script = "[...document.querySelectorAll('#version-list li')]
            .find(line => line.querySelector('.name').textContent === arguments[0])
            .querySelector(`[data-act=${arguments[1]}]`).click()";
        self.script(script, [json!(name), json!(act)]).await;
        self.frame().await;
    }
}

#[test]
fn a_version_is_kept_compared_and_gone_back_to() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_versions().await;
        assert_eq!(page.versions().await, [] as [&str; 0]);
        assert!(!page.has("#version-compare").await, "there is nothing to compare yet");
        page.keep("First talk", "before the load test").await;
        page.says("#versions-said", "Version “First talk”").await;
        assert_eq!((page.focus().await.as_str(), page.value("#version-name").await.as_str()), ("version-name", ""));
        let today = "const now = new Date(), two = number => String(number).padStart(2, '0');
            return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} · before the load test`";
        assert_eq!(json!(page.text("#version-list .about").await), page.script(today, []).await);
        page.says("#version-summary", "No input and no scenario differs.").await;
        page.close_versions().await;
        page.enter(WEIGHT, "1").await;
        page.shows(WEIGHT, "1").await;

        page.open_versions().await;
        page.act_on_version("First talk", "compare").await;
        page.says("#versions-said", "From First talk to now: 1 input differs.").await;
        assert_eq!(page.focus().await, "version-comparison", "the keyboard is where the answer is");
        let name = Starter::find("high-concurrency-api").expect("a starter").plan().criteria[0].name.clone();
        let inputs = page.compared("Inputs").await;
        assert_eq!(inputs.len(), 1, "{inputs:?}");
        assert!(inputs[0][0].starts_with(&format!("{name}, Weight")), "{inputs:?}");
        assert_eq!(inputs[0][1..], ["5", "1"]);
        let results = page.compared("Results").await;
        let score = results.iter().find(|line| line[0].starts_with("Score, Go")).expect("a line of Go's score");
        assert!(score[1] != score[2] && score[3].starts_with(['+', '−']), "{score:?}");
        let total = results.iter().find(|line| line[0].starts_with("Total, Go")).expect("a line of Go's total");
        assert!(total[1] == total[2] && total[3] == "±0", "a weight costs nothing: {total:?}");

        page.act_on_version("First talk", "restore").await;
        page.wait_until("the versions close", async || !page.is_open("#versions").await).await;
        page.shows(WEIGHT, "5").await;
        page.says("#said", "Undo brings back what it was before").await;
        page.wait_until("the keyboard is the grid's", async || page.focus().await == "editor").await;
        page.press_with(Key::Control, 'z').await;
        page.shows(WEIGHT, "1").await;

        page.is_saved().await;
        page.open().await;
        page.shows(WEIGHT, "1").await;
        page.open_versions().await;
        assert_eq!(page.versions().await, ["First talk"]);
        assert_eq!(page.compared("Inputs").await, inputs);
    });
}

#[test]
fn any_two_versions_are_compared() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        for (weight, name) in [("1", "One"), ("2", "Two"), ("3", "Three")] {
            page.enter(WEIGHT, weight).await;
            page.shows(WEIGHT, weight).await;
            page.open_versions().await;
            page.keep(name, "").await;
            page.close_versions().await;
        }
        page.open_versions().await;
        assert_eq!(page.versions().await, ["Three", "Two", "One"], "the newest first");
        let choose = async |select: &str, name: &str| {
            let script = "const select = document.querySelector(arguments[0]);
                select.value = [...select.options].find(option => option.textContent === arguments[1]).value;
                select.dispatchEvent(new Event('change', { bubbles: true }))";
            page.script(script, [json!(select), json!(name)]).await;
            page.frame().await;
        };
        choose("#version-from", "One").await;
        choose("#version-to", "Two").await;
        page.says("#versions-said", "From One to Two: 1 input differs.").await;
        assert_eq!(page.compared("Inputs").await[0][1..], ["1", "2"]);
        choose("#version-from", "now").await;
        assert_eq!(page.compared("Inputs").await[0][1..], ["3", "2"]);

        page.act_on_version("Two", "remove").await;
        page.wait_until("it is gone", async || page.versions().await == ["Three", "One"]).await;
        assert_eq!(page.compared("Inputs").await, [] as [Vec<String>; 0], "the newest took its place");
        page.act_on_version("One", "rename").await;
        page.wait_until("the name can be typed", async || page.focus().await == "version-rename").await;
        page.type_keys("Won").await;
        page.press(Key::Enter).await;
        page.wait_until("it has another name", async || page.versions().await == ["Three", "Won"]).await;
        page.wait_until("the keyboard is where it was", async || page.focus().await == "Rename: Won").await;
        page.act_on_version("Won", "rename").await;
        page.type_keys("Nobody's").await;
        page.press(Key::Escape).await;
        page.wait_until("Escape drops the name only", async || !page.has("#version-rename").await).await;
        assert!(page.is_open("#versions").await);
        page.close_versions().await;
        for _ in 0..2 {
            page.click("#undo").await;
        }
        page.open_versions().await;
        assert_eq!(page.versions().await, ["Three", "Two", "One"], "undo brings back what was removed");
    });
}

#[test]
fn what_is_being_typed_belongs_to_the_version() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select(WEIGHT).await;
        page.type_keys("many").await;
        page.file_menu("#versions-open").await;
        page.says("#problem", "not a number").await;
        assert!(!page.is_open("#versions").await, "what was refused has to be settled first");
        page.press(Key::Escape).await;
        page.select(WEIGHT).await;
        page.type_keys("2").await;
        page.open_versions().await;
        page.keep("With two", "").await;
        page.close_versions().await;
        page.enter(WEIGHT, "4").await;
        page.shows(WEIGHT, "4").await;
        page.open_versions().await;
        assert_eq!(page.compared("Inputs").await[0][1..], ["2", "4"]);
    });
}

#[test]
fn the_comparison_fits_a_phone() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_versions().await;
        page.keep("A name of a version that is longer than a phone is wide", "").await;
        page.close_versions().await;
        page.enter(WEIGHT, "1").await;
        page.shows(WEIGHT, "1").await;
        page.open_versions().await;
        for width in [390, 1440] {
            page.resize(width, 844, 1.0).await;
            let script = "const dialog = document.querySelector('#versions'), inside = dialog.getBoundingClientRect();
                const out = [...dialog.querySelectorAll('button, input, select, table, td, th')]
                    .filter(part => part.getBoundingClientRect().right > inside.right);
                return [dialog.scrollWidth <= dialog.clientWidth, inside.left >= 0, inside.right <= innerWidth,
                    ...out.map(part => part.outerHTML)]";
            assert_eq!(page.script(script, []).await, json!([true, true, true]), "{width}");
        }
    });
}
