//! The page: a panic hook, and the app.

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        weighbridge::ui::rescue(&panic.to_string());
    }));
    weighbridge::ui::mount();
}
