//! The functions, in one table.

mod lists;
mod logic;
mod mathematics;
mod money;
mod rounding;

use super::evaluate::Call;
use super::scalar::Scalar;

/// A function as a user sees it.
#[derive(Debug)]
pub struct Function {
    /// In capitals.
    pub name: &'static str,
    /// Its values, as in `condition, then, [else]`: brackets enclose what may be left out, `…` goes on like that.
    pub takes: &'static str,
    /// What it gives, in a few words.
    pub help: &'static str,
    code: Code,
}

type Code = fn(&mut Call<'_, '_>) -> Result<Scalar, String>;

impl Function {
    pub(super) fn call(&self, call: &mut Call<'_, '_>) -> Result<Scalar, String> {
        (self.code)(call)
    }

    /// Why it does not take so many values, if it does not.
    pub(super) fn refuses(&self, count: usize) -> Option<String> {
        let parts = self.takes.split(", ").filter(|part| !part.is_empty());
        let (mut least, mut most, mut endless) = (0, 0, false);
        for part in parts {
            endless |= part == "…";
            most += usize::from(part != "…");
            least += usize::from(part != "…" && !part.starts_with('['));
        }
        if count >= least && (count <= most || endless) {
            return None;
        }
        let plural = |n: usize| if n == 1 { "value" } else { "values" };
        let counts = match (least, most) {
            _ if endless => format!("at least {least} {}", plural(least)),
            (_, 0) => "no value".into(),
            _ if least == most => format!("{least} {}", plural(least)),
            _ if least + 1 == most => format!("{least} or {most} values"),
            _ => format!("{least} to {most} values"),
        };
        Some(format!("{} takes {counts}", self.name))
    }
}

/// All functions, in alphabetical order.
pub fn functions() -> &'static [Function] {
    FUNCTIONS
}

/// A function by its name, in capitals or not.
pub(super) fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name.eq_ignore_ascii_case(name))
}

const fn function(name: &'static str, takes: &'static str, help: &'static str, code: Code) -> Function {
    Function { name, takes, help, code }
}

#[rustfmt::skip]
static FUNCTIONS: &[Function] = &[
    function("ABS", "number", "a number without its sign", mathematics::abs),
    function("AND", "condition, …", "whether all conditions hold", logic::and),
    function("AVERAGE", "number, …", "the mean", lists::average),
    function("CEILING", "number, [multiple]", "up to the next multiple, away from zero if both are negative", rounding::ceiling),
    function("CHOOSE", "which, first, …", "the first, second, … of the values", logic::choose),
    function("COUNT", "value, …", "how many are numbers", lists::count),
    function("COUNTA", "value, …", "how many are not empty", lists::count_all),
    function("EXP", "number", "e to the power of a number", mathematics::exp),
    function("FLOOR", "number, [multiple]", "down to the next multiple, towards zero if both are negative", rounding::floor),
    function("FV", "rate, periods, payment, [present], [type]", "what payments and interest have grown to; type 1 pays at the beginning of each period", money::fv),
    function("GEOMEAN", "number, …", "the geometric mean", lists::geomean),
    function("IF", "condition, then, [else]", "one value or another", logic::if_),
    function("IFERROR", "value, otherwise", "a value, or another when the first cannot be had", logic::iferror),
    function("IFS", "condition, then, …", "the value of the first condition that holds", logic::ifs),
    function("INT", "number", "down to a whole number", rounding::int),
    function("ISBLANK", "value", "whether a cell is empty", logic::isblank),
    function("ISERROR", "value", "whether a value cannot be had", logic::iserror),
    function("ISNUMBER", "value", "whether it is a number", logic::isnumber),
    function("LARGE", "numbers, place", "the largest, second largest, …", lists::large),
    function("LN", "number", "the natural logarithm", mathematics::ln),
    function("LOG", "number, [base]", "the logarithm, to base 10 if none is given", mathematics::log),
    function("LOG10", "number", "the logarithm to base 10", mathematics::log10),
    function("MAX", "number, …", "the largest", lists::max),
    function("MEDIAN", "number, …", "the one in the middle", lists::median),
    function("MIN", "number, …", "the smallest", lists::min),
    function("MOD", "number, divisor", "what a division leaves, with the sign of the divisor", rounding::modulo),
    function("MROUND", "number, multiple", "to the nearest multiple", rounding::mround),
    function("NOT", "condition", "whether a condition does not hold", logic::not),
    function("NPER", "rate, payment, present, [future], [type]", "how many periods until a loan is paid off", money::nper),
    function("NPV", "rate, amount, …", "what later amounts are worth now, the first one period from now", money::npv),
    function("OR", "condition, …", "whether a condition holds", logic::or),
    function("PI", "", "3.14159…", mathematics::pi),
    function("PMT", "rate, periods, present, [future], [type]", "the payment of each period that pays a loan off; type 1 pays at the beginning", money::pmt),
    function("POWER", "number, exponent", "a number to a power", mathematics::power),
    function("PRODUCT", "number, …", "the product", lists::product),
    function("PV", "rate, periods, payment, [future], [type]", "what payments are worth now; type 1 pays at the beginning of each period", money::pv),
    function("QUOTIENT", "number, divisor", "the whole part of a division", rounding::quotient),
    function("ROUND", "number, [digits]", "to so many decimals, halves away from zero", rounding::round),
    function("ROUNDDOWN", "number, [digits]", "to so many decimals, towards zero", rounding::round_down),
    function("ROUNDUP", "number, [digits]", "to so many decimals, away from zero", rounding::round_up),
    function("SIGN", "number", "1, 0 or −1", mathematics::sign),
    function("SMALL", "numbers, place", "the smallest, second smallest, …", lists::small),
    function("SQRT", "number", "the square root", mathematics::sqrt),
    function("STDEV", "number, …", "the standard deviation of a sample", lists::stdev),
    function("SUM", "number, …", "the sum", lists::sum),
    function("SUMPRODUCT", "numbers, …", "the sum of the products of lists of the same length", lists::sumproduct),
    function("SUMSQ", "number, …", "the sum of the squares", lists::sumsq),
    function("SWITCH", "value, case, then, …, [else]", "what belongs to the case that equals a value", logic::switch),
    function("TRUNC", "number, [digits]", "without the further decimals", rounding::round_down),
    function("XOR", "condition, …", "whether an odd number of conditions hold", logic::xor),
];
