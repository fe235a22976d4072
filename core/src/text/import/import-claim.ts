import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../../db/in-transaction.js';
import type { UserGroup } from '../../user/user.entity.js';
import { storeTexts, type TextWords } from '../store-texts.js';
import type { Language, TextDocument } from '../text-document.entity.js';
import type { TextRefusal } from '../text-refusal.js';
import type { ImportSourceKind } from './text-import.entity.js';

/** Seconds that a claim holds: longer than the longest import, so that none needs to be renewed. */
export const importLeaseSeconds = 180;

/** Attempts after which an import that ends its process each time is given up. */
const maxAttempts = 4;

/** The right to carry out one import, and what is to be taken in. A later claim has a higher epoch. */
export interface ImportClaim {
  readonly id: string;
  readonly epoch: number;
  readonly sourceKind: ImportSourceKind;
  readonly source: string;
  readonly language: Language;
  readonly title: string | null;
  readonly public: boolean;
  readonly ownerId: string | null;
  readonly ownerGroup: UserGroup | null;
  readonly content: Buffer | null;
}

/**
 * Claims an import, on the database's clock. A claim counts as an attempt, so that a file that ends its worker each
 * time is given up in the end.
 * @returns null when it is done, gone, or another worker has it: end quietly.
 */
export async function claimImport(em: EntityManager, importId: string): Promise<ImportClaim | null> {
  const [claim] = await em.execute<ImportClaim[]>(
    `update text_imports i set state = 'running', progress = 0, epoch = epoch + 1, attempts = attempts + 1,
       lease_until = now() + make_interval(secs => ?), hinted_at = now()
     where i.id = ? and finished_at is null and (lease_until is null or lease_until <= now()) and attempts < ?
     returning id, epoch, source_kind as "sourceKind", source, language, title, public, content,
       owner_id as "ownerId", (select "group" from users u where u.id = i.owner_id) as "ownerGroup"`,
    [importLeaseSeconds, importId, maxAttempts],
  );
  if (claim === undefined) await giveUpSilentDeaths(em, importId);
  return claim ?? null;
}

async function giveUpSilentDeaths(em: EntityManager, importId: string): Promise<void> {
  await em.execute(
    `update text_imports set ${finished('failed')}, refusal = 'failed'
     where id = ? and finished_at is null and (lease_until is null or lease_until <= now()) and attempts >= ?`,
    [importId, maxAttempts],
  );
}

/** SQL: what an import that has come to its end has in common with others. */
function finished(state: 'done' | 'failed'): string {
  return `state = '${state}', finished_at = now(), lease_until = null, content = null`;
}

/** Tells how far an import has come, in per cent. */
export async function showProgress(em: EntityManager, claim: ImportClaim, percent: number): Promise<void> {
  await em.execute(
    'update text_imports set progress = ? where id = ? and epoch = ? and finished_at is null',
    [Math.round(Math.min(99, Math.max(0, percent))), claim.id, claim.epoch],
  );
}

/**
 * Stores what was taken in, and the end of the import with it: both or neither.
 * @param room - sentences that one speaker may store.
 * @returns null when the claim was lost: nothing was stored.
 * @throws TextRefusedError `no-room`; UNAUTHENTICATED when the account is gone.
 */
export async function finishImport(
  em: EntityManager,
  claim: ImportClaim,
  texts: readonly TextWords[],
  room: number,
): Promise<TextDocument[] | null> {
  const { id, epoch, language, sourceKind, source, ownerId, ownerGroup } = claim;
  return inTransaction(em, async (transaction) => {
    const held = await transaction.execute<unknown[]>(
      `update text_imports set ${finished('done')}, progress = 100
       where id = ? and epoch = ? and finished_at is null returning id`,
      [id, epoch],
    );
    if (held.length === 0) return null;
    const owner = ownerId === null ? null : { id: ownerId, group: ownerGroup };
    const origin = { owner, language, sourceKind, source, public: claim.public, importId: id };
    return storeTexts(transaction, origin, texts, room);
  });
}

/** Ends an import without a text. */
export async function refuseImport(
  em: EntityManager,
  claim: ImportClaim,
  refusal: TextRefusal,
): Promise<void> {
  await em.execute(
    `update text_imports set ${finished('failed')}, refusal = ? where id = ? and epoch = ? and finished_at is null`,
    [refusal, claim.id, claim.epoch],
  );
}

/** Gives a claim back: another worker may begin at once. */
export async function releaseImport(em: EntityManager, claim: ImportClaim): Promise<void> {
  await em.execute(
    `update text_imports set lease_until = null, state = 'queued' where id = ? and epoch = ? and finished_at is null`,
    [claim.id, claim.epoch],
  );
}
