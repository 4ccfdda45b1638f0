import { deepEqual, ok } from "node:assert/strict";
import { summarise, summaryOf, writeText } from "@concordat/documents";
import { alliance } from "./contracts/alliance.js";

describe("a document as plain text", () => {
  const written = writeText(summaryOf(alliance()));

  it("keeps prose inside 100 columns", () => {
    const tables = /^.*\n-+(?: {2}-+)+\n(?:.+\n)*/gm;
    deepEqual(
      written
        .replace(tables, "")
        .split("\n")
        .filter((line) => line.length > 100),
      [],
    );
  });

  it("has every clause under the number that it has in the other formats", () => {
    const numbers = [...summarise(alliance(), "md").matchAll(/^\*\*([\d.]+)\*\*/gm)].map(([, number]) => number!);
    ok(numbers.length > 40);
    deepEqual(
      numbers.filter((number) => !written.includes(`\n${number}  `)),
      [],
    );
  });
});
