//! Once it is open, the page needs no server.

use weighbridge::starter::Starter;

use crate::story::story;

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
        page.import(&page.file("mine.json", &weighbridge::file::write(&plan))).await;
        page.start_from_here("real-time-chat").await;
        page.shows_plan(&Starter::find("real-time-chat").expect("a starter").plan()).await;
    });
}
