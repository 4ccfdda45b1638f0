import { EmptyFileSystem, URI } from "langium";
import { applied, layOut } from "../editor/format/lay-out.js";
import { createConcordatServices } from "../module.js";
import { doesNotParse } from "../parser/validator.js";

export interface FormattedFile {
  /** The text in its form; undefined where it does not parse: its form cannot be known. */
  readonly text: string | undefined;
}

let services: ReturnType<typeof createConcordatServices> | undefined;

/** Gives a text its form, as an editor does. Nothing but blanks and line breaks changes. */
export function formatText(text: string): FormattedFile {
  services ??= createConcordatServices(EmptyFileSystem);
  const { LangiumDocumentFactory } = services.shared.workspace;
  const { parseResult } = LangiumDocumentFactory.fromString(text, URI.parse("memory:///formatted.concordat"));
  if (doesNotParse(parseResult)) return { text: undefined };
  const changes = layOut(text, parseResult.value, services.Concordat);
  return { text: changes && applied(text, changes) };
}
