export * from "./javascript/module.js";
