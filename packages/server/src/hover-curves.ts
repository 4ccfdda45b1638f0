import { payoffCurves } from "@concordat/documents";
import { loweredContract } from "@concordat/language";
import type { ContractModel, Payment } from "@concordat/model";
import { type AstNode, AstUtils, CstUtils, GrammarAST, type LangiumDocument, type LeafCstNode } from "langium";
import type { LangiumServices, LangiumSharedServices } from "langium/lsp";
import type { Hover } from "vscode-languageserver";
import { textsIn } from "./contracts.js";
import { imageOf } from "./curve-image.js";

/** More than two curves are read in the summary. */
const MOST = 2;
/** Words at which the curve of their line is shown. */
const DRAWN = /^(?:scaled|tiered|banded|weight|points)$/;

/** Draws the payoff curve where an editor asks what a payment, a weight or a shape means: the language itself knows no charts. */
export function drawCurvesInHovers(shared: LangiumSharedServices): void {
  for (const services of shared.ServiceRegistry.all as readonly LangiumServices[]) {
    const provider = services.lsp.HoverProvider;
    if (!provider) continue;
    const say = provider.getHoverContent.bind(provider);
    provider.getHoverContent = async (document, params, cancelToken) => {
      const hover = await say(document, params, cancelToken);
      const curves = curvesAt(document, document.textDocument.offsetAt(params.position), services, shared);
      return curves.length === 0 ? hover : withImages(hover, curves);
    };
  }
}

interface Curve {
  readonly node: string;
  readonly title: string;
  readonly description: string;
  readonly svg: string;
}

function curvesAt(
  document: LangiumDocument,
  offset: number,
  services: LangiumServices,
  shared: LangiumSharedServices,
): readonly Curve[] {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, offset);
  const text = textsIn(document).find(({ $cstNode }) => $cstNode && $cstNode.offset <= offset && offset < $cstNode.end);
  if (!leaf || !text) return [];
  const asked = askedAbout(leaf as LeafCstNode, services);
  if (!asked) return [];
  const { contract } = loweredContract(text, document, shared);
  const payment = contract?.payments.find(({ name }) => name === asked.payment);
  if (!contract || !payment) return [];
  const curves = payoffCurves(contract, payment.name);
  return asked.line ? ofLine(asked.line, curves, payment, contract) : curves.slice(0, MOST);
}

/** A payment by its name, or the line of one at a word that says how it pays. */
function askedAbout(leaf: LeafCstNode, services: LangiumServices): { payment: string; line?: AstNode } | undefined {
  const [declared] = services.references.References.findDeclarations(leaf);
  if (declared) return declared.$type === "Payment" ? { payment: nameOf(declared) } : undefined;
  if (!GrammarAST.isKeyword(leaf.grammarSource) || !DRAWN.test(leaf.text)) return undefined;
  const payment = around(leaf.astNode, "Payment");
  const line = around(leaf.astNode, "WeightLine", "PointsLine", "ThenLine", "PaysLine");
  return payment && line && { payment: nameOf(payment), line };
}

const nameOf = (node: AstNode): string => (node as AstNode & { name: string }).name;
const around = (node: AstNode, ...types: readonly string[]): AstNode | undefined =>
  AstUtils.getContainerOfType(node, (at): at is AstNode => types.includes(at.$type));

/** The curves of one line. Weights and points stand together in one value: theirs is the one that is about their metric. */
function ofLine(line: AstNode, curves: readonly Curve[], payment: Payment, contract: ContractModel): readonly Curve[] {
  const offset = line.$cstNode?.offset;
  for (const { node: id, source } of payment.branches.flatMap(({ lines }) => lines)) {
    const node = contract.nodes[id];
    const own = curves.filter((curve) => curve.node === id);
    if (node?.kind !== "pool" && node?.kind !== "points") {
      if (source.offset === offset) return own;
      continue;
    }
    const parts = node.kind === "pool" ? node.weights : node.lines;
    const part = parts.find((each) => each.source.offset === offset);
    if (!part) continue;
    if (own.length === parts.length) return own.slice(parts.indexOf(part as never), parts.indexOf(part as never) + 1);
    const { name = "", title = name } = contract.nodes[part.on] ?? {};
    return own.filter((curve) => curve.title.toLowerCase().endsWith(title.toLowerCase())).slice(0, 1);
  }
  return [];
}

/** An editor cuts what is much longer. */
const LONGEST = 80_000;

function withImages(hover: Hover | undefined, curves: readonly Curve[]): Hover {
  const said = (hover?.contents as { value?: string } | undefined)?.value ?? "";
  const images = curves.map(imageOf);
  const value = images.reduce(
    (text, image) => (text.length + image.length > LONGEST ? text : `${text}\n\n${image}`),
    said,
  );
  return { ...hover, contents: { kind: "markdown", value: value.trimStart() } };
}
