//! Scores, cost curves and warnings of a plan.

use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use weighbridge::analyse::warnings;
use weighbridge::file;
use weighbridge::model::Path;
use weighbridge::starter::Defaults;

use super::input::{self, find_scenario, read};
use super::{Failure, print};

/// `weighbridge evaluate`
pub(super) fn run(mut parser: Parser) -> Result<ExitCode, Failure> {
    let (mut name, mut scenario, mut format) = (None, None, "json".to_owned());
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("scenario") => scenario = Some(parser.value()?.string()?),
            Arg::Long("format") => format = parser.value()?.string()?,
            Arg::Value(value) if name.is_none() => name = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if !["json", "table", "csv"].contains(&format.as_str()) {
        return Err(Failure::Usage(format!("“{format}” is no format; expected json, table or csv")));
    }
    let base = read(name)?;
    let scenario = scenario.map(|id| find_scenario(&base, &id)).transpose()?;
    let plan = match scenario {
        Some(scenario) => base.with_overrides(scenario).map_err(|problem| Failure::File(problem.to_string()))?,
        None => base.clone(),
    };
    let evaluation = input::evaluate(&plan)?;
    let defaults = Defaults::of(plan.template.as_ref());
    let is_default = |path: &Path| defaults.hold(&plan, path);
    let warnings = warnings(&plan, &evaluation, &is_default);
    Ok(print(&match format.as_str() {
        "table" => file::table(&plan, &evaluation, &warnings),
        "csv" => file::csv(&evaluation),
        _ => file::results(&plan, scenario, &evaluation, &warnings),
    }))
}
