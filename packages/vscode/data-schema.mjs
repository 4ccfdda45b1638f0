/**
 * The schema of `data.json` as an editor is given it. Files of that name lie in many folders that are none of ours, and
 * an editor knows the name alone. So a file is looked at only where it says what ours say, or nothing else.
 *
 * @param {{ properties: Record<string, unknown> }} schema that of docs/schema
 */
export function editorSchema({ $defs, ...schema }) {
  const ours = { propertyNames: { enum: Object.keys(schema.properties) } };
  const tables = { type: "object", additionalProperties: { type: "object" } };
  const sources = { required: ["sources"], properties: { sources: tables } };
  return {
    ...($defs ? { $defs } : {}),
    if: { type: "object", anyOf: [ours, sources, { required: ["known-to"] }] },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    then: schema,
  };
}
