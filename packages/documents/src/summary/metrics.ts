import {
  type ContractModel,
  describeUnit,
  groupDigits,
  isRatio,
  type Metric,
  Rational,
  type Tally,
  type Unit,
} from "@concordat/model";
import { type Block, type Clause, clause, item, note, type Section } from "../document/document.js";
import { type Phrase, say, text } from "../document/phrase.js";
import { amount, bare } from "../sentences/amount.js";
import { conditionPhrase, fieldsIn } from "../sentences/condition.js";
import { followedPhrase, notYetKnown } from "../sentences/followed.js";
import { anchor, plainName, titleOf, whoIs } from "../sentences/names.js";
import { declaredSentence } from "../sentences/present.js";
import type { Reader } from "../sentences/reader.js";
import { leftOutText, reachedPhrase } from "../sentences/time-between.js";

/** What is measured: one section for each metric. */
export const metrics = (reader: Reader): Section => ({
  id: "metrics",
  heading: text("What is measured"),
  blocks: [],
  sections: reader.contract.metrics.map((metric) => ({
    id: anchor("metric", metric.name),
    heading: text(titleOf(metric)),
    blocks: [
      ...formula(metric, reader),
      ...blankCells(metric, reader),
      ...levels(metric, reader),
      ...provenance(metric, reader),
    ],
  })),
});

/** A cohort's persons are each followed from their own day: the term only holds all of these days. */
function overText({ tallies, each }: Metric, contract: ContractModel): string {
  const cohort = contract.tallies.some((tally) => tallies.includes(tally.name) && tally.cohort !== undefined);
  if (cohort) return " over the days on which each person is followed";
  return each === "term" ? " over the whole term" : ` over each ${each}`;
}

function formula(metric: Metric, reader: Reader): Clause[] {
  const { contract } = reader;
  const when = `${metric.axes.map((axis) => ` for each ${plainName(axis)}`).join("")}${overText(metric, contract)}`;
  const node = reader.node(metric.node);
  const inner = node.kind === "metric" ? reader.node(node.of) : node;
  if (inner.kind !== "divided") {
    const how = clause(say`It is ${reader.meaning(inner.id)}, taken${when}.`);
    return [how, ...timeBetween(metric, contract)];
  }
  const [top, bottom] = [".numerator", ".denominator"].map((end) =>
    contract.tallies.find(({ name }) => metric.tallies.includes(name) && name.endsWith(end)),
  );
  const per =
    node.unit.kind === "quantity" && node.unit.per ? `, stated for every ${groupDigits(node.unit.per)} of (b)` : "";
  const counting = metric.kind === "share" && top && bottom ? sharedCondition(top, bottom, reader) : undefined;
  const how = metric.kind === "share" ? ", as a percentage" : per;
  return [
    clause(say`It is (a) divided by (b)${how}. Both are taken${when}:`, [
      item(counting ? countedPhrase(counting, top!) : reader.phrase(inner.top)),
      item(reader.phrase(inner.bottom)),
    ]),
    ...(bottom?.followed ? [clause(notYetKnown(bottom.followed))] : []),
    ...timeBetween(metric, contract),
    clause(text(`${inUnit(node.unit)}Over a longer period it is worked out again from (a) and (b), never averaged.`)),
  ];
}

/** Which rows have a time between their dates, where the metric is of one. */
function timeBetween({ tallies }: Metric, contract: ContractModel): Clause[] {
  const between = contract.tallies.find((tally) => tallies.includes(tally.name) && tally.between)?.between;
  return between ? [clause(text(leftOutText(between)))] : [];
}

const countedPhrase = (counting: Phrase, { followed, between }: Tally): Phrase =>
  followed || between
    ? say`the number of those rows of (b) that ${counting}`
    : say`the number of those rows of (b) in which also ${counting}`;

const inUnit = (unit: Unit): string => (isRatio(unit) ? "" : `It is measured in ${describeUnit(unit)}. `);

/** What the rows above the line must meet beyond those below it; undefined where the two are not one inside the other. */
function sharedCondition(top: Tally, bottom: Tally, { contract }: Reader): Phrase | undefined {
  const records = contract.records.find(({ name }) => name === top.records);
  const plain = top.aggregate === "count" && bottom.aggregate === "count" && top.records === bottom.records;
  if (plain && top.between?.within) return reachedPhrase(top.between, top.between.within.time);
  if (records && plain && top.followed) return followedPhrase(top.followed, top.records, contract);
  if (!records || !plain || !top.where) return undefined;
  if (!bottom.where) return conditionPhrase(top.where, records, contract.currency);
  const base = JSON.stringify(bottom.where);
  if (top.where.kind !== "all") return undefined;
  const rest = top.where.of.filter((condition) => JSON.stringify(condition) !== base);
  if (rest.length === top.where.of.length || rest.length === 0) return undefined;
  return conditionPhrase(rest.length === 1 ? rest[0]! : { kind: "all", of: rest }, records, contract.currency);
}

/** A comparison with a blank cell is neither true nor false, so such a row does not count. */
function blankCells(metric: Metric, { contract }: Reader): Block[] {
  const blank = contract.tallies
    .filter(({ name, where }) => metric.tallies.includes(name) && where)
    .flatMap(({ records, where }) => {
      const set = contract.records.find(({ name }) => name === records);
      return fieldsIn(where!).filter((field) => set?.fields.find(({ name }) => name === field)?.mayBeMissing);
    });
  const names = [...new Set(blank)].map(plainName);
  return names.length === 0
    ? []
    : [
        note(
          text(`A row in which ${names.join(" or ")} is blank does not meet a condition on it, and does not count.`),
        ),
      ];
}

function levels(metric: Metric, reader: Reader): Clause[] {
  const { unit } = reader.node(metric.node);
  const shown = (value: string): string => amount(Rational.parse(value), unit);
  const said = [
    metric.baseline === undefined ? undefined : `The baseline is ${shown(metric.baseline)}.`,
    metric.target === undefined ? undefined : `The target is ${shown(metric.target)}.`,
    metric.better === undefined ? undefined : `A ${metric.better} value is better.`,
  ].filter((sentence) => sentence !== undefined);
  const range =
    metric.range &&
    `A value outside the range from ${bare(Rational.parse(metric.range.from), unit)} to ${shown(metric.range.to)} is an error in the data.`;
  const decimals =
    metric.decimals === undefined
      ? undefined
      : `It is printed to ${metric.decimals} decimal ${metric.decimals === 1 ? "place" : "places"}; the value itself is not rounded by that.`;
  const printed = [range, decimals].filter((sentence) => sentence !== undefined);
  return [said, printed]
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => clause(text(sentences.join(" "))));
}

function provenance(metric: Metric, reader: Reader): Clause[] {
  const { contract } = reader;
  const source = metric.dataSource === undefined ? [] : [clause(text(`Its source is: ${metric.dataSource}.`))];
  const owner =
    metric.owner === undefined
      ? []
      : [clause(say`${whoIs(metric.owner, contract)} owns it and answers for reporting it.`)];
  const needs = metric.needs
    ? [
        clause(
          text(
            `It needs at least ${groupDigits(metric.needs.atLeast)} ${plainName(metric.needs.of)} below the line; with fewer it counts as not reported.`,
          ),
        ),
      ]
    : [];
  const missing = metric.policy
    ? declaredSentence(metric.name, metric.policy, reader)
    : text("What happens if it is not reported is said in each payment that uses it.");
  return [...source, ...owner, ...needs, clause(missing)];
}
