import { deepEqual, equal, ok } from "node:assert/strict";
import { summarise } from "@concordat/documents";
import { alliance } from "./contracts/alliance.js";
import { everyElement, readMarkup } from "./markup.js";

describe("the summary as a page", () => {
  const page = readMarkup(summarise(alliance(), "html"));

  it("says its language and its title", () => {
    equal(everyElement(page, "html")[0]!.attributes.lang, "en-GB");
    equal(everyElement(page, "title").length, 1 + everyElement(page, "svg").length);
  });

  it("has headings that never skip a level", () => {
    const levels = everyElement(page).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    equal(levels.filter((level) => level === 1).length, 1);
    const skipped = levels.slice(1).filter((level, index) => level > levels[index]! + 1);
    deepEqual(skipped, []);
  });

  it("has no id twice, and every link leads somewhere in it", () => {
    const ids = everyElement(page).flatMap(({ attributes }) => attributes.id ?? []);
    deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    const links = everyElement(page, "a").map(({ attributes }) => attributes.href!.slice(1));
    deepEqual(
      links.filter((link) => !ids.includes(link)),
      [],
    );
  });

  it("has tables with a caption and headings of rows and columns", () => {
    for (const table of everyElement(page, "table")) {
      equal(everyElement(table, "caption").length, 1);
      ok(everyElement(table, "th").every(({ attributes }) => ["col", "row"].includes(attributes.scope!)));
    }
  });

  it("has figures that say what they show", () => {
    for (const figure of everyElement(page, "figure")) {
      equal(everyElement(figure, "figcaption").length, 1);
      const [svg] = everyElement(figure, "svg");
      equal(svg!.attributes.role, "img");
      deepEqual(
        ["title", "desc"].map((name) => everyElement(svg!, name).length),
        [1, 1],
      );
    }
  });

  it("runs no script and fetches nothing", () => {
    const text = summarise(alliance(), "html");
    ok(!/<script|\son\w+=|javascript:|@import|url\(|<link|<img/i.test(text));
    deepEqual(
      everyElement(page).filter(({ attributes }) => attributes.src ?? attributes.style),
      [],
    );
  });

  it("puts a nonce on its one style where it is given", () => {
    const styled = readMarkup(summarise(alliance(), "html", { nonce: 'a"b' }));
    equal(everyElement(styled, "style")[0]!.attributes.nonce, 'a"b');
  });
});
