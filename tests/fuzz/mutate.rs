//! Good input, altered: bytes flipped, left out, repeated, put in from a list of words or from another input.

use proptest::prelude::*;
use proptest::sample::Index;

#[derive(Debug, Clone)]
enum Mutation {
    Flip(Index, u8),
    Set(Index, u8),
    Cut(Index, Index),
    Keep(Index),
    Repeat(Index, Index, u8),
    Word(Index, Index),
    Replace(Index, Index, usize),
    Splice(Index, Index, Index),
    Raw(Index, Vec<u8>),
}

/// What an input may not be longer than, lest repeating makes it endless.
const MOST: usize = 200_000;

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        2 => (at(), 0..8_u8).prop_map(|(place, bit)| Mutation::Flip(place, bit)),
        2 => (at(), any::<u8>()).prop_map(|(place, byte)| Mutation::Set(place, byte)),
        2 => (at(), at()).prop_map(|(from, to)| Mutation::Cut(from, to)),
        1 => at().prop_map(Mutation::Keep),
        2 => (at(), at(), any::<u8>()).prop_map(|(from, to, times)| Mutation::Repeat(from, to, times)),
        4 => (at(), at()).prop_map(|(place, word)| Mutation::Word(place, word)),
        4 => (at(), at(), 0..12_usize).prop_map(|(place, word, length)| Mutation::Replace(place, word, length)),
        2 => (at(), at(), at()).prop_map(|(seed, from, to)| Mutation::Splice(seed, from, to)),
        2 => (at(), prop::collection::vec(any::<u8>(), 1..16)).prop_map(|(place, bytes)| Mutation::Raw(place, bytes)),
    ]
}

fn apply(bytes: &mut Vec<u8>, mutation: &Mutation, seeds: &[Vec<u8>], words: &[String]) {
    let spot = |index: &Index, length: usize| index.index(length + 1);
    let length = bytes.len();
    let span = |from: &Index, to: &Index, length: usize| {
        let (one, other) = (spot(from, length), spot(to, length));
        one.min(other)..one.max(other)
    };
    match mutation {
        Mutation::Flip(at, bit) if length > 0 => bytes[at.index(length)] ^= 1 << bit,
        Mutation::Set(at, byte) if length > 0 => bytes[at.index(length)] = *byte,
        Mutation::Flip(..) | Mutation::Set(..) => {}
        Mutation::Cut(from, to) => drop(bytes.drain(span(from, to, length))),
        Mutation::Keep(end) => bytes.truncate(spot(end, length)),
        Mutation::Repeat(from, to, times) => {
            let piece = bytes[span(from, to, length)].to_vec();
            let times = usize::from(*times).min(MOST.saturating_sub(length) / piece.len().max(1));
            let at = spot(to, length);
            bytes.splice(at..at, piece.repeat(times));
        }
        Mutation::Word(at, word) if !words.is_empty() => {
            let at = spot(at, length);
            bytes.splice(at..at, word.get(words).bytes());
        }
        Mutation::Replace(at, word, count) if !words.is_empty() => {
            let at = spot(at, length);
            bytes.splice(at..(at + count).min(length), word.get(words).bytes());
        }
        Mutation::Word(..) | Mutation::Replace(..) => {}
        Mutation::Splice(seed, from, to) => {
            let other = seed.get(seeds);
            let at = spot(from, length);
            bytes.splice(at..at, other[span(from, to, other.len())].iter().copied());
            bytes.truncate(MOST);
        }
        Mutation::Raw(at, raw) => {
            let at = spot(at, length);
            bytes.splice(at..at, raw.iter().copied());
        }
    }
}

/// Altered copies of the seeds, and a few bytes that are no copy at all.
pub fn bytes(seeds: &[&[u8]], dictionary: &[&str]) -> impl Strategy<Value = Vec<u8>> + use<> {
    let seeds: Vec<Vec<u8>> = seeds.iter().map(|seed| seed.to_vec()).collect();
    let words: Vec<String> = dictionary.iter().map(ToString::to_string).collect();
    let altered = (any::<Index>(), prop::collection::vec(mutation(), 0..12)).prop_map(move |(seed, mutations)| {
        let mut bytes = seed.get(&seeds).clone();
        mutations.iter().for_each(|mutation| apply(&mut bytes, mutation, &seeds, &words));
        bytes
    });
    prop_oneof![15 => altered, 1 => prop::collection::vec(any::<u8>(), 0..64)]
}
