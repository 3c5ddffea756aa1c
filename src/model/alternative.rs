//! What is compared: an alternative with its tiers, team column and rewrite.

use super::Id;
use super::declare::inputs;
use super::input::{Bounds, Kind};
use super::profile::{Language, Profile};
use super::team::{Hiring, Rewrite, Stack};
use super::units::*;
use super::value::{Quantity, Words};

/// The parts of a request's CPU work, as named in `workload.mix`.
pub const PARTS: &[&str] = &["crud", "pure", "native"];

inputs! {
    /// One of the compared things.
    pub struct Alternative {
        /// Its id in the plan.
        pub id: Id,
        /// The services it consists of, the one in front first.
        pub tiers: Vec<Tier>,
        /// Its column of the team sheet.
        pub team: Hiring,
        /// Its possible rewrite.
        pub rewrite: Rewrite,
    }
    /// What the alternative is called.
    name: String = "New alternative".into(), "Name", Kind::Text(80), YOURS;
    /// Its colour in every chart.
    color: String = "#56b4e9".into(), "Colour", Kind::Color, YOURS;
    /// Whether heavy requests go to worker threads or processes, so that nobody waits behind them.
    offload_heavy: bool = false, "Heavy work offloaded", Kind::Flag, YOURS;
    /// Your measured CPU time per request, everything included. Empty: computed from the profile.
    cpu_ms: Option<Quantity> = None, "Measured CPU per request", Kind::Optional(MS, Bounds::from(0.0), "computed"), YOURS;
    /// Licences, or a managed service, in addition to machines.
    fee: Quantity = 0.0.into(), "Fees", Kind::Number(MONEY_PER_MONTH, Bounds::from(0.0)), YOURS, later;
    /// Why it is among the alternatives; for the decision record.
    reason: String = String::new(), "Reason", Kind::Text(1000), YOURS, later;
}

inputs! {
    /// One service of an alternative, on one runtime profile.
    pub struct Tier {}
    /// The language and framework it runs on.
    profile: Id = Id::default(), "Runs on", Kind::Reference("a profile"), YOURS;
    /// Which parts of the work it does; each part belongs to one tier.
    parts: Words = Words::of(PARTS), "Does", Kind::Several(PARTS), YOURS;
    /// Share of the requests that reach it.
    call_share: Quantity = 1.0.into(), "Requests that reach it", Kind::Number(SHARE, Bounds::between(0.0, 1.0).open_below()), YOURS;
    /// Whether clients connect to it; exactly one tier does.
    holds_connections: bool = true, "Clients connect to it", Kind::Flag, YOURS;
    /// CPU time for calling, or being called by, another tier.
    rpc_cpu_ms: Quantity = 0.0.into(), "CPU for calls between tiers", Kind::Number(MS, Bounds::from(0.0)), assumption("0.2 ms on each side of a gRPC call.");
    /// Memory of a machine-learning model, in each process.
    model_mb: Quantity = 0.0.into(), "Model in memory, per process", Kind::Number(MB, Bounds::from(0.0)), YOURS;
}

impl Alternative {
    /// Which defaults fit its tiers.
    pub fn stack(&self, profiles: &[Profile]) -> Stack {
        let language = |tier: &Tier| {
            profiles
                .iter()
                .find(|profile| profile.id == tier.profile)
                .map_or(Language::Other, |profile| profile.language)
        };
        let mut languages = self.tiers.iter().map(language);
        match languages.next() {
            Some(first) if languages.all(|other| other == first) => Stack::Single(first),
            Some(_) => Stack::Hybrid,
            None => Stack::Single(Language::Other),
        }
    }
}

/// Go, Node.js and Python, each on its default profile.
pub(super) fn defaults(profiles: &[Profile]) -> Vec<Alternative> {
    let alternative = |id: &str, name: &str, color: &str, profile: &str| {
        let tier = Tier { profile: profile.into(), ..Tier::default() };
        let base = Alternative {
            id: id.into(),
            name: name.into(),
            color: color.into(),
            tiers: vec![tier],
            ..Alternative::default()
        };
        let stack = base.stack(profiles);
        let rewrite = Rewrite { target: "go".into(), ..Rewrite::of(stack) };
        Alternative { team: Hiring::of(stack), rewrite, ..base }
    };
    vec![
        alternative("go", "Go", "#0072b2", "go-net-http"),
        alternative("node", "Node.js", "#009e73", "node-fastify"),
        alternative("python", "Python", "#d55e00", "python-fastapi"),
    ]
}
