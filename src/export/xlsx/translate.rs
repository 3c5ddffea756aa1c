//! A formula of a plan as a formula of Excel, where the two mean the same.

use std::sync::Arc;

use super::places::{Place, Places, ranges};
use crate::formula::{Formula, Token, TokenKind, tokens};
use crate::model::{Names, Path, Plan};
use crate::sheet::SheetId;

/// Longer formulas are kept as values; Excel's own limit is a little higher.
const LONGEST: usize = 8_000;
/// Excel takes no longer text within a formula.
const LONGEST_TEXT: usize = 255;

/// Functions that take any number of values, so that several ranges may stand for one pattern.
const VARIADIC: [&str; 14] = [
    "AND", "AVERAGE", "COUNT", "COUNTA", "GEOMEAN", "MAX", "MEDIAN", "MIN", "OR", "PRODUCT", "STDEV", "SUM", "SUMSQ",
    "XOR",
];
/// Functions of one list, which must be one range.
const OF_ONE_LIST: [&str; 3] = ["LARGE", "SMALL", "SUMPRODUCT"];
/// What Excel does not take without its second value.
const OF_TWO: [&str; 5] = ["CEILING", "FLOOR", "ROUND", "ROUNDDOWN", "ROUNDUP"];
/// Functions that files name with a prefix: they came after the format.
const LATER: [&str; 3] = ["IFS", "SWITCH", "XOR"];
/// What gives TRUE or FALSE, which counts as 1 or 0 here.
const LOGICAL: [&str; 8] = ["AND", "OR", "NOT", "XOR", "ISBLANK", "ISERROR", "ISNUMBER", "IF"];

/// The formula at `path`, which stands at `own`, without its `=`; none where Excel has no such formula.
pub(super) fn translated(plan: &Plan, names: &Names, places: &Places, path: &Path, own: Place) -> Option<String> {
    let (formula, targets) = plan.formulas().read(path)?;
    let text = formula.text();
    let tokens = tokens(text, &|name| names.is_known(name));
    let mut made = String::new();
    let mut may_be_logical = false;
    // The functions whose brackets are open, an empty name for a bracket alone.
    let mut open: Vec<String> = Vec::new();
    let mut called = String::new();
    // The first one is the `=`.
    for (index, token) in tokens.iter().enumerate().skip(1) {
        let word = text.get(token.span.clone())?;
        match token.kind {
            TokenKind::Name => {
                let cells = cells(formula, targets, token, places)?;
                made.push_str(&reference(cells, word, open.last(), own.sheet)?);
            }
            TokenKind::Function => {
                called = word.to_ascii_uppercase();
                if OF_TWO.contains(&called.as_str()) && !has_separator(&tokens, index) {
                    return None;
                }
                may_be_logical |= LOGICAL.contains(&called.as_str());
                let prefix = if LATER.contains(&called.as_str()) { "_xlfn." } else { "" };
                made.push_str(&format!("{prefix}{called}"));
            }
            TokenKind::Open => {
                open.push(std::mem::take(&mut called));
                made.push('(');
            }
            TokenKind::Close => {
                open.pop();
                made.push(')');
            }
            TokenKind::Separator => made.push(','),
            TokenKind::Number => made.push_str(&number(word)?),
            TokenKind::Text if word.len() <= LONGEST_TEXT => made.push_str(word),
            TokenKind::Flag => {
                may_be_logical = true;
                made.push_str(&word.to_ascii_uppercase());
            }
            TokenKind::Operator => {
                let operator = operator(word);
                may_be_logical |= ["=", "<>", "<", "<=", ">", ">="].contains(&operator);
                made.push_str(operator);
            }
            TokenKind::Text | TokenKind::Gone | TokenKind::Unknown => return None,
        }
    }
    if may_be_logical && plan.value(path)?.central().is_some() {
        made = format!("N({made})");
    }
    (made.len() <= LONGEST).then_some(made)
}

/// The cells a name means; none where one of them is on no sheet.
fn cells(formula: &Formula, targets: &[Arc<[Path]>], token: &Token, places: &Places) -> Option<Vec<Place>> {
    let index = formula.references().iter().position(|reference| reference.span == token.span)?;
    targets.get(index)?.iter().map(|path| places.get(path)).collect()
}

/// A pattern is a list only to functions of lists.
fn reference(cells: Vec<Place>, word: &str, function: Option<&String>, sheet: SheetId) -> Option<String> {
    if !crate::model::is_pattern(word) {
        return cells.first().map(|cell| cell.name(sheet));
    }
    let function = function.map_or("", String::as_str);
    let ranges = ranges(cells, sheet);
    let fits = VARIADIC.contains(&function) || OF_ONE_LIST.contains(&function) && ranges.len() == 1;
    fits.then(|| ranges.join(","))
}

/// Whether the call of the function at this token has a second value.
fn has_separator(tokens: &[Token], function: usize) -> bool {
    let mut depth = 0;
    for token in tokens.iter().skip(function + 1) {
        match token.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth -= 1,
            TokenKind::Separator if depth == 1 => return true,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    false
}

fn number(word: &str) -> Option<String> {
    let number: f64 = word.parse().ok()?;
    let is_long = number != 0.0 && !(1e-5..1e15).contains(&number);
    Some(if is_long { format!("{number:E}") } else { number.to_string() })
}

fn operator(word: &str) -> &str {
    match word {
        "×" => "*",
        "÷" => "/",
        "−" => "-",
        "≠" => "<>",
        "≤" => "<=",
        "≥" => ">=",
        other => other,
    }
}
