import { forgetAnswers } from '../offline/kept-answers';

/** What comes after signing out: nothing that this person has loaded stays on the device or in the page's memory. */
export async function leaveDevice(): Promise<void> {
  await forgetAnswers();
  location.assign('/login');
}
