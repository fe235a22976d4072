import path from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import type { Config } from '@crowd-recital/core/config/config.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import { MeasuredStore } from '@crowd-recital/core/metrics/measured-store.js';
import { discardWaitSeconds } from '@crowd-recital/core/session/discard-claim.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { createMailer } from './send-email/mailer.js';
import { usualLease, type JobDependencies } from './dependencies.js';

/**
 * What the handlers work with, as the configuration says.
 * @throws AudioToolMissingError
 */
export async function createDependencies(
  config: Config,
  orm: MikroORM,
  log: Logger,
): Promise<JobDependencies> {
  return {
    em: () => orm.em.fork(),
    store: new MeasuredStore(await createContentStore(config)),
    tools: await findAudioTools(config),
    mailer: config.email === undefined ? null : await createMailer(config.email),
    publicUrl: config.http.publicUrl,
    log,
    workFolder: path.join(config.dataFolder, 'work'),
    session: config.session,
    texts: config.texts,
    finalisationDisabled: config.jobs.finalisationDisabled,
    lease: usualLease,
    discardWaitSeconds,
  };
}
