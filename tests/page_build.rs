//! The last step of a build: the policy of its pages, and the list of files that the service worker keeps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = "<!doctype html><html lang=\"en\"><head><script src=\"rescue.js\"></script>\
    <script type=\"module\">import init from './app-1.js'; init();</script></head><body></body></html>";

/// A folder with the files of a build, taken away at the end.
struct Build(PathBuf);

impl Build {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("weighbridge-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).unwrap();
        let build = Self(folder);
        let rescue =
            "<!doctype html><html><head><link rel=\"stylesheet\" href=\"rescue.css\"></head><body></body></html>";
        for (name, text) in [
            ("index.html", PAGE),
            ("rescue.html", rescue),
            ("rescue.js", "1"),
            ("rescue.css", "p {}"),
            ("app-1.js", "2"),
            ("app-1_bg.wasm", "\0asm"),
            ("app-1.js.map", "{}"),
        ] {
            build.write(name, text);
        }
        build.finish();
        build
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Runs the step.
    fn finish(&self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/post-build.mjs");
        let status = Command::new("node").arg(script).arg(&self.0).status().expect("Node.js is there");
        assert!(status.success());
    }

    fn all(&self) -> BTreeMap<String, Vec<u8>> {
        let files = std::fs::read_dir(&self.0).unwrap().map(|file| file.unwrap().path());
        files.map(|path| (path.file_name().unwrap().to_string_lossy().into(), std::fs::read(&path).unwrap())).collect()
    }

    /// Each rule of a page's policy.
    fn policy(&self, page: &str) -> Vec<String> {
        let page = self.read(page);
        let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect("a policy");
        rest.split_once('"').unwrap().0.split("; ").map(str::to_owned).collect()
    }

    fn rule(&self, page: &str, name: &str) -> String {
        let rules = self.policy(page);
        rules.into_iter().find(|rule| rule.starts_with(name)).unwrap_or_else(|| panic!("{page} has a rule for {name}"))
    }

    /// The name of the build, as the page and the worker have it.
    fn name(&self) -> String {
        let worker = self.read("sw.js");
        let (_, rest) = worker.split_once("const BUILD = \"").unwrap();
        let name = rest.split_once('"').unwrap().0.to_owned();
        assert!(self.read("index.html").contains(&format!("<meta name=\"weighbridge-build\" content=\"{name}\">")));
        name
    }

    /// The files that the worker keeps, with what it expects of them.
    fn kept(&self) -> BTreeMap<String, String> {
        let worker = self.read("sw.js");
        let (_, rest) = worker.split_once("const FILES = ").unwrap();
        serde_json::from_str(rest.split_once(";\n").unwrap().0).unwrap()
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_policy_lets_nothing_in_but_the_build() {
    let build = Build::new("policy");
    for page in ["index.html", "rescue.html"] {
        let policy = build.policy(page).join("; ");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(!policy.contains('*') && !policy.contains("http"), "{policy}");
        assert_eq!(build.rule(page, "default-src"), "default-src 'none'");
        assert_eq!(build.rule(page, "connect-src"), "connect-src 'self'");
        assert_eq!(build.rule(page, "style-src"), "style-src 'self'");
        let text = build.read(page);
        assert!(text.find("Content-Security-Policy") < text.find("rescue."), "before anything that it is about");
    }
    let scripts = build.rule("index.html", "script-src");
    assert!(scripts.starts_with("script-src 'self' 'wasm-unsafe-eval' 'sha256-"), "{scripts}");
    assert_eq!(scripts.matches("sha256-").count(), 1, "one inline script, one hash");
    assert_eq!(build.rule("rescue.html", "script-src").matches("sha256-").count(), 0);
}

#[test]
fn the_hash_is_that_of_the_loader() {
    let build = Build::new("loader");
    let before = build.rule("index.html", "script-src");
    build.write("index.html", &PAGE.replace("init();", "init() ;"));
    build.finish();
    assert_ne!(build.rule("index.html", "script-src"), before);
    build.write("index.html", PAGE);
    build.finish();
    assert_eq!(build.rule("index.html", "script-src"), before);
}

#[test]
fn a_page_that_was_made_short_has_its_policy_too() {
    let build = Build::new("short");
    let whole = (build.policy("index.html"), build.read("rescue.html"));
    assert!(
        build.read("index.html").contains("<script src=\"rescue.js\" integrity=\"sha256-"),
        "{}",
        build.read("index.html")
    );
    assert!(whole.1.contains("href=\"rescue.css\" integrity=\"sha256-"), "{}", whole.1);
    let short = PAGE.replace("<head>", "").replace("</head>", "").replace("<body></body></html>", "").replace('"', "");
    assert!(short.starts_with("<!doctype html><html lang=en><script src=rescue.js>"), "{short}");
    build.write("index.html", &short);
    build.finish();
    let page = build.read("index.html");
    assert_eq!(build.policy("index.html"), whole.0);
    assert!(page.starts_with("<!doctype html><html lang=en><meta http-equiv=\"Content-Security-Policy\""), "{page}");
    assert!(page.contains("<script src=rescue.js integrity=\"sha256-"), "{page}");
    build.finish();
    assert_eq!(build.read("index.html"), page, "a second time nothing changes");
}

#[test]
fn a_second_time_nothing_changes() {
    let build = Build::new("twice");
    let before = build.all();
    build.finish();
    assert!(build.all() == before);
}

#[test]
fn the_worker_keeps_every_file_of_the_build_and_no_other() {
    let build = Build::new("files");
    let kept: Vec<String> = build.kept().into_keys().collect();
    assert_eq!(kept, ["app-1.js", "app-1_bg.wasm", "index.html", "rescue.css", "rescue.html", "rescue.js"]);
    assert!(build.kept().values().all(|hash| hash.len() == 64));
}

#[test]
fn any_other_byte_makes_another_build() {
    let build = Build::new("name");
    let mut names = vec![build.name()];
    for file in ["app-1.js", "app-1_bg.wasm", "rescue.js", "rescue.css"] {
        let before = build.kept();
        build.write(file, "another");
        build.finish();
        assert_ne!(build.kept()[file], before[file]);
        names.push(build.name());
    }
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "{names:?}");
}

#[test]
fn a_worker_that_is_cut_off_anywhere_cannot_be_read() {
    // WebKit would take it for a new version, one that keeps nothing.
    let build = Build::new("cut");
    let script = "const text = require('fs').readFileSync(process.argv[1], 'utf8').trimEnd();
        const reads = (text) => { try { new (require('vm').Script)(text); return true; } catch { return false; } };
        const cut = [...Array(text.length).keys()].filter((n) => n > 0 && reads(text.slice(0, n)));
        if (!reads(text) || cut.length > 0) throw new Error(`it can be read when cut at ${cut}`);";
    let status = Command::new("node").args(["-e", script]).arg(build.0.join("sw.js")).status().unwrap();
    assert!(status.success());
}
