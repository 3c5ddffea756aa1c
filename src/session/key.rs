//! Keys and what is held with them.

use super::command::Direction;

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
    /// F3
    F3,
    /// F6
    F6,
    /// F10
    F10,
    /// F11
    F11,
    /// The key that opens the menu.
    Menu,
    /// Delete
    Delete,
    /// Backspace
    Backspace,
    /// A letter in lower case, a digit, a sign, or the space.
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
            "F3" => Self::F3,
            "F6" => Self::F6,
            "F10" => Self::F10,
            "F11" => Self::F11,
            "ContextMenu" => Self::Menu,
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

impl KeyPress {
    /// The keys as people write them: Ctrl+Z, Shift+↑.
    pub fn label(self) -> String {
        let key = match self.key {
            Key::Arrow(Direction::Up) => "↑".into(),
            Key::Arrow(Direction::Down) => "↓".into(),
            Key::Arrow(Direction::Left) => "←".into(),
            Key::Arrow(Direction::Right) => "→".into(),
            Key::Letter(' ') => "Space".into(),
            Key::Letter(letter) => letter.to_ascii_uppercase().to_string(),
            Key::PageUp => "Page Up".into(),
            Key::PageDown => "Page Down".into(),
            other => format!("{other:?}"),
        };
        let held = [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")];
        held.iter().filter(|(held, _)| *held).map(|(_, name)| *name).collect::<String>() + &key
    }
}

pub(super) const fn key(key: Key) -> KeyPress {
    KeyPress { key, ctrl: false, shift: false, alt: false }
}

pub(super) const fn ctrl(of: Key) -> KeyPress {
    KeyPress { ctrl: true, ..key(of) }
}

pub(super) const fn shift(of: Key) -> KeyPress {
    KeyPress { shift: true, ..key(of) }
}

pub(super) const fn alt(of: Key) -> KeyPress {
    KeyPress { alt: true, ..key(of) }
}

pub(super) const fn ctrl_shift(of: Key) -> KeyPress {
    KeyPress { shift: true, ..ctrl(of) }
}

pub(super) const fn alt_shift(of: Key) -> KeyPress {
    KeyPress { shift: true, ..alt(of) }
}
