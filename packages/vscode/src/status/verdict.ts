/** What is known of a contract: how many findings, and of its worked examples how many pass (absent where it has errors). */
export interface Known {
  errors: number;
  warnings: number;
  examples?: { passed: number; all: number };
}

/** What the status bar says of it, and where a click leads. */
export function verdictOf({ errors, warnings, examples }: Known): {
  text: string;
  tooltip: string;
  leadsTo: "problems" | "examples";
} {
  const findings = [counted(errors, "error"), counted(warnings, "warning")].filter((words) => words !== "");
  const failed = examples ? examples.all - examples.passed : 0;
  const icon =
    errors > 0 ? "$(error)" : failed > 0 ? "$(testing-failed-icon)" : warnings > 0 ? "$(warning)" : "$(pass)";
  const short = examples && examples.all > 0 ? `${examples.passed}/${examples.all}` : "";
  const words = [findings.join(", "), short].filter((part) => part !== "").join(" · ");
  const said = [
    findings.length > 0 ? findings.join(" and ") : "no finding",
    ...(examples
      ? [examples.all === 0 ? "no worked example" : `${examples.passed} of ${examples.all} worked examples pass`]
      : []),
  ];
  return {
    text: `${icon} ${words === "" ? "Contract" : words}`,
    tooltip: `The contract has ${said.join("; ")}.`,
    leadsTo: findings.length > 0 ? "problems" : "examples",
  };
}

const counted = (number: number, noun: string): string =>
  number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
