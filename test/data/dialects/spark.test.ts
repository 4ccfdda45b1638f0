import assert from "node:assert/strict";
import { SparkSQL } from "dt-sql-parser";
import { project, scan } from "../../../packages/data/src/plan/relation.js";
import { sparkWriter } from "../../../packages/data/src/sql/spark.js";
import { CONVERSIONS, EXPRESSIONS, RELATIONS } from "./plans.js";

/** There is no Spark here to run it on: what is held is that every plan is written in Spark's grammar. */
describe("the SQL of Spark", function () {
  this.timeout(300_000);
  const parser = new SparkSQL();
  const wrong = (sql: string): string[] => parser.validate(sql).map(({ message }) => message);

  for (const [name, relation] of Object.entries({ ...RELATIONS, ...CONVERSIONS })) {
    it(`is in Spark's grammar: ${name}`, () => assert.deepEqual(wrong(sparkWriter.relation(relation)), []));
  }

  it("is in Spark's grammar: every expression", () => {
    for (const [name, of] of Object.entries(EXPRESSIONS)) {
      assert.deepEqual(wrong(sparkWriter.relation(project(scan("rows"), [{ name, of }]))), [], name);
    }
  });

  it("is told from what is not in it", () => {
    for (const sql of ["SELECT `a` FROM (SELECT 1", "SELECT CAST(`a` AS) FROM `b`", "SELECT `a` FORM `b` WHERE WHERE"])
      assert.notDeepEqual(wrong(sql), [], sql);
  });

  it("takes names and texts as they are", () => {
    const name = "a` b";
    const text = "it's \\ ' OR 1 = 1";
    const sql = sparkWriter.relation({
      kind: "filter",
      from: scan(name),
      where: { op: "literal", value: { type: "text", text } },
    });
    assert.equal(sql, "SELECT * FROM `a`` b` WHERE 'it\\'s \\\\ \\' OR 1 = 1'");
  });
});
