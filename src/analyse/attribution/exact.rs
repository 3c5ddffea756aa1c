//! Shapley values from every coalition of a few players.

use super::{Members, Parts, Values};

/// What every coalition comes to. Its bits say which players are in it.
#[derive(Debug, Clone)]
pub(super) struct Exact {
    players: usize,
    values: Vec<Values>,
}

impl Exact {
    pub fn of(players: usize) -> Self {
        Self { players, values: Vec::new() }
    }

    fn members(&self, coalition: usize) -> Members {
        (0..self.players).map(|player| coalition >> player & 1 == 1).collect()
    }

    pub fn next(&self) -> Option<Members> {
        let (done, of) = self.progress();
        (done < of).then(|| self.members(done))
    }

    pub fn take(&mut self, values: Values) {
        self.values.push(values);
    }

    pub fn progress(&self) -> (usize, usize) {
        (self.values.len(), 1 << self.players)
    }

    /// The mean of what each player adds to each coalition without it. A coalition of `size` others is what has gone
    /// before in size! · (players − size − 1)! of all players! orders.
    ///
    /// # Errors
    /// A coalition for which the number is not known.
    pub fn parts(&self, measure: usize) -> Result<Parts, Members> {
        let mut known = Vec::with_capacity(self.values.len());
        for (coalition, values) in self.values.iter().enumerate() {
            match values.get(measure).copied().flatten() {
                Some(value) => known.push(value),
                None => return Err(self.members(coalition)),
            }
        }
        let mut weights = vec![1.0 / self.players.max(1) as f64];
        for size in 1..self.players {
            let before = weights.last().copied().unwrap_or(0.0);
            weights.push(before * size as f64 / (self.players - size) as f64);
        }
        let part = |player: usize| {
            let bit = 1 << player;
            let without = (0..known.len()).filter(|coalition| coalition & bit == 0);
            let adds = |coalition: usize| {
                let weight = weights.get(coalition.count_ones() as usize)?;
                Some(weight * (known.get(coalition | bit)? - known.get(coalition)?))
            };
            without.filter_map(adds).sum()
        };
        Ok(Parts { parts: (0..self.players).map(part).collect(), errors: None })
    }
}
