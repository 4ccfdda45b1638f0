import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from "langium";
import { FilesOfClient } from "../client-files/files-of-client.js";

/** The files in a folder, not those below it, by name and sorted; none where there is no such folder. */
export async function filesIn(folder: URI, files: FileSystemProvider): Promise<{ name: string; uri: URI }[]> {
  const entries = await entriesOf(folder, files).catch(() => []);
  return entries
    .filter(({ isFile }) => isFile)
    .map(({ uri }) => ({ name: UriUtils.basename(uri), uri }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const entriesOf = (folder: URI, files: FileSystemProvider): Promise<FileSystemNode[]> =>
  files instanceof FilesOfClient ? files.entriesOf(folder) : files.readDirectory(folder);
