import type { SettingInForce } from '@crowd-recital/core/config/settings-in-force.js';
import { Ctx, Query, Resolver } from 'type-graphql';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { SettingType } from './setting.type.js';

@Resolver(() => SettingType)
export class SettingsResolver {
  @Query(() => [SettingType], {
    description:
      'Every setting of this server as it is in force, without the secrets. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN.',
  })
  settings(@Ctx() { caller, config }: Context): readonly SettingInForce[] {
    requireAdmin(caller);
    return config.settings;
  }
}
