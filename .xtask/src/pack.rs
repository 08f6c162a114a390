//! What is done to `dist/` after Trunk: the program in parts, one style sheet, everything minified, the Content Security Policy, the hosts' headers, compressed
//! copies, and the size report.

use crate::csp;
use crate::run::{Outcome, Trouble, command, dist, run};
use crate::sizes::{self, Published};
use crate::split;
use lol_html::element;
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Packs what Trunk left in `dist/`.
pub fn pack() -> Outcome {
    let dist = dist();
    let index = dist.join("index.html");
    let page = read_text(&index)?;
    let page = split::split(&dist, &page)?;
    let page = join_style_sheets(&dist, &page)?;
    minify(&dist)?;
    let page = minify_inline(&dist, &page)?;
    let page = renew_integrity(&dist, &page)?;
    let policy = csp::policy(&page)?;
    let page = csp::with_policy(&page, &policy)?;
    write(&index, &page)?;
    write(&dist.join("_headers"), headers(&policy))?;
    let first_load = first_load(&page)?;
    let mut published = Vec::new();
    for file in files_under(&dist)? {
        let path = name_in(&dist, &file);
        let bytes = fs::read(&file).map_err(|error| Trouble::file(&file, error))?;
        let brotli = if is_compressible(&file) { write_compressed(&file, &bytes)? } else { bytes.len() };
        let in_first_load =
            path == "index.html" || path.starts_with("snippets/") || first_load.contains(&path);
        published.push(Published { path, plain: bytes.len(), brotli, in_first_load });
    }
    published.sort_by_key(|file| Reverse((file.in_first_load, file.brotli)));
    let (table, verdict) = sizes::report(&published);
    println!("{table}");
    write(&dist.join("sizes.txt"), table)?;
    verdict
}

/// Replaces Trunk's style sheets, in their order, by a single one: one request instead of seven before the first paint.
fn join_style_sheets(dist: &Path, page: &str) -> Outcome<String> {
    let links = attributes_of(page, "link[rel=stylesheet]", "href")?;
    let mut sheet = String::new();
    for link in &links {
        let path = dist.join(link.trim_start_matches("./"));
        sheet.push_str(&read_text(&path)?);
        sheet.push('\n');
        fs::remove_file(&path).map_err(|error| Trouble::file(&path, error))?;
    }
    let name = format!("style-{}.css", short_hash(&sheet));
    write(&dist.join(&name), &sheet)?;
    let is_first = Cell::new(true);
    let replace = element!("link[rel=stylesheet]", |link| {
        if is_first.replace(false) {
            link.set_attribute("href", &format!("./{name}"))?;
        } else {
            link.remove();
        }
        Ok(())
    });
    csp::rewrite(page, vec![replace])
}

/// Minifies every style sheet and script in place.
fn minify(dist: &Path) -> Outcome {
    for file in files_under(dist)? {
        if !has_extension(&file, &["css", "js"]) {
            continue;
        }
        minify_file(&file)?;
    }
    Ok(())
}

/// The same for the scripts in the page itself: they are read before anything is painted.
fn minify_inline(dist: &Path, page: &str) -> Outcome<String> {
    let file = dist.join("inline.js");
    let mut minified = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, tag)) = rest.split_once("<script") {
        let (Some((attributes, after)), true) = (tag.split_once('>'), tag.contains("</script>")) else {
            break;
        };
        let (content, after) = after.split_once("</script>").unwrap_or((after, ""));
        minified.push_str(before);
        minified.push_str("<script");
        minified.push_str(attributes);
        minified.push('>');
        if !content.trim().is_empty() {
            write(&file, content)?;
            minify_file(&file)?;
            minified.push_str(read_text(&file)?.trim());
        }
        minified.push_str("</script>");
        rest = after;
    }
    minified.push_str(rest);
    // There is none where no script is inline.
    let _ = fs::remove_file(&file);
    Ok(minified)
}

fn minify_file(file: &Path) -> Outcome {
    let mut esbuild = command("esbuild", ["--minify", "--log-level=warning", "--allow-overwrite"]);
    esbuild.arg(file).arg(format!("--outfile={}", file.display()));
    run(esbuild, "Mend the file that esbuild names above.")
}

/// Renews the fingerprints by which the browser checks each file: packing has changed what Trunk measured.
fn renew_integrity(dist: &Path, page: &str) -> Outcome<String> {
    let renew = element!("[integrity]", |tag| {
        // Browsers cannot check a preloaded fetch yet, and say so in the console.
        if tag.get_attribute("as").as_deref() == Some("fetch") {
            tag.remove_attribute("integrity");
            return Ok(());
        }
        let address = tag.get_attribute("href").or_else(|| tag.get_attribute("src")).unwrap_or_default();
        let bytes = fs::read(dist.join(address.trim_start_matches("./")))?;
        tag.set_attribute("integrity", &csp::integrity(&bytes))?;
        Ok(())
    });
    csp::rewrite(page, vec![renew])
}

/// Paths of what the page names and needs at once: style, scripts, WebAssembly.
fn first_load(page: &str) -> Outcome<Vec<String>> {
    let links = "link[rel=stylesheet], link[rel=modulepreload], link[rel=preload]";
    let mut paths = attributes_of(page, links, "href")?;
    paths.extend(attributes_of(page, "script[src]", "src")?);
    paths.extend(attributes_of(page, "html", "data-program")?);
    Ok(paths.iter().map(|path| path.trim_start_matches("./").to_owned()).collect())
}

/// The values of an attribute on all elements that match.
fn attributes_of(page: &str, selector: &str, attribute: &str) -> Outcome<Vec<String>> {
    let values = RefCell::new(Vec::new());
    let collect = element!(selector, |found| {
        values.borrow_mut().extend(found.get_attribute(attribute));
        Ok(())
    });
    csp::rewrite(page, vec![collect])?;
    Ok(values.into_inner())
}

/// Response headers in the form that Netlify and Cloudflare Pages read. The files with a fingerprint in their names
/// never change.
fn headers(policy: &str) -> String {
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n\
         /relance-*\n  Cache-Control: public, max-age=31536000, immutable\n\
         /style-*\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
}

fn is_compressible(file: &Path) -> bool {
    has_extension(file, &["html", "js", "css", "wasm", "svg", "json", "webmanifest"])
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| extensions.contains(&extension))
}

/// Writes the `.gz` and `.br` copies; gives the size of the latter.
fn write_compressed(file: &Path, bytes: &[u8]) -> Outcome<usize> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let gzipped =
        gzip.write_all(bytes).and_then(|()| gzip.finish()).map_err(|error| Trouble::file(file, error))?;
    write(&with_suffix(file, "gz"), gzipped)?;
    let mut small = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut small, &settings)
        .map_err(|error| Trouble::file(file, error))?;
    write(&with_suffix(file, "br"), &small)?;
    Ok(small.len())
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

fn short_hash(text: &str) -> String {
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// All files of a folder and of those inside it.
fn files_under(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| Trouble::file(folder, error))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(files_under(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

fn name_in(dist: &Path, file: &Path) -> String {
    file.strip_prefix(dist).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Trouble::file(path, error))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, content).map_err(|error| Trouble::file(path, error))
}

#[cfg(test)]
mod tests {
    use super::{first_load, headers};

    #[test]
    fn the_first_load_is_what_the_page_names_and_needs() {
        let page = "<html data-program=\"./a.wasm\"><head><link rel=\"icon\" href=\"./icon.svg\"><link rel=\"stylesheet\" href=\"./a.css\">\
                    <link rel=\"modulepreload\" href=\"./a.js\"></head>";
        assert_eq!(first_load(page).unwrap_or_default(), ["a.css", "a.js", "a.wasm"]);
    }

    #[test]
    fn the_headers_forbid_frames() {
        assert!(headers("default-src 'none'").contains("default-src 'none'; frame-ancestors 'none'\n"));
    }
}
