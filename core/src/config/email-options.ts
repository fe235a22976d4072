import { awsCredentials, type AwsCredentials } from './aws-credentials.js';
import type { Environment } from './environment.js';

/** In whose name e-mails are sent, and who delivers them. */
export interface EmailOptions {
  readonly sender: string;
  readonly replyTo: string;
  /** Undefined: Amazon's SES delivers. */
  readonly smtpUrl: string | undefined;
  readonly ses: {
    readonly region: string;
    readonly endpoint: string | undefined;
    readonly credentials: AwsCredentials | undefined;
  };
}

/** @returns undefined where no e-mail is sent. */
export function emailOptions(environment: Environment): EmailOptions | undefined {
  const sender = environment.EMAIL_SENDER_ADDRESS;
  if (sender === undefined) return undefined;
  return {
    sender,
    replyTo: environment.EMAIL_REPLY_TO_ADDRESS ?? sender,
    smtpUrl: environment.SMTP_URL,
    ses: {
      region: environment.AWS_DEFAULT_REGION,
      endpoint: environment.SES_ENDPOINT,
      credentials: awsCredentials(environment),
    },
  };
}
