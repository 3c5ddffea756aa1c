//! What an expression comes to.

use super::Reference;
use super::parse::{Expression, Operator};
use super::quote::quoted;
use super::scalar::{Scalar, apply, finite};

/// Gives the values of a reference by its place.
type Read<'a> = &'a mut dyn FnMut(usize) -> Result<Vec<Scalar>, String>;

pub(super) fn evaluate(expression: &Expression, references: &[Reference], read: Read<'_>) -> Result<Scalar, String> {
    Run { references, read }.scalar(expression)
}

/// One evaluation.
struct Run<'a> {
    references: &'a [Reference],
    read: Read<'a>,
}

impl Run<'_> {
    fn scalar(&mut self, expression: &Expression) -> Result<Scalar, String> {
        match expression {
            Expression::Number(number) => Ok(Scalar::Number(*number)),
            Expression::Text(text) => Ok(Scalar::Text(text.clone())),
            Expression::Flag(flag) => Ok(Scalar::Flag(*flag)),
            Expression::Gone => Err("it refers to something that is gone".into()),
            Expression::Omitted => Ok(Scalar::Blank),
            Expression::Reference(index) => self.single(*index),
            Expression::Negative(inside) => {
                let zero = Scalar::Number(0.0);
                apply(Operator::Minus, &zero, &self.scalar(inside)?)
            }
            Expression::Positive(inside) => Ok(Scalar::Number(self.scalar(inside)?.number()?)),
            Expression::Chain(first, rest) => {
                let mut left = self.scalar(first)?;
                for (operator, right) in rest {
                    left = apply(*operator, &left, &self.scalar(right)?)?;
                }
                Ok(left)
            }
            Expression::Call(function, arguments) => {
                function.call(&mut Call { name: function.name, arguments, run: self })
            }
        }
    }

    fn single(&mut self, index: usize) -> Result<Scalar, String> {
        let mut values = self.several(index)?;
        match (values.len(), values.pop()) {
            (1, Some(value)) => Ok(value),
            (count, _) => {
                let name = self.references.get(index).map_or("", |reference| reference.name.as_str());
                let count = if count == 0 { "no value".into() } else { format!("{count} values") };
                Err(format!("“{}” gives {count} where one is needed", quoted(name)))
            }
        }
    }

    fn several(&mut self, index: usize) -> Result<Vec<Scalar>, String> {
        let values = (self.read)(index)?;
        for value in &values {
            if let Scalar::Number(number) = value {
                finite(*number)?;
            }
        }
        Ok(values)
    }
}

/// A function's values, which it evaluates when it needs them.
pub(super) struct Call<'a, 'r> {
    /// Of the function.
    pub(super) name: &'static str,
    arguments: &'a [Expression],
    run: &'a mut Run<'r>,
}

impl Call<'_, '_> {
    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        self.arguments.len()
    }

    /// A value by its place; blank when it is left out.
    pub(super) fn scalar(&mut self, index: usize) -> Result<Scalar, String> {
        match self.arguments.get(index) {
            Some(expression) => self.run.scalar(expression),
            None => Ok(Scalar::Blank),
        }
    }

    pub(super) fn number(&mut self, index: usize) -> Result<f64, String> {
        self.scalar(index)?.number()
    }

    /// A number that may be left out.
    pub(super) fn number_or(&mut self, index: usize, default: f64) -> Result<f64, String> {
        if index < self.len() { self.number(index) } else { Ok(default) }
    }

    pub(super) fn flag(&mut self, index: usize) -> Result<bool, String> {
        self.scalar(index)?.flag()
    }

    /// All values at a place, and whether they are cells. Lists treat cells and what is typed differently: a text in a
    /// cell is no number and is passed over, `"3"` is 3 and `"x"` a fault.
    pub(super) fn list(&mut self, index: usize) -> Result<(Vec<Scalar>, bool), String> {
        match self.arguments.get(index) {
            Some(Expression::Reference(place)) => Ok((self.run.several(*place)?, true)),
            Some(Expression::Omitted) => Ok((vec![Scalar::Number(0.0)], false)),
            Some(expression) => Ok((vec![self.run.scalar(expression)?], false)),
            None => Ok((Vec::new(), false)),
        }
    }

    /// The numbers at some places.
    pub(super) fn numbers(&mut self, places: std::ops::Range<usize>) -> Result<Vec<f64>, String> {
        let mut numbers = Vec::new();
        for place in places {
            let (values, cells) = self.list(place)?;
            for value in values {
                match value {
                    Scalar::Number(number) => numbers.push(number),
                    other if !cells => numbers.push(other.number()?),
                    _ => {}
                }
            }
        }
        Ok(numbers)
    }
}
