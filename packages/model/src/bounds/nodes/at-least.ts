import type { Place } from "../../evaluate/evaluation.js";
import type { AtLeastNode } from "../../nodes/at-least.js";
import type { Bounding } from "../bounding.js";
import { higher } from "../interval.js";
import { anyOf, type Possible } from "../possible.js";
import { held, limitBounds } from "./limited.js";

export const atLeast = (node: AtLeastNode, place: Place, bounding: Bounding): Possible =>
  anyOf(held(bounding.of(node.of, place).numbers, limitBounds(node.limit, place, bounding), higher));
