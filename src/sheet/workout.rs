//! Help with single inputs: work a number out from others, or take a typical one. What comes out is written into cells,
//! as if it had been typed.

use crate::model::{Path, Plan};

/// A number to be filled in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    /// What it is.
    pub label: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What it begins with.
    pub start: f64,
}

/// A typical case that can be taken with one press.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// What it is called.
    pub label: &'static str,
    /// The inputs it writes, with their texts.
    pub writes: Vec<(Path, String)>,
}

/// Help with one input.
#[derive(Debug, Clone, PartialEq)]
pub struct Workout {
    /// What it does, and how far to trust it.
    pub about: &'static str,
    /// The numbers it is worked out from, if it is.
    pub fields: &'static [Field],
    /// The typical cases.
    pub chips: Vec<Chip>,
}

/// Little's law for users who pause between requests: 10,000 users, 5 s and 0.1 s make 1,961 requests/s.
const ARRIVALS: [Field; 3] = [
    Field { label: "Users at the same time", unit: "", start: 10_000.0 },
    Field { label: "Pause between requests", unit: "s", start: 5.0 },
    Field { label: "Response time", unit: "s", start: 0.1 },
];

/// Requests per second that so many users make: users ÷ (pause + response time), times in seconds.
pub fn arrivals(users: f64, pause_s: f64, response_s: f64) -> Option<f64> {
    let cycle = pause_s + response_s;
    (users >= 0.0 && pause_s >= 0.0 && response_s >= 0.0 && cycle > 0.0).then(|| users / cycle)
}

/// The help there is for the input at `path`.
pub fn workout(plan: &Plan, path: &Path) -> Option<Workout> {
    plan.input(path)?;
    let workload = |name: &str| Path::from("workload").then(name);
    let chip = |label, writes: &[(&str, &str)]| Chip {
        label,
        writes: writes.iter().map(|(name, text)| (workload(name), (*text).to_owned())).collect(),
    };
    Some(match *path.steps().as_slice() {
        ["workload", "peak_rps"] => Workout {
            about: "Users ÷ (pause + response time). The article's line of 10,000 users is then about 2,000 requests/s.",
            fields: &ARRIVALS,
            chips: Vec::new(),
        },
        ["workload", "heavy_cpu_ms" | "heavy_share"] => Workout {
            about: "The article's three examples (line 39); the sizes are our guess.",
            fields: &[],
            chips: vec![
                chip("Data transformation, 80 ms", &[("heavy_cpu_ms", "80")]),
                chip("Image processing, 300 ms", &[("heavy_cpu_ms", "300")]),
                chip("Analytics, 1,000 ms", &[("heavy_cpu_ms", "1000")]),
            ],
        },
        ["workload", "connections"] => Workout {
            about: "The three kinds of real-time service the article names (lines 37 and 75); the sizes are our guess.",
            fields: &[],
            chips: vec![
                chip("Chat", &[("connections", "50000"), ("payload_kb", "2"), ("conn_app_kb", "10")]),
                chip("Streaming", &[("connections", "20000"), ("payload_kb", "64"), ("conn_app_kb", "32")]),
                chip("Collaboration", &[("connections", "10000"), ("payload_kb", "1"), ("conn_app_kb", "100")]),
            ],
        },
        ["alternatives", id, "team", "fill_weeks" | "ramp_months"] => {
            let team = Path::from("alternatives").then(id).then("team");
            let write = |name: &str, text: &str| (team.then(name), text.to_owned());
            Workout {
                about: "Most Go developers came from another language: hiring any good engineer and training is a choice.",
                fields: &[],
                chips: vec![Chip {
                    label: "Hire any good engineer, and train",
                    writes: vec![write("fill_weeks", "8"), write("ramp_months", "6.5")],
                }],
            }
        }
        _ => return None,
    })
}

impl Workout {
    /// What the fields come to, as a text for the cell; none while a number is missing or makes no sense.
    pub fn result(&self, numbers: &[f64]) -> Option<String> {
        match *numbers {
            [users, pause_s, response_s] => {
                let rps = arrivals(users, pause_s, response_s)?;
                Some(((rps * 100.0).round() / 100.0).to_string())
            }
            _ => None,
        }
    }
}
