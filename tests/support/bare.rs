//! A plan in which everything is off, so that a test turns on the one thing it is about.

use weighbridge::evaluate::{Evaluation, Month, Outcome, evaluate};
use weighbridge::model::{Plan, Value};

/// Anything that can be put into an input.
pub trait Put {
    /// As a value of the plan.
    fn value(self) -> Value;
}

impl Put for f64 {
    fn value(self) -> Value {
        Value::Number(self)
    }
}

impl Put for &str {
    fn value(self) -> Value {
        Value::Text(self.into())
    }
}

impl Put for bool {
    fn value(self) -> Value {
        Value::Flag(self)
    }
}

/// Nothing, where that is allowed.
impl Put for () {
    fn value(self) -> Value {
        Value::Empty
    }
}

impl<const N: usize> Put for [&str; N] {
    fn value(self) -> Value {
        Value::List(self.map(String::from).into())
    }
}

/// No traffic, no people, no prices, no spares, no waiting, no growth. Go, Node and Python stand side by side, and are
/// free. An instance has 2 vCPU, filled to 50 %, and 1 GB, filled to 100 %. A year's pay of 10 costs 1 a month.
#[derive(Clone)]
pub struct Bare(Plan);

const OFF: &[(&str, &[(&str, f64)])] = &[
    ("settings", &[("discount_rate", 0.0)]),
    ("workload.mix", &[("crud", 1.0), ("pure", 0.0)]),
    (
        "workload",
        &[
            ("peak_rps", 0.0),
            ("growth", 0.0),
            ("connections", 0.0),
            ("conn_growth", 0.0),
            ("app_cpu_ms", 0.0),
            ("io_wait_ms", 0.0),
            ("rpc_latency_ms", 0.0),
            ("req_kb", 0.0),
            ("conn_app_kb", 0.0),
            ("app_mb", 0.0),
            ("payload_kb", 0.0),
            ("offload_overhead", 0.0),
            ("util_target", 0.5),
            ("mem_target", 1.0),
            ("ram_gb", 1.0),
            ("autoscale", 0.0),
            ("min_instances", 0.0),
            ("price_vcpu_hour", 0.0),
            ("price_gb_hour", 0.0),
            ("shared_infra", 0.0),
            ("obs_per_instance", 0.0),
        ],
    ),
    (
        "team",
        &[
            ("existing", 0.0),
            ("hires", 0.0),
            ("attrition", 0.0),
            ("wage_growth", 0.0),
            ("loaded_cost_factor", 1.2),
            ("internal_cost_per_hire", 0.0),
            ("agency_fee", 0.0),
            ("train_per_head", 0.0),
            ("mvp_scope", 0.0),
            ("cost_of_delay", 0.0),
        ],
    ),
];

const OFF_PROFILE: &[(&str, f64)] =
    &[("overhead_ms", 0.0), ("k_crud", 1.0), ("k_pure", 1.0), ("k_native", 1.0), ("base_mb", 0.0), ("conn_kb", 0.0)];

const OFF_ALTERNATIVE: &[(&str, f64)] = &[
    ("team.salary", 10.0),
    ("team.fill_weeks", 0.0),
    ("team.ramp_months", 0.0),
    ("team.know_share", 1.0),
    ("team.learn_months", 0.0),
    ("team.productivity", 1.0),
    ("team.productivity_after", 1.0),
    ("team.maint_share", 0.0),
    ("team.scope_factor", 1.0),
    ("rewrite.p", 0.0),
    ("rewrite.cost", 0.0),
    ("rewrite.dual_run", 0.0),
];

impl Bare {
    /// The plan with everything off.
    pub fn new() -> Self {
        let mut bare = Self(Plan::default());
        for (base, inputs) in OFF {
            bare = bare.set_all(base, inputs);
        }
        for profile in bare.0.profiles.clone() {
            let base = format!("profiles.{}", profile.id);
            bare = bare.set_all(&base, OFF_PROFILE).set(&format!("{base}.conn_cap"), ());
        }
        for alternative in bare.0.alternatives.clone() {
            bare = bare.set_all(&format!("alternatives.{}", alternative.id), OFF_ALTERNATIVE);
        }
        let bare = bare.set("workload.max_wait_ms", ()).set("workload.redundancy", "none");
        bare.set("workload.egress_flat", 0.0)
            .set("team.existing_salary", 10.0)
            .with(|plan| plan.team.other_roles.clear())
    }

    /// Turns one input on.
    #[track_caller]
    pub fn set(mut self, path: &str, value: impl Put) -> Self {
        self.0.set(&path.into(), value.value()).unwrap_or_else(|problem| panic!("{problem}"));
        self
    }

    /// Several inputs below one path.
    #[track_caller]
    pub fn set_all(self, base: &str, inputs: &[(&str, f64)]) -> Self {
        inputs.iter().fold(self, |bare, (name, value)| bare.set(&format!("{base}.{name}"), *value))
    }

    /// A change that no single input makes.
    pub fn with(mut self, change: impl FnOnce(&mut Plan)) -> Self {
        change(&mut self.0);
        self
    }

    /// Whether the plan holds together; if not, why.
    pub fn check(&self) -> Result<(), String> {
        self.0.check().map_err(|problem| problem.to_string())
    }

    /// The plan itself, which must hold together.
    #[track_caller]
    pub fn plan(self) -> Plan {
        self.0.check().unwrap_or_else(|problem| panic!("{problem}"));
        self.0
    }

    /// What follows from the plan, which must hold together.
    #[track_caller]
    pub fn run(self) -> Run {
        self.0.check().unwrap_or_else(|problem| panic!("{problem}"));
        Run(evaluate(&self.0))
    }
}

/// What follows from a [`Bare`] plan.
pub struct Run(pub Evaluation);

impl Run {
    /// One alternative.
    pub fn of(&self, id: &str) -> &Outcome {
        self.0.outcome(id).unwrap()
    }

    /// One month of Go, counted from 1.
    pub fn go(&self, month: usize) -> &Month {
        self.month("go", month)
    }

    /// One month of an alternative, counted from 1.
    pub fn month(&self, id: &str, month: usize) -> &Month {
        &self.of(id).months[month - 1]
    }

    /// Go's instances in the first month.
    pub fn instances(&self) -> f64 {
        self.go(1).own.instances.unwrap().0
    }
}
