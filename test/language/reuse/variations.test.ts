import assert from "node:assert/strict";
import { checkAmong, HEADER, said } from "./files.js";

const contract = `contract wardle "Wardle" {${HEADER}
  figure mishaps : number, during each year, if not reported defer to reconciliation
  payment core each quarter { pays £100 paid to gps }
  payment outcomes each year {
    pool     £10,000
    weight   60% on mishaps, scaled 0% at 40, 100% at 30
    weight   40% on mishaps times 2, tiered 100% when below 70, otherwise 0%
    then cap: at most £9,000
    paid to  gps
  }
}
`;
const deed = (lines: string, effective = "1 April 2028"): string =>
  `variation deed-1 of wardle {\n  effective ${effective}\n${lines}\n}\n`;
const plain = (model: unknown): unknown =>
  JSON.parse(JSON.stringify(model, (key, value) => (key === "source" ? undefined : value)));

describe("a contract as its deeds leave it", function () {
  this.timeout(300_000);
  const changes = deed(`  change payment outcomes "Incentive" { weight 60% on mishaps, scaled 0% at 38, 100% at 28 }
  add payment flat each year { pays £7 paid to gps }
  remove payment core
  remove step cap from outcomes`);

  it("is a text that checks clean and means what the deed leaves", async () => {
    const [checked] = await checkAmong({ "wardle.concordat": contract, "deed.concordat": changes });
    const [before, after] = checked!.inForce.wardle!;
    assert.deepEqual([before!.from, after!.from], ["2026-04-01", "2028-04-01"]);
    const [again] = await checkAmong({ "consolidated.concordat": after!.text });
    assert.deepEqual(said([again!]), []);
    assert.deepEqual(plain(again!.contracts[0]), plain(after!.contract));
    assert.deepEqual(
      again!.contracts[0]!.payments.map(({ name, title }) => [name, title]),
      [
        ["outcomes", "Incentive"],
        ["flat", undefined],
      ],
    );
  });

  it("is the contract's own text where nothing has taken effect", async () => {
    const [checked] = await checkAmong({ "wardle.concordat": contract, "deed.concordat": changes });
    assert.equal(checked!.inForce.wardle![0]!.text, contract);
  });

  it("says of every line in which file it stands", async () => {
    const [checked] = await checkAmong({ "wardle.concordat": contract, "deed.concordat": changes });
    const { payments } = checked!.inForce.wardle![1]!.contract;
    const flat = payments.find(({ name }) => name === "flat")!;
    assert.equal(flat.source.file, "deed.concordat");
    assert.equal(changes.slice(flat.source.offset).startsWith("payment flat"), true);
    const outcomes = payments.find(({ name }) => name === "outcomes")!;
    assert.equal(contract.slice(outcomes.source.offset).startsWith("payment outcomes"), true);
  });

  it("puts changed amounts by days where a deed cuts a period, and only there", async () => {
    const cut = deed(
      "  change payment outcomes { pool £20,000 }",
      "1 October 2027, metrics measured over the whole year",
    );
    const [checked] = await checkAmong({ "wardle.concordat": contract, "deed.concordat": cut });
    const [, after] = checked!.inForce.wardle!;
    const dated = (model: typeof after): string[][] =>
      Object.values(model!.across!.nodes).flatMap((node) =>
        node.kind === "dated" && node.id.startsWith("outcomes")
          ? [node.rows.map(({ from, value }) => `${from} ${value}`)]
          : [],
      );
    assert.deepEqual(dated(after), [["null 10000", "2027-10-01 20000"]]);
    assert.equal(after!.text.includes("£20,000 from"), false);
  });
});

describe("what a deed cannot do is said in the deed", function () {
  this.timeout(300_000);
  const cases: { readonly mistake: string; readonly deed: string; readonly says: readonly string[] }[] = [
    {
      mistake: "no day from which it is in force",
      deed: "variation deed-1 of wardle { remove payment core }\n",
      says: ['deed.concordat:1 deed-1 needs a line "effective 1 October 2027".'],
    },
    {
      mistake: "a day outside the term",
      deed: deed("  remove payment core", "1 April 2031"),
      says: ["deed.concordat:2 deed-1 takes effect on 1 April 2031; the term runs from 1 April 2026 to 31 March 2030."],
    },
    {
      mistake: "a payment that the contract does not have",
      deed: deed("  change payment visits { pays £1 }"),
      says: ["deed.concordat:3 wardle has no payment visits on that day."],
    },
    {
      mistake: "a thing that is there already",
      deed: deed("  add payment core each year { pays £1 paid to gps }"),
      says: ["deed.concordat:3 wardle has payment core already."],
    },
    {
      mistake: "weights that no longer make a whole",
      deed: deed("  remove weight on mishaps from outcomes"),
      says: [
        "deed.concordat:3 With deed-1 the contract has a mistake. The weights of outcomes add up to 40%, 60% short of the whole.",
      ],
    },
    {
      mistake: "what another line still reads",
      deed: deed("  remove figure mishaps"),
      says: [
        "deed.concordat:3 With deed-1 the contract has a mistake. There is no metric called mishaps in this contract.",
        "deed.concordat:3 With deed-1 the contract has a mistake. There is no value called mishaps in this contract.",
      ],
    },
    {
      mistake: "a mistake in its own words",
      deed: deed("  change payment outcomes { pool 30% }"),
      says: ["deed.concordat:3 A pool must be money (GBP), but this is a percentage."],
    },
    {
      mistake: "a day inside a period, without a word on how outcomes are measured",
      deed: deed("  change payment outcomes { weight 60% on mishaps, scaled 0% at 38, 100% at 28 }", "1 October 2027"),
      says: [
        "deed.concordat:2 deed-1 takes effect on 1 October 2027, inside 2027/28, a period of outcomes, and does not say how metrics are measured then.",
      ],
    },
    {
      mistake: "shares that change inside a period",
      deed: deed("  change payment outcomes { paid to icb }", "1 October 2027, metrics measured over the whole year"),
      says: [
        "deed.concordat:3 deed-1 takes effect on 1 October 2027, inside 2027/28: paid in outcomes cannot change inside a period.",
      ],
    },
    {
      mistake: "a contract that is not there",
      deed: deed("  remove payment core").replace("of wardle", "of wardel"),
      says: ["deed.concordat:1 There is no contract called wardel. Did you mean wardle?"],
    },
  ];
  for (const { mistake, deed: text, says } of cases) {
    it(mistake, async () =>
      assert.deepEqual(said(await checkAmong({ "wardle.concordat": contract, "deed.concordat": text })), says),
    );
  }

  it("two deeds of one day that touch one thing: the later by file is told", async () => {
    const first = deed("  change payment outcomes { pool £1 }");
    const second = first.replace("variation deed-1", "variation deed-2").replace("pool £1 }", "pool £2 }");
    const folder = { "wardle.concordat": contract, "a.concordat": first, "b.concordat": second };
    assert.deepEqual(said(await checkAmong(folder)), [
      "b.concordat:3 deed-2 and deed-1 both touch pool in outcomes, and both take effect on 1 April 2028.",
    ]);
  });

  it("two deeds of one day that touch different lines both apply", async () => {
    const first = deed("  change payment outcomes { pool £1,000 }");
    const second = deed("  change payment outcomes { then cap: at most £900 }").replace(
      "variation deed-1",
      "variation deed-2",
    );
    const [checked, ...others] = await checkAmong({
      "wardle.concordat": contract,
      "a.concordat": first,
      "b.concordat": second,
    });
    assert.deepEqual(said([checked!, ...others]), []);
    assert.deepEqual(
      checked!.inForce.wardle![1]!.deeds.map(({ name }) => name),
      ["deed-1", "deed-2"],
    );
    assert.match(checked!.inForce.wardle![1]!.text, /pool £1,000\n[\s\S]*at most £900/);
  });
});
