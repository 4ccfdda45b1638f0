import assert from "node:assert/strict";
import { runExample } from "@concordat/model";
import { sound, WARDS, written } from "./contract.js";

const WARD = 'places ward from "wards.csv" { population people }';
const level = (lines: string): string => `${WARD}\nplaces area of ward { ${lines} }`;

describe("levels of places", () => {
  it("add up what their places hold, through every level", async () => {
    const { participants } = await sound(`
      places whole of area { all is north, south }
      ${level("north is a, b  south is c, d  each ward in exactly one  each population from 20,000 to 21,000")}`);
    const people = Object.fromEntries(
      participants.flatMap(({ rows }) => rows.map(({ key, values }) => [key, values.population])),
    );
    assert.deepEqual(people, {
      a: "10000",
      b: "11000",
      c: "9000",
      d: "12000",
      north: "21000",
      south: "21000",
      all: "42000",
    });
  });
  it("take the title of a place from its file", async () => {
    const { participants } = await sound(WARD);
    assert.deepEqual(
      participants[0]!.rows.map(({ title }) => title ?? ""),
      ["", "", "", ""],
    );
    const named = await sound('places ward from "wards.csv" { name text  population people }');
    assert.deepEqual(
      named.participants[0]!.rows.map(({ title }) => title),
      ["Ash", "Birch", "Cedar", "Damson"],
    );
  });
  it("may have any word of the language for a name", async () => {
    const { participants } = await sound(level("each is a, b  core is c, d  each ward in exactly one"));
    assert.deepEqual(
      participants.find(({ name }) => name === "area")!.rows.map(({ key }) => key),
      ["each", "core"],
    );
  });
  it("are not known by a name that is not there", async () => {
    const { messages } = await written(level("north is a, b, e  south is c, d"));
    assert.deepEqual(messages, ["e is not one of ward (a, b, c, d)."]);
  });
  it("warn of a place that is left out, where nothing says that none may be", async () => {
    const { ids, contract } = await written(level("north is a, b  south is c"));
    assert.deepEqual(ids, ["place-left-out"]);
    assert.ok(contract);
  });
  it("warn of more than seven", async () => {
    const keys = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const wards = `ward\n${keys.join("\n")}\n`;
    const lines = (count: number) =>
      `places ward from "wards.csv"\nplaces area of ward { ${keys
        .slice(0, count)
        .map((key) => `area-${key} is ${key}`)
        .join("\n")} }`;
    assert.deepEqual((await written(lines(8), { "wards.csv": wards })).ids, ["places-many"]);
    assert.deepEqual((await written(lines(7), { "wards.csv": wards })).ids, ["place-left-out"]);
  });
  it("are not made of themselves", async () => {
    const { ids } = await written("places first of second { x is y }\nplaces second of first { y is x }");
    assert.ok(ids.includes("places-circle"));
  });
  it("test limits at the very number", async () => {
    const range = (from: string, to: string) => level(`all is a, b, c, d  each population from ${from} to ${to}`);
    assert.deepEqual((await written(range("42,000", "42,000"))).messages, []);
    assert.deepEqual((await written(range("42,001", "50,000"))).ids, ["place-out-of-range"]);
    assert.deepEqual((await written(range("10", "41,999"))).ids, ["place-out-of-range"]);
  });
});

describe("values of places", () => {
  const lines = `
    ${level("north is a, b  south is c, d  each ward in exactly one")}
    figures visiting for each ward, each year { visits visits, if not reported defer to reconciliation }
    payment visits-paid for each area, each year {
      pays (total visits across ward) times £10 a visit
      paid to trust
    }
    payment wards-paid for each area, each year {
      pays (count of ward where population at least 10,000) times £1 a ward
      paid to trust
    }
    payment everywhere each year {
      pays (total visits across ward) times £1 a visit
      paid to charity
    }
    example all {
      in 2026/27
      given visits of a 1, visits of b 2, visits of c 4, visits of d 8
      expect visits-paid of north earns £30
      expect visits-paid of south earns £120
      expect wards-paid of north earns £2
      expect wards-paid of south earns £1
      expect everywhere earns £15
    }`;
  it("take, across, the places of the place in hand; in no place, all of them", async () => {
    const contract = await sound(lines, { "wards.csv": WARDS });
    const result = runExample(contract, contract.examples[0]!);
    assert.deepEqual(
      result.expectations.filter(({ passed }) => !passed).map(({ sentence }) => sentence),
      [],
    );
  });
});
