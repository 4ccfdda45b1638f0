import { clause, type Section } from "../document/document.js";
import { say, strong, text } from "../document/phrase.js";
import { claimSentence } from "../sentences/guarantee.js";
import { anchor, titleOf } from "../sentences/names.js";
import type { Reader } from "../sentences/reader.js";

/** What must hold for every outcome that can happen. */
export const guarantees = (reader: Reader): Section => ({
  id: "guarantees",
  heading: text("What must always hold"),
  blocks: (reader.contract.guarantees ?? []).map((guarantee) =>
    clause(
      say`${strong(titleOf(guarantee))}. ${claimSentence(guarantee.claim, reader)}`,
      [],
      anchor("always", guarantee.name),
    ),
  ),
});
