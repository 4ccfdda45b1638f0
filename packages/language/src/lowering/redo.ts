import type { SourceRange } from "@concordat/model";
import type { AstNode } from "langium";
import { rangeOf } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { referencesWithin } from "../incremental/within.js";
import type { Lowering } from "./lowering.js";
import type { Trace } from "./shared-map.js";

/** A piece of work on a declaration: what it gave, what it said, and all that it read and wrote. */
interface Done {
  readonly result: unknown;
  readonly trace: Trace;
  readonly sources: readonly { readonly source: SourceRange; readonly node: AstNode }[];
  /** Where the declaration stood when the sources were written. */
  offset: number;
}

/** By the declaration as it was read: one that is read anew is another. */
const done = new WeakMap<ast.ContractItem, Map<string, Done>>();
/** What the names of a declaration led to when its contract was last lowered. */
const led = new WeakMap<ast.ContractItem, readonly (AstNode | undefined)[]>();

/**
 * Forgets what was done on the declarations of a contract that have changed since it was last lowered, and on those that
 * read them, by whatever way. A change of what has a say everywhere (a party, the term, a set of rows) forgets all.
 */
export function forgetChanged({ items }: ast.Contract): void {
  const readers = new Map<ast.ContractItem, ast.ContractItem[]>();
  const changed: ast.ContractItem[] = [];
  for (const item of items) {
    const before = led.get(item);
    const targets = referencesWithin(item).map(({ ref }) => ref);
    if (!before || before.some((target, index) => target !== targets[index])) changed.push(item);
    led.set(item, targets);
    for (const target of targets) {
      const read = target && declarationOf(target);
      if (!read || read === item) continue;
      const known = readers.get(read);
      if (known) known.push(item);
      else readers.set(read, [item]);
    }
  }
  if (changed.some((item) => !hasReadersOnly(item))) changed.push(...items);
  const told = new Set(changed);
  for (const item of told) {
    done.delete(item);
    for (const reader of readers.get(item) ?? []) told.add(reader);
  }
}

/** Something beside the text has changed, which a contract reads. */
export function forgetAll({ items }: ast.Contract): void {
  for (const item of items) led.delete(item);
}

/**
 * Does a piece of work on a declaration; or, where nothing has changed of all that it read when it was last done, writes
 * and says what it wrote and said then.
 */
export function doneOnce<T>(work: string, item: ast.ContractItem, lowering: Lowering, doIt: () => T): T {
  // A part of a larger piece is done with it, and a text that was put together is a new one each time.
  if (lowering.isTraced || lowering.putTogether) return doIt();
  const before = done.get(item)?.get(work);
  if (before && holds(before, lowering)) {
    again(before, item, lowering);
    return before.result as T;
  }
  const { result, trace, sources } = lowering.traced(doIt);
  if (!trace.vague && trace.reports.every(standInDeclarations)) {
    const all = done.get(item) ?? new Map<string, Done>();
    done.set(item, all.set(work, { result, trace, sources, offset: offsetOf(item) }));
  }
  return result;
}

const holds = ({ trace }: Done, lowering: Lowering): boolean =>
  trace.reads.every(({ map, key, value }) => isSame(lowering.shared.get(map)!.get(key), value));

function again(before: Done, item: ast.ContractItem, lowering: Lowering): void {
  const { writes, reports } = before.trace;
  for (const { map, key, value } of writes) lowering.shared.get(map)!.set(key, value);
  for (const [id, parameters, node, more] of reports) lowering.report(id, parameters as never, node, more);
  const offset = offsetOf(item);
  if (before.offset === offset) return;
  before.offset = offset;
  // What is written further down has moved: it is the same, and stands elsewhere.
  for (const { source, node } of before.sources) {
    const { line, column, offset, length } = rangeOf(node);
    Object.assign(source, { line, column, offset, length });
  }
}

/** A contract and its file are other nodes after each edit; what stands in a declaration is not. */
const standInDeclarations = ([, , node, more]: Trace["reports"][number]): boolean =>
  [node, ...(more?.related ?? []).map((one) => one.node)].every((one) => declarationOf(one) !== undefined);

/** The same thing, or for what is worked out anew each time (a unit, a grain) one that says the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Set || "source" in a) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/** What is read by its name alone, so that only who names it need know of a change in it. */
const hasReadersOnly = (item: ast.ContractItem): boolean =>
  ast.isMetric(item) ||
  ast.isPayment(item) ||
  ast.isExample(item) ||
  ast.isClause(item) ||
  ast.isFigure(item) ||
  ast.isFigureGroup(item) ||
  ast.isBalance(item) ||
  (ast.isDefine(item) && !ast.isKeyedValues(item.value));

function declarationOf(node: AstNode): ast.ContractItem | undefined {
  let at: AstNode | undefined = node;
  while (at && !ast.isContract(at.$container)) at = at.$container;
  return at as ast.ContractItem | undefined;
}

const offsetOf = (item: ast.ContractItem): number => item.$cstNode?.offset ?? 0;
