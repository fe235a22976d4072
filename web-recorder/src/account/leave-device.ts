import { forgetAnswers } from '../offline/kept-answers';
import { forgetPastedDraft } from '../texts/add/pasted-draft';

/** What comes after signing out: nothing that this person has loaded stays on the device or in the page's memory. */
export async function leaveDevice(userId: string): Promise<void> {
  forgetPastedDraft(userId);
  await forgetAnswers();
  location.assign('/login');
}
