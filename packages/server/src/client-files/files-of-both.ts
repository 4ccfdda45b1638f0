import type { FileSystemNode, FileSystemProvider, URI } from "langium";
import type { Connection } from "vscode-languageserver";
import { FilesOfClient } from "./files-of-client.js";

/** Files of this machine are read here, all others by the editor's client: in a repository, on a server. */
export class FilesOfBoth extends FilesOfClient {
  constructor(
    connection: Pick<Connection, "sendRequest">,
    private readonly machine: FileSystemProvider,
  ) {
    super(connection);
  }

  override isCurrent(uri: URI): boolean {
    return isHere(uri) || super.isCurrent(uri);
  }

  override readFileSync(uri: URI): string {
    return isHere(uri) ? this.machine.readFileSync(uri) : super.readFileSync(uri);
  }

  override async readFile(uri: URI): Promise<string> {
    return isHere(uri) ? this.machine.readFile(uri) : super.readFile(uri);
  }

  override async readBinary(uri: URI): Promise<Uint8Array> {
    return isHere(uri) ? this.machine.readBinary(uri) : super.readBinary(uri);
  }

  override async stat(uri: URI): Promise<FileSystemNode> {
    return isHere(uri) ? this.machine.stat(uri) : super.stat(uri);
  }

  override async exists(uri: URI): Promise<boolean> {
    return isHere(uri) ? this.machine.exists(uri) : super.exists(uri);
  }

  override async readDirectory(folder: URI): Promise<FileSystemNode[]> {
    return isHere(folder) ? this.machine.readDirectory(folder) : super.readDirectory(folder);
  }

  override async entriesOf(folder: URI): Promise<FileSystemNode[]> {
    return isHere(folder) ? this.machine.readDirectory(folder) : super.entriesOf(folder);
  }

  override existsSync(uri: URI): boolean {
    return isHere(uri) ? this.machine.existsSync(uri) : super.existsSync(uri);
  }

  override statSync(uri: URI): FileSystemNode {
    return isHere(uri) ? this.machine.statSync(uri) : super.statSync(uri);
  }

  override readBinarySync(uri: URI): Uint8Array {
    return isHere(uri) ? this.machine.readBinarySync(uri) : super.readBinarySync(uri);
  }

  override readDirectorySync(uri: URI): FileSystemNode[] {
    return isHere(uri) ? this.machine.readDirectorySync(uri) : super.readDirectorySync(uri);
  }
}

const isHere = ({ scheme }: URI): boolean => scheme === "file";
