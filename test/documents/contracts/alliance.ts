import { type ContractModel, counted, type LineConstruct, type PaymentLine, type Unit } from "@concordat/model";
import { Builder, percent, shares } from "../../model/build.js";

/**
 * A neighbourhood alliance: two commissioners, three providers, a block payment, a pool on three metrics and a share of
 * gains and losses. It has a sentence of nearly everything that a summary can say.
 */
export function alliance(): ContractModel {
  const b = new Builder({ to: "2031-03-31", settled: "quarter" });
  const { model } = b;
  Object.assign(model, {
    name: "rochdale-alliance",
    title: "Rochdale Integrated Neighbourhood Alliance",
    reference: "RINA/2026/01",
    parties: [
      {
        name: "icb",
        title: "NHS Greater Manchester Integrated Care Board",
        role: "commissioner",
        ods: "QOP",
        contributes: "0.62",
        source: b.source(),
      },
      {
        name: "council",
        title: "Rochdale Borough Council",
        role: "commissioner",
        contributes: "0.38",
        source: b.source(),
      },
      {
        name: "trust",
        title: "Northern Care Alliance NHS Foundation Trust",
        role: "provider",
        ods: "RM3",
        source: b.source(),
      },
      { name: "gps", title: "Rochdale Health Alliance", role: "provider", source: b.source() },
      { name: "vcfse", title: "Action Together", role: "provider", source: b.source() },
    ],
    groups: [
      {
        name: "alliance",
        title: "The providers",
        source: b.source(),
        members: [
          { party: "trust", share: "0.55" },
          { party: "gps", share: "0.3" },
          { party: "vcfse", share: "0.15" },
        ],
      },
    ],
  });
  inputs(b);

  const providers = { ...shares({ trust: 55, gps: 30, vcfse: 15 }), group: "alliance" };
  const commissioners = shares({ icb: 62, council: 38 });
  const line = (construct: LineConstruct, node: string, label?: string): PaymentLine => ({
    construct,
    node,
    source: b.source(),
    ...(label ? { label } : {}),
  });

  const target = b.node("dated", {
    name: "target-cost",
    title: "Target cost",
    rows: [
      { from: null, value: "48000000" },
      { from: "2027-04-01", value: "49488000" },
      { from: "2028-04-01", value: "51022128" },
      { from: "2029-04-01", value: "52603813.968" },
      { from: "2030-04-01", value: "54234532.201008" },
    ],
    flow: "year",
    uplift: { rate: "0.031", month: 4, day: 1, from: 2027 },
  });
  const cost = b.node("present", {
    of: b.figure("actual-cost", undefined, "quarter"),
    policy: { kind: "defer", source: b.source() },
    grain: "quarter",
  });
  Object.assign(model.figures.at(-1)!, {
    title: "Cost of the alliance's services",
    type: { type: "money" },
    policy: { kind: "defer", source: b.source() },
  });
  const yearCost = b.node("span", { of: cost, each: "quarter", how: "add", name: "actual-cost" });

  const { rate, readmission, experience } = metrics(b);

  const core = b.node("dated", {
    rows: [
      { from: null, value: "12000000" },
      { from: "2027-04-01", value: "12372000" },
    ],
    flow: "quarter",
    uplift: { rate: "0.031", month: 4, day: 1, from: 2027 },
  });
  b.payment("core", [b.branch(core, { lines: [line("pays", core)], receivers: providers, payers: commissioners })], {
    title: "Core services",
    each: "quarter",
  });

  const none = b.percent("0");
  const half = b.percent("0.5");
  const all = b.percent("1");
  const fewer = b.scaled(rate, [none, b.constant("215.4", perThousand)], [all, b.constant("190", perThousand)]);
  const low = b.percent("0.12");
  const middle = b.all(b.test(readmission, "at-least", low), b.test(readmission, "below", b.percent("0.135")));
  const tier = b.tiered(
    readmission,
    [
      [all, b.test(readmission, "below", low)],
      [half, middle],
    ],
    none,
  );
  const good = b.tiered(experience, [[all, b.test(experience, "at-least", b.percent("0.85"))]], none);
  const pool = b.constant("1200000");
  const weight = (share: string, on: string, achievement: string, sharesWeight = false) => ({
    weight: share,
    on,
    achievement,
    sharesWeight,
    source: b.source(),
  });
  const earned = b.node("pool", {
    pool,
    weights: [
      weight(
        "0.4",
        "emergency-rate",
        b.node("present", { of: fewer, policy: { kind: "defer", source: b.source() }, unit: percent }),
      ),
      weight("0.3", "readmission", tier),
      weight("0.3", "experience", good, true),
    ],
  });
  b.payment(
    "outcomes",
    [b.branch(earned, { lines: [line("pool", earned)], receivers: providers, payers: commissioners })],
    { title: "Outcome incentive", pool },
  );

  const slice = (part: "first" | "next", rateOf: string, width: string) => ({
    part,
    rate: b.percent(rateOf),
    width: b.times(b.percent(width), target),
  });
  const rest = { part: "rest" as const, rate: none };
  const saving = b.node("compares", { actual: yearCost, expected: target, side: "below" });
  const shared = b.node("banded", {
    x: saving,
    slices: [slice("first", "0", "0.02"), slice("next", "0.5", "0.08"), rest],
  });
  const gate = b.test(
    b.node("payment-value", { payment: "outcomes", reads: "earned", each: "year" }),
    "at-least",
    b.times(b.percent("0.6"), b.node("payment-value", { payment: "outcomes", reads: "pool", each: "year" })),
  );
  const gain = b.node("only-when", { when: gate, rest: shared });
  const overspend = b.node("compares", { actual: yearCost, expected: target, side: "above" });
  const borne = b.node("banded", {
    x: overspend,
    slices: [slice("first", "0", "0.02"), slice("next", "0.4", "0.03"), rest],
  });
  const its = b.node("payment-value", { payment: "core", reads: "party", each: "quarter", axes: ["party"] });
  const limits = [{ on: "pays" as const, limit: b.times(b.percent("0.05"), its), excess: "icb", source: b.source() }];
  b.payment(
    "gain-loss",
    [
      b.branch(gain, {
        when: "below",
        compares: saving,
        lines: [line("only-when", gain), line("banded", shared)],
        receivers: providers,
        payers: commissioners,
      }),
      b.branch(borne, {
        when: "above",
        compares: overspend,
        lines: [line("banded", borne)],
        receivers: commissioners,
        payers: providers,
        direction: "by",
        limits,
      }),
    ],
    { title: "Gain and loss share" },
  );
  worked(b);
  prose(b);
  return b.done();
}

const perThousand: Unit = { kind: "quantity", dims: { spells: 1, people: -1 }, per: "1000" };

function inputs(b: Builder): void {
  const field = (
    name: string,
    type: ContractModel["records"][number]["fields"][number]["type"],
    mayBeMissing = false,
  ) => ({ name, type, mayBeMissing, source: b.source() });
  b.model.records.push({
    name: "spells",
    title: "Hospital spells",
    datedBy: "discharged",
    source: b.source(),
    fields: [
      field("person", { type: "pseudonym" }),
      field("discharged", { type: "date" }, true),
      field("method", { type: "category", values: ["elective", "emergency", "maternity"] }),
      field("age", { type: "whole", from: "0", to: "120" }),
      field("cost", { type: "money" }),
      field("readmitted", { type: "category", values: ["no", "within-30-days"] }),
    ],
  });
}

function metrics(b: Builder) {
  const { model } = b;
  const tally = (metric: string, end: string, where?: ContractModel["tallies"][number]["where"]): string => {
    const name = `${metric}.${end}`;
    model.tallies.push({
      name,
      metric,
      aggregate: "count",
      records: "spells",
      by: [],
      each: ["year"],
      source: b.source(),
      ...(where ? { where } : {}),
    });
    return b.node("given", { input: name, of: "tally", unit: counted("spells"), grain: "year" });
  };
  const is = (field: string, value: string) => ({
    kind: "compare" as const,
    field,
    comparison: "is" as const,
    value: { type: "name" as const, value },
  });
  const old = {
    kind: "compare" as const,
    field: "age",
    comparison: "at-least" as const,
    value: { type: "number" as const, value: "65" },
  };

  const people = b.figure("lists.registered-65", counted("people"), "quarter");
  Object.assign(model.figures.at(-1)!, {
    file: "lists",
    column: "registered-65",
    type: { type: "count", of: "people" },
    timing: "at-end",
  });
  const average = b.node("span", { of: people, each: "quarter", how: "average", unit: counted("people") });
  const top = tally("emergency-rate", "numerator", { kind: "all", of: [is("method", "emergency"), old] });
  const quotient = b.node("divided", { top, bottom: average, scale: "1000", unit: perThousand });
  const rate = b.node("metric", {
    metric: "emergency-rate",
    of: quotient,
    name: "emergency-rate",
    unit: perThousand,
    grain: "year",
  });
  model.metrics.push({
    name: "emergency-rate",
    title: "Emergency admissions at 65 and over, per 1,000 people of that age",
    kind: "rate",
    node: rate,
    tallies: ["emergency-rate.numerator"],
    each: "year",
    axes: [],
    better: "lower",
    range: { from: "0", to: "1000" },
    decimals: 1,
    baseline: "215.4",
    target: "190",
    dataSource: "SUS+ admitted patient care, freeze",
    owner: "trust",
    policy: { kind: "defer", source: b.source() },
    source: b.source(),
  });

  const known = { kind: "known" as const, field: "discharged" };
  const bottom = tally("readmission", "denominator", known);
  const back = tally("readmission", "numerator", { kind: "all", of: [known, is("readmitted", "within-30-days")] });
  const share = b.node("divided", { top: back, bottom, unit: percent });
  const inner = b.node("metric", {
    metric: "readmission",
    of: share,
    name: "readmission",
    unit: percent,
    grain: "year",
    needs: { atLeast: "100", tally: bottom, what: "spells" },
  });
  const hold = { kind: "hold" as const, first: b.percent("0.141"), source: b.source() };
  const readmission = b.node("present", { of: inner, policy: hold, unit: percent });
  model.metrics.push({
    name: "readmission",
    title: "Emergency readmission within 30 days",
    kind: "share",
    node: inner,
    tallies: ["readmission.numerator", "readmission.denominator"],
    each: "year",
    axes: [],
    better: "lower",
    range: { from: "0", to: "1" },
    decimals: 2,
    baseline: "0.141",
    needs: { atLeast: "100", of: "spells", tally: bottom },
    policy: hold,
    source: b.source(),
  });
  const experience = b.metric("experience");
  Object.assign(model.metrics.at(-1)!, {
    title: "Patient experience",
    better: "higher",
    baseline: "0.78",
    target: "0.85",
    policy: { kind: "share-weight", source: b.source() },
  });
  Object.assign(model.tallies.at(-1)!, { records: "spells" });
  return { rate, readmission, experience };
}

function worked(b: Builder): void {
  const given = (input: string, value: string | null, unit: Unit) => ({
    input,
    of: {},
    value,
    unit,
    source: b.source(),
  });
  const pounds: Unit = { kind: "quantity", dims: { GBP: 1 } };
  b.model.examples.push({
    name: "good-year",
    title: "Every target is met",
    period: { kind: "year", label: "2026/27", from: "2026-04-01", to: "2027-04-01" },
    given: [
      given("emergency-rate", "188", perThousand),
      given("readmission", "0.112", percent),
      given("experience", null, percent),
      given("actual-cost", "46000000", pounds),
    ],
    expect: [
      { kind: "earns", subject: "outcomes", of: {}, value: "1200000", unit: pounds, source: b.source() },
      {
        kind: "receives",
        subject: "trust",
        payment: "gain-loss",
        of: {},
        value: "286000",
        unit: pounds,
        source: b.source(),
      },
      { kind: "not-determined", subject: "core", of: {}, source: b.source() },
    ],
    published: "Heads of terms, annex B",
    source: b.source(),
  });
}

function prose(b: Builder): void {
  b.model.clauses.push(
    {
      name: "no-dispute",
      title: "No dispute",
      kind: "clause",
      source: b.source(),
      parts: [
        { kind: "text", text: "\n    The Participants resolve every matter among themselves.\n\n    Payment under " },
        { kind: "reference", name: "gain-loss", title: "Gain and loss share" },
        { kind: "text", text: " is never withheld pending resolution.\n  " },
      ],
    },
    {
      name: "frozen-data",
      title: "Frozen data",
      kind: "definition",
      source: b.source(),
      parts: [
        { kind: "text", text: "The extracts of " },
        { kind: "reference", name: "spells", title: "Hospital spells" },
        { kind: "text", text: " frozen on the twentieth working day after the end of the year." },
      ],
    },
  );
}
