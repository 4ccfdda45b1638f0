import type { FallsNode } from "../../nodes/falls.js";
import { eitherTruth, type Possible } from "../possible.js";

/** Any day may be the day. */
export const falls = (_node: FallsNode): Possible => eitherTruth;
