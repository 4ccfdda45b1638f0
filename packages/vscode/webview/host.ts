import type { FromPage } from "../src/preview/messages.js";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const host = acquireVsCodeApi();

/** Asks the extension for something. */
export const tell = (message: FromPage): void => host.postMessage(message);
