//! The answer in one or two sentences, with the numbers in them.

use super::headline::amounts;
use super::must_have::failed_must_haves;
use super::noise::{Band, noise, overlap};
use super::order::{Amount, two_first};
use crate::evaluate::{Evaluation, Outcome};
use crate::model::amount::{money, number, percent};
use crate::model::{Id, Plan};

/// Costs closer than this share are too close to call: a starting salary is known no better.
pub const CLOSE_COST: f64 = 0.02;

/// Score and cost are two answers; they are never merged.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdict {
    /// What the criteria say.
    pub score: String,
    /// What the money says.
    pub cost: String,
    /// How much of the cost the choice of a runtime can change.
    pub infrastructure: String,
    /// Which alternatives a must-have rules out, and why; empty where none is.
    pub ruled_out: String,
}

/// The verdict on a plan.
pub fn verdict(plan: &Plan, evaluation: &Evaluation) -> Verdict {
    let allowed: Vec<&Outcome> = evaluation.alternatives.iter().filter(|o| o.score.ruled_out.is_empty()).collect();
    let ruled_out = ruled_out_sentences(plan, evaluation);
    if allowed.is_empty() {
        let score = "Every alternative is ruled out by a must-have.".into();
        return Verdict { score, ruled_out, ..Verdict::default() };
    }
    Verdict {
        score: score_sentence(plan, &allowed, &noise(plan, evaluation)),
        cost: cost_sentence(plan, &allowed),
        infrastructure: infrastructure_sentence(&allowed),
        ruled_out,
    }
}

/// Who leads the verdict, among those that no must-have rules out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Leaders {
    /// Scores highest.
    pub score: Option<Id>,
    /// Costs least.
    pub cost: Option<Id>,
}

/// Who leads the verdict on a plan.
pub fn leaders(plan: &Plan, evaluation: &Evaluation) -> Leaders {
    let scores = amounts(evaluation, |own| own.score.in_form(plan));
    let totals = amounts(evaluation, |own| own.money.map(|money| money.total));
    let first = |amounts: &[Amount<&Id>], before| two_first(amounts, before).0.map(|(_, id)| id.clone());
    Leaders { score: first(&scores, |a, b| a > b), cost: first(&totals, |a, b| a < b) }
}

fn ruled_out_sentences(plan: &Plan, evaluation: &Evaluation) -> String {
    let out = evaluation.alternatives.iter().filter(|outcome| !outcome.score.ruled_out.is_empty());
    let sentence = |outcome: &Outcome| {
        format!("{} is ruled out because {}.", name(plan, &outcome.id), failed_must_haves(plan, outcome).join(", "))
    };
    out.map(sentence).collect::<Vec<_>>().join(" ")
}

fn name(plan: &Plan, id: &Id) -> String {
    plan.alternative(id.as_str()).map_or_else(|| id.to_string(), |alternative| alternative.name.clone())
}

/// Whether two alternatives score within each other's noise: then neither is to be called the winner.
pub fn is_too_close(plan: &Plan, evaluation: &Evaluation, a: &Id, b: &Id) -> bool {
    is_close(&noise(plan, evaluation), a, b)
}

/// Whether two scores lie within each other's noise: a point of judgement on each criterion can turn them round.
fn is_close(bands: &[Band], a: &Id, b: &Id) -> bool {
    let band = |id: &Id| bands.iter().find(|band| band.id == *id);
    band(a).zip(band(b)).is_some_and(|(a, b)| overlap(a, b) > 0.0)
}

fn score_sentence(plan: &Plan, outcomes: &[&Outcome], bands: &[Band]) -> String {
    let scores: Vec<Amount<&Id>> = outcomes.iter().filter_map(|o| Some((o.score.in_form(plan)?, &o.id))).collect();
    match two_first(&scores, |a, b| a > b) {
        (None, _) => "No score: set a weight.".into(),
        (Some((first, id)), None) => {
            format!("{} alone is not ruled out; it scores {}.", name(plan, id), number(first, 1))
        }
        (Some((first, a)), Some((second, b))) if is_close(bands, a, b) => format!(
            "Too close to call on score: {} {} and {} {} of 100 are within ±\u{a0}1 point of judgement per score.",
            name(plan, a),
            number(first, 1),
            name(plan, b),
            number(second, 1)
        ),
        (Some((first, a)), Some((second, b))) => format!(
            "{} scores highest: {} of 100, {} ahead of {}.",
            name(plan, a),
            number(first, 1),
            number(first - second, 1),
            name(plan, b)
        ),
    }
}

fn cost_sentence(plan: &Plan, outcomes: &[&Outcome]) -> String {
    let totals: Vec<Amount<&Id>> = outcomes.iter().filter_map(|o| Some((o.money?.total, &o.id))).collect();
    let unknown: Vec<String> = outcomes.iter().filter(|o| o.money.is_none()).map(|o| name(plan, &o.id)).collect();
    let compared = match two_first(&totals, |a, b| a < b) {
        (_, None) | (None, _) => String::new(),
        (Some((first, a)), Some((second, b))) => {
            let currency = &plan.settings.currency;
            let saving = second - first;
            let share = if second > 0.0 { saving / second } else { 0.0 };
            let months = plan.settings.horizon_months.central();
            let sentence = format!(
                "{} is {} cheaper than {} over {months} months ({} of {}).",
                name(plan, a),
                percent(share),
                name(plan, b),
                money(saving, currency),
                money(second, currency)
            );
            if share < CLOSE_COST { format!("Too close to call on cost: {sentence}") } else { sentence }
        }
    };
    let missing = match unknown.as_slice() {
        [] => String::new(),
        names => format!(" The cost of {} is unknown: an instance cannot hold one copy.", names.join(" and ")),
    };
    format!("{compared}{missing}").trim().to_owned()
}

fn infrastructure_sentence(outcomes: &[&Outcome]) -> String {
    let shares: Vec<f64> = outcomes.iter().filter_map(|outcome| outcome.infrastructure_share()).collect();
    let Some(most) = shares.iter().copied().reduce(f64::max) else { return String::new() };
    let least = shares.iter().copied().fold(most, f64::min);
    let (least, most) = (percent(least), percent(most));
    if least == most {
        return format!("Infrastructure is {most} of the cost; most of the rest is people.");
    }
    format!("Infrastructure is {least} to {most} of the cost; most of the rest is people.")
}
