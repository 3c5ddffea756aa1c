//! Scores that may be off by a point: against values worked out by hand, and against a simulation.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{assert_close, close};
use weighbridge::analyse::{Band, noise, overlap};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Plan, ScoreForm};
use weighbridge::starter::Starter;

/// Go's scores with these weights, all in one group.
fn scored(scores: &[(f64, f64)]) -> Plan {
    let mut plan = Plan::default();
    plan.criteria.truncate(scores.len());
    for (criterion, (weight, score)) in plan.criteria.iter_mut().zip(scores) {
        criterion.group = plan.groups[0].id.clone();
        criterion.weight = (*weight).into();
        *criterion.scores.get_mut("go").unwrap() = (*score).into();
    }
    plan
}

fn go(plan: &Plan) -> Band {
    noise(plan, &evaluate(plan)).into_iter().find(|band| band.id.as_str() == "go").unwrap()
}

#[test]
fn one_score_in_the_middle() {
    let band = go(&scored(&[(3.0, 5.0)]));
    // Even over 40 to 60: variance 20²/12
    assert_close(band.mean, 50.0);
    assert_close(band.sd, (400.0f64 / 12.0).sqrt());
    // 50 ∓ 1.2815515655446 · 5.773502691896258
    assert!((band.low - 42.600_958).abs() < 1e-6 && (band.high - 57.399_042).abs() < 1e-6, "{band:?}");
}

#[test]
fn at_the_ends_the_error_goes_inwards_only() {
    // Half of the time 0, else even over 0 to 10: mean 2.5, mean square 100/6
    let band = go(&scored(&[(1.0, 0.0)]));
    assert_close(band.mean, 2.5);
    assert_close(band.sd, (100.0f64 / 6.0 - 6.25).sqrt());
    assert_eq!(band.low, 0.0);
    let band = go(&scored(&[(1.0, 10.0)]));
    assert_close(band.mean, 97.5);
    assert_eq!(band.high, 100.0);
    // 9.5: a quarter of the time 10, else even over 8.5 to 10. In tenths from the top: mean 1.5²/4, square 1.5³/6
    let band = go(&scored(&[(1.0, 9.5)]));
    assert_close(band.mean, 100.0 - 5.625);
    assert_close(band.sd, 10.0 * (0.5625f64 - 0.5625 * 0.5625).sqrt());
}

#[test]
fn many_scores_average_their_errors_out() {
    // Weights 1 and 3: mean (4 + 3·6)/4, variance (1 + 9)/16 of one score's
    let plan = scored(&[(1.0, 4.0), (3.0, 6.0)]);
    assert_close(go(&plan).mean, 55.0);
    assert_close(go(&plan).sd, 10.0 * (10.0f64 / 16.0 / 3.0).sqrt());
    // In two groups of weight 1 each counts half, whatever its own weight; a group of weight 0 does not count.
    let mut plan = plan;
    plan.criteria[1].group = plan.groups[1].id.clone();
    assert_close(go(&plan).sd, 10.0 * (2.0f64 / 4.0 / 3.0).sqrt());
    assert_close(go(&plan).mean, 50.0);
    plan.groups[0].weight = 0.0.into();
    assert_close(go(&plan).mean, 60.0);
    // Side by side the groups do not matter.
    plan.settings.score_form = ScoreForm::Flat;
    assert_close(go(&plan).sd, 10.0 * (10.0f64 / 16.0 / 3.0).sqrt());
}

#[test]
fn no_score_no_band() {
    assert!(noise(&scored(&[(0.0, 5.0)]), &evaluate(&scored(&[(0.0, 5.0)]))).is_empty());
}

#[test]
fn bands_overlap_by_the_share_of_the_narrower() {
    let band = |low: f64, high: f64| Band { id: "a".into(), mean: (low + high) / 2.0, sd: 1.0, low, high };
    assert!(close(overlap(&band(10.0, 20.0), &band(15.0, 35.0)), 0.5));
    assert!(close(overlap(&band(0.0, 100.0), &band(40.0, 50.0)), 1.0));
    assert_eq!(overlap(&band(10.0, 20.0), &band(21.0, 30.0)), 0.0);
    assert_eq!(overlap(&band(15.0, 15.0), &band(10.0, 20.0)), 1.0);
}

/// Random numbers, even over 0 to 1: a linear congruential generator.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[test]
fn a_simulation_agrees() {
    for form in [ScoreForm::Grouped, ScoreForm::Flat] {
        let mut plan = Starter::find("high-concurrency-api").unwrap().plan();
        plan.settings.score_form = form;
        let bands = noise(&plan, &evaluate(&plan));
        let mut dice = Dice(7);
        let mut samples = vec![Vec::new(); plan.alternatives.len()];
        for _ in 0..2000 {
            let mut shaken = plan.clone();
            for criterion in &mut shaken.criteria {
                for alternative in &plan.alternatives {
                    let score = criterion.scores.get_mut(alternative.id.as_str()).unwrap();
                    *score = (score.central() + 2.0 * dice.roll() - 1.0).clamp(0.0, 10.0).into();
                }
            }
            for (samples, outcome) in samples.iter_mut().zip(evaluate(&shaken).alternatives) {
                samples.push(outcome.score.in_form(&plan).unwrap());
            }
        }
        for (band, mut samples) in bands.into_iter().zip(samples) {
            samples.sort_by(f64::total_cmp);
            let count = samples.len() as f64;
            let mean = samples.iter().sum::<f64>() / count;
            let sd = (samples.iter().map(|sample| (sample - mean).powi(2)).sum::<f64>() / count).sqrt();
            // Four standard errors of the mean; the others a little wider
            assert!((mean - band.mean).abs() < 4.0 * band.sd / count.sqrt(), "{mean} {band:?}");
            assert!((sd / band.sd - 1.0).abs() < 0.07, "{sd} {band:?}");
            assert!((samples[200] - band.low).abs() < 0.25 * band.sd, "{} {band:?}", samples[200]);
            assert!((samples[1800] - band.high).abs() < 0.25 * band.sd, "{} {band:?}", samples[1800]);
        }
    }
}
