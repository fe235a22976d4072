import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { AuthResolver } from '../auth/auth.resolver.js';
import { ClientConfigResolver } from '../client-config/client-config.resolver.js';
import { SessionMutationResolver } from '../session/session-mutation.resolver.js';
import { SessionUploadResolver } from '../session/session-upload.resolver.js';
import { SessionResolver } from '../session/session.resolver.js';
import { TextResolver, TextRevisionResolver } from '../text/text.resolver.js';
import { UserResolver } from '../user/user.resolver.js';

type ResolverClass = abstract new () => object;

const resolvers: NonEmptyArray<ResolverClass> = [
  ClientConfigResolver,
  AuthResolver,
  UserResolver,
  TextResolver,
  TextRevisionResolver,
  SessionResolver,
  SessionMutationResolver,
  SessionUploadResolver,
];

/** The schema with its resolvers. What core checks is checked there alone: `validate` stays off. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers, validate: false });
}
