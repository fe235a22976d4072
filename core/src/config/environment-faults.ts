import type { Environment } from './environment.js';

/**
 * What the shape of single variables does not tell: secrets that are too short, halves of pairs, and in production what
 * is missing or must not be.
 * @returns a sentence for each, that names its variables
 */
export function environmentFaults(environment: Environment): string[] {
  return [
    ...(environment.NODE_ENV === 'production' ? faultsInProduction(environment) : []),
    ...faultsOfSecrets(environment),
  ];
}

function faultsOfSecrets(environment: Environment): string[] {
  const faults: string[] = [];
  for (const name of ['ACCESS_TOKEN_SECRET_KEY', 'DELEGATED_IDENTITY_SECRET_KEY'] as const) {
    if ((environment[name]?.length ?? 32) < 32) faults.push(`${name}: must have at least 32 characters`);
  }
  if ((environment.AWS_ACCESS_KEY_ID === undefined) !== (environment.AWS_SECRET_ACCESS_KEY === undefined)) {
    faults.push('AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: set both or none');
  }
  return faults;
}

function faultsInProduction(environment: Environment): string[] {
  const faults: string[] = [];
  for (const name of ['DB_CONNECTION_STR', 'ACCESS_TOKEN_SECRET_KEY', 'PUBLIC_URL'] as const) {
    if (environment[name] === undefined) faults.push(`${name}: must be set in production`);
  }
  if (environment.DEV_SIGN_IN_ANYWHERE) {
    faults.push('DEV_SIGN_IN_ANYWHERE: lets anyone in without a password; not in production');
  }
  if (environment.DEV_AUTO_LOGIN_USER_EMAIL !== undefined) {
    faults.push('DEV_AUTO_LOGIN_USER_EMAIL: signs everybody in without a password; not in production');
  }
  return faults;
}
