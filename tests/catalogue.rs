//! The catalogue of runtime profiles is the table of the model, and days of the calendar are read as people write them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, starter};
use weighbridge::edit::structure::{Addition, Thing};
use weighbridge::model::{AS_OF, Day, Language, Profile, Quantity, Range, Runtime};
use weighbridge::session::Command;

/// The rows of the model's table: overhead (ms), kCrud, kPure, base (MB), one process per vCPU, threads of a synchronous
/// process, connection (KB), cap on connections of a process. kNative is 1 everywhere.
type Row = (&'static str, &'static str, f64, f64, f64, f64, bool, Option<f64>, f64, Option<f64>);

const TABLE: [Row; 12] = [
    ("go-net-http", "Go net/http", 0.08, 1.0, 1.0, 15.0, false, None, 16.5, Some(50_000.0)),
    ("go-gin", "Go gin, echo, chi", 0.08, 1.05, 1.0, 15.0, false, None, 16.5, Some(50_000.0)),
    ("node-fastify", "Node Fastify", 0.13, 1.7, 1.2, 74.0, true, None, 8.5, Some(10_000.0)),
    ("node-express", "Node Express 5", 0.36, 1.9, 1.2, 110.0, true, None, 8.5, Some(10_000.0)),
    ("node-nestjs-fastify", "Node NestJS on Fastify", 0.16, 1.9, 1.2, 110.0, true, None, 8.5, Some(10_000.0)),
    ("node-nestjs-express", "Node NestJS on Express", 0.48, 1.9, 1.2, 110.0, true, None, 8.5, Some(10_000.0)),
    ("python-fastapi", "Python FastAPI + uvicorn", 0.30, 1.8, 10.6, 48.0, true, None, 48.0, Some(5_000.0)),
    ("python-aiohttp", "Python aiohttp", 0.90, 1.8, 10.6, 48.0, true, None, 48.0, Some(5_000.0)),
    ("python-flask", "Python Flask + gunicorn", 3.4, 3.5, 10.6, 48.0, true, Some(4.0), 48.0, None),
    ("python-django", "Python Django + gunicorn", 3.6, 3.5, 10.6, 80.0, true, Some(4.0), 48.0, None),
    (
        "python-free-threaded",
        "Python 3.14 free-threaded (FastAPI)",
        0.33,
        2.0,
        11.7,
        58.0,
        false,
        None,
        55.0,
        Some(20_000.0),
    ),
    // A language of one's own is all editable; it starts near Go.
    ("own", "A language of your own", 0.1, 1.0, 1.0, 50.0, false, None, 16.0, None),
];

fn row(profile: &Profile) -> Row {
    let of = |quantity: Option<Quantity>| quantity.map(Quantity::central);
    let leak = |text: &str| -> &'static str { text.to_owned().leak() };
    (
        leak(profile.id.as_str()),
        leak(&profile.name),
        profile.overhead_ms.central(),
        profile.k_crud.central(),
        profile.k_pure.central(),
        profile.base_mb.central(),
        profile.per_core_process,
        of(profile.threads_per_process),
        profile.conn_kb.central(),
        of(profile.conn_cap),
    )
}

#[test]
fn the_catalogue_is_the_table_of_the_model() {
    let found: Vec<Row> = Profile::catalogue().map(|profile| row(&profile)).collect();
    assert_eq!(found, TABLE);
    assert!(Profile::catalogue().all(|profile| profile.k_native.central() == 1.0));
    assert!(starter("blank").profiles.iter().map(row).eq(TABLE), "the blank plan has all of them");
}

#[test]
fn each_profile_says_its_language_and_how_it_uses_cores() {
    for profile in Profile::catalogue() {
        let id = profile.id.as_str();
        let expected = match id {
            _ if id.starts_with("go-") => (Language::Go, Runtime::Native, "Go 1.27", "2027-08-31"),
            _ if id.starts_with("node-") => (Language::Node, Runtime::EventLoop, "Node.js 26", "2029-04-30"),
            "python-free-threaded" => (Language::Python, Runtime::FreeThreaded, "Python 3.14", "2030-10-31"),
            _ if id.starts_with("python-") => (Language::Python, Runtime::Gil, "Python 3.14", "2030-10-31"),
            _ => (Language::Other, Runtime::Native, "", ""),
        };
        let found = (profile.language, profile.runtime, profile.version.as_str(), profile.end_of_life.as_str());
        assert_eq!(found, expected, "{id}");
        // The spread of the benchmarks behind kPure.
        let spread = match (profile.language, profile.runtime) {
            (Language::Node, _) => Quantity::Range(Range::Triangular(0.4, 1.2, 3.1)),
            (_, Runtime::Gil) => Quantity::Range(Range::Triangular(1.1, 10.6, 49.0)),
            (_, Runtime::FreeThreaded) => Quantity::Range(Range::Triangular(1.2, 11.7, 54.0)),
            _ => 1.0.into(),
        };
        assert_eq!(profile.k_pure, spread, "{id}");
        let artefacts = match profile.language {
            Language::Go => 1.0,
            Language::Node | Language::Other => 3.0,
            Language::Python => 4.0,
        };
        assert_eq!(profile.artefacts.central(), artefacts, "{id}");
    }
}

#[test]
fn a_profile_that_was_removed_comes_back_with_its_figures() {
    let mut sheet = Sheet::open("blank");
    for row in TABLE.iter().filter(|row| !["go-net-http", "node-fastify", "python-fastapi"].contains(&row.0)) {
        let before = sheet.session().plan().profile(row.0).unwrap().clone();
        sheet.one_step(|sheet| drop(sheet.send(Command::Remove(Thing::Profile(row.0.into())))));
        assert!(sheet.session().plan().profile(row.0).is_none());
        sheet.one_step(|sheet| drop(sheet.send(Command::Add(Addition::Profile(row.0.into())))));
        assert_eq!(sheet.session().plan().profile(row.0), Some(&before));
    }
}

#[test]
fn what_came_later_is_written_only_where_it_was_changed() {
    let mut sheet = Sheet::open("blank");
    let later = [
        ("profiles.go-gin.version", "\"version\": \"", "Go 1.26"),
        ("profiles.go-gin.end_of_life", "\"end_of_life\"", "2027-02-28"),
        ("profiles.go-gin.idle_task_kb", "\"idle_task_kb\"", "2"),
        ("profiles.go-gin.artefacts", "\"artefacts\"", "2"),
        ("alternatives.go.fee", "\"fee\"", "100"),
        ("alternatives.go.rewrite.complexity", "\"complexity\"", "high"),
        ("alternatives.go.rewrite.probability", "\"probability\"", "suggested"),
        ("alternatives.go.team.missing", "\"missing\"", "payments"),
        ("team.stage", "\"stage\"", "scale"),
        ("workload.deploy_targets", "\"deploy_targets\"", "2"),
        ("thresholds.heavy_request_ms", "\"thresholds\"", "20"),
    ];
    for (path, key, text) in later {
        assert!(!sheet.file().contains(key), "{key} is at its default");
        // The driver reads every plan back from its file.
        sheet.one_step(|sheet| sheet.put(path, text));
        assert_eq!(sheet.file().matches(key).count(), 1, "{key}");
    }
    for (path, key, _) in later {
        sheet.send(Command::Reset(path.into()));
        assert!(!sheet.file().contains(key), "{key} is at its default again");
    }
}

#[test]
fn a_day_is_read_as_the_calendar_has_it() {
    let day = |text: &str| Day::parse(text).map(|day| (day.year, day.month, day.day));
    assert_eq!(day("2026-11-23"), Some((2026, 11, 23)));
    for good in ["2024-02-29", "2000-02-29", "2026-02-28", "2026-12-31", "2026-04-30", "0001-01-01"] {
        assert!(day(good).is_some(), "{good}");
    }
    for bad in [
        "2026-02-29",
        "1900-02-29",
        "2026-02-30",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-01-32",
        "2026-1-1",
        "26-01-01",
        "2026-01-01-01",
        "2026/01/01",
        "2026-01",
        "2026-01-+1",
        " 2026-01-01",
        "soon",
        "",
    ] {
        assert_eq!(day(bad), None, "{bad}");
    }
    assert_eq!(Day::parse(AS_OF), Some(Day::as_of()));
}

#[test]
fn months_between_days_are_counted_with_their_parts() {
    let months = |from: &str, to: &str| Day::parse(from).unwrap().months_until(Day::parse(to).unwrap());
    // 12·3 + 5
    support::assert_close(months("2026-11-23", "2030-04-23"), 41.0);
    support::assert_close(months("2026-11-23", "2026-10-23"), -1.0);
    // 6 months and 7 of 31 days
    support::assert_close(months("2026-11-23", "2027-05-30"), 6.0 + 7.0 / 31.0);
    assert!(Day::parse("2026-11-23") < Day::parse("2026-12-01") && Day::parse("2027-01-01") > Day::parse("2026-12-31"));
}

#[test]
fn the_end_of_support_is_a_day_or_not_known() {
    let mut sheet = Sheet::open("blank");
    let path = "profiles.node-fastify.end_of_life";
    assert_eq!(sheet.text_of(path), "2029-04-30");
    sheet.one_step(|sheet| sheet.put(path, "2028-04-30"));
    sheet.one_step(|sheet| sheet.put(path, "not known"));
    assert_eq!(sheet.text_of(path), "not known");
    let before = sheet.file();
    sheet.put(path, "2028-02-30");
    assert!(!sheet.refusal().is_empty());
    assert_eq!(sheet.file(), before);
}
