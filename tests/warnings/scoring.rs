//! W20 and W22.

use super::look::{edge, of, says, the};
use crate::support::Bare;

#[test]
fn w20_popularity_as_a_criterion() {
    for (name, warns) in [
        ("GitHub stars", true),
        ("Popularity", true),
        ("POPULAR with the team", true),
        ("Google Trends", true),
        ("trend/2026", true),
        ("Five-star reviews", true),
        ("Starting time", false),
        ("Start", false),
        ("Trendiness", false),
        ("", false),
    ] {
        let bare = Bare::new().set("criteria.C3.name", name);
        assert_eq!(!of(&bare, "W20").is_empty(), warns, "{name}");
    }
    let warning = the(&Bare::new().set("criteria.C3.name", "GitHub stars"), "W20", "");
    says(&warning, &["“GitHub stars”", "line 15", "hiring data"]);
    assert_eq!((warning.path.as_str(), warning.alternative), ("criteria.C3.name", None));
}

/// The flat form with weight on two criteria only.
fn flat(first: &str, other: &str) -> Bare {
    let bare = Bare::new().with(|plan| plan.criteria.iter_mut().for_each(|criterion| criterion.weight = 0.0.into()));
    let bare = bare.set("settings.score_form", "flat").set(&format!("criteria.{first}.weight"), 3.0);
    bare.set(&format!("criteria.{other}.weight"), 1.0)
}

#[test]
fn w22_one_thing_counted_several_times() {
    // 3/(3 + 1)
    let warning = the(&flat("C1", "C6"), "W22", "");
    says(&warning, &["75 % of the weight", "C1 to C4, C16, C17 and C19", "group weights"]);
    assert_eq!((warning.path.as_str(), warning.alternative), ("settings.score_form", None));
    edge(&flat("C1", "C6"), "W22", "all", "criteria.C6.weight", &[3.1, 3.0], &[2.9]);
    edge(&flat("C1", "C6"), "W22", "all", "thresholds.same_measure_share", &[0.76, 0.75], &[0.74]);
    for (criterion, warns) in
        [("C2", 1), ("C3", 1), ("C4", 1), ("C16", 1), ("C17", 1), ("C19", 1), ("C5", 0), ("C18", 0)]
    {
        assert_eq!(of(&flat(criterion, "C6"), "W22").len(), warns, "{criterion}");
    }
    assert!(of(&flat("C1", "C6").set("settings.score_form", "grouped"), "W22").is_empty());
    let none = flat("C1", "C6").set("criteria.C1.weight", 0.0).set("criteria.C6.weight", 0.0);
    assert!(of(&none, "W22").is_empty(), "no weight has no share");
}
