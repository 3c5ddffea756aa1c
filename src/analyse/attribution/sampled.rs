//! Shapley values from a sample of the orders in which many players can make their changes.
//!
//! Each order comes with its reverse: a player that is early in the one is late in the other, so what it adds varies less
//! from pair to pair. Every pair adds up to the whole difference by itself.

use super::{Members, Parts, Values};

/// About how many plans are evaluated.
const EVALUATIONS: usize = 4000;
/// With fewer pairs a standard error says little.
const LEAST_PAIRS: usize = 4;

/// What is known after some orders.
#[derive(Debug, Clone)]
pub(super) struct Sampled {
    random: u64,
    pairs: usize,
    pairs_done: usize,
    /// The order of the players.
    walk: Vec<usize>,
    is_second: bool,
    /// How many of the order have made their change, and what that comes to.
    step: usize,
    now: Values,
    ends: [Values; 2],
    /// What each player has added in this pair: the mean of both orders, its measures side by side.
    added: Vec<f64>,
    /// Mean over all pairs, and the sum of squared deviations from it.
    means: Vec<f64>,
    squares: Vec<f64>,
    /// A coalition for which a measure is not known.
    unknown: Vec<Option<Members>>,
}

impl Sampled {
    /// The orders of two players and more; `ends` is what nobody and everybody comes to.
    pub fn of(players: usize, seed: u64, ends: &[Values; 2]) -> Self {
        let [from, to] = ends;
        let sums = vec![0.0; players * from.len()];
        let lacks = |(from, to): (&Option<f64>, &Option<f64>)| match (from, to) {
            (None, _) => Some(vec![false; players]),
            (_, None) => Some(vec![true; players]),
            _ => None,
        };
        let mut new = Self {
            random: seed,
            pairs: (EVALUATIONS / (2 * (players - 1).max(1))).max(LEAST_PAIRS),
            pairs_done: 0,
            walk: (0..players).collect(),
            is_second: false,
            step: 0,
            now: from.clone(),
            ends: ends.clone(),
            added: sums.clone(),
            means: sums.clone(),
            squares: sums,
            unknown: from.iter().zip(to).map(lacks).collect(),
        };
        new.shuffle();
        new
    }

    /// SplitMix64.
    fn random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.random;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn shuffle(&mut self) {
        for last in (1..self.walk.len()).rev() {
            let place = (self.random() % (last as u64 + 1)) as usize;
            self.walk.swap(place, last);
        }
    }

    pub fn permutations(&self) -> usize {
        2 * self.pairs
    }

    pub fn progress(&self) -> (usize, usize) {
        // What nobody and everybody comes to is known.
        let steps = self.walk.len() - 1;
        let walks = 2 * self.pairs_done + usize::from(self.is_second);
        (walks * steps + self.step, self.permutations() * steps)
    }

    pub fn next(&self) -> Option<Members> {
        (self.pairs_done < self.pairs).then(|| {
            let mut members = vec![false; self.walk.len()];
            for player in self.walk.iter().take(self.step + 1) {
                members.get_mut(*player).into_iter().for_each(|is_member| *is_member = true);
            }
            members
        })
    }

    pub fn take(&mut self, values: Values) {
        for (measure, value) in values.iter().enumerate() {
            if value.is_none() && self.unknown.get(measure).is_some_and(Option::is_none) {
                let members = self.next();
                self.unknown.get_mut(measure).into_iter().for_each(|unknown| *unknown = members.clone());
            }
        }
        self.add(values);
        if self.step + 1 == self.walk.len() {
            self.add(self.ends[1].clone());
            self.now = self.ends[0].clone();
            self.step = 0;
            if self.is_second {
                self.end_pair();
                self.shuffle();
            } else {
                self.walk.reverse();
            }
            self.is_second = !self.is_second;
        }
    }

    /// One more player has made its change.
    fn add(&mut self, values: Values) {
        let first = self.walk.get(self.step).map_or(0, |player| player * values.len());
        let gains = values.iter().zip(&self.now).map(|(to, from)| to.unwrap_or(0.0) - from.unwrap_or(0.0));
        for (added, gain) in self.added.iter_mut().skip(first).zip(gains) {
            *added += gain / 2.0;
        }
        self.now = values;
        self.step += 1;
    }

    fn end_pair(&mut self) {
        self.pairs_done += 1;
        let count = self.pairs_done as f64;
        for ((added, mean), square) in self.added.iter_mut().zip(&mut self.means).zip(&mut self.squares) {
            let before = *added - *mean;
            *mean += before / count;
            *square += before * (*added - *mean);
            *added = 0.0;
        }
    }

    /// Means and standard errors.
    ///
    /// # Errors
    /// A coalition for which the number is not known.
    pub fn parts(&self, measure: usize) -> Result<Parts, Members> {
        if let Some(members) = self.unknown.get(measure).cloned().flatten() {
            return Err(members);
        }
        let own = |sums: &[f64]| sums.iter().skip(measure).step_by(self.unknown.len().max(1)).copied().collect();
        let squares: Vec<f64> = own(&self.squares);
        let count = self.pairs_done as f64;
        let error = |square: &f64| (square / (count - 1.0).max(1.0) / count).sqrt();
        Ok(Parts { parts: own(&self.means), errors: Some(squares.iter().map(error).collect()) })
    }
}

/// The 97.5 % quantile of Student's distribution for the mean of so many samples: the normal quantile with the first
/// terms of its expansion in 1/n (Abramowitz and Stegun 26.7.5), within 1 % from four samples on.
pub(super) fn student(samples: usize) -> f64 {
    const Z: f64 = 1.959_963_984_540_054;
    let n = samples.saturating_sub(1).max(1) as f64;
    let first = (Z.powi(3) + Z) / 4.0;
    let second = (5.0 * Z.powi(5) + 16.0 * Z.powi(3) + 3.0 * Z) / 96.0;
    let third = (3.0 * Z.powi(7) + 19.0 * Z.powi(5) + 17.0 * Z.powi(3) - 15.0 * Z) / 384.0;
    Z + first / n + second / n.powi(2) + third / n.powi(3)
}
