import type { Answers } from '../../shell/client.ts';

export type Dossier = Answers['registry']['enterprises']['get'];
export type DossierFact = Dossier['facts'][number];

/** Why the viewer may not do this here, or undefined. The server answers for each action it knows. */
export function whyNot(dossier: Dossier, action: string) {
  const entry = dossier.actions[action];
  return entry && !entry.allowed ? entry.why : undefined;
}

/** Yearly facts as a table: one row a fact, one column a year, newest first. */
export function annualTable(facts: readonly DossierFact[]): {
  years: number[];
  rows: { fact: DossierFact; byYear: Map<number, DossierFact> }[];
} {
  const rows = new Map<string, { fact: DossierFact; byYear: Map<number, DossierFact> }>();
  const years = new Set<number>();
  for (const fact of facts) {
    if (fact.year === null) continue;
    years.add(fact.year);
    const row = rows.get(fact.fact) ?? { fact, byYear: new Map() };
    row.byYear.set(fact.year, fact);
    rows.set(fact.fact, row);
  }
  return { years: [...years].sort((a, b) => b - a), rows: [...rows.values()] };
}
