import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { languages } from '../text/text-document.entity.js';
import { User } from '../user/user.entity.js';

/**
 * The consent trail: who agreed to which text, and when. Rows are only added; they outlive the name and the e-mail
 * address of a deleted account.
 */
export const AgreementSignature = defineEntity({
  name: 'AgreementSignature',
  tableName: 'agreement_signatures',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    user: () => p.manyToOne(User).ref().deleteRule('restrict'),
    version: p.text(),
    /** The language in which it was read. */
    language: p.enum([...languages]),
    /** Hex, of the text in that language as it was served. */
    sha256: p.text(),
    at: p.datetime(3).defaultRaw('now()'),
    /** When the confirmation was handed to the mail server; kept so that a job that runs twice sends it once. */
    confirmationSentAt: p.datetime(3).nullable(),
  },
  indexes: [{ name: 'agreement_signatures_user_at_index', properties: ['user', 'at'] }],
});
export type AgreementSignature = InferEntity<typeof AgreementSignature>;
