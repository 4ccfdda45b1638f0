const known = new Map<string, RegExp>();

/**
 * A pattern of the plan, in RE2's syntax, as one that a whole text must have. They are the plan's own, so what stands
 * in them is known: a point is anything but a line feed, unless `(?s)` stands before all.
 */
export function wholePattern(pattern: string): RegExp {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const anything = pattern.startsWith("(?s)");
  const body = anything ? pattern.slice(4) : pattern;
  let inClass = false;
  const translated = body.replace(/\\x\{([0-9A-Fa-f]+)\}|\\.|[[\].]/gs, (part, code: string | undefined) => {
    if (code !== undefined) return `\\u{${code}}`;
    if (part === "[" || part === "]") inClass = part === "[";
    return part === "." && !inClass ? (anything ? "[^]" : "[^\\n]") : part;
  });
  const made = new RegExp(`^(?:${translated})$`, "u");
  known.set(pattern, made);
  return made;
}
