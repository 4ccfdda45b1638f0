import { createCompletionParser, type LangiumCompletionParser, type LangiumCoreServices } from "langium";

/**
 * The parser that tells what may stand at a place, built when it is first asked. Building it takes as long as building
 * the one that reads contracts, and nobody completes a word before the first findings are there.
 */
export function completionParserWhenAsked(services: LangiumCoreServices): LangiumCompletionParser {
  let built: LangiumCompletionParser | undefined;
  return new Proxy({} as LangiumCompletionParser, {
    get(_, property) {
      // What loads every service at the start asks of each whether it is a container.
      if (typeof property === "symbol") return undefined;
      built ??= createCompletionParser(services);
      const value = Reflect.get(built, property) as unknown;
      return typeof value === "function" ? value.bind(built) : value;
    },
  });
}
