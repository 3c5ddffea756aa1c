//! Laws that hold whatever anybody does, tried on random users, edits and plans.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use support::random::{Action, action, edit_of, formula, plan, value};
use support::{Sheet, cases, close, starter};
use weighbridge::edit::structure::{Thing, remove};
use weighbridge::edit::{Edit, History, apply};
use weighbridge::evaluate::{Outcome, evaluate};
use weighbridge::file;
use weighbridge::model::Path;
use weighbridge::model::{Kind, Plan, Quantity, Value};
use weighbridge::session::{Command, Mode, Pasted};
use weighbridge::sheet::{Grid, SheetId, edit_text, read_text};

/// Does it all, sweeping after every step, and returns the session to look at.
fn live(actions: &[Action]) -> Sheet {
    let mut sheet = Sheet::open("ml-inference");
    for action in actions {
        if let Some(command) = action.command(sheet.session()) {
            sheet.send(command);
        }
    }
    sheet
}

proptest! {
    #![proptest_config(cases(12))]

    /// Two hundred random steps break nothing; undo leads back to the first plan byte for byte, redo to the last.
    #[test]
    fn a_random_user_breaks_nothing(actions in prop::collection::vec(action(), 200)) {
        let mut sheet = live(&actions);
        let all = |sheet: &mut Sheet, command: Command| {
            for _ in 0..=actions.len() {
                sheet.send(command.clone());
            }
            sheet.file()
        };
        let last = all(&mut sheet, Command::Redo);
        let first = all(&mut sheet, Command::Undo);
        prop_assert_eq!(first, Sheet::open("ml-inference").file());
        prop_assert!(!sheet.session().can_undo());
        prop_assert_eq!(all(&mut sheet, Command::Redo), last);
        prop_assert!(!sheet.session().can_redo());
    }
}

/// Inputs that take numbers and have a cell.
fn numeric_cells(plan: &Plan) -> Vec<Path> {
    let is_number = |path: &Path| plan.input(path).is_some_and(|input| input.kind.unit().is_some());
    let has_cell = |path: &Path| Grid::of(plan, SheetId::of(path)).find(path).is_some();
    plan.paths().into_iter().filter(|path| is_number(path) && has_cell(path)).collect()
}

proptest! {
    #![proptest_config(cases(80))]

    /// A formula that is copied and pasted comes to the same as the same formula typed there: its names mean what they
    /// mean in that cell. Pasting values comes to the same as typing the number.
    #[test]
    fn copying_is_typing_elsewhere(texts in prop::collection::vec((any::<Index>(), formula()), 1..6), from in any::<Index>(), to in any::<Index>(), values in any::<bool>()) {
        let mut sheet = Sheet::open("ml-inference");
        let cells = numeric_cells(sheet.session().plan());
        for (cell, text) in &texts {
            sheet.put(cell.get(&cells).as_str(), text);
            if sheet.session().mode() != Mode::Ready {
                sheet.press("Escape");
            }
        }
        let formulas: Vec<Path> = sheet.session().plan().formulas().iter().map(|(path, _)| path.clone()).collect();
        prop_assume!(!formulas.is_empty());
        let (from, to) = (from.get(&formulas), to.get(&cells));
        sheet.select(from.as_str());
        let clip = sheet.session().copied().unwrap();
        let cell = &clip.rows[0][0];
        let text = if values { cell.text.clone() } else { cell.formula.clone().unwrap() };
        let mut typed = Sheet::of(sheet.session().plan().clone());
        typed.put(to.as_str(), &text);
        sheet.select(to.as_str());
        sheet.send(Command::Paste(clip, if values { Pasted::Values } else { Pasted::All }));
        prop_assert_eq!(sheet.file(), typed.file(), "{} into {}: {} {}", text, to, sheet.said(), typed.refusal());
        // What is shown for editing is read back as the same formula.
        for (path, _) in sheet.session().plan().formulas().iter() {
            let value = sheet.session().plan().get(path).unwrap();
            let shown = edit_text(sheet.session().plan().input(path).unwrap(), &value);
            prop_assert_eq!(read_text(sheet.session().plan(), path, &shown), Ok(value));
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// An edit and its inverse are the identity, and so are the inverse and the edit. A refused edit changes nothing.
    #[test]
    fn an_edit_and_its_inverse_cancel(choices in prop::collection::vec((any::<Index>(), value()), 1..4)) {
        let before = starter("ml-inference");
        let mut plan = before.clone();
        match apply(&mut plan, edit_of(&before, &choices)) {
            Err(problem) => {
                prop_assert!(plan == before, "refused, yet changed: {}", problem);
                prop_assert!(!problem.message.is_empty());
            }
            Ok(inverse) => {
                prop_assert_eq!(plan.check(), Ok(()));
                let after = plan.clone();
                let again = apply(&mut plan, inverse).unwrap();
                prop_assert!(plan == before);
                apply(&mut plan, again).unwrap();
                prop_assert!(plan == after);
            }
        }
    }

    /// Also where several edits write the same input, one after the other.
    #[test]
    fn edits_are_taken_back_in_reverse(index in any::<Index>(), values in prop::collection::vec(0..5_u8, 2..5)) {
        let before = starter("blank");
        let weights: Vec<_> = before.criteria.iter().map(|criterion| format!("criteria.{}.weight", criterion.id)).collect();
        let set = |value: &u8| Edit::Set(index.get(&weights).as_str().into(), Value::Number(f64::from(*value)));
        let mut plan = before.clone();
        let inverse = apply(&mut plan, Edit::Many(values.iter().map(set).collect())).unwrap();
        apply(&mut plan, inverse).unwrap();
        prop_assert!(plan == before);
    }

    /// Of several edits together, one that fits and one that does not leave nothing behind.
    #[test]
    fn edits_stand_or_fall_together(choice in (any::<Index>(), value()), history_before in any::<bool>()) {
        let mut plan = starter("blank");
        let mut history = History::default();
        if history_before {
            history.record(&mut plan, Edit::Set("title".into(), Value::Text("x".into())), "x".into(), None).unwrap();
        }
        let (before, history_as_it_was) = (plan.clone(), history.clone());
        let good = edit_of(&plan, &[choice]);
        let bad = Edit::Set("workload.peak_rps".into(), Value::Text("nonsense".into()));
        prop_assert!(history.record(&mut plan, Edit::Many(vec![good, bad]), "both".into(), None).is_err());
        prop_assert!(plan == before && history == history_as_it_was);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// What is written is read back whole, and written again it is the same text.
    #[test]
    fn a_file_holds_the_whole_plan(plan in plan()) {
        prop_assert_eq!(plan.check(), Ok(()));
        let text = file::write(&plan);
        let again = file::read(&text).unwrap();
        prop_assert_eq!(file::write(&again), text);
        prop_assert!(again == plan);
    }

    /// The text that editing shows, and that copying takes, is read back as the same value in every cell.
    #[test]
    fn the_text_of_every_cell_parses_back(plan in plan()) {
        for path in plan.paths() {
            let (input, value) = (plan.input(&path).unwrap(), plan.get(&path).unwrap());
            // Outer spaces of a name are not kept.
            if !matches!(input.kind, Kind::Text(_)) {
                prop_assert_eq!(read_text(&plan, &path, &edit_text(input, &value)), Ok(value), "{}", path);
            }
        }
    }

    /// Scores are shares of 100, and a group's points are part of the score.
    #[test]
    fn a_score_lies_between_0_and_100_and_is_the_sum_of_its_groups(plan in plan()) {
        for outcome in evaluate(&plan).alternatives {
            let score = outcome.score;
            for points in [score.flat, score.grouped].into_iter().flatten() {
                prop_assert!((-1e-9..=100.0 + 1e-9).contains(&points));
            }
            let shown = if plan.is_grouped() { score.grouped } else { score.flat };
            prop_assert!(close(score.by_group.iter().sum(), shown.unwrap_or(0.0)));
        }
    }

    /// Weights are relative: all of them, or those of one group, times a number change no grouped ranking.
    #[test]
    fn scaling_all_weights_leaves_the_scores(plan in plan(), factor in 0.01..20.0_f64) {
        let mut scaled = plan.clone();
        for criterion in &mut scaled.criteria {
            criterion.weight = Quantity::Number(criterion.weight.central() * factor);
        }
        let (before, after) = (evaluate(&plan).alternatives, evaluate(&scaled).alternatives);
        for (a, b) in before.iter().zip(&after) {
            prop_assert!(close(a.score.flat.unwrap_or(-1.0), b.score.flat.unwrap_or(-1.0)));
            prop_assert!(close(a.score.grouped.unwrap_or(-1.0), b.score.grouped.unwrap_or(-1.0)));
        }
        prop_assert_eq!(clear_order(&before, &plan), clear_order(&after, &plan));
    }

    /// Leaving an alternative out changes nothing about the others, so a loser cannot decide who wins.
    #[test]
    fn removing_an_alternative_never_changes_the_others_scores(plan in plan(), gone in any::<Index>()) {
        let gone = gone.get(&plan.alternatives).id.clone();
        // Save where a formula says so.
        let names_it = |path: &Path| plan.formulas().targets(path.as_str()).any(|path| path.alternative() == Some(gone.as_str()));
        prop_assume!(!plan.formulas().iter().any(|(path, _)| names_it(path)));
        let (without, _) = remove(&plan, &Thing::Alternative(gone.clone())).unwrap();
        prop_assert_eq!(without.check(), Ok(()));
        prop_assert!(without.alternative(gone.as_str()).is_none());
        let after = evaluate(&without);
        for outcome in &evaluate(&plan).alternatives {
            if let Some(kept) = after.outcome(outcome.id.as_str()) {
                prop_assert_eq!((kept.score.flat, kept.score.grouped), (outcome.score.flat, outcome.score.grouped));
                prop_assert!(kept.score.rank <= outcome.score.rank);
            }
        }
    }
}

/// Who beats whom by more than rounding.
fn clear_order(outcomes: &[Outcome], plan: &Plan) -> Vec<(String, String)> {
    let score =
        |outcome: &Outcome| if plan.is_grouped() { outcome.score.grouped } else { outcome.score.flat }.unwrap_or(0.0);
    let beaten = |a: &Outcome, b: &Outcome| score(a) > score(b) + 1e-6 && a.score.rank < b.score.rank;
    let pairs = outcomes.iter().flat_map(|a| outcomes.iter().map(move |b| (a, b)));
    pairs.filter(|(a, b)| beaten(a, b)).map(|(a, b)| (a.id.to_string(), b.id.to_string())).collect()
}
