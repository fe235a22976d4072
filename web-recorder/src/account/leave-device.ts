import { forgetAnswers } from '../offline/kept-answers';
import { forgetDrafts } from '../texts/kept-draft';

/** What comes after signing out: nothing that this person has loaded stays on the device or in the page's memory. */
export async function leaveDevice(userId: string): Promise<void> {
  await takeOffDevice(userId);
  location.assign('/login');
}

/** Takes what this person has loaded or typed off the device: somebody else may use it next. */
export async function takeOffDevice(userId: string): Promise<void> {
  // It stops serving them at once, or another tab would write a draft again.
  const forgotten = forgetAnswers(userId);
  forgetDrafts(userId);
  await forgotten;
}
