//! Which key does what. One table, read by the keyboard and by the list of shortcuts.

use super::Mode;
use super::command::{Command, Direction, Edge};

/// A key, by what it means rather than where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// An arrow.
    Arrow(Direction),
    /// Home
    Home,
    /// End
    End,
    /// Page Up
    PageUp,
    /// Page Down
    PageDown,
    /// Tab
    Tab,
    /// Enter
    Enter,
    /// Escape
    Escape,
    /// F2
    F2,
    /// Delete
    Delete,
    /// Backspace
    Backspace,
    /// A letter, in lower case.
    Letter(char),
}

impl Key {
    /// Reads a browser's `KeyboardEvent.key`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowUp" => Self::Arrow(Direction::Up),
            "ArrowDown" => Self::Arrow(Direction::Down),
            "ArrowLeft" => Self::Arrow(Direction::Left),
            "ArrowRight" => Self::Arrow(Direction::Right),
            "Home" => Self::Home,
            "End" => Self::End,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            "Tab" => Self::Tab,
            "Enter" => Self::Enter,
            "Escape" => Self::Escape,
            "F2" => Self::F2,
            "Delete" => Self::Delete,
            "Backspace" => Self::Backspace,
            _ => {
                let mut letters = name.chars();
                let letter = letters.next().filter(|_| letters.next().is_none())?;
                Self::Letter(letter.to_ascii_lowercase())
            }
        })
    }
}

/// A key with the modifiers held. Command on a Mac counts as Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPress {
    /// The key.
    pub key: Key,
    /// Ctrl or Command.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt or Option.
    pub alt: bool,
}

/// The modes in which a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modes {
    /// Whatever the mode.
    Any,
    /// While nothing is typed.
    Ready,
    /// While nothing is typed, or typing has replaced the cell's text.
    ReadyOrEnter,
}

impl Modes {
    fn hold(self, mode: Mode) -> bool {
        match self {
            Self::Any => true,
            Self::Ready => mode == Mode::Ready,
            Self::ReadyOrEnter => mode != Mode::Edit,
        }
    }
}

/// One line of the keymap.
#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    /// The key with its modifiers.
    pub press: KeyPress,
    /// When it holds.
    pub modes: Modes,
    /// What it does.
    pub command: Command,
    /// The same in words.
    pub help: &'static str,
}

const fn key(key: Key) -> KeyPress {
    KeyPress { key, ctrl: false, shift: false, alt: false }
}

const fn ctrl(of: Key) -> KeyPress {
    KeyPress { ctrl: true, ..key(of) }
}

const fn shift(of: Key) -> KeyPress {
    KeyPress { shift: true, ..key(of) }
}

const fn alt(of: Key) -> KeyPress {
    KeyPress { alt: true, ..key(of) }
}

const fn bind(press: KeyPress, modes: Modes, command: Command, help: &'static str) -> Binding {
    Binding { press, modes, command, help }
}

/// Every key the grid answers to.
pub static KEYMAP: &[Binding] = &[
    bind(key(Key::Arrow(Direction::Up)), Modes::ReadyOrEnter, Command::Move(Direction::Up), "one cell up"),
    bind(key(Key::Arrow(Direction::Down)), Modes::ReadyOrEnter, Command::Move(Direction::Down), "one cell down"),
    bind(key(Key::Arrow(Direction::Left)), Modes::ReadyOrEnter, Command::Move(Direction::Left), "one cell left"),
    bind(key(Key::Arrow(Direction::Right)), Modes::ReadyOrEnter, Command::Move(Direction::Right), "one cell right"),
    bind(key(Key::Home), Modes::ReadyOrEnter, Command::Jump(Edge::RowStart), "first cell of the row"),
    bind(key(Key::End), Modes::ReadyOrEnter, Command::Jump(Edge::RowEnd), "last cell of the row"),
    bind(ctrl(Key::Home), Modes::ReadyOrEnter, Command::Jump(Edge::SheetStart), "first cell of the sheet"),
    bind(ctrl(Key::End), Modes::ReadyOrEnter, Command::Jump(Edge::SheetEnd), "last cell of the sheet"),
    bind(key(Key::PageUp), Modes::ReadyOrEnter, Command::Jump(Edge::PageUp), "one screen up"),
    bind(key(Key::PageDown), Modes::ReadyOrEnter, Command::Jump(Edge::PageDown), "one screen down"),
    bind(key(Key::Tab), Modes::Any, Command::Tab(Direction::Right), "right, keeping what was typed"),
    bind(shift(Key::Tab), Modes::Any, Command::Tab(Direction::Left), "left, keeping what was typed"),
    bind(key(Key::Enter), Modes::Any, Command::Enter(Direction::Down), "edit; after typing, keep it and go down"),
    bind(shift(Key::Enter), Modes::Any, Command::Enter(Direction::Up), "keep what was typed and go up"),
    bind(key(Key::F2), Modes::Any, Command::Edit, "edit; again: whether arrows move in the text"),
    bind(key(Key::Escape), Modes::Any, Command::Cancel, "drop what was typed; then Tab leaves the grid"),
    bind(key(Key::Delete), Modes::Ready, Command::Clear, "empty the cell, or back to its default"),
    bind(key(Key::Backspace), Modes::Ready, Command::Clear, "empty the cell, or back to its default"),
    bind(ctrl(Key::Letter('z')), Modes::Ready, Command::Undo, "undo"),
    bind(ctrl(Key::Letter('y')), Modes::Ready, Command::Redo, "redo"),
    bind(KeyPress { shift: true, ..ctrl(Key::Letter('z')) }, Modes::Ready, Command::Redo, "redo"),
    bind(alt(Key::Arrow(Direction::Up)), Modes::Any, Command::NextSheet(-1), "previous sheet"),
    bind(alt(Key::Arrow(Direction::Down)), Modes::Any, Command::NextSheet(1), "next sheet"),
];

/// The command of a key press in a mode, if the grid answers to it.
pub fn command_for(press: KeyPress, mode: Mode) -> Option<Command> {
    let bound = KEYMAP.iter().find(|binding| binding.press == press && binding.modes.hold(mode));
    bound.map(|binding| binding.command.clone())
}

impl KeyPress {
    /// The keys as people write them: Ctrl+Z, Shift+↑.
    pub fn label(self) -> String {
        let key = match self.key {
            Key::Arrow(Direction::Up) => "↑".into(),
            Key::Arrow(Direction::Down) => "↓".into(),
            Key::Arrow(Direction::Left) => "←".into(),
            Key::Arrow(Direction::Right) => "→".into(),
            Key::Letter(letter) => letter.to_ascii_uppercase().to_string(),
            Key::PageUp => "Page Up".into(),
            Key::PageDown => "Page Down".into(),
            other => format!("{other:?}"),
        };
        let held = [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")];
        held.iter().filter(|(held, _)| *held).map(|(_, name)| *name).collect::<String>() + &key
    }
}

/// The first keys bound to a command, as people write them.
pub fn keys_of(command: &Command) -> String {
    KEYMAP.iter().find(|binding| binding.command == *command).map_or(String::new(), |binding| binding.press.label())
}
