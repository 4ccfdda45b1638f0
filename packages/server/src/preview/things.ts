import { anchor } from "@concordat/documents";
import { type AstNode, CstUtils } from "langium";
import type { ContractText } from "../contracts.js";
import type { Listed, TextPlace } from "./protocol.js";

/** Under which anchor the summary says a thing, and what such a thing is called. */
interface Kind {
  readonly word: string;
  readonly anchor: (name: string, node: AstNode) => string;
}

const under = (kind: string) => (name: string) => anchor(kind, name);
const section = (id: string) => () => id;

const KINDS: Readonly<Record<string, Kind>> = {
  Payment: { word: "Payment", anchor: under("payment") },
  Metric: { word: "Metric", anchor: under("metric") },
  Figure: { word: "Figure", anchor: under("figure") },
  Records: { word: "Records", anchor: under("records") },
  Define: {
    word: "Definition",
    anchor: (name, node) => anchor("prose" in node && node.prose ? "clause" : "value", name),
  },
  Table: { word: "Table", anchor: under("table") },
  Balance: { word: "Balance", anchor: under("balance") },
  PaymentsLimit: { word: "Limit", anchor: section("limits") },
  Always: { word: "Guarantee", anchor: under("always") },
  Example: { word: "Example", anchor: under("example") },
  Clause: { word: "Clause", anchor: under("clause") },
  Governance: { word: "Board", anchor: under("board") },
  Places: { word: "Places", anchor: under("places") },
  ParticipantSet: { word: "Participants", anchor: under("terms") },
  Party: { word: "Party", anchor: section("agreement") },
  Group: { word: "Group", anchor: section("agreement") },
};

/** Lines that name nothing: the summary says them all where it says what was agreed. */
const TERMS = new Set(["TermLine", "YearLine", "CurrencyLine", "SettledLine", "RoundingLine", "DivisionLine"]);

export interface Thing extends Listed {
  readonly name: string;
  readonly type: string;
}

/** Everything in a contract's text that the summary speaks of, in the order of the text. */
export function thingsIn(contract: ContractText): Thing[] {
  return contract.items.flatMap((item): Thing[] => {
    if (item.$type === "FigureGroup") {
      return item.figures.flatMap((figure) => {
        const name = `${item.name}.${figure.name}`;
        return thing(figure, "Figure", "Figure", anchor("figure", name), name, figure.title);
      });
    }
    if (TERMS.has(item.$type)) return thing(item, item.$type, "Term", "agreement", "", "What was agreed");
    const kind = KINDS[item.$type];
    if (!kind) return [];
    const { name = "", title } = item as { name?: string; title?: string };
    return thing(item, item.$type, kind.word, kind.anchor(name, item), name, title);
  });
}

function thing(
  node: AstNode,
  type: string,
  kind: string,
  id: string,
  name: string,
  title: string | undefined,
): Thing[] {
  const range = rangeOf(node);
  return range ? [{ type, kind, anchor: id, name, title: title ?? name, range }] : [];
}

export const rangeOf = ({ $cstNode }: AstNode): TextPlace | undefined =>
  $cstNode && CstUtils.toDocumentSegment($cstNode).range;

/** The thing that a line lies in. */
export const thingAt = (things: readonly Thing[], line: number): Thing | undefined =>
  things.find(({ range }) => range.start.line <= line && line <= range.end.line);
