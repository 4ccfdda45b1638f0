import assert from "node:assert/strict";
import type { FieldType } from "@concordat/model";
import { contract, field, figure, participants, records } from "../contract.js";
import { ids, read } from "../folder.js";

const covers = { from: "2026-04-01", to: "2029-03-31" };

/** What is told of a column of these cells, beyond the rows that are set aside. */
async function told(type: FieldType, cells: readonly string[], settings: object = {}): Promise<string[]> {
  const of = contract({
    records: [records("events", "day", [field("day", { type: "date" }), field("cell", type, true)])],
  });
  const slashes = "dateFormat" in settings;
  const day = slashes ? "01/04/2026" : "2026-04-01";
  const csv = `id,day,cell\n${cells.map((cell, index) => `${index},${day},"${cell}"\n`).join("")}`;
  const result = await read(of, {
    "events.csv": csv,
    "data.json": { sources: { events: { covers, ...settings } } },
  });
  return result.problems
    .filter(({ id, message }) => id !== "rows-quarantined" && !message.includes('"day"'))
    .map(({ message, toDo }) => `${message}. ${toDo}`);
}

describe("a column that looks like something else is told, with how it is read", () => {
  it("a fraction where a percentage is due, and the other way round", async () => {
    const percentage: FieldType = { type: "percentage", fraction: false };
    assert.deepEqual(await told(percentage, ["0.794", "0.81", "1"]), [
      'Every value of "cell" lies from 0 to 1 and is read as a percentage: 0.794 is 0.794%, less than one in a hundred. If 79.4% is meant, write 79.4 in the file, or `written as a fraction` in the contract',
    ]);
    assert.deepEqual(await told(percentage, ["0.794", "81"]), []);
    assert.deepEqual(await told(percentage, ["0.5%", "0.7%"]), []);
    assert.deepEqual(await told(percentage, ["0", "1"]), []);
    assert.equal((await told({ type: "percentage", fraction: true }, ["79.4", "81"])).length, 1);
    assert.deepEqual(await told({ type: "percentage", fraction: true }, ["0.794", "1.02"]), []);
  });

  it("dates with strokes where others are due, by what can be told from them", async () => {
    const dates: FieldType = { type: "date" };
    const seems = async (...cells: string[]) => (await told(dates, cells))[0]?.split("; ")[1];
    assert.equal(
      await seems("30/04/2026", "01/05/2026"),
      'they seem to be dd/mm/yyyy. None of them is guessed at. Write "dateFormat": "dd/mm/yyyy" in data.json',
    );
    assert.match((await seems("04/30/2026", "05/01/2026"))!, /^they seem to be mm\/dd\/yyyy/);
    assert.match((await seems("01/05/2026", "02/05/2026"))!, /day or the month comes first cannot be told/);
    assert.equal(await seems("2026-04-30"), undefined);
  });

  it("dates that could be read either way, or that are read the wrong way", async () => {
    const dates: FieldType = { type: "date" };
    const cells = ["01/05/2026", "02/05/2026", "03/05/2026"];
    assert.deepEqual(await told(dates, cells, { dateFormat: "mm/dd/yyyy" }), [
      'Every date of "cell" could be day and month or month and day; they are read as mm/dd/yyyy, so 03/04/2026 is 4 March 2026. Make sure with whoever made the extract',
    ]);
    assert.deepEqual(await told(dates, [...cells, "31/05/2026"], { dateFormat: "dd/mm/yyyy" }), []);
    assert.deepEqual(await told(dates, ["04/30/2026", "04/29/2026"], { dateFormat: "dd/mm/yyyy" }), [
      'The dates of "cell" are read as dd/mm/yyyy, and most are none; read as mm/dd/yyyy they would be. Write "dateFormat": "mm/dd/yyyy" in data.json, if that is how they are written',
    ]);
  });

  it("commas before decimals, and points between thousands", async () => {
    assert.match(
      (await told({ type: "money" }, ["1.234,50", "12,00"]))[0]!,
      /^The numbers of "cell" are written with a comma/,
    );
    assert.match(
      (await told({ type: "number" }, ["1.234", "2.500"]))[0]!,
      /three digits after a point.*a little more than 1/,
    );
    assert.deepEqual(await told({ type: "number" }, ["1.234", "2.5"]), []);
    assert.deepEqual(await told({ type: "money" }, ["1,234.50", "£12"]), []);
  });

  it("signs that come of a wrong encoding", async () => {
    assert.match((await told({ type: "money" }, ["Â£12"]))[0]!, /^"cell" holds signs such as Â£/);
    assert.match((await told({ type: "text" }, ["CafÃ©"]))[0]!, /in an encoding that it is not in/);
    assert.deepEqual(await told({ type: "text" }, ["Café", "£", "São Paulo"]), []);
  });
});

describe("a file whose columns are not where its names say", () => {
  const of = contract({
    records: [
      records("events", "day", [
        field("day", { type: "date" }),
        field("kind", { type: "category", values: ["fall", "other"] }),
        field("minutes", { type: "whole" }),
      ]),
    ],
  });
  const manifest = { "data.json": { sources: { events: { covers } } } };

  it("is not read where a name is missing from every row's header, or one stands there too many", async () => {
    const short = await read(of, {
      ...manifest,
      "events.csv": "day,kind,minutes\n1,2026-04-01,fall,3\n2,2026-04-02,fall,4\n",
    });
    assert.match(short.problems[0]!.message, /^Every row has more cells than the first row has names \(3\)/);
    assert.equal(short.problems[0]!.fatal, true);
    const long = await read(of, {
      ...manifest,
      "events.csv": "id,day,kind,minutes\n2026-04-01,fall,3\n2026-04-02,fall,4\n",
    });
    assert.match(long.problems[0]!.message, /^Every row has fewer cells than the first row has names \(4\)/);
  });

  it("and says so too where the missing name is one that is looked for", async () => {
    const last = await read(of, { ...manifest, "events.csv": "day,kind\n2026-04-01,fall,3\n" });
    assert.deepEqual(ids(last), ["column-missing"]);
    assert.match(last.problems[0]!.message, /^There is no column "minutes"; .*has 3 cells and the first row 2 names/);
    const renamed = await read(of, { ...manifest, "events.csv": "day,kind,time\n2026-04-01,fall,3\n" });
    assert.match(renamed.problems[0]!.message, /^There is no column "minutes"; there are day, kind, time$/);
  });

  it("is told where its columns stand one place off", async () => {
    const rows = ["2026-04-01,5,fall", "2026-04-02,6,other", "2026-04-03,7,fall"];
    const result = await read(of, { ...manifest, "events.csv": `day,kind,minutes\n${rows.join("\n")}\n` });
    assert.deepEqual(ids(result), ["columns-shifted", "columns-shifted", "rows-quarantined"]);
    assert.match(
      result.problems[0]!.message,
      /^Hardly any cell of "kind" is what it should be, and those of "minutes"/,
    );
    assert.equal(result.data.quality[0]!.quarantined, 3);
  });
});

describe("figures that are not reported between others that are", () => {
  it("are named, with whose they are", async () => {
    const of = contract({
      participants: [participants("practice", "P1", "P2")],
      figures: [figure("list", { type: "count", of: "people" }, { axes: ["practice"] })],
    });
    const csv = "period,practice,list\n2026/27 Q1,P1,1\n2026/27 Q1,P2,2\n2026/27 Q3,P1,3\n";
    const { problems } = await read(of, { "list.csv": csv });
    assert.deepEqual(
      problems.map(({ message }) => message),
      ["list is not reported for 2026/27 Q2: P1, P2", "list is not reported for 2026/27 Q3: P2"],
    );
  });
});

describe("a rule of data.json that cannot be checked", () => {
  const events = records("events", "day", [field("day", { type: "date" }), field("person", { type: "pseudonym" })]);
  const said = async (settings: object): Promise<string[]> => {
    const result = await read(contract({ records: [events] }), {
      "events.csv": "day,person\n2026-04-01,a\n",
      "data.json": { sources: { events: { covers, ...settings } } },
    });
    return result.problems.filter(({ fatal }) => fatal).map(({ message }) => message);
  };

  it("is not taken for kept", async () => {
    assert.deepEqual(await said({ unique: ["number"] }), ['There is no column "number"; there are day, person']);
    assert.deepEqual(await said({ refersTo: { person: "people" } }), [
      '"person" must stand in people.person, and that cannot be looked up: it is not there, or could not be read',
    ]);
    assert.deepEqual(await said({ refersTo: { patient: "events" } }), [
      "sources.events.refersTo names patient, which is no column that is read here",
    ]);
    assert.deepEqual(await said({ addsUp: { person: ["day"] } }), [
      "sources.events.addsUp names person, which does not hold numbers that can be added",
      "sources.events.addsUp names day, which does not hold numbers that can be added",
    ]);
  });
});
