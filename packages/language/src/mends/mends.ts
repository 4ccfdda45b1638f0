import type { AstNode } from "langium";
import type { DiagnosticId, ParametersOf } from "../diagnostics/catalogue.js";
import type { Fix, Found } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { acceptMends } from "./accepts.js";
import { draftingMends } from "./drafting.js";
import { exampleMends } from "./examples.js";
import { fieldMends } from "./field.js";
import { listMends } from "./lists.js";
import { missingMends } from "./missing.js";
import { partyMends } from "./parties.js";
import { reuseMends } from "./reuse.js";
import { shapeMends } from "./shapes.js";
import { spanMends } from "./spans.js";
import { unitMends } from "./units.js";

/** How findings of one id are mended: the best way first. None where only the reader can know what was meant. */
export type Mends = {
  readonly [I in DiagnosticId]?: (found: {
    readonly parameters: ParametersOf<I>;
    readonly node: AstNode;
    readonly property?: string;
  }) => readonly Fix[];
};

const MENDS: Mends = {
  ...acceptMends,
  ...draftingMends,
  ...exampleMends,
  ...fieldMends,
  ...listMends,
  ...missingMends,
  ...partyMends,
  ...reuseMends,
  ...shapeMends,
  ...spanMends,
  ...unitMends,
};

/** Changes of text after which the finding is gone. What a shape with parameters does wrong is not mended where it is used. */
export const mendsOf = (found: Found): readonly Fix[] =>
  ast.isShapeUse(found.node)
    ? []
    : ((MENDS[found.id] as ((found: Found) => readonly Fix[]) | undefined)?.(found) ?? []);
