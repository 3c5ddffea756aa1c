//! Plans leave as files and come back; a file that is not right changes nothing.

use std::path::{Path, PathBuf};

use weighbridge::file;
use weighbridge::model::Plan;

use crate::page::Page;
use crate::story::story;

impl Page {
    /// Picks a file to import.
    pub async fn import(&self, path: &Path) {
        self.pick("#import-file", path).await;
    }

    /// Picks a file in a field of the page.
    pub async fn pick(&self, field: &str, path: &Path) {
        let path = path.to_str().expect("a plain path");
        self.element(field).await.send_keys(path).await.expect("the file is picked");
    }

    /// Writes a file to import.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.join(name);
        std::fs::write(&path, text).expect("a file of one's own");
        path
    }

    /// Name and text of the only download, JSON, as soon as it is complete; the file is taken away.
    pub async fn download(&self) -> (String, String) {
        let (name, bytes) = self.download_of("json").await;
        (name, String::from_utf8(bytes).expect("a text"))
    }

    /// Name and content of the only download whose name ends so.
    pub async fn download_of(&self, ending: &str) -> (String, Vec<u8>) {
        let complete = || {
            let files = std::fs::read_dir(self.folder.join("downloads")).expect("the folder of downloads");
            let mut paths = files.flatten().map(|file| file.path());
            // An empty file of this name only keeps the place of one that is still written elsewhere.
            paths.find(|path| {
                path.extension().is_some_and(|extension| extension == ending)
                    && path.metadata().is_ok_and(|file| file.len() > 0)
            })
        };
        self.wait_until("a file is downloaded", async || complete().is_some()).await;
        let path = complete().expect("the file that was just there");
        let bytes = std::fs::read(&path).expect("a file");
        std::fs::remove_file(&path).expect("a file of one's own");
        (path.file_name().expect("a name").to_string_lossy().into_owned(), bytes)
    }

    /// Exports the plan; what the file holds.
    pub async fn export(&self) -> Plan {
        self.export_menu("#export").await;
        let (name, text) = self.download().await;
        file::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

#[test]
fn an_exported_file_is_the_plan_on_the_screen() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter("criteria.C1.scores.node", "6.5").await;
        page.open_sheet("workload").await;
        page.enter("workload.peak_rps", "1.5k").await;
        page.export_menu("#export").await;
        let (name, text) = page.download().await;
        assert_eq!(name, "High-concurrency-API-10-000-concurrent-users.weighbridge.json");
        let plan = file::read(&text).expect("a plan");
        assert_eq!(file::write(&plan), text, "the file is in its own normal form");
        page.shows_plan(&plan).await;
        page.is_saved().await;
        let stored = page.stored_plan().await.expect("an entry");
        assert_eq!(file::read(&stored).expect("a plan"), plan, "the browser keeps the same");
    });
}

#[test]
fn what_is_being_typed_belongs_to_the_exported_file() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        page.type_keys("3").await;
        let plan = page.export().await;
        assert_eq!(plan.get(&"criteria.C1.weight".into()).expect("a weight").to_string(), "3");
        page.shows("criteria.C1.weight", "3").await;
    });
}

#[test]
fn a_broken_file_says_why_and_changes_nothing() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let plan = page.export().await;
        let good = file::write(&plan);
        let broken = [
            ("cut-off.json", good[..good.len() / 2].to_owned(), "not valid JSON"),
            ("newer.json", good.replacen("\"version\": 1", "\"version\": 7", 1), "version 7"),
            ("unknown.json", good.replacen("\"peak_rps\"", "\"peek_rps\"", 1), "workload.peek_rps"),
            ("foreign.json", "{\"plans\": []}".to_owned(), "not a Weighbridge plan"),
            ("empty.json", String::new(), "not valid JSON"),
        ];
        for (name, text, reason) in &broken {
            page.import(&page.file(name, text)).await;
            page.says("#notices", name).await;
            page.says("#notices", reason).await;
        }
        page.shows_plan(&plan).await;
        for left in (0..broken.len()).rev() {
            page.click("#notices .notice:last-child button:last-child").await;
            let gone = async || page.script("return document.querySelectorAll('.notice').length", []).await == left;
            page.wait_until("the notice goes", gone).await;
        }
        assert!(page.has("#undo:disabled").await, "none of them left a step to undo");
    });
}

#[test]
fn an_imported_plan_opens_beside_the_others() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let before = page.export().await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/plan-v1.json");
        let other = file::read(&std::fs::read_to_string(&path).expect("a file")).expect("a plan");
        page.import(&path).await;
        page.wait_until("the other plan opens", async || page.value("#title").await == other.title).await;
        page.shows_plan(&other).await;
        assert_eq!(page.export().await, other, "and comes out as it went in");
        assert!(page.has("#undo:disabled").await, "it begins without a history");
        page.open_from_list(&before.title).await;
        page.shows_plan(&before).await;
    });
}

#[test]
fn the_same_file_can_be_imported_twice() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let path = page.file("mine.json", &file::write(&page.export().await));
        for weight in ["1", "2"] {
            page.enter("criteria.C1.weight", weight).await;
            page.shows("criteria.C1.weight", weight).await;
            page.import(&path).await;
            page.shows("criteria.C1.weight", "5").await;
        }
    });
}
