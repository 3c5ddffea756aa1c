//! Which key does what. One table, read by the keyboard and by the list of shortcuts.

use super::Mode;
use super::command::{Ask, ClipboardKey, Command, Direction, Edge};
use super::key::{Key, KeyPress, alt, alt_shift, ctrl, ctrl_shift, key, shift};
use crate::edit::structure::Addition;

/// The modes in which a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modes {
    /// Whatever the mode.
    Any,
    /// While nothing is typed.
    Ready,
    /// While nothing is typed, or typing has replaced the cell's text.
    ReadyOrEnter,
    /// While something is typed.
    Typing,
    /// While nothing is typed, or a formula's cells are being chosen.
    ReadyOrPoint,
}

impl Modes {
    fn hold(self, mode: Mode) -> bool {
        match self {
            Self::Any => true,
            Self::Ready => mode == Mode::Ready,
            Self::ReadyOrEnter => mode != Mode::Edit,
            Self::Typing => mode != Mode::Ready,
            Self::ReadyOrPoint => matches!(mode, Mode::Ready | Mode::Point),
        }
    }
}

/// What a key is for: the headings of the list of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// To another cell or sheet.
    Moving,
    /// Several cells.
    Selecting,
    /// Their contents.
    Editing,
    /// Copies.
    Clipboard,
    /// Rows, columns and everything around the grid.
    Page,
}

impl Part {
    /// All parts, in the order of the list.
    pub const ALL: [Self; 5] = [Self::Moving, Self::Selecting, Self::Editing, Self::Clipboard, Self::Page];

    /// The heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Selecting => "Selecting",
            Self::Editing => "Editing",
            Self::Clipboard => "Clipboard",
            Self::Page => "The page",
        }
    }
}

/// One line of the keymap.
#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    /// The heading it stands under.
    pub part: Part,
    /// The key with its modifiers.
    pub press: KeyPress,
    /// When it holds.
    pub modes: Modes,
    /// What it does.
    pub command: Command,
    /// The same in words.
    pub help: &'static str,
}

const UP: Key = Key::Arrow(Direction::Up);
const DOWN: Key = Key::Arrow(Direction::Down);
const LEFT: Key = Key::Arrow(Direction::Left);
const RIGHT: Key = Key::Arrow(Direction::Right);
const SPACE: Key = Key::Letter(' ');

const fn bind(part: Part, press: KeyPress, modes: Modes, command: Command, help: &'static str) -> Binding {
    Binding { part, press, modes, command, help }
}

/// Moves; while the text is being edited, the key is the text's.
const fn moves(press: KeyPress, command: Command, help: &'static str) -> Binding {
    bind(Part::Moving, press, Modes::ReadyOrEnter, command, help)
}

const fn selects(press: KeyPress, command: Command, help: &'static str) -> Binding {
    bind(Part::Selecting, press, Modes::Ready, command, help)
}

const fn extends(press: KeyPress, command: Command, help: &'static str) -> Binding {
    bind(Part::Selecting, press, Modes::ReadyOrPoint, command, help)
}

const fn edits(press: KeyPress, modes: Modes, command: Command, help: &'static str) -> Binding {
    bind(Part::Editing, press, modes, command, help)
}

const fn copies(press: KeyPress, key: ClipboardKey, help: &'static str) -> Binding {
    bind(Part::Clipboard, press, Modes::Ready, Command::Clipboard(key), help)
}

const fn asks(press: KeyPress, modes: Modes, ask: Ask, help: &'static str) -> Binding {
    bind(Part::Page, press, modes, Command::Ask(ask), help)
}

const fn views(press: KeyPress, command: Command, help: &'static str) -> Binding {
    bind(Part::Page, press, Modes::Ready, command, help)
}

/// Every key the grid answers to; the first that fits counts.
pub static KEYMAP: &[Binding] = &[
    moves(key(UP), Command::Move(Direction::Up), "one cell up"),
    moves(key(DOWN), Command::Move(Direction::Down), "one cell down"),
    moves(key(LEFT), Command::Move(Direction::Left), "one cell left"),
    moves(key(RIGHT), Command::Move(Direction::Right), "one cell right"),
    moves(ctrl(UP), Command::Jump(Edge::Data(Direction::Up)), "up to where the cells end"),
    moves(ctrl(DOWN), Command::Jump(Edge::Data(Direction::Down)), "down to where the cells end"),
    moves(ctrl(LEFT), Command::Jump(Edge::Data(Direction::Left)), "left to where the cells end"),
    moves(ctrl(RIGHT), Command::Jump(Edge::Data(Direction::Right)), "right to where the cells end"),
    extends(shift(UP), Command::Extend(Direction::Up), "select one row up"),
    extends(shift(DOWN), Command::Extend(Direction::Down), "select one row down"),
    extends(shift(LEFT), Command::Extend(Direction::Left), "select one column left"),
    extends(shift(RIGHT), Command::Extend(Direction::Right), "select one column right"),
    extends(ctrl_shift(UP), Command::ExtendTo(Edge::Data(Direction::Up)), "select up to where the cells end"),
    extends(ctrl_shift(DOWN), Command::ExtendTo(Edge::Data(Direction::Down)), "select down to where the cells end"),
    extends(ctrl_shift(LEFT), Command::ExtendTo(Edge::Data(Direction::Left)), "select left to where the cells end"),
    extends(ctrl_shift(RIGHT), Command::ExtendTo(Edge::Data(Direction::Right)), "select right to where the cells end"),
    moves(key(Key::Home), Command::Jump(Edge::RowStart), "first cell of the row"),
    moves(key(Key::End), Command::Jump(Edge::RowEnd), "last cell of the row"),
    extends(shift(Key::Home), Command::ExtendTo(Edge::RowStart), "select to the first cell of the row"),
    extends(shift(Key::End), Command::ExtendTo(Edge::RowEnd), "select to the last cell of the row"),
    moves(ctrl(Key::Home), Command::Jump(Edge::SheetStart), "first cell of the sheet"),
    moves(ctrl(Key::End), Command::Jump(Edge::SheetEnd), "last cell of the sheet"),
    extends(ctrl_shift(Key::Home), Command::ExtendTo(Edge::SheetStart), "select to the first cell of the sheet"),
    extends(ctrl_shift(Key::End), Command::ExtendTo(Edge::SheetEnd), "select to the last cell of the sheet"),
    moves(key(Key::PageUp), Command::Jump(Edge::PageUp), "one screen up"),
    moves(key(Key::PageDown), Command::Jump(Edge::PageDown), "one screen down"),
    extends(shift(Key::PageUp), Command::ExtendTo(Edge::PageUp), "select one screen up"),
    extends(shift(Key::PageDown), Command::ExtendTo(Edge::PageDown), "select one screen down"),
    bind(Part::Moving, key(Key::Tab), Modes::Any, Command::Tab(Direction::Right), "right, keeping what was typed"),
    bind(Part::Moving, shift(Key::Tab), Modes::Any, Command::Tab(Direction::Left), "left, keeping what was typed"),
    edits(key(Key::Enter), Modes::Any, Command::Enter(Direction::Down), "edit; after typing, keep it and go down"),
    edits(shift(Key::Enter), Modes::Any, Command::Enter(Direction::Up), "keep what was typed and go up"),
    edits(key(Key::F2), Modes::Any, Command::Edit, "edit; again: whether arrows move in the text"),
    edits(key(Key::Delete), Modes::Ready, Command::Clear, "empty the selected cells, or back to their defaults"),
    edits(key(Key::Backspace), Modes::Ready, Command::Clear, "empty the selected cells, or back to their defaults"),
    selects(ctrl(Key::Letter('a')), Command::SelectAll, "select the block of rows; again: the whole sheet"),
    selects(ctrl(SPACE), Command::SelectColumns, "select whole columns"),
    selects(shift(SPACE), Command::SelectRows, "select whole rows"),
    copies(ctrl(Key::Letter('c')), ClipboardKey::Copy, "copy"),
    copies(ctrl(Key::Letter('x')), ClipboardKey::Cut, "cut: pasting moves the cells"),
    copies(ctrl(Key::Letter('v')), ClipboardKey::Paste, "paste"),
    copies(ctrl_shift(Key::Letter('v')), ClipboardKey::PasteValues, "paste values, no formulas"),
    edits(ctrl(Key::Letter('d')), Modes::Ready, Command::FillDown, "fill down from the first row of the selection"),
    edits(
        ctrl(Key::Letter('r')),
        Modes::Ready,
        Command::FillRight,
        "fill right from the first column of the selection",
    ),
    edits(ctrl(Key::Enter), Modes::Typing, Command::CommitAll, "what was typed into all selected cells"),
    edits(ctrl(Key::Letter('z')), Modes::Ready, Command::Undo, "undo"),
    edits(ctrl(Key::Letter('y')), Modes::Ready, Command::Redo, "redo"),
    edits(ctrl_shift(Key::Letter('z')), Modes::Ready, Command::Redo, "redo"),
    asks(ctrl(Key::Letter('f')), Modes::Any, Ask::Find, "find cells"),
    views(key(Key::F3), Command::FindNext(1), "next find"),
    views(shift(Key::F3), Command::FindNext(-1), "previous find"),
    bind(Part::Moving, alt(UP), Modes::Any, Command::NextSheet(-1), "previous sheet"),
    bind(Part::Moving, alt(DOWN), Modes::Any, Command::NextSheet(1), "next sheet"),
    asks(shift(Key::F10), Modes::Ready, Ask::Menu, "menu of the selected cells"),
    asks(key(Key::Menu), Modes::Ready, Ask::Menu, "menu of the selected cells"),
    asks(ctrl(Key::Letter('s')), Modes::Any, Ask::Save, "save the plan as a file; again: into the same file"),
    asks(ctrl_shift(Key::Letter('s')), Modes::Any, Ask::SaveAs, "save the plan as another file"),
    asks(ctrl(Key::Letter('/')), Modes::Any, Ask::Keys, "this list"),
    // Where the slash needs Shift itself.
    asks(ctrl_shift(Key::Letter('/')), Modes::Any, Ask::Keys, "this list"),
    edits(key(Key::Escape), Modes::Any, Command::Cancel, "drop what was typed or cut; then Tab leaves the grid"),
    asks(key(Key::F6), Modes::Any, Ask::NextRegion, "next part of the page: toolbar, grid, answer"),
    asks(shift(Key::F6), Modes::Any, Ask::PreviousRegion, "previous part of the page"),
    asks(shift(Key::F2), Modes::Ready, Ask::Note, "note on the selected cell"),
    views(ctrl(Key::Letter('9')), Command::HideRows, "hide the selected rows"),
    views(ctrl_shift(Key::Letter('9')), Command::ShowRows, "show hidden rows again"),
    // What Shift+9 is on many keyboards.
    views(ctrl_shift(Key::Letter('(')), Command::ShowRows, "show hidden rows again"),
    // Where Excel makes a new sheet.
    views(shift(Key::F11), Command::Add(Addition::Scenario), "new scenario"),
    views(alt_shift(UP), Command::NextScenario(-1), "previous scenario on the whole page"),
    views(alt_shift(DOWN), Command::NextScenario(1), "next scenario on the whole page"),
    asks(alt_shift(RIGHT), Modes::Ready, Ask::Widen, "wider columns"),
    asks(alt_shift(LEFT), Modes::Ready, Ask::Narrow, "narrower columns"),
];

/// The command of a key press in a mode, if the grid answers to it.
pub fn command_for(press: KeyPress, mode: Mode) -> Option<Command> {
    let bound = KEYMAP.iter().find(|binding| binding.press == press && binding.modes.hold(mode));
    bound.map(|binding| binding.command.clone())
}

/// The first keys bound to a command, as people write them.
pub fn keys_of(command: &Command) -> String {
    KEYMAP.iter().find(|binding| binding.command == *command).map_or(String::new(), |binding| binding.press.label())
}
