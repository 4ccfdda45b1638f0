import type { AstNode } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { deedAround, deedsOf } from "../variations/deeds.js";
import { type DeclaredNames, declaredIn, holderOf, type NamedThing, namesAmong } from "./declared.js";

/** The names that may be used where a node stands: those of its contract or library; in a deed, of the contract and what deeds add. */
export function namesAround(node: AstNode, shared: LangiumSharedServices): DeclaredNames | undefined {
  const holder = holderOf(node);
  if (holder) return declaredIn(holder);
  const deed = deedAround(node);
  const contract = deed?.contract?.ref;
  if (!deed || !ast.isContract(contract)) return undefined;
  const others = deedsOf(contract, shared).map(({ variation }) => variation);
  const added = [...others.filter((other) => other !== deed), ...(ast.isVariation(deed) ? [deed] : [])].flatMap(
    ({ lines }) => namesAmong(lines.filter(ast.isAddLine).map(({ item }) => item)).all,
  );
  const all = [...declaredIn(contract).all, ...added];
  const things = new Map<string, NamedThing[]>();
  for (const thing of all) things.set(thing.name, [...(things.get(thing.name) ?? []), thing]);
  return { all, things };
}
