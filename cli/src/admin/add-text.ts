import { operator } from '@crowd-recital/core/audit/actor.js';
import { createText } from '@crowd-recital/core/text/create-text.js';
import { setPublic } from '@crowd-recital/core/text/publish-text.js';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { Viewer } from '@crowd-recital/core/user/viewer.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { basename } from 'node:path';
import { badInputFault } from '../cli-fault.js';
import { withSystem } from '../local/open-system.js';
import { findUserId } from './find-user-id.js';
import { readPlainText } from './read-plain-text.js';

/** What `upload-document` was given. */
export interface TextToAdd {
  /** An absolute path, or an address. */
  readonly sourcePath: string;
  readonly sourceLang: Language;
  readonly ownerEmail?: string;
  readonly title?: string;
  readonly public: boolean;
}

/**
 * Adds a text and prints its id.
 * @throws CliFault when the source cannot be read or is no plain text, or nobody has the owner's address.
 */
export async function addText({
  sourcePath,
  sourceLang,
  ownerEmail,
  title,
  ...given
}: TextToAdd): Promise<void> {
  const text = await readPlainText(sourcePath);
  await withSystem(async ({ em }) => {
    const owner = ownerEmail === undefined ? null : await findOwner(em, ownerEmail);
    const document = await createText(em, {
      owner,
      title,
      language: sourceLang,
      text,
      sourceKind: 'file-upload',
      source: /^https?:/i.test(sourcePath) ? sourcePath : basename(sourcePath),
    });
    if (given.public) await setPublic(em, operator, document.id, true);
    console.log(`Added “${document.title}”: ${document.id}`);
  });
}

async function findOwner(em: EntityManager, email: string): Promise<Viewer> {
  const id = await findUserId(em, email);
  if (id === undefined) throw badInputFault(`No account has the e-mail address ${email}.`);
  const { group } = await em.findOneOrFail(User, id);
  return { id, group: group ?? null };
}

/** @throws CliFault at the first id that is no text's; those before it were changed. */
export async function publish(textIds: readonly string[], isPublic: boolean): Promise<void> {
  await withSystem(async ({ em }) => {
    for (const textId of textIds) {
      const { title } = await setPublic(em, operator, textId, isPublic);
      console.log(`“${title}” is ${isPublic ? 'public' : 'private'}.`);
    }
  });
}
