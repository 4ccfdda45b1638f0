import { isInside } from "@concordat/language";
import { type URI, UriUtils } from "langium";

/** `each provider practice from "practices.csv"`, `import terms from "terms.concordat"`: also in a line that is half written. */
const NAMED = /\bfrom\s+"([^"\r\n]+)"/g;

/**
 * Every file that a text names, and that the libraries named in it do: tables of participants, curves, libraries. A library
 * may mean a file beside itself or beside the contract that takes from it, so both are here; more than are there.
 * `textOf` gives a library's text, as far as it is known.
 */
export function namedFiles(home: URI, text: string, textOf: (uri: URI) => string | undefined): URI[] {
  const named = new Map<string, URI>();
  const visit = (from: URI, said: string): void => {
    for (const [, path = ""] of said.matchAll(NAMED)) {
      if (path.startsWith("std/") || !isInside(path)) continue;
      for (const base of new Set([from, home])) {
        const uri = UriUtils.resolvePath(UriUtils.dirname(base), path);
        if (named.has(uri.toString())) continue;
        named.set(uri.toString(), uri);
        const library = path.endsWith(".csv") ? undefined : textOf(uri);
        if (library !== undefined) visit(uri, library);
      }
    }
  };
  visit(home, text);
  return [...named.values()];
}
