import { type MissingPolicy, type NodeOf, operandsOf } from "@concordat/model";
import { listed, type Phrase, say, text } from "../document/phrase.js";
import { inputTerm, whoIs } from "./names.js";
import type { Reader } from "./reader.js";

/** A value that may not be reported is named as itself; what happens then is a sentence of its own. */
export const present = (node: NodeOf<"present">, reader: Reader): Phrase => reader.phrase(node.of);

/** "If Patient experience is not reported, it is treated as missed: 0% is used." */
export function presentSentence(node: NodeOf<"present">, reader: Reader): Phrase {
  return missingSentence(subjectOf(node.of, reader), node.policy, reader, node.instead);
}

/** What happens when a value is not reported (rule 11). */
export function missingSentence(subject: Phrase, policy: MissingPolicy, reader: Reader, instead?: string): Phrase {
  const used = instead === undefined ? text("") : say` (${reader.phrase(instead)} is used)`;
  return say`If ${subject} is not reported, ${rule()}.`;

  function rule(): Phrase {
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
        return say`the value of the latest earlier period in which it was reported is used; where there is none, ${policy.first === undefined ? "nothing is known" : say`${reader.phrase(policy.first)} is used`}`;
      case "share-weight":
        return text("its weight is shared among the parts that are reported, in proportion to their weights");
      case "defer":
        return text(
          "whatever depends on it waits until it is reported and is settled at reconciliation; until then nothing is paid for it, and it is not counted as zero",
        );
      case "decide":
        return say`${policy.by === undefined ? "the parties decide" : say`${whoIs(policy.by, reader.contract)} decides`}, and nothing that depends on it is paid until then`;
    }
  }
}

/** The metrics and figures that a value is made of. */
function subjectOf(id: string, reader: Reader): Phrase {
  const found = new Map<string, Phrase>();
  const visit = (at: string): void => {
    const node = reader.node(at);
    if (node.kind === "metric") found.set(node.metric, inputTerm("metric", node.metric, reader.contract));
    else if (node.kind === "given" && node.of === "figure")
      found.set(node.input, inputTerm("figure", node.input, reader.contract));
    else operandsOf(node).forEach(visit);
  };
  visit(id);
  return found.size === 0 ? reader.phrase(id) : listed([...found.values()], "or");
}
