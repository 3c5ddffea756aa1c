//! The command line: the same library without a browser.

mod compare;
mod evaluate;
mod export;
mod input;

use std::io::Write;
use std::process::ExitCode;

use input::{only_value, read, read_text};
use lexopt::{Arg, Parser};
use weighbridge::export::{markdown, record::DecisionRecord};
use weighbridge::file;
use weighbridge::starter::{STARTERS, Starter};

const USAGE: &str = "Usage:
  weighbridge evaluate PLAN.json [--scenario ID] [--format json|table|csv]
  weighbridge compare PLAN.json FROM TO [--format json|table]
  weighbridge record PLAN.json
  weighbridge export PLAN.json --format json|link|csv|xlsx|overrides [--scenario ID] [--sheet NAME] [--output FILE]
  weighbridge check PLAN.json
  weighbridge schema
  weighbridge template [ID]

evaluate   prints scores, cost curves, break-evens and warnings (JSON by default)
compare    prints how two scenarios differ and what of it each override makes; “base” is the plan itself
record     prints the decision record as Markdown
export     writes the plan, or one of its scenarios applied: as a plan, as the part of a link from # on, as one sheet
           (criteria, workload, team, profiles, or months for the results), or as a workbook with all of them;
           overrides: what the scenario changes, and nothing else
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
        Some(Arg::Value(verb)) if verb == "evaluate" => evaluate::run(parser),
        Some(Arg::Value(verb)) if verb == "compare" => compare::run(parser),
        Some(Arg::Value(verb)) if verb == "record" => run_record(parser),
        Some(Arg::Value(verb)) if verb == "export" => export::run(parser),
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

fn run_record(mut parser: Parser) -> Result<ExitCode, Failure> {
    let plan = read(only_value(&mut parser)?)?;
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

/// Writes to standard output; a reader that has seen enough is no error.
fn print(text: &str) -> ExitCode {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> ExitCode {
    let _ = std::io::stdout().write_all(bytes);
    ExitCode::SUCCESS
}
