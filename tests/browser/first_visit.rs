//! The first minutes: a plan from the gallery, two edits, undo, and everything there again later.

use thirtyfour::Key;

use crate::story::story;

#[test]
fn a_plan_from_the_gallery_answers_to_every_edit_and_outlives_a_reload() {
    story(async |page| {
        page.open().await;
        assert!(page.is_open("#gallery").await, "the gallery opens by itself");
        page.pick_template("high-concurrency-api").await;
        assert_eq!(page.value("#title").await, "High-concurrency API, 10,000 concurrent users");
        let first = page.answer().await;

        page.enter("criteria.C1.weight", "0").await;
        page.shows("criteria.C1.weight", "0").await;
        page.wait_until("the verdict follows the weight", async || page.verdict().await != first.verdict).await;
        let weighed = page.answer().await;
        let (ranking, cost) = (&weighed.charts[0], &weighed.charts[1]);
        assert_ne!(ranking.0, first.charts[0].0, "the ranking's numbers");
        assert_ne!(ranking.1, first.charts[0].1, "the ranking's picture");
        assert_eq!(cost, &first.charts[1], "a weight costs nothing");

        page.open_sheet("workload").await;
        page.enter("workload.peak_rps", "40k").await;
        page.shows("workload.peak_rps", "40,000").await;
        let total = page.figure("go", "total").await;
        let busy = page.answer().await;
        assert_ne!(busy.figures, weighed.figures, "the headline figures");
        assert_ne!(busy.charts[1].0, cost.0, "the numbers of the cost curves");
        assert_ne!(busy.charts[1].1, cost.1, "the picture of the cost curves");
        assert_eq!(busy.charts[0], *ranking, "traffic scores nothing");

        page.press_with(Key::Control, 'z').await;
        page.wait_until("undo takes the traffic back", async || page.figure("go", "total").await != total).await;
        assert_eq!(page.answer().await, weighed);
        page.click("#undo").await;
        page.is_selected("criteria.C1.weight").await;
        assert_eq!(page.answer().await, first, "a second undo takes the weight back, to the pixel");
        page.press_with(Key::Control, 'y').await;
        page.click("#redo").await;
        page.wait_until("redo brings both", async || page.figure("go", "total").await == total).await;

        page.is_saved().await;
        page.open().await;
        assert!(!page.is_open("#gallery").await, "the gallery opens only on a first visit");
        assert_eq!(page.answer().await, busy, "everything is there again");
        page.shows("criteria.C1.weight", "0").await;
        page.open_sheet("workload").await;
        page.shows("workload.peak_rps", "40,000").await;
    });
}

#[test]
fn an_edit_is_saved_even_when_the_page_is_left_at_once() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        page.enter("criteria.C1.weight", "2").await;
        page.open().await;
        page.shows("criteria.C1.weight", "2").await;
    });
}

#[test]
fn every_starter_opens_from_the_gallery() {
    story(async |page| {
        page.open().await;
        page.press(Key::Escape).await;
        page.wait_until("Escape closes the gallery", async || !page.is_open("#gallery").await).await;
        for starter in weighbridge::starter::STARTERS {
            page.start_from_here(starter.id).await;
            page.shows_plan(&starter.plan()).await;
        }
        let titles: Vec<_> = weighbridge::starter::STARTERS.iter().rev().map(|starter| starter.plan().title).collect();
        assert_eq!(page.listed().await, titles, "all are there, and not the blank one that came first");
    });
}
