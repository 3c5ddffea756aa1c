//! Input from people who mean harm, and from programs that went wrong: what it is, which way it comes in, what becomes of
//! it. The tests and the benchmark give all of it to the core; the browser is given some of it.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod clipboard;
mod formulas;
mod links;
mod lists;
mod numbers;
mod scenarios;
mod sheets;
mod syntax;
pub mod texts;

use weighbridge::export::csv;
use weighbridge::file::{self, link};
use weighbridge::model::Plan;
use weighbridge::session::{Command, Mode, Pasted, Session};
use weighbridge::sheet::{Clip, SheetId};
use weighbridge::starter::Starter;

/// The way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A plan file that is opened.
    Plan,
    /// A file of one scenario, imported into a blank plan.
    Scenario,
    /// A sheet as comma-separated text, imported.
    Sheet,
    /// Plain text that is pasted, from this cell on.
    Paste(&'static str),
    /// Typed into this cell.
    Type(&'static str),
    /// The fragment of an address.
    Link,
}

/// What must become of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// Refused with a sentence in which all of these stand: the place, and what is wrong there.
    Refused(Vec<String>),
    /// Taken, whole.
    Taken,
    /// Taken, and this input then holds this text, letter for letter.
    Holds(String, String),
    /// Taken, and this input then is this number.
    Counts(&'static str, f64),
    /// Taken or refused: what matters is what is left.
    Either,
    /// Taken as a formula that comes to nothing; the sentence about it says this.
    Fault(&'static str),
}

/// One piece of input.
#[derive(Debug, Clone)]
pub struct Case {
    /// Which one it is.
    pub name: String,
    /// The way in.
    pub way: Way,
    /// The text itself.
    pub input: String,
    /// What must become of it.
    pub fate: Fate,
}

impl Case {
    fn new(way: Way, name: impl Into<String>, input: impl Into<String>, fate: Fate) -> Self {
        Self { name: name.into(), way, input: input.into(), fate }
    }

    /// A plan file; `rest` stands behind its format and version.
    fn plan(name: impl Into<String>, rest: impl std::fmt::Display, fate: Fate) -> Self {
        let input = format!(r#"{{"format":"weighbridge-plan","version":1,{rest}}}"#);
        Self::new(Way::Plan, name, input, fate)
    }
}

/// Refused, with these words in the sentence.
fn refused<const N: usize>(words: [&str; N]) -> Fate {
    Fate::Refused(words.map(str::to_owned).into())
}

/// All of it.
pub fn all() -> Vec<Case> {
    [
        syntax::cases(),
        lists::cases(),
        numbers::cases(),
        texts::cases(),
        formulas::cases(),
        scenarios::cases(),
        sheets::cases(),
        clipboard::cases(),
        links::cases(),
    ]
    .concat()
}

/// What became of it: the plan that was taken, or the sentence.
pub type Outcome = Result<Box<Plan>, String>;

impl Case {
    /// Gives it to the program, and does what the program does with it: what is taken is evaluated and laid out.
    pub fn give(&self, session: &mut Session) -> Outcome {
        let plan = match self.way {
            Way::Plan => file::read(&self.input).map_err(|error| error.to_string())?,
            Way::Link => link::from_fragment(&self.input).map_err(|error| error.to_string())?,
            Way::Scenario => {
                let scenario =
                    file::read_scenario(&self.input, session.document()).map_err(|error| error.to_string())?;
                let mut scenarios = session.document().scenarios.clone();
                scenarios.push(scenario);
                session.handle(Command::TakeScenarios(scenarios, "Import".into()));
                return Ok(Box::new(session.document().clone()));
            }
            Way::Sheet => {
                let writes = csv::read_sheet(&self.input, session.plan()).map_err(|problem| problem.to_string())?;
                session.handle(Command::WriteValues(writes, "Import".into()));
                return Ok(Box::new(session.document().clone()));
            }
            Way::Paste(at) => {
                select(session, at);
                let clip = Clip::from_text(&self.input)?;
                let changes = session.handle(Command::Paste(clip, Pasted::All));
                if !changes.plan {
                    return Err(changes.say.unwrap_or_default());
                }
                return Ok(Box::new(session.document().clone()));
            }
            Way::Type(at) => {
                select(session, at);
                session.handle(Command::Type(self.input.clone()));
                session.handle(Command::Commit);
                if session.mode() != Mode::Ready {
                    return Err(session.draft().problem.clone().unwrap_or_default());
                }
                return Ok(Box::new(session.document().clone()));
            }
        };
        session.handle(Command::Open(Box::new(plan), "Open".into()));
        for sheet in SheetId::TABS {
            session.handle(Command::OpenSheet(sheet));
        }
        Ok(Box::new(session.document().clone()))
    }
}

fn select(session: &mut Session, path: &str) {
    session.handle(Command::GoTo(path.into()));
    assert_eq!(session.selected().path().map(ToString::to_string).as_deref(), Some(path), "a cell to begin at");
}

/// The plan that all this comes to.
pub fn blank() -> Session {
    Session::new(Starter::find("blank").expect("there is a blank plan").plan())
}
