//! A plan, one of its scenarios, or its sheets in a format of other programs.

use std::io::IsTerminal;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use weighbridge::export::{csv, xlsx};
use weighbridge::file::{self, link};
use weighbridge::model::{Plan, Scenario};
use weighbridge::sheet::SheetId;

use super::input::{self, find_scenario, read};
use super::{Failure, print_bytes};

const FORMATS: [&str; 5] = ["json", "link", "csv", "xlsx", "overrides"];
/// The sheet of results that is no sheet of the page.
const MONTHS: &str = "months";

/// What was asked for.
#[derive(Default)]
struct Request {
    name: Option<String>,
    format: Option<String>,
    scenario: Option<String>,
    sheet: Option<String>,
    output: Option<String>,
}

/// `weighbridge export`
pub(super) fn run(mut parser: Parser) -> Result<ExitCode, Failure> {
    let mut request = Request::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("format") => request.format = Some(parser.value()?.string()?),
            Arg::Long("scenario") => request.scenario = Some(parser.value()?.string()?),
            Arg::Long("sheet") => request.sheet = Some(parser.value()?.string()?),
            Arg::Long("output") => request.output = Some(parser.value()?.string()?),
            Arg::Value(value) if request.name.is_none() => request.name = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let format = check(&request)?;
    let base = read(request.name)?;
    let scenario = request.scenario.as_deref().map(|id| find_scenario(&base, id)).transpose()?;
    let bytes = match scenario {
        Some(scenario) if format == "overrides" => file::write_scenario(&base, scenario).into_bytes(),
        Some(scenario) => bytes(&applied(&base, scenario)?, &format, request.sheet.as_deref())?,
        None => bytes(&base, &format, request.sheet.as_deref())?,
    };
    match request.output {
        Some(file) => std::fs::write(&file, bytes)
            .map(|()| ExitCode::SUCCESS)
            .map_err(|error| Failure::File(format!("{file}: {error}"))),
        None => Ok(print_bytes(&bytes)),
    }
}

/// The format, of a request that makes sense.
fn check(request: &Request) -> Result<String, Failure> {
    let wrong = |message: String| Err(Failure::Usage(message));
    let Some(format) = &request.format else { return wrong(format!("say which format: {}", FORMATS.join(", "))) };
    if !FORMATS.contains(&format.as_str()) {
        return wrong(format!("“{format}” is no format; expected one of {}", FORMATS.join(", ")));
    }
    match &request.sheet {
        Some(_) if format != "csv" => return wrong("--sheet is for --format csv".into()),
        Some(name) if name != MONTHS && sheet(name).is_none() => {
            return wrong(format!("“{name}” is no sheet; expected one of {}", sheets()));
        }
        None if format == "csv" => return wrong(format!("say which sheet: --sheet {}", sheets())),
        _ => {}
    }
    if format == "overrides" && request.scenario.is_none() {
        return wrong("say which scenario: --scenario ID".into());
    }
    if format == "xlsx" && request.output.is_none() && std::io::stdout().is_terminal() {
        return wrong("a workbook is no text; say where to: --output FILE.xlsx".into());
    }
    Ok(format.clone())
}

fn sheet(name: &str) -> Option<SheetId> {
    SheetId::ALL.into_iter().find(|sheet| sheet.label().eq_ignore_ascii_case(name))
}

fn sheets() -> String {
    let names = SheetId::ALL.map(|sheet| sheet.label().to_ascii_lowercase());
    format!("{}, {MONTHS}", names.join(", "))
}

fn applied(base: &Plan, scenario: &Scenario) -> Result<Plan, Failure> {
    base.as_own_plan(scenario).map_err(|problem| Failure::File(problem.to_string()))
}

fn bytes(plan: &Plan, format: &str, sheet_name: Option<&str>) -> Result<Vec<u8>, Failure> {
    let text = match format {
        "link" => link::to_fragment(plan) + "\n",
        "csv" => {
            let evaluation = input::evaluate(plan)?;
            match sheet_name.and_then(sheet) {
                Some(sheet) => csv::sheet(plan, Some(&evaluation), sheet),
                None => file::csv(&evaluation),
            }
        }
        "xlsx" => return xlsx::workbook(plan, &input::evaluate(plan)?).map_err(Failure::File),
        _ => file::write(plan),
    };
    Ok(text.into_bytes())
}
