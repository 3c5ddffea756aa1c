//! A JSON tree that keeps the order of keys, refuses a key that stands twice, and holds finite numbers only.

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::formula::quoted;
use crate::model::{Range, Value};

/// One value of a JSON document.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A finite number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, in the order of the document.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// A few words for messages.
    pub fn words(&self) -> String {
        match self {
            Self::Null => "null".into(),
            Self::List(_) => "a list".into(),
            Self::Object(_) => "an object".into(),
            Self::Flag(flag) => Value::Flag(*flag).to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => Value::Text(text.clone()).to_string(),
        }
    }

    /// A figure of the results as plain text: a number in full, words with spaces between them, nothing for all else.
    pub fn as_words(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::List(nodes) => nodes.iter().map(Self::as_words).collect::<Vec<_>>().join(" "),
            Self::Null | Self::Flag(_) | Self::Object(_) => String::new(),
        }
    }

    /// The value this node spells, whatever input it is meant for.
    pub fn into_value(self) -> Result<Value, String> {
        Ok(match self {
            Self::Null => Value::Empty,
            Self::Flag(flag) => Value::Flag(flag),
            Self::Number(number) => Value::Number(number),
            Self::Text(text) => Value::Text(text),
            Self::List(nodes) => Value::List(nodes.into_iter().map(into_word).collect::<Result<_, _>>()?),
            Self::Object(entries) => Value::Range(into_range(entries)?),
        })
    }
}

fn into_word(node: Node) -> Result<String, String> {
    match node {
        Node::Text(text) => Ok(text),
        other => Err(format!("{} in a list of words", other.words())),
    }
}

fn into_range(entries: Vec<(String, Node)>) -> Result<Range, String> {
    let mut entries = entries.into_iter();
    let (Some((name, Node::List(nodes))), None) = (entries.next(), entries.next()) else {
        return Err("an object that is no range; expected one such as {\"triangular\": [1, 2, 3]}".into());
    };
    let number = |node: Node| match node {
        Node::Number(number) => Ok(number),
        other => Err(format!("{} in a range; expected a number", other.words())),
    };
    let parameters: Vec<f64> = nodes.into_iter().map(number).collect::<Result<_, _>>()?;
    Range::new(&name, &parameters)
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        match value {
            Value::Empty => Self::Null,
            Value::Number(number) => Self::Number(number),
            Value::Range(range) => {
                let parameters = range.parameters().into_iter().map(Self::Number).collect();
                Self::Object(vec![(range.name().into(), Self::List(parameters))])
            }
            Value::Text(text) | Value::Formula(text) => Self::Text(text),
            Value::Flag(flag) => Self::Flag(flag),
            Value::List(words) => Self::List(words.into_iter().map(Self::Text).collect()),
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            // The shortest text that reads back as the same number: 4, not 4.0.
            Self::Number(x) => match x.to_string().parse::<serde_json::Number>() {
                Ok(number) => number.serialize(serializer),
                Err(error) => Err(serde::ser::Error::custom(error)),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(nodes) => serializer.collect_seq(nodes),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(key, node)| (key, node))),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

/// With `arbitrary_precision`, serde_json hands a number with a point over as a map of this one key to the number's text.
const NUMBER: &str = "$serde_json::private::Number";

fn number<E: Error>(text: &str) -> Result<Node, E> {
    match text.parse::<f64>() {
        // A sum turns -0 into 0, which cells could not tell apart.
        Ok(number) if number.is_finite() => Ok(Node::Number(number + 0.0)),
        _ => Err(E::custom(format!("the number {} is too large", quoted(text)))),
    }
}

/// The text of a number as serde_json hands it over: one it owns. A file that uses the same key has its texts read from
/// the file, and is no number by that.
struct Digits(String);

impl<'de> Deserialize<'de> for Digits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DigitsVisitor;
        impl Visitor<'_> for DigitsVisitor {
            type Value = Digits;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number")
            }

            fn visit_str<E: Error>(self, _: &str) -> Result<Digits, E> {
                Err(E::custom(format!("the key “{NUMBER}” means nothing")))
            }

            fn visit_string<E>(self, text: String) -> Result<Digits, E> {
                Ok(Digits(text))
            }
        }
        deserializer.deserialize_string(DigitsVisitor)
    }
}

/// So many keys of an object are quicker to look through than to sort.
const FEW: usize = 32;

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = seq.next_element()? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        // Most objects have few keys, and looking through those takes no memory.
        let mut seen = std::collections::BTreeSet::new();
        let mut entries: Vec<(String, Node)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER && entries.is_empty() {
                return number(&map.next_value::<Digits>()?.0);
            }
            let node = map.next_value()?;
            if entries.len() == FEW {
                seen.extend(entries.iter().map(|(key, _)| key.clone()));
            }
            let is_known = if entries.len() < FEW {
                entries.iter().any(|(known, _)| *known == key)
            } else {
                !seen.insert(key.clone())
            };
            if is_known {
                return Err(A::Error::custom(format!("the key “{}” stands twice in one object", quoted(&key))));
            }
            entries.push((key, node));
        }
        Ok(Node::Object(entries))
    }
}
