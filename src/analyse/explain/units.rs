//! The units of results. `¤` stands for the plan's currency.

use crate::model::Unit;

pub(super) const COUNT: Unit = Unit::plain("");
pub(super) const FACTOR: Unit = Unit::plain("×");
pub(super) const SHARE: Unit = Unit::percent("%");
pub(super) const PER_SECOND: Unit = Unit::plain("requests/s");
pub(super) const REQUESTS: Unit = Unit::plain("requests");
pub(super) const SOCKETS: Unit = Unit::plain("sockets");
pub(super) const CORES: Unit = Unit::plain("cores");
pub(super) const INSTANCES: Unit = Unit::plain("instances");
pub(super) const PROCESSES: Unit = Unit::plain("processes");
pub(super) const MS: Unit = Unit::plain("ms");
pub(super) const MB: Unit = Unit::plain("MB");
pub(super) const GB: Unit = Unit::plain("GB");
pub(super) const MONTH: Unit = Unit::plain("month no.");
pub(super) const MONTHS: Unit = Unit::plain("months");
pub(super) const PEOPLE: Unit = Unit::plain("engineers");
pub(super) const ENGINEER_MONTHS: Unit = Unit::plain("engineer-months");
pub(super) const POINTS: Unit = Unit::plain("of 100");
pub(super) const SCORE: Unit = Unit::plain("0–10");
pub(super) const MONEY: Unit = Unit::money("¤");
pub(super) const MONEY_PER_MONTH: Unit = Unit::money("¤ a month");
pub(super) const MONEY_PER_YEAR: Unit = Unit::money("¤ a year");
pub(super) const MONEY_PER_ENGINEER_MONTH: Unit = Unit::money("¤ per engineer-month");
