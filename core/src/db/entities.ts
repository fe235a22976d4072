import { AgreementSignature } from '../agreement/agreement-signature.entity.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { Invite } from '../invite/invite.entity.js';
import { RecordingReview } from '../review/recording-review.entity.js';
import { SentenceVerdict } from '../review/sentence-verdict.entity.js';
import { SweepRun } from '../queue/sweep-run.entity.js';
import { AudioSegment } from '../session/audio-segment.entity.js';
import { RecitalSession } from '../session/recital-session.entity.js';
import { SetAsideAudio, SetAsideText } from '../session/set-aside.entity.js';
import { TextSegment } from '../session/text-segment.entity.js';
import { DailyTotals } from '../stats/daily-totals.entity.js';
import { ReadingGoal } from '../stats/reading-goal.entity.js';
import { StandingBand } from '../stats/standing-band.entity.js';
import { TextTotals } from '../stats/text-totals.entity.js';
import { TextDocument } from '../text/text-document.entity.js';
import { TextImport } from '../text/import/text-import.entity.js';
import { TextRevision } from '../text/text-revision.entity.js';
import { SpeakerProfile } from '../user/speaker-profile.entity.js';
import { UserTotals } from '../user/user-totals.entity.js';
import { User } from '../user/user.entity.js';

/** The only list of entities. */
export const entities = [
  User,
  SpeakerProfile,
  UserTotals,
  DailyTotals,
  ReadingGoal,
  StandingBand,
  TextTotals,
  TextDocument,
  TextRevision,
  TextImport,
  RecitalSession,
  AudioSegment,
  TextSegment,
  SetAsideAudio,
  SetAsideText,
  SentenceVerdict,
  RecordingReview,
  AgreementSignature,
  Invite,
  AuditEntry,
  SweepRun,
];
