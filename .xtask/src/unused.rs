//! Takes out of the first load what a library publishes to scripts and no script asks for: the Rust streams of leptos'
//! server functions. The program has no server; but what is published counts as needed for the optimiser.

use crate::run::{Outcome, Trouble};
use std::fs;
use std::ops::Range;
use std::path::Path;
use wasm_encoder::{ExportKind, ExportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// How the classes of the streams are named in the script.
const CLASSES: &str = "IntoUnderlying";

/// How their functions begin in the program.
const FUNCTIONS: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// Takes them out of a program and its script, as wasm-bindgen wrote them.
pub fn take_out(wasm: &Path, script: &Path) -> Outcome {
    let text = fs::read_to_string(script).map_err(|error| Trouble::file(script, error))?;
    fs::write(script, without_classes(&text)?).map_err(|error| Trouble::file(script, error))?;
    let bytes = fs::read(wasm).map_err(|error| Trouble::file(wasm, error))?;
    let unread = |error: wasmparser::BinaryReaderError| {
        Trouble::new(
            format!("{} could not be read: {error}", wasm.display()),
            "Update wasmparser with the splitter.",
        )
    };
    let smaller = without_exports(&bytes).map_err(unread)?;
    fs::write(wasm, smaller).map_err(|error| Trouble::file(wasm, error))
}

/// The script without each class, the line that gives it its disposal, and the registry that frees what it held.
fn without_classes(script: &str) -> Outcome<String> {
    let begins = |line: &str| {
        let of = |opening: &str| line.strip_prefix(opening).is_some_and(|rest| rest.starts_with(CLASSES));
        of("export class ") || of("const ") || of("if (Symbol.dispose) ")
    };
    let ends =
        |line: &str| line == "}" || line.ends_with(';') && !line.starts_with(' ') || line.ends_with(", 1));");
    let mut kept = String::with_capacity(script.len());
    let mut is_out = false;
    for line in script.lines() {
        is_out = is_out || begins(line);
        if !is_out {
            kept.push_str(line);
            kept.push('\n');
        }
        is_out = is_out && !ends(line);
    }
    if is_out || kept.contains(CLASSES) {
        return Err(Trouble::new(
            "the script uses streams of Rust, or declares them in another way than it did",
            "Look at `IntoUnderlying` in target/split and adapt .xtask/src/unused.rs.",
        ));
    }
    Ok(kept)
}

/// The program without their functions among what it publishes: the optimiser drops what nothing else calls.
fn without_exports(wasm: &[u8]) -> Result<Vec<u8>, wasmparser::BinaryReaderError> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ExportSection(exports) = &payload {
            let mut kept = ExportSection::new();
            for export in exports.clone() {
                let export = export?;
                if !FUNCTIONS.iter().any(|opening| export.name.starts_with(opening)) {
                    kept.export(export.name, kind(export.kind), export.index);
                }
            }
            module.section(&kept);
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: within(wasm, range) });
        }
    }
    Ok(module.finish())
}

/// A section’s bytes: it was found in these, so it lies within them.
fn within(wasm: &[u8], range: Range<u64>) -> &[u8] {
    let at = |byte: u64| usize::try_from(byte).ok();
    at(range.start).zip(at(range.end)).and_then(|(start, end)| wasm.get(start..end)).unwrap_or_default()
}

fn kind(kind: wasmparser::ExternalKind) -> ExportKind {
    match kind {
        wasmparser::ExternalKind::Func | wasmparser::ExternalKind::FuncExact => ExportKind::Func,
        wasmparser::ExternalKind::Table => ExportKind::Table,
        wasmparser::ExternalKind::Memory => ExportKind::Memory,
        wasmparser::ExternalKind::Global => ExportKind::Global,
        wasmparser::ExternalKind::Tag => ExportKind::Tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &str = "export class IntoUnderlyingSink {\n    free() {\n        x();\n    }\n}\n\
        if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;\n";
    const REGISTRY: &str = "const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    \
        ? { register: () => {}, unregister: () => {} }\n    \
        : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));\n";

    #[test]
    fn streams_leave_the_script_and_nothing_else_does() {
        let script = format!("one();\n{STREAM}two();\n{REGISTRY}three();\n");
        assert_eq!(without_classes(&script).ok(), Some("one();\ntwo();\nthree();\n".to_owned()));
    }

    #[test]
    fn a_script_that_makes_streams_is_refused() {
        assert!(without_classes(&format!("{STREAM}new IntoUnderlyingSink();\n")).is_err());
        assert!(without_classes("export class IntoUnderlyingSink {\n    free() {\n").is_err());
    }

    #[test]
    fn their_functions_are_published_no_more_and_the_rest_is_as_it_was() {
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0).export(
            "intounderlyingsink_close",
            ExportKind::Func,
            3,
        );
        let mut module = Module::new();
        module.section(&RawSection { id: 4, data: &[0] }).section(&exports);
        let mut kept = ExportSection::new();
        kept.export("memory", ExportKind::Memory, 0);
        let mut wanted = Module::new();
        wanted.section(&RawSection { id: 4, data: &[0] }).section(&kept);
        assert_eq!(without_exports(&module.finish()).ok(), Some(wanted.finish()));
    }
}
