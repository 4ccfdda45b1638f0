import { payoffCurves, readingOf } from "@concordat/documents";
import type { ContractModel } from "@concordat/model";
import type { LangiumDocument } from "langium";
import { DiagnosticSeverity } from "vscode-languageserver";
import { type Contracts, type ContractText, textsIn } from "../contracts.js";
import type { PreviewAnswer, PreviewQuestion, ProblemAnswer } from "./protocol.js";
import { rangeOf, type Thing, thingAt, thingsIn } from "./things.js";

/** More findings than these are counted in the Problems view. */
const MOST_FINDINGS = 5;

/** What stands at a place of a document, in the words of the summary. */
export function previewOf(document: LangiumDocument, question: PreviewQuestion, contracts: Contracts): PreviewAnswer {
  const { line, anchor } = question;
  const text = textAt(document, line);
  if (!text) return { state: "empty", items: [] };
  const ready = contracts.named(document, text.name);
  if ("problem" in ready) return problemOf(document, ready.problem);
  const { contract } = ready;
  const things = thingsIn(text);
  const thing = anchor === undefined ? thingAt(things, line) : things.find((one) => one.anchor === anchor);
  const reading = thing && readingOf(contract, thing.anchor);
  if (!thing || !reading) {
    const items = things.filter(({ type, anchor: id }) => LEADS.has(type) && readingOf(contract, id)).map(listed);
    return { state: "empty", contract: contract.name, contractTitle: contract.title ?? contract.name, items };
  }
  const isPayment = thing.type === "Payment";
  return {
    state: "reading",
    contract: contract.name,
    contractTitle: contract.title ?? contract.name,
    item: listed(thing),
    ...(isPayment ? { payment: thing.name } : {}),
    html: withLines(reading.html, document),
    curves: isPayment ? curvesOf(contract, thing.name) : [],
  };
}

/** What is listed where the cursor is in no clause: the rest is near it. */
const LEADS: ReadonlySet<string> = new Set(["Payment", "Metric", "Always", "Example"]);

const listed = ({ anchor, kind, title, range }: Thing) => ({ anchor, kind, title, range });

const curvesOf = (contract: ContractModel, name: string) =>
  payoffCurves(contract, name).map(({ title, description, svg }) => ({ title, description, svg }));

function textAt(document: LangiumDocument, line: number): ContractText | undefined {
  const texts = textsIn(document);
  const around = texts.find((text) => {
    const range = rangeOf(text);
    return range && range.start.line <= line && line <= range.end.line;
  });
  return around ?? texts[0];
}

/** The summary says where in the text each line stands; an editor wants lines. */
const withLines = (html: string, { textDocument }: LangiumDocument): string =>
  html.replace(/ data-offset="(\d+)"/g, (_, offset) => ` data-line="${textDocument.positionAt(Number(offset)).line}"`);

export function problemOf(document: LangiumDocument, problem: string): ProblemAnswer {
  const errors = (document.diagnostics ?? []).filter(({ severity }) => severity === DiagnosticSeverity.Error);
  return {
    state: "problem",
    problem,
    findings: errors.slice(0, MOST_FINDINGS).map(({ message, range }) => ({
      message: typeof message === "string" ? message : message.value,
      range,
    })),
  };
}
