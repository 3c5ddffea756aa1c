//! People and money: the common figures, and those of each alternative (`model.md`, section 5).

use super::Id;
use super::declare::{choice, inputs};
use super::input::{Bounds, Kind};
use super::profile::Language;
use super::units::*;
use super::value::{Quantity, Range, Words};

choice! {
    /// How criteria add up to a score.
    pub enum ScoreForm {
        /// Within groups first, then over groups (E35b).
        Grouped = "grouped",
        /// All criteria side by side (E35).
        Flat = "flat",
    }
}

choice! {
    /// Where the product stands; the later, the dearer a change of language.
    pub enum Stage {
        /// Nothing is built yet.
        Greenfield = "greenfield",
        /// A first release is in use.
        FirstRelease = "first-release",
        /// The product is growing.
        Scale = "scale",
    }
}

impl Stage {
    /// The switching cost factor that choosing this stage writes; an assumption.
    pub fn switching_factor(self) -> f64 {
        match self {
            Self::Greenfield => 1.0,
            Self::FirstRelease => 1.5,
            Self::Scale => 2.0,
        }
    }
}

choice! {
    /// Where in its range the cost of a rewrite is expected.
    pub enum Complexity {
        /// A small code base: the 10 % quantile.
        Low = "low",
        /// The middle of the range.
        Mid = "mid",
        /// A large code base: the 90 % quantile.
        High = "high",
    }
}

choice! {
    /// Where the probability of a rewrite comes from.
    pub enum Probability {
        /// As typed.
        Typed = "typed",
        /// From traffic and workload (E28).
        Suggested = "suggested",
    }
}

/// What most products integrate (article line 53): each that has no library in a language is work.
pub const INTEGRATIONS: &[&str] = &["authentication", "payments", "analytics", "messaging", "automation"];

const NON_NEGATIVE: Bounds = Bounds::from(0.0);
const UNIT_SHARE: Bounds = Bounds::between(0.0, 1.0);

inputs! {
    /// Settings of the whole plan.
    pub struct Settings {}
    /// A label only; nothing is converted.
    currency: String = "USD".into(), "Currency", Kind::Text(8), YOURS;
    /// How many months the plan looks ahead.
    horizon_months: Quantity = 36.0.into(), "Horizon", Kind::Number(MONTHS, Bounds::between(12.0, 60.0).whole()), vendor("The article argues over three years (line 9).");
    /// What money later is worth less than money now.
    discount_rate: Quantity = 0.10.into(), "Discount rate", Kind::Number(SHARE_PER_YEAR, Bounds::between(-1.0, 10.0).open_below()), assumption("Above the sector's cost of capital (5 to 9.4 % in January 2026), for early-stage risk.");
    /// Grouped: each group counts by its weight, so related criteria do not add up. Flat: each criterion counts by its own weight.
    score_form: ScoreForm = ScoreForm::Grouped, "Score form", Kind::Choice(ScoreForm::WORDS), YOURS;
    /// Adds up score and cost, with this share for the cost: (1 − share) × score + share × 100 × cheapest ÷ own net present value. Empty: they stay two answers.
    cost_weight: Option<Quantity> = None, "Combined index, weight of cost", Kind::Optional(SHARE, UNIT_SHARE, "no index"), YOURS, later;
    /// Start of the random numbers, so that a simulation can be repeated.
    seed: Quantity = 42.0.into(), "Seed", Kind::Number(COUNT, Bounds::between(0.0, 9e15).whole()), YOURS;
    /// How many futures a simulation draws.
    trials: Quantity = 10000.0.into(), "Trials", Kind::Number(COUNT, Bounds::between(1.0, 1e6).whole()), YOURS;
}

inputs! {
    /// Figures that hold for every alternative.
    pub struct Team {
        /// People whose cost is the same whatever the language.
        pub other_roles: Vec<Role>,
    }
    /// Engineers on the team today.
    existing: Quantity = 5.0.into(), "Engineers today", Kind::Number(PEOPLE, NON_NEGATIVE), YOURS;
    /// What they earn today; they are not repriced on day one. Empty: they earn what a new hire earns.
    existing_salary: Option<Quantity> = Some(150000.0.into()), "Their base pay", Kind::Optional(MONEY_PER_YEAR, Bounds::above(0.0), "as new hires"), measured("Median of US back-end and full-stack developers, Stack Overflow Developer Survey 2025 (ODbL).").of(2025, 7);
    /// Engineers to be hired at the start.
    hires: Quantity = 1.0.into(), "Engineers to hire", Kind::Number(PEOPLE, NON_NEGATIVE), YOURS;
    /// Share of engineers who leave in a year; each is replaced.
    attrition: Quantity = 0.132.into(), "Attrition", Kind::Number(SHARE_PER_YEAR, Bounds::between(0.0, 0.9)), secondary("LinkedIn's 2017 figure for the technology sector, widely repeated.").of(2017, 12);
    /// How fast pay rises.
    wage_growth: Quantity = 0.034.into(), "Wage growth", Kind::Number(SHARE_PER_YEAR, Bounds::between(-1.0, 10.0).open_below()), primary("US Bureau of Labor Statistics, Employment Cost Index, March 2026: private wages +3.4 %.").of(2026, 3);
    /// Cost of an employee divided by base pay.
    loaded_cost_factor: Quantity = Quantity::Range(Range::Triangular(1.25, 1.42, 1.50)), "Loaded cost ÷ base pay", Kind::Number(FACTOR, Bounds::above(0.0)), primary("US Bureau of Labor Statistics, Employer Costs, June 2025: wages are 70.2 % of cost.").of(2025, 6);
    /// Adverts, interviews and administration of one hire.
    internal_cost_per_hire: Quantity = 4700.0.into(), "Own cost of a hire", Kind::Number(MONEY, NON_NEGATIVE), secondary("SHRM's average, all occupations.");
    /// An agency's fee as a share of base pay.
    agency_fee: Quantity = 0.20.into(), "Agency fee", Kind::Number(SHARE, NON_NEGATIVE), secondary("Published fees run from 15 to 33 %.");
    /// Share of hires that come through an agency.
    agency_share: Quantity = 0.50.into(), "Hires through an agency", Kind::Number(SHARE, UNIT_SHARE), assumption("Every second hire.");
    /// Courses and books for one engineer new to the language, in month 1.
    train_per_head: Quantity = 3000.0.into(), "Training per engineer", Kind::Number(MONEY, NON_NEGATIVE), assumption("A course and some books.");
    /// Output of an engineer on the first day in a new language.
    learn_p0: Quantity = 0.5.into(), "First-day output, new language", Kind::Number(SHARE, UNIT_SHARE), assumption("Knows the product, not the language.");
    /// Output of a new hire on the first day.
    ramp_p0: Quantity = 0.25.into(), "First-day output, new hire", Kind::Number(SHARE, UNIT_SHARE), assumption("Knows the language, not the product.");
    /// How much of the difference to the market's pay is really paid. Changing it writes the pay of new hires: base pay + this × (market − base pay).
    premium_pass_through: Quantity = 1.0.into(), "Pay premium passed through", Kind::Number(SHARE, Bounds::between(0.0, 2.0)), assumption("In full, as the survey shows pay by language; the answer can turn on it."), later;
    /// Extra work for each integration without a library. Ticking one off in an alternative's list writes its extra scope.
    integration_months: Quantity = 1.0.into(), "Work of a missing integration", Kind::Number(ENGINEER_MONTHS, NON_NEGATIVE), assumption("Article line 53 names the five; a month each is our guess."), later;
    /// Extra scope of handing heavy work to threads or processes. Turning offloading on or off writes the extra scope.
    offload_effort: Quantity = 0.10.into(), "Effort of offloading", Kind::Number(SHARE, NON_NEGATIVE), assumption("The article names the complexity (line 39); the size is our guess."), later;
    /// Where the product stands. Choosing writes the switching cost factor.
    stage: Stage = Stage::Greenfield, "Stage", Kind::Choice(Stage::WORDS), YOURS, later;
    /// Multiplies the cost of every rewrite: a change later costs more.
    switching_factor: Quantity = 1.0.into(), "Switching cost factor", Kind::Number(FACTOR, NON_NEGATIVE), assumption("Article line 95: the later, the dearer; 1, 1.5 and 2 are our guess."), later;
    /// Work up to the first release, for an engineer at full output.
    mvp_scope: Quantity = 20.0.into(), "Scope of the first release", Kind::Number(ENGINEER_MONTHS, NON_NEGATIVE), YOURS;
    /// The month by whose end the first release is wanted.
    target_month: Quantity = 6.0.into(), "Target of the first release", Kind::Number(MONTH, NON_NEGATIVE), YOURS;
    /// What each month after the target costs the business.
    cost_of_delay: Quantity = 20000.0.into(), "Cost of delay", Kind::Number(MONEY_PER_MONTH, NON_NEGATIVE), YOURS;
}

inputs! {
    /// A role whose cost does not depend on the language.
    pub struct Role {}
    /// What the role is called.
    name: String = String::new(), "Role", Kind::Text(80), YOURS;
    /// How many full-time people.
    headcount: Quantity = 0.0.into(), "Headcount", Kind::Number(PEOPLE, NON_NEGATIVE), YOURS;
    /// Base pay of one.
    salary: Quantity = 0.0.into(), "Base pay", Kind::Number(MONEY_PER_YEAR, NON_NEGATIVE), YOURS;
}

/// The roles of the blank plan.
pub(super) fn default_roles() -> Vec<Role> {
    let role = |name: &str, headcount: f64, salary: f64| Role {
        name: name.into(),
        headcount: headcount.into(),
        salary: salary.into(),
    };
    vec![role("Engineering manager", 0.5, 200e3), role("SRE", 0.25, 175e3)]
}

const SURVEY: &str = "US median of developers who used the language, Stack Overflow Developer Survey 2025, self-selected \
    (ODbL): Go 175k (n 444, 167–180k), Node.js 146k (1,867, 142–150k), Python 151k (1,207, 150–160k). Range: P25 to P75. \
    Using Go and earning more is a correlation: seniority and sector differ too.";
const NO_STATISTICS: &str = "No public statistics. The default is a guess; see how the result changes from 0 to 60 %. Direction: article lines 77, 87.";

inputs! {
    /// What the choice of one alternative means for the team.
    pub struct Hiring {}
    /// Base pay of a new hire.
    salary: Quantity = 150000.0.into(), "Base pay of a new hire", Kind::Number(MONEY_PER_YEAR, Bounds::above(0.0)), measured(SURVEY).of(2025, 7);
    /// Time until an open position is filled.
    fill_weeks: Quantity = 8.0.into(), "Time to fill a position", Kind::Number(WEEKS, NON_NEGATIVE), assumption("6 to 9 weeks by SHRM and blogs; longer for Go by article lines 61 and 63.");
    /// Time until a new hire is fully productive.
    ramp_months: Quantity = 5.0.into(), "New hire to full output", Kind::Number(MONTHS, NON_NEGATIVE), secondary("3 to 9 months in a survey of about 80 companies; the order of the languages by article line 65 is contested.");
    /// Share of today's team already productive in the language.
    know_share: Quantity = 0.5.into(), "Team that knows the language", Kind::Number(SHARE, UNIT_SHARE), YOURS;
    /// Time until the others are fully productive in it.
    learn_months: Quantity = 1.5.into(), "Learning the language", Kind::Number(MONTHS, NON_NEGATIVE), assumption("Direction: article line 65; 81 % of Go developers came from another language.");
    /// Output before the first release; Node.js is 100 %.
    productivity: Quantity = 1.0.into(), "Output before the first release", Kind::Number(FACTOR, NON_NEGATIVE), assumption("Direction: article lines 43, 53, 81. Differences between people are larger (Prechelt 2000).");
    /// Output after the first release.
    productivity_after: Quantity = 1.0.into(), "Output after it", Kind::Number(FACTOR, NON_NEGATIVE), assumption("Equal on purpose: 5 % here outweighs the whole infrastructure bill.");
    /// Share of time that goes into maintenance after the first release.
    maint_share: Quantity = 0.42.into(), "Maintenance after it", Kind::Number(SHARE, UNIT_SHARE), secondary("Stripe, Developer Coefficient, 2018. Equal on purpose: no evidence of an effect of the language.").of(2018, 9);
    /// What the market pays, where you pay less or more than it. Empty: the pay of new hires is the market's.
    market_salary: Option<Quantity> = None, "Market pay", Kind::Optional(MONEY_PER_YEAR, Bounds::above(0.0), "as the pay"), measured("US, self-selected survey of people who used the language at all (Stack Overflow 2025, ODbL).").of(2025, 7), later;
    /// Integrations that have no good library in this language.
    missing: Words = Words::default(), "Missing integrations", Kind::Several(INTEGRATIONS), YOURS, later;
    /// Hours a month for watching and updating dependencies; part of maintenance, and not added to it. Empty: as usual for the language.
    dep_monitoring_hours: Option<Quantity> = None, "Watching dependencies", Kind::Optional(HOURS_PER_MONTH, NON_NEGATIVE, "as usual"), assumption("As usual: Node.js 8, Python 6, Go 3 hours; others 6. Article line 55; self-replicating npm worm of September 2025."), later;
    /// Extra work up to the first release: missing integrations, a second language.
    scope_factor: Quantity = 1.0.into(), "Extra scope", Kind::Number(FACTOR, NON_NEGATIVE), assumption("Two languages cost a tenth more; missing libraries raise it (article line 53).");
}

inputs! {
    /// A possible rewrite later on.
    pub struct Rewrite {}
    /// Probability of a rewrite within the horizon.
    p: Quantity = 0.10.into(), "Probability of a rewrite", Kind::Number(SHARE, UNIT_SHARE), assumption(NO_STATISTICS);
    /// Typed: the number above. Suggested: 2 % for Go, 5 % for others, and 10 % more for each of: over 10,000 connections, over 32 cores, heavy work in the way, and much computation in Python.
    probability: Probability = Probability::Typed, "Probability is", Kind::Choice(Probability::WORDS), YOURS, later;
    /// The month in which it would start.
    start: Quantity = 25.0.into(), "Rewrite starts", Kind::Number(MONTH, Bounds::between(1.0, 1200.0).whole()), vendor("“Much later in the lifecycle”: article line 11.");
    /// How long it would take.
    months: Quantity = 15.0.into(), "Rewrite takes", Kind::Number(MONTHS, Bounds::between(1.0, 1200.0).whole()), vendor("Article lines 11 and 87: 12 to 18 months to Go. Khan Academy took 42.");
    /// What it would cost.
    cost: Quantity = Quantity::Range(Range::Lognormal(200_000.0, 800_000.0)), "Rewrite costs", Kind::Number(MONEY, NON_NEGATIVE), vendor("Article line 89: Node.js to Go 200k to 800k, Python to Go 80k to 400k. Pays only 0.8 to 2.2 engineers.");
    /// Low, middle or high end of the range of costs: 10 % quantile, central value, 90 % quantile.
    complexity: Complexity = Complexity::Mid, "Complexity", Kind::Choice(Complexity::WORDS), YOURS, later;
    /// Share of the new system's infrastructure that runs beside the old one meanwhile.
    dual_run: Quantity = 0.5.into(), "Running both meanwhile", Kind::Number(SHARE, NON_NEGATIVE), assumption("Half of the new fleet on average.");
    /// The alternative it would be rewritten to; itself means a rewrite in place.
    target: Id = Id::default(), "Rewritten to", Kind::Reference("an alternative"), vendor("Every example of the article is a migration to Go; none is from Go.");
}

/// How an alternative's languages shape its defaults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stack {
    /// All tiers in one language.
    Single(Language),
    /// Tiers in several languages.
    Hybrid,
}

impl Hiring {
    /// The default figures of a stack (`model.md`, section 5).
    pub fn of(stack: Stack) -> Self {
        let survey = |p25: f64, median: f64, p75: f64| Quantity::Range(Range::Triangular(p25, median, p75));
        let row = |salary, fill: f64, ramp: f64, learn: f64, output: f64, scope: f64| Self {
            salary,
            fill_weeks: fill.into(),
            ramp_months: ramp.into(),
            learn_months: learn.into(),
            productivity: output.into(),
            scope_factor: scope.into(),
            ..Self::default()
        };
        match stack {
            Stack::Single(Language::Go) => row(survey(130e3, 175e3, 220e3), 11.0, 6.0, 2.0, 0.95, 1.0),
            Stack::Single(Language::Node) => row(survey(107e3, 146e3, 187e3), 8.0, 5.0, 1.5, 1.0, 1.0),
            Stack::Single(Language::Python) => row(survey(111e3, 151e3, 200e3), 8.0, 4.5, 1.0, 1.1, 1.0),
            Stack::Hybrid => row(survey(120e3, 163e3, 210e3), 9.5, 5.5, 2.0, 1.0, 1.1),
            Stack::Single(Language::Other) => Self::default(),
        }
    }
}

impl Rewrite {
    /// The default figures of a stack; the target is left to the plan.
    pub fn of(stack: Stack) -> Self {
        let to_go_from_node = Quantity::Range(Range::Lognormal(200e3, 800e3));
        let to_go_from_python = Quantity::Range(Range::Lognormal(80e3, 400e3));
        let row = |p: f64, months: Quantity, cost| Self { p: p.into(), months, cost, ..Self::default() };
        let between = |low: f64, mode: f64, high: f64| Quantity::Range(Range::Triangular(low, mode, high));
        match stack {
            Stack::Single(Language::Go) => row(0.02, 15.0.into(), 400e3.into()),
            Stack::Single(Language::Node) => row(0.10, between(12.0, 15.0, 18.0), to_go_from_node),
            // Article line 11, for any pair of languages without a range of its own.
            Stack::Single(Language::Other) => row(0.10, between(6.0, 12.0, 18.0), to_go_from_node),
            Stack::Single(Language::Python) => row(0.15, between(6.0, 12.0, 18.0), to_go_from_python),
            Stack::Hybrid => row(0.02, 12.0.into(), 180e3.into()),
        }
    }
}
