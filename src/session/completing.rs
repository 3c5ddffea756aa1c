//! Names and functions that may be meant by what has been typed of them, and the colours of names in a formula.

use std::ops::Range;

use super::{Changes, Command, Direction, Key, KeyPress, Mode, Session};
use crate::edit::structure::Thing;
use crate::formula::{Token, TokenKind, functions, tokens};
use crate::model::{Names, Path};
use crate::sheet::CellRef;

/// Most lines that are offered.
const MOST: usize = 8;

/// A name or function that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What is put into the text.
    pub name: String,
    /// What it is.
    pub help: String,
}

/// A name in the formula that is being typed, and the cells it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Colored {
    /// The bytes of the text.
    pub span: Range<usize>,
    /// The number of its colour, from 0; the same name has the same colour.
    pub color: usize,
    /// The cells of the sheet in sight that it means.
    pub cells: Vec<CellRef>,
}

impl Session {
    /// What may be meant at the caret of the formula that is being typed, and which of it is marked.
    pub fn suggestions(&self) -> (Vec<Suggestion>, Option<usize>) {
        (self.composing.suggestions.clone(), self.composing.marked)
    }

    /// What a key means while suggestions are offered: arrows mark one, Tab takes it, and so does Enter once one is
    /// marked.
    pub(super) fn suggestion_key(&self, press: KeyPress) -> Option<Command> {
        if self.composing.suggestions.is_empty() || press.ctrl || press.shift || press.alt {
            return None;
        }
        match press.key {
            Key::Arrow(Direction::Down) => Some(Command::Suggest(1)),
            Key::Arrow(Direction::Up) => Some(Command::Suggest(-1)),
            Key::Tab => Some(Command::Complete(None)),
            Key::Enter if self.composing.marked.is_some() => Some(Command::Complete(None)),
            _ => None,
        }
    }

    /// The names in the formula that is being typed.
    pub fn colored(&self) -> Vec<Colored> {
        let text = &self.draft.text;
        let Some(at) = self.edited_input().filter(|_| self.mode != Mode::Ready && text.starts_with('=')) else {
            return Vec::new();
        };
        let look = self.look(at);
        let names = Names::of(look.plan);
        let mut known: Vec<&str> = Vec::new();
        let mut colored = Vec::new();
        for token in tokens(text, &|name| names.is_known(name)) {
            let Some(name) = text.get(token.span.clone()).filter(|_| token.kind == TokenKind::Name) else { continue };
            let Ok(meant) = names.resolve(name, &look.path) else { continue };
            let color = known.iter().position(|other| *other == name).unwrap_or_else(|| {
                known.push(name);
                known.len() - 1
            });
            let cells = meant.iter().filter_map(|path| self.place_in(&look.case, path)).collect();
            colored.push(Colored { span: token.span, color, cells });
        }
        colored
    }

    pub(super) fn forget_suggestions(&mut self) {
        self.composing.suggestions.clear();
        self.composing.marked = None;
    }

    /// Looks again for what may be meant, after the text or the caret has changed.
    pub(super) fn look_for_suggestions(&mut self) {
        self.composing.marked = None;
        self.composing.suggestions = self.suggested();
    }

    fn suggested(&self) -> Vec<Suggestion> {
        let is_formula = self.mode != Mode::Ready && self.draft.text.starts_with('=');
        let Some(at) = self.edited_input().filter(|_| is_formula) else { return Vec::new() };
        let look = self.look(at);
        let names = Names::of(look.plan);
        let Some(token) = self.word(&names) else { return Vec::new() };
        let word = self.draft.text.get(token.span).unwrap_or("").to_ascii_lowercase();
        let mut found = Vec::new();
        for function in functions().iter().filter(|function| begins(function.name, &word)) {
            let help = format!("({}) {}", function.takes, function.help);
            found.push(Suggestion { name: format!("{}(", function.name), help });
        }
        let mut by_rank: Vec<(usize, &Path)> =
            names.paths().iter().filter_map(|path| Some((self.rank(path, &word)?, path))).collect();
        by_rank.sort_by_key(|(rank, path)| (*rank, path.as_str().len()));
        let room = MOST.saturating_sub(found.len().min(MOST / 2));
        let inputs: Vec<Suggestion> = by_rank
            .into_iter()
            .take(room)
            .map(|(_, path)| Suggestion { name: names.shortest(path, &look.path), help: self.meaning_of(path) })
            .collect();
        // A word that is a whole name already needs no help.
        if inputs.iter().any(|suggestion| suggestion.name.eq_ignore_ascii_case(&word)) {
            return Vec::new();
        }
        found.truncate(MOST - inputs.len().min(MOST / 2));
        found.extend(inputs);
        found.truncate(MOST);
        found
    }

    /// The name at whose end the caret stands.
    fn word(&self, names: &Names) -> Option<Token> {
        let (text, caret) = (&self.draft.text, self.draft.caret);
        if self.mode == Mode::Point {
            return None;
        }
        let is_word = |token: &Token| matches!(token.kind, TokenKind::Name | TokenKind::Function);
        tokens(text, &|name| names.is_known(name)).into_iter().find(|token| token.span.end == caret && is_word(token))
    }

    /// How well an input fits a word, the best first: it is called so, one of its steps is, its label holds the word.
    fn rank(&self, path: &Path, word: &str) -> Option<usize> {
        let input = self.document.input(path)?;
        input.kind.unit()?;
        let path = path.as_str().to_ascii_lowercase();
        if path.rsplit('.').next().is_some_and(|last| last.starts_with(word)) {
            return Some(0);
        }
        if path.split('.').any(|step| step.starts_with(word)) {
            return Some(1);
        }
        let (steps, last) = word.rsplit_once('.').unwrap_or(("", word));
        let rest = path.rsplit_once('.').filter(|_| !steps.is_empty());
        if rest.is_some_and(|(before, own)| own.starts_with(last) && before.ends_with(steps)) {
            return Some(2);
        }
        input.label.to_ascii_lowercase().contains(word).then_some(3)
    }

    /// The input in words: its label, and the thing it belongs to.
    fn meaning_of(&self, path: &Path) -> String {
        let label = self.document.input(path).map_or("", |input| input.label);
        let of = match *path.steps().as_slice() {
            ["criteria", _, "scores" | "raw", own] => self.plan().alternative(own).map(|own| own.name.clone()),
            _ => None,
        };
        let thing = Thing::of(self.plan(), path).map(|thing| thing.name(self.plan()));
        [Some(label.to_owned()), thing, of].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    pub(super) fn suggest(&mut self, step: isize) -> Changes {
        let count = self.composing.suggestions.len();
        if count == 0 {
            return Changes::default();
        }
        let next = match self.composing.marked {
            None if step < 0 => count - 1,
            None => 0,
            Some(marked) => (marked + count).saturating_add_signed(step) % count,
        };
        self.composing.marked = Some(next);
        let line = self.composing.suggestions.get(next);
        let say = line.map(|line| format!("{}, {}", line.name, line.help));
        Changes { draft: true, say, ..Changes::default() }
    }

    /// Puts a suggestion in place of the word at the caret.
    pub(super) fn complete(&mut self, which: Option<usize>) -> Changes {
        let which = which.or(self.composing.marked).unwrap_or(0);
        let Some(name) = self.composing.suggestions.get(which).map(|line| line.name.clone()) else {
            return Changes::default();
        };
        let Some(token) = self.word(&Names::of(self.plan())) else { return Changes::default() };
        let (start, mut end) = (token.span.start, token.span.end);
        // The bracket that stands there already is the function's.
        if name.ends_with('(') && self.draft.text.get(end..).is_some_and(|rest| rest.starts_with('(')) {
            end += 1;
        }
        self.draft.text.replace_range(start..end, &name);
        self.draft.caret = start + name.len();
        self.draft.problem = None;
        self.forget_suggestions();
        Changes { draft: true, say: Some(name), ..Changes::default() }
    }
}

fn begins(name: &str, word: &str) -> bool {
    name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)) && !word.is_empty()
}
