//! What leaves for other programs: sheets, results, charts, the decision record; and a sheet that comes back.

use serde_json::json;
use weighbridge::evaluate::evaluate;
use weighbridge::export::{self, csv, record::DecisionRecord};
use weighbridge::file;
use weighbridge::model::Value;
use weighbridge::sheet::SheetId;

use crate::page::Page;
use crate::story::story;

const API: &str = "high-concurrency-api";
const TITLE: &str = "High-concurrency-API-10-000-concurrent-users";
const PEAK: &str = "workload.peak_rps";
const CHARTS: [&str; 8] =
    ["ranking", "cumulative-cost", "monthly-cost-go", "instances-go", "output", "crossover", "memory", "rewrite-staff"];

impl Page {
    async fn export_text(&self, line: &str, ending: &str) -> (String, String) {
        self.export_menu(line).await;
        let (name, bytes) = self.download_of(ending).await;
        (name, String::from_utf8(bytes).expect("a text"))
    }
}

#[test]
fn a_sheet_leaves_as_csv_and_what_was_changed_in_it_comes_back() {
    story(async |page| {
        page.start_from(API).await;
        page.open_sheet("workload").await;
        let before = page.export().await;
        let (name, text) = page.export_text("#export-sheet", "csv").await;
        assert_eq!(name, format!("{TITLE}.workload.csv"));
        assert_eq!(text, csv::sheet(&before, Some(&evaluate(&before)), SheetId::Workload));

        page.import(&page.file("same.csv", &text)).await;
        page.says("#said", "same.csv changes nothing").await;
        assert!(page.has("#undo:disabled").await);
        page.import(&page.file("more.csv", &text.replacen(",2000,", ",2500,", 1))).await;
        page.says("#said", "1 cell changed by more.csv").await;
        page.shows(PEAK, "2,500").await;
        page.click("#undo").await;
        page.shows(PEAK, "2,000").await;
        page.import(&page.file("other.csv", "Something,else\n")).await;
        page.says("#notices", "other.csv was not imported; nothing was changed.").await;
        page.says("#notices", "does not begin with the name of a sheet").await;
        assert_eq!(page.export().await, before);
    });
}

/// A browser's powers and logarithms may differ from ours in the last digit.
fn same_numbers(found: &str, wanted: &str) {
    let fields = |text: &str| text.split([',', '\n']).map(|field| field.trim().to_owned()).collect::<Vec<_>>();
    let (found, wanted) = (fields(found), fields(wanted));
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(&wanted) {
        match (found.parse::<f64>(), wanted.parse::<f64>()) {
            (Ok(a), Ok(b)) => assert!((a - b).abs() <= 1e-9 * b.abs(), "{a} where {b} is wanted"),
            _ => assert_eq!(found, wanted),
        }
    }
}

#[test]
fn results_and_the_decision_record_are_those_of_the_library() {
    story(async |page| {
        page.start_from(API).await;
        let plan = page.export().await;
        let (name, months) = page.export_text("#export-months", "csv").await;
        assert_eq!(name, format!("{TITLE}.months.csv"));
        same_numbers(&months, &file::csv(&evaluate(&plan)));
        let (name, record) = page.export_text("#export-record", "md").await;
        assert_eq!(name, format!("{TITLE}.decision.md"));
        assert_eq!(record, export::markdown(&DecisionRecord::of(&plan)));

        let mut faulty = plan;
        faulty.set(&"criteria.C1.weight".into(), Value::Formula("=1/1".into())).expect("an input");
        page.import(&page.file("faulty.json", &file::write(&faulty).replace("=1/1", "=1/0"))).await;
        page.says("#said", "Imported faulty.json").await;
        page.export_menu("#export-months").await;
        page.says("#notices", "There are no results while a formula has an error").await;
        page.export_menu("#export-charts").await;
        page.says("#charts-dialog", "There are no charts while a formula has an error").await;
    });
}

#[test]
fn charts_leave_as_svg_and_as_png() {
    story(async |page| {
        page.start_from(API).await;
        page.export_menu("#export-charts").await;
        page.element("#chart-of").await;
        page.script("document.querySelector('#chart-of').value = 'go'", []).await;
        for (index, id) in CHARTS.iter().enumerate() {
            page.click(&format!("#charts-dialog [data-chart-index='{index}'][data-format=SVG]")).await;
            let (name, bytes) = page.download_of("svg").await;
            assert_eq!(name, format!("{TITLE}.{id}.svg"));
            let text = String::from_utf8(bytes).expect("a text");
            assert!(text.starts_with("<svg ") && text.trim_end().ends_with("</svg>"), "{text:.200}");
            assert!(text.contains("<title>") && text.matches('<').count() > 20, "{id} is drawn: {text:.900}");

            page.click(&format!("#charts-dialog [data-chart-index='{index}'][data-format=PNG]")).await;
            let (name, bytes) = page.download_of("png").await;
            assert_eq!(name, format!("{TITLE}.{id}.png"));
            assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
            assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().expect("four bytes")), 1600, "twice 800 pixels");
            assert!(bytes.len() > 4000, "{id} has {} bytes: more than paper", bytes.len());
            page.says("#charts-status", &name).await;
        }
        page.close("#charts-dialog").await;
        assert_eq!(page.focus().await, "editor");
    });
}

#[test]
fn a_scenario_becomes_a_plan_of_its_own() {
    story(async |page| {
        page.start_from(API).await;
        page.new_scenario().await;
        page.open_sheet("workload").await;
        page.enter(PEAK, "9k").await;
        let plan = page.export().await;
        let own = plan.as_own_plan(&plan.scenarios[0]).expect("a plan");
        page.export_menu("#export-own-plan").await;
        assert_eq!(page.download().await.1, file::write(&own));
        page.export_menu("#open-own-plan").await;
        page.wait_until("it opens", async || page.value("#title").await == own.title).await;
        assert_eq!(page.export().await, own);
        page.rename("Its own").await;
        page.open_from_list(&plan.title).await;
        assert_eq!(page.export().await, plan, "the plan it comes from stays");

        page.open_sheet("compare").await;
        let id = plan.scenarios[0].id.as_str();
        let column = format!(r#"#grid [data-path="scenarios.{id}.overrides.{PEAK}"]"#);
        page.right_click(&column).await;
        page.choose(&format!("Export scenario {}, overrides only", plan.scenarios[0].name)).await;
        let sent = file::read_scenario(&page.download().await.1, &plan).expect("a scenario");
        assert_eq!(sent.overrides.get(PEAK), Some(&Value::Number(9000.0)));
        assert_eq!(page.script("return document.querySelectorAll('.notice').length", []).await, json!(0));
    });
}
