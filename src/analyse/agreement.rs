//! Where the plan's own scores agree with the article's picks, and where they do not.

use super::presets::UseCase;
use crate::model::amount::number;
use crate::model::{Language, Plan, Stack};

/// Sentences on the use cases: in how many the plan's leader is the article's pick, and every other one by name.
pub fn agreement(plan: &Plan, cases: &[UseCase]) -> Vec<String> {
    let (mut picked, mut agreed) = (0, 0);
    let mut others = Vec::new();
    for case in cases {
        let Some(stack) = case.preset.pick else { continue };
        let name = |place: usize| plan.alternatives.get(place).map_or("", |alternative| alternative.name.as_str());
        let score = |place: usize| case.scores.get(place).copied().flatten();
        let (Some(pick), Some(leader)) = (case.pick, case.leader()) else {
            let missing = if case.pick.is_none() { "which no alternative here is" } else { "but nothing scores" };
            others.push(format!("{}: the article picks {}, {missing}.", case.preset.name, words(stack)));
            continue;
        };
        picked += 1;
        if score(pick) >= score(leader) {
            agreed += 1;
            continue;
        }
        let shown = |place: usize| score(place).map_or("–".into(), |score| number(score, 1));
        others.push(format!(
            "{}: the article picks {} ({}), {} leads here ({}).",
            case.preset.name,
            name(pick),
            shown(pick),
            name(leader),
            shown(leader)
        ));
    }
    let cases = if picked == 1 { "use case" } else { "use cases" };
    let mut sentences = vec![format!("In {agreed} of {picked} {cases} the article's pick leads here too.")];
    sentences.append(&mut others);
    sentences
}

fn words(stack: Stack) -> &'static str {
    match stack {
        Stack::Single(Language::Go) => "Go",
        Stack::Single(Language::Node) => "Node.js",
        Stack::Single(Language::Python) => "Python",
        Stack::Single(Language::Other) => "another language",
        Stack::Hybrid => "a hybrid",
    }
}
