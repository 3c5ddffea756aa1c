//! The tables of inputs: all there is to say of one input, in one place.
//!
//! The macro [`inputs!`] turns a table of declarations into a struct with those fields, its
//! default, and its face as a [`Record`]. Path lookup, file format, grid rows and validation
//! all read the [`Input`]s; none of them lists a field a second time. A declaration that ends in `later` is of an input
//! that came after the first plans were saved: files name it only where it differs from its default.

use super::input::Input;
use super::value::Slot;

/// A struct made of inputs.
pub trait Record {
    /// The declarations, in the order of file and grid.
    fn inputs(&self) -> &'static [Input];
    /// The field of the input with this index.
    fn slot(&self, index: usize) -> Option<&dyn Slot>;
    /// The field of the input with this index, to be written.
    fn slot_mut(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// The index of the input called `name`.
    fn index_of(&self, name: &str) -> Option<usize> {
        self.inputs().iter().position(|input| input.name == name)
    }
}

/// Declares a struct of inputs: one line each for help, field, default, label, kind and source.
macro_rules! inputs {
    (
        $(#[doc = $doc:literal])*
        pub struct $record:ident { $($(#[doc = $extra_doc:literal])* pub $extra:ident: $extra_type:ty,)* }
        $(#[doc = $help:literal] $name:ident: $type:ty = $default:expr, $label:literal, $kind:expr, $source:expr $(, $later:ident)?;)*
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $record {
            $($(#[doc = $extra_doc])* pub $extra: $extra_type,)*
            $(#[doc = $help] pub $name: $type,)*
        }

        impl Default for $record {
            fn default() -> Self {
                Self { $($extra: Default::default(),)* $($name: $default,)* }
            }
        }

        impl $record {
            /// The declarations of its inputs.
            pub const INPUTS: &'static [$crate::model::Input] = &[
                $($crate::model::Input::new(stringify!($name), $label, $help, $kind, $source)$(.$later())?,)*
            ];
        }

        impl $crate::model::Record for $record {
            fn inputs(&self) -> &'static [$crate::model::Input] {
                Self::INPUTS
            }

            fn slot(&self, index: usize) -> Option<&dyn $crate::model::Slot> {
                let slots: [&dyn $crate::model::Slot; Self::INPUTS.len()] = [$(&self.$name),*];
                slots.get(index).copied()
            }

            fn slot_mut(&mut self, index: usize) -> Option<&mut dyn $crate::model::Slot> {
                let slots: [&mut dyn $crate::model::Slot; Self::INPUTS.len()] = [$(&mut self.$name),*];
                slots.into_iter().nth(index)
            }
        }
    };
}

/// Declares an enum whose values are words in files and cells.
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $choice:ident { $($(#[doc = $what:literal])* $variant:ident = $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $choice { $($(#[doc = $what])* $variant,)* }

        impl $choice {
            /// The words, in the order of the variants.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word of this value.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The value a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::model::Slot for $choice {
            fn read(&self) -> $crate::model::Value {
                $crate::model::Value::Text(self.word().to_owned())
            }

            fn write(&mut self, value: $crate::model::Value) -> Result<(), $crate::model::Problem> {
                let known = match &value {
                    $crate::model::Value::Text(word) => Self::from_word(word),
                    _ => None,
                };
                match known {
                    Some(choice) => *self = choice,
                    None => {
                        let message = format!("{value} is not one of {}", Self::WORDS.join(", "));
                        return Err($crate::model::Problem::new(message));
                    }
                }
                Ok(())
            }
        }
    };
}

pub(super) use {choice, inputs};
