//! X6: the article's use cases as weights of the criteria, and what the plan's alternatives score in each.

use crate::evaluate::{Outcome, evaluate};
use crate::model::{Language, Path, Plan, Scored, Stack, Value};

/// The weights of a use case.
#[derive(Debug, PartialEq)]
pub struct Preset {
    /// A name for the page.
    pub id: &'static str,
    /// What the use case is called.
    pub name: &'static str,
    /// The article's lines about it.
    pub lines: &'static str,
    /// The languages the article picks for it, if it picks any.
    pub pick: Option<Stack>,
    /// How well the use case's own team knows Go, Node.js, Python and the hybrid: its scores of criterion C18.
    expertise: [f64; 4],
    /// The weights of C1 to C19.
    weights: [u8; 19],
}

const fn preset(
    id: &'static str,
    name: &'static str,
    lines: &'static str,
    pick: Option<Stack>,
    expertise: [f64; 4],
    weights: [u8; 19],
) -> Preset {
    Preset { id, name, lines, pick, expertise, weights }
}

/// The ten presets; the first is neutral.
pub static PRESETS: [Preset; 10] = [
    preset(
        "neutral",
        "Neutral",
        "15, 101",
        None,
        [5.0, 5.0, 5.0, 5.0],
        [4, 4, 4, 3, 2, 2, 3, 2, 1, 3, 3, 2, 2, 3, 3, 4, 3, 3, 3],
    ),
    preset(
        "high-concurrency-api",
        "High-concurrency API",
        "71",
        Some(Stack::Single(Language::Go)),
        [2.5, 7.5, 7.5, 5.0],
        [5, 5, 5, 4, 1, 0, 2, 2, 1, 3, 2, 1, 1, 3, 1, 5, 5, 3, 3],
    ),
    preset(
        "microservices",
        "Enterprise microservices",
        "71",
        Some(Stack::Single(Language::Go)),
        [4.0, 6.0, 5.0, 4.0],
        [4, 4, 3, 3, 1, 0, 2, 4, 2, 5, 3, 2, 2, 5, 1, 4, 4, 3, 4],
    ),
    preset(
        "ml-inference",
        "ML inference platform",
        "73",
        Some(Stack::Single(Language::Python)),
        [1.0, 2.0, 10.0, 6.0],
        [2, 3, 1, 2, 0, 5, 3, 1, 0, 1, 3, 2, 3, 2, 3, 2, 2, 4, 2],
    ),
    preset(
        "hybrid-inference",
        "Latency-sensitive inference, Go front and Python models",
        "73",
        Some(Stack::Hybrid),
        [5.0, 2.0, 5.0, 7.0],
        [5, 5, 4, 3, 0, 5, 1, 1, 0, 0, 1, 0, 0, 2, 0, 4, 4, 2, 0],
    ),
    preset(
        "real-time-chat",
        "Real-time WebSocket",
        "37, 75",
        Some(Stack::Single(Language::Node)),
        [2.5, 7.5, 5.0, 2.0],
        [3, 3, 4, 1, 5, 0, 4, 1, 1, 2, 4, 3, 3, 2, 4, 2, 2, 4, 2],
    ),
    preset(
        "startup-mvp",
        "Startup MVP, founders know Go",
        "77",
        Some(Stack::Single(Language::Go)),
        [10.0, 5.0, 5.0, 5.0],
        [2, 2, 2, 1, 1, 1, 3, 1, 2, 4, 1, 1, 1, 2, 3, 2, 5, 5, 4],
    ),
    preset(
        "python-mvp",
        "Python-focused MVP, FastAPI",
        "81",
        Some(Stack::Single(Language::Python)),
        [0.0, 3.3, 10.0, 3.0],
        [1, 1, 1, 1, 1, 3, 4, 1, 1, 2, 3, 3, 4, 2, 5, 1, 1, 5, 2],
    ),
    preset(
        "internal-tool",
        "Enterprise internal tool",
        "81",
        Some(Stack::Single(Language::Go)),
        [3.3, 5.0, 5.0, 2.0],
        [1, 1, 0, 1, 0, 0, 2, 4, 4, 5, 2, 2, 2, 4, 3, 1, 1, 3, 5],
    ),
    preset(
        "data-pipeline",
        "CPU-bound data pipeline",
        "31, 45–47, 89",
        Some(Stack::Single(Language::Go)),
        [3.0, 3.0, 8.0, 4.0],
        [5, 2, 1, 5, 0, 2, 2, 2, 2, 3, 2, 1, 1, 3, 1, 5, 4, 3, 3],
    ),
];

/// What the alternatives score in one use case.
#[derive(Debug, Clone, PartialEq)]
pub struct UseCase {
    /// The use case.
    pub preset: &'static Preset,
    /// The score of each alternative in the plan's form; none while no criterion of the preset is left.
    pub scores: Vec<Option<f64>>,
    /// The place of the first alternative the article picks, if the plan has one.
    pub pick: Option<usize>,
}

impl UseCase {
    /// The place of the alternative that scores highest.
    pub fn leader(&self) -> Option<usize> {
        let mut best = None;
        for (place, score) in self.scores.iter().enumerate() {
            if score.is_some() && best.is_none_or(|(_, highest)| *score > highest) {
                best = Some((place, *score));
            }
        }
        best.map(|(place, _)| place)
    }
}

impl Preset {
    /// The inputs that load the preset into a plan: the weights, and with `expertise` the scores of C18 as well.
    /// The user's own criteria keep their weights.
    pub fn writes(&self, plan: &Plan, with_expertise: bool) -> Vec<(Path, Value)> {
        let mut writes = Vec::new();
        for (index, weight) in self.weights.iter().enumerate() {
            let path = Path::from("criteria").then(format!("C{}", index + 1)).then("weight");
            if plan.input(&path).is_some() {
                writes.push((path, Value::Number(f64::from(*weight))));
            }
        }
        let scores = Path::from("criteria.C18.scores");
        for alternative in plan.alternatives.iter().filter(|_| with_expertise) {
            let score = self.expertise(alternative.stack(&plan.profiles));
            let path = scores.then(&alternative.id);
            if let Some(score) = score.filter(|_| plan.input(&path).is_some()) {
                writes.push((path, Value::Number(score)));
            }
        }
        if with_expertise && plan.criterion("C18").is_some() {
            writes.push(("criteria.C18.scored".into(), Value::Text(Scored::Typed.word().into())));
        }
        writes
    }

    fn expertise(&self, stack: Stack) -> Option<f64> {
        let [go, node, python, hybrid] = self.expertise;
        match stack {
            Stack::Single(Language::Go) => Some(go),
            Stack::Single(Language::Node) => Some(node),
            Stack::Single(Language::Python) => Some(python),
            Stack::Hybrid => Some(hybrid),
            Stack::Single(Language::Other) => None,
        }
    }
}

/// Every use case with the plan's own scores, weighted and manned as the use case is.
pub fn use_cases(plan: &Plan) -> Vec<UseCase> {
    let use_case = |preset: &'static Preset| {
        let mut weighted = plan.clone();
        // Only scores are read: the shortest horizon is the quickest.
        weighted.settings.horizon_months = 12.0.into();
        for (path, value) in preset.writes(plan, true) {
            // The paths were looked up in this very plan, and the values fit.
            let _ = weighted.set(&path, value);
        }
        let is_sound = weighted.recalculate().is_ok() && weighted.faults().is_empty();
        let score = |outcome: &Outcome| outcome.score.in_form(plan).filter(|_| is_sound);
        let scores = evaluate(&weighted).alternatives.iter().map(score).collect();
        let picked = |own: &crate::model::Alternative| Some(own.stack(&plan.profiles)) == preset.pick;
        UseCase { preset, scores, pick: plan.alternatives.iter().position(picked) }
    };
    PRESETS.iter().map(use_case).collect()
}
