//! A folder of the user's that we may write to, where the browser has that (Chromium).

use js_sys::{AsyncIterator, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemWritableFileStream};

use super::script::{answer, error_name, options, property, says_full, settled};

/// Why nothing came of a folder, or of a file in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderError {
    /// The user chose none.
    Cancelled,
    /// The user did not allow it, or has to be asked again.
    NotAllowed,
    /// The folder or file is not there any more.
    Missing,
    /// The disk is full.
    Full,
    /// Another program or tab is writing the file.
    Busy,
    /// What was read back is not what was written.
    Differs,
    /// What writes the copy is a part of the program that could not be fetched.
    NotFetched,
    /// The browser refused: no such feature, a name it does not accept, a disk that fails.
    Refused,
}

impl From<JsValue> for FolderError {
    fn from(error: JsValue) -> Self {
        match error_name(&error).as_str() {
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "NotFoundError" => Self::Missing,
            "NoModificationAllowedError" => Self::Busy,
            name if says_full(name) => Self::Full,
            _ => Self::Refused,
        }
    }
}

/// A folder the user chose.
#[derive(Debug, Clone)]
pub struct Folder {
    handle: FileSystemDirectoryHandle,
}

/// True where the browser can give us a folder.
#[must_use]
pub fn is_supported() -> bool {
    web_sys::window().is_some_and(|window| property(&window, "showDirectoryPicker").is_some())
}

/// Lets the user choose a folder that we may read and write. Browsers want it to follow a press on something.
///
/// # Errors
/// [`FolderError::Cancelled`] where the user chose none.
pub async fn pick() -> Result<Folder, FolderError> {
    let window = web_sys::window().ok_or(FolderError::Refused)?;
    // By this name the browser opens its window where the user was last time.
    let wanted = options(&[("mode", "readwrite".into()), ("id", "relance".into())]);
    match answer(&window, "showDirectoryPicker", &[wanted.into()]).await {
        Ok(handle) => Folder::from_js(handle).ok_or(FolderError::Refused),
        Err(error) if error_name(&error) == "AbortError" => Err(FolderError::Cancelled),
        Err(error) => Err(error.into()),
    }
}

impl Folder {
    /// The folder in a thing that was kept ([`Self::to_js`]); none where it is something else.
    #[must_use]
    pub fn from_js(kept: JsValue) -> Option<Self> {
        kept.dyn_into().ok().map(|handle| Self { handle })
    }

    /// The folder as a thing that can be kept in the browser's database.
    #[must_use]
    pub fn to_js(&self) -> JsValue {
        self.handle.clone().into()
    }

    /// Its name, without the folders it is in.
    #[must_use]
    pub fn name(&self) -> String {
        self.handle.name()
    }

    /// True where we may write without asking: after the browser was closed, it may want the user to be asked again.
    pub async fn is_allowed(&self) -> bool {
        self.permission("queryPermission").await
    }

    /// Asks the user where needed; says whether we may write. Browsers want it to follow a press on something.
    pub async fn ask(&self) -> bool {
        self.permission("requestPermission").await
    }

    async fn permission(&self, method: &str) -> bool {
        let wanted = options(&[("mode", "readwrite".into())]);
        let permission = answer(&self.handle, method, &[wanted.into()]).await;
        permission.is_ok_and(|permission| permission == "granted")
    }

    /// Writes a text as a file, in the place of one by that name, and reads it back. The file there before stays until
    /// the new one is whole; where there was none, a failure may leave an empty one.
    ///
    /// # Errors
    /// Where it cannot be written, or what is read back differs.
    pub async fn write(&self, name: &str, text: &str) -> Result<(), FolderError> {
        let file = self.file(name, true).await?;
        replace(&file, text).await?;
        if self.read(name).await? == text.as_bytes() { Ok(()) } else { Err(FolderError::Differs) }
    }

    /// What is in a file.
    ///
    /// # Errors
    /// [`FolderError::Missing`] where there is no such file.
    pub async fn read(&self, name: &str) -> Result<Vec<u8>, FolderError> {
        let content = async {
            let file = settled(self.file(name, false).await?.get_file().into()).await?;
            answer(&file, "arrayBuffer", &[]).await
        };
        let content = content.await?;
        Ok(Uint8Array::new(&content).to_vec())
    }

    /// The names of the files in it, in no order; folders are left out.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn list(&self) -> Result<Vec<String>, FolderError> {
        names(&self.handle.values()).await.map_err(FolderError::from)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// [`FolderError::Missing`] where there is no such file.
    pub async fn remove(&self, name: &str) -> Result<(), FolderError> {
        let removed = settled(self.handle.remove_entry(name).into()).await;
        removed.map(drop).map_err(FolderError::from)
    }

    async fn file(&self, name: &str, create: bool) -> Result<FileSystemFileHandle, JsValue> {
        let wanted = options(&[("create", create.into())]);
        let file = self.handle.get_file_handle_with_options(name, wanted.unchecked_ref());
        settled(file.into()).await.map(JsCast::unchecked_into)
    }
}

async fn replace(file: &FileSystemFileHandle, text: &str) -> Result<(), JsValue> {
    let stream: FileSystemWritableFileStream = settled(file.create_writable().into()).await?.unchecked_into();
    if let Err(error) = settled(stream.write_with_str(text)?.into()).await {
        // Leaves the file as it was; the error to tell is the first.
        let _ = settled(stream.abort().into()).await;
        return Err(error);
    }
    settled(stream.close().into()).await.map(drop)
}

async fn names(handles: &AsyncIterator) -> Result<Vec<String>, JsValue> {
    let mut names = Vec::new();
    loop {
        let step = settled(handles.next()?.into()).await?;
        let Some(handle) = property(&step, "value") else { return Ok(names) };
        if property(&handle, "kind").is_some_and(|kind| kind == "file") {
            names.extend(property(&handle, "name").and_then(|name| name.as_string()));
        }
    }
}
