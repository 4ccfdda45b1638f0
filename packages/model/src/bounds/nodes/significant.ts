import { eitherTruth, type Possible } from "../possible.js";

/** What rows will show cannot be told before. */
export const significant = (): Possible => eitherTruth;
