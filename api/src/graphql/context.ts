import type { Agreements } from '@crowd-recital/core/agreement/agreements.js';
import type { Config } from '@crowd-recital/core/config/config.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Request, Response } from 'express';
import type { ExportLinks } from '../account/export-links.js';
import type { Authentication } from '../auth/authenticate.js';
import type { Caller } from '../auth/caller.js';
import type { MediaLinks } from '../media/media-links.js';
import type { Loaders } from './loaders.js';

/** What the server works with as long as it runs. */
export interface Services {
  readonly config: Config;
  readonly orm: MikroORM;
  readonly store: ContentStore;
  readonly log: Logger;
  readonly version: string;
  /** The terms that speakers agree to. */
  readonly agreements: Agreements;
  readonly authentication: Authentication;
  readonly mediaLinks: MediaLinks;
  readonly exportLinks: ExportLinks;
}

/** What a resolver works with: the services, and what belongs to its one request. */
export interface Context extends Omit<Services, 'orm' | 'log'> {
  readonly em: EntityManager;
  readonly caller: Caller;
  readonly loaders: Loaders;
  readonly request: Request;
  readonly response: Response;
  /** Also in the header `X-Request-Id` and in each line of the log. */
  readonly requestId: string;
  readonly log: Logger;
}
