//! A static file server for the built app, deep in a folder, on a port of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// The app's place on the server: its addresses must be relative to work here.
const PLACE: &str = "/some/folder/";
/// A page of the same origin with nothing on it, to prepare the browser's storage from.
const EMPTY: &str = "/some/empty";
/// Where browsers report what the page's policy has forbidden.
const REPORT: &str = "/some/report";

/// Serves until it is stopped or dropped.
pub struct Server {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    reports: Arc<Mutex<Vec<String>>>,
    served: Arc<Mutex<Served>>,
    thread: Option<JoinHandle<()>>,
}

/// What is served.
struct Served {
    folder: PathBuf,
    /// So many files are still answered whole; every other one is cut off half-way.
    whole: usize,
}

impl Served {
    /// How much of the next file is sent.
    fn part_of(&mut self, length: usize) -> usize {
        let part = if self.whole == 0 { length / 2 } else { length };
        self.whole = self.whole.saturating_sub(1);
        part
    }
}

/// The folder with the built app.
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("WEIGHBRIDGE_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    assert!(dist.join("index.html").is_file(), "There is no app in {}: run `make build` first.", dist.display());
    dist
}

impl Server {
    /// Serves a folder.
    pub fn start(folder: PathBuf) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the port's number");
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopped);
        let reports = Arc::default();
        let reported = Arc::clone(&reports);
        let served = Arc::new(Mutex::new(Served { folder, whole: usize::MAX }));
        let serves = Arc::clone(&served);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let (serves, reported) = (Arc::clone(&serves), Arc::clone(&reported));
                if let Ok(stream) = stream {
                    // A browser that hangs up early is no failure of the server's.
                    std::thread::spawn(move || answer(stream, &serves, &reported).ok());
                }
            }
        });
        Self { address, stopped, reports, served, thread: Some(thread) }
    }

    /// What the page's policy has forbidden since this was asked last, as browsers report it.
    pub fn take_reports(&self) -> Vec<String> {
        std::mem::take(&mut *self.reports.lock().expect("the reports"))
    }

    /// Serves another folder from now on, and of it so many files whole; what comes after them is cut off half-way.
    pub fn serve(&self, folder: PathBuf, whole: usize) {
        *self.served.lock().expect("what is served") = Served { folder, whole };
    }

    /// What every address of this server begins with.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The app's address.
    pub fn app(&self) -> String {
        self.origin() + PLACE
    }

    /// An empty page's address.
    pub fn empty(&self) -> String {
        self.origin() + EMPTY
    }

    /// Ends it: from now on the port refuses.
    pub fn stop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread from its wait.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn answer(mut stream: TcpStream, served: &Mutex<Served>, reports: &Mutex<Vec<String>>) -> std::io::Result<()> {
    // Browsers open connections ahead and may never use them.
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut request, mut length) = (String::new(), 0);
    reader.read_line(&mut request)?;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let folder = served.lock().expect("what is served").folder.clone();
    let mut sent = usize::MAX;
    let (status, kind, body) = match request.split(' ').nth(1) {
        Some(REPORT) => {
            let mut report = Vec::new();
            reader.take(length).read_to_end(&mut report)?;
            reports.lock().expect("the reports").push(String::from_utf8_lossy(&report).into_owned());
            ("204 No Content", "text/plain; charset=utf-8", Vec::new())
        }
        Some(EMPTY) => ("200 OK", "text/html; charset=utf-8", b"<!doctype html><link rel=icon href=data:,>".to_vec()),
        Some(url) => match file(&folder, url) {
            Some((path, body)) => {
                sent = served.lock().expect("what is served").part_of(body.len());
                ("200 OK", kind(&path), body)
            }
            None => ("404 Not Found", "text/plain; charset=utf-8", b"Not found\n".to_vec()),
        },
        None => return Ok(()),
    };
    let (length, policy) = (body.len(), reported_policy(kind, &body));
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n{policy}\
         x-content-type-options: nosniff\r\ncache-control: no-store\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body[..sent.min(body.len())])
}

/// The policy that a page gives itself, once more as a header: only there can a browser be told to report.
fn reported_policy(kind: &str, page: &[u8]) -> String {
    let page = String::from_utf8_lossy(page);
    let policy = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"");
    match policy.and_then(|(_, rest)| rest.split_once('"')).filter(|_| kind.starts_with("text/html")) {
        Some((policy, _)) => format!("content-security-policy: {policy}; report-uri {REPORT}\r\n"),
        None => String::new(),
    }
}

/// The file an address names, if it is one inside the folder.
fn file(folder: &Path, url: &str) -> Option<(PathBuf, Vec<u8>)> {
    let name = url.split('?').next()?.strip_prefix(PLACE)?;
    let name = Path::new(if name.is_empty() { "index.html" } else { name });
    let inside = name.components().all(|part| matches!(part, Component::Normal(_)));
    let path = folder.join(name);
    let body = std::fs::read(&path).ok().filter(|_| inside)?;
    Some((path, body))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
