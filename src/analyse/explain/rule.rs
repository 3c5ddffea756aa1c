//! What a rule is: one line of the tables that say how each number follows from others.

use super::Operand;
use super::place::Place;
use crate::model::Unit;

/// A name in the formula, and the path it stands for. Paths of tables have placeholders: see [`Place::path`].
pub(super) type Named = (&'static str, &'static str);

/// How a value follows from its operands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Apply {
    /// Arithmetic on the values of the operands that count; NaN where there is no value.
    Number(fn(&[f64]) -> f64),
    /// The same, where an operand without a value is no hindrance: it comes as NaN.
    Lenient(fn(&[f64]) -> f64),
    /// Words from the operands.
    Words(fn(&[Operand]) -> String),
}

/// What the `*` of operands runs through.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Each {
    /// There is no `*`.
    Nothing,
    /// The parts of the work that the tier does.
    Parts,
    /// The tiers of the alternative.
    Tiers,
    /// Those but this one.
    OtherTiers,
    /// The tier that does computation in the language.
    PureTiers,
    /// The roles that cost the same in every alternative.
    Roles,
    /// The criteria of the group at the end of the path.
    InGroup,
    /// All criteria.
    Criteria,
    /// Those that an alternative must have.
    MustHaves,
    /// All groups.
    Groups,
    /// All alternatives.
    Alternatives,
    /// Those but this one.
    Others,
    /// The moments at which two cumulative costs cross, nominal.
    Nominal,
    /// The same, discounted.
    Discounted,
}

/// How one result, or one case of it, follows from others.
pub(super) struct Rule {
    /// Its path, with placeholders.
    pub path: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// The equation of the model.
    pub equation: &'static str,
    /// The formula, in the names of the operands.
    pub formula: &'static str,
    /// What enters the formula, in its order.
    pub operands: &'static [Named],
    /// What the `*` in operands stands for.
    pub each: Each,
    /// What decides that this formula holds and no other.
    pub given: &'static [Named],
    /// Whether it holds; of several rules for one path the first that holds counts.
    pub when: fn(&Place) -> bool,
    /// The formula, executable.
    pub apply: Apply,
    /// Why there is no value, where all operands have one.
    pub why: &'static str,
}

/// The rule that holds always.
pub(super) fn always(_: &Place) -> bool {
    true
}

/// Declares a table of rules: path, label, unit, equation, formula, operands, and the formula once more as an expression.
macro_rules! rules {
    ($($path:literal $label:literal $unit:ident $equation:literal $formula:literal
        [$($name:literal = $operand:literal),* $(,)?] $pattern:pat => $value:expr
        $(, each $each:ident)? $(, given [$($given:literal = $given_path:literal),*])? $(, when $when:expr)? $(, why $why:literal)?;)*
    ) => {
        #[allow(clippy::needless_update)]
        pub(super) static RULES: &[$crate::analyse::explain::rule::Rule] = &[$(
            $crate::analyse::explain::rule::Rule {
                path: $path,
                label: $label,
                unit: $crate::analyse::explain::units::$unit,
                equation: $equation,
                formula: $formula,
                operands: &[$(($name, $operand)),*],
                $(each: $crate::analyse::explain::rule::Each::$each,)?
                $(given: &[$(($given, $given_path)),*],)?
                $(when: $when,)?
                $(why: $why,)?
                apply: $crate::analyse::explain::rule::Apply::Number(|values| {
                    #[allow(unreachable_patterns)]
                    match values { $pattern => $value, _ => f64::NAN }
                }),
                ..$crate::analyse::explain::rule::PLAIN
            },
        )*];
    };
}

/// A rule with nothing special about it.
pub(super) const PLAIN: Rule = Rule {
    path: "",
    label: "",
    unit: super::units::COUNT,
    equation: "",
    formula: "",
    operands: &[],
    each: Each::Nothing,
    given: &[],
    when: always,
    apply: Apply::Number(|_| f64::NAN),
    why: "",
};

pub(super) use rules;

/// The sum of products of consecutive `size` values.
pub(super) fn sum_of_products(values: &[f64], size: usize) -> f64 {
    values.chunks(size).map(|factors| factors.iter().product::<f64>()).sum()
}

/// The sum.
pub(super) fn sum(values: &[f64]) -> f64 {
    values.iter().sum()
}
