//! What a call names: a file, a plan in it, a scenario of that.

use std::fs::File;
use std::io::{self, Read};

use lexopt::{Arg, Parser, ValueExt};
use weighbridge::evaluate::Evaluation;
use weighbridge::file;
use weighbridge::model::{Plan, Scenario};

use super::Failure;

/// The one value of a call that takes no more.
pub(super) fn only_value(parser: &mut Parser) -> Result<Option<String>, Failure> {
    let mut value = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(found) if value.is_none() => value = Some(found.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(value)
}

/// Reads a plan.
pub(super) fn read(name: Option<String>) -> Result<Plan, Failure> {
    let (name, text) = read_text(name)?;
    text.and_then(|text| file::read(&text).map_err(|error| format!("{name}: {error}"))).map_err(Failure::File)
}

/// The name of a file and what stands in it; the inner error says that it is no text, or too long.
pub(super) fn read_text(name: Option<String>) -> Result<(String, Result<String, String>), Failure> {
    let name = name.ok_or_else(|| Failure::Usage("say which plan file".into()))?;
    let bytes = if name == "-" { start_of(io::stdin()) } else { File::open(&name).and_then(start_of) };
    let bytes = bytes.map_err(|error| Failure::File(format!("{name}: {error}")))?;
    let text = if bytes.len() > file::MAX_BYTES {
        Err(format!("{name}: the file has more than {} bytes; no plan is that large", file::MAX_BYTES))
    } else {
        String::from_utf8(bytes).map_err(|_| format!("{name}: the file is not UTF-8 text"))
    };
    Ok((name, text))
}

/// A file as far as a plan can go and a byte further: a device has no end.
fn start_of(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(file::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The scenario with this id.
pub(super) fn find_scenario<'a>(plan: &'a Plan, id: &str) -> Result<&'a Scenario, Failure> {
    let found = plan.scenarios.iter().find(|scenario| scenario.id.as_str() == id);
    found.ok_or_else(|| Failure::Usage(format!("the plan has no scenario “{id}”")))
}

/// The evaluation of a plan whose formulas all come to something.
pub(super) fn evaluate(plan: &Plan) -> Result<Evaluation, Failure> {
    if plan.faults().is_empty() {
        return Ok(weighbridge::evaluate::evaluate(plan));
    }
    let faults: Vec<String> = plan.fault_problems().map(|problem| problem.to_string()).collect();
    Err(Failure::File(faults.join("\n")))
}
