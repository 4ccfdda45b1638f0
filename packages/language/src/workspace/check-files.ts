import type { ContractModel, Determination } from "@concordat/model";
import { type FileSystemProvider, type LangiumDocument, URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { Diagnostic } from "vscode-languageserver-types";
import { determinationsFor } from "../determinations/of-contract.js";
import { DIAGNOSTICS, type DiagnosticId } from "../diagnostics/catalogue.js";
import type { Finding, Fix, TextRange } from "../diagnostics/finding.js";
import type * as ast from "../generated/ast.js";
import { createConcordatServices } from "../module.js";
import { deedsOf, determinationsOf } from "../variations/deeds.js";
import { type TermsInForce, termsInForce } from "../variations/in-force.js";
import { libraryFiles, standardPath } from "./library-files.js";
import { loweredContract } from "./lowered.js";

export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export interface CheckedFile {
  /** As it was given. */
  readonly file: string;
  readonly text: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** The contracts in the file, lowered: only where the file has no error. */
  readonly contracts: readonly ContractModel[];
  /** Of each contract that deeds vary, by its name: what is in force from which day. Only where nothing is wrong with them. */
  readonly inForce: Readonly<Record<string, readonly TermsInForce[]>>;
  /** Decisions on payments of each contract, by its name. */
  readonly determinations: Readonly<Record<string, readonly Determination[]>>;
  /** Every file that it imports, and that those import, each once. A library of the language itself is "std/…". */
  readonly imports: readonly SourceFile[];
}

/**
 * Checks contracts as the editor does, with the same messages. `readText` reads a file that a contract names (a table of
 * participants), by its path from where the contract's own path starts; undefined where it is not there.
 */
export async function checkFiles(
  files: readonly SourceFile[],
  readText: (path: string) => string | undefined,
): Promise<CheckedFile[]> {
  const checker = idle.pop() ?? newChecker();
  checker.files.readText = readText;
  const results = await checkWith(checker.shared, files);
  await forget(checker);
  return results;
}

interface Checker {
  readonly shared: LangiumSharedServices;
  readonly files: NamedFiles;
}

/** Those that check nothing now. A parser is long to build and serves any number of files; one that failed is not kept. */
const idle: Checker[] = [];

function newChecker(): Checker {
  const files = new NamedFiles();
  return { files, shared: createConcordatServices({ fileSystemProvider: () => files }).shared };
}

/** Nothing of one check is left for the next. */
async function forget(checker: Checker): Promise<void> {
  const { LangiumDocuments, DocumentBuilder } = checker.shared.workspace;
  await DocumentBuilder.update([], LangiumDocuments.all.map(({ uri }) => uri).toArray());
  checker.files.readText = nothing;
  idle.push(checker);
}

const nothing = (): undefined => undefined;

async function checkWith(shared: LangiumSharedServices, files: readonly SourceFile[]): Promise<CheckedFile[]> {
  const documents = files.map(({ file, text }) =>
    shared.workspace.LangiumDocumentFactory.fromString<ast.ConcordatFile>(text, toUri(file)),
  );
  for (const document of documents) shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build(documents, { validation: true });
  return documents.map((document, index) => {
    const { file, text } = files[index]!;
    const findings = (document.diagnostics ?? [])
      .map((diagnostic) => toFinding(diagnostic, document, file, shared))
      .sort((a, b) => a.range.offset - b.range.offset || a.range.length - b.range.length);
    const sound = findings.every((finding) => finding.severity !== "error");
    const contracts = sound
      ? document.parseResult.value.contracts.flatMap(
          (contract) => loweredContract(contract, document, shared).contract ?? [],
        )
      : [];
    const varied = sound ? document.parseResult.value.contracts : [];
    const inForce = Object.fromEntries(
      varied
        .filter((contract) => deedsOf(contract, shared).length > 0)
        .map((contract) => [contract.name, termsInForce(contract, shared) ?? []]),
    );
    const determinations = Object.fromEntries(
      varied
        .filter((contract) => determinationsOf(contract, shared).length > 0)
        .map((contract) => [contract.name, determinationsFor(contract, shared)]),
    );
    const imports = libraryFiles(shared)
      .closure(document)
      .map((imported) => ({ file: nameOf(imported), text: imported.textDocument.getText() }));
    return { file, text, findings, contracts, inForce, determinations, imports };
  });
}

const LEVELS = { 1: "error", 2: "warning", 3: "information", 4: "information" } as const;

function toFinding(
  diagnostic: Diagnostic,
  document: LangiumDocument,
  file: string,
  shared: LangiumSharedServices,
): Finding {
  const { LangiumDocuments } = shared.workspace;
  const data = diagnostic.data as
    | { id?: DiagnosticId; code?: string; fix?: Fix; otherFixes?: readonly Fix[] }
    | undefined;
  const code = data?.id ?? diagnostic.code;
  const id = (typeof code === "string" && code in DIAGNOSTICS ? code : "unexpected-text") as DiagnosticId;
  const { why, whatToDo } = DIAGNOSTICS[id];
  return {
    id,
    severity: LEVELS[diagnostic.severity ?? 1],
    message: diagnostic.message as string,
    why,
    whatToDo,
    file,
    range: toRange(diagnostic.range, document),
    ...(diagnostic.relatedInformation
      ? {
          related: diagnostic.relatedInformation.map(({ message, location }) => {
            const other = LangiumDocuments.getDocument(URI.parse(location.uri)) ?? document;
            return {
              message,
              file: other === document ? file : nameOf(other),
              range: toRange(location.range, other),
            };
          }),
        }
      : {}),
    ...(data?.fix ? { fix: data.fix } : {}),
    ...(data?.otherFixes ? { otherFixes: data.otherFixes } : {}),
  };
}

function toRange({ start, end }: Diagnostic["range"], { textDocument }: LangiumDocument): TextRange {
  const offset = textDocument.offsetAt(start);
  return {
    offset,
    length: textDocument.offsetAt(end) - offset,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

const RELATIVE = "/-/";
const toUri = (file: string): URI =>
  URI.from({ scheme: "file", path: file.startsWith("/") ? file : RELATIVE + file.replaceAll("\\", "/") });
const fromUri = (uri: URI): string => (uri.path.startsWith(RELATIVE) ? uri.path.slice(RELATIVE.length) : uri.path);

const nameOf = ({ uri }: LangiumDocument): string => standardPath(uri) ?? fromUri(uri);

/** The files that contracts name, read through the caller. Nothing else is reachable. */
class NamedFiles implements FileSystemProvider {
  readText: (path: string) => string | undefined = nothing;

  readFileSync(uri: URI): string {
    const text = this.readText(fromUri(uri));
    if (text === undefined) throw new Error("not there");
    return text;
  }
  async readFile(uri: URI): Promise<string> {
    return this.readFileSync(uri);
  }
  existsSync(uri: URI): boolean {
    return this.readText(fromUri(uri)) !== undefined;
  }
  async exists(uri: URI): Promise<boolean> {
    return this.existsSync(uri);
  }
  statSync(uri: URI) {
    return { isFile: true, isDirectory: false, uri };
  }
  async stat(uri: URI) {
    return this.statSync(uri);
  }
  readBinarySync(): Uint8Array {
    return new Uint8Array();
  }
  async readBinary(): Promise<Uint8Array> {
    return new Uint8Array();
  }
  readDirectorySync(): never[] {
    return [];
  }
  async readDirectory(): Promise<never[]> {
    return [];
  }
}
