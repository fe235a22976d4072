import { AgreementSignature } from '@crowd-recital/core/agreement/agreement-signature.entity.js';
import type { JobPayloads } from '@crowd-recital/core/queue/jobs.js';
import type { JobRun } from '../handler.js';
import { agreementConfirmation } from './agreement-confirmation.js';
import { MailRefusedError } from './mailer.js';

/**
 * - `sent`: the mail server has it.
 * - `off`: this installation sends no e-mail.
 * - `nothing-to-send`: it was sent before, or whom it was for is gone.
 * - `refused`: the mail server does not take it, now or later.
 * - `given-up`: it could not be sent for days; nobody waits for it any more.
 */
export type EmailOutcome = 'sent' | 'off' | 'nothing-to-send' | 'refused' | 'given-up';

/** Milliseconds after which a confirmation is not worth sending any more. */
const patience = 3 * 24 * 3_600_000;

/** Sends an e-mail unless it was sent before. What it throws makes the queue try again, ever more rarely. */
export async function sendEmail(
  { signatureId }: JobPayloads['send-email'],
  { deps }: JobRun,
): Promise<EmailOutcome> {
  const { mailer, publicUrl, log } = deps;
  if (mailer === null) return 'off';
  const em = deps.em();
  const signature = await em.findOne(
    AgreementSignature,
    { id: signatureId, confirmationSentAt: null },
    { populate: ['user'] },
  );
  const user = signature?.user.getEntity();
  if (signature === null || user === undefined || user.deletedAt) return 'nothing-to-send';
  const { name, email } = user;
  try {
    await mailer.send({
      messageId: `<${signatureId}@${new URL(publicUrl).hostname}>`,
      to: { name, address: email },
      ...agreementConfirmation({ ...signature, name, link: new URL('/agreement', publicUrl).href }),
    });
  } catch (error) {
    if (error instanceof MailRefusedError) {
      log.warn({ err: error, signatureId }, 'a confirmation is not deliverable');
      return 'refused';
    }
    if (Date.now() - signature.at.getTime() < patience) throw error;
    log.warn({ err: error, signatureId }, 'a confirmation could not be sent for days, and is given up');
    return 'given-up';
  }
  await em.nativeUpdate(AgreementSignature, { id: signatureId }, { confirmationSentAt: new Date() });
  return 'sent';
}
