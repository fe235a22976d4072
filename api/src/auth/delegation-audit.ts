import { recordAudit } from '@crowd-recital/core/audit/record-audit.js';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/context.js';
import { isDelegated } from './caller.js';

/**
 * Leaves one line in the audit log for each mutation that a back-office tool brought about, by its name, also where
 * the mutation itself is none that the log would tell of. Reading leaves none, and neither does what was refused.
 */
export const delegationAudit: ApolloServerPlugin<Context> = {
  requestDidStart({ contextValue: { em, caller } }) {
    if (caller.kind !== 'user' || !isDelegated(caller)) return Promise.resolve();
    const done: string[] = [];
    return Promise.resolve({
      executionDidStart: () =>
        Promise.resolve({
          willResolveField:
            ({ info: { parentType, fieldName, schema } }) =>
            (error) => {
              if (error === null && parentType === schema.getMutationType()) done.push(fieldName);
            },
        }),
      async willSendResponse() {
        for (const name of done) {
          await recordAudit(em, {
            actorId: caller.user.id,
            delegated: true,
            action: 'delegation.call',
            subject: { kind: 'operation', id: name },
          });
        }
      },
    });
  },
};
