//! The core as a WebAssembly module, to be timed in Node.js, whose engine is Chromium's.

use wasm_bindgen::prelude::wasm_bindgen;
use weighbridge::evaluate::evaluate;
use weighbridge::file;
use weighbridge::model::Plan;

/// One plan, kept between runs.
#[wasm_bindgen]
pub struct Bench {
    plan: Plan,
}

#[wasm_bindgen]
impl Bench {
    /// Reads the plan to measure with; none if it cannot be read.
    pub fn of(text: &str) -> Option<Bench> {
        Some(Bench { plan: file::read(text).ok()? })
    }

    /// Evaluates the plan once; the sum of the totals, so that nothing can be left out.
    pub fn evaluate(&self) -> f64 {
        evaluate(&self.plan).alternatives.iter().filter_map(|outcome| outcome.money).map(|money| money.total).sum()
    }
}
