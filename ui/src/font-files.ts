import reading from '@fontsource-variable/frank-ruhl-libre/files/frank-ruhl-libre-hebrew-wght-normal.woff2?url';
import hebrew from '@fontsource-variable/heebo/files/heebo-hebrew-wght-normal.woff2?url';
import latin from '@fontsource-variable/heebo/files/heebo-latin-wght-normal.woff2?url';

/** What every page shows (figures are in the Latin file): to be fetched before the style sheets ask for it. */
export const fontFiles: readonly string[] = [hebrew, latin, reading];
