//! The plans one can start from: the article's use cases, and a blank one.

use crate::file;
use crate::model::{Id, Path, Plan, Value};

/// A plan to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Starter {
    /// Its id, which a plan begun from it keeps as `template`.
    pub id: &'static str,
    /// A name of two or three words.
    pub tab: &'static str,
    /// What it is about, in one line.
    pub title: &'static str,
    /// The alternative the article picks for this use, and the line where it does.
    pub pick: Option<(&'static str, &'static str)>,
    json: Option<&'static str>,
}

macro_rules! starters {
    ($($id:literal, $tab:literal, $pick:literal, $lines:literal, $title:literal;)*) => {
        /// All starters, the blank plan last.
        pub const STARTERS: &[Starter] = &[
            $(Starter {
                id: $id, tab: $tab, title: $title, pick: Some(($pick, $lines)),
                json: Some(include_str!(concat!($id, ".json"))),
            },)*
            Starter {
                id: "blank", tab: "Blank", title: "Neutral weights and defaults: Go, Node.js and Python",
                pick: None, json: None,
            },
        ];
    };
}

starters! {
    "high-concurrency-api", "High-concurrency API", "go", "71", "10,000 concurrent users, 2,000 requests/s, 6 engineers";
    "microservices", "Enterprise microservices", "go", "71", "6,000 requests/s over many services, 12 engineers";
    "real-time-chat", "Real-time chat", "node", "37, 75", "50,000 WebSockets, 5,000 messages/s, 5 engineers";
    "ml-inference", "ML inference", "python", "73", "Models of 2 GB behind an API; with a Go and Python hybrid";
    "startup-mvp", "Startup MVP", "go", "77", "4 engineers whose founders know Go, 40 requests/s";
    "python-mvp", "Python MVP", "python", "81", "3 engineers who know Python, FastAPI, 25 requests/s";
    "internal-tool", "Internal tool", "go", "81", "Enterprise tool for 400 people, 3 engineers";
    "data-pipeline", "Data pipeline", "go", "45–47, 89", "CPU-bound work that runs on Python today; rewrite or not";
}

impl Starter {
    /// The starter with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        STARTERS.iter().find(|starter| starter.id == id)
    }

    /// A fresh plan. A test reads every starter, so the blank plan never stands in for a broken file.
    pub fn plan(&self) -> Plan {
        match self.json.map(file::read) {
            Some(Ok(plan)) => plan,
            _ => {
                let mut blank = Plan::default();
                blank.template = Some(self.id.into());
                blank
            }
        }
    }
}

/// The values that count as defaults for a plan: its starter's, or else those of the inputs' declarations.
#[derive(Debug, Clone, PartialEq)]
pub struct Defaults {
    plan: Plan,
    neutral: Plan,
}

impl Defaults {
    /// The defaults of a plan begun from `template`.
    pub fn of(template: Option<&Id>) -> Self {
        let starter = template.and_then(|id| Starter::find(id.as_str()));
        Self { plan: starter.map_or_else(Plan::default, Starter::plan), neutral: Plan::default() }
    }

    /// The neutral default at `path`, whatever the starter says.
    pub fn neutral(&self, path: &Path) -> Option<Value> {
        self.neutral.get(path)
    }

    /// The starter plan they come from, as the plan names it.
    pub fn template(&self) -> Option<&Id> {
        self.plan.template.as_ref()
    }

    /// Whether a plan still has the default at `path`.
    pub fn hold(&self, plan: &Plan, path: &Path) -> bool {
        self.get(path) == plan.get(path)
    }

    /// The default at `path`; none for what the user added.
    pub fn get(&self, path: &Path) -> Option<Value> {
        self.plan.get(path)
    }
}
