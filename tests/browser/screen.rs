//! An unseen screen for one browser. On a screen it shares, another's window takes the keyboard's focus away and gives
//! it back; WebKit then drops the selection of a text field.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::program::Program;

/// The program that makes screens.
pub const PROGRAM: &str = "Xvfb";
/// The Debian package that has it.
pub const PACKAGE: &str = "xvfb";

/// A screen, gone with its owner.
pub struct Screen {
    _server: Program,
    /// What `DISPLAY` calls it.
    pub display: String,
}

impl Screen {
    /// Makes it. The server picks a free number and tells it once it can be used.
    pub fn new() -> Self {
        let mut command = Command::new(PROGRAM);
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().unwrap_or_else(|error| panic!("`{PROGRAM}` did not start: {error}"));
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("what it says")).read_line(&mut number).expect("a screen's number");
        assert!(!number.is_empty(), "`{PROGRAM}` made no screen: {:?}", server.wait());
        Self { _server: Program(server), display: format!(":{}", number.trim()) }
    }
}
