// The highlighter of a text that no server has read yet, made from the language's words. Langium's own knows neither
// texts in three quotes nor dates, takes a hyphen for the end of a word, and believes in escapes that there are not.

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const NUMBER = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?";
const NAME = "[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*";
const ALONE = { before: "(?<![\\w-])", after: "(?![\\w-])" };

/** Words that begin something with a name of its own. */
const DECLARE = [
  "contract|library|variation|determination|import",
  "commissioner|provider|investor|intermediary|evaluator|group|places|cohort",
  "figure|figures|records|metric|define|table|shape|payment|limit|balance|always|example|clause|recital|governance",
].join("|");

/** Words that join values. */
const JOIN = new Set(
  [
    "and|or|not|is|is not|is one of|is known|is at least|is at most|is above|is below|at least|at most|above|below",
    "plus|less|times|divided by|of|per|where|the higher of|the lower of",
  ].flatMap((words) => words.split("|")),
);

/** `at least` with any blanks inside; the longest first, so that none hides another. */
const either = (words) =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/ /g, "[ \\t]+"))
    .join("|");
const words = (name, some) => ({
  name: `${name}.concordat`,
  match: `${ALONE.before}(?:${either(some)})${ALONE.after}`,
});
const literal = (name, match) => ({ name: `${name}.concordat`, match: `(?<![\\w.-])(?:${match})(?![\\w-])` });

/** A TextMate grammar for the words of a language. */
export function highlighter(keywords) {
  const language = keywords.filter((word) => /^[a-z]/.test(word));
  const others = language.filter((word) => !JOIN.has(word) && !DECLARE.split("|").includes(word));
  return {
    name: "concordat",
    scopeName: "source.concordat",
    fileTypes: [".concordat"],
    patterns: ["comments", "prose", "strings", "literals", "declarations", "words", "signs"].map((name) => ({
      include: `#${name}`,
    })),
    repository: {
      comments: {
        patterns: [
          { name: "comment.line.double-slash.concordat", match: "//.*$" },
          { name: "comment.block.concordat", begin: "/\\*", end: "\\*/" },
        ],
      },
      prose: {
        name: "string.quoted.triple.concordat",
        begin: '"""',
        end: '"""',
        patterns: [
          {
            name: "meta.reference.concordat",
            match: `(\\{)\\s*(${NAME})\\s*(\\})`,
            captures: {
              1: { name: "punctuation.section.reference.begin.concordat" },
              2: { name: "variable.other.reference.concordat" },
              3: { name: "punctuation.section.reference.end.concordat" },
            },
          },
        ],
      },
      strings: { name: "string.quoted.double.concordat", match: '"[^"\\n]*"' },
      literals: {
        patterns: [
          literal(
            "constant.other.date",
            `[0-9]{1,2}[ \\t]+(?:${MONTHS})(?:[ \\t]+[0-9]{4})?|[0-9]{4}-[0-9]{2}-[0-9]{2}`,
          ),
          literal(
            "constant.other.period",
            `(?:19|20)[0-9]{2}(?:/[0-9]{2})?[ \\t]+[QH][1-4]|(?:19|20)[0-9]{2}/[0-9]{2}|(?:${MONTHS})[ \\t]+[0-9]{4}`,
          ),
          {
            name: "constant.numeric.money.concordat",
            match: `[£$€]${NUMBER}(?:[ \\t]+(?:thousand|million|billion)${ALONE.after})?`,
          },
          { name: "constant.numeric.percentage.concordat", match: `(?<![\\w.-])${NUMBER}%` },
          literal("constant.numeric.fraction", "[1-9][0-9]?/[1-9][0-9]?(?![0-9/.,])"),
          literal("constant.numeric", NUMBER),
        ],
      },
      declarations: {
        match: `(?:^|(?<=\\{))[ \\t]*(?:(change|add|each)[ \\t]+)?(${DECLARE})[ \\t]+(${NAME})`,
        captures: {
          1: { name: "keyword.control.concordat" },
          2: { name: "storage.type.concordat" },
          3: { name: "entity.name.concordat" },
        },
      },
      words: {
        patterns: [
          words(
            "keyword.operator.word",
            language.filter((word) => JOIN.has(word) && word.includes(" ")),
          ),
          words(
            "keyword.control",
            others.filter((word) => word.includes(" ")),
          ),
          words(
            "keyword.operator.word",
            language.filter((word) => JOIN.has(word) && !word.includes(" ")),
          ),
          words(
            "keyword.control",
            others.filter((word) => !word.includes(" ")),
          ),
          words("storage.type", DECLARE.split("|")),
        ],
      },
      signs: { name: "punctuation.separator.concordat", match: "[,:|]" },
    },
  };
}
