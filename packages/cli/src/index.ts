export { contractDigest } from "./contracts/digest.js";
export { EXIT } from "./exit-codes.js";
export type { Io, Sink } from "./io.js";
export { main } from "./main.js";
export { software, version } from "./version.js";
