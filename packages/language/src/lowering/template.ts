import { describeUnit, sameUnit, type Unit } from "@concordat/model";
import { AstUtils } from "langium";
import * as ast from "../generated/ast.js";
import { parametersOf } from "../names/parameters.js";
import { lowerExpression } from "./expressions.js";
import { mistakenType, unitOfField } from "./fields.js";
import type { Argument, Lowering } from "./lowering.js";
import { lowerShape } from "./shapes.js";
import type { Site, Typed } from "./typed.js";

/**
 * `two-step with lower 80%, upper 85%`: the shape with its parameters filled in, as if it were written at the line that
 * uses it. The model knows of no parameters.
 */
export function lowerShapeUse(
  use: ast.ShapeUse,
  subject: Typed | undefined,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const template = use.target?.ref;
  if (!ast.isShapeTemplate(template)) return undefined;
  const x = use.x ? lowerExpression(use.x, site, lowering) : subject;
  if (use.x && !x) return undefined;
  const filled = argumentsOf(use, site, lowering);
  if (!filled || !templateMakesSense(template, lowering)) return undefined;
  const outer = lowering.uses.get(template);
  lowering.uses.set(template, use);
  const shaped = withArguments(filled, lowering, () =>
    lowerShape(template.shape, x, { ...site, unit: undefined }, lowering),
  );
  if (outer) lowering.uses.set(template, outer);
  else lowering.uses.delete(template);
  return shaped;
}

/** What the use gives to each parameter; undefined where something is missing, twice there, or of another kind. */
function argumentsOf(use: ast.ShapeUse, site: Site, lowering: Lowering): Map<ast.Parameter, Argument> | undefined {
  const shape = use.target.$refText;
  const filled = new Map<ast.Parameter, Argument>();
  let sound = true;
  for (const at of use.arguments) {
    const parameter = at.parameter?.ref;
    if (!ast.isParameter(parameter) || !at.value) return undefined;
    if (filled.has(parameter)) {
      sound = false;
      lowering.report("argument-twice", { shape, parameter: parameter.name }, at);
      continue;
    }
    const unit = unitOf(parameter, lowering);
    const place = { ...site, unit };
    const is = unitGiven(at.value, place, lowering);
    if (!is) sound = false;
    else if (!sameUnit(is, unit)) {
      sound = false;
      const units = { needs: describeUnit(unit), is: describeUnit(is) };
      lowering.report("argument-unit", { shape, parameter: parameter.name, ...units }, at);
    }
    filled.set(parameter, { expression: at.value, site: place });
  }
  const missing = parametersOf(use).filter((parameter) => !filled.has(parameter));
  if (missing.length === 0) return sound ? filled : undefined;
  return lowering.report("argument-missing", { shape, missing: missing.map(({ name }) => name) }, use);
}

/** Looked at only: the value is lowered where the shape reads it. */
function unitGiven(value: ast.Expression, site: Site, lowering: Lowering): Unit | undefined {
  let unit: Unit | undefined;
  lowering.rehearse(() => {
    unit = lowerExpression(value, site, lowering)?.unit;
  });
  return unit;
}

function withArguments<T>(filled: ReadonlyMap<ast.Parameter, Argument>, lowering: Lowering, then: () => T): T {
  const outer = new Map(lowering.arguments);
  for (const [parameter, argument] of filled) lowering.arguments.set(parameter, argument);
  const result = then();
  lowering.arguments.clear();
  for (const [parameter, argument] of outer) lowering.arguments.set(parameter, argument);
  return result;
}

/** A parameter in the text of its shape: the value that the use gives it. */
export function lowerParameter(parameter: ast.Parameter, at: ast.NameRef, lowering: Lowering): Typed | undefined {
  const argument = lowering.argumentFor(parameter);
  if (!argument) return lowering.report("not-a-value", { name: parameter.name, kind: "a parameter" }, at);
  if (!argument.expression) return argument.any?.();
  // It takes no name from the parameter: two uses give two values, and what is read of them is the value.
  return lowerExpression(argument.expression, argument.site, lowering);
}

const checked = new WeakMap<Lowering, Map<ast.ShapeTemplate, boolean>>();

/** Looks at a shape as it is written, with any value for each parameter: its units fit whatever it is given. */
export function templateMakesSense(template: ast.ShapeTemplate, lowering: Lowering): boolean {
  const known = checked.get(lowering) ?? new Map<ast.ShapeTemplate, boolean>();
  checked.set(lowering, known);
  const before = known.get(template);
  if (before !== undefined) return before;
  const site: Site = { owner: template.name, grain: null, axes: [], scored: [] };
  let sound = true;
  lowering.rehearse(() => {
    const filled = new Map<ast.Parameter, Argument>();
    template.parameters.forEach((parameter, index) => {
      mistakenType(parameter.type, lowering);
      const any = () => anyValue(parameter, unitOf(parameter, lowering), index, lowering);
      filled.set(parameter, { site, any });
    });
    sound = withArguments(filled, lowering, () => {
      const x = subjectOf(template.shape, site, lowering);
      return lowerShape(template.shape, x, site, lowering) !== undefined;
    });
  });
  known.set(template, sound);
  const used = new Set(
    AstUtils.streamAllContents(template.shape)
      .filter(ast.isNameRef)
      .map(({ target }) => target?.ref),
  );
  for (const parameter of template.parameters) {
    if (used.has(parameter)) continue;
    lowering.report("parameter-unused", { shape: template.name, parameter: parameter.name }, parameter);
  }
  return sound;
}

const unitOf = (parameter: ast.Parameter, lowering: Lowering): Unit => unitOfField(parameter, lowering.header.currency);

/** Stands for whatever a use may give. No two are alike, so that the points of a scale do not fall together. */
const anyValue = (at: ast.Parameter, unit: Unit, index: number, lowering: Lowering): Typed =>
  lowering.add(
    at.name,
    { kind: "constant", value: unit.kind === "date" ? "2000-01-01" : `${7919 * (index + 1)}` },
    at,
    {
      unit,
      grain: null,
      axes: [],
      time: "timeless",
    },
  );

/** What a shape stands on, where that is left to its use: something of the kind that its limits are of. */
function subjectOf(shape: ast.Shape, site: Site, lowering: Lowering): Typed | undefined {
  const limits = limitsOf(shape).filter((limit) => !ast.isNumberLiteral(limit));
  const [first] = limits.length > 0 ? limits : limitsOf(shape);
  return first && lowerExpression(first, site, lowering);
}

function limitsOf(shape: ast.Shape): ast.Expression[] {
  const limits = ast.isScaled(shape)
    ? shape.points.map(({ at }) => at)
    : ast.isTiered(shape)
      ? shape.tiers.flatMap(({ test }) => (ast.isPartialTest(test) ? [test.from] : []))
      : ast.isBanded(shape)
        ? shape.bands.flatMap(({ width, from }) => width ?? from ?? [])
        : [];
  return limits.filter((limit) => limit !== undefined);
}
