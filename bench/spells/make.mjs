import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openEngine } from "./engine.mjs";
import { BANDS, COVERS, registersCsv, TRUSTS, WARDS } from "./world.mjs";

/**
 * Writes spells as a hospital's warehouse would: Parquet with a column for each field and the spell's own number, eight spells
 * a person. The same seed gives the same rows.
 */
export async function makeSpells(folder, rows, seed) {
  const drawn = (what, under) => `CAST(hash(i, ${seed}, ${what}) % ${under} AS INTEGER)`;
  const ofPerson = (what, under) => `CAST(hash(p, ${seed}, ${what}) % ${under} AS INTEGER)`;
  const engine = await openEngine({ memory: "2GB" });
  await engine.query(`COPY (
    WITH people AS (SELECT i, hash(i, ${seed}, 1) % ${Math.ceil(rows / 8)} AS p FROM range(${rows}) AS numbers (i)),
    spells AS (SELECT i, p, DATE '2026-04-01' + ${drawn(2, 1796)} AS admitted, ${drawn(3, 100)} AS chance,
      ${drawn(4, 100)} * ${drawn(5, 100)} // 400 AS los FROM people)
    SELECT i AS spell, 's' || lpad(CAST(p AS VARCHAR), 9, '0') AS person,
      't' || lpad(CAST(${ofPerson(6, TRUSTS.length)} AS VARCHAR), 2, '0') AS trust,
      'w' || lpad(CAST(${ofPerson(7, WARDS.length)} AS VARCHAR), 3, '0') AS ward,
      CASE WHEN chance >= 40 THEN admitted - ${drawn(8, 160)} END AS referred, admitted, admitted + los AS discharged,
      ${literalList(BANDS)}[1 + ${ofPerson(9, BANDS.length)}] AS band,
      CASE WHEN chance < 40 THEN 'emergency' WHEN chance < 92 THEN 'elective' ELSE 'maternity' END AS method,
      los, CAST(CAST(${drawn(10, 1_000_000)} AS DECIMAL(12, 0)) / 100 AS DECIMAL(12, 2)) AS cost
    FROM spells) TO '${path.join(folder, "spells.parquet")}' (FORMAT parquet, COMPRESSION zstd)`);
  engine.close();
  writeFileSync(path.join(folder, "registers.csv"), registersCsv());
  const manifest = { "known-to": COVERS.to, sources: { spells: { covers: COVERS } } };
  writeFileSync(path.join(folder, "data.json"), JSON.stringify(manifest));
}

/** The same rows in another folder as CSV. */
export async function asCsv(folder, other) {
  mkdirSync(other);
  for (const name of ["registers.csv", "data.json"]) copyFileSync(path.join(folder, name), path.join(other, name));
  const engine = await openEngine({ memory: "2GB" });
  const [from, to] = [path.join(folder, "spells.parquet"), path.join(other, "spells.csv")];
  await engine.query(`COPY (FROM read_parquet('${from}')) TO '${to}' (HEADER)`);
  engine.close();
}

const literalList = (texts) => `[${texts.map((text) => `'${text}'`).join(", ")}]`;
