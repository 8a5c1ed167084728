//! The definitions, imports and paths among the tokens of a module.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::{Module, Names};

/// Fills a module from its tokens; the modules inside it are returned as they are.
pub(super) fn read(module: Module, tokens: TokenStream) -> (Module, Vec<(String, TokenStream)>) {
    let mut reader = Reader { module, inner: Vec::new() };
    reader.items(&tokens.into_iter().collect::<Vec<_>>(), Place::Module);
    (reader.module, reader.inner)
}

/// The surroundings of tokens, which decide what a definition among them counts as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Directly in a module: its definitions can be named from elsewhere.
    Module,
    /// In an `impl` or a trait: a `type` is an associated type.
    Associated,
    /// In a body or an expression.
    Body,
}

struct Reader {
    module: Module,
    /// The modules inside the file.
    inner: Vec<(String, TokenStream)>,
}

impl Reader {
    fn items(&mut self, tokens: &[TokenTree], place: Place) {
        let mut at = 0;
        let mut is_public = false;
        let mut is_exported = false;
        // The place of the next group in braces.
        let mut braces = Place::Body;
        while at < tokens.len() {
            let next = |ahead: usize| tokens.get(at + ahead);
            match &tokens[at] {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    let attribute = next(1).map(ToString::to_string).unwrap_or_default();
                    if attribute.replace(' ', "") == "[cfg(test)]" {
                        at = end_of_item(tokens, at + 2);
                        continue;
                    }
                    is_exported |= attribute.replace(' ', "") == "[macro_export]";
                    at += 2;
                    continue;
                }
                TokenTree::Ident(word) => match (word.to_string().as_str(), next(1)) {
                    ("pub", next) => {
                        is_public = true;
                        // The path in `pub(super)` is no import.
                        if matches!(next, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
                        {
                            at += 1;
                        }
                    }
                    // In `impl Ord + use<>` it is no import.
                    ("use", next) if !matches!(next, Some(TokenTree::Punct(mark)) if mark.as_char() == '<') =>
                    {
                        let end = end_of_item(tokens, at);
                        self.imports(Names::new(), &tokens[at + 1..end - 1], is_public);
                        is_public = false;
                        at = end;
                        continue;
                    }
                    ("mod", Some(TokenTree::Ident(name))) => {
                        self.module.children.insert(name.to_string());
                        if let Some(TokenTree::Group(body)) = next(2) {
                            self.inner.push((name.to_string(), body.stream()));
                        }
                        is_public = false;
                        at += 3;
                        continue;
                    }
                    ("struct" | "enum" | "trait" | "type", Some(TokenTree::Ident(name))) => {
                        if !(word == "type" && place == Place::Associated) {
                            self.module.types.push(name.to_string());
                        }
                        braces = if word == "trait" { Place::Associated } else { Place::Body };
                        is_public = false;
                        at += 2;
                        continue;
                    }
                    ("fn" | "const" | "static", Some(TokenTree::Ident(name))) if name != "fn" => {
                        if place == Place::Module {
                            self.module.items.insert(name.to_string());
                        }
                        is_public = false;
                        at += 2;
                        continue;
                    }
                    ("macro_rules", _) => {
                        if let Some(TokenTree::Ident(name)) = next(2) {
                            self.module.items.insert(name.to_string());
                            if is_exported {
                                self.module.exported_macros.push(name.to_string());
                            }
                        }
                        is_exported = false;
                        at += 4;
                        continue;
                    }
                    ("impl", _) if place != Place::Body => braces = Place::Associated,
                    _ => {
                        at = self.path(tokens, at);
                        if place == Place::Module && is_mark(tokens, at, '!') {
                            self.defined_by_macro(tokens.get(at + 1));
                        }
                        continue;
                    }
                },
                TokenTree::Group(group) => {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    let is_braces = group.delimiter() == Delimiter::Brace;
                    self.items(&inside, if is_braces { braces } else { Place::Body });
                    if is_braces {
                        braces = Place::Body;
                    }
                    is_public = false;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Takes the names directly inside a macro call in a module for names that the macro defines.
    fn defined_by_macro(&mut self, call: Option<&TokenTree>) {
        let Some(TokenTree::Group(group)) = call else { return };
        let names = group.stream().into_iter().filter(|token| matches!(token, TokenTree::Ident(_)));
        self.module.items.extend(names.map(|name| name.to_string()));
    }

    /// Notes the path that begins here, and returns the index behind it.
    fn path(&mut self, tokens: &[TokenTree], start: usize) -> usize {
        let mut names = Names::new();
        let mut at = start;
        while let Some(TokenTree::Ident(name)) = tokens.get(at) {
            names.push(name.to_string());
            at += 1;
            if !(is_mark(tokens, at, ':') && is_mark(tokens, at + 1, ':')) {
                break;
            }
            at += 2;
        }
        // Behind a point is a method or a field; `..` before a path is a range.
        let is_member =
            start > 0 && is_mark(tokens, start - 1, '.') && !(start > 1 && is_mark(tokens, start - 2, '.'));
        if !is_member {
            self.module.paths.insert(names);
        }
        at.max(start + 1)
    }

    /// Notes the names that a tree of imports binds.
    fn imports(&mut self, mut prefix: Names, tree: &[TokenTree], is_public: bool) {
        let mut at = 0;
        while at < tree.len() {
            match &tree[at] {
                TokenTree::Ident(word) if word == "as" => {
                    let name = tree[at + 1].to_string();
                    self.import(name, prefix, is_public);
                    return;
                }
                TokenTree::Ident(word) => prefix.push(word.to_string()),
                TokenTree::Punct(mark) if mark.as_char() == '*' => {
                    if is_public {
                        self.module.exported_globs.push(prefix);
                    } else {
                        self.module.globs.push(prefix);
                    }
                    return;
                }
                TokenTree::Group(group) => {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    let is_comma =
                        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
                    for branch in inside.split(is_comma).filter(|branch| !branch.is_empty()) {
                        self.imports(prefix.clone(), branch, is_public);
                    }
                    return;
                }
                _ => {}
            }
            at += 1;
        }
        if prefix.len() > 1 && prefix.last().is_some_and(|name| name == "self") {
            prefix.pop();
        }
        if let Some(name) = prefix.last().cloned() {
            self.import(name, prefix, is_public);
        }
    }

    fn import(&mut self, name: String, path: Names, is_public: bool) {
        if !is_public {
            self.module.paths.insert(path.clone());
        }
        if name != "_" {
            self.module.bindings.insert(name, path);
        }
    }
}

fn is_mark(tokens: &[TokenTree], at: usize, c: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == c)
}

/// The index behind an item: behind its first group in braces, or its semicolon.
fn end_of_item(tokens: &[TokenTree], start: usize) -> usize {
    let is_use =
        tokens[start..].iter().take(4).any(|token| matches!(token, TokenTree::Ident(word) if word == "use"));
    let end = tokens[start..].iter().position(|token| match token {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !is_use,
        _ => false,
    });
    end.map_or(tokens.len(), |end| start + end + 1)
}
