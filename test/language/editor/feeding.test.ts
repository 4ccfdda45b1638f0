import assert from "node:assert/strict";
import type { CallHierarchyItem } from "vscode-languageserver";
import { services } from "../syntax/reading.js";
import { cursorIn } from "./asking.js";

const { CallHierarchyProvider: feeding } = services.Concordat.lsp;

const CONTRACT = `contract a {
  provider trust
  records spells dated by ended { ended date }
  figure people-listed "People" : people, once
  table fees for each year { | year | fee | | 2026/27 | £1 | }
  define target-cost as 5 times fee
  metric m "Rate" { rate count of spells, per 1,000 people-listed }
  metric unread { count of spells }
  payment core each year { pays target-cost  paid to trust }
  payment outcomes each year { pool core  weight 100% on m, scaled 0% at 1, 100% at m  paid to trust }
}`;

async function item(name: string): Promise<CallHierarchyItem> {
  const { document, position } = await cursorIn(
    CONTRACT.replace(new RegExp(`(?<=(payment|metric|define|figure|records) )${name}`), `${name[0]}‸${name.slice(1)}`),
  );
  const [found] = (await feeding!.prepareCallHierarchy(document, {
    textDocument: { uri: document.uri.toString() },
    position,
  }))!;
  return found!;
}
const feeds = async (name: string) =>
  ((await feeding!.outgoingCalls({ item: await item(name) })) ?? []).map(({ to }) => to.name);
const isFedInto = async (name: string) =>
  ((await feeding!.incomingCalls({ item: await item(name) })) ?? []).map(({ from }) => from.name);

describe("what feeds a payment", () => {
  it("is what it reads: metrics, values, other payments; not who is paid", async () => {
    assert.deepEqual(await feeds("outcomes"), ["core", "m"]);
    assert.deepEqual(await feeds("core"), ["target-cost"]);
  });
  it("goes down to what is reported", async () => {
    assert.deepEqual(await feeds("m"), ["spells", "people-listed"]);
    assert.deepEqual(await feeds("target-cost"), ["fees"]);
    assert.deepEqual(await feeds("spells"), []);
  });
  it("says of each how often and where it is read", async () => {
    const calls = (await feeding!.outgoingCalls({ item: await item("outcomes") }))!;
    assert.deepEqual(
      calls.map(({ fromRanges }) => fromRanges.length),
      [1, 2],
    );
  });
  it("shows a thing by its name and its title", async () => {
    const { name, detail } = await item("m");
    assert.deepEqual([name, detail], ["m", "Rate"]);
  });
});

describe("what a value feeds", () => {
  it("is what is worked out from it", async () => {
    assert.deepEqual(await isFedInto("spells"), ["m", "unread"]);
    assert.deepEqual(await isFedInto("m"), ["outcomes"]);
    assert.deepEqual(await isFedInto("core"), ["outcomes"]);
  });
  it("is nothing where nobody reads it", async () => {
    assert.deepEqual(await isFedInto("unread"), []);
    assert.deepEqual(await isFedInto("outcomes"), []);
  });
});
