//! The server of `make run`: the files of one folder, on this machine only, with the headers that a page cannot give itself.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The server, on a folder with a page and beside it a file that is nobody's business.
struct Serving {
    server: Child,
    port: u16,
    folder: PathBuf,
}

impl Serving {
    fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("weighbridge-serving-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("dist")).unwrap();
        std::fs::write(folder.join("dist/index.html"), "<p>the page").unwrap();
        std::fs::write(folder.join("secret.txt"), "a secret").unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/serve.mjs");
        let mut server = Command::new("node")
            .args([&script, &folder.join("dist")])
            .arg(port.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node.js is there");
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(line.contains(&format!("127.0.0.1:{port}")), "{line}");
        Self { server, port, folder }
    }

    /// What comes back, in small letters.
    fn ask(&self, method: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.to_lowercase()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn the_folder_is_served_and_nothing_beside_it() {
    let serving = Serving::start();
    let page = serving.ask("GET", "/");
    assert!(page.starts_with("http/1.1 200") && page.ends_with("<p>the page"), "{page}");
    assert!(
        page.contains("content-type: text/html; charset=utf-8") && page.contains("cache-control: no-cache"),
        "{page}"
    );
    for path in
        ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/dist/../../secret.txt", "/nothing", "/%", "/%00"]
    {
        let answer = serving.ask("GET", path);
        assert!(!answer.contains("a secret") && !answer.starts_with("http/1.1 200"), "{path}: {answer}");
    }
    assert!(serving.ask("POST", "/").starts_with("http/1.1 405"));
    for answer in [page, serving.ask("GET", "/nothing"), serving.ask("POST", "/")] {
        for header in [
            "content-security-policy: frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
        ] {
            assert!(answer.contains(header), "{header} in {answer}");
        }
    }
}
