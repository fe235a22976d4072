import type { EntityManager } from '@mikro-orm/postgresql';

/** @returns undefined when no account has this e-mail address (upper and lower case are the same). */
export async function findUserId(em: EntityManager, email: string): Promise<string | undefined> {
  const [user] = await em.execute<{ id: string }[]>('select id from users where lower(email) = lower(?)', [
    email.trim(),
  ]);
  return user?.id;
}
