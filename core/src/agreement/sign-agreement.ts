import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { AppError } from '../errors/app-error.js';
import { enqueue } from '../queue/enqueue.js';
import type { Language } from '../text/text-document.entity.js';
import type { Agreements } from './agreements.js';

/** Who agrees to what. */
export interface Agreeing {
  readonly userId: string;
  /** The version that was read. */
  readonly version: string;
  /** The language in which it was read. */
  readonly language: Language;
}

/**
 * Signs the terms as they are now: writes the signature with the hash of the very text, and has the confirmation
 * e-mail sent. Who has signed this version before has nothing new to sign.
 * @returns false when it was signed before.
 * @throws CONFLICT when other terms are in force by now.
 */
export async function signAgreement(
  em: EntityManager,
  agreements: Agreements,
  { userId, version, language }: Agreeing,
): Promise<boolean> {
  if (version !== agreements.version) {
    throw new AppError('CONFLICT', 'These terms have changed meanwhile. Read and agree to the new ones.', {
      field: 'version',
      version: agreements.version,
    });
  }
  const text = agreements.in(language);
  return inTransaction(em, async (transaction) => {
    const signed = await transaction.execute<unknown[]>(
      `update users set agreement_signed_version = ?, agreement_signed_at = now(), updated_at = now()
       where id = ? and deleted_at is null and agreement_signed_version is distinct from ? returning id`,
      [version, userId, version],
    );
    if (signed.length === 0) return false;
    const [signature] = await transaction.execute<[{ id: string }]>(
      `insert into agreement_signatures (user_id, version, language, sha256) values (?, ?, ?, ?) returning id`,
      [userId, version, text.language, text.sha256],
    );
    await enqueue(transaction, 'send-email', { kind: 'agreement-signed', signatureId: signature.id });
    return true;
  });
}
