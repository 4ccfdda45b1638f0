import { type LangiumDocument, UriUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { STANDARD_LIBRARY } from "../../reuse/standard-library.js";
import { isInside } from "../../workspace/inside.js";
import type { Offer, Place } from "./place.js";

/** Files that a line may read: libraries after `import`, tables elsewhere; in quotes, as they are written. */
export async function filesAt({ rule, property, context, shared }: Place): Promise<Offer[]> {
  if (property !== "path") return [];
  const paths =
    rule === ast.Import.$type ? libraries(context.document, shared) : await tables(context.document, shared);
  return paths.map(({ label, ...rest }) => ({ ...rest, label: `"${label}"` }));
}

function libraries({ uri }: LangiumDocument, shared: LangiumSharedServices): Offer[] {
  const home = UriUtils.dirname(uri);
  const standard = Object.entries(STANDARD_LIBRARY).map(([name, text]) => {
    const title = /^library\s+\S+\s+"([^"]*)"/m.exec(text)?.[1];
    return { label: `std/${name}`, ...(title ? { detail: title } : {}) };
  });
  const own = shared.workspace.LangiumDocuments.all
    .filter((other) => other.uri.scheme === uri.scheme && other.uri.path !== uri.path)
    .flatMap((other) => {
      const { libraries: [library] = [] } = other.parseResult.value as ast.ConcordatFile;
      const label = UriUtils.relative(home, other.uri);
      return library && isInside(label) ? [{ label, detail: library.title ?? library.name }] : [];
    })
    .toArray();
  return [...own, ...standard];
}

/** Tables in the contract's own folder. A folder that cannot be listed, as in a browser, has none to offer. */
async function tables({ uri }: LangiumDocument, shared: LangiumSharedServices): Promise<Offer[]> {
  try {
    const entries = await shared.workspace.FileSystemProvider.readDirectory(UriUtils.dirname(uri));
    return entries
      .filter((entry) => entry.isFile && entry.uri.path.endsWith(".csv"))
      .map((entry) => ({ label: UriUtils.basename(entry.uri) }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  } catch {
    return [];
  }
}
