import type { LangiumSharedServices } from "langium/lsp";
import type { Report } from "../diagnostics/finding.js";
import type * as ast from "../generated/ast.js";
import { libraryFiles } from "../workspace/library-files.js";

/** Every import leads to a library, and none leads back. */
export function importsLead({ imports }: ast.ConcordatFile, shared: LangiumSharedServices, report: Report): void {
  const files = libraryFiles(shared);
  for (const [index, line] of imports.entries()) {
    const first = imports.slice(0, index).find(({ name }) => name === line.name);
    if (first) {
      const related = [{ message: `"${line.name}" is imported here first.`, node: first }];
      report("import-twice", { name: line.name }, line, { property: "name", related });
      continue;
    }
    const way = files.circle(line);
    if (way) report("import-circle", { way }, line, { property: "path" });
    const imported = files.imported(line);
    if ("id" in imported) report(imported.id, imported.parameters as never, line, { property: "path" });
  }
}
