//! The page in the words of its user: what one does.

use std::cell::RefCell;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::{By, Key, WebDriver, WebElement, WindowHandle};

use crate::engine::Browser;
use crate::server::Server;

/// How long the page may take for anything.
const PATIENCE: Duration = Duration::from_secs(20);

/// Brings an element into sight, and waits until it stays where it is. The headers stick to the edges of the grid, and
/// must not lie over a cell. The answer comes by a timer after the cells and moves what is under it. WebKit's WebDriver
/// aims at where the element was before it was scrolled.
const IN_SIGHT: &str = "const [element, done] = arguments;
    const at = element.closest('#grid') ? 'center' : 'nearest';
    const place = () => {
        element.scrollIntoView({ block: at, inline: at });
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${x} ${y} ${width} ${height}`;
    };
    const wait = before => requestAnimationFrame(() => setTimeout(() => {
        const now = place();
        now === before ? done() : wait(now);
    }));
    wait(place())";

/// Notes whether the next press of a button goes to the element.
const NOTE_A_PRESS: &str = "const [element] = arguments;
    window.press = 'awaited';
    const note = event => { window.press = event.composedPath().includes(element) ? 'here' : 'elsewhere'; };
    addEventListener('pointerdown', note, { capture: true, once: true })";

/// Asks for the menu of an element, as the browser does once the right button is pressed there.
const MENU_AT: &str = "const { x, y, width, height } = arguments[0].getBoundingClientRect();
    const [clientX, clientY] = [x + width / 2, y + height / 2];
    const at = { clientX, clientY, button: 2, bubbles: true, cancelable: true };
    const target = document.elementFromPoint(clientX, clientY);
    target.dispatchEvent(new PointerEvent('pointerdown', { ...at, buttons: 2, pointerType: 'mouse' }));
    target.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerType: 'mouse' }));
    target.dispatchEvent(new PointerEvent('contextmenu', { ...at, pointerType: 'mouse' }))";

/// The page in one browser, and the server it comes from.
pub struct Page {
    /// The way to talk to the browser.
    pub driver: WebDriver,
    /// What the browser is called.
    pub engine: &'static str,
    /// Where files for the browser and from it are.
    pub folder: PathBuf,
    server: RefCell<Server>,
}

impl Page {
    /// The page, not opened yet.
    pub fn new(browser: &Browser, server: Server) -> Self {
        Self {
            driver: browser.driver.clone(),
            engine: browser.name,
            folder: browser.folder.path().to_owned(),
            server: RefCell::new(server),
        }
    }

    /// Gives the server back, for another page.
    pub fn into_server(self) -> Server {
        self.server.into_inner()
    }

    /// What the addresses of the app begin with.
    pub fn origin(&self) -> String {
        self.server.borrow().origin()
    }

    /// Opens the app, or loads it again, and waits until it can be used.
    pub async fn open(&self) {
        let app = self.server.borrow().app();
        self.driver.goto(app).await.expect("the app's address opens");
        self.element("#grid").await;
        self.frame().await;
    }

    /// Opens a file of the app, whatever comes of it.
    pub async fn visit(&self, name: &str) {
        let app = self.server.borrow().app();
        self.driver.goto(app + name).await.expect("the address opens");
    }

    /// Opens an empty page of the same origin, whose storage is the app's.
    pub async fn open_empty(&self) {
        let empty = self.server.borrow().empty();
        self.driver.goto(empty).await.expect("the empty page opens");
    }

    /// Opens another window and goes there.
    pub async fn new_window(&self) -> WindowHandle {
        let window = self.driver.new_window().await.expect("a new window");
        self.driver.switch_to_window(window.clone()).await.expect("the new window");
        if self.engine != "Chromium" {
            self.driver.set_window_rect(0, 0, 1440, 900).await.expect("a window of this size");
        }
        window
    }

    /// What the page's policy has forbidden since this was asked last.
    pub fn take_reports(&self) -> Vec<String> {
        self.server.borrow().take_reports()
    }

    /// Has the server serve another folder from now on, and of it so many files whole.
    pub fn serve(&self, folder: PathBuf, whole: usize) {
        self.server.borrow().serve(folder, whole);
    }

    /// Pulls the server away.
    pub fn unplug(&self) {
        self.server.borrow_mut().stop();
    }

    /// Opens the app with a plan from the gallery.
    pub async fn start_from(&self, template: &str) {
        self.open().await;
        self.start_from_here(template).await;
    }

    /// Takes a plan from the gallery.
    pub async fn start_from_here(&self, template: &str) {
        if !self.is_open("#gallery").await {
            self.file_menu("#new").await;
        }
        self.pick_template(template).await;
    }

    /// Chooses a line of the menu of files.
    pub async fn file_menu(&self, line: &str) {
        self.menu("#file", line).await;
    }

    /// Chooses a line of the menu of what leaves.
    pub async fn export_menu(&self, line: &str) {
        self.menu("#export-button", line).await;
    }

    async fn menu(&self, button: &str, line: &str) {
        self.click(button).await;
        self.element(line).await;
        // It is drawn before it is in its place.
        self.frame().await;
        self.click(line).await;
        self.wait_until("the menu closes", async || !self.has("#menu").await).await;
    }

    /// Picks a card of the open gallery.
    pub async fn pick_template(&self, template: &str) {
        self.click(&format!(r#"#gallery [data-template="{template}"]"#)).await;
        self.wait_until("the gallery closes", async || !self.is_open("#gallery").await).await;
    }

    /// Brings a sheet in sight.
    pub async fn open_sheet(&self, sheet: &str) {
        self.click(&format!(r#"[data-sheet="{sheet}"]"#)).await;
        self.wait_until("the sheet opens", async || {
            self.attribute(&format!(r#"[data-sheet="{sheet}"]"#), "aria-selected").await.as_deref() == Some("true")
        })
        .await;
    }

    /// Selects a cell of the sheet in sight by a click.
    pub async fn select(&self, path: &str) {
        if self.selected().await != path {
            self.click(&format!(r#"#grid [data-path="{path}"]"#)).await;
        } else if self.focus().await != "editor" {
            self.click("#editor").await;
        }
        self.is_selected(path).await;
    }

    /// Clicks whatever this names. What lies over it at first may be on its way out, and it may be made anew.
    pub async fn click(&self, selector: &str) {
        let start = Instant::now();
        loop {
            let element = self.element(selector).await;
            self.script_later(IN_SIGHT, [reference(&element)]).await;
            if self.engine == "WebKit" {
                self.script(NOTE_A_PRESS, [reference(&element)]).await;
            }
            match element.click().await {
                Ok(()) if !self.has_missed().await => return,
                Ok(()) => assert!(start.elapsed() < PATIENCE, "clicks on {selector} go elsewhere"),
                Err(error) => assert!(start.elapsed() < PATIENCE, "{selector} cannot be clicked: {error}"),
            }
            self.frame().await;
        }
    }

    /// Whether the last click went to another element than it was meant for. Other drivers tell that themselves, as the
    /// standard of WebDriver wants it; WebKit's clicks at the wrong place at times and says nothing, and says so before
    /// the page has heard of the click.
    async fn has_missed(&self) -> bool {
        if self.engine != "WebKit" {
            return false;
        }
        let press = || async { self.script("return window.press", []).await };
        self.wait_until("the button is pressed", async || press().await != json!("awaited")).await;
        press().await == json!("elsewhere")
    }

    /// Double-clicks whatever this names, as fast as a quick hand: what takes time is the move that goes nowhere.
    pub async fn double_click(&self, selector: &str) {
        let element = self.element(selector).await;
        let hand = Some(Duration::from_millis(50));
        let actions = self.driver.action_chain_with_delay(hand, hand);
        self.perform(actions.move_to_element_center(&element).click().move_by_offset(0, 0).click()).await;
    }

    /// Opens the menu of whatever this names.
    pub async fn right_click(&self, selector: &str) {
        let element = self.element(selector).await;
        if self.engine == "WebKit" {
            // Its WebDriver presses the right button and lets go of the left one: from then on every click is a wrong one.
            self.script(MENU_AT, [reference(&element)]).await;
        } else {
            self.perform(self.actions().context_click_element(&element)).await;
        }
        self.element("#menu").await;
        self.frame().await;
    }

    /// Chooses the line of the open menu that begins with these words.
    pub async fn choose(&self, words: &str) {
        let script = "const lines = [...document.querySelectorAll('#menu [role=menuitem]')];
            lines.find(line => line.textContent.startsWith(arguments[0])).dataset.chosen = ''";
        self.script(script, [json!(words)]).await;
        // A click by hand: WebKit lets nothing else near the clipboard.
        self.click("#menu [data-chosen]").await;
        self.wait_until("the menu closes", async || !self.has("#menu").await).await;
        self.frame().await;
    }

    /// Drags from the middle of one element to the middle of another.
    pub async fn drag(&self, from: &str, to: &str) {
        let (from, to) = (self.element(from).await, self.element(to).await);
        self.perform(self.actions().click_and_hold_element(&from).move_to_element_center(&to).release()).await;
        self.frame().await;
    }

    /// Types text, key by key.
    pub async fn type_keys(&self, text: &str) {
        self.perform(self.actions().send_keys(text)).await;
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.perform(self.actions().send_keys(key)).await;
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) {
        let key = key.into();
        self.perform(self.actions().key_down(held.clone()).key_down(key).key_up(key).key_up(held)).await;
    }

    /// Types text into a cell of the sheet in sight and confirms it.
    pub async fn enter(&self, path: &str, text: &str) {
        self.select(path).await;
        self.type_keys(text).await;
        self.press(Key::Enter).await;
    }

    /// Gives the plan a title.
    pub async fn rename(&self, title: &str) {
        self.click("#title").await;
        self.press_with(Key::Control, 'a').await;
        self.type_keys(title).await;
        self.press(Key::Enter).await;
    }

    fn actions(&self) -> ActionChain {
        self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    async fn perform(&self, actions: ActionChain) {
        actions.perform().await.expect("keys and pointer do what they are told");
    }

    /// The element, as soon as there is one.
    pub async fn element(&self, selector: &str) -> WebElement {
        let start = Instant::now();
        loop {
            match self.driver.find(By::Css(selector.to_owned())).await {
                Ok(element) => return element,
                Err(error) => assert!(start.elapsed() < PATIENCE, "no {selector} on the page: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Waits until something is so.
    pub async fn wait_until(&self, what: &str, is_so: impl AsyncFn() -> bool) {
        let start = Instant::now();
        while !is_so().await {
            assert!(start.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain until {what}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Runs a script in the page; what it returns.
    pub async fn script<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let done = self.driver.execute(script, Vec::from(arguments)).await;
        done.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Runs a script that calls its last argument when it is done.
    pub async fn script_later<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        let done = self.driver.execute_async(script, Vec::from(arguments)).await;
        done.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Sends a command of Chromium's DevTools.
    pub async fn devtools(&self, method: &str, parameters: Value) {
        let sent = self.driver.cdp().send_raw(method, parameters).await;
        sent.unwrap_or_else(|error| panic!("{method}: {error}"));
    }

    /// Makes the page this large, in CSS pixels, each of so many pixels.
    pub async fn resize(&self, width: u32, height: u32, ratio: f64) {
        let parameters = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", parameters).await;
        self.frame().await;
    }

    /// Waits until everything that is due has been drawn.
    pub async fn frame(&self) {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        self.script_later(script, []).await;
    }
}

/// The element as an argument of a script.
pub fn reference(element: &WebElement) -> Value {
    element.to_json().expect("an element's reference")
}
