export * from "./protocol.js";
export { serve } from "./serve.js";
