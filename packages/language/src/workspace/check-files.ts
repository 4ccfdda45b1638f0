import type { ContractModel } from "@concordat/model";
import { type FileSystemProvider, type LangiumDocument, URI } from "langium";
import type { Diagnostic } from "vscode-languageserver-types";
import { DIAGNOSTICS, type DiagnosticId } from "../diagnostics/catalogue.js";
import type { Finding, Fix, TextRange } from "../diagnostics/finding.js";
import type * as ast from "../generated/ast.js";
import { createConcordatServices } from "../module.js";
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
}

/**
 * Checks contracts as the editor does, with the same messages. `readText` reads a file that a contract names (a table of
 * participants), by its path from where the contract's own path starts; undefined where it is not there.
 */
export async function checkFiles(
  files: readonly SourceFile[],
  readText: (path: string) => string | undefined,
): Promise<CheckedFile[]> {
  const { shared, Concordat } = createConcordatServices({ fileSystemProvider: () => new NamedFiles(readText) });
  const documents = files.map(({ file, text }) =>
    shared.workspace.LangiumDocumentFactory.fromString<ast.ConcordatFile>(text, toUri(file)),
  );
  for (const document of documents) shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build(documents, { validation: true });
  return documents.map((document, index) => {
    const { file, text } = files[index]!;
    const findings = (document.diagnostics ?? [])
      .map((diagnostic) => toFinding(diagnostic, document, file))
      .sort((a, b) => a.range.offset - b.range.offset || a.range.length - b.range.length);
    const sound = findings.every((finding) => finding.severity !== "error");
    const provider = Concordat.shared.workspace.FileSystemProvider;
    const contracts = sound
      ? document.parseResult.value.contracts.flatMap(
          (contract) => loweredContract(contract, document, provider).contract ?? [],
        )
      : [];
    return { file, text, findings, contracts };
  });
}

const LEVELS = { 1: "error", 2: "warning", 3: "information", 4: "information" } as const;

function toFinding(diagnostic: Diagnostic, document: LangiumDocument, file: string): Finding {
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
          related: diagnostic.relatedInformation.map(({ message, location }) => ({
            message,
            file,
            range: toRange(location.range, document),
          })),
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

/** The files that contracts name, read through the caller. Nothing else is reachable. */
class NamedFiles implements FileSystemProvider {
  constructor(private readonly readText: (path: string) => string | undefined) {}

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
