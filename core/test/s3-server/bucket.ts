import { createHash, randomUUID } from 'node:crypto';

/** One version of an object; `body` is null for a delete marker. */
export interface Version {
  readonly key: string;
  readonly versionId: string;
  readonly body: Buffer | null;
  readonly contentType: string;
  readonly modifiedAt: Date;
}

/** The versions of a bucket with versioning switched on: nothing goes away unless its version is named. */
export class Bucket {
  /** By key, oldest first. */
  readonly #versions = new Map<string, readonly Version[]>();

  /** All of them, key by key. */
  get versions(): Version[] {
    return [...this.#versions.values()].flat();
  }

  put(key: string, body: Buffer | null, contentType: string): Version {
    const version = { key, versionId: randomUUID(), body, contentType, modifiedAt: new Date() };
    this.#versions.set(key, [...(this.#versions.get(key) ?? []), version]);
    return version;
  }

  current(key: string): (Version & { readonly body: Buffer }) | undefined {
    const last = this.#versions.get(key)?.at(-1);
    return last === undefined || last.body === null ? undefined : { ...last, body: last.body };
  }

  delete(key: string, versionId: string | undefined): void {
    if (versionId === undefined) {
      this.put(key, null, '');
      return;
    }
    const left = (this.#versions.get(key) ?? []).filter((version) => version.versionId !== versionId);
    if (left.length === 0) this.#versions.delete(key);
    else this.#versions.set(key, left);
  }

  /** Current objects below a prefix, by key. */
  objects(prefix: string): (Version & { readonly body: Buffer })[] {
    const keys = [...this.#versions.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.flatMap((key) => this.current(key) ?? []);
  }
}

/** As S3 gives it in headers. */
export function sha256Base64(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64');
}
