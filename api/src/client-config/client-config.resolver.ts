import { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Ctx, Query, Resolver } from 'type-graphql';
import { autoLoginEmail } from '../auth/auto-login.js';
import { answersDevelopmentSignIn } from '../auth/development-sign-in.js';
import type { Context } from '../graphql/context.js';
import { ClientConfig } from './client-config.type.js';

/** More than a page would offer by buttons. */
const mostDevelopmentUsers = 20;

@Resolver()
export class ClientConfigResolver {
  @Query(() => ClientConfig, { description: 'Settings for web apps. Answers everybody.' })
  async clientConfig(@Ctx() { em, config, version, request }: Context): Promise<Readonly<ClientConfig>> {
    return {
      version,
      developmentMode: config.developmentMode,
      developmentUsers: answersDevelopmentSignIn(config.auth, request) ? await developmentUsers(em) : [],
      developmentSignInAnywhere: config.auth.developmentSignInAnywhere,
      developmentAutoLogin: autoLoginEmail(config, request) ?? null,
      google: config.auth.google ?? null,
      helpVideoId: config.pages.helpVideoId ?? null,
      helpFaqUrl: config.pages.helpFaqUrl ?? null,
      analytics: config.analytics ?? null,
      driftingLetters: config.pages.driftingLetters,
      maxSessionSeconds: config.session.maxDuration,
      segmentSeconds: config.session.segmentDuration,
      maxSegmentBytes: config.session.maxSegmentBytes,
    };
  }
}

/** Those of an address that nobody can have; a copy of real users' rows offers nobody by name. */
async function developmentUsers(em: EntityManager): Promise<ClientConfig['developmentUsers']> {
  const users = await em.find(
    User,
    { email: { $like: '%@localhost' } },
    { orderBy: { email: 'asc' }, limit: mostDevelopmentUsers },
  );
  return users.map(({ email, name, group }) => ({ email, name, group: group ?? null }));
}
