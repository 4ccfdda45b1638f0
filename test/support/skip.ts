import type { Context } from "mocha";

/** Skips a test, or from a `before` all of its suite, and says why where the numbers are summed up. */
export function skip(context: Context, why: string): never {
  const here = context.test as unknown as { why?: string; type?: string; parent?: { why?: string } };
  const whose = here.type === "hook" ? here.parent! : here;
  whose.why = why;
  return context.skip();
}
