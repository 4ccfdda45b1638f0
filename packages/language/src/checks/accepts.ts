import type { Accepted } from "@concordat/model";
import { type AstNode, AstUtils } from "langium";
import { DIAGNOSTICS, type DiagnosticId } from "../diagnostics/catalogue.js";
import type { Found, Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { remembered } from "../incremental/remembered.js";
import { nodesWithin } from "../incremental/within.js";
import type { Lowering } from "../lowering/lowering.js";
import { nearest } from "../parser/suggest.js";

/** Ids of what can be accepted: all that is said and is no mistake. */
export const ACCEPTABLE: readonly DiagnosticId[] = (Object.keys(DIAGNOSTICS) as DiagnosticId[]).filter(
  (id) => DIAGNOSTICS[id].severity !== "error" && id !== "accepts-nothing",
);

const acceptLines = (contract: ast.Contract): readonly ast.AcceptLine[] => contract.items.flatMap(linesIn);

const linesIn = remembered((item: ast.ContractItem): readonly ast.AcceptLine[] =>
  nodesWithin(item).filter(ast.isAcceptLine),
);

/** What is accepted is something that is said, no mistake, and has a reason. */
export function acceptsMakeSense(contract: ast.Contract, report: Report): void {
  for (const line of acceptLines(contract)) {
    const { finding } = line;
    const at = { property: "finding" };
    if (!(finding in DIAGNOSTICS)) {
      report("accepts-unknown", { finding, hint: nearest(finding, ACCEPTABLE) ?? "" }, line, at);
    } else if (DIAGNOSTICS[finding as DiagnosticId].severity === "error") {
      report("accepts-error", { finding }, line, at);
    } else if (!/\p{L}/u.test(line.reason)) {
      report("accepts-without-reason", { finding }, line);
    }
  }
}

const silences = (line: ast.AcceptLine, one: Found): boolean =>
  one.id === line.finding && isWithin(one.node, line.$container!);

/** What remains to be said once what is accepted is left out. */
export function withoutAccepted(contract: ast.Contract, found: readonly Found[]): Found[] {
  const lines = acceptLines(contract);
  return found.filter((one) => !lines.some((line) => silences(line, one)));
}

/** What was said and is accepted, and why. A line that answers nothing is told. */
export const acceptedIn = (contract: ast.Contract, found: readonly Found[], lowering: Lowering): Accepted[] =>
  acceptLines(contract).flatMap((line): Accepted[] => {
    const said = [...new Set(found.filter((one) => silences(line, one)).map(({ message }) => message))];
    if (said.length > 0) return [{ finding: line.finding, said, because: line.reason, source: lowering.source(line) }];
    lowering.report("accepts-nothing", { finding: line.finding, block: nameOf(line.$container!) }, line);
    return [];
  });

function nameOf(block: AstNode): string {
  const named = AstUtils.getContainerOfType(block, (node): node is AstNode & { name: string } => "name" in node);
  return named?.name ?? "this contract";
}

function isWithin(node: AstNode, ancestor: AstNode): boolean {
  for (let at: AstNode | undefined = node; at; at = at.$container) if (at === ancestor) return true;
  return false;
}
