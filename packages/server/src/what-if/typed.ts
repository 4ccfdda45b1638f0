import { currencyOf, isDate, isRatio, Rational, type Unit } from "@concordat/model";

/** What someone typed for a value of a unit, as exact text of outcome data; or why it is none. Nothing is worked out. */
export function readTyped(typed: string, unit: Unit): { value: string } | { problem: string } {
  const text = typed.trim();
  if (unit.kind === "date") return isDate(text) ? { value: text } : { problem: "Write a date as 2026-04-01." };
  if (unit.kind === "truth") {
    if (/^(yes|true|1)$/i.test(text)) return { value: "1" };
    return /^(no|false|0)$/i.test(text) ? { value: "0" } : { problem: "Write yes or no." };
  }
  const percent = isRatio(unit) && unit.kind === "quantity" && unit.shown === "percent";
  const number = /^([-−]?)\s*[£$€]?\s*(\d[\d,]*(?:\.\d+)?|\.\d+)\s*(%?)/.exec(text);
  const rest = number ? text.slice(number[0].length) : text;
  if (!number || /\d/.test(rest.replace(/per [\d,]+/, "")) || (number[3] === "%" && !percent)) {
    return { problem: `Write a number, such as ${sampleOf(unit)}.` };
  }
  const digits = number[2]!.replaceAll(",", "").replace(/^\./, "0.");
  const value = Rational.parse(`${number[1] === "" ? "" : "-"}${digits}`);
  return { value: (percent ? value.over(Rational.of(100)) : value).toText() };
}

function sampleOf(unit: Unit): string {
  if (currencyOf(unit)) return "1,250,000";
  return isRatio(unit) && unit.kind === "quantity" && unit.shown === "percent" ? "11.2%" : "190.5";
}
