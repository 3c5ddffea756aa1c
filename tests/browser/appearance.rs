//! Light and dark, fine and coarse screens, narrow and wide windows.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{story, story_with_devtools};

const CHARTS: [&str; 3] = ["ranking", "cumulative-cost", "monthly-cost"];

impl Page {
    /// Turns the theme until it is this one.
    pub async fn turn_theme(&self, theme: &str) {
        while self.attribute("html", "data-theme").await.as_deref() != Some(theme) {
            self.click("#theme").await;
        }
        self.says("#theme", theme).await;
        self.frame().await;
    }

    /// How bright the corner of a chart is, from 0 to 255; none if it is not opaque.
    async fn brightness(&self, chart: &str) -> Option<f64> {
        let script = "const canvas = document.querySelector(`canvas[data-chart=${arguments[0]}]`);
            const [red, green, blue, alpha] = canvas.getContext('2d').getImageData(1, 1, 1, 1).data;
            return alpha === 255 ? (red + green + blue) / 3 : null";
        self.script(script, [json!(chart)]).await.as_f64()
    }

    /// The CSS colour behind everything.
    async fn background(&self) -> String {
        let script = "return getComputedStyle(document.querySelector('#answer')).backgroundColor";
        self.script(script, []).await.as_str().expect("a colour").to_owned()
    }
}

#[test]
fn charts_follow_the_theme() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.turn_theme("light").await;
        let light = (page.background().await, page.canvas_pixels("cumulative-cost").await);
        for chart in CHARTS {
            let brightness = page.brightness(chart).await;
            assert!(brightness.is_none_or(|brightness| brightness > 200.0), "{chart} in light: {brightness:?}");
        }
        page.turn_theme("dark").await;
        let dark = (page.background().await, page.canvas_pixels("cumulative-cost").await);
        for chart in CHARTS {
            let brightness = page.brightness(chart).await;
            assert!(brightness.is_none_or(|brightness| brightness < 80.0), "{chart} in dark: {brightness:?}");
        }
        assert_ne!(light.0, dark.0, "the page's background");
        assert_ne!(light.1, dark.1, "the picture of the cost curves");
        page.open().await;
        assert_eq!(page.attribute("html", "data-theme").await.as_deref(), Some("dark"), "the choice is kept");
        assert_eq!((page.background().await, page.canvas_pixels("cumulative-cost").await), dark);
    });
}

#[test]
fn the_page_follows_the_systems_theme_while_it_is_open() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        let mut seen = Vec::new();
        for theme in ["light", "dark"] {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
            page.devtools("Emulation.setEmulatedMedia", media).await;
            seen.push((page.background().await, page.canvas_pixels("cumulative-cost").await));
        }
        assert_ne!(seen[0].0, seen[1].0, "the page's background");
        assert_ne!(seen[0].1, seen[1].1, "the picture of the cost curves");
    });
}

#[test]
fn charts_are_drawn_in_the_pixels_of_the_screen() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        // The second and third are a window moved to another screen, or a zoom, with nothing else changed.
        // As when the page is zoomed: the width changes too. (Emulated, a ratio alone sends no event.)
        for (width, ratio) in [(1440, 1.0), (1420, 2.0), (1400, 1.5)] {
            page.resize(width, 900, ratio).await;
            for chart in CHARTS {
                let script = "const canvas = document.querySelector(`canvas[data-chart=${arguments[0]}]`);
                    const box = canvas.getBoundingClientRect();
                    return [canvas.width, canvas.height, box.width, box.height]";
                let is_sharp = async || {
                    let sizes = page.script(script, [json!(chart)]).await;
                    let size = |index: usize| sizes[index].as_f64().expect("a size");
                    (size(0) - size(2) * ratio).abs() <= 1.0 && (size(1) - size(3) * ratio).abs() <= 1.0
                };
                page.wait_until(&format!("{chart} is drawn for a pixel ratio of {ratio}"), is_sharp).await;
            }
        }
    });
}

#[test]
fn nothing_overflows_and_grid_and_verdict_are_in_sight_at_any_width() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        for (width, height) in [(390, 844), (768, 1024), (1440, 900), (2560, 1440)] {
            page.resize(width, height, 1.0).await;
            for sheet in ["criteria", "workload", "team", "profiles"] {
                page.open_sheet(sheet).await;
                page.frame().await;
                let script = "const root = document.documentElement;
                    const seen = selector => {
                        const box = document.querySelector(selector).getBoundingClientRect();
                        return Math.min(box.right, innerWidth) - Math.max(box.left, 0) > 200
                            && Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
                    };
                    return [root.scrollWidth - root.clientWidth, seen('#verdict-score'), seen('#grid')]";
                let found = page.script(script, []).await;
                let number = |index: usize| found[index].as_f64().unwrap_or_default();
                assert!(number(0) <= 0.0, "{width} px, {sheet}: {} px stick out", number(0));
                assert!(number(1) >= 16.0, "{width} px, {sheet}: the verdict is out of sight: {found}");
                assert!(number(2) >= 150.0, "{width} px, {sheet}: the grid is out of sight: {found}");
            }
        }
    });
}

#[test]
fn the_selection_stays_on_its_cell_at_any_width() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C3.scores.node").await;
        for width in [1440, 768, 390, 2560] {
            page.resize(width, 900, 1.0).await;
            let script = "const box = selector => document.querySelector(selector).getBoundingClientRect();
                const [cell, over] = [box('[aria-selected=true][role=gridcell]'), box('#selection')];
                return ['left', 'top', 'width', 'height'].every(side => Math.abs(cell[side] - over[side]) <= 1)";
            let is_there = async || page.script(script, []).await == json!(true);
            page.wait_until(&format!("the selection is on its cell at {width} px"), is_there).await;
        }
    });
}

#[test]
fn arrows_bring_the_selected_cell_fully_into_sight() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        for (width, height) in [(1440, 900), (390, 844)] {
            page.resize(width, height, 1.0).await;
            page.open_sheet("workload").await;
            page.select("workload.peak_rps").await;
            let walk = [(Key::Right, 4), (Key::Down, 20), (Key::Left, 4), (Key::Up, 20)];
            for key in walk.into_iter().flat_map(|(key, times)| vec![key; times]) {
                page.press(key.clone()).await;
                page.frame().await;
                let script = "const box = document.querySelector('#selection').getBoundingClientRect();
                    const over = (x, y) => document.elementFromPoint(x, y);
                    const corners = [over(box.left + 3, box.top + 3), over(box.right - 3, box.bottom - 3)];
                    return corners.filter(at => !['editor', 'fill'].includes(at?.id)).map(at => at?.outerHTML.slice(0, 60) ?? 'the edge')";
                let hidden = page.script(script, []).await;
                let cell = page.selected().await;
                assert_eq!(hidden, json!([]), "{width} px: after {key:?}, something hides the selected cell {cell}");
            }
        }
    });
}
