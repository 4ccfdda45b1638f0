import { Uri, window, workspace } from "vscode";

/** What a folder of outcome data is known by. */
const TABLES = "**/{data.json,*.csv,*.parquet,*.xlsx,*.jsonl}";

/**
 * A folder with tables of outcome data, in the workspace or chosen outside it; the one beside the contract comes first.
 * Undefined where the question was left without an answer.
 */
export async function askData(contract: Uri): Promise<Uri | undefined> {
  const usual = Uri.joinPath(contract, "../data");
  const tables = await workspace.findFiles(TABLES, "**/{.*,node_modules,out}/**");
  const found = new Map(tables.map((table) => Uri.joinPath(table, "..")).map((folder) => [folder.toString(), folder]));
  if (await isFolder(usual)) found.set(usual.toString(), usual);
  const items = [...found.values()]
    .map((folder) => ({ label: workspace.asRelativePath(folder), description: describe(folder, usual), folder }))
    .sort((a, b) => b.description.length - a.description.length || (a.label < b.label ? -1 : 1));
  const other = { label: "Choose a folder…", description: "", folder: undefined };
  const picked = await window.showQuickPick([...items, other], { placeHolder: "Where is the outcome data?" });
  if (!picked || picked.folder) return picked?.folder;
  const limits = { canSelectFiles: false, canSelectFolders: true, openLabel: "Settle with this data" };
  return (await window.showOpenDialog({ ...limits, defaultUri: Uri.joinPath(contract, "..") }))?.[0];
}

const describe = (folder: Uri, usual: Uri): string =>
  folder.toString() === usual.toString() ? "beside the contract" : "";

const isFolder = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.readDirectory(uri)).then(
    () => true,
    () => false,
  );
