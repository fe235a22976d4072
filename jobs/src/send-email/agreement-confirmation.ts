import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import { escapeHtml } from './escape-html.js';

/** What the confirmation tells. */
export interface SignedAgreement {
  readonly name: string;
  readonly language: Language;
  readonly version: string;
  readonly sha256: string;
  readonly at: Date;
  /** Where the terms can be read. */
  readonly link: string;
}

/** A message in both its forms. */
export interface MessageText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Words {
  readonly subject: string;
  readonly greeting: (name: string) => string;
  readonly lines: (facts: { readonly version: string; readonly moment: string }) => readonly string[];
  readonly link: string;
  readonly proof: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'Your agreement to the terms',
    greeting: (name) => `Hello ${name},`,
    lines: ({ version, moment }) => [
      `You agreed to the terms of contribution and licence, version ${version}, on ${moment}. Thank you for your voice.`,
      'You can delete your recordings or your whole account at any time.',
    ],
    link: 'The terms',
    proof: 'Fingerprint of the text that you agreed to (SHA-256)',
  },
  he: {
    subject: 'אישור הסכמתכם לתנאים',
    greeting: (name) => `שלום ${name},`,
    lines: ({ version, moment }) => [
      `הסכמתם לתנאי התרומה והרישיון, גרסה ${version}, בתאריך ${moment}. תודה על קולכם.`,
      'בכל עת תוכלו למחוק את ההקלטות שלכם או את החשבון כולו.',
    ],
    link: 'התנאים',
    proof: 'טביעת האצבע של הנוסח שהסכמתם לו (SHA-256)',
  },
  yi: {
    subject: 'באַשטעטיקונג פֿון אײַער הסכּם צו די תּנאָים',
    greeting: (name) => `שלום ${name},`,
    lines: ({ version, moment }) => [
      `איר האָט מסכּים געווען מיט די תּנאָים פֿון בײַטראָג און ליצענץ, ווערסיע ${version}, ${moment}. אַ דאַנק פֿאַר אײַער שטים.`,
      'צו יעדער צײַט קענט איר אויסמעקן אײַערע רעקאָרדירונגען אָדער די גאַנצע קאָנטע.',
    ],
    link: 'די תּנאָים',
    proof: 'פֿינגער־אָפּדרוק פֿון דעם טעקסט מיט וועלכן איר האָט מסכּים געווען (SHA-256)',
  },
};

/** The confirmation of a signature, in the language in which the terms were read. */
export function agreementConfirmation(signed: SignedAgreement): MessageText {
  const { subject, greeting, lines, link, proof } = words[signed.language];
  const moment = `${signed.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const paragraphs = [greeting(signed.name), ...lines({ version: signed.version, moment })];
  const direction = signed.language === 'en' ? 'ltr' : 'rtl';
  return {
    subject,
    text: [...paragraphs, `${link}: ${signed.link}`, `${proof}:\n${signed.sha256}`, ''].join('\n\n'),
    html: [
      `<!doctype html><html lang="${signed.language}" dir="${direction}"><head><meta charset="utf-8"></head>`,
      '<body style="font: 16px/1.6 sans-serif; max-width: 36em; color: #1d2430">',
      ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
      `<p><a href="${escapeHtml(signed.link)}">${link}</a></p>`,
      `<p style="font-size: 13px; color: #48515f">${proof}:<br><code dir="ltr">${signed.sha256}</code></p>`,
      '</body></html>',
    ].join('\n'),
  };
}
