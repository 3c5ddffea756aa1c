//! A program that runs beside the stories.

use std::process::Child;

/// The program, ended with its owner.
pub struct Program(pub Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
