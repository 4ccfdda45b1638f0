import type { NodeOf } from "@concordat/model";
import { listed, type Phrase, say, text } from "../document/phrase.js";
import type { Reader } from "./reader.js";

export const rateCard = (node: NodeOf<"rate-card">, _reader: Reader): Phrase =>
  say`what is paid for persons on ${listed(node.lines.map(({ name }) => text(`“${name}”`)))}`;
