import type { Found, Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";

/** `despite {a}`, `notwithstanding clause {a}`: this one goes before; `subject to {a}`: the other does. */
const BEFORE = /\b(?:despite|notwithstanding)\s+(?:the\s+)?(?:clauses?\s+)?$/i;
const BEHIND = /\bsubject\s+to\s+(?:the\s+)?(?:clauses?\s+)?$/i;
const AND = /^\s*(?:,|and|or|,\s*and|,\s*or)\s*(?:clauses?\s+)?$/i;

type Text = ast.Clause | ast.Define;
interface Order {
  readonly first: Text;
  readonly second: Text;
  readonly said: ast.Reference;
}

/** Clauses that stand despite others, or subject to them, say which goes before: never in a circle. */
export function clausesHaveAnOrder(contract: ast.Contract, report: Report): void {
  const orders = contract.items.filter(isText).flatMap((text) => ordersIn(text));
  for (const { first, second, said } of orders) {
    if (first === second) report("clause-before-itself", { name: first.name }, said);
  }
  const proper = orders.filter(({ first, second }) => first !== second);
  const told = new Set<Order>();
  for (const order of proper) {
    if (told.has(order)) continue;
    const way = wayBack(order, proper);
    if (!way) continue;
    for (const step of way) told.add(step);
    const related: Found["related"] = way.slice(1).map(({ first, second, said }) => ({
      message: `Here ${first.name} goes before ${second.name}.`,
      node: said,
    }));
    report("clauses-in-circle", { names: way.map(({ first }) => first.name) }, order.said, { related });
  }
}

const isText = (item: ast.ContractItem): item is Text =>
  (ast.isClause(item) || ast.isDefine(item)) && item.prose !== undefined;

function ordersIn(text: Text): Order[] {
  const orders: Order[] = [];
  let way: "before" | "behind" | undefined;
  text.prose!.refs.forEach((said, index) => {
    const words = text.prose!.parts[index] ?? "";
    way = BEFORE.test(words) ? "before" : BEHIND.test(words) ? "behind" : AND.test(words) ? way : undefined;
    const other = said.target?.ref as ast.ContractItem | undefined;
    if (!way || !other || !isText(other)) return;
    orders.push(way === "before" ? { first: text, second: other, said } : { first: other, second: text, said });
  });
  return orders;
}

/** The shortest way from an order round to where it began; undefined where there is none. */
function wayBack(order: Order, orders: readonly Order[]): Order[] | undefined {
  const ways: Order[][] = [[order]];
  const seen = new Set<Text>([order.second]);
  for (const way of ways) {
    const last = way.at(-1)!;
    for (const next of orders.filter(({ first }) => first === last.second)) {
      if (next.second === order.first) return [...way, next];
      if (seen.has(next.second)) continue;
      seen.add(next.second);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
