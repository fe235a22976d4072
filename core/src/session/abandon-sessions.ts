import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Ends the recitals that went silent, so that their voice is finalised and safe. They stay open, and are neither
 * kept nor counted until their speaker ends them after all or an admin confirms them.
 * @param abandonedAfterSeconds - how long without any accepted call.
 * @returns their ids.
 */
export async function abandonIdleSessions(
  em: EntityManager,
  { abandonedAfterSeconds }: { readonly abandonedAfterSeconds: number },
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `update recital_sessions set
       status = 'ended', ended_at = now(), updated_at = now(),
       content_version = content_version + 1,
       end_reason = case
         when exists (select from audio_segments where session_id = recital_sessions.id)
         then 'abandoned' else 'empty' end
     where status = 'active' and not disavowed
       and last_activity_at <= now() - make_interval(secs => ?)
     returning id`,
    [abandonedAfterSeconds],
  );
  return rows.map(({ id }) => id);
}
