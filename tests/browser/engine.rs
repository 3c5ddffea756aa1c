//! The browsers the stories run in, and starting and ending them.

use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::folder::Folder;

/// How long a browser may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser and the WebDriver program that drives it.
pub struct Engine {
    /// What it is called.
    pub name: &'static str,
    /// The WebDriver program.
    program: &'static str,
    /// Its arguments, given a port.
    arguments: fn(u16) -> Vec<String>,
    /// The Debian package that has it.
    package: &'static str,
    /// Whether it must be there: else its stories are passed over.
    required: bool,
    /// Whether the browser understands Chromium's DevTools: its logs, and pretending to be another device.
    pub devtools: bool,
    /// What to ask of it, given a folder for its files.
    capabilities: fn(&Path) -> Value,
}

/// Every browser; a new one is a new row.
pub const ENGINES: &[Engine] = &[Engine {
    name: "Chromium",
    program: "chromedriver",
    arguments: |port| vec![format!("--port={port}"), "--log-level=SEVERE".into()],
    package: "chromium-driver",
    required: true,
    devtools: true,
    capabilities: chromium,
}];

fn chromium(folder: &Path) -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1440,900", "--lang=en-US", "about:blank",
                format!("--user-data-dir={}", folder.join("profile").display()),
            ],
            "prefs": {
                "download.default_directory": folder.join("downloads"),
                "download.prompt_for_download": false,
            },
        },
    })
}

/// A running browser with an empty profile.
pub struct Browser {
    /// The way to talk to it.
    pub driver: WebDriver,
    /// Where its downloads go, and everything else of its own.
    pub folder: Folder,
    program: Program,
}

/// The WebDriver program, ended with its owner.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Engine {
    /// Starts the browser; none, with a sentence why, where it is not installed and need not be.
    pub async fn start(&self) -> Option<Browser> {
        let port = free_port();
        let mut command = Command::new(self.program);
        command.args((self.arguments)(port)).stdin(Stdio::null()).stdout(Stdio::null());
        let mut program = match command.spawn() {
            Ok(child) => Program(child),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let missing = format!("`{}` is not installed (Debian: `{}`)", self.program, self.package);
                assert!(!self.required, "{missing}: install it, then run this again.");
                println!("{}: passed over, {missing}.", self.name);
                return None;
            }
            Err(error) => panic!("`{}` did not start: {error}", self.program),
        };
        program.listens(port, self.program).await;
        let folder = Folder::new();
        folder.inner("downloads");
        let mut capabilities = Capabilities::new();
        if let Value::Object(wanted) = (self.capabilities)(folder.path()) {
            for (name, value) in wanted {
                capabilities.set(name, value).expect("a capability");
            }
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await;
        let driver = driver.unwrap_or_else(|error| panic!("{} did not start: {error}", self.name));
        Some(Browser { driver, folder, program })
    }
}

impl Program {
    async fn listens(&mut self, port: u16, name: &str) {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Ok(Some(status)) = self.0.try_wait() {
                panic!("`{name}` ended at once: {status}");
            }
            assert!(start.elapsed() < PATIENCE, "`{name}` does not answer on port {port}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Browser {
    /// Ends the browser, then its driver.
    pub async fn quit(self) {
        let Self { driver, folder, program } = self;
        if let Err(error) = driver.quit().await {
            println!("The browser did not end in order: {error}");
        }
        drop(program);
        drop(folder);
    }
}

/// A port nobody listens on; one that is let go is not given out again for a while.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the port's number").port()
}
