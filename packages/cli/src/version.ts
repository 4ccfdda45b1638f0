import { readFileSync } from "node:fs";

/** The version in this package's package.json: the one version of everything that runs here. */
export const version: string = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;

/** As a statement's receipt names it. */
export const software = `concordat ${version}`;
