//! Hostile files, links and clipboards in the page itself: nothing of them runs, what is refused is refused in the same
//! words as by the core, and the page works afterwards. (`tests/hostile` gives the core far more.)

use serde_json::{Value as Json, json};
use weighbridge::file::{self, link};

use crate::hostile_corpus::{Case, Fate, Way, all, blank, texts};
use crate::page::Page;
use crate::story::story;

/// Hands the page files as if they had been dropped on it, one after another, and tells what it says about each.
const DROP_EACH: &str = r"const [texts, done] = arguments;
    const until = async found => {
        for (let tries = 0; tries < 400; tries++) {
            const what = found();
            if (what !== undefined) return what;
            await new Promise(next => setTimeout(next, 10));
        }
        return 'nothing was said';
    };
    const say = async text => {
        for (const notice of document.querySelectorAll('#notices .notice button:last-child')) notice.click();
        await until(() => document.querySelector('#notices .notice') ? undefined : true);
        const input = document.getElementById('import-file');
        const data = new DataTransfer();
        data.items.add(new File([text], 'hostile.json', { type: 'application/json' }));
        input.files = data.files;
        const start = performance.now();
        input.dispatchEvent(new Event('change', { bubbles: true }));
        const said = await until(() => document.querySelector('#notices .notice p, #notices .notice span, #notices .notice')?.textContent);
        return [said, Math.round(performance.now() - start)];
    };
    (async () => {
        const all = [];
        for (const text of texts) all.push(await say(typeof text === 'string' ? text : text[0].repeat(text[1])));
        return all;
    })().then(done, error => done(String(error)))";

/// Pastes pages into the selected cell, one after another.
const PASTE_EACH: &str = r"const [pages, done] = arguments;
    const editor = document.getElementById('editor');
    const paste = page => {
        editor.focus();
        const html = typeof page === 'string' ? page : page[0] + page[1].repeat(page[2]) + page[3];
        // WebKit cleans what a real one is given, which takes it minutes: what the page does with it is to be seen.
        const clipboardData = { getData: kind => (kind === 'text/html' ? html : '5'), types: ['text/html', 'text/plain'] };
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        const start = performance.now();
        editor.dispatchEvent(event);
        const millis = performance.now() - start;
        return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(() => next(Math.round(millis)))));
    };
    (async () => {
        const times = [];
        for (const page of pages) times.push(await paste(page));
        return times;
    })().then(done, error => done(String(error)))";

impl Page {
    /// Nothing has run, nothing was drawn that the app does not draw, and a cell can be edited.
    async fn is_unharmed(&self, after: &str) {
        let strange =
            "return [typeof window.pwned, document.querySelectorAll('iframe, base, object, embed, img[src=x]').length,
            [...document.scripts].filter(script => script.textContent.includes('pwned')).length,
            document.querySelectorAll('[onerror], [onload], [onfocus]').length]";
        assert_eq!(self.script(strange, []).await, json!(["undefined", 0, 0, 0]), "{after}");
        self.open_sheet("workload").await;
        for rps in ["7", "8"] {
            self.enter("workload.peak_rps", rps).await;
            self.shows("workload.peak_rps", rps).await;
        }
    }
}

/// Some of the cases, so many apart, that come this way and are refused.
fn refused(way: Way, apart: usize) -> Vec<(Case, String)> {
    let fits = |case: &Case| case.way == way && case.input.len() < 20_000 && matches!(case.fate, Fate::Refused(_));
    let sentence = |case: Case| case.give(&mut blank()).err().map(|sentence| (case, sentence));
    all().into_iter().filter(fits).step_by(apart).filter_map(sentence).collect()
}

#[test]
fn files_are_refused_in_the_words_of_the_core() {
    story(async |page| {
        page.start_from("blank").await;
        let cases = refused(Way::Plan, 4);
        assert!(cases.len() > 40);
        let mut texts: Vec<Json> = cases.iter().map(|(case, _)| json!(case.input)).collect();
        let mut sentences: Vec<String> = cases.into_iter().map(|(_, sentence)| sentence).collect();
        // Made in the page: they are long.
        for (piece, times) in
            [("[", 5_000_000), ("{\"a\":", 1_000_000), (" ", 5_000_001), ("\"", 4_999_999), ("9", 4_999_999)]
        {
            texts.push(json!([piece, times]));
            let text = piece.repeat(times);
            sentences.push(file::import(&text, blank().document()).expect_err("refused").to_string());
        }
        let said = page.script_later(DROP_EACH, [json!(texts)]).await;
        let said = said.as_array().unwrap_or_else(|| panic!("{said}"));
        let mut slowest = 0;
        for (said, sentence) in said.iter().zip(&sentences) {
            let text = said[0].as_str().unwrap_or_default();
            assert!(text.contains(sentence.as_str()), "{said} is not: {sentence}");
            slowest = slowest.max(said[1].as_u64().unwrap_or(u64::MAX));
        }
        assert_eq!(said.len(), sentences.len());
        println!("The slowest of {} files was refused after {slowest} ms, drawing and all.", said.len());
        page.is_unharmed("files").await;
    });
}

#[test]
fn what_is_as_large_as_can_be_opens_and_can_be_edited() {
    story(async |page| {
        page.open().await;
        let names = [
            "a chain of 1600 scores",
            "1600 scores that read eight each",
            "50 scenarios of a chain of 1600 scores",
            "60 brackets, in a file",
            "a thousand signs, in a file",
            "a thousand powers, in a file",
            "255 values, in a file",
            "a note of a megabyte",
        ];
        let cases: Vec<Case> = all().into_iter().filter(|case| names.contains(&case.name.as_str())).collect();
        assert_eq!(cases.len(), names.len());
        for (number, case) in cases.iter().enumerate() {
            let title = format!("Large {number}");
            let mut plan: Json = serde_json::from_str(&case.input).expect("JSON");
            plan["title"] = json!(title);
            page.import(&page.file("large.json", &plan.to_string())).await;
            page.wait_until(&case.name, async || page.value("#title").await == title).await;
            page.is_saved().await;
            page.is_unharmed(&case.name).await;
        }
    });
}

#[test]
fn markup_in_every_text_is_shown_as_text() {
    story(async |page| {
        page.open().await;
        for payload in texts::PAYLOADS.iter().step_by(3).chain(&texts::PAYLOADS[..3]) {
            let plan = file::read(&texts::in_all_texts(payload).to_string()).expect("a plan");
            page.import(&page.file("hostile.json", &file::write(&plan))).await;
            let title = "return document.querySelector('#title').value";
            let shown: String = payload.chars().filter(|c| !"\r\n".contains(*c)).collect();
            page.wait_until(payload, async || page.script(title, []).await == json!(shown)).await;
            for sheet in ["criteria", "workload", "team", "profiles", "compare"] {
                page.open_sheet(sheet).await;
            }
            page.open_sheet("criteria").await;
            page.frame().await;
            let label = "return document.querySelector('#grid [data-path=\"criteria.C2.weight\"]').closest('[role=row]').textContent";
            let row = page.script(label, []).await;
            let visible: String = payload.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
            let row: String =
                row.as_str().unwrap_or_default().chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
            assert!(row.contains(&visible), "{payload:?}: {row:?}");
            page.is_saved().await;
            let kept = page.stored_plan().await.expect("an entry");
            assert_eq!(file::read(&kept).as_ref(), Ok(&plan), "{payload:?} is kept as it came");
            page.is_unharmed(payload).await;
        }
    });
}

#[test]
fn pages_on_the_clipboard_run_nothing_and_do_not_stop_the_page() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_sheet("profiles").await;
        page.select("profiles.go-net-http.name").await;
        let cell = |inside: &str| json!(format!("<table><tr><td>{inside}</td></tr></table>"));
        let mut pages: Vec<Json> = texts::PAYLOADS.iter().map(|payload| cell(payload)).collect();
        pages.extend([
            json!("<table><tr><td colspan=999999999 rowspan=999999999>1</td></tr></table>"),
            json!("<table><col span=4294967295 style='display:none'><tr><td>1</table>"),
            json!("<table><tr><td colspan=-1 rowspan=0>1</td><td colspan=NaN>2</td></tr></table>"),
            json!("<script>window.pwned=1</script><table><tr><td>1</td></tr></table>"),
            json!("<style>td{display:none}</style><table><tr><td style='background:url(//example.org/x)'>1</td></tr></table>"),
            json!("<link rel=stylesheet href=//example.org/x><meta http-equiv=refresh content='0;url=//example.org'><table><tr><td>1"),
            json!("<img src=//example.org/x><video src=//example.org/x autoplay></video><table><tr><td><img src=x onerror=window.pwned=1>1"),
            json!("<svg><script>window.pwned=1</script></svg><math><td>1</td></math><template><table><tr><td>2</table></template>"),
            json!("<table><tr><td data-formula='=window.pwned=1'>1</td></tr></table>"),
            json!("<table><tr><td sdval='1e999' x:num='NaN'>1</td></tr></table>"),
            json!("<table><tr><td>\u{0}\u{202e}\u{ffff}1</td></tr></table>"),
            json!(["<table><tr><td>", "<b>", 200_000, "1"]),
            json!(["<table><tr><td>", "<div>", 100_000, "1"]),
            json!(["", "<table><tr><td>", 5_000, "1"]),
            json!(["<table>", "<tr><td>1</td></tr>", 100_000, "</table>"]),
            json!(["<table><tr>", "<td colspan=1000 rowspan=1000>1</td>", 5_000, "</table>"]),
            json!(["<table><tr><td title='", "<td style=", 100_000, "'>1</table>"]),
            json!(["<table ", "a='' ", 200_000, "><tr><td>1</table>"]),
            json!(["<table><tr><td>", "&amp;", 900_000, "</table>"]),
            json!(["<table><tr><td>", "x", 4_900_000, "</table>"]),
            json!(["<!--", "<td>", 1_000_000, ""]),
        ]);
        assert!(pages.len() > 50);
        let times = page.script_later(PASTE_EACH, [json!(pages)]).await;
        let times: Vec<u64> = serde_json::from_value(times.clone()).unwrap_or_else(|_| panic!("{times}"));
        println!("The slowest of {} pages was pasted in {:?} ms.", times.len(), times.iter().max());
        page.is_unharmed("pages on the clipboard").await;
    });
}

#[test]
fn links_that_are_no_links_are_refused_in_the_words_of_the_core() {
    story(async |page| {
        page.start_from("blank").await;
        page.rename("Mine").await;
        page.is_saved().await;
        let cases = refused(Way::Link, 3);
        assert!(cases.len() > 5);
        for (case, sentence) in cases {
            // What an address cannot hold never comes as one.
            if !case.input.is_ascii()
                || case.input.contains(|c: char| c.is_control() || "<> ".contains(c))
                || !link::is_link(&case.input)
            {
                continue;
            }
            page.open_empty().await;
            page.visit(&case.input).await;
            page.element("#grid").await;
            page.says("#notices", &sentence).await;
            assert_eq!(page.value("#title").await, "Mine", "{}", case.name);
        }
        page.is_unharmed("links").await;
    });
}
