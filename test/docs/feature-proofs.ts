import {
  type Branch,
  type ContractModel,
  type ContractNode,
  isCurrency,
  type NodeOf,
  operandsOf,
  type Payment,
} from "@concordat/model";

/** That a contract, as it was understood, uses the construct which says a feature: by its nodes, payments and inputs. */
export const PROOFS: Readonly<Record<string, (contract: ContractModel) => boolean>> = {
  F1: (contract) =>
    has(contract, "at-most", "at-least") ||
    branches(contract).some(({ limits }) => limits.length > 0) ||
    (contract.limits ?? []).length > 0,
  F2: (contract) => nodes(contract, "only-when").some(({ otherwise }) => otherwise === undefined),
  F3: (contract) =>
    nodes(contract, "times").some(({ left, right }) => {
      const [counted, price] = [left, right].map((id) => contract.nodes[id]!);
      return has({ ...contract, nodes: reach(counted!, contract) }, "given") && isPriceForEach(price!);
    }),
  F4: (contract) => branches(contract).some(({ compares }) => compares !== undefined),
  F5: (contract) =>
    contract.payments.some((payment) => {
      const [gain, loss] = ["below", "above"].map((side) => ratesOf(sideOf(payment, side), contract));
      return gain !== undefined && loss !== undefined && gain !== loss;
    }),
  F6: (contract) => has(contract, "scaled"),
  F7: (contract) => nodes(contract, "banded").some(({ slices }) => slices.length > 1),
  F8: (contract) => nodes(contract, "tiered").some(({ rows }) => rows.length > 1),
  F9: (contract) => Object.values(contract.values).some((id) => contract.nodes[id]?.kind === "scaled"),
  F10: (contract) => cardLines(contract).some(({ paidFor }) => "lasts" in paidFor),
  F11: (contract) => (contract.cards ?? []).some(({ person }) => person.length > 0),
  F12: (contract) => contract.payments.some(({ each }) => each === "term") && has(contract, "span"),
  F13: (contract) =>
    nodes(contract, "pool").some(({ weights }) => weights.length > 1 && weights.some((one) => one.sharesWeight)),
  F14: (contract) =>
    lines(contract, "times").some(({ node }) =>
      Object.values(reach(contract.nodes[node]!, contract)).some(({ kind }) => kind === "divided"),
    ),
  F15: (contract) =>
    branches(contract).some(({ receivers }) => receivers.kind === "parties" && receivers.parts.length > 2),
  F16: (contract) => contract.figures.some(({ foundBy }) => contract.clauses.some(({ name }) => name === foundBy)),
  F17: (contract) => contract.payments.some(({ onAccount }) => onAccount !== undefined),
  F18: (contract) => has(contract, "lookup") || cardLines(contract).some(({ share }) => share !== undefined),
  F19: (contract) => has(contract, "higher"),
  F20: (contract) =>
    nodes(contract, "only-when").some(({ when }) =>
      Object.values(reach(contract.nodes[when]!, contract)).some(
        (node) => node.kind === "significant" || (node.kind === "given" && foundByEvaluator(node.input, contract)),
      ),
    ),
  F21: (contract) =>
    contract.payments.some((payment) => sideOf(payment, "below")?.direction !== sideOf(payment, "above")?.direction),
  F22: (contract) => has(contract, "rounded"),
  F23: (contract) => nodes(contract, "dated").some(({ rows }) => rows.length > 1),
  F24: (contract) => cardLines(contract).some(({ inAll }) => inAll !== undefined),
  F25: (contract) =>
    contract.metrics.some(
      ({ kind, needs, tallies }) =>
        kind === "share" && needs !== undefined && tallies.every((name) => tally(name, contract)?.where !== undefined),
    ),
  F26: (contract) =>
    branches(contract).some(({ lines: all }) => all.filter(({ construct }) => !AMOUNTS.has(construct)).length > 1),
  F28: (contract) => new Set(contract.tallies.map(({ aggregate }) => aggregate)).size > 1,
};

const cardLines = ({ cards }: ContractModel) => (cards ?? []).flatMap(({ lines: all }) => all);

/** Features that the language cannot say yet, as the page says too. */
export const NOT_YET: readonly string[] = [];

const AMOUNTS = new Set(["pays", "pool", "points", "compares"]);

const nodes = <Kind extends ContractNode["kind"]>({ nodes: all }: ContractModel, kind: Kind): NodeOf<Kind>[] =>
  Object.values(all).filter((node): node is NodeOf<Kind> => node.kind === kind);

const has = (contract: ContractModel, ...kinds: ContractNode["kind"][]): boolean =>
  kinds.some((kind) => nodes(contract, kind).length > 0);

const branches = ({ payments }: ContractModel): Branch[] => payments.flatMap((payment) => payment.branches);
const sideOf = (payment: Payment, side: string): Branch | undefined =>
  payment.branches.find(({ when }) => when === side);
const lines = (contract: ContractModel, construct: string): Branch["lines"] =>
  branches(contract).flatMap((branch) => branch.lines.filter((line) => line.construct === construct));

/** A node and all that it is worked out from, by id. */
function reach(node: ContractNode, contract: ContractModel): ContractModel["nodes"] {
  const below = operandsOf(node).map((id) => reach(contract.nodes[id]!, contract));
  return Object.assign({ [node.id]: node }, ...below);
}

/** The rates of a branch, as text to compare: those of its bands, or the one that it multiplies by. */
function ratesOf(branch: Branch | undefined, contract: ContractModel): string | undefined {
  if (branch === undefined) return undefined;
  const bands = Object.values(reach(contract.nodes[branch.amount]!, contract)).filter((node) => node.kind === "banded");
  const rates = bands.flatMap(({ slices }) => slices.map(({ rate }) => contract.nodes[rate]));
  return rates.length === 0
    ? undefined
    : JSON.stringify(rates.map((node) => (node?.kind === "constant" ? node.value : node)));
}

/** "£13 an appointment". */
const isPriceForEach = ({ kind, unit }: ContractNode): boolean =>
  kind === "constant" &&
  unit.kind === "quantity" &&
  Object.entries(unit.dims).some(([dim, power]) => isCurrency(dim) && power === 1) &&
  Object.values(unit.dims).includes(-1);

const foundByEvaluator = (input: string, { figures, parties }: ContractModel): boolean =>
  parties.some(
    ({ name, role }) => role === "evaluator" && figures.some((one) => one.name === input && one.foundBy === name),
  );

const tally = (name: string, { tallies }: ContractModel): ContractModel["tallies"][number] | undefined =>
  tallies.find((one) => one.name === name);
