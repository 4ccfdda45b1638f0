import { type Slip, says } from "./slip.js";

/** Names in a form that names do not have. */
export const nameSlips: readonly Slip[] = [
  {
    // A word processor's hyphen or dash inside a name.
    name: "SLIP_HYPHEN",
    pattern: /[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*[‐‑–][A-Za-z0-9_]+(?:[-‐‑–][A-Za-z0-9_]+)*/,
    read: (written) => {
      const meant = written.replace(/[‐‑–]/g, "-");
      return { as: [{ token: "NAME", image: meant }], says: says("hyphen", { written, meant }, meant) };
    },
  },
  {
    // lists.registered: a figure is called by its own name.
    name: "SLIP_DOTTED",
    pattern: /[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)+/,
    unless: (written, text) => importedIn(text).has(written.slice(0, written.indexOf("."))),
    read: (written) => {
      const meant = written.slice(written.lastIndexOf(".") + 1);
      return { as: [{ token: "NAME", image: meant }], says: says("dotted-name", { written, meant }, meant) };
    },
  },
  {
    // _name, name-, two--hyphens
    name: "SLIP_NAME",
    pattern: /_[A-Za-z0-9_-]+|[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*-(?:-[A-Za-z0-9_-]*|(?![A-Za-z0-9_]))/,
    read: (written) => {
      const meant = written.replace(/^[^A-Za-z]+|-+$/g, "").replace(/--+/g, "-") || "a-name";
      return { as: [{ token: "NAME", image: meant }], says: says("name-form", { written, meant }, meant) };
    },
  },
];

/** The names of libraries that a text imports, also where the import is still being written; what it takes from them is written with a dot. */
export function importedIn(text: string): ReadonlySet<string> {
  if (lastRead.text !== text)
    lastRead = { text, names: new Set([...text.matchAll(/^[ \t]*import\s+([\w-]+)/gm)].map(([, name]) => name!)) };
  return lastRead.names;
}
let lastRead: { text: string; names: ReadonlySet<string> } = { text: "", names: new Set() };
