//! What must hold after every single step, whatever the user did.

use weighbridge::evaluate::{Evaluation, evaluate};
use weighbridge::file;
use weighbridge::model::Plan;
use weighbridge::session::{Changes, Draft, Found, Mode, Session};
use weighbridge::sheet::{Case, CellRange, CellRef, Grid, RowKind, SheetId};

/// What is drawn over the cells.
type Marks = (CellRange, Option<CellRange>, Option<Found>, Option<String>);

fn marks(session: &Session) -> Marks {
    let refused = session.refused_paste().map(str::to_owned);
    (session.selected_range(), session.cut_range(), session.found().cloned(), refused)
}

/// The parts of a session that a step may change.
#[derive(Clone)]
pub struct Before {
    document: Plan,
    plan: Plan,
    sheet: SheetId,
    grid: Grid,
    hidden: usize,
    selection: CellRef,
    marks: Marks,
    mode: Mode,
    draft: Draft,
}

impl Before {
    /// As the session is now.
    pub fn of(session: &Session) -> Self {
        Self {
            document: session.document().clone(),
            plan: session.plan().clone(),
            sheet: session.sheet(),
            grid: session.grid().clone(),
            hidden: session.hidden_rows(),
            selection: session.selection(),
            marks: marks(session),
            mode: session.mode(),
            draft: session.draft().clone(),
        }
    }
}

/// A plan holds together, survives its file, and comes to finite numbers.
pub fn check_plan(plan: &Plan, evaluation: &Evaluation) {
    plan.check().expect("the plan holds together");
    for path in plan.paths() {
        assert!(plan.input(&path).is_some() && plan.get(&path).is_some(), "{path} can be read");
    }
    assert!(*evaluation == evaluate(plan), "the results are those of the plan");
    assert!(is_finite(evaluation), "all results are finite");
    let text = file::write(plan);
    let again = file::read(&text).expect("what was written can be read");
    assert!(again == *plan, "the file holds the whole plan");
    assert_eq!(file::write(&again), text, "written, read and written again, the file is the same");
}

/// Whether no number in the results is infinite or none at all.
pub fn is_finite(evaluation: &Evaluation) -> bool {
    let text = format!("{evaluation:?}");
    !text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "inf" || word == "NaN")
}

/// After a step: the plan holds, the selection is on the grid, and the screen was told of all that changed.
pub fn after_step(session: &Session, before: &Before, changes: &Changes) {
    let grid = session.grid();
    let at = session.selection();
    assert!(grid.is_stop(at.row), "row {} is no row to stand in", at.row);
    assert!(grid.cell(at).is_some() && at.column < grid.columns.len(), "column {} is not on the grid", at.column);
    assert!(!session.is_hidden(at.row), "row {} is hidden", at.row);
    let range = session.selected_range();
    assert!(range.contains(at), "the cell that is edited is selected");
    for corner in [range.first, range.last] {
        assert!(grid.is_stop(corner.row) && !session.is_hidden(corner.row), "a corner in row {}", corner.row);
        assert!(grid.cell(corner).is_some(), "a corner is on the grid");
    }
    if let Some(cut) = session.cut_range() {
        assert!(grid.cell(cut.first).is_some() && grid.cell(cut.last).is_some(), "what is cut is on the grid");
    }
    if let Some(found) = session.found() {
        let mut cells = found.cells.clone();
        cells.sort_by_key(|at| (at.row, at.column));
        cells.dedup();
        assert_eq!(found.cells, cells, "finds are in reading order, once each");
        assert!(cells.iter().all(|at| grid.cell(*at).is_some_and(|cell| cell.path().is_some())), "finds are cells");
        assert_eq!(found.current, cells.iter().position(|found| *found == at), "the selected find");
    }
    assert!(session.hidden_rows() < grid.rows.iter().filter(|row| row.kind != RowKind::Heading).count());
    // What follows from the whole selection is looked at where that is another one: it takes its time.
    if session.selected_range() != before.marks.0 {
        let statistics = session.statistics();
        assert!(statistics.figures.is_empty() || statistics.count > 0);
        let _ = session.copied();
    }
    // Looking at the cell must not fail either.
    let _ = (session.selected_label(), session.tooltip(at), session.row_view(at.row));
    if session.mode() == Mode::Ready {
        assert_eq!(*session.draft(), Draft::default(), "nothing is being typed");
    }

    let told = |changed: bool, told: bool, what: &str| assert!(told || !changed, "the screen was not told of: {what}");
    let changed = *session.plan() != before.plan || *session.document() != before.document;
    told(changed, changes.plan, "the plan");
    told(session.hidden_rows() != before.hidden, changes.layout, "the hidden rows");
    told(marks(session) != before.marks, changes.selection, "what is marked");
    told(*grid != before.grid || session.sheet() != before.sheet, changes.layout, "the layout");
    told(at != before.selection || session.sheet() != before.sheet, changes.selection, "the selection");
    told(session.mode() != before.mode || *session.draft() != before.draft, changes.draft, "the text being typed");

    if changed {
        assert!(*grid == session.lay_out(session.sheet()), "the grid is that of the plan");
        check_plan(session.document(), session.outlook(&Case::Base).unwrap().1);
        let scenario = session.scenario().map(|id| session.document().scenario(id.as_str()).unwrap());
        if let Some(scenario) = scenario {
            let shown = session.document().with_overrides(scenario).unwrap();
            assert!(*session.plan() == shown, "the plan in sight is the base with the overrides");
            assert!(*session.evaluation() == evaluate(&shown), "and so are the results");
        }
    }
}
