//! The command line: the same library without a browser.

use std::io::Write;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use weighbridge::analyse::{attribution, warnings};
use weighbridge::evaluate::evaluate;
use weighbridge::export::{markdown, record::DecisionRecord};
use weighbridge::file;
use weighbridge::model::{Path, Plan, Scenario};
use weighbridge::starter::{Defaults, STARTERS, Starter};

const USAGE: &str = "Usage:
  weighbridge evaluate PLAN.json [--scenario ID] [--format json|table|csv]
  weighbridge compare PLAN.json FROM TO [--format json|table]
  weighbridge record PLAN.json
  weighbridge check PLAN.json
  weighbridge schema
  weighbridge template [ID]

evaluate   prints scores, cost curves, break-evens and warnings (JSON by default)
compare    prints how two scenarios differ and what of it each override makes; “base” is the plan itself
record     prints the decision record as Markdown
check      reads the plan; one line per problem and exit status 1
schema     prints the JSON Schema of the plan file
template   prints a starter plan; without an id, one line each: id, tab, title

PLAN.json may be - for standard input. Exit status 2: a bad file; 64: a bad call.
";

/// A call that ends without a result.
enum Failure {
    /// The call itself is wrong.
    Usage(String),
    /// The file is.
    File(String),
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(Failure::Usage(message)) => {
            eprint!("weighbridge: {message}\n\n{USAGE}");
            ExitCode::from(64)
        }
        Err(Failure::File(message)) => {
            eprintln!("weighbridge: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, Failure> {
    let mut parser = Parser::from_env();
    match parser.next()? {
        Some(Arg::Value(verb)) if verb == "evaluate" => run_evaluate(parser),
        Some(Arg::Value(verb)) if verb == "compare" => run_compare(parser),
        Some(Arg::Value(verb)) if verb == "record" => run_record(parser),
        Some(Arg::Value(verb)) if verb == "check" => run_check(parser),
        Some(Arg::Value(verb)) if verb == "schema" => match parser.next()? {
            None => Ok(print(&file::schema())),
            Some(other) => Err(other.unexpected().into()),
        },
        Some(Arg::Value(verb)) if verb == "template" => run_template(parser),
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(print(USAGE)),
        Some(Arg::Long("version") | Arg::Short('V')) => {
            Ok(print(concat!("weighbridge ", env!("CARGO_PKG_VERSION"), "\n")))
        }
        Some(other) => Err(other.unexpected().into()),
        None => Err(Failure::Usage("say what to do".into())),
    }
}

fn run_evaluate(mut parser: Parser) -> Result<ExitCode, Failure> {
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
    let base = read(name)?.map_err(Failure::File)?;
    let scenario = scenario.map(|id| find_scenario(&base, &id)).transpose()?;
    let plan = match scenario {
        Some(scenario) => base.with_overrides(scenario).map_err(|problem| Failure::File(problem.to_string()))?,
        None => base.clone(),
    };
    if !plan.faults().is_empty() {
        let faults: Vec<String> = plan.fault_problems().map(|problem| problem.to_string()).collect();
        return Err(Failure::File(faults.join("\n")));
    }
    let evaluation = evaluate(&plan);
    let defaults = Defaults::of(plan.template.as_ref());
    let is_default = |path: &Path| defaults.hold(&plan, path);
    let warnings = warnings(&plan, &evaluation, &is_default);
    Ok(print(&match format.as_str() {
        "table" => file::table(&plan, &evaluation, &warnings),
        "csv" => file::csv(&evaluation),
        _ => file::results(&plan, scenario, &evaluation, &warnings),
    }))
}

fn run_compare(mut parser: Parser) -> Result<ExitCode, Failure> {
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
    let plan = read(Some(name.clone()))?.map_err(Failure::File)?;
    let column = |id: &String| if id == "base" { Ok(None) } else { find_scenario(&plan, id).map(Some) };
    let columns = [column(from)?, column(to)?];
    let found = attribution(&plan, columns[0], columns[1]).map_err(|problem| Failure::File(problem.to_string()))?;
    let writer = if format == "table" { file::comparison_table } else { file::comparison };
    Ok(print(&writer(&plan, columns, &found)))
}

fn find_scenario<'a>(plan: &'a Plan, id: &str) -> Result<&'a Scenario, Failure> {
    let found = plan.scenarios.iter().find(|scenario| scenario.id.as_str() == id);
    found.ok_or_else(|| Failure::Usage(format!("the plan has no scenario “{id}”")))
}

fn run_record(mut parser: Parser) -> Result<ExitCode, Failure> {
    let plan = read(only_value(&mut parser)?)?.map_err(Failure::File)?;
    Ok(print(&markdown(&DecisionRecord::of(&plan))))
}

fn run_check(mut parser: Parser) -> Result<ExitCode, Failure> {
    let (name, text) = read_text(only_value(&mut parser)?)?;
    let problems: Vec<String> = match text {
        Ok(text) => file::problems(&text).iter().map(|error| format!("{name}: {error}")).collect(),
        Err(message) => vec![message],
    };
    // A key or a text that is quoted may hold line breaks.
    print(&problems.iter().map(|line| line.replace(['\n', '\r'], " ") + "\n").collect::<String>());
    if problems.len() == file::MAX_PROBLEMS {
        eprintln!("weighbridge: no more than {} problems are listed", file::MAX_PROBLEMS);
    }
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn run_template(mut parser: Parser) -> Result<ExitCode, Failure> {
    let Some(id) = only_value(&mut parser)? else {
        let line = |starter: &Starter| format!("{}\t{}\t{}\n", starter.id, starter.tab, starter.title);
        return Ok(print(&STARTERS.iter().map(line).collect::<String>()));
    };
    match Starter::find(&id) {
        Some(starter) => Ok(print(&file::write(&starter.plan()))),
        None => Err(Failure::Usage(format!("there is no starter plan “{id}”; “weighbridge template” lists them"))),
    }
}

fn only_value(parser: &mut Parser) -> Result<Option<String>, Failure> {
    let mut value = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(found) if value.is_none() => value = Some(found.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(value)
}

/// Reads a plan; the inner error says what is wrong with the file.
fn read(name: Option<String>) -> Result<Result<Plan, String>, Failure> {
    let (name, text) = read_text(name)?;
    Ok(text.and_then(|text| file::read(&text).map_err(|error| format!("{name}: {error}"))))
}

/// The name of a file and what stands in it; the inner error says that it is no text.
fn read_text(name: Option<String>) -> Result<(String, Result<String, String>), Failure> {
    let name = name.ok_or_else(|| Failure::Usage("say which plan file".into()))?;
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes).map(|_| bytes)
    } else {
        std::fs::read(&name)
    };
    let bytes = bytes.map_err(|error| Failure::File(format!("{name}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{name}: the file is not UTF-8 text"));
    Ok((name, text))
}

/// Writes to standard output; a reader that has seen enough is no error.
fn print(text: &str) -> ExitCode {
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
