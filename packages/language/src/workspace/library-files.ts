import { AstUtils, type LangiumDocument, URI, UriUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { DiagnosticId, ParametersOf } from "../diagnostics/catalogue.js";
import * as ast from "../generated/ast.js";
import { STANDARD_LIBRARY } from "../reuse/standard-library.js";
import { isInside } from "./inside.js";

export type FileDocument = LangiumDocument<ast.ConcordatFile>;

type ImportProblem = {
  [I in DiagnosticId]: { readonly id: I; readonly parameters: ParametersOf<I> };
}["import-outside" | "import-missing" | "import-unreadable" | "import-no-library"];

export type Imported = { readonly library: ast.Library; readonly document: FileDocument } | ImportProblem;

const STANDARD = "std/";
const SCHEME = "concordat-std";

/** Finds the libraries that files import: in the contract's folder or below it, or among those that come with the language. */
export class LibraryFiles {
  constructor(private readonly shared: LangiumSharedServices) {}

  imported(line: ast.Import): Imported {
    const { path } = line;
    if (!path.startsWith(STANDARD) && !isInside(path)) return { id: "import-outside", parameters: { path } };
    const uri = uriOf(line);
    const document = uri && this.document(uri);
    if (!document) {
      const known = Object.keys(STANDARD_LIBRARY).map((name) => `${STANDARD}${name}`);
      return { id: "import-missing", parameters: { path, known: path.startsWith(STANDARD) ? known : [] } };
    }
    const { lexerErrors, parserErrors, value } = document.parseResult;
    if (lexerErrors.length + parserErrors.length > 0) return { id: "import-unreadable", parameters: { path } };
    const { libraries } = value;
    const library =
      libraries.find(({ name }) => name === line.name) ?? (libraries.length === 1 ? libraries[0] : undefined);
    if (library) return { library, document };
    const names = libraries.map(({ name }) => name);
    return { id: "import-no-library", parameters: { path, name: line.name, names } };
  }

  /** The library itself, where there is one. */
  library(line: ast.Import | undefined): ast.Library | undefined {
    // A line that is still being written has no path yet.
    const imported = line?.path === undefined ? undefined : this.imported(line);
    return imported && "library" in imported ? imported.library : undefined;
  }

  /** Every file that a file imports, and that those import, each once, in the order in which they are met. */
  closure(document: FileDocument): FileDocument[] {
    const met = new Set<FileDocument>();
    const visit = (from: FileDocument): void => {
      for (const line of from.parseResult.value.imports) {
        const uri = uriOf(line);
        const to = uri && isReadable(line.path) ? this.document(uri) : undefined;
        if (!to || to === document || met.has(to)) continue;
        met.add(to);
        visit(to);
      }
    };
    visit(document);
    return [...met];
  }

  /** The way by which an import leads back to its own file, as paths; undefined where it does not. */
  circle(line: ast.Import): string[] | undefined {
    const start = AstUtils.getDocument(line) as FileDocument;
    const met = new Set<FileDocument>();
    const search = (from: ast.Import, way: string[]): string[] | undefined => {
      const uri = uriOf(from);
      const to = uri && isReadable(from.path) ? this.document(uri) : undefined;
      if (!to || met.has(to)) return undefined;
      if (to === start) return [...way, from.path];
      met.add(to);
      for (const next of to.parseResult.value.imports) {
        const found = search(next, [...way, from.path]);
        if (found) return found;
      }
      return undefined;
    };
    return search(line, []);
  }

  /** A file that is open already, or else read now. */
  private document(uri: URI): FileDocument | undefined {
    const { LangiumDocuments, LangiumDocumentFactory, FileSystemProvider } = this.shared.workspace;
    const known = LangiumDocuments.getDocument(uri);
    if (known) return known as FileDocument;
    const text = uri.scheme === SCHEME ? STANDARD_LIBRARY[standardName(uri)] : read(uri, FileSystemProvider);
    if (text === undefined) return undefined;
    const document = LangiumDocumentFactory.fromString<ast.ConcordatFile>(text, uri);
    LangiumDocuments.addDocument(document);
    return document;
  }
}

const isReadable = (path: string): boolean => path.startsWith(STANDARD) || isInside(path);

function read(uri: URI, files: LangiumSharedServices["workspace"]["FileSystemProvider"]): string | undefined {
  try {
    return files.readFileSync(uri);
  } catch {
    return undefined;
  }
}

/** Where an import leads. */
export function uriOf(line: ast.Import): URI | undefined {
  // A line that is still being written has no path yet.
  const path: string | undefined = line.path;
  if (path === undefined) return undefined;
  if (path.startsWith(STANDARD))
    return URI.from({ scheme: SCHEME, path: `/${path.replace(/\.concordat$/, "")}.concordat` });
  if (!isInside(path)) return undefined;
  const home = AstUtils.getDocument(line).uri.with({ fragment: null });
  return UriUtils.resolvePath(UriUtils.dirname(home), path);
}

const standardName = (uri: URI): string => uri.path.replace(/^\/std\//, "").replace(/\.concordat$/, "");

/** "std/nhs-outcomes", of a library that comes with the language; undefined of a file. */
export const standardPath = (uri: URI): string | undefined =>
  uri.scheme === SCHEME ? `${STANDARD}${standardName(uri)}` : undefined;

/** The import of this name in the file that a node stands in. */
export function importNamed(name: string, document: LangiumDocument): ast.Import | undefined {
  const root = document.parseResult.value;
  return ast.isConcordatFile(root) ? root.imports.find((line) => line.name === name) : undefined;
}

const finders = new WeakMap<object, LibraryFiles>();

export function libraryFiles(shared: LangiumSharedServices): LibraryFiles {
  let finder = finders.get(shared);
  if (!finder) {
    finder = new LibraryFiles(shared);
    finders.set(shared, finder);
  }
  return finder;
}

/** A file as one names it that stands in the folder of another. */
export const pathFrom = (home: URI, uri: URI): string =>
  standardPath(uri) ?? UriUtils.relative(UriUtils.dirname(home), uri);
