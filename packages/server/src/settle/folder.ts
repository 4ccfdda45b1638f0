import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from "langium";
import { FilesOfClient } from "../client-files/files-of-client.js";

/** A file below a folder: its path from there, with `/`. */
export interface FoundFile {
  readonly name: string;
  readonly uri: URI;
}

/** The files in a folder, not those below it, sorted; none where there is no such folder. */
export async function filesIn(folder: URI, files: FileSystemProvider): Promise<FoundFile[]> {
  const entries = await entriesOf(folder, files);
  return entries
    .filter(({ isFile }) => isFile)
    .map(({ uri }) => ({ name: UriUtils.basename(uri), uri }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The same with the files in the folders below, two levels down and no further. */
export async function filesBelow(folder: URI, files: FileSystemProvider, levels = 2): Promise<FoundFile[]> {
  const own = await filesIn(folder, files);
  if (levels === 0) return own;
  const folders = (await entriesOf(folder, files)).filter(
    ({ isDirectory, uri }) => isDirectory && !/^(\..*|node_modules)$/.test(UriUtils.basename(uri)),
  );
  const below = await Promise.all(
    folders.map(async ({ uri }) => {
      const found = await filesBelow(uri, files, levels - 1);
      return found.map((file) => ({ ...file, name: `${UriUtils.basename(uri)}/${file.name}` }));
    }),
  );
  return [...own, ...below.flat()];
}

async function entriesOf(folder: URI, files: FileSystemProvider): Promise<FileSystemNode[]> {
  try {
    return await (files instanceof FilesOfClient ? files.entriesOf(folder) : files.readDirectory(folder));
  } catch {
    return [];
  }
}
