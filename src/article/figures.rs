//! Every number of the article, and the default it became.

use super::View::{Memory, Sources};
use super::place::{NOWHERE, Place, input, view};
use crate::model::Grade;

/// One number of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The number, in our words.
    pub figure: &'static str,
    /// The lines of the article that give it.
    pub lines: &'static [u16],
    /// What it is called in the product.
    pub label: &'static str,
    /// Where it is there.
    pub place: Option<Place>,
    /// The default used.
    pub default: &'static str,
    /// The distribution that stands for its doubt.
    pub distribution: &'static str,
    /// How far to trust the default; none where there is no number to trust.
    pub grade: Option<Grade>,
}

macro_rules! table {
    ($($figure:literal, $lines:expr, $grade:expr, $place:expr; $label:literal; $default:literal; $distribution:literal;)*) => {
        [$(Figure {
            figure: $figure,
            lines: &$lines,
            label: $label,
            place: $place,
            default: $default,
            distribution: $distribution,
            grade: $grade,
        },)*]
    };
}

const VENDOR: Option<Grade> = Some(Grade::Vendor);

/// Every number of the article.
pub static FIGURES: [Figure; 12] = table![
    "Initial stack of a goroutine: about 4 KB", [29], Some(Grade::Primary), view(Memory);
    "Stack of a goroutine, in the memory chart"; "2 KB, from Go's source; the article's 4 KB is struck through"; "constant";
    "Concurrent operations of one Go service: tens of thousands", [29], VENDOR, input("profiles.go-net-http.conn_cap");
    "Connections per process, Go net/http"; "50,000 per instance"; "triangular(20,000, 50,000, 100,000)";
    "Concurrent I/O operations of Node.js: thousands", [37], VENDOR, input("profiles.node-fastify.conn_cap");
    "Connections per process, Node Fastify"; "10,000 per process"; "triangular(5,000, 10,000, 25,000)";
    "Concurrency of asyncio: moderate", [23, 49], VENDOR, input("profiles.python-fastapi.conn_cap");
    "Connections per process, Python FastAPI"; "5,000 per process"; "triangular(2,000, 5,000, 10,000)";
    "Concurrent users that Go serves reliably: over 10,000", [71], VENDOR, input("thresholds.open_connections");
    "Threshold of open connections, warning W5"; "10,000"; "constant";
    "Packages on npm: over 2 million", [53], Some(Grade::Secondary), input("criteria.C7.scores.node");
    "General package ecosystem (C7), Node.js"; "3,342,873 packages in 2023; the article's number is low"; "constant";
    "A rewrite after growth: 6 to 18 months", [11], VENDOR, input("alternatives.python.rewrite.months");
    "Rewrite takes, any two languages"; "12 months"; "triangular(6, 12, 18)";
    "A rewrite from Node.js to Go: 12 to 18 months", [87], VENDOR, input("alternatives.node.rewrite.months");
    "Rewrite takes, Node.js"; "15 months"; "triangular(12, 15, 18)";
    "A rewrite from Node.js to Go: $200,000 to $800,000", [89], VENDOR, input("alternatives.node.rewrite.cost");
    "Rewrite costs, Node.js"; "400,000, the median"; "lognormal, P10 200,000, P90 800,000; mean 463,002";
    "A rewrite of data pipelines from Python to Go: $80,000 to $400,000", [89], VENDOR, input("alternatives.python.rewrite.cost");
    "Rewrite costs, Python"; "178,885, the median"; "lognormal, P10 80,000, P90 400,000; mean 217,868";
    "The year 2026", [5, 9, 13, 57, 99], None, view(Sources);
    "Date of the defaults"; "November 2026"; "none";
    "A consultation within 1 hour", [1, 3], VENDOR, NOWHERE;
    "Notice on bias"; "none"; "none";
];
