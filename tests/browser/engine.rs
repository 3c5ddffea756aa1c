//! The browsers the stories run in, and starting and ending them.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::folder::Folder;
use crate::program::Program;
use crate::screen::{self, Screen};

/// How long a browser may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// The file, in the browser's folder, with what the browser and its driver print. It says nothing of the app.
pub const LOG: &str = "printed.log";

/// Whether a browser has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Without it, its stories fail.
    Required,
    /// Without it, its stories are passed over.
    Welcome,
}

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
    /// Whether it is a GTK program: such a one draws on a screen, and downloads into the user's own folder.
    gtk: bool,
    /// Whether the browser understands Chromium's DevTools: its logs, and pretending to be another device.
    pub devtools: bool,
    /// What to ask of it, given a folder for its files.
    capabilities: fn(&Path) -> Value,
}

/// Every browser; a new one is a new row.
pub const ENGINES: &[Engine] = &[
    Engine {
        name: "Chromium",
        program: "chromedriver",
        arguments: |port| vec![format!("--port={port}"), "--log-level=SEVERE".into()],
        package: "chromium-driver",
        gtk: false,
        devtools: true,
        capabilities: chromium,
    },
    Engine {
        name: "Firefox",
        program: "geckodriver",
        arguments: |port| vec![format!("--port={port}"), "--log=fatal".into(), "--websocket-port=0".into()],
        package: "firefox-esr",
        gtk: false,
        devtools: false,
        capabilities: firefox,
    },
    Engine {
        name: "WebKit",
        program: "WebKitWebDriver",
        arguments: |port| vec![format!("--port={port}")],
        package: "webkit2gtk-driver",
        gtk: true,
        devtools: false,
        capabilities: webkit,
    },
];

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

fn firefox(folder: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless", "--width=1440", "--height=900"],
            "prefs": {
                "browser.download.folderList": 2,
                "browser.download.dir": folder.join("downloads"),
                "browser.download.useDownloadDir": true,
                "browser.download.manager.showWhenStarting": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/markdown,image/svg+xml,image/png",
                "intl.accept_languages": "en-US",
                // Instead of asking somebody.
                "permissions.default.persistent-storage": 1,
            },
        },
    })
}

fn webkit(_: &Path) -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "args": ["--automation"],
        },
    })
}

/// A running browser with an empty profile.
pub struct Browser {
    /// The way to talk to it.
    pub driver: WebDriver,
    /// What it is called.
    pub name: &'static str,
    /// Where its downloads go, and everything else of its own.
    pub folder: Folder,
    program: Program,
    screen: Option<Screen>,
}

impl Engine {
    /// Whether its stories are told, and whether it must be there. `WEIGHBRIDGE_ENGINES` says which must, by their names
    /// with commas between or `all`; else the first must, and the others are told where they are installed.
    pub fn wanted(&self) -> Option<Presence> {
        let Ok(names) = std::env::var("WEIGHBRIDGE_ENGINES") else {
            return Some(if self.name == ENGINES[0].name { Presence::Required } else { Presence::Welcome });
        };
        let names: Vec<&str> = names.split(',').collect();
        let is_known = |name: &&str| *name == "all" || ENGINES.iter().any(|engine| engine.name == *name);
        assert!(names.iter().all(is_known), "`WEIGHBRIDGE_ENGINES` names a browser that is not known here: {names:?}");
        (names == ["all"] || names.contains(&self.name)).then_some(Presence::Required)
    }

    /// Why it cannot be started, if so.
    fn missing(&self) -> Option<String> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let is_there = |program: &str| std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
        let screen = self.gtk.then_some((screen::PROGRAM, screen::PACKAGE));
        let needs = [Some((self.program, self.package)), screen];
        let (program, package) = needs.into_iter().flatten().find(|(program, _)| !is_there(program))?;
        Some(format!("`{program}` is not installed (Debian: `{package}`)"))
    }

    /// Starts the browser; none, with a sentence why, where it cannot be and need not be.
    pub async fn start(&self, presence: Presence) -> Option<Browser> {
        if let Some(missing) = self.missing() {
            assert!(presence == Presence::Welcome, "{}: {missing}", self.name);
            println!("{}: passed over, {missing}.", self.name);
            return None;
        }
        Some(self.start_in(Folder::new()).await)
    }

    /// Starts the browser with the profile in a folder, which may be that of an earlier one.
    pub async fn start_in(&self, folder: Folder) -> Browser {
        let port = free_port();
        let downloads = folder.inner("downloads");
        let mut command = Command::new(self.program);
        let log = folder.path().join(LOG);
        let printed = File::create(&log).expect("a file for what the browser prints");
        command.args((self.arguments)(port)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(printed);
        let screen = self.gtk.then(Screen::new);
        if let Some(screen) = &screen {
            command.env("HOME", &downloads).env("DISPLAY", &screen.display).env_remove("WAYLAND_DISPLAY");
        }
        let child = command.spawn().unwrap_or_else(|error| panic!("`{}` did not start: {error}", self.program));
        let mut program = Program(child);
        listens(&mut program, port, self.program, &log).await;
        let mut capabilities = Capabilities::new();
        if let Value::Object(wanted) = (self.capabilities)(folder.path()) {
            for (name, value) in wanted {
                capabilities.set(name, value).expect("a capability");
            }
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await;
        let driver = driver.unwrap_or_else(|error| panic!("{} did not start: {error}\n{}", self.name, read(&log)));
        if !self.devtools {
            driver.set_window_rect(0, 0, 1440, 900).await.expect("a window of this size");
        }
        Browser { driver, name: self.name, folder, program, screen }
    }
}

/// Waits until the driver listens.
async fn listens(program: &mut Program, port: u16, name: &str, log: &Path) {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if let Ok(Some(status)) = program.0.try_wait() {
            panic!("`{name}` ended at once: {status}\n{}", read(log));
        }
        assert!(start.elapsed() < PATIENCE, "`{name}` does not answer on port {port}\n{}", read(log));
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// What was printed: its folder goes away with a browser that does not start.
fn read(log: &Path) -> String {
    std::fs::read_to_string(log).unwrap_or_default()
}

impl Browser {
    /// Kills the browser and its driver as the system does when it has no memory left; its folder.
    pub fn kill(self) -> Folder {
        let Self { driver, folder, program, screen, .. } = self;
        // Browsers are known by the folder they were given.
        let profile = folder.path().display().to_string();
        let killed = Command::new("pkill").args(["-KILL", "-f", &profile]).status().expect("pkill runs");
        assert!(killed.success(), "there was a browser to kill");
        // Dropped, it would wait two minutes for an answer.
        driver.leak().expect("a browser that was not ended");
        drop((program, screen));
        folder
    }

    /// Ends the browser, then its driver.
    pub async fn quit(self) {
        let Self { driver, folder, program, screen, .. } = self;
        if let Err(error) = driver.quit().await {
            println!("The browser did not end in order: {error}");
        }
        drop((program, screen));
        drop(folder);
    }
}

/// A port nobody listens on; one that is let go is not given out again for a while.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the port's number").port()
}
