//! A plan in a link: the compact file, deflated, behind the `#` of an address, which browsers do not send to a server.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::{FileError, MAX_BYTES, base64};
use crate::model::Plan;

/// What a link begins with behind the `#`.
const NAME: &str = "plan=";
/// The version that is written: `1.` stands before the data.
const VERSION: u32 = 1;
/// A longer link, in bytes, is cut off by some mail and chat programs: worth a warning.
pub const LONG: usize = 8_000;
/// A longer link, in bytes, is not read: browsers stop there, too.
pub const MAX_LENGTH: usize = 2_000_000;
/// The best compression there is; a plan takes milliseconds.
const LEVEL: u8 = 10;

/// Why a link was not read.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkError {
    /// Nothing of ours stands behind the `#`.
    NotALink,
    /// Longer than [`MAX_LENGTH`].
    TooLong(usize),
    /// Made by a newer program.
    Newer(u32),
    /// Something is missing or changed.
    Damaged,
    /// It holds more than [`MAX_BYTES`].
    TooLarge,
    /// It is whole, but what it holds is no plan.
    Content(FileError),
}

impl std::fmt::Display for LinkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotALink => write!(f, "The link holds no Weighbridge plan."),
            Self::TooLong(length) => {
                write!(f, "The link has {length} characters; expected at most {MAX_LENGTH}.")
            }
            Self::Newer(version) => write!(
                f,
                "The link has version {version}, this program reads up to {VERSION}; open it with a newer Weighbridge."
            ),
            Self::Damaged => write!(f, "The link is damaged: a part of it is missing or was changed on the way."),
            Self::TooLarge => write!(f, "The link holds more than {MAX_BYTES} bytes; no plan is that large."),
            Self::Content(error) => write!(f, "The link is whole, but its plan cannot be read. {error}"),
        }
    }
}

impl std::error::Error for LinkError {}

/// The plan as the fragment of an address, with its `#`. Whether it is [`LONG`], or too long to be read back, is for
/// the caller to see.
pub fn to_fragment(plan: &Plan) -> String {
    // With a checksum: a changed letter must not go through as another number.
    let data = compress_to_vec_zlib(super::compact(plan).as_bytes(), LEVEL);
    format!("#{NAME}{VERSION}.{}", base64::encode(&data))
}

/// Whether a fragment claims to hold a plan, so that an error is worth telling.
pub fn is_link(fragment: &str) -> bool {
    data_of(fragment).is_some()
}

/// What stands behind our name.
fn data_of(fragment: &str) -> Option<&str> {
    fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(NAME)
}

/// Reads the plan from the fragment of an address, with or without its `#`.
///
/// # Errors
/// See [`LinkError`]. Never takes more memory than a file of [`MAX_BYTES`].
pub fn from_fragment(fragment: &str) -> Result<Plan, LinkError> {
    if fragment.len() > MAX_LENGTH {
        return Err(LinkError::TooLong(fragment.len()));
    }
    let (version, data) = data_of(fragment).ok_or(LinkError::NotALink)?.split_once('.').ok_or(LinkError::Damaged)?;
    match version.parse() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Err(LinkError::Newer(version)),
        _ => return Err(LinkError::Damaged),
    }
    let data = base64::decode(data).ok_or(LinkError::Damaged)?;
    let bytes = decompress_to_vec_zlib_with_limit(&data, MAX_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        _ => LinkError::Damaged,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
    super::read(&text).map_err(LinkError::Content)
}
