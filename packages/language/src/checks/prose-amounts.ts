import { MONTHS } from "@concordat/model";
import type { AstNode } from "langium";
import type { Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { remembered } from "../incremental/remembered.js";
import { referencesWithin } from "../incremental/within.js";
import type { Lowering } from "../lowering/lowering.js";
import { doneOnce } from "../lowering/redo.js";
import { decimal, moneyValue } from "../parser/values.js";

type Kind = "money" | "percentage" | "date";
interface Written {
  readonly kind: Kind;
  /** The same for two amounts that are equal, however they are written. */
  readonly value: string;
  readonly text: string;
}

/**
 * An amount of money, a percentage or a date in a sentence that speaks of a payment, metric or definition, where the thing
 * has amounts of that kind and none is equal. So that there are few false alarms, nothing is said of 0%, 100% and £0, of
 * amounts that anything which the thing reads has, of the contract's own days, and of sentences with "example" in them.
 */
export function proseSaysTheSame(contract: ast.Contract, lowering: Lowering): void {
  const everywhere = new Set(
    contract.items.filter(isOfHeader).flatMap((item) => amountsIn(item).map(({ value }) => value)),
  );
  for (const item of contract.items) {
    if (!(ast.isClause(item) || ast.isDefine(item)) || !item.prose?.$cstNode) continue;
    const { prose } = item;
    doneOnce("amounts in prose", item, lowering, () => {
      for (const sentence of sentencesOf(prose)) sentenceSaysTheSame(item, sentence, everywhere, lowering.report);
    });
  }
}

const isOfHeader = (item: ast.ContractItem): boolean => ast.isTermLine(item) || ast.isEndsEarlyLine(item);

interface Sentence {
  readonly text: string;
  readonly offset: number;
  readonly things: readonly Rule[];
}
type Rule = ast.Payment | ast.Metric | ast.Define | ast.Balance;
const isRule = (thing: AstNode | undefined): thing is Rule =>
  ast.isPayment(thing) ||
  ast.isMetric(thing) ||
  ast.isBalance(thing) ||
  (ast.isDefine(thing) && thing.value !== undefined);

function sentenceSaysTheSame(
  item: ast.Clause | ast.Define,
  { text, offset, things }: Sentence,
  everywhere: ReadonlySet<string>,
  report: Report,
): void {
  if (things.length === 0 || /\b(?:example|e\.g|for instance)\b/i.test(text)) return;
  const known = new Set(things.flatMap((thing) => [...valuesBehind(thing)]));
  for (const { index, ...written } of amountsOf(text)) {
    if (NOTHING_AND_ALL.has(written.value) || everywhere.has(written.value) || known.has(written.value)) continue;
    const against = things
      .map((thing) => ({ thing, own: distinct(amountsIn(thing).filter(({ kind }) => kind === written.kind)) }))
      .find(({ own }) => own.length > 0);
    if (!against || against.own.length > MOST) continue;
    const { thing, own } = against;
    const within = { offset: offset + index, length: written.text.length };
    const says = own.map((amount) => amount.text);
    const [only, ...others] = own;
    const names = { text: ast.isDefine(item) ? "The definition" : `The ${item.kind}`, rule: thing.name };
    report("prose-against-rule", { ...names, written: written.text, says }, item.prose!, {
      within,
      related: [{ message: `${thing.name} is written here.`, node: thing }],
      ...(only && others.length === 0
        ? { fix: { title: `Write ${only.text}`, edits: [{ ...within, text: only.text }] } }
        : {}),
    });
  }
}

/** A thing with more amounts of one kind than these has a schedule, of which a sentence may well say the sense. */
const MOST = 4;
const NOTHING_AND_ALL: ReadonlySet<string> = new Set(["0%", "100%", "GBP 0", "EUR 0", "USD 0"]);

function distinct(amounts: readonly Written[]): Written[] {
  return amounts.filter(({ value }, at) => amounts.findIndex((other) => other.value === value) === at);
}

const AMOUNT = new RegExp(
  String.raw`[£$€]\d[\d,]*(?:\.\d+)?(?:\s+(?:thousand|million|billion)\b)?|\d[\d,]*(?:\.\d+)?(?:%|\s+per\s*cent\b)|\b\d{1,2}\s+(?:${MONTHS.join("|")})\s+\d{4}\b`,
  "g",
);

function amountsOf(text: string): (Written & { index: number })[] {
  return [...text.matchAll(AMOUNT)].map((match) => ({ ...amount(match[0].replace(/,$/, "")), index: match.index }));
}

function amount(text: string): Written {
  if (/^[£$€]/.test(text)) return { kind: "money", value: moneyValue(text.replace(/\s+/g, " ")), text };
  if (/%$|cent$/.test(text)) return { kind: "percentage", value: `${decimal(/^[\d,.]+/.exec(text)![0])}%`, text };
  return { kind: "date", value: text.replace(/^0/, "").replace(/\s+/g, " "), text };
}

/** The amounts that are written in a declaration. */
const amountsIn = remembered(({ $cstNode }: AstNode): readonly Written[] =>
  // A title and a source are words about the thing, not its amounts.
  $cstNode ? amountsOf($cstNode.text.replace(/"[^"]*"|\/\/.*/g, (words) => " ".repeat(words.length))) : [],
);

/** The amounts of a thing and of everything that it reads, by way of whatever that reads. */
function valuesBehind(thing: AstNode, seen = new Set<AstNode>()): Set<string> {
  const values = new Set<string>();
  const follow = (node: AstNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const { value } of amountsIn(node)) values.add(value);
    for (const { ref: target } of referencesWithin(node)) if (target) follow(declarationOf(target));
  };
  follow(thing);
  return values;
}

function declarationOf(thing: AstNode): AstNode {
  let at = thing;
  while (at.$container && !ast.isContract(at.$container) && !ast.isLibrary(at.$container)) at = at.$container;
  return at;
}

/** Sentences, and parts of them that a semicolon or an empty line divides, each with the rules that it refers to. */
function sentencesOf(prose: ast.Prose): Sentence[] {
  const { offset, text } = prose.$cstNode!;
  const sentences: Sentence[] = [];
  let from = 0;
  for (const end of [...text.matchAll(/[.!?;](?=\s|"""|$)|\n\s*\n/g)]
    .map(({ index }) => index + 1)
    .concat(text.length)) {
    const inside = prose.refs.filter(({ $cstNode }) => {
      const at = ($cstNode?.offset ?? -1) - offset;
      return at >= from && at < end;
    });
    const things = inside.map(({ target }) => target?.ref).filter(isRule);
    sentences.push({ text: text.slice(from, end), offset: offset + from, things: [...new Set(things)] });
    from = end;
  }
  return sentences;
}
