import { type ContractModel, type Example, operandsOf, type Payment, type Unit } from "@concordat/model";

/** A metric or a figure that payments read, of one row where there is one for each of several. */
export interface Input {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly kind: "metric" | "figure";
  readonly unit: Unit;
  readonly of: Readonly<Record<string, string>>;
  readonly row?: string;
  readonly offset: number;
  readonly file?: string;
}

/**
 * Everything that these payments read, in the order of the contract's text. A metric stands for what it is counted from.
 * Of those that have a value for each of several, the rows that the example speaks of; every row where it names none.
 */
export function inputsOf(
  contract: ContractModel,
  payments: readonly Payment[],
  example: Example | undefined,
): readonly Input[] {
  const names = namesRead(contract, payments);
  const metrics = contract.metrics.filter(({ name }) => names.has(name));
  const figures = contract.figures.filter(({ name, type }) => names.has(name) && SETTABLE.has(type.type));
  const rows = (axes: readonly string[]) => rowsOf(contract, axes, example);
  return [
    ...metrics.flatMap((metric) => {
      const { unit } = contract.nodes[metric.node]!;
      return rows(metric.axes).map((row) => inputOf(metric, "metric", unit, row));
    }),
    ...figures.flatMap((figure) => {
      const node = Object.values(contract.nodes).find((one) => one.kind === "given" && one.input === figure.name);
      return node ? rows(figure.axes).map((row) => inputOf(figure, "figure", node.unit, row)) : [];
    }),
  ].sort((a, b) => a.offset - b.offset);
}

export const keyOf = (name: string, of: Readonly<Record<string, string>>): string =>
  [name, ...Object.entries(of).map(([axis, row]) => `${axis}=${row}`)].join(" ");

const SETTABLE: ReadonlySet<string> = new Set(["money", "percentage", "truth", "whole", "number", "count", "date"]);

type Row = { of: Readonly<Record<string, string>>; title?: string };

function inputOf(
  {
    name,
    title,
    source,
  }: { name: string; title?: string | undefined; source: { offset: number; file?: string | undefined } },
  kind: Input["kind"],
  unit: Unit,
  { of, title: row }: Row,
): Input {
  return {
    key: keyOf(name, of),
    name,
    title: title ?? name,
    kind,
    unit,
    of,
    ...(row === undefined ? {} : { row }),
    offset: source.offset,
    ...(source.file === undefined ? {} : { file: source.file }),
  };
}

/** Walks the graph below the payments; what a metric is counted from lies behind it. Other payments are read too. */
function namesRead(contract: ContractModel, payments: readonly Payment[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const follow = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = contract.nodes[id];
    if (!node) return;
    if (node.kind === "metric") names.add(node.metric);
    else if (node.kind === "given") names.add(node.input);
    else if (node.kind === "payment-value") read(contract.payments.filter(({ name }) => name === node.payment));
    if (node.kind !== "metric") operandsOf(node).forEach(follow);
  };
  const begun = new Set<string>();
  const read = (list: readonly Payment[]): void => {
    for (const payment of list) {
      if (begun.has(payment.name)) continue;
      begun.add(payment.name);
      for (const branch of payment.branches) {
        const weights = [branch.receivers, branch.payers].flatMap((sharing) =>
          sharing.kind === "by" ? [sharing.weight] : [],
        );
        const roots = [branch.amount, branch.compares, ...branch.limits.map(({ limit }) => limit), ...weights];
        for (const root of roots) if (root !== undefined) follow(root);
      }
    }
  };
  read(payments);
  return names;
}

/** One binding for each row of one axis; of several axes, only those that the example gives. */
function rowsOf(contract: ContractModel, axes: readonly string[], example: Example | undefined): Row[] {
  if (axes.length === 0) return [{ of: {} }];
  const given = [...(example?.given ?? []), ...(example?.expect ?? [])].map(({ of }) => of);
  if (axes.length === 1) {
    const axis = axes[0]!;
    const set = contract.participants.find(({ name }) => name === axis);
    const named = namedRows(contract, axis, example);
    const rows = set?.rows.filter(({ key }) => named.size === 0 || named.has(key)) ?? [];
    return rows.map(({ key, title }) => ({ of: { [axis]: key }, title: title ?? key }));
  }
  const bindings = given.filter((of) => axes.every((axis) => of[axis] !== undefined));
  const unique = new Map(bindings.map((of) => [axes.map((axis) => of[axis]).join(" · "), of]));
  return [...unique].map(([title, of]) => ({ of, title }));
}

/** The rows of a set that an example speaks of. */
export function namedRows(contract: ContractModel, axis: string, example: Example | undefined): ReadonlySet<string> {
  const keys = new Set(contract.participants.find(({ name }) => name === axis)?.rows.map(({ key }) => key));
  const spoken = [...(example?.given ?? []), ...(example?.expect ?? [])].map(({ of }) => of[axis]);
  const subjects = (example?.expect ?? []).map(({ subject }) => subject);
  return new Set([...spoken, ...subjects].filter((key): key is string => key !== undefined && keys.has(key)));
}
