import type { NodeOf } from "@concordat/model";
import { type Phrase, text } from "../document/phrase.js";
import { constantText } from "./amount.js";
import { plainName } from "./names.js";

export const constant = (node: NodeOf<"constant">): Phrase =>
  text(node.unit.kind === "name" ? plainName(node.value) : constantText(node.value, node.unit));
