//! W8 and W9: a rewrite of Go in months 25 to 39, of which 36 are looked at. An engineer costs 1 a month.

use super::look::{edge, of, says, the, whom};
use crate::support::Bare;

fn rewriting() -> Bare {
    let rewrite = [("p", 0.5), ("start", 25.0), ("months", 15.0), ("cost", 30.0)];
    Bare::new().set_all("alternatives.go.rewrite", &rewrite)
}

#[test]
fn w8_the_rewrite_ends_after_the_horizon() {
    // 0.5·30 = 15 in all, 12 of 15 months of it
    let warning = the(&rewriting(), "W8", "go");
    says(&warning, &["would end in month 39", "Only $12 of the expected $15 fall within 36 months"]);
    assert_eq!((warning.path.as_str(), warning.month), ("alternatives.go.rewrite.start", None));
    assert_eq!(whom(&rewriting(), "W8"), ["go"]);
    edge(&rewriting(), "W8", "go", "alternatives.go.rewrite.months", &[11.0, 12.0], &[13.0]);
    edge(&rewriting(), "W8", "go", "alternatives.go.rewrite.start", &[21.0, 22.0], &[23.0]);
    edge(&rewriting(), "W8", "go", "settings.horizon_months", &[40.0, 39.0], &[38.0]);
    edge(&rewriting(), "W8", "go", "alternatives.go.rewrite.p", &[0.0], &[0.01]);
    edge(&rewriting(), "W8", "go", "alternatives.go.rewrite.cost", &[0.0], &[1.0]);
}

#[test]
fn w9_the_budget_pays_too_few_engineers() {
    // 30/(15·10·1.2/12)
    let warning = the(&rewriting(), "W9", "go");
    says(&warning, &["has $30 for 15 months", "pays 2 engineers, fewer than 3"]);
    assert_eq!(warning.path.as_str(), "alternatives.go.rewrite.cost");
    edge(&rewriting(), "W9", "go", "alternatives.go.rewrite.cost", &[46.0, 45.0], &[44.0, 0.0]);
    edge(&rewriting(), "W9", "go", "thresholds.rewrite_engineers", &[1.0, 2.0], &[2.1]);
    edge(&rewriting(), "W9", "go", "alternatives.go.rewrite.p", &[0.0], &[0.01]);
    // 45/(15·11·1.2/12) = 2.73: its own pay counts
    let dear = rewriting().set("alternatives.go.rewrite.cost", 45.0);
    edge(&dear, "W9", "go", "alternatives.go.team.salary", &[10.0], &[11.0]);
}

#[test]
fn w8_and_w9_the_probability_may_be_the_models_own() {
    let suggested =
        rewriting().set("alternatives.go.rewrite.p", 0.0).set("alternatives.go.rewrite.probability", "suggested");
    // 0.02·30 = 0.6, and 0.48 of it
    says(&the(&suggested, "W8", "go"), &["Only $0 of the expected $1 fall"]);
    assert_eq!(of(&suggested, "W9").len(), 1);
}
