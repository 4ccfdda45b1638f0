export { FilesOfBoth } from "./client-files/files-of-both.js";
export { FilesOfClient } from "./client-files/files-of-client.js";
export * from "./protocol.js";
export { serve } from "./serve.js";
