import assert from "node:assert/strict";
import { checkAmong, HEADER, said } from "./files.js";

const library = `library care "Care" {
  records answers "Answers" dated by answered {
    person    pseudonym
    answered  date
    score     whole number from 0 to 10
  }
  metric asked "Asked" {
    share of  answers counting those where score at least 7
    measured  each year
    range     from 0% to 100%
    baseline  70%
    target    80%
    source    "Survey after each visit"
    if not reported  defer to reconciliation
  }
  define fee "Fee" as £60
}
`;

const contract = (items: string, imports = 'import care from "./shared/care.concordat"'): string =>
  `${imports}\ncontract wardle "Wardle" {${HEADER}\n${items}\n}\n`;

const using = contract(`  metric experience is care.asked { target 90%  owner gps }
  payment outcomes each year { pool £10,000  weight 100% on experience, scaled 0% at baseline, 100% at target  paid to gps }
  payment visit each year { pays care.fee  paid to gps }`);

describe("a contract takes from libraries", function () {
  this.timeout(300_000);
  it("has the library's lines, and its own in the place of those that begin alike", async () => {
    const [checked] = await checkAmong(
      { "wardle.concordat": using, "shared/care.concordat": library },
      "wardle.concordat",
    );
    assert.deepEqual(said([checked!]), []);
    const [model] = checked!.contracts;
    const { name, title, baseline, target } = model!.metrics[0]!;
    assert.deepEqual(
      { name, title, baseline, target },
      { name: "experience", title: "Asked", baseline: "0.7", target: "0.9" },
    );
    assert.deepEqual(
      model!.records.map((records) => records.name),
      ["answers"],
    );
  });

  it("is told where an import has no path yet, and nothing fails that reads from it", async () => {
    const [checked] = await checkAmong({
      "wardle.concordat": contract("  payment visit each year { pays care.fee  paid to gps }", "import care from"),
    });
    assert.equal(checked!.contracts.length, 0);
    assert.match(said([checked!]).join(), /wardle.concordat:\d+ /);
  });

  it("is the same model as a contract that has it all written out", async () => {
    const written = contract(
      `  metric experience "Asked" {
    share of  answers counting those where score at least 7
    measured  each year
    range     from 0% to 100%
    baseline  70%
    target    90%
    source    "Survey after each visit"
    owner     gps
    if not reported  defer to reconciliation
  }
  payment outcomes each year { pool £10,000  weight 100% on experience, scaled 0% at baseline, 100% at target  paid to gps }
  payment visit each year { pays fee  paid to gps }
  ${library.split("\n").slice(1, 6).join("\n")}
  define fee "Fee" as £60`,
      "",
    );
    const [taken] = await checkAmong(
      { "wardle.concordat": using, "shared/care.concordat": library },
      "wardle.concordat",
    );
    const [whole] = await checkAmong({ "wardle.concordat": written });
    const plain = (model: unknown): unknown =>
      JSON.parse(JSON.stringify(model, (key, value) => (key === "source" ? undefined : value)));
    assert.deepEqual(said([whole!]), []);
    assert.deepEqual(plain(taken!.contracts[0]), plain(whole!.contracts[0]));
  });

  it("says of every line where it was written", async () => {
    const [checked] = await checkAmong(
      { "wardle.concordat": using, "shared/care.concordat": library },
      "wardle.concordat",
    );
    const [records] = checked!.contracts[0]!.records;
    assert.deepEqual(
      { file: records!.source.file, text: library.slice(records!.source.offset, records!.source.offset + 15) },
      { file: "shared/care.concordat", text: "records answers" },
    );
    const [metric] = checked!.contracts[0]!.metrics;
    assert.equal(using.slice(metric!.source.offset).startsWith("metric experience is care.asked"), true);
    assert.equal(metric!.source.file, undefined);
  });

  it("names every file that it was read from, the near and the far", async () => {
    const far =
      'import care from "./care.concordat"\nlibrary more "More" { metric asked-more is care.asked { target 95% } }\n';
    const near = contract(
      `  metric experience is more.asked-more { owner gps }
  payment outcomes each year { pool £10,000  weight 100% on experience, scaled 0% at baseline, 100% at target  paid to gps }`,
      'import more from "./shared/more.concordat"',
    );
    const folder = { "wardle.concordat": near, "shared/more.concordat": far, "shared/care.concordat": library };
    const [checked] = await checkAmong(folder, "wardle.concordat");
    assert.deepEqual(said([checked!]), []);
    assert.equal(checked!.contracts[0]!.metrics[0]!.target, "0.95");
    assert.deepEqual(checked!.imports, [
      { file: "shared/more.concordat", text: far },
      { file: "shared/care.concordat", text: library },
    ]);
  });
});

describe("an import that leads nowhere is said", function () {
  this.timeout(300_000);
  const cases: {
    readonly mistake: string;
    readonly folder: Record<string, string>;
    readonly says: readonly string[];
  }[] = [
    {
      mistake: "a file that is not there",
      folder: { "a.concordat": 'import care from "./care.concordat"\n' },
      says: ['a.concordat:1 There is no file "./care.concordat" beside this one.'],
    },
    {
      mistake: "a path that climbs out of the folder, though the file is there",
      folder: { "in/a.concordat": 'import care from "../care.concordat"\n', "care.concordat": library },
      says: ['in/a.concordat:1 "../care.concordat" leads out of the folder of this file.'],
    },
    {
      mistake: "a file without a library",
      folder: {
        "a.concordat": 'import care from "./b.concordat"\n',
        "b.concordat": contract("payment p each year { pays £1 paid to gps }", ""),
      },
      says: ['a.concordat:1 "./b.concordat" holds no library.'],
    },
    {
      mistake: "a file that cannot be read",
      folder: { "a.concordat": 'import care from "./b.concordat"\n', "b.concordat": "library care { metric }\n" },
      says: [
        'a.concordat:1 "./b.concordat" has mistakes in its text, so nothing can be taken from it.',
        'b.concordat:1 Expected a name after "metric", found "}".',
      ],
    },
    {
      mistake: "two files that import each other",
      folder: {
        "a.concordat": 'import b from "./b.concordat"\nlibrary a { define x as b.y }\n',
        "b.concordat": 'import a from "./a.concordat"\nlibrary b { define y as £1 }\n',
      },
      says: [
        "a.concordat:1 This import leads back to its own file: ./b.concordat, then ./a.concordat.",
        "b.concordat:1 This import leads back to its own file: ./a.concordat, then ./b.concordat.",
      ],
    },
    {
      mistake: "one name for two libraries",
      folder: {
        "a.concordat": 'import care from "./care.concordat"\nimport care from "./care.concordat"\n',
        "care.concordat": library,
      },
      says: ['a.concordat:2 "care" is imported twice.'],
    },
    {
      mistake: "a name that the contract has itself",
      folder: {
        "wardle.concordat": contract(
          `  records answers dated by on { on date }
  metric experience is care.asked { target 90% }
  payment p each year { pays £1 paid to gps }`,
        ),
        "shared/care.concordat": library,
      },
      says: ['wardle.concordat:12 "answers" comes from care and is the name of something else in this contract.'],
    },
    {
      mistake: "a line that the library's records do not bear out",
      folder: {
        "wardle.concordat": contract(
          "  metric experience is care.asked { target £3 }\n  payment p each year { pays £1 paid to gps }",
        ),
        "shared/care.concordat": library,
      },
      says: ["wardle.concordat:11 A value of experience must be a percentage, but this is money (GBP)."],
    },
  ];
  for (const { mistake, folder, says } of cases) {
    it(mistake, async () => assert.deepEqual(said(await checkAmong(folder)), says));
  }
});

describe("a library is looked at by itself", function () {
  this.timeout(300_000);
  it("says what is wrong with its units, where it stands", async () => {
    const wrong = library.replace("target    80%", "target    £80");
    const messages = said(await checkAmong({ "shared/care.concordat": wrong }));
    assert.deepEqual(messages, [
      "shared/care.concordat:12 A value of asked must be a percentage, but this is money (GBP).",
    ]);
  });
});
