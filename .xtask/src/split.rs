//! Puts the program together from its parts: what the first screen needs, and the screens that come later, by what they
//! are for.
//!
//! Trunk has compiled the whole program with the feature `split`. The splitter moves what only later screens reach to
//! modules of their own and writes the script that fetches them; wasm-bindgen and the optimiser then do for each part
//! what Trunk has them do for a whole program. All files carry one fingerprint, because they only work together.

use crate::csp;
use crate::run::{Outcome, Trouble, command, root, run, target};
use crate::unused;
use lol_html::{element, html_content::ContentType};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

/// Linker option without which the splitter cannot move a function.
pub const KEEP_RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// In the names of the files that only what is rarely needed takes.
pub const RARE: &str = "split_rare";

/// In the names of the files that only documents on paper take.
pub const PAPER: &str = "split_paper";

/// In the names of the files that only chasing takes.
pub const CHASE: &str = "split_chase";

/// In the names of the files that only the ways out take.
pub const WAYS: &str = "split_ways";

/// In the names of the files that several of the parts after the lists share, and the lists do not need.
pub const SHARED: &str = "split_shared";

/// The parts that are fetched after the lists.
const AFTER: [&str; 4] = [CHASE, PAPER, WAYS, RARE];

/// The WebAssembly features that the compiler uses by default; splitting loses the section that lists them.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Whether the lists need a file: the splitter writes above each chunk which parts share it.
fn is_for_later(script: &str, file: &str) -> bool {
    let Some((chunk, _)) = file.split_once('.') else { return true };
    let users = script
        .split_once(&format!("const __{chunk} ="))
        .and_then(|(before, _)| before.trim_end().strip_suffix("*/"))
        .and_then(|before| before.rsplit_once("/*"));
    // What is not known is fetched with the lists: nothing is ever missing.
    users.is_none_or(|(_, users)| users.split(',').any(|part| part.trim() == "later"))
}

/// Replaces the whole program in `dist` by its parts; gives the page that loads them.
pub fn split(dist: &Path, page: &str) -> Outcome<String> {
    let whole = target().join("wasm32-unknown-unknown/release/relance.wasm");
    let wasm = fs::read(&whole).map_err(|error| Trouble::file(&whole, error))?;
    let name = format!("relance-{}", fingerprint(&wasm)?);
    let parts = target().join("split");
    // What an earlier build left would be published with this one.
    let _ = fs::remove_dir_all(&parts);
    let main = parts.join("main.wasm");
    let (program, loader) = (format!("./{name}.js"), format!("./{name}-later.js"));
    let mut options = Options::new(&wasm);
    options.output_dir = &parts;
    options.main_out_path = &main;
    options.main_module = &program;
    options.link_name = &loader;
    let split = transform(options).map_err(|error| {
        Trouble::new(
            format!("the program could not be split: {error:#}"),
            "Build it with the feature `split`.",
        )
    })?;
    bind(&main, &parts, &name)?;
    let bound = format!("{name}_bg.wasm");
    unused::take_out(&parts.join(&bound), &parts.join(format!("{name}.js")))?;
    optimise(&parts.join(&bound), &dist.join(&bound))?;
    copy(&parts.join(format!("{name}.js")), &dist.join(format!("{name}.js")))?;
    let mut script = read(&parts.join(format!("{name}-later.js")))?;
    let mut for_later = Vec::new();
    for part in &split.split_modules {
        let file = part.file_name().unwrap_or_default().to_string_lossy();
        let is_after = AFTER.iter().any(|part| file.contains(part));
        let is_shared = !is_after && !is_for_later(&script, &file);
        let published = if is_shared { format!("{name}-{SHARED}_{file}") } else { format!("{name}-{file}") };
        optimise(part, &dist.join(&published))?;
        if !is_after && !is_shared {
            for_later.push(format!("./{published}"));
        }
        script = script.replace(&format!("\"./{file}\""), &format!("\"./{published}\""));
    }
    let script = taking_up(&script)?;
    let path = dist.join(format!("{name}-later.js"));
    fs::write(&path, script).map_err(|error| Trouble::file(&path, error))?;
    load_parts(dist, page, &name, &for_later.join(" "))
}

/// The start of a digest of everything the parts depend on: the compiled program and the tools that put it together.
fn fingerprint(wasm: &[u8]) -> Outcome<String> {
    let mut digest = Sha256::new();
    digest.update(wasm);
    for lock in ["Cargo.lock", "tests/package-lock.json"] {
        digest.update(read(&root().join(lock))?);
    }
    Ok(digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

fn bind(wasm: &Path, folder: &Path, name: &str) -> Outcome {
    // The parts call each other by the names the linker gave.
    let kept = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"];
    let mut bindgen = command("wasm-bindgen", kept);
    bindgen.args(["--out-name", name, "--out-dir"]).arg(folder).arg(wasm);
    run(bindgen, "Update the splitter and wasm-bindgen together.")
}

fn optimise(from: &Path, to: &Path) -> Outcome {
    let mut optimiser = command("wasm-opt", ["-O3"]);
    optimiser.args(FEATURES).arg(from).arg("-o").arg(to);
    run(optimiser, "Look for a feature that the compiler uses and .xtask/src/split.rs does not name.")
}

/// The script that fetches the parts, taking up what the page's first script has begun to compile.
fn taking_up(script: &str) -> Outcome<String> {
    const TAKE_UP: &str = "
const part = (file) => globalThis.relanceParts?.get(file) ?? fetch(new URL(file, import.meta.url));
const instantiate = async (source, imports) => {
  const part = await source;
  return part instanceof Response ? WebAssembly.instantiateStreaming(part, imports) : WebAssembly.instantiate(part, imports);
};
";
    let fetches = [("fetch(new URL(", "part("), (", import.meta.url))", ")")];
    let calls = fetches.into_iter().chain([("WebAssembly.instantiateStreaming(", "instantiate(")]);
    let mut taking_up = script.to_owned();
    for (theirs, ours) in calls {
        if !script.contains(theirs) {
            return Err(Trouble::new(
                format!("the splitter's script has no `{theirs}`"),
                "See how it fetches a part now, and have it take up what public/boot.js compiles.",
            ));
        }
        taking_up = taking_up.replace(theirs, ours);
    }
    Ok(taking_up + TAKE_UP)
}

/// The page with the whole program's files replaced by the parts, and the script that fetches the later part asked for
/// together with the program that imports it. The page names the files of the program and of the later part, so that its
/// first script can have them compiled at once.
fn load_parts(dist: &Path, page: &str, name: &str, for_later: &str) -> Outcome<String> {
    let before = program_in(page)?;
    for file in [format!("{before}.js"), format!("{before}_bg.wasm")] {
        let path = dist.join(file);
        fs::remove_file(&path).map_err(|error| Trouble::file(&path, error))?;
    }
    let page = page.replace(&before, name);
    let (program, loader) = (format!("./{name}_bg.wasm"), format!("./{name}-later.js"));
    // The scripts are asked for before the first script has the parts compiled: small, and needed first, they would stand
    // in line behind all of those. The packing step fills the fingerprints in.
    let scripts = [format!("./{name}.js"), loader]
        .map(|file| format!("<link rel=\"modulepreload\" href=\"{file}\" integrity=\"\">"))
        .concat();
    let first = element!("meta[charset]", |charset| {
        charset.after(&scripts, ContentType::Html);
        Ok(())
    });
    let preloads = element!("link[rel=modulepreload]", |link| {
        link.remove();
        Ok(())
    });
    let named = element!("html", |html| {
        html.set_attribute("data-program", &program)?;
        html.set_attribute("data-later", for_later)?;
        Ok(())
    });
    // The first script asks for it sooner, and has it compiled.
    let preload = element!("link[rel=preload][as=fetch]", |link| {
        link.remove();
        Ok(())
    });
    let started = format!("module_or_path: '{program}'");
    if !page.contains(&started) {
        return Err(Trouble::new(
            "the page starts the program in another way",
            "See what Trunk wrote in dist/index.html.",
        ));
    }
    let page =
        page.replace(&started, &format!("module_or_path: relanceParts.get('{program}') ?? '{program}'"));
    csp::rewrite(&page, vec![first, preloads, named, preload])
}

/// The name, without its ending, of the program that Trunk put in the page.
fn program_in(page: &str) -> Outcome<String> {
    let name = page
        .split("rel=\"modulepreload\"")
        .nth(1)
        .and_then(|link| link.split("href=\"./").nth(1))
        .and_then(|address| address.split(".js\"").next());
    name.map(str::to_owned).ok_or_else(|| {
        Trouble::new("the page does not preload the program", "See what Trunk wrote in dist/index.html.")
    })
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(|_| ()).map_err(|error| Trouble::file(from, error))
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Trouble::file(path, error))
}

#[cfg(test)]
mod tests {
    use super::program_in;

    #[test]
    fn the_program_is_found_in_the_page() {
        let page = "<link rel=\"modulepreload\" href=\"./relance-0123.js\" crossorigin integrity=\"x\">";
        assert_eq!(program_in(page).ok().as_deref(), Some("relance-0123"));
        assert!(program_in("<p>").is_err());
    }
}
