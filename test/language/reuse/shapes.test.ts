import assert from "node:assert/strict";
import { hover, offered } from "../editor/asking.js";
import { checkAmong, HEADER, said } from "./files.js";

const SHAPE = `shape two-step "Half, then all" with lower percentage, upper percentage as
    tiered 100% when at least upper, 50% when from lower to below upper, otherwise 0%`;
const library = `library steps "Shapes of payment" {
  source "The commissioners' handbook"
  ${SHAPE}
  shape until "Nothing from a place on" with end percentage as scaled 100% at 0%, 0% at end
}
`;
const contract = (weight: string, ...items: readonly string[]): string => `import steps from "./steps.concordat"
contract wardle "Wardle" {${HEADER}
  figure experience "Experience" : percentage, during each year, if not reported defer to reconciliation
  define eighty as 80%
  ${items.join("\n  ")}
  payment outcomes each year {
    pool £10,000
    weight ${weight}
    paid to gps
  }
}
`;
const check = async (text: string) => {
  const [checked] = await checkAmong({ "wardle.concordat": text, "steps.concordat": library }, "wardle.concordat");
  return checked!;
};
/** A contract's nodes without their places and without the names of what a shape was given. */
const rules = async (weight: string): Promise<unknown> => {
  const checked = await check(contract(weight));
  assert.deepEqual(said([checked]), []);
  return JSON.parse(
    JSON.stringify(checked.contracts[0]!.nodes, (key, value) => (["source", "name"].includes(key) ? undefined : value)),
  );
};

describe("a shape with parameters", function () {
  this.timeout(300_000);
  it("means what it would if it were written out", async () => {
    assert.deepEqual(
      await rules("100% on experience, steps.two-step with lower 80%, upper 85%"),
      await rules("100% on experience, tiered 100% when at least 85%, 50% when from 80% to below 85%, otherwise 0%"),
    );
  });

  it("takes its parameters in any order, and names as well as amounts", async () => {
    assert.deepEqual(
      await rules("100% on experience, steps.two-step with upper 85%, lower 80%"),
      await rules("100% on experience, steps.two-step with lower 80%, upper 85%"),
    );
    const checked = await check(contract("100% on experience, steps.two-step with lower eighty, upper eighty plus 5%"));
    assert.deepEqual(said([checked]), []);
  });

  it("is explained at the line that uses it", async () => {
    const text = contract("100% on experience, steps.two-step with lower 80%, upper 85%");
    const checked = await check(text);
    const tiers = Object.values(checked.contracts[0]!.nodes).find(({ kind }) => kind === "tiered")!;
    const { file, offset, length } = tiers.source;
    assert.deepEqual(
      { file, text: text.slice(offset, offset + length) },
      { file: undefined, text: "two-step with lower 80%, upper 85%" },
    );
  });

  it("is wrong at the line that uses it, with the library's line beside it", async () => {
    const checked = await check(contract("100% on experience, steps.until with end 0%"));
    const [finding, ...others] = checked.findings;
    assert.deepEqual(others, []);
    assert.equal(finding!.id, "points-share-place");
    assert.equal(finding!.range.line, 16);
    assert.deepEqual(
      finding!.related!.map(({ file, message, range }) => ({ file, message, line: range.line })),
      [{ file: "steps.concordat", message: "The shape until says this.", line: 5 }],
    );
  });

  it("may be used twice in one payment, with other values", async () => {
    const checked = await check(
      contract(
        "50% on experience, steps.two-step with lower 80%, upper 85%\n    weight 50% on experience, two-step with lower 70%, upper 75%",
        SHAPE.replace("shape two-step", "shape half-way"),
      ).replace("experience, two-step", "experience, half-way"),
    );
    assert.deepEqual(said([checked]), []);
  });

  it("is looked at in the library, where nothing uses it", async () => {
    const files = await checkAmong({ "steps.concordat": library.replace("upper percentage", "upper money") });
    assert.deepEqual(said(files), ["steps.concordat:4 Money (GBP) cannot be compared with a percentage."]);
  });
});

describe("an editor with a shape with parameters", function () {
  this.timeout(300_000);
  const using = contract("100% on experience, two-step with ", SHAPE).replace(/^import.*\n/, "");

  it("offers the parameters by name", async () => {
    assert.deepEqual(await offered(using.replace("two-step with ", "two-step with ‸")), ["lower", "upper"]);
  });

  it("offers the shape where a shape may stand", async () => {
    assert.ok((await offered(using.replace("two-step with ", "‸"))).includes("two-step"));
  });

  it("shows what a parameter is, and the whole shape", async () => {
    const whole = using.replace("two-step with ", "two-step with lower 80%, upper 85%");
    const parameter = await hover(whole.replace("with lower 80%", "with lo‸wer 80%"));
    assert.match(
      parameter!,
      /\*\*lower\*\*, parameter\n\nUsed twice: in `two-step` and `outcomes`\.\n\n```concordat\nlower percentage\n```/,
    );
    const shape = await hover(whole.replace("experience, two-step", "experience, two-‸step"));
    assert.match(shape!, /\*\*Half, then all\*\*, shape/);
    assert.match(shape!, /when from lower to below upper/);
  });
});
