export { EXIT } from "./exit-codes.js";
export type { Io, Sink } from "./io.js";
export { main } from "./main.js";
export { version } from "./version.js";
