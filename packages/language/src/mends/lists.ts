import { rangeOf } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { fix, insertAfter, removeListed, replace } from "./edits.js";
import type { Mends } from "./mends.js";

/** One thing too many in a list, or too few. */
export const listMends: Mends = {
  "party-twice": ({ node }) => (ast.isSeat(node) ? [fix("Leave the second one out", removeListed(node))] : []),
  "seat-count": ({ node }) => [fix("Write 1", replace(node, "1", "count"))],
  "argument-twice": ({ node }) => [fix("Leave this one out", removeListed(node))],
  "limit-twice": ({ node }) => [fix("Leave this limit out", removeListed(node))],
  "share-of-paid": ({ node }) => [fix("Leave this limit out", removeListed(node.$container ?? node))],
  "share-alone": ({ node }) => [fix("Leave this limit out", removeListed(node))],
  "share-elsewhere": ({ node }) => [fix("Leave this limit out", removeListed(node))],
  "points-share-place": ({ node }) => (ast.isScalePoint(node) ? [fix("Leave this point out", removeListed(node))] : []),
  "band-after-rest": ({ node }) => [fix("Leave this band out", removeListed(node))],
  "reported-from-inside": ({ node }) => [fix("Leave it out", removeListed(node))],
  "share-and-rule": ({ node }) => {
    const sharing = node.$container;
    const members = ast.isSharing(sharing) ? sharing.members : [];
    const edits = members.flatMap((member) => {
      const { offset, length } = rangeOf(member, "party");
      const end = rangeOf(member).offset + rangeOf(member).length;
      return member.share ? [{ offset: offset + length, length: end - offset - length, text: "" }] : [];
    });
    return edits.length > 0 ? [fix("Leave the shares out", ...edits)] : [];
  },
  "table-row-length": ({ node, parameters: { cells, columns } }) =>
    cells < columns
      ? [fix("Write none in what is left empty", insertAfter(node, " none |".repeat(columns - cells)))]
      : [],
  "key-missing": ({ node, parameters: { key } }) => {
    const last = ast.isTable(node) && !node.year ? (node.rows.at(-1) ?? node.header) : undefined;
    if (!ast.isTable(node) || !last) return [];
    const cells = " none |".repeat(node.header.columns.length);
    return [
      fix(
        `Write a row for ${key}, with none in it`,
        insertAfter(last, `\n${" ".repeat(rangeOf(last).column - 1)}| ${key} |${cells}`),
      ),
    ];
  },
};
