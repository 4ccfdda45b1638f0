export { FilesOfClient } from "./client-files/files-of-client.js";
export * from "./protocol.js";
export { serve } from "./serve.js";
