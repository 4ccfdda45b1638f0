import { deepEqual, equal, ok } from "node:assert/strict";
import { payoffCurves, renderStatement, summarise } from "@concordat/documents";
import { type ContractModel, settle } from "@concordat/model";
import { dataOf, inYear, over } from "../model/build.js";
import { alliance } from "./contracts/alliance.js";
import { everyElement, readMarkup, wordsOf } from "./markup.js";

const WICKED = `<script>alert("x")</script> & 'y' \`z\` **b** [l](j:k) | """ </style> ]]> {{t}} ‮end`;

/** Every text of the contract that a person may write is as bad as it can be. */
function poisoned(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((part) => poisoned(part, key));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, poisoned(part, name)]));
  }
  return typeof value === "string" && TEXTS.has(key) ? `${WICKED} ${value}` : value;
}
const TEXTS = new Set(["title", "reference", "ods", "dataSource", "published", "text"]);
const hostile = (): ContractModel => poisoned(alliance()) as ContractModel;

describe("text of a contract in a document", () => {
  it("never becomes markup of a summary, and nothing of it is lost", () => {
    const page = readMarkup(summarise(hostile(), "html"));
    deepEqual(everyElement(page, "script"), []);
    equal(
      wordsOf(everyElement(page, "h1")[0]!).replace(/\uFFFD/g, "‮"),
      `${WICKED} Rochdale Integrated Neighbourhood Alliance`,
    );
    equal(everyElement(page, "style").length, 1);
  });

  it("never becomes markup of a statement", () => {
    const data = dataOf(...inYear(2026, { "emergency-rate": "198", readmission: "0.12", experience: "0.9" }));
    const page = readMarkup(renderStatement(settle(hostile(), data), "html"));
    deepEqual(everyElement(page, "script"), []);
    ok(wordsOf(page).includes(`<script>alert("x")</script>`));
  });

  it("never becomes markup of a chart", () => {
    const contract = hostile();
    const curves = contract.payments.flatMap(({ name }) => payoffCurves(contract, name));
    ok(curves.length > 3);
    for (const { svg } of curves) deepEqual(everyElement(readMarkup(svg), "script"), []);
  });

  it("never becomes HTML, emphasis, a link or a table cell of Markdown", () => {
    const summary = summarise(hostile(), "md");
    ok(!/<script|<\/style/i.test(summary));
    ok(summary.includes("\\*\\*b\\*\\* \\[l\\](j:k) \\|"));
    const rows = summary.split("\n").filter((line) => line.startsWith("| "));
    ok(rows.length > 10);
  });

  it("cannot move the cursor of a terminal", () => {
    const contract = { ...alliance(), title: "A\u001b[2Jb\u0007\u009bc" };
    const data = dataOf(...over("2026-04-01", "2027-04-01", { readmission: "0.12" }));
    const text = renderStatement(settle(contract, data), "text");
    equal(text.split("\n")[0], "A\ufffd[2Jb\ufffd\ufffdc (RINA/2026/01)");
  });
});
