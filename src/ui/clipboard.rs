//! Cells on the browser's clipboard.

use web_sys::DataTransfer;

use crate::sheet::Clip;

/// The cells on the clipboard; none where it holds no text.
pub fn read(data: &DataTransfer) -> Option<Clip> {
    let text = data.get_data("text/plain").ok().filter(|text| !text.is_empty())?;
    Some(Clip::from_tsv(&text))
}

/// Puts cells on the clipboard.
pub fn write(data: &DataTransfer, clip: &Clip) {
    let line =
        |row: &Vec<crate::sheet::ClipCell>| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\t");
    let _ = data.set_data("text/plain", &clip.rows.iter().map(line).collect::<Vec<_>>().join("\n"));
}
