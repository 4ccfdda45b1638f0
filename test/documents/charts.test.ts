import { deepEqual, equal, match, ok } from "node:assert/strict";
import { payoffCurve, payoffCurves } from "@concordat/documents";
import type { ContractModel } from "@concordat/model";
import { contractIn } from "./contract-file.js";
import { alliance } from "./contracts/alliance.js";
import { everyElement, type Markup, readMarkup, wordsOf } from "./markup.js";

const labels = (svg: Markup): string[] => everyElement(svg, "text").map(wordsOf);
const drawn = (contract: ContractModel, payment: string): Markup[] =>
  payoffCurves(contract, payment).map(({ svg }) => readMarkup(svg));

describe("a payoff curve", () => {
  const contract = alliance();

  it("draws each weight of a pool in pounds over its metric, with baseline and target", () => {
    const [line, steps] = drawn(contract, "outcomes");
    deepEqual(labels(line!), [
      "£0",
      "£480,000",
      "190 target",
      "215.4 baseline",
      "Earned (GBP)",
      "Emergency admissions at 65 and over, pe… (spells per 1,000 people)",
    ]);
    deepEqual(labels(steps!).slice(0, 6), ["£0", "£180,000", "£360,000", "12%", "13.5%", "14.1% baseline"]);
  });

  it("draws steps with a full end where the value belongs and a ring where it does not", () => {
    const [, steps] = drawn(contract, "outcomes");
    const ends = everyElement(steps!, "circle").map(({ attributes }) => (attributes.fill === "none" ? "ring" : "full"));
    // Below 12%, from 12% to below 13.5%, then the rest: each edge belongs to the step on its right.
    deepEqual(ends, ["ring", "full", "ring", "full"]);
  });

  it("draws marginal parts of a value as percentages of it", () => {
    const [gain, loss] = drawn(contract, "gain-loss");
    deepEqual(labels(gain!).slice(0, 4), ["0%", "4%", "2%", "10%"]);
    deepEqual(labels(loss!).slice(0, 4), ["0%", "1.2%", "2%", "5%"]);
    match(labels(gain!).join(" "), /Amount \(% of Target cost\)/);
  });

  it("never has an axis without a unit", async function () {
    this.timeout(300_000);
    const programme = await contractIn("test/documents/summaries/programme.concordat");
    const every = [contract, programme].flatMap((one) => one.payments.flatMap(({ name }) => drawn(one, name)));
    ok(every.length >= 8);
    for (const svg of every) for (const axis of labels(svg).slice(-2)) match(axis, /^\S.* \(\S.*\)$/);
  });

  it("has a title and a description whose ids are its own", () => {
    const svgs = contract.payments.flatMap(({ name }) => drawn(contract, name));
    const ids = svgs.flatMap((svg) => everyElement(svg).flatMap(({ attributes }) => attributes.id ?? []));
    equal(new Set(ids).size, 2 * svgs.length);
  });

  it("is not there for a payment of one amount, or for a payment that the contract does not have", () => {
    equal(payoffCurve(contract, "core"), undefined);
    equal(payoffCurve(contract, "nothing-of-the-kind"), undefined);
    equal(payoffCurve(contract, "outcomes", 3), undefined);
  });
});
