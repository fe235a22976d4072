export const importedKinds = ['users', 'texts', 'recordings'] as const;
export type ImportedKind = (typeof importedKinds)[number];

interface Counts {
  taken: number;
  alreadyHere: number;
}

/** What an import took, and every single thing that it could not take or took otherwise. */
export class ImportReport {
  readonly #counts = new Map<ImportedKind, Counts>();
  readonly #remarks: string[] = [];
  readonly #missing: string[] = [];
  #deleted = 0;

  took(kind: ImportedKind): void {
    this.#of(kind).taken += 1;
  }

  alreadyHere(kind: ImportedKind): void {
    this.#of(kind).alreadyHere += 1;
  }

  /** It was taken, in another way than one may expect. */
  remark(kind: ImportedKind, id: string, what: string): void {
    this.#remarks.push(`${kind} ${id}: ${what}`);
  }

  /** It was not taken. */
  notTaken(kind: ImportedKind, id: string, why: string): void {
    this.#missing.push(`${kind} ${id}: not taken: ${why}`);
  }

  /** It was deleted there, and nothing of it is left. */
  wasDeleted(): void {
    this.#deleted += 1;
  }

  /** True: something is left behind. */
  get isIncomplete(): boolean {
    return this.#missing.length > 0;
  }

  lines(): string[] {
    const counts = importedKinds.map((kind) => {
      const { taken, alreadyHere } = this.#of(kind);
      return `${kind}: ${taken} taken, ${alreadyHere} were here already`;
    });
    const deleted = this.#deleted === 0 ? [] : [`recordings that had been deleted there: ${this.#deleted}`];
    return [...this.#remarks, ...this.#missing, ...counts, ...deleted];
  }

  #of(kind: ImportedKind): Counts {
    const counts = this.#counts.get(kind) ?? { taken: 0, alreadyHere: 0 };
    this.#counts.set(kind, counts);
    return counts;
  }
}
