import type { Clause } from "@concordat/model";
import * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";

/** Prose with its references as the titles of what they name. */
export function lowerClause(clause: ast.Clause | ast.Define, lowering: Lowering): Clause | [] {
  const { prose } = clause;
  if (!prose) return [];
  const parts: Clause["parts"] = [];
  prose.parts.forEach((text, index) => {
    if (text) parts.push({ kind: "text", text });
    const target = prose.refs[index]?.target;
    if (!target) return;
    const named = target.ref as (ast.Named & { title?: string }) | undefined;
    parts.push({ kind: "reference", name: target.$refText, title: named?.title ?? target.$refText });
  });
  return {
    kind: ast.isDefine(clause) ? "definition" : clause.kind === "recital" ? "recital" : "clause",
    name: clause.name,
    ...(clause.title ? { title: clause.title } : {}),
    parts,
    source: lowering.source(clause),
  };
}
