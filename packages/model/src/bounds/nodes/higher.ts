import type { Place } from "../../evaluate/evaluation.js";
import type { HigherNode } from "../../nodes/higher.js";
import type { Bounding } from "../bounding.js";
import type { Possible } from "../possible.js";
import { extreme } from "./extreme.js";

export const higher = (node: HigherNode, place: Place, bounding: Bounding): Possible =>
  extreme("higher", node.operands, place, bounding);
