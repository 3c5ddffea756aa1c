//! Plans and scenarios go from one person to another: in a link, in a file of a scenario, and merged.

use serde_json::json;
use thirtyfour::Key;
use weighbridge::file::{self, link};
use weighbridge::model::{Plan, Scenario, Value};
use weighbridge::starter::{STARTERS, Starter};

use crate::large::large;
use crate::page::Page;
use crate::story::story;

const API: &str = "high-concurrency-api";
const PEAK: &str = "workload.peak_rps";

impl Page {
    /// Closes a dialog by the key for it.
    pub async fn close(&self, dialog: &str) {
        self.press(Key::Escape).await;
        self.wait_until(&format!("{dialog} closes"), async || !self.is_open(dialog).await).await;
    }

    /// Makes a scenario and brings it in sight.
    pub async fn new_scenario(&self) {
        self.click("#new-scenario").await;
        let script = "const scenarios = document.querySelector('#scenario');
            scenarios.selectedIndex = scenarios.options.length - 1;
            scenarios.dispatchEvent(new Event('change'));
            return scenarios.selectedIndex";
        self.wait_until("it is there", async || self.script(script, []).await != json!(0)).await;
        self.element("#band:not([hidden])").await;
    }

    /// Opens a link in the page that is open.
    async fn follow(&self, link: &str) {
        self.driver.goto(link).await.expect("the link opens");
        self.element("#grid").await;
    }

    /// What stands in the address behind the path.
    async fn address(&self) -> String {
        self.script("return location.search + location.hash", []).await.as_str().expect("a text").to_owned()
    }

    /// The link to the plan, from the dialog, which is closed again.
    async fn link(&self) -> String {
        self.click("#share-button").await;
        let link = self.value("#share-link").await;
        self.close("#share").await;
        link
    }

    /// Gives the open plan, one of ours, a scenario, and picks a file to merge in which that scenario is another one, a
    /// further one is there, and the traffic of the plan itself is another. What is to be merged.
    pub async fn begin_merge(&self) -> Plan {
        let mut plan = self.export().await;
        plan.scenarios = vec![scenario("peak", "Peak", &[(PEAK, 9000.0), ("workload.vcpu", 4.0)])];
        plan.title = "Mine".into();
        self.import(&self.file("mine.json", &file::write(&plan))).await;
        self.wait_until("it opens", async || self.value("#title").await == "Mine").await;
        let mut theirs = plan;
        theirs.set(&PEAK.into(), Value::Number(3000.0)).expect("an input");
        theirs.scenarios = vec![
            scenario("peak", "Peak", &[(PEAK, 12_000.0), ("team.hires", 3.0)]),
            scenario("calm", "Calm", &[(PEAK, 100.0)]),
        ];
        self.pick("#merge-file", &self.file("theirs.json", &file::write(&theirs))).await;
        self.element("#merge[open] #theirs-0-0").await;
        theirs
    }
}

fn scenario(id: &str, name: &str, overrides: &[(&str, f64)]) -> Scenario {
    let mut scenario = Scenario { id: id.into(), name: name.into(), ..Scenario::default() };
    for (path, number) in overrides {
        scenario.overrides.insert((*path).into(), Value::Number(*number));
    }
    scenario
}

#[test]
fn a_link_opens_the_plan_it_was_made_of_beside_it() {
    story(async |page| {
        let largest = STARTERS.iter().max_by_key(|starter| file::compact(&starter.plan()).len()).expect("a starter");
        page.start_from(largest.id).await;
        page.new_scenario().await;
        page.open_sheet("workload").await;
        page.enter(PEAK, "7k").await;
        page.select(PEAK).await;
        page.type_keys("8k").await;
        page.click("#share-button").await;
        page.says("#share-about", "with its scenario").await;
        page.says("#share-about", "behind the #, which browsers send to no server").await;
        assert!(!page.has("#share .warn").await, "a starter is no long link");
        let link = page.value("#share-link").await;
        page.click("#share-copy").await;
        page.wait_until("it says what became of it", async || !page.text("#share [role=status]").await.is_empty())
            .await;
        page.close("#share").await;
        assert_eq!(page.focus().await, "share-button", "the keyboard is where it was");
        let plan = page.export().await;
        assert_eq!(plan.scenarios[0].overrides.get(PEAK), Some(&Value::Number(8000.0)), "with what was being typed");

        page.follow(&link).await;
        page.says("#arrival-about", &plan.title).await;
        page.says("#arrival-about", "1 scenario ·").await;
        assert_eq!(page.address().await, "", "the address is the page's own again");
        page.rename_is_out_of_reach().await;
        page.click("#arrival-open").await;
        page.wait_until("it opens", async || !page.is_open("#arrival").await).await;
        assert!(page.has("#undo:disabled").await, "it is a new plan");
        assert_eq!(page.export().await, plan);
        assert_eq!(page.listed().await, [plan.title.as_str(), &plan.title], "the first one is there as well");
    });
}

impl Page {
    /// Behind an open dialog nothing can be changed.
    async fn rename_is_out_of_reach(&self) {
        let script =
            "const title = document.querySelector('#title'); title.focus(); return document.activeElement === title";
        assert_eq!(self.script(script, []).await, json!(false));
    }
}

#[test]
fn on_a_first_visit_a_link_comes_before_the_gallery_and_may_be_declined() {
    story(async |page| {
        let plan = Starter::find(API).expect("a starter").plan();
        page.follow(&format!("{}/some/folder/?from=mail{}", page.origin(), link::to_fragment(&plan))).await;
        page.says("#arrival-about", &plan.title).await;
        assert!(!page.is_open("#gallery").await);
        page.wait_until("the button has the keyboard", async || page.focus().await == "arrival-open").await;
        page.close("#arrival").await;
        assert_eq!(page.address().await, "?from=mail", "what else is in the address stays");
        assert_ne!(page.value("#title").await, plan.title);
        page.wait_until("the grid has the keyboard", async || page.focus().await == "editor").await;
        assert!(page.listed().await.is_empty());
    });
}

#[test]
fn a_damaged_link_says_why_and_changes_nothing() {
    story(async |page| {
        page.start_from(API).await;
        let plan = page.export().await;
        let link = page.link().await;
        let cut = &link[..link.len() - link.len() / 3];
        for (link, why) in
            [(cut.to_owned(), "The link is damaged"), (link.replace("#plan=1.", "#plan=9."), "newer Weighbridge")]
        {
            page.follow(&link).await;
            page.says("#notices", why).await;
            assert_eq!(page.address().await, "");
        }
        assert!(!page.is_open("#arrival").await);
        assert_eq!(page.export().await, plan);
        assert_eq!(page.listed().await, [plan.title.as_str()]);
    });
}

#[test]
fn a_long_link_is_warned_of_and_one_that_no_browser_reads_is_refused() {
    story(async |page| {
        page.start_from(API).await;
        let mut plan = large();
        let text = file::write(&plan);
        page.import(&page.file("large.json", &text)).await;
        page.wait_until("it opens", async || page.value("#title").await == plan.title).await;
        page.click("#share-button").await;
        page.says("#share .warn", "cut links off after 8,000 characters").await;
        page.close("#share").await;
        // Letters that cannot be made shorter.
        let mut state = 1_u64;
        let mut letters = |count: usize| -> String {
            let mut letter = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                char::from_u32(0x4e00 + (state >> 33) as u32 % 0x5000).expect("a letter")
            };
            (0..count).map(|_| letter()).collect()
        };
        for path in plan.paths().into_iter().take(450) {
            let note = weighbridge::model::Note { text: letters(2000), source: String::new() };
            plan.notes.insert(path, note);
        }
        assert!(link::to_fragment(&plan).len() > link::MAX_LENGTH);
        plan.title = "Too long".into();
        page.import(&page.file("too-long.json", &file::write(&plan))).await;
        page.wait_until("it opens", async || page.value("#title").await == "Too long").await;
        page.click("#share-button").await;
        page.says("#share-about", "There is no link").await;
        assert!(!page.has("#share-link").await);
    });
}

#[test]
fn a_scenario_goes_by_file_from_one_plan_into_another() {
    story(async |page| {
        page.start_from(API).await;
        page.click("#export-button").await;
        page.element("#export-scenario[aria-disabled=true]").await;
        page.press(Key::Escape).await;
        page.new_scenario().await;
        page.open_sheet("workload").await;
        page.enter(PEAK, "9k").await;
        page.export_menu("#export-scenario").await;
        let (name, text) = page.download().await;
        assert!(name.ends_with(".scenario.json"), "{name}");
        let plan = page.export().await;
        let sent = file::read_scenario(&text, &plan).expect("a scenario");
        assert_eq!(sent, plan.scenarios[0]);

        page.start_from_here(API).await;
        let path = page.file(&name, &text);
        page.import(&path).await;
        page.says("#said", &format!("Scenarios of {name}")).await;
        assert_eq!(page.export().await.scenarios, [sent]);
        page.import(&path).await;
        page.says("#notices", "The plan has all its scenarios already").await;
        page.click("#undo").await;
        assert_eq!(page.export().await.scenarios, [], "one undo takes it back");

        page.start_from_here("blank").await;
        let foreign = text.replace(PEAK, "alternatives.rust.team.salary");
        page.import(&page.file("foreign.json", &foreign)).await;
        page.says("#notices", "foreign.json was not imported; nothing was changed.").await;
        page.says("#notices", "alternatives.rust.team.salary").await;
    });
}

#[test]
fn where_both_have_a_scenario_the_user_says_which_counts() {
    story(async |page| {
        page.start_from(API).await;
        let theirs = page.begin_merge().await;
        page.says("#merge", "New: Calm.").await;
        page.says("#merge .conflict legend", "Peak traffic").await;
        page.says("#merge .conflict", "Mine: 9000").await;
        page.says("#merge .conflict", "Theirs: 12000").await;
        page.says("#merge-base summary", "differ in 1 input").await;
        page.click("#merge-base summary").await;
        page.says("#merge-base li", "2000 here, 3000 there").await;
        page.close("#merge").await;
        assert!(page.has("#undo:disabled").await, "nothing was merged");

        page.pick("#merge-file", &page.file("theirs.json", &file::write(&theirs))).await;
        page.click("#merge[open] #theirs-0-0").await;
        page.click("#merge-do").await;
        page.says("#said", "Scenarios of theirs.json").await;
        let joined = scenario("peak", "Peak", &[(PEAK, 12_000.0), ("workload.vcpu", 4.0), ("team.hires", 3.0)]);
        let plan = page.export().await;
        assert_eq!(plan.scenarios, [joined, theirs.scenarios[1].clone()]);
        assert_eq!(plan.workload.peak_rps.central(), 2000.0, "the plan itself stays");
        page.click("#undo").await;
        assert_eq!(
            page.export().await.scenarios,
            [scenario("peak", "Peak", &[(PEAK, 9000.0), ("workload.vcpu", 4.0)])]
        );

        page.pick("#merge-file", &page.file("theirs.json", &file::write(&theirs))).await;
        page.click("#merge[open] #both-0").await;
        page.element("#merge .conflict:disabled").await;
        page.click("#merge-do").await;
        page.wait_until("it closes", async || !page.is_open("#merge").await).await;
        let names: Vec<String> = page.export().await.scenarios.into_iter().map(|own| own.name).collect();
        assert_eq!(names, ["Peak", "Calm", "Peak 2"]);
    });
}
