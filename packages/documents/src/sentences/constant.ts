import type { NodeOf } from "@concordat/model";
import { type Phrase, text } from "../document/phrase.js";
import { constantText } from "./amount.js";

export const constant = (node: NodeOf<"constant">): Phrase => text(constantText(node.value, node.unit));
