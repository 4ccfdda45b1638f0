import type { Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { declaredIn, type Holder } from "../names/declared.js";

/** A name means one thing in a contract or library. Values of a category may recur: each belongs to its own field. */
export function duplicateNames(holder: Holder, report: Report): void {
  for (const [name, things] of declaredIn(holder).things) {
    const real = things.filter((thing) => !ast.isCategoryValue(thing));
    const [first, ...others] = real;
    for (const other of others) {
      report("name-used-twice", { name }, other, {
        property: "name",
        related: [{ message: `"${name}" is used here first.`, node: first! }],
      });
    }
  }
}
