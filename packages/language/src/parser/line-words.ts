import { GrammarAST } from "langium";
import { BLOCKS } from "./expectation.js";

/** The words that a line of each block may begin with, read from the grammar: `Metric` to `rate`, `share of`, `better`, …. */
export function lineWords(grammar: GrammarAST.Grammar): ReadonlyMap<string, readonly string[]> {
  const rules = new Map(grammar.rules.map((rule) => [rule.name, rule]));
  return new Map(
    Object.entries(BLOCKS).map(([block, { lines }]) => {
      const rule = rules.get(lines);
      return [block, rule && GrammarAST.isParserRule(rule) ? [...new Set(firstWords(rule.definition))] : []];
    }),
  );
}

function firstWords(element: GrammarAST.AbstractElement): string[] {
  if (GrammarAST.isKeyword(element)) return [element.value];
  if (GrammarAST.isAssignment(element)) return firstWords(element.terminal);
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(firstWords);
  if (GrammarAST.isRuleCall(element)) {
    const rule = element.rule.ref;
    return rule && GrammarAST.isParserRule(rule) ? firstWords(rule.definition) : [];
  }
  if (GrammarAST.isGroup(element)) {
    const words: string[] = [];
    for (const part of element.elements) {
      words.push(...firstWords(part));
      if (part.cardinality !== "?" && part.cardinality !== "*" && !GrammarAST.isAction(part)) break;
    }
    return words;
  }
  return [];
}
