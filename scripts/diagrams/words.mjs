/** What stands in a diagram for a terminal or a rule of the grammar. */
const PLAIN = {
  ID: "name",
  NAME: "name",
  STRING: "text in quotes",
  PATH: "path",
  NUMBER: "number",
  MONEY: "£…",
  PERCENT: "…%",
  DATE: "date",
  DAY_OF_YEAR: "day of the year",
  MONTH: "month",
  PERIOD: "year",
  PROSE_PLAIN: "text in three quotes",
  PROSE_START: "text {",
  PROSE_MIDDLE: "} text {",
  PROSE_END: "} text",
  Expression: "value or condition",
  ContractItem: "thing of the contract",
  LibraryItem: "thing of the library",
  MetricLine: "line of the metric",
  PaymentLine: "line of the payment",
  MissingLine: "if not reported",
  Given: "given value",
  Sum: "value",
  Portion: "part of a product",
  Primary: "single value",
  NameRef: "name of a value",
  Reach: "other period",
  ShapeTemplate: "shape with gaps",
  Amount: "amount",
  Money: "£…",
  Percent: "…%",
};

export const plain = (name) =>
  PLAIN[name] ??
  name
    .replace(/(?:Line|Item)$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** `OnlyWhenLine` is in only-when.svg. */
export const fileOf = (rule) =>
  `${plain(rule)
    .replaceAll(" ", "-")
    .replace(/[^a-z-]/g, "")}.svg`;

/** A rule in words, for those who do not see the diagram. */
export function inWords(element) {
  const said = once(element);
  const [first] = said;
  if (said === "") return "";
  if (element.cardinality === "?") return `optionally ${bracketed(said)}`;
  if (element.cardinality === "*") return `any number of ${bracketed(said)}`;
  if (element.cardinality === "+") return `one or more of ${bracketed(said)}`;
  return first ? said : "";
}

function once(element) {
  switch (element.$type) {
    case "Assignment":
      return inWords(element.terminal);
    case "Alternatives":
    case "UnorderedGroup":
      return `either ${element.elements.map((each) => bracketed(inWords(each))).join(" or ")}`;
    case "Group":
      return element.elements
        .map((each) => inWords(each))
        .filter((text) => text !== "")
        .join(", ");
    case "Keyword":
      return `“${element.value}”`;
    case "RuleCall":
      return plain(element.rule.$refText);
    case "CrossReference":
      return element.terminal ? inWords(element.terminal) : "name";
    default:
      return "";
  }
}

const bracketed = (text) => (/, |^either /.test(text) ? `(${text})` : text);
