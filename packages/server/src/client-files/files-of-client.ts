import { type FileSystemNode, type FileSystemProvider, URI } from "langium";
import type { Connection } from "vscode-languageserver";
import { fromBase64 } from "./base64.js";
import {
  contractsInRequest,
  type FileKind,
  type FileQuestion,
  type FolderEntry,
  kindOfFileRequest,
  type ReadFileAnswer,
  readFileRequest,
  readFolderRequest,
} from "./protocol.js";

/** Stands in browsers and in Node alike. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** What a file held when it was last read: no text where there is no such file. */
interface Known {
  text: string | undefined;
  /** Somebody has written to it since. */
  outdated: boolean;
}

/**
 * The files of the workspace as the editor's client reads them, one question and answer each. A contract is lowered without
 * waiting, so a file that it names must be fetched before: see `fetchAhead`. A file that was never fetched is not there.
 */
export class FilesOfClient implements FileSystemProvider {
  private readonly known = new Map<string, Known>();

  constructor(private readonly connection: Pick<Connection, "sendRequest">) {}

  /** Reads those that are not known, or no longer as they stand. */
  async fetch(uris: readonly URI[]): Promise<void> {
    await Promise.all(uris.filter((uri) => !this.isCurrent(uri)).map((uri) => this.readAgain(uri)));
  }

  isCurrent(uri: URI): boolean {
    return this.known.get(uri.toString())?.outdated === false;
  }

  /** The text as it was last read; undefined where there is no such file, or none was fetched. */
  textOf(uri: URI): string | undefined {
    return this.known.get(uri.toString())?.text;
  }

  /** The file, or all that stand in the folder, may have changed: what is known of them serves until they are fetched again. */
  outdate(uri: URI): void {
    for (const known of this.knownIn(uri)) known.outdated = true;
  }

  /** The file, or the folder with all that stood in it, is gone. */
  forget(uri: URI): void {
    for (const known of this.knownIn(uri)) known.text = undefined;
  }

  /** Reads again all that is known: not every folder tells when somebody else writes to it. Answers with those that differ. */
  async readAllAgain(): Promise<URI[]> {
    const before = [...this.known].map(([address, { text }]) => ({ address, text, uri: URI.parse(address) }));
    await Promise.all(before.map(({ uri }) => this.readAgain(uri)));
    return before.filter(({ address, text }) => this.known.get(address)?.text !== text).map(({ uri }) => uri);
  }

  readFileSync(uri: URI): string {
    return this.textOf(uri) ?? notThere(uri);
  }

  async readFile(uri: URI): Promise<string> {
    await this.fetch([uri]);
    return this.readFileSync(uri);
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    return (await this.bytesOf(uri)) ?? notThere(uri);
  }

  async stat(uri: URI): Promise<FileSystemNode> {
    const kind = await this.kindOf(uri);
    return kind === null ? notThere(uri) : nodeOf(uri, kind);
  }

  async exists(uri: URI): Promise<boolean> {
    return (await this.kindOf(uri)) !== null;
  }

  private kindOf(uri: URI): Promise<FileKind> {
    return this.ask<FileKind>(kindOfFileRequest, uri).catch(() => null);
  }

  /**
   * Every contract in the folder and below it that can be read, at once: the language walks through folders for nothing
   * else, and a client finds files faster than it opens folder after folder.
   */
  async readDirectory(folder: URI): Promise<FileSystemNode[]> {
    const uris = (await this.ask<string[]>(contractsInRequest, folder)).map((uri) => URI.parse(uri));
    await this.fetch(uris);
    return uris.filter((uri) => this.existsSync(uri)).map((uri) => nodeOf(uri, "file"));
  }

  /** What stands in a folder, not below it. */
  async entriesOf(folder: URI): Promise<FileSystemNode[]> {
    const entries = await this.ask<FolderEntry[]>(readFolderRequest, folder);
    return entries.map(({ uri, kind }) => nodeOf(URI.parse(uri), kind));
  }

  existsSync(uri: URI): boolean {
    return this.textOf(uri) !== undefined;
  }

  statSync(uri: URI): FileSystemNode {
    return this.existsSync(uri) ? nodeOf(uri, "file") : notThere(uri);
  }

  readBinarySync(uri: URI): Uint8Array {
    return notThere(uri);
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    return notThere(uri);
  }

  private knownIn(uri: URI): Known[] {
    const address = uri.toString();
    return [...this.known].flatMap(([each, known]) =>
      each === address || each.startsWith(`${address}/`) ? [known] : [],
    );
  }

  private async readAgain(uri: URI): Promise<string | undefined> {
    const bytes = await this.bytesOf(uri);
    const text = bytes && new TextDecoder().decode(bytes);
    this.known.set(uri.toString(), { text, outdated: false });
    return text;
  }

  /** Not every client answers: an editor without the extension knows no such question, and then there is no such file. */
  private async bytesOf(uri: URI): Promise<Uint8Array | undefined> {
    const answer = await this.ask<ReadFileAnswer>(readFileRequest, uri).catch(() => null);
    return answer === null ? undefined : fromBase64(answer.base64);
  }

  private ask<Answer>(request: string, uri: URI): Promise<Answer> {
    const question: FileQuestion = { uri: uri.toString() };
    return this.connection.sendRequest<Answer>(request, question);
  }
}

const nodeOf = (uri: URI, kind: "file" | "folder"): FileSystemNode => ({
  uri,
  isFile: kind === "file",
  isDirectory: kind === "folder",
});

function notThere(uri: URI): never {
  throw new Error(`${uri.toString()} is not there`);
}
