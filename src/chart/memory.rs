//! How much memory something takes that only waits: a task, and a connection.

use super::pen::{Align, Pen};
use super::rows::{Row, Rows};
use super::scale::spread;
use super::stop::Stops;
use super::text::{BODY, SMALL, list, width};
use super::theme::{self, Color};
use super::{Chart, Table};
use crate::model::amount::number;
use crate::model::{Language, Plan};

/// The first stack of a goroutine, KB: what the article says in line 29, and what Go 1.27.3 takes at least
/// (`stackMin` in `runtime/stack.go`; 2 KB since Go 1.4).
const STACK_KB: [(&str, f64); 2] = [("least stack: 2 KB", 2.0), (ARTICLE, 4.0)];
const ARTICLE: &str = "article: 4 KB";
/// The room of a panel's caption.
const CAPTION: f64 = 22.0;

/// Bars of the memory of an idle task and of an idle connection, for each profile in use.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    profiles: Vec<Waiting>,
    /// Whether the stack of a goroutine matters.
    goroutines: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Waiting {
    name: String,
    color: Color,
    kind: usize,
    task_kb: Option<f64>,
    connection_kb: f64,
}

impl Memory {
    /// The profiles the alternatives run on.
    pub fn of(plan: &Plan) -> Self {
        let mut profiles: Vec<Waiting> = Vec::new();
        let (mut seen, mut goroutines) = (Vec::new(), false);
        for (kind, alternative) in plan.alternatives.iter().enumerate() {
            let color = theme::parse(&alternative.color);
            for profile in alternative.tiers.iter().filter_map(|tier| plan.profile(tier.profile.as_str())) {
                if seen.contains(&&profile.id) {
                    continue;
                }
                seen.push(&profile.id);
                goroutines |= profile.language == Language::Go;
                let task_kb = profile.idle_task_kb.map(|kb| kb.central());
                let connection_kb = profile.conn_kb.central();
                profiles.push(Waiting { name: profile.name.clone(), color, kind, task_kb, connection_kb });
            }
        }
        Self { profiles, goroutines }
    }

    /// A row for each profile: tasks, then connections.
    fn rows(&self) -> [Vec<Row<'_>>; 2] {
        let (mut tasks, mut connections) = (Vec::new(), Vec::new());
        for Waiting { name, color, kind, task_kb, connection_kb } in &self.profiles {
            for (rows, value) in [(&mut tasks, *task_kb), (&mut connections, Some(*connection_kb))] {
                rows.push(Row { name, kind: *kind, color: *color, value, range: None, label: kb(value) });
            }
        }
        [tasks, connections]
    }

    fn layout(&self, width: f64) -> [Rows; 2] {
        let least = if self.goroutines { STACK_KB[1].1 } else { 0.0 };
        let most = |rows: &[Row<'_>], least: f64| rows.iter().filter_map(|row| row.value).fold(least, f64::max);
        let [tasks, connections] = self.rows();
        [Rows::of(&tasks, most(&tasks, least), width), Rows::of(&connections, most(&connections, 0.0), width)]
    }

    /// The tops of the two panels.
    fn tops(&self, [tasks, _]: &[Rows; 2]) -> [f64; 2] {
        let first = CAPTION + if self.goroutines { 18.0 } else { 0.0 };
        [first, first + tasks.height() + 12.0 + CAPTION]
    }

    /// The article's stack of a goroutine, struck, and the true one.
    fn draw_stacks(&self, pen: &mut Pen<'_>, rows: &Rows, top: f64) {
        let theme = pen.theme;
        let at = STACK_KB.map(|(_, kb)| rows.at(kb));
        let widths = STACK_KB.map(|(label, _)| width(label, SMALL));
        let half = widths.map(|width| width / 2.0);
        let places = spread(&at, half[0] + half[1] + 10.0, half[0], pen.width - half[1]);
        for (((label, _), x), (place, half)) in STACK_KB.into_iter().zip(at).zip(places.into_iter().zip(half)) {
            pen.dashed((x, top - 2.0), (x, rows.bottom(top)), theme.ink);
            pen.text(label, (place, top - 9.0), SMALL, theme.muted, Align::Centre);
            if label == ARTICLE {
                pen.across(place - half, place + half, top - 9.0, 1.0, theme.ink);
            }
        }
    }
}

fn kb(value: Option<f64>) -> String {
    let decimals = |kb: f64| if kb < 9.995 { 2 } else { 1 };
    value.map_or("not measured".into(), |kb| format!("{} KB", number(kb, decimals(kb))))
}

impl Chart for Memory {
    fn id(&self) -> &'static str {
        "memory"
    }

    fn title(&self) -> String {
        "Memory of what only waits, KB".into()
    }

    fn missing(&self) -> Option<String> {
        self.profiles.is_empty().then(|| "No alternative runs on a profile.".into())
    }

    fn summary(&self) -> String {
        if let Some(missing) = self.missing() {
            return missing;
        }
        let task = |p: &Waiting| p.task_kb.map(|_| format!("{} with {}", kb(p.task_kb), p.name));
        let connection = |p: &Waiting| format!("{} with {}", kb(Some(p.connection_kb)), p.name);
        let tasks: Vec<String> = self.profiles.iter().filter_map(task).collect();
        let connections: Vec<String> = self.profiles.iter().map(connection).collect();
        let mut text = String::new();
        if !tasks.is_empty() {
            text.push_str(&format!("An idle task takes {}. ", list(&tasks)));
        }
        text.push_str(&format!("An idle connection takes {}.", list(&connections)));
        if self.goroutines {
            text.push_str(" The article's 4 KB for the first stack of a goroutine is out of date: 2 KB since Go 1.4.");
        }
        text
    }

    fn table(&self) -> Table {
        let row = |p: &Waiting| vec![p.name.clone(), kb(p.task_kb), kb(Some(p.connection_kb))];
        Table {
            caption: "Memory of one idle task and of one idle connection, measured".into(),
            header: ["Profile", "Idle task", "Idle connection"].map(str::to_owned).into(),
            rows: self.profiles.iter().map(row).collect(),
        }
    }

    fn height(&self, width: f64) -> f64 {
        let layout = self.layout(width);
        self.tops(&layout)[1] + layout[1].height()
    }

    fn stops(&self, width: f64) -> Stops {
        let layout = self.layout(width);
        let (mut at, mut rows) = (Vec::new(), Vec::new());
        for ((panel, top), values) in layout.iter().zip(self.tops(&layout)).zip(self.rows()) {
            at.extend(values.iter().map(|row| panel.end(row)));
            rows.extend((0..values.len()).map(|row| panel.middle(top, row)));
        }
        Stops { at, rows, plot: (0.0, width) }
    }

    fn stop_name(&self, stop: usize) -> String {
        let index = stop.wrapping_sub(1);
        let name = |index: usize| self.profiles.get(index).map(|profile| profile.name.clone());
        name(index).or_else(|| name(index.wrapping_sub(self.profiles.len()))).unwrap_or_default()
    }

    fn values(&self, stop: usize) -> Vec<(String, String)> {
        let index = stop.wrapping_sub(1);
        if let Some(profile) = self.profiles.get(index) {
            return vec![("Idle task".into(), kb(profile.task_kb))];
        }
        let profile = self.profiles.get(index.wrapping_sub(self.profiles.len()));
        profile.map(|p| ("Idle connection".into(), kb(Some(p.connection_kb)))).into_iter().collect()
    }

    fn paint(&self, pen: &mut Pen<'_>) {
        let layout = self.layout(pen.width);
        let tops = self.tops(&layout);
        let captions = [(0.0, "One idle task"), (tops[1] - CAPTION, "One idle connection")];
        for (y, caption) in captions {
            let caption = pen.fit(caption, pen.width, BODY);
            pen.text(&caption, (0.0, y + 9.0), BODY, pen.theme.ink, Align::Left);
        }
        let [tasks, connections] = self.rows();
        if self.goroutines {
            self.draw_stacks(pen, &layout[0], tops[0]);
        }
        layout[0].draw(pen, tops[0], &tasks);
        layout[1].draw(pen, tops[1], &connections);
    }
}
