import { type MissingPolicy, type NodeOf, operandsOf } from "@concordat/model";
import { listed, type Phrase, say, text } from "../document/phrase.js";
import { lookThrough } from "./look-through.js";
import { inputTerm, whoIs } from "./names.js";
import type { Reader } from "./reader.js";

/** A value that may not be reported is named as itself; what happens then is a sentence of its own. */
export const present = (node: NodeOf<"present">, reader: Reader): Phrase => reader.phrase(node.of);

/** One thing that may be missing, and what happens then. */
export interface Missing {
  readonly subject: Phrase;
  readonly rule: Phrase;
}

export const missingOf = (node: NodeOf<"present">, reader: Reader): Missing => ({
  subject: subjectOf(node.of, reader),
  rule: missingRule(node.policy, reader, node.instead),
});

/** "If Patient experience is not reported, it is treated as missed (0% is used)." */
export const missingSentence = ({ subject, rule }: Missing): Phrase => say`If ${subject} is not reported, ${rule}.`;

/** What a metric or a figure says of itself; the value it is held at first stands where it is read. */
export function declaredSentence(input: string, policy: MissingPolicy, reader: Reader): Phrase {
  const guard = Object.values(reader.contract.nodes).find((node): node is NodeOf<"present"> => {
    if (node.kind !== "present" || node.policy.kind !== policy.kind) return false;
    const inner = lookThrough(node.of, reader);
    return (inner.kind === "metric" && inner.metric === input) || (inner.kind === "given" && inner.input === input);
  });
  const rule = guard ? missingRule(guard.policy, reader, guard.instead) : missingRule(policy, reader);
  return missingSentence({ subject: text("it"), rule });
}

/** What happens when a value is not reported (rule 11). */
export function missingRule(policy: MissingPolicy, reader: Reader, instead?: string): Phrase {
  const used = instead === undefined ? text("") : say` (${reader.phrase(instead)} is used)`;
  switch (policy.kind) {
    case "met":
      return say`it is treated as met${used}`;
    case "missed":
      return say`it is treated as missed${used}`;
    case "baseline":
      return instead === undefined
        ? text("its baseline is used in its place")
        : say`its baseline of ${reader.phrase(instead)} is used in its place`;
    case "hold":
      return say`the value of the latest earlier period in which it was reported is used${first(policy, reader)}`;
    case "share-weight":
      return text("its weight is shared among the parts that are reported, in proportion to their weights");
    case "defer":
      return text(
        "what depends on it is not paid, and not counted as zero, until it is reported; it is then settled at reconciliation",
      );
    case "decide":
      return say`${policy.by === undefined ? "the parties decide" : say`${whoIs(policy.by, reader.contract)} decides`}, and what depends on it is not paid until then`;
  }
}

const first = (policy: MissingPolicy, reader: Reader): Phrase =>
  policy.first === undefined ? text("") : say`; where there is none, ${reader.phrase(policy.first)} is used`;

/** The metrics and figures that a value is made of. */
function subjectOf(id: string, reader: Reader): Phrase {
  const found = new Map<string, Phrase>();
  const visit = (at: string): void => {
    const node = reader.node(at);
    if (node.kind === "metric") found.set(node.metric, inputTerm("metric", node.metric, reader.contract));
    else if (node.kind === "given" && node.of === "figure")
      found.set(node.input, inputTerm("figure", node.input, reader.contract));
    // A score of several has a rule of its own for each of them: what is missing here is the score.
    else if (node.kind === "weighted") found.set(node.id, reader.phrase(at));
    else operandsOf(node).forEach(visit);
  };
  visit(id);
  return found.size === 0 ? reader.phrase(id) : listed([...found.values()], "or");
}
