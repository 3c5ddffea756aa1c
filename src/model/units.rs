//! The units of the inputs, and short names for the sources of their defaults.

use super::input::{Grade, Source, Unit};

pub(super) const COUNT: Unit = Unit::plain("");
pub(super) const POINTS: Unit = Unit::plain("0–10");
pub(super) const FACTOR: Unit = Unit::plain("×");
pub(super) const SHARE: Unit = Unit::percent("%");
pub(super) const SHARE_PER_MONTH: Unit = Unit::percent("% a month");
pub(super) const SHARE_PER_YEAR: Unit = Unit::percent("% a year");
pub(super) const PER_SECOND: Unit = Unit::plain("requests/s");
pub(super) const SOCKETS: Unit = Unit::plain("sockets");
pub(super) const MS: Unit = Unit::plain("ms");
pub(super) const KB: Unit = Unit::plain("KB");
pub(super) const MB: Unit = Unit::plain("MB");
pub(super) const GB: Unit = Unit::plain("GB");
pub(super) const VCPUS: Unit = Unit::plain("vCPU");
pub(super) const INSTANCES: Unit = Unit::plain("instances");
pub(super) const ZONES: Unit = Unit::plain("zones");
pub(super) const MONTH: Unit = Unit::plain("month no.");
pub(super) const MONTHS: Unit = Unit::plain("months");
pub(super) const WEEKS: Unit = Unit::plain("weeks");
pub(super) const PEOPLE: Unit = Unit::plain("people");
pub(super) const ENGINEER_MONTHS: Unit = Unit::plain("engineer-months");
pub(super) const HOURS_PER_MONTH: Unit = Unit::plain("hours a month");
pub(super) const TARGETS: Unit = Unit::plain("targets");
pub(super) const ARTEFACTS: Unit = Unit::plain("artefacts");
pub(super) const TIMES: Unit = Unit::plain("times");
pub(super) const THREADS: Unit = Unit::plain("threads");
pub(super) const MONEY: Unit = Unit::money("¤");
pub(super) const MONEY_PER_YEAR: Unit = Unit::money("¤ a year");
pub(super) const MONEY_PER_MONTH: Unit = Unit::money("¤ a month");
pub(super) const MONEY_PER_HOUR: Unit = Unit::money("¤ an hour");
pub(super) const MONEY_PER_GB: Unit = Unit::money("¤ per GB");

/// Measured or computed from published raw data.
pub(super) const fn measured(note: &'static str) -> Source {
    Source { grade: Grade::Measured, note, data: None }
}
/// A primary source.
pub(super) const fn primary(note: &'static str) -> Source {
    Source { grade: Grade::Primary, note, data: None }
}
/// A secondary source.
pub(super) const fn secondary(note: &'static str) -> Source {
    Source { grade: Grade::Secondary, note, data: None }
}
/// The source article.
pub(super) const fn vendor(note: &'static str) -> Source {
    Source { grade: Grade::Vendor, note, data: None }
}
/// An assumption.
pub(super) const fn assumption(note: &'static str) -> Source {
    Source { grade: Grade::Assumption, note, data: None }
}
/// Only the user knows it.
pub(super) const YOURS: Source =
    Source { grade: Grade::Yours, note: "A starting point; put your own here.", data: None };
