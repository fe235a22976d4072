import { UploadTermsDocument } from '../gql/generated';
import { refusalOf } from './answers';
import { DEFAULT_LIMITS, type UnitLimits } from './cut-unit';
import type { GraphqlCall } from './graphql-call';
import type { Outcome } from './sending';

/**
 * What has to be known before anything is sent: that the one who is signed in is the one whose voice this is (the
 * cookie is shared by all tabs, and somebody else may have signed in), and how large a unit may be.
 */
export class Terms {
  private agreed = false;
  private unitLimits = DEFAULT_LIMITS;

  constructor(
    private readonly userId: string,
    private readonly call: GraphqlCall,
  ) {}

  get known(): boolean {
    return this.agreed;
  }

  get limits(): UnitLimits {
    return this.unitLimits;
  }

  /** To be asked again: somebody may have signed in or out. */
  forget(): void {
    this.agreed = false;
  }

  async learn(signal: AbortSignal): Promise<Outcome> {
    this.agreed = false;
    const result = await this.call(UploadTermsDocument, {}, signal);
    if (!result.ok) {
      const refusal = refusalOf(result);
      if (refusal.kind === 'wait') return refusal;
      return waitFor('server-unavailable', result.message);
    }
    const { me, clientConfig } = result.data;
    if (me.id !== this.userId) return waitFor('other-user', 'Somebody else is signed in');
    this.unitLimits = {
      seconds: Math.min(DEFAULT_LIMITS.seconds, clientConfig.segmentSeconds),
      bytes: Math.min(DEFAULT_LIMITS.bytes, clientConfig.maxSegmentBytes),
    };
    this.agreed = true;
    return { kind: 'accepted' };
  }
}

function waitFor(kind: 'other-user' | 'server-unavailable', detail: string): Outcome {
  return { kind: 'wait', problem: { kind, detail }, retryAfterSeconds: null };
}
