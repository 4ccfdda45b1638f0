import { languageId } from "@concordat/server/protocol";
import { FileType, RelativePattern, Uri, workspace } from "vscode";

const ENDING = `.${languageId}`;
/** Folders in which nobody writes contracts. */
const SKIPPED = /^(\..*|node_modules|out)$/;
/** A folder that cannot be searched is walked through; so many folders of it at most. */
const MOST_FOLDERS = 2_000;

/** Every contract in a folder and below it. */
export async function contractsIn(folder: Uri): Promise<Uri[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, `**/*${ENDING}`), "**/{.*,node_modules,out}/**");
  // Where nobody searches the folder, the search finds nothing instead of failing.
  return found.length > 0 ? found : walk(folder);
}

async function walk(folder: Uri): Promise<Uri[]> {
  const found: Uri[] = [];
  const folders = [folder];
  for (const [index, each] of folders.entries()) {
    if (index >= MOST_FOLDERS) break;
    for (const [name, type] of await entriesOf(each)) {
      const uri = Uri.joinPath(each, name);
      if ((type & FileType.Directory) !== 0) {
        if (!SKIPPED.test(name)) folders.push(uri);
      } else if (name.endsWith(ENDING)) found.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
