//! The page: a panic hook, and the app.

fn main() {
    console_error_panic_hook::set_once();
    weighbridge::ui::mount();
}
