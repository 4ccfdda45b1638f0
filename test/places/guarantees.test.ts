import assert from "node:assert/strict";
import { checkGuarantee } from "@concordat/model";
import { sound, written } from "./contract.js";

const CONTRACT = `
  records stays dated by ended { person pseudonym  ended date  back yes or no }
  metric returns {
    share of stays counting those where back
    measured each year  better lower  range from 0% to 100%, shown to 1 decimal  baseline 14%  target 12%
    if not reported defer to reconciliation
  }
  figure cost : money, during each year, if not reported defer to reconciliation
  payment steady each year { pool £100,000  weight 100% on returns, scaled 0% at baseline, 100% at target  paid to trust 80%, charity 20% }
  payment jumpy each year { pool £100,000  weight 100% on returns, tiered 100% when at most 12%, otherwise 0%  paid to trust }
  payment wrong-way each year { pool £100,000  weight 100% on returns, tiered 50% when at most 12%, otherwise 80%  paid to trust }
  payment loss each year { pays cost  paid by trust 50%, charity 50% }
  example one { in 2026/27  given returns 13%, cost £1,000  expect steady earns £50,000 }
`;

/** What each claim comes to on the one example. */
async function tested(claims: string): Promise<Record<string, string>> {
  const contract = await sound(`${CONTRACT}\n${claims}`);
  return Object.fromEntries(
    contract.guarantees!.map((guarantee) => [guarantee.name, checkGuarantee(contract, guarantee).sentence]),
  );
}
const PROVED = "Proved for every outcome that can happen.";

describe("what must always hold", () => {
  it("bounds what is paid in all, to the pound", async () => {
    // Steady and jumpy in full and half of wrong-way, or nothing and four fifths; the worked example lies in between.
    const sentences = await tested(`
      always a : total paid each year at most £280,000
      always b : total paid each year at most £128,999.99
      always c : total paid each year at most £249,999.99
      always d : total paid each year at most £260,000`);
    assert.equal(sentences.a, PROVED);
    assert.equal(
      sentences.b,
      "Broken in one: The commissioners pay £129,000 in 2026/27, and promised is at most £128,999.99.",
    );
    assert.match(
      sentences.c!,
      /^Broken in 2026\/27 with cost £0, returns \d+%: The commissioners pay £250,000 in 2026\/27, and promised is at most £249,999\.99\.$/,
    );
    // It holds, but the bounds look at each payment by itself.
    assert.match(sentences.d!, /^Held on 1 worked example and on \d+ other outcomes, .+; not proved\.$/);
  });
  it("bounds what each party pays or receives, under one payment or in all", async () => {
    const sentences = await tested(`
      always a : for each provider, what it pays under loss each year at most £500
      always b : for each provider, what it pays under steady each year at most what it receives
      always c : for each provider, what it receives under steady each year at least £20,000
      always d : for each provider, what it receives under steady each year at most £80,000`);
    assert.match(sentences.a!, /^Broken in 2026\/27 with cost £[\d,]+, returns \d+%: Trust pays under loss £/);
    assert.equal(sentences.b, PROVED);
    assert.equal(
      sentences.c,
      "Broken in one: Charity receives under steady £10,000 in 2026/27, and promised is at least £20,000.",
    );
    assert.equal(sentences.d, PROVED);
  });
  it("finds a payment that falls when the metric improves, though no example stands at its edge", async () => {
    const sentences = await tested(`
      always a : steady does not fall when returns improves
      always b : jumpy does not fall when returns falls
      always c : wrong-way does not fall when returns improves
      always d : steady does not rise when returns worsens`);
    assert.deepEqual([sentences.a, sentences.b, sentences.d], [PROVED, PROVED, PROVED]);
    assert.match(sentences.c!, /^Broken in one: wrong-way is £50,000 at 12% of returns, and £80,000 at 12\.1%\.$/);
  });
  it("finds a cliff, and lets a slope pass that is no steeper than promised", async () => {
    const sentences = await tested(`
      always a : no change of returns by less than 0.1% moves steady by more than £5,000
      always b : no change of returns by less than 0.1% moves jumpy by more than £99,999
      always c : no change of returns by less than 0.1% moves steady by more than £4,000`);
    assert.equal(sentences.a, PROVED);
    assert.match(sentences.b!, /^Broken in one: jumpy is £100,000 at 12% of returns, and £0 at /);
    assert.match(sentences.c!, /^Broken in one: steady is /);
  });
  it("keeps a pool", async () => {
    assert.deepEqual(await tested("always a : steady keeps within its pool"), { a: PROVED });
  });
  it("finds figures that break it where no example can tell, and they settle to what is said", async () => {
    const contract = await sound(
      `${CONTRACT.replace(", cost £1,000", "")}\nalways a : total paid each year at most £240,000`,
    );
    const { verdict, passed, counterexample } = checkGuarantee(contract, contract.guarantees![0]!);
    assert.deepEqual([verdict, passed, counterexample!.period], ["refuted", false, "2026/27"]);
    assert.deepEqual(
      counterexample!.figures.map(({ name }) => name),
      ["cost", "returns"],
    );
    assert.match(counterexample!.sentence, /£250,000/);
  });
  it("is not said of a metric that gets neither better nor worse, nor of another unit", async () => {
    const plain = CONTRACT.replace("better lower", "");
    assert.deepEqual((await written(`${plain} always a : steady does not fall when returns improves`)).ids, [
      "line-missing",
    ]);
    const money = "always a : no change of returns by less than £1 moves steady by more than £1";
    assert.deepEqual((await written(`${CONTRACT} ${money}`)).ids, ["wrong-unit"]);
    const nothing = "always a : no change of returns by less than 0% moves steady by more than £1";
    assert.deepEqual((await written(`${CONTRACT} ${nothing}`)).ids, ["change-of-nothing"]);
  });
});
