import * as ast from "../generated/ast.js";
import { addLine, fix, insertAfter, remove, replace, textOf } from "./edits.js";
import type { Mends } from "./mends.js";

const SIGNS: Record<string, string> = { GBP: "£", USD: "$", EUR: "€" };

/** For how long, how often, from when; and in which money. */
export const spanMends: Mends = {
  "on-account-how-often": ({ node }) => {
    const { value } = node as ast.OnAccountLine;
    return ["each month", "each quarter"].map((each) => fix(`Write ${each}`, insertAfter(value.value, ` ${each}`)));
  },
  "limit-without-span": ({ node }) => {
    const { value } = node as ast.PaymentsLimit;
    return ["each year", "over the term"].map((each) => fix(`Write ${each}`, insertAfter(value.value, ` ${each}`)));
  },
  "limit-in-proportion": ({ node }) => [fix("Write the earliest first", replace(node, "the earliest first", "way"))],
  "cohort-over-term": ({ node }) => {
    const metric = node.$container;
    if (!ast.isMetric(metric)) return [];
    const measured = metric.lines.find(ast.isMeasuredLine);
    const line = "measured over the term";
    return [fix(`Write ${line}`, measured ? replace(measured, line) : addLine(metric, metric.lines, line))];
  },
  "intake-backwards": ({ node }) => {
    const intake = node as ast.Intake;
    const dates = /(\bfrom\s+)(.+?)(\s+to\s+)(.+)$/s.exec(textOf(intake));
    if (!dates) return [];
    const [, from = "", first = "", to = "", last = ""] = dates;
    const head = textOf(intake).slice(0, dates.index);
    return [fix("Exchange the two days", replace(intake, `${head}${from}${last}${to}${first}`))];
  },
  "ends-early-outside": ({ node }) => [fix("Leave the line out", remove(node))],
  "significance-level": ({ node }) =>
    ["95%", "90%", "99%"].map((level) => fix(`Write ${level}`, replace(node, level, "level"))),
  "wrong-currency": ({ node, parameters: { currency } }) => {
    const amount = ast.isDecidedAmount(node) ? node.amount : node;
    const sign = SIGNS[currency];
    const written = textOf(amount);
    return sign && ast.isMoney(amount)
      ? [fix(`Write ${sign}${written.slice(1)}`, replace(amount, sign + written.slice(1)))]
      : [];
  },
};
