import {
  type ContractModel,
  type Evaluator,
  evaluatorOf,
  type NodeKind,
  operandsOf,
  type PeriodKind,
  periodsOf,
  type Value,
} from "@concordat/model";

/** What data has a say in, or what other periods have. */
const FROM_DATA: ReadonlySet<NodeKind> = new Set(["given", "metric", "line-value", "balance", "reach", "cumulative"]);

/** What of a contract is the same for all data: worked out once, while the module is written, by the model itself. */
export class FixedValues {
  private readonly evaluator: Evaluator;
  private readonly free = new Map<string, boolean>();

  constructor(
    private readonly contract: ContractModel,
    private readonly kind: PeriodKind,
  ) {
    this.evaluator = evaluatorOf(contract, []);
  }

  /** The value in each period of the kind, in order; undefined where data or a row has a say in it. */
  of(id: string, party?: string): Value[] | undefined {
    const axes = this.contract.nodes[id]!.axes.filter((axis) => axis !== "party" || party === undefined);
    if (axes.length > 0 || !this.isFree(id)) return undefined;
    const of: Record<string, string> = party === undefined ? {} : { party };
    return periodsOf(this.kind, this.evaluator.calendar).map((period) => this.evaluator.step(id, { period, of }).value);
  }

  /** True where no data is read below the node, nor below any payment that it reads. */
  private isFree(id: string): boolean {
    const known = this.free.get(id);
    if (known !== undefined) return known;
    const node = this.contract.nodes[id]!;
    const free = FROM_DATA.has(node.kind)
      ? false
      : node.kind === "at-most" && node.over
        ? false
        : node.kind === "payment-value"
          ? this.paymentIsFree(node.payment)
          : operandsOf(node).every((operand) => this.isFree(operand));
    this.free.set(id, free);
    return free;
  }

  private paymentIsFree(name: string): boolean {
    const payment = this.contract.payments.find((candidate) => candidate.name === name);
    if (payment === undefined || payment.forEach !== undefined) return false;
    const read = payment.branches.flatMap(({ amount, compares, limits }) => [
      amount,
      ...(compares === undefined ? [] : [compares]),
      ...limits.map(({ limit }) => limit),
    ]);
    return [...read, ...(payment.pool === undefined ? [] : [payment.pool])].every((id) => this.isFree(id));
  }
}
