/** `counted(1, "error")` is "1 error", `counted(2, "error")` "2 errors". */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${groupedDigits(count)} ${count === 1 ? noun : plural}`;

export const groupedDigits = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Ends with a full stop, once. */
export const sentence = (text: string): string =>
  /[.!?…]$/.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`;
