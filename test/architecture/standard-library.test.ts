import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkFiles } from "@concordat/language";
import { runExample } from "@concordat/model";
import { STANDARD_LIBRARY } from "../../packages/language/src/reuse/standard-library.js";
import { filesIn, root } from "./files.js";

const folder = path.join(root, "packages/language/library");
const files = filesIn(folder, /\.concordat$/).map((file) => path.basename(file));
const nameOf = (file: string): string => file.replace(/\.concordat$/, "");
const textOf = (file: string): string => readFileSync(path.join(folder, file), "utf8").replace(/\r\n/g, "\n");

describe("the libraries that come with the language", function () {
  this.timeout(300_000);

  it("are in the package as they stand in their folder: npm run standard-library changes nothing", () => {
    assert.deepEqual(STANDARD_LIBRARY, Object.fromEntries(files.sort().map((file) => [nameOf(file), textOf(file)])));
  });

  it("are in the manual as they stand in their folder, each thing with what it says", () => {
    const page = readFileSync(path.join(root, "docs/reference/standard-library.md"), "utf8");
    for (const file of files) {
      const section = page.split(`## std/${nameOf(file)}\n`)[1]?.split("\n## ")[0] ?? "";
      const things = [
        ...textOf(file).matchAll(/^ {2}(?:metric|define|shape|records|figures|table) ([\w-]+) "([^"]+)"/gm),
      ];
      const listed = [...section.matchAll(/^\| `([\w-]+)` \| \w+ \| (.+) \|$/gm)];
      assert.deepEqual(
        listed.map(([, name]) => name),
        things.map(([, name]) => name),
      );
      for (const [index, [, , says]] of things.entries()) assert.ok(listed[index]![2]!.startsWith(says!), says);
    }
  });

  it("have shapes that can be used, with amounts that show which part is shared", async () => {
    const [checked] = await checkFiles([{ file: "user.concordat", text: SHAPES }], () => undefined);
    assert.deepEqual(
      checked!.findings.map(({ message }) => message),
      [],
    );
    const contract = checked!.contracts[0]!;
    for (const example of contract.examples) assert.ok(runExample(contract, example).passed, example.name);
  });

  for (const file of files) {
    it(`${file} checks clean, says its source, and gives a title to all that it holds`, async () => {
      const text = textOf(file);
      const [checked] = await checkFiles([{ file, text }], () => undefined);
      assert.deepEqual(checked!.findings, []);
      assert.match(text, /^library [\w-]+ "[^"]+" \{\n {2}source "[^"]+"\n/);
      assert.deepEqual(
        [...text.matchAll(/^ {2}(?:metric|define|shape|records|figures) [\w-]+ (?!")/gm)].map(([line]) => line),
        [],
      );
    });

    it(`${file} can be used: every metric and every value`, async () => {
      const library = nameOf(file);
      const names = (kind: string): string[] =>
        [...textOf(file).matchAll(new RegExp(`^ {2}${kind} ([\\w-]+) `, "gm"))].map(([, name]) => name!);
      const contract = `import ${library} from "std/${library}"
contract user {
  currency GBP
  term from 1 April 2023 to 31 March 2026
  year starts 1 April
  settled each year
  rounding nearest penny, halves away from zero
  division by largest remainder
  commissioner icb
  provider gps
  ${names("metric")
    .map((name) =>
      `metric my-${name} is ${library}.${name} { baseline 30 target 20 }`.replace(
        /30 target 20/,
        /share of/.test(metricText(textOf(file), name)) ? "30% target 20%" : "30 target 20",
      ),
    )
    .join("\n  ")}
  ${names("define")
    .map((name, index) => `payment p${index} each year { pays ${moneyOf(library, name)} paid to gps }`)
    .join("\n  ")}
  ${names("metric")
    .map(
      (name, index) =>
        `payment q${index} each year { pool £10 weight 100% on my-${name}, scaled 0% at baseline, 100% at target paid to gps }`,
    )
    .join("\n  ")}
}
`;
      const [checked] = await checkFiles([{ file: "user.concordat", text: contract }], () => undefined);
      assert.deepEqual(
        checked!.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
        [],
      );
      assert.deepEqual(
        checked!.imports.map(({ file: name }) => name),
        [`std/${library}`],
      );
    });
  }
});

const SHAPES = `import share-ranges from "std/share-ranges"
import practice-points from "std/practice-points"
contract user {
  currency GBP
  term from 1 April 2023 to 31 March 2026
  year starts 1 April
  settled each year
  rounding nearest penny, halves away from zero
  division by largest remainder
  commissioner icb
  provider gps
  figure cost : money, during each year, if not reported defer to reconciliation
  figure uptake : percentage, during each year, if not reported defer to reconciliation
  define expected as £1,000,000 each year
  payment free each year {
    compares cost with expected
    if below { then share-ranges.free-then-share with target-price expected, free-range 2%, share-beyond 50%  paid to gps }
  }
  payment two each year {
    compares cost with expected
    if below {
      then share-ranges.two-ranges with target-price expected, first-range 10%, first-share 50%, rest-share 20%
      paid to gps
    }
  }
  payment three each year {
    compares cost with expected
    if below {
      then share-ranges.three-ranges with target-price expected, first-range 10%, first-share 50%, next-range 5%, next-share 30%, rest-share 0%
      paid to gps
    }
  }
  payment points each year {
    points 10 on uptake, practice-points.between-thresholds with lower 40%, upper 80%
    priced at practice-points.point-value
    paid to gps
  }
  example saved {
    in 2023/24
    given cost £800,000, uptake 60%
    expect free earns £90,000
    expect two earns £70,000
    expect three earns £65,000
    expect points earns £1,067.15
  }
}
`;

const metricText = (text: string, name: string): string =>
  text.slice(text.indexOf(`  metric ${name} `)).split("\n  }\n")[0]!;

/** A value of a library as money: a count or a price of a point is multiplied out. */
function moneyOf(library: string, name: string): string {
  if (name.startsWith("point-value")) return `£1 times ${library}.${name} divided by ${library}.${name}`;
  if (name === "average-list") return `£1 times ${library}.${name} divided by ${library}.${name}`;
  return `${library}.${name}`;
}
