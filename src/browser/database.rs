//! The browser's database (IndexedDB): opened, asked and deleted as promises instead of events.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::script::{call, property};

const NAME: &str = "relance";
const VERSION: u32 = 1;

/// Time after which a database that does not answer is done without, in milliseconds: another tab may hold it up.
const PATIENCE: i32 = 3_000;

/// Opens the database, with these stores when it is new; none where the browser refuses or does not answer.
pub(super) async fn open(stores: &'static [&str]) -> Option<IdbDatabase> {
    let request = factory()?.open_with_u32(NAME, VERSION).ok()?;
    let asked = request.clone();
    let create = Closure::once_into_js(move || {
        let database: Option<IdbDatabase> = asked.result().ok().map(JsCast::unchecked_into);
        for store in stores {
            // Without it the version is not made and opening fails, which says it all.
            let _ = database.as_ref().map(|database| database.create_object_store(store));
        }
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    if !settles(&request).await {
        // Coming later still, it would hold up every other tab.
        let late = request.clone();
        let close = Closure::once_into_js(move || {
            if let Ok(database) = late.result() {
                database.unchecked_into::<IdbDatabase>().close();
            }
        });
        request.set_onsuccess(Some(close.unchecked_ref()));
        return None;
    }
    let database: IdbDatabase = request.result().ok()?.unchecked_into();
    // Another tab deletes it or wants a newer version: it must not wait for us.
    let close: Function = Reflect::get(&database, &"close".into()).ok()?.dyn_into().ok()?;
    database.set_onversionchange(Some(&close.bind0(&database)));
    Some(database)
}

/// Deletes the database; says whether it is gone.
pub(super) async fn delete() -> bool {
    let request = factory().and_then(|factory| factory.delete_database(NAME).ok());
    match request {
        Some(request) => settles(&request).await,
        None => false,
    }
}

/// What a request found.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |found, failed| {
        request.set_onsuccess(Some(&found));
        request.set_onerror(Some(&failed));
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result(),
        Err(_) => Err(property(request, "error").unwrap_or_default()),
    }
}

/// Waits until a transaction is on the disk; its error where it was taken back whole.
pub(super) async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    // It would end by itself, a turn later. Refused only where it has failed already.
    let _ = call(transaction, "commit", &[]);
    let ended = Promise::new(&mut |complete, failed| {
        transaction.set_oncomplete(Some(&complete));
        transaction.set_onabort(Some(&failed));
    });
    match JsFuture::from(ended).await {
        Ok(_) => Ok(()),
        Err(_) => Err(property(transaction, "error").unwrap_or_default()),
    }
}

fn factory() -> Option<IdbFactory> {
    web_sys::window()?.indexed_db().ok().flatten()
}

/// True when a request to open or delete succeeds in time.
async fn settles(request: &IdbOpenDbRequest) -> bool {
    let settled = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
        if let Some(window) = web_sys::window() {
            // A window without timers has stopped: there is nobody left to wait.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&failed, PATIENCE);
        }
    });
    JsFuture::from(settled).await.is_ok()
}
