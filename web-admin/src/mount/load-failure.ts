const WORDS = [
  {
    lang: 'en',
    dir: 'ltr',
    text: 'The console could not be loaded. Check the connection, then try again.',
    again: 'Try again',
  },
  {
    lang: 'he',
    dir: 'rtl',
    text: 'לוח הניהול לא נטען. בדקו את החיבור לרשת ונסו שוב.',
    again: 'לנסות שוב',
  },
  {
    lang: 'yi',
    dir: 'rtl',
    text: 'די קאָנסאָל האָט זיך ניט געעפֿנט. קוקט איבער די פֿאַרבינדונג און פּרוּווט נאָך אַ מאָל.',
    again: 'פּרוּוון נאָך אַ מאָל',
  },
] as const;

/**
 * Says in all three languages that the console's files did not arrive: its locales and styles are among what is
 * missing, so this is plain HTML.
 *
 * @returns takes the message away
 */
export function showLoadFailure(element: HTMLElement, tryAgain: () => void): () => void {
  const message = document.createElement('div');
  message.setAttribute('role', 'alert');
  for (const { lang, dir, text, again } of WORDS) {
    const paragraph = document.createElement('p');
    paragraph.lang = lang;
    paragraph.dir = dir;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = again;
    button.addEventListener('click', tryAgain);
    paragraph.append(text, ' ', button);
    message.append(paragraph);
  }
  element.append(message);
  return () => message.remove();
}
