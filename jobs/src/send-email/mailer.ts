import { createTransport, type SendMailOptions } from 'nodemailer';
import type { EmailOptions } from '@crowd-recital/core/config/email-options.js';

/** A message as its composer writes it. */
export interface Mail {
  /** The same message again has the same id: mailboxes show one that was sent twice only once. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands messages to whoever delivers them. */
export interface Mailer {
  /** @throws MailRefusedError when it is useless to try again; MailError otherwise. Neither names the recipient. */
  send(mail: Mail): Promise<void>;
}

/** A message could not be handed over, and may be later. */
export class MailError extends Error {
  override readonly name: string = 'MailError';
}

/** This message is not taken, now or later. */
export class MailRefusedError extends MailError {
  override readonly name = 'MailRefusedError';
}

/** Milliseconds; the job's lock lasts longer. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** The mailer that the configuration asks for: SMTP when SMTP_URL is set, Amazon's SES otherwise. */
export async function createMailer(email: EmailOptions): Promise<Mailer> {
  const deliver = email.smtpUrl === undefined ? await overSes(email.ses) : overSmtp(email.smtpUrl);
  return {
    async send({ to, ...message }) {
      try {
        await deliver({ from: email.sender, replyTo: email.replyTo, to: { ...to }, ...message });
      } catch (error) {
        throw mailError(error);
      }
    },
  };
}

type Deliver = (message: SendMailOptions) => Promise<unknown>;

function overSmtp(url: string): Deliver {
  const transport = createTransport({ url, ...patience });
  return (message) => transport.sendMail(message);
}

/** The SDK is loaded only where SES is used. */
async function overSes({ region, endpoint, credentials }: EmailOptions['ses']): Promise<Deliver> {
  const { SESv2Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2');
  const sesClient = new SESv2Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  const transport = createTransport({ SES: { sesClient, SendEmailCommand } });
  return (message) => transport.sendMail(message);
}

/** Answers of mail servers quote addresses; what goes on from here is the code alone. */
function mailError(error: unknown): MailError {
  const { responseCode, code, name } = error as { responseCode?: number; code?: string; name?: string };
  const reason = String(responseCode ?? code ?? name ?? 'unknown');
  const refused = (responseCode !== undefined && responseCode >= 500) || name === 'MessageRejected';
  return refused
    ? new MailRefusedError(`The mail server refused the message (${reason}).`)
    : new MailError(`The message could not be handed to the mail server (${reason}).`);
}
