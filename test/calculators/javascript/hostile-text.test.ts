import assert from "node:assert/strict";
import { compileJavaScript } from "@concordat/calculators";
import type { ContractModel } from "@concordat/model";
import { Builder, inYear, pounds, row } from "../../model/build.js";
import { assertSameStatement } from "./agreement.js";
import { load } from "./load.js";

const HOSTILE = [
  '"; globalThis.broken = true; "',
  `\`$` + "{(globalThis.broken = true)}`",
  "*/ globalThis.broken = true; /*",
  "a\nglobalThis.broken = true;",
  "a\u2028globalThis.broken = true;\u2029",
  "</script><script>globalThis.broken = true</script>",
  "<!-- --> \\u0022 \\",
  "__proto__",
  "constructor",
  "settle",
  "await",
  "at",
  "n0_5",
  "",
  "日本語",
  "2nd",
];

/** One contract in which every word is hostile: its name, titles, inputs, rows, fields, keys and payments. */
function contractOf(texts: readonly string[]): ContractModel {
  const b = new Builder();
  b.model.name = texts[0]!;
  b.model.title = texts.join(" ");
  const rows = texts.map((text): [string, Record<string, string>] => [text, { kind: text }]);
  b.participants("practice", {}, []);
  b.model.participants[0]!.rows = rows.map(([key, values]) => ({ key, title: key, values }));
  const track = b.node("attribute", {
    of: "practice",
    field: "kind",
    axes: ["practice"],
    unit: { kind: "name", of: "kind" },
  });
  b.model.tables.push({
    name: "table",
    key: "kind",
    columns: [{ name: "fee", unit: pounds }],
    rows: texts.map((key, index) => ({ key, cells: { fee: `${100 + index}.5` } })),
    source: b.source(),
  });
  const fee = b.node("lookup", { table: "table", column: "fee", key: track, axes: ["practice"], name: texts.at(-1)! });
  for (const text of texts) {
    const cost = b.figure(text);
    b.model.nodes[cost] = { ...b.model.nodes[cost]!, title: text, label: text };
    b.payment(text, b.node("plus", { terms: [cost, b.constant("0.5")], name: text, title: text }), { title: text });
  }
  b.payment("fees", fee, { forEach: "practice" }, row("practice"));
  return b.done();
}

describe("the text of a contract", () => {
  const contract = contractOf(HOSTILE);
  const { code, types } = compileJavaScript(contract);

  it("never becomes code of the calculator", async () => {
    const calculator = await load(code);
    const values = HOSTILE.flatMap((name, index) => inYear(2026, { [name]: `${index}` }));
    assertSameStatement(contract, calculator, values, "2026/27");
    assert.equal("broken" in globalThis, false);
    assert.equal(calculator.contract.name, HOSTILE[0]);
    assert.equal(calculator.contract.title, HOSTILE.join(" "));
  });

  it("never ends a script, a comment or a line of the page that the calculator is written into", () => {
    for (const text of [code, types]) assert.doesNotMatch(text, /<\/script|<!--|[\u2028\u2029]/i);
  });

  it("is written the same every time", () => {
    assert.equal(compileJavaScript(contractOf(HOSTILE)).code, code);
  });
});
