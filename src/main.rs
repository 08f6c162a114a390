//! The program: in the browser, mounts the page; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    relance::browser::crash::set_panic_hook();
    relance::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Relance runs in a browser: cargo xtask serve");
}
