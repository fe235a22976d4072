import { networkInterfaces } from 'node:os';
import { recorderPort } from './dev-plan.js';

/**
 * Sets what phones in the same network need to recite on the development system: an https address, since browsers give
 * no microphone to others, and sign-in without a password from there. What is set already stays.
 * @throws when this machine is in no network.
 */
export function openToPhones(env: NodeJS.ProcessEnv): void {
  env.PUBLIC_URL ??= `https://${addressInNetwork()}:${recorderPort}`;
  env.DEV_SIGN_IN_ANYWHERE ??= 'true';
}

function addressInNetwork(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const found = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (found === undefined) {
    throw new Error('This machine has no address in a network; set PUBLIC_URL to one that phones reach.');
  }
  return found.address;
}
