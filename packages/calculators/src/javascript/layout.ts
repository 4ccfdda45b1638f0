const WIDTH = 100;

/** `name(a, b)`, over several lines where it is long. */
export const call = (name: string, args: readonly string[]): string => bracketed(`${name}(`, args, ")");

/** `[a, b]`, likewise. */
export const list = (items: readonly string[]): string => bracketed("[", items, "]");

/** `{ a: 1, b: 2 }`, likewise; keys are identifiers. Undefined values are left out. */
export const record = (entries: Readonly<Record<string, string | undefined>>): string =>
  bracketed(
    "{ ",
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
    " }",
  );

/** `(at) => value`. */
export const later = (parameter: string, value: string): string =>
  value.startsWith("{") ? `(${parameter}) => (${value})` : `(${parameter}) => ${value}`;

function bracketed(open: string, items: readonly string[], close: string): string {
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length <= WIDTH && !line.includes("\n")) return line;
  return `${open.trimEnd()}\n${items.map((item) => `  ${indented(item)},\n`).join("")}${close.trimStart()}`;
}

/** Strings are written with their line breaks escaped, so a line of source is never inside one. */
const indented = (text: string): string => text.replaceAll("\n", "\n  ");
