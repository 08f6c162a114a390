//! The browser's database (IndexedDB): opened, asked and deleted as promises instead of events.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::script::{call, options, property};

const NAME: &str = "relance";
const VERSION: u32 = 1;

/// Time after which a database that does not answer is done without, in milliseconds: another tab may hold it up.
pub(super) const PATIENCE: i32 = 3_000;
/// Name of the error of what was not answered in time: the one browsers use where they give up themselves.
pub(super) const SILENT: &str = "TimeoutError";

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

/// What a request found. An error by the name [`SILENT`] where that takes longer than so many milliseconds.
pub(super) async fn answer(request: &IdbRequest, patience: i32) -> Result<JsValue, JsValue> {
    let answered = in_time(patience, |found, failed| {
        request.set_onsuccess(Some(found));
        request.set_onerror(Some(failed));
    });
    match answered.await {
        Ok(()) => request.result(),
        Err(Unanswered::InTime) => Err(give_up(request.transaction())),
        Err(Unanswered::Failed) => Err(property(request, "error").unwrap_or_default()),
    }
}

/// Waits until a transaction is on the disk; its error where it was taken back whole, one by the name [`SILENT`] where
/// nothing is known of it after so many milliseconds.
pub(super) async fn complete(transaction: &IdbTransaction, patience: i32) -> Result<(), JsValue> {
    // It would end by itself, a turn later. Refused only where it has failed already.
    let _ = call(transaction, "commit", &[]);
    let ended = in_time(patience, |complete, failed| {
        transaction.set_oncomplete(Some(complete));
        transaction.set_onabort(Some(failed));
    });
    match ended.await {
        Ok(()) => Ok(()),
        Err(Unanswered::InTime) => Err(give_up(Some(transaction.clone()))),
        Err(Unanswered::Failed) => Err(property(transaction, "error").unwrap_or_default()),
    }
}

/// Takes a transaction back that does not end, where that is still possible, and asks nothing more of its database: each
/// further question would wait as long. The error that says so.
fn give_up(transaction: Option<IdbTransaction>) -> JsValue {
    if let Some(transaction) = transaction {
        // Refused where it has ended and merely said nothing.
        let _ = transaction.abort();
        transaction.db().close();
    }
    options(&[("name", SILENT.into())]).into()
}

/// Why nothing came.
enum Unanswered {
    /// It failed.
    Failed,
    /// Nothing was heard of it.
    InTime,
}

/// Waits for one of two calls, no longer than so many milliseconds.
async fn in_time(patience: i32, ask: impl Fn(&Function, &Function)) -> Result<(), Unanswered> {
    let window = web_sys::window();
    let mut timer = None;
    let settled = Promise::new(&mut |done, failed| {
        ask(&done, &failed);
        // A window without timers has stopped: there is nobody left to wait.
        let started = window
            .as_ref()
            .map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&failed, patience));
        timer = started.and_then(Result::ok);
    });
    let outcome = JsFuture::from(settled).await;
    if let (Some(window), Some(timer)) = (&window, timer) {
        window.clear_timeout_with_handle(timer);
    }
    match outcome {
        Ok(_) => Ok(()),
        // A timer says nothing; what failed says what.
        Err(event) if event.is_undefined() => Err(Unanswered::InTime),
        Err(_) => Err(Unanswered::Failed),
    }
}

fn factory() -> Option<IdbFactory> {
    web_sys::window()?.indexed_db().ok().flatten()
}

/// True when a request to open or delete succeeds in time.
async fn settles(request: &IdbOpenDbRequest) -> bool {
    let settled = in_time(PATIENCE, |done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
    });
    settled.await.is_ok()
}
