//! How two scenarios of a plan differ, and what of it each override makes.

use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use weighbridge::analyse::attribution;
use weighbridge::file;

use super::input::{find_scenario, read};
use super::{Failure, print};

/// `weighbridge compare`
pub(super) fn run(mut parser: Parser) -> Result<ExitCode, Failure> {
    let (mut values, mut format) = (Vec::new(), "json".to_owned());
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("format") => format = parser.value()?.string()?,
            Arg::Value(value) if values.len() < 3 => values.push(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if !["json", "table"].contains(&format.as_str()) {
        return Err(Failure::Usage(format!("“{format}” is no format; expected json or table")));
    }
    let [name, from, to] = values.as_slice() else {
        return Err(Failure::Usage("say which plan file, and which two scenarios of it".into()));
    };
    let plan = read(Some(name.clone()))?;
    let column = |id: &String| if id == "base" { Ok(None) } else { find_scenario(&plan, id).map(Some) };
    let columns = [column(from)?, column(to)?];
    let found = attribution(&plan, columns[0], columns[1]).map_err(|problem| Failure::File(problem.to_string()))?;
    let writer = if format == "table" { file::comparison_table } else { file::comparison };
    Ok(print(&writer(&plan, columns, &found)))
}
