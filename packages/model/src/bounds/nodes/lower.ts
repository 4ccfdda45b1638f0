import type { Place } from "../../evaluate/evaluation.js";
import type { LowerNode } from "../../nodes/lower.js";
import type { Bounding } from "../bounding.js";
import type { Possible } from "../possible.js";
import { extreme } from "./extreme.js";

export const lower = (node: LowerNode, place: Place, bounding: Bounding): Possible =>
  extreme("lower", node.operands, place, bounding);
