import * as ast from "../generated/ast.js";
import { nearest } from "../parser/suggest.js";
import { addFirst, addLine, fix, insertAfter, replace, textOf } from "./edits.js";
import { firstYear } from "./examples.js";
import type { Mends } from "./mends.js";

/** A header line for what a contract may leave out, as most contracts have it. The reader changes what is not so. */
const HEADER: Record<string, { readonly is: (item: ast.ContractItem) => boolean; readonly line: string }> = {
  currency: { is: ast.isCurrencyLine, line: "currency GBP" },
  term: { is: ast.isTermLine, line: "term from 1 April 2026 to 31 March 2031" },
  year: { is: ast.isYearLine, line: "year starts 1 April" },
  settlement: { is: ast.isSettledLine, line: "settled each quarter" },
  rounding: { is: ast.isRoundingLine, line: "rounding nearest penny, halves away from zero" },
  division: { is: ast.isDivisionLine, line: "division by largest remainder" },
};

export const draftingMends: Mends = {
  "header-incomplete": ({ node }) => {
    const contract = node as ast.Contract;
    const lacking = Object.values(HEADER).filter(({ is }) => !contract.items.some(is));
    const title = lacking.length === 1 ? `Write ${lacking[0]!.line}` : "Write the lines that are missing";
    return [
      fix(
        title,
        addFirst(
          contract,
          contract.items[0],
          lacking.map(({ line }) => line),
        ),
      ),
    ];
  },
  "line-missing": ({ node, parameters: { line } }) => {
    if (ast.isMetric(node) && line.startsWith("measured"))
      return ["year", "quarter", "month"].map((each) =>
        fix(`Write measured each ${each}`, addLine(node, node.lines, `measured each ${each}`)),
      );
    const year = ast.isExample(node) ? firstYear(node) : undefined;
    if (ast.isExample(node) && year) return [fix(`Write in ${year}`, addFirst(node, node.lines[0], [`in ${year}`]))];
    return [];
  },
  "part-missing": ({ node }) =>
    ast.isFigure(node) || ast.isGroupFigure(node)
      ? ["during each year", "during each quarter", "at the end of each quarter"].map((timing) =>
          fix(`Write ${timing}`, insertAfter(node.type, `, ${timing}`)),
        )
      : [],
  "type-word": ({ node, parameters: { meant } }) =>
    meant.includes(" or ") ? [] : [fix(`Write ${meant}`, replace(node, meant))],
  "currency-code": ({ node, parameters: { code } }) => {
    const capital = code.toUpperCase();
    return /^[A-Z]{3}$/.test(capital) ? [fix(`Write ${capital}`, replace(node, capital, "code"))] : [];
  },
  "term-backwards": ({ node }) => {
    const written = textOf(node);
    const [, from, to] = /from\s+(.+?)\s+to\s+(.+)$/s.exec(written) ?? [];
    return from && to ? [fix("Change the dates round", replace(node, `term from ${to} to ${from}`))] : [];
  },
  "cap-span": ({ node, parameters: { period } }) => [
    fix(`Write each ${period}`, replace(node, `each ${period}`, "span")),
  ],
  "cap-without-span": ({ node, parameters: { period } }) => [
    fix(`Write each ${period}`, insertAfter(node, ` each ${period}`)),
  ],
  "key-unknown": ({ node, property, parameters: { key, of } }) => {
    const meant = nearest(key, of.match(/[A-Za-z][\w-]*/g) ?? []);
    return meant && property ? [fix(`Write ${meant}`, replace(node, meant, property))] : [];
  },
};
