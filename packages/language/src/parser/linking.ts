import {
  type AstNode,
  AstUtils,
  Cancellation,
  DefaultLinker,
  interruptAndCheck,
  isAstNode,
  isReference,
  type LangiumDocument,
  type LinkingError,
  type ReferenceInfo,
  type ScopeProvider,
} from "langium";
import type { LangiumServices, LangiumSharedServices } from "langium/lsp";
import { type SyntaxId, syntax } from "../diagnostics/syntax.js";
import * as ast from "../generated/ast.js";
import { relinking } from "../incremental/relinking.js";
import { namesAround } from "../names/around.js";
import { libraryBefore } from "../names/from-library.js";
import { lineWords } from "./line-words.js";
import { nearest } from "./suggest.js";

/** A name that nothing has, or that something of another kind has, with what was probably meant. */
export interface UnknownName extends LinkingError {
  readonly id: SyntaxId;
  readonly meant?: string;
}

export class ConcordatLinker extends DefaultLinker {
  private readonly scopes: ScopeProvider;
  private readonly shared: LangiumSharedServices;
  /** A word that begins lines was probably not meant as a name: one was left out before it. */
  private readonly lineWords: ReadonlySet<string>;

  constructor(services: LangiumServices) {
    super(services);
    this.shared = services.shared;
    this.scopes = services.references.ScopeProvider;
    this.lineWords = new Set([...lineWords(services.Grammar).values()].flat());
  }

  override async link(document: LangiumDocument, token = Cancellation.CancellationToken.None): Promise<void> {
    const part = relinking.partOf(document);
    if (!part) await this.linkAll(document, token);
    for (const item of part?.items ?? []) {
      for (const node of AstUtils.streamAst(item)) {
        for (const reference of AstUtils.streamReferences(node)) this.doLink(reference, document);
      }
    }
    for (const name of part?.names ?? []) void name.ref;
    relinking.done(document);
  }

  /** In the order of the tree. The framework waits a turn at every node of it, which takes longer than the names do. */
  private async linkAll(document: LangiumDocument, token: Cancellation.CancellationToken): Promise<void> {
    const waiting: AstNode[] = [document.parseResult.value];
    for (let node = waiting.pop(), met = 0; node; node = waiting.pop(), met++) {
      if (met % IN_ONE_GO === 0) await interruptAndCheck(token);
      const below: AstNode[] = [];
      for (const property of Object.keys(node)) {
        if (property.startsWith("$")) continue;
        const value: unknown = Reflect.get(node, property);
        for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
          if (isReference(one)) this.doLink({ reference: one, container: node, property }, document);
          else if (isAstNode(one)) below.push(one);
        }
      }
      waiting.push(...below.reverse());
    }
  }

  override unlink(document: LangiumDocument): void {
    relinking.forget(document);
  }

  protected override createLinkingError(info: ReferenceInfo): UnknownName {
    const name = info.reference.$refText;
    const kind = kindWanted(info);
    if (this.lineWords.has(name))
      return { info, id: "word-for-name", message: syntax["word-for-name"].message({ kind, word: name }) };
    const other = isQualified(info) ? undefined : namesAround(info.container, this.shared)?.things.get(name)?.[0];
    if (other)
      return {
        info,
        id: "wrong-kind",
        message: syntax["wrong-kind"].message({ name, kind: KINDS[other.$type] ?? "thing", wanted: kind }),
      };
    const candidates = new Set(
      this.scopes
        .getScope(info)
        .getAllElements()
        .map((element) => element.name),
    );
    const meant =
      nearest(name, candidates) ?? (ast.isNameRef(info.container) ? subtraction(name, candidates) : undefined);
    const hint = meant ? `Did you mean ${meant}?` : "";
    return {
      info,
      id: "unknown-name",
      message: syntax["unknown-name"].message({ kind, name, hint, ...elsewhere(info) }),
      ...(meant ? { meant } : {}),
    };
  }
}

/** Nodes of a tree between two looks at whether the work is still wanted. */
const IN_ONE_GO = 200;

/** Where the name was looked for, if not in the contract: in the library whose name stands before it, or in the folder. */
function elsewhere({ container, property }: ReferenceInfo): { where?: string } {
  if (property === "contract") return { where: "this folder" };
  const before = libraryBefore(container);
  return property === "target" && before ? { where: `the library ${before.$refText}` } : {};
}

/** `nhs-outcomes.falls`: either part is looked for elsewhere than in the contract. */
const isQualified = ({ container, property }: ReferenceInfo): boolean =>
  property === "library" || property === "contract" || libraryBefore(container) !== undefined;

/** `benchmark-expenditure`, where both are names: `benchmark less expenditure`. */
function subtraction(name: string, names: ReadonlySet<string>): string | undefined {
  for (let at = name.indexOf("-"); at > 0; at = name.indexOf("-", at + 1)) {
    const [left, right] = [name.slice(0, at), name.slice(at + 1)];
    if (names.has(left) && names.has(right)) return `${left} less ${right}`;
  }
  return undefined;
}

/** What things are called in a sentence. */
export const KINDS: Record<string, string> = {
  Party: "party",
  Group: "group",
  ParticipantSet: "list of participants",
  Places: "level of places",
  Figure: "figure",
  FigureGroup: "group of figures",
  GroupFigure: "figure",
  Records: "set of records",
  Field: "field",
  Cohort: "cohort",
  Intake: "intake",
  Place: "place",
  ThenLine: "step",
  CardLine: "price",
  CategoryValue: "category",
  Metric: "metric",
  Define: "definition",
  ShapeTemplate: "shape",
  Parameter: "parameter",
  Table: "table",
  TableColumn: "column of a table",
  Payment: "payment",
  Balance: "balance",
  Example: "example",
  Always: "promise",
  PaymentsLimit: "limit",
  Clause: "clause",
  Governance: "board",
  Import: "library",
  Library: "library",
  Contract: "contract",
  Variation: "deed of variation",
  Determination: "determination",
};

/** What kind of thing a reference asks for, by where it stands. */
function kindWanted({ container, property }: ReferenceInfo): string {
  if (property === "library") return "imported library";
  if (property === "contract") return "contract";
  if (ast.isNameRef(container)) return valueWanted(container);
  if (ast.isExpectLine(container)) return property === "payment" ? "payment" : "payment, party or value";
  return WANTED[container.$type] ?? "thing";
}

function valueWanted(reference: ast.NameRef): string {
  const { $container: around } = reference;
  if ((ast.isWeightLine(around) || ast.isPointsLine(around)) && around.on === reference) return "metric";
  if (ast.isOneOf(around)) return "category";
  for (let at: ast.NameRef["$container"] | undefined = around; at; at = at.$container as typeof at) {
    if (ast.isRecordSet(at) || ast.isShareLine(at)) return "field or category";
  }
  return "value";
}

const WANTED: Record<string, string> = {
  Sharing: "list of participants",
  Movement: "metric",
  PartyClaim: "payment",
  CliffClaim: "payment or metric",
  PaymentClaim: "payment or metric",
  Places: "level of places",
  PlaceRule: "level of places or number that its file holds",
  Records: "field of these records",
  Tally: "field of these records",
  SumLine: "field of these records",
  ForLine: "payment",
  PaymentsLimit: "payment",
  ParticipantSet: "field",
  DecidedLine: "party or board",
  RecordSet: "set of records",
  NeedsLine: "set of records",
  MemberType: "list of participants",
  ForEach: "group or list of participants",
  That: "list of participants",
  CountAcross: "list of participants",
  Combined: "list of participants",
  Table: "list of participants or field with categories",
  Member: "party",
  FoundBy: "party or board",
  Seat: "party",
  MissingPolicy: "party or board",
  OwnerLine: "party",
  DivisionLine: "party",
  EachLimitLine: "party",
  Given: "figure or metric",
  Its: "value",
  Uplift: "figure",
  MetricBase: "metric",
  ShapeUse: "shape with parameters",
  Argument: "parameter of this shape",
  Reference: "thing",
};
