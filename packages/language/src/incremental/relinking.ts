import { type AstNode, isAstNode, type LangiumDocument, type Reference } from "langium";
import type * as ast from "../generated/ast.js";
import { namesAmong } from "../names/declared.js";
import type { Reread } from "./reparse.js";

/** What is still to be linked in a file, where it is not all of it. */
interface Partly {
  /** Declarations that were read anew. */
  readonly items: Set<AstNode>;
  /** Names elsewhere that led into what is no longer there, or nowhere. */
  readonly names: Set<Reference>;
}

/** What the linker has put in a reference. */
interface Linked {
  _ref?: unknown;
  _nodeDescription?: unknown;
}

/**
 * Which names of a file are to be looked up after an edit. Where a declaration was read anew and declares the same names,
 * that is its own and those that led into it; a name that nothing had may have something now.
 */
class Relinking {
  /** Names that were linked before an edit, until the text is read. */
  private readonly aside = new WeakMap<LangiumDocument, Set<Reference>>();
  /** Files all of whose names were looked up, but for what is pending. */
  private readonly linked = new WeakSet<LangiumDocument>();
  private readonly pending = new WeakMap<LangiumDocument, Partly>();
  private kept: LangiumDocument | undefined;

  /** Does what would forget the links of a file, and keeps them until its text is read. */
  keepingLinks(document: LangiumDocument, reset: () => void): void {
    this.kept = document;
    reset();
    this.kept = undefined;
  }

  /** Every name is to be looked up again, unless the file is about to be read. */
  forget(document: LangiumDocument): void {
    if (this.kept !== document) {
      this.all(document);
      return;
    }
    this.aside.set(document, new Set(this.linksOf(document)));
    document.references = [];
  }

  /** Every name of the file's tree is to be looked up, also if it was before. */
  all(document: LangiumDocument): void {
    for (const reference of this.linksOf(document)) forget(reference);
    this.fresh(document);
  }

  /** The file's tree is a new one: nothing of it is linked. */
  fresh(document: LangiumDocument): void {
    this.aside.delete(document);
    this.pending.delete(document);
    this.linked.delete(document);
    document.references = [];
  }

  declaration(document: LangiumDocument, { older, newer }: Reread): void {
    const rest = this.linksOf(document).filter((reference) => !isInside(containerOf(reference), older));
    this.aside.delete(document);
    document.references = rest;
    if (!this.linked.has(document)) return;
    if (!sameNames(older, newer)) {
      this.all(document);
      return;
    }
    const stale = new Set(
      rest.filter((reference) => {
        const target = (reference as Linked)._ref;
        return isAstNode(target) ? isInside(target, older) : target !== undefined;
      }),
    );
    for (const reference of stale) forget(reference);
    document.references = rest.filter((reference) => !stale.has(reference));
    const before = this.pending.get(document);
    const names = [...(before?.names ?? []), ...stale].filter((name) => !isInside(containerOf(name), older));
    const items = [...(before?.items ?? [])].filter((item) => item !== older);
    this.pending.set(document, { items: new Set([...items, newer]), names: new Set(names) });
  }

  /** What is to be linked; undefined where it is everything. */
  partOf(document: LangiumDocument): Partly | undefined {
    if (!this.linked.has(document)) return undefined;
    return this.pending.get(document) ?? { items: new Set(), names: new Set() };
  }

  done(document: LangiumDocument): void {
    this.pending.delete(document);
    this.linked.add(document);
  }

  private linksOf(document: LangiumDocument): Reference[] {
    return [...(this.aside.get(document) ?? []), ...document.references] as Reference[];
  }
}

export const relinking = new Relinking();

function forget(reference: object): void {
  (reference as Linked)._ref = undefined;
  delete (reference as Linked)._nodeDescription;
}

const containerOf = (reference: Reference): AstNode => (reference as unknown as { node: AstNode }).node;

function isInside(node: AstNode | undefined, item: AstNode): boolean {
  for (let at = node; at; at = at.$container) if (at === item) return true;
  return false;
}

function sameNames(older: ast.ContractItem, newer: ast.ContractItem): boolean {
  const [a, b] = [namesAmong([older]).all, namesAmong([newer]).all];
  return a.length === b.length && a.every((one, index) => one.$type === b[index]!.$type && one.name === b[index]!.name);
}
